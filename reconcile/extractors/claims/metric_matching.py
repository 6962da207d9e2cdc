"""Which rule's metric a value belongs to: dimension, denominator, trigger in the clause, counted noun, no exclusion."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.extractors.claims.counted_subjects import in_subject_place
from reconcile.extractors.entities.subjects import Said, said_of
from reconcile.model.claim import Step
from reconcile.model.mention import Kind, Mention
from reconcile.model.words import singular
from reconcile.rules.metrics import KINDS, MetricRule
from reconcile.text.parse import BREAK_KEYS, Bound, Frame, Group, group_before
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


def triggers(frame: Frame) -> tuple[Trigger, ...]:
    """The trigger phrases of the sentence from the left, the longest at each place; none begins inside another.

    So "operating profit of" names the operating profit and not, by its end, "profit of".
    """
    table = frame.pack.metrics.triggers
    out: list[Trigger] = []
    for i in table.places(frame.tokens, frame.first, frame.last):
        match = table.match(frame.tokens, i) if not out or i >= out[-1].last else None
        if match is not None and match[1] <= frame.last and not _in_compound(frame, match[1]):
            out.append(Trigger(i, match[1], match[0]))
    return tuple(out)


def _in_compound(frame: Frame, last: int) -> bool:
    """Whether a hyphen joins a phrase to the word after it: a "high-speed" line is not high."""
    tokens = frame.tokens
    hyphen = last + 1 < frame.last and tokens.keys[last] in "-‐‑" and tokens.touches(last) and tokens.touches(last + 1)
    return hyphen and tokens.keys[last + 1].isalpha()


def excluded(frame: Frame) -> frozenset[str]:
    """The ids of rules that a phrase of the sentence switches off."""
    table = frame.pack.metrics.exclusions
    out: set[str] = set()
    for i in table.places(frame.tokens, frame.first, frame.last):
        match = table.match(frame.tokens, i)
        if match is not None:
            out |= match[0]
    return frozenset(out)


def rule_for(frame: Frame, bound: Bound, found: tuple[Trigger, ...]) -> tuple[MetricRule | None, tuple[Step, ...]]:
    """The rule whose trigger stands nearest the value in its clause, and the step that says so."""
    off = excluded(frame) if found else frozenset()
    best: tuple[int, MetricRule, Trigger] | None = None
    said = _own_subject(frame, bound) if found else None
    for trigger in found:
        elsewhere = said is not None and _elsewhere(frame, trigger, said)
        distance = None if elsewhere else distance_to(frame, trigger, bound)
        for rule in trigger.rules if distance is not None else ():
            fits = rule.id not in off and fits_rule(rule, bound.mention, frame, near=(distance or 0) <= NEAR)
            if fits and distance is not None and (best is None or (distance, rule.id) < (best[0], best[1].id)):
                best = (distance, rule, trigger)
    if best is None:
        return None, ()
    words = frame.text(best[2].first, best[2].last)
    return best[1], (Step(f"metric.{best[1].id}", f"“{words}” names the metric"),)


def distance_to(frame: Frame, trigger: Trigger, bound: Bound) -> int | None:
    after = trigger.first >= bound.last
    if _names_the_next(frame, trigger, bound) if after else _names_the_last(frame, trigger, bound):
        return None
    between = range(bound.last, trigger.first) if after else range(trigger.last, bound.first)
    if after and any(frame.key(k) == "," and _is_verb(frame, k + 1) and k + 1 < trigger.first for k in between):
        # "The firm, which has 40 staff, plans to hire": the clause of the value is over
        return None
    if any(frame.key(k) in BREAK_KEYS for k in between) or spent(frame, trigger, bound, between):
        return None
    return len(between) + (1 if after else 0)


def _names_the_next(frame: Frame, trigger: Trigger, bound: Bound) -> bool:
    """Whether "of" ties a trigger to a value after it: "26 feet wide and a depth of 9 feet" has one depth."""
    i = trigger.last + (frame.key(trigger.last - 1) != "of")
    if frame.key(i - 1) != "of":
        return False
    own = next((b for b in frame.mentions if b.first == i), None)
    return own is not None and own.mention.dimension == bound.mention.dimension


def _names_the_last(frame: Frame, trigger: Trigger, bound: Bound) -> bool:
    """Whether a trigger right after a measure says what that one measures: "26 feet wide and 9 feet ..."."""
    own = next((b for b in frame.mentions if b.last == trigger.first), None)
    measured = own is not None and own.mention.kind is Kind.MEASURE
    return measured and own is not None and own.mention.dimension == bound.mention.dimension


def _is_verb(frame: Frame, i: int) -> bool:
    verbal = i < frame.last and frame.tag(i) in (Tag.VERB, Tag.AUXILIARY)
    return verbal and not frame.key(i).endswith("ing")


def _own_subject(frame: Frame, bound: Bound) -> Said | None:
    """The subject of the verb that governs a value."""
    group = group_before(frame, bound.first)
    return None if group is None else said_of(frame, group)


def _elsewhere(frame: Frame, trigger: Trigger, said: Said) -> bool:
    """Whether a trigger stands under another verb than the value, which has a subject of its own.

    "Weak sales had caused its workforce to shrink by 9 percent": what shrank is no sales.
    """
    return any(trigger.last <= g.first and g.last <= said.head.first for g in frame.groups)


def spent(frame: Frame, trigger: Trigger, bound: Bound, between: range) -> bool:
    """Whether a trigger has named a value before this one and a verb of its own governs this one.

    "Acme, with sales of $5 million, paid $2 million": what was paid is no sales. A participle governs nothing of its
    own: "sales were $5 million, having grown from $4 million".
    """
    if trigger.first >= bound.first:
        return _nearer(frame, trigger, bound)
    if trigger.last <= bound.first and frame.key(bound.first - 1) == "and" and in_subject_place(frame, bound):
        # "Two men died and 14 people were hurt": the first verb has had its number
        return any(b.last <= trigger.first and b.mention.kind is bound.mention.kind for b in frame.mentions)
    rivals = [b for b in frame.mentions if b.first in between and b.mention.dimension == bound.mention.dimension]
    return bool(rivals) and any(_governs(frame, g, rivals[0].last, bound.first) for g in frame.groups)


def _nearer(frame: Frame, trigger: Trigger, bound: Bound) -> bool:
    """Whether a trigger after a value stands beside a later value, in a clause or phrase of that one's own.

    "Two ships came for the crash that left 12 people dead": no two were killed; "12 men and 3 boys died" are alike.
    """
    later = [b for b in frame.mentions if bound.last <= b.first and b.last <= trigger.first]
    rivals = [b for b in later if b.mention.dimension == bound.mention.dimension]
    if not rivals:
        return False
    between = range(bound.last, rivals[-1].first)
    verbs = any(bound.last <= g.first < rivals[-1].first for g in frame.groups)
    return verbs or any(frame.tag(k) is Tag.SUBORDINATOR for k in between)


def _governs(frame: Frame, group: Group, first: int, last: int) -> bool:
    return first <= group.main < last and not frame.key(group.first).endswith("ing")


def fits_rule(rule: MetricRule, mention: Mention, frame: Frame, *, near: bool = True) -> bool:
    """Whether a mention has the rule's dimension, denominator and counted noun.

    An implausible value still belongs to the rule. `near`: the trigger stands beside the mention.
    """
    if not in_setting(rule, frame):
        return False
    bare = rule.bare and near
    if rule.dimension == "count" and mention.kind is Kind.NUMBER:
        return bare
    if not has_denominator(rule, mention, bare=bare):
        return False
    if not has_dimension(rule.dimension, mention):
        return False
    return not rule.nouns or bool(counted(mention, frame) & set(rule.nouns))


def in_setting(rule: MetricRule, frame: Frame) -> bool:
    """Whether the article has a word of the rule's setting."""
    return not rule.setting or not frame.tokens.vocabulary.isdisjoint(rule.setting)


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


def counted(mention: Mention, frame: Frame) -> frozenset[str]:
    """The words of the counted noun phrase, plural and singular."""
    if mention.noun is None:
        return frozenset({mention.unit.lower()}) if mention.unit else frozenset()
    words = frame.tokens.text[mention.noun.start : mention.noun.end].lower().split()
    return frozenset(words) | frozenset(singular(w) for w in words)
