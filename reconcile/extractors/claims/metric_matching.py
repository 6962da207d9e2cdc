"""Which rule's metric a value belongs to: dimension, denominator, trigger in the clause, counted noun, no exclusion."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.extractors.claims.counted_subjects import in_subject_place
from reconcile.extractors.entities.subjects import SubjectArc, find_subject
from reconcile.model.claim import Step
from reconcile.model.mention import Kind, Mention
from reconcile.model.words import singular
from reconcile.rules.metrics import KINDS, MetricRule
from reconcile.text.parse import AnchoredMention, SentenceParse, VerbGroup, governing_group_before
from reconcile.text.word_classes import Tag

# A number without its noun or denominator is taken for a rule's only this near the trigger, in tokens ("the death toll
# rose to 41").
NEAR = 5


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger phrase of some rules, at tokens `[first, last)`."""

    first: int
    last: int
    rules: tuple[MetricRule, ...]


def triggers(parse: SentenceParse) -> tuple[Trigger, ...]:
    """The trigger phrases of the sentence from the left, the longest at each place; none begins inside another.

    So "operating profit of" names the operating profit and not, by its end, "profit of".
    """
    table = parse.pack.metrics.triggers
    out: list[Trigger] = []
    for i in table.places(parse.tokens, parse.first, parse.last):
        match = table.match(parse.tokens, i) if not out or i >= out[-1].last else None
        if match is not None and match[1] <= parse.last and not _in_compound(parse, match[1]):
            out.append(Trigger(i, match[1], match[0]))
    return tuple(out)


def _in_compound(parse: SentenceParse, last: int) -> bool:
    """Whether a hyphen joins a phrase to the word after it: a "high-speed" line is not high."""
    tokens = parse.tokens
    hyphen = last + 1 < parse.last and tokens.keys[last] in "-‐‑" and tokens.touches(last) and tokens.touches(last + 1)
    return hyphen and tokens.keys[last + 1].isalpha()


def excluded(parse: SentenceParse) -> frozenset[str]:
    """The ids of rules that a phrase of the sentence switches off."""
    table = parse.pack.metrics.exclusions
    out: set[str] = set()
    for i in table.places(parse.tokens, parse.first, parse.last):
        match = table.match(parse.tokens, i)
        if match is not None:
            out |= match[0]
    return frozenset(out)


def rule_for(
    parse: SentenceParse, anchored: AnchoredMention, found: tuple[Trigger, ...]
) -> tuple[MetricRule | None, tuple[Step, ...]]:
    """The rule whose trigger stands nearest the value in its clause, and the step that says so."""
    off = excluded(parse) if found else frozenset()
    best: tuple[int, MetricRule, Trigger] | None = None
    arc = _own_subject(parse, anchored) if found else None
    for trigger in found:
        elsewhere = arc is not None and _elsewhere(parse, trigger, arc)
        distance = None if elsewhere else distance_to(parse, trigger, anchored)
        for rule in trigger.rules if distance is not None else ():
            fits = rule.id not in off and fits_rule(rule, anchored.mention, parse, near=(distance or 0) <= NEAR)
            if fits and distance is not None and (best is None or (distance, rule.id) < (best[0], best[1].id)):
                best = (distance, rule, trigger)
    if best is None:
        return None, ()
    words = parse.text(best[2].first, best[2].last)
    return best[1], (Step(f"metric.{best[1].id}", f"“{words}” names the metric"),)


def distance_to(parse: SentenceParse, trigger: Trigger, anchored: AnchoredMention) -> int | None:
    after = trigger.first >= anchored.last
    if _names_the_next(parse, trigger, anchored) if after else _names_the_last(parse, trigger, anchored):
        return None
    between = range(anchored.last, trigger.first) if after else range(trigger.last, anchored.first)
    if after and any(parse.key(k) == "," and _is_verb(parse, k + 1) and k + 1 < trigger.first for k in between):
        # "The firm, which has 40 staff, plans to hire": the clause of the value is over
        return None
    if any(parse.breaks_clause(k) for k in between) or is_trigger_used(parse, trigger, anchored, between):
        return None
    return len(between) + (1 if after else 0)


def _names_the_next(parse: SentenceParse, trigger: Trigger, anchored: AnchoredMention) -> bool:
    """Whether "of" ties a trigger to a value after it: "26 feet wide and a depth of 9 feet" has one depth."""
    i = trigger.last + (parse.key(trigger.last - 1) != "of")
    if parse.key(i - 1) != "of":
        return False
    own = next((b for b in parse.mentions if b.first == i), None)
    return own is not None and own.mention.dimension == anchored.mention.dimension


