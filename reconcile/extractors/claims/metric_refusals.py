"""Why a rule does not take a value: each condition of `metrics.rule_for` asked by itself, with what it failed on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reconcile.extractors.claims.metric_matching import (
    NEAR,
    Trigger,
    counted,
    distance_to,
    excluded,
    has_denominator,
    has_dimension,
    in_setting,
    triggers,
)
from reconcile.extractors.claims.tenses import governing_verb
from reconcile.model.document import Segments
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import Name
from reconcile.model.span import Span
from reconcile.model.tokens import PhraseTable
from reconcile.model.words import singular, stems
from reconcile.rules.load import Pack
from reconcile.rules.metrics import MetricRule, Nature
from reconcile.text.parse import AnchoredMention, SentenceParse
from reconcile.text.word_classes import Tag

# A phrase of the sentence worth proposing as a trigger stands this near the value, in tokens.
_REACH = 8


class Condition(StrEnum):
    """What a rule asks of a value, in the order in which a person would look."""

    DIMENSION = "dimension"
    PER = "per"
    NOUNS = "nouns"
    BARE = "bare"
    TRIGGERS = "triggers"
    CLAUSE = "clause"
    SETTING = "setting"
    EXCLUDE = "exclude"
    VERBS = "verbs"
    NEARER = "nearer"


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
    for index, sentence in enumerate(segments.sentences):
        if sentence.span.start <= span.start < sentence.span.end:
            a, b = (bisect_left([m.span.start for m in mentions], end) for end in sentence.span)
            own = tuple(n for n in names if sentence.first <= n.first < sentence.last)
            parse = SentenceParse(segments, pack, index, own, mentions[a:b])
            anchored = next((anchored for anchored in parse.mentions if anchored.mention.span == span), None)
            return None if anchored is None else (parse, anchored)
    return None


def refusals(parse: SentenceParse, anchored: AnchoredMention) -> tuple[Refusal, ...]:
    """Every rule of the pack with what keeps it from a value, the nearest first."""
    found = triggers(parse)
    off = excluded(parse)
    plain = parse.pack.language.function_words
    around = stems(parse.tokens.text[parse.sentence.span.start : parse.sentence.span.end], plain)
    out = []
    for rule in parse.pack.metrics.by_id.values():
        shared = stems(" ".join((rule.label, *rule.triggers, *rule.nouns)), plain) & around
        out.append(Refusal(rule, tuple(_failures(parse, anchored, rule, found, off)), len(shared)))
    return tuple(sorted(out, key=lambda refusal: refusal.distance))


def _failures(
    parse: SentenceParse, anchored: AnchoredMention, rule: MetricRule, found: tuple[Trigger, ...], off: frozenset[str]
) -> Iterator[Failure]:
    event = anchored.mention.timex is not None and anchored.mention.kind is Kind.DATE
    yield from _event_failures(parse, anchored, rule) if event else _value_failures(parse, anchored.mention, rule)
    own = [trigger for trigger in found if rule in trigger.rules]
    if not own:
        yield Failure(Condition.TRIGGERS, _no_trigger(parse, rule, found), ())
    elif not event:
        yield from _place_failures(parse, anchored, rule, own, found)
    if not in_setting(rule, parse):
        reason = f"no word of its setting ({_some(rule.setting)}) stands in the article"
        yield Failure(Condition.SETTING, reason, ())
    if rule.id in off:
        words = tuple(p for p in rule.exclude if _stands(parse, p))
        listed = " and ".join(f"“{word}”" for word in words)
        yield Failure(Condition.EXCLUDE, f"{listed} stands in the sentence and switches the rule off", words)


def _event_failures(parse: SentenceParse, anchored: AnchoredMention, rule: MetricRule) -> Iterator[Failure]:
    if rule.nature is not Nature.EVENT:
        yield Failure(Condition.DIMENSION, f"the rule measures {rule.dimension}; this is a time")
        return
    group = governing_verb(parse, anchored)
    verb = "" if group is None else parse.pack.language.lemmas.get(parse.key(group.main), parse.key(group.main))
    if rule.verbs and verb not in rule.verbs:
        reason = f"the verb that governs the time is “{verb}”" if verb else "no verb governs the time"
        yield Failure(Condition.VERBS, f"{reason}; the rule wants {_some(rule.verbs)}", (verb,) if verb else ())


def _value_failures(parse: SentenceParse, mention: Mention, rule: MetricRule) -> Iterator[Failure]:
    if rule.dimension == "count" and mention.kind is Kind.NUMBER:
        if not rule.bare:
            yield Failure(Condition.BARE, "the number counts nothing that is named, and the rule has no `bare: true`")
        return
    if not has_dimension(rule.dimension, mention):
        own = "points" if mention.kind is Kind.POINTS else mention.dimension or str(mention.kind)
        yield Failure(Condition.DIMENSION, f"the rule measures {rule.dimension}; this is {own}")
        return
    if not has_denominator(rule, mention, bare=rule.bare):
        reason = f"this is per {mention.per}" if mention.per else "this is per nothing"
        wanted = f"a value per {_some(rule.per)}" if rule.per else "a value with no denominator"
        yield Failure(Condition.PER, f"{reason}; the rule wants {wanted}", (mention.per,) if mention.per else ())
    if rule.nouns and not counted(mention, parse) & set(rule.nouns):
        noun = singular((mention.unit or "").lower().split(" ")[-1])
        yield Failure(Condition.NOUNS, f"“{noun}” is none of its nouns ({_some(rule.nouns)})", (noun,) if noun else ())


def _place_failures(
    parse: SentenceParse, anchored: AnchoredMention, rule: MetricRule, own: list[Trigger], found: tuple[Trigger, ...]
) -> Iterator[Failure]:
    """What the places of triggers do: another clause, too far for a bare number, or another rule's stands nearer."""
    reached = {d: t for t in own if (d := distance_to(parse, t, anchored)) is not None}
    if not reached:
        yield Failure(Condition.CLAUSE, _out_of_reach(parse, anchored, own[0]))
        return
    near = min(reached)
    if rule.bare and anchored.mention.kind is Kind.NUMBER and near > NEAR:
        words = parse.text(reached[near].first, reached[near].last)
        yield Failure(Condition.BARE, f"“{words}” stands {near} words away; a bare number counts within {NEAR}")
    for trigger in found:
        distance = distance_to(parse, trigger, anchored)
        for competitor in trigger.rules if distance is not None else ():
            wins = (distance, competitor.id) < (near, rule.id) and competitor.id not in excluded(parse)
            if competitor is not rule and wins and not tuple(_value_failures(parse, anchored.mention, competitor)):
                words = parse.text(trigger.first, trigger.last)
                yield Failure(
                    Condition.NEARER, f"“{words}” of {competitor.id} stands nearer, or as near and first by its id"
                )
                return


