"""Why a rule does not take a value: the conditions that the matcher finds unmet, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.extractors.claims.claim_builder import sentence_parts
from reconcile.extractors.claims.metric_matching import (
    NEAR,
    Condition,
    Trigger,
    counted,
    excluded,
    match_metric,
    triggers,
    triggers_in_reach,
    unmet_by_event,
    unmet_conditions,
)
from reconcile.model.document import Segments
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import Name
from reconcile.model.span import Span
from reconcile.model.tokens import PhraseTable
from reconcile.model.words import singular, stems
from reconcile.rules.load import Pack
from reconcile.rules.metrics import MetricRule
from reconcile.text.parse import AnchoredMention, SentenceParse, governing_verb
from reconcile.text.word_classes import Tag

# A phrase of the sentence worth proposing as a trigger stands this near the value, in tokens.
_REACH = 8
ORDER = tuple(Condition)


@dataclass(frozen=True, slots=True)
class Failure:
    """A condition that does not hold, why, and the words that would have to be added to (or taken from) the rule."""

    condition: Condition
    note: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A rule with the conditions that keep it from a value, first things first; `shared` counts common word stems."""

    rule: MetricRule
    failures: tuple[Failure, ...]
    shared: int

    @property
    def distance(self) -> tuple[int, int, str]:
        """How far the rule is from taking the value: another dimension is further than any word."""
        far = sum(10 if f.condition is Condition.DIMENSION else 1 for f in self.failures)
        return (2 * far - min(self.shared, 3), -self.shared, self.rule.id)


def parse_at(
    segments: Segments, pack: Pack, names: tuple[Name, ...], mentions: tuple[Mention, ...], span: Span
) -> tuple[SentenceParse, AnchoredMention] | None:
    """The sentence that holds the mention at `span`, and the mention in it; None when neither is there."""
    index = next((i for i, s in enumerate(segments.sentences) if s.span.start <= span.start < s.span.end), None)
    if index is None:
        return None
    parse = SentenceParse(segments, pack, index, *sentence_parts(segments, names, mentions, index))
    anchored = next((b for b in parse.mentions if b.mention.span == span), None)
    return None if anchored is None else (parse, anchored)


def refusals(parse: SentenceParse, anchored: AnchoredMention) -> tuple[Refusal, ...]:
    """Every rule of the pack with what keeps it from a value, the nearest first."""
    plain = parse.pack.language.function_words
    around = stems(parse.tokens.text[parse.sentence.span.start : parse.sentence.span.end], plain)
    event = anchored.mention.timex is not None and anchored.mention.kind is Kind.DATE
    asked = _Question(parse, anchored, triggers(parse), excluded(parse))
    match = None if event else match_metric(parse, anchored, asked.triggers)
    out = []
    for rule in parse.pack.metrics.by_id.values():
        shared = stems(" ".join((rule.label, *rule.triggers, *rule.nouns)), plain) & around
        unmet = sorted(asked.unmet_by_time(rule) if event else asked.unmet_by_value(rule), key=ORDER.index)
        failures = [asked.failure(rule, condition) for condition in unmet]
        if not failures and match is not None and match.rule is not rule:
            words = parse.text(match.trigger.first, match.trigger.last)
            note = f"“{words}” of {match.rule.id} stands nearer, or as near and first by its id"
            failures = [Failure(Condition.NEARER, note)]
        out.append(Refusal(rule, tuple(failures), len(shared)))
    return tuple(sorted(out, key=lambda refusal: refusal.distance))


@dataclass(frozen=True, slots=True)
class _Question:
    """A value, asked of one rule after another, with the triggers of its sentence and the rules switched off there."""

    parse: SentenceParse
    anchored: AnchoredMention
    triggers: tuple[Trigger, ...]
    off: frozenset[str]

    def unmet_by_value(self, rule: MetricRule) -> Iterator[Condition]:
        """What a rule asks and a value that is no date lacks."""
        own = self._own(rule)
        distances = [distance for _, distance in triggers_in_reach(self.parse, self.anchored, own)]
        yield from unmet_conditions(self.parse, self.anchored.mention, rule, min(distances, default=None), self.off)
        if not own:
            yield Condition.TRIGGERS
        elif not distances:
            yield Condition.CLAUSE

    def unmet_by_time(self, rule: MetricRule) -> Iterator[Condition]:
        """What a rule asks and a date lacks: of its triggers the one that lacks least."""
        group = governing_verb(self.parse, self.anchored)
        each = [tuple(unmet_by_event(self.parse, rule, group, t, self.off)) for t in self._own(rule) or (None,)]
        yield from min(each, key=len)

    def _own(self, rule: MetricRule) -> tuple[Trigger, ...]:
        return tuple(trigger for trigger in self.triggers if rule in trigger.rules)

    def failure(self, rule: MetricRule, condition: Condition) -> Failure:
        """A condition that a value does not meet, in words."""
        mention, parse = self.anchored.mention, self.parse
        match condition:
            case Condition.DIMENSION:
                return Failure(condition, f"the rule measures {rule.dimension}; this is {_measured(mention)}")
            case Condition.PER:
                reason = f"this is per {mention.per}" if mention.per else "this is per nothing"
                wanted = f"a value per {_some(rule.per)}" if rule.per else "a value with no denominator"
                note = f"{reason}; the rule wants {wanted}"
                return Failure(condition, note, (mention.per,) if mention.per else ())
            case Condition.NOUNS:
                noun = singular((mention.unit or "").lower().split(" ")[-1])
                note = f"“{noun}” is none of its nouns ({_some(rule.nouns)})"
                return Failure(condition, note, (noun,) if noun else ())
            case Condition.SETTING:
                return Failure(condition, f"no word of its setting ({_some(rule.setting)}) stands in the article")
            case Condition.EXCLUDE:
                words = tuple(phrase for phrase in rule.exclude if _stands(parse, phrase))
                listed = " and ".join(f"“{word}”" for word in words)
                return Failure(condition, f"{listed} stands in the sentence and switches the rule off", words)
            case _:
                return self._failure_of_place(rule, condition)

    def _failure_of_place(self, rule: MetricRule, condition: Condition) -> Failure:
        """A condition on the words around a value that they do not meet."""
        parse, anchored = self.parse, self.anchored
        if condition is Condition.TRIGGERS:
            return Failure(condition, _no_trigger(parse, rule, self.triggers))
        if condition is Condition.CLAUSE:
            return Failure(condition, _out_of_reach(parse, anchored, self._own(rule)[0]))
        if condition is Condition.BARE:
            return Failure(condition, _not_bare(rule))
        group = governing_verb(parse, anchored)
        verb = "" if group is None else parse.pack.language.lemmas.get(parse.key(group.main), parse.key(group.main))
        reason = f"the verb that governs the time is “{verb}”" if verb else "no verb governs the time"
        return Failure(condition, f"{reason}; the rule wants {_some(rule.verbs)}", (verb,) if verb else ())


