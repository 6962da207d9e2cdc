"""Which rule's metric a value belongs to: dimension, trigger in the clause, counted noun, no exclusion."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.extract.frame import BREAK_KEYS, Bound, Frame
from reconcile.model.claim import Step
from reconcile.model.mention import Kind, Mention
from reconcile.model.words import singular
from reconcile.rules.metrics import MetricRule


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger phrase of some rules, at tokens `[first, last)`."""

    first: int
    last: int
    rules: tuple[MetricRule, ...]


def triggers(frame: Frame) -> tuple[Trigger, ...]:
    """All trigger phrases of the sentence."""
    out = []
    for i in range(frame.first, frame.last):
        match = frame.pack.metrics.triggers.match(frame.tokens, i)
        if match is not None and match[1] <= frame.last:
            out.append(Trigger(i, match[1], match[0]))
    return tuple(out)


def excluded(frame: Frame) -> frozenset[str]:
    """The ids of rules that a phrase of the sentence switches off."""
    out: set[str] = set()
    for i in range(frame.first, frame.last):
        match = frame.pack.metrics.exclusions.match(frame.tokens, i)
        if match is not None:
            out |= match[0]
    return frozenset(out)


def rule_for(frame: Frame, bound: Bound, found: tuple[Trigger, ...]) -> tuple[MetricRule | None, tuple[Step, ...]]:
    """The rule whose trigger stands nearest the value in its clause, and the step that says so."""
    off = excluded(frame) if found else frozenset()
    best: tuple[int, MetricRule, Trigger] | None = None
    for trigger in found:
        distance = _distance(frame, trigger, bound)
        for rule in trigger.rules if distance is not None else ():
            fits = rule.id not in off and fits_rule(rule, bound.mention, frame)
            if fits and distance is not None and (best is None or (distance, rule.id) < (best[0], best[1].id)):
                best = (distance, rule, trigger)
    if best is None:
        return None, ()
    words = frame.text(best[2].first, best[2].last)
    return best[1], (Step(f"metric.{best[1].id}", f"“{words}” names the metric"),)


def _distance(frame: Frame, trigger: Trigger, bound: Bound) -> int | None:
    after = trigger.first >= bound.last
    between = range(bound.last, trigger.first) if after else range(trigger.last, bound.first)
    if any(frame.key(k) in BREAK_KEYS for k in between):
        return None
    return len(between) + (1 if after else 0)


def fits_rule(rule: MetricRule, mention: Mention, frame: Frame) -> bool:
    """Whether a mention has the rule's dimension and counted noun; an implausible value still belongs to it."""
    if mention.dimension != rule.dimension and not (rule.dimension == "count" and mention.kind is Kind.COUNT):
        return False
    return not rule.nouns or bool(counted(mention, frame) & set(rule.nouns))


def counted(mention: Mention, frame: Frame) -> frozenset[str]:
    """The words of the counted noun phrase, plural and singular."""
    if mention.noun is None:
        return frozenset({mention.unit.lower()}) if mention.unit else frozenset()
    words = frame.tokens.text[mention.noun.start : mention.noun.end].lower().split()
    return frozenset(words) | frozenset(singular(w) for w in words)