def _out_of_reach(parse: SentenceParse, anchored: AnchoredMention, trigger: Trigger) -> str:
    words = parse.text(trigger.first, trigger.last)
    ends = sorted((trigger.first, trigger.last, anchored.first, anchored.last))
    breaks = [parse.key(k) for k in range(ends[1], ends[2]) if parse.breaks_clause(k)]
    if breaks:
        return f"“{words}” stands in another clause, beyond “{breaks[0]}”"
    return f"“{words}” names a value before this one, and a verb of its own governs this one"


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
    group = governing_verb(parse, anchored)
    near = [i for i in range(anchored.first - _REACH, anchored.last + _REACH) if parse.first <= i < parse.last]
    free = [i for i in near if _content(parse, i) and not anchored.first <= i < anchored.last]
    free.sort(key=lambda i: (group is None or i != group.main, _away(i, anchored)))
    nouns = counted(anchored.mention, parse)
    words = [parse.key(i) for i in free if parse.tag(i) is not Tag.NAME and parse.key(i) not in nouns]
    pairs = [parse.text(i, i + 2).lower() for i in free if i + 1 in free and parse.key(i + 1) not in nouns]
    rest = [parse.key(i) for i in near if parse.key(i) in nouns or (parse.tag(i) is Tag.NAME and _content(parse, i))]
    return tuple(dict.fromkeys(word for word in (*words, *pairs, *rest) if len(word) > 1))


def _content(parse: SentenceParse, i: int) -> bool:
    """Whether a word says something by itself: a noun, a verb, or a name all in capitals."""
    tag = parse.tag(i)
    return tag in (Tag.NOUN, Tag.VERB) or (tag is Tag.NAME and parse.tokens.word(i).isupper())


def _away(i: int, anchored: AnchoredMention) -> int:
    return anchored.first - i if i < anchored.first else i - anchored.last + 1