def _measured(mention: Mention) -> str:
    """What a value measures."""
    if mention.kind is Kind.DATE:
        return "a time"
    return "points" if mention.kind is Kind.POINTS else mention.dimension or str(mention.kind)


def _not_bare(rule: MetricRule) -> str:
    if rule.bare:
        return f"its trigger stands too far away; a number that counts nothing named counts within {NEAR} words"
    return "the number counts nothing that is named, and the rule has no `bare: true`"


def _out_of_reach(parse: SentenceParse, anchored: AnchoredMention, trigger: Trigger) -> str:
    words = parse.text(trigger.first, trigger.last)
    ends = sorted((trigger.first, trigger.last, anchored.first, anchored.last))
    breaks = [parse.key(k) for k in range(ends[1], ends[2]) if parse.breaks_clause(k)]
    if breaks:
        return f"“{words}” stands in another clause, beyond “{breaks[0]}”"
    return f"“{words}” stands under another verb or names another value"


def _no_trigger(parse: SentenceParse, rule: MetricRule, found: tuple[Trigger, ...]) -> str:
    table = PhraseTable((phrase, phrase) for phrase in rule.triggers)
    for trigger in found:
        inside = (table.match(parse.tokens, i) for i in range(trigger.first, trigger.last))
        phrase = next((match[0] for match in inside if match is not None), None)
        if phrase is not None:
            longer, owners = parse.text(trigger.first, trigger.last), ", ".join(r.id for r in trigger.rules)
            return f"“{phrase}” is read as part of “{longer}”, a longer trigger (of {owners})"
    return f"none of its triggers stands in the sentence ({_some(rule.triggers)})"


def _stands(parse: SentenceParse, phrase: str) -> bool:
    table = PhraseTable([(phrase, phrase)])
    return any(table.match(parse.tokens, i) is not None for i in range(parse.first, parse.last))


def _some(words: tuple[str, ...], most: int = 6) -> str:
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return ", ".join(words[:most]) + more


def phrases_near(parse: SentenceParse, anchored: AnchoredMention) -> tuple[str, ...]:
    """Words of the sentence that could be triggers for a value, the likeliest first.

    Its verb; then nouns and verbs by distance; then two of them side by side, which stand for one thing more narrowly
    ("public debt"); last what is counted itself ("deaths") and names in capitals ("GDP").
    """
    near = [i for i in range(anchored.first - _REACH, anchored.last + _REACH) if parse.first <= i < parse.last]
    free = _free_words(parse, anchored, near)
    nouns = counted(anchored.mention, parse)
    plain = [i for i in free if parse.key(i) not in nouns]
    words = [parse.key(i) for i in plain if parse.tag(i) is not Tag.NAME]
    pairs = [parse.text(i, i + 2).lower() for i in free if i + 1 in plain]
    rest = [parse.key(i) for i in near if parse.key(i) in nouns or _is_acronym(parse, i)]
    return tuple(dict.fromkeys(word for word in (*words, *pairs, *rest) if len(word) > 1))


def _free_words(parse: SentenceParse, anchored: AnchoredMention, near: Sequence[int]) -> list[int]:
    """The tokens with content outside of a value, its verb first, then by distance."""
    group = governing_verb(parse, anchored)
    free = [i for i in near if _content(parse, i) and not anchored.first <= i < anchored.last]
    return sorted(free, key=lambda i: (group is None or i != group.main, _away(i, anchored)))


def _content(parse: SentenceParse, i: int) -> bool:
    """Whether a word says something by itself: a noun, a verb, or a name all in capitals."""
    return parse.tag(i) in (Tag.NOUN, Tag.VERB) or _is_acronym(parse, i)


def _is_acronym(parse: SentenceParse, i: int) -> bool:
    return parse.tag(i) is Tag.NAME and parse.tokens.word(i).isupper()


def _away(i: int, anchored: AnchoredMention) -> int:
    return anchored.first - i if i < anchored.first else i - anchored.last + 1