def _names_the_last(parse: SentenceParse, trigger: Trigger, anchored: AnchoredMention) -> bool:
    """Whether a trigger right after a measure says what that one measures: "26 feet wide and 9 feet ..."."""
    own = next((b for b in parse.mentions if b.last == trigger.first), None)
    measured = own is not None and own.mention.kind is Kind.MEASURE
    return measured and own is not None and own.mention.dimension == anchored.mention.dimension


def _is_verb(parse: SentenceParse, i: int) -> bool:
    verbal = i < parse.last and parse.tag(i) in (Tag.VERB, Tag.AUXILIARY)
    return verbal and not parse.key(i).endswith("ing")


def _own_subject(parse: SentenceParse, anchored: AnchoredMention) -> SubjectArc | None:
    """The subject of the verb that governs a value."""
    group = governing_group_before(parse, anchored.first)
    return None if group is None else find_subject(parse, group)


def _elsewhere(parse: SentenceParse, trigger: Trigger, arc: SubjectArc) -> bool:
    """Whether a trigger stands under another verb than the value, which has a subject of its own.

    "Weak sales had caused its workforce to shrink by 9 percent": what shrank is no sales.
    """
    return any(trigger.last <= g.first and g.last <= arc.head.first for g in parse.groups)


def is_trigger_used(parse: SentenceParse, trigger: Trigger, anchored: AnchoredMention, between: range) -> bool:
    """Whether a trigger has named a value before this one and a verb of its own governs this one.

    "Acme, with sales of $5 million, paid $2 million": what was paid is no sales. A participle governs nothing of its
    own: "sales were $5 million, having grown from $4 million".
    """
    if trigger.first >= anchored.first:
        return _nearer(parse, trigger, anchored)
    if trigger.last <= anchored.first and parse.key(anchored.first - 1) == "and" and in_subject_place(parse, anchored):
        # "Two men died and 14 people were hurt": the first verb has had its number
        return any(b.last <= trigger.first and b.mention.kind is anchored.mention.kind for b in parse.mentions)
    competitors = [
        b for b in parse.mentions if b.first in between and b.mention.dimension == anchored.mention.dimension
    ]
    return bool(competitors) and any(_governs(parse, g, competitors[0].last, anchored.first) for g in parse.groups)


def _nearer(parse: SentenceParse, trigger: Trigger, anchored: AnchoredMention) -> bool:
    """Whether a trigger after a value stands beside a later value, in a clause or phrase of that one's own.

    "Two ships came for the crash that left 12 people dead": no two were killed; "12 men and 3 boys died" are alike.
    """
    later = [b for b in parse.mentions if anchored.last <= b.first and b.last <= trigger.first]
    competitors = [b for b in later if b.mention.dimension == anchored.mention.dimension]
    if not competitors:
        return False
    between = range(anchored.last, competitors[-1].first)
    verbs = any(anchored.last <= g.first < competitors[-1].first for g in parse.groups)
    return verbs or any(parse.tag(k) is Tag.SUBORDINATOR for k in between)


def _governs(parse: SentenceParse, group: VerbGroup, first: int, last: int) -> bool:
    return first <= group.main < last and not parse.key(group.first).endswith("ing")


def fits_rule(rule: MetricRule, mention: Mention, parse: SentenceParse, *, near: bool = True) -> bool:
    """Whether a mention has the rule's dimension, denominator and counted noun.

    An implausible value still belongs to the rule. `near`: the trigger stands beside the mention.
    """
    if not in_setting(rule, parse):
        return False
    bare = rule.bare and near
    if rule.dimension == "count" and mention.kind is Kind.NUMBER:
        return bare
    if not has_denominator(rule, mention, bare=bare):
        return False
    if not has_dimension(rule.dimension, mention):
        return False
    return not rule.nouns or bool(counted(mention, parse) & set(rule.nouns))


def in_setting(rule: MetricRule, parse: SentenceParse) -> bool:
    """Whether the article has a word of the rule's setting."""
    return not rule.setting or not parse.tokens.vocabulary.isdisjoint(rule.setting)


def has_denominator(rule: MetricRule, mention: Mention, *, bare: bool) -> bool:
    if mention.per is None:
        return bare or not rule.per
    return mention.per in rule.per


def has_dimension(dimension: str, mention: Mention) -> bool:
    """Points are a change of a ratio, never one."""
    if dimension in KINDS:
        return mention.kind is KINDS[dimension]
    if dimension == "count" and mention.kind is Kind.COUNT:
        return True
    return mention.dimension == dimension and mention.kind is not Kind.POINTS


def counted(mention: Mention, parse: SentenceParse) -> frozenset[str]:
    """The words of the counted noun phrase, plural and singular."""
    if mention.noun is None:
        return frozenset({mention.unit.lower()}) if mention.unit else frozenset()
    words = parse.tokens.text[mention.noun.start : mention.noun.end].lower().split()
    return frozenset(words) | frozenset(singular(w) for w in words)
