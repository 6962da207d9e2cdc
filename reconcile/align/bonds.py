"""How firmly the claims of a fact are bound: a difference between two that are only loosely alike is no conflict."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from reconcile.align.context import Contexts
from reconcile.align.likeness import CLOSE, close, likeness
from reconcile.align.separate import one_rule
from reconcile.model.claim import Claim, Factuality
from reconcile.model.labels import two_labels
from reconcile.model.mention import Kind

Pairs = frozenset[frozenset[str]]

TO_COME = frozenset({Factuality.FORECAST, Factuality.TARGET})
# In a group of more claims than this, pairs are no longer looked at one by one.
CROWD = 200
# Part of the likeness needed where one rule names the metric of both claims.
NAMED = Decimal("0.8")
# No two claims are as alike as this: where each names somebody or some place that the other does not, two times are of
# two things.
NEVER = Decimal(2)
# What two numbers without a noun or unit need beyond others before they are in conflict.
BARE = Decimal("0.15")


def bonds(group: tuple[Claim, ...], contexts: Contexts, firm: Decimal) -> tuple[Pairs, Pairs]:
    """The pairs of a group less alike than `firm` that no rule's metric binds, and those in nearly the same words."""
    weak, same = set(), set()
    for a, b in combinations(group[:CROWD], 2):
        if two_labels(a, b):
            continue
        if a.kind is Kind.DATE and contexts.two_stories(a, b):
            weak.add(frozenset((a.id, b.id)))
            continue
        score = likeness(a, b, contexts)
        if close(a, b, score, contexts):
            same.add(frozenset((a.id, b.id)))
        elif score < _needed(a, b, firm) and not (one_rule(a, b) and _both_dated(a, b)):
            weak.add(frozenset((a.id, b.id)))
    return frozenset(weak), frozenset(same)


def _both_dated(a: Claim, b: Claim) -> bool:
    """Whether the times of both are known, or of neither: one that is not may be another."""
    return (a.period is None) == (b.period is None)


def _needed(a: Claim, b: Claim, firm: Decimal) -> Decimal:
    """How alike two claims must be; less where one rule names both metrics, more for a bare number.

    What happened when is told in so many ways that only the same words bind two times that no rule does; what a party
    is to do, by fewer.
    """
    named = a.metric is not None and b.metric is not None and not a.metric.is_open and a.metric.id == b.metric.id
    if named and _both_dated(a, b):
        return firm * NAMED
    if a.kind is Kind.DATE and not named:
        if a.names - b.names and b.names - a.names:
            return NEVER
        return firm if _one_plan(a, b) else CLOSE
    bare = not named and Kind.NUMBER in (a.kind, b.kind)
    return firm + BARE if bare else firm


def _one_plan(a: Claim, b: Claim) -> bool:
    """Whether both tell in like words what one party by name is to do."""
    if a.metric is None or b.metric is None or a.subject is None or b.subject is None:
        return False
    party = a.subject.id == b.subject.id and a.subject.label[:1].isupper()
    plans = {a.factuality, b.factuality} <= TO_COME
    return party and plans and bool(a.metric.content & b.metric.content)
