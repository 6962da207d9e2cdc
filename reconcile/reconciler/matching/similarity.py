"""How alike two claims are: what is said around the values, and the parts of structure that both give alike.

How firmly the claims of a fact are bound: a difference between two that are only loosely alike is no conflict.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from reconcile.model.claim import Claim, Factuality, in_one_slot, two_labels
from reconcile.model.finding import FactKind
from reconcile.model.mention import WHEN, Kind
from reconcile.reconciler.matching.cannot_link import (
    differ_in_structure,
    has_name,
    place_and_area,
    same_metric_rule,
    two_metrics,
    two_nouns,
    values_far_apart,
    values_fit,
)
from reconcile.reconciler.matching.contexts import Contexts
from reconcile.rules.policy import Policy

# What a part of structure that both claims give alike (subject, metric, rate, counted noun, period) adds.
PART = Decimal("0.04")
PARTS = 5
# How much more alike two equal values of one text must be to be one value given twice.
REPEATED_MARGIN = Decimal("0.15")
# Two times that no rule binds are of one thing where claims are this alike: almost the same sentence.
CLOSE = Decimal("0.65")


def measure_similarity(a: Claim, b: Claim, contexts: Contexts) -> Decimal:
    """The share of context in common, and something for each part of structure; symmetric."""
    if contexts.are_exclusive(a, b):
        return Decimal(0)
    if in_one_slot(a, b):
        return Decimal(1)
    return contexts.similarity(a, b) + PART * contexts.parts(a, b)


def cannot_link(a: Claim, b: Claim, contexts: Contexts, score: Decimal | None = None) -> bool:
    """Whether two claims are of two things for all that they are alike, by `score` where that is known already."""
    if differ_in_structure(a, b, contexts.growing) or contexts.are_begin_and_end(a, b):
        return True
    two = place_and_area(a, b, contexts.policy.areas)
    return two or _misnamed(a, b, contexts, score) or _too_far(a, b)


def _misnamed(a: Claim, b: Claim, contexts: Contexts, score: Decimal | None) -> bool:
    """Whether rules name two metrics; one of them may be misread where words and values bind the two all the same."""
    if not two_metrics(a, b, contexts.akin):
        return False
    if not values_fit(a, b) or two_nouns(a, b, contexts.policy):
        return True
    return (measure_similarity(a, b, contexts) if score is None else score) < contexts.firm


def _too_far(a: Claim, b: Claim) -> bool:
    """Whether two values are too far apart for one thing, and neither a rule nor one sentence says they are of it."""
    return values_far_apart(a, b) and not same_metric_rule(a, b) and not in_one_slot(a, b)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How alike two claims must be to be linked, by the kind of fact and what their values say."""

    least: Mapping[FactKind, Decimal]
    same_time: Decimal
    tie: Decimal

    @classmethod
    def of(cls, policy: Policy) -> Thresholds:
        """The bars of a policy."""
        return cls(
            {FactKind.VALUE: policy.alike, FactKind.EVENT: policy.alike_dates}, policy.alike_same_time, policy.tie
        )

    def lowest(self, kind: FactKind) -> Decimal:
        """The bar under which nothing is linked, whatever the values."""
        return min(self.least[kind], self.same_time) if kind is FactKind.EVENT else self.least[kind]

    def bar(self, kind: FactKind, a: Claim, b: Claim, *, fits: bool) -> Decimal:
        """The least likeness of two claims; one text that gives two values gives them of two things."""
        base = self.same_time if fits and kind is FactKind.EVENT else self.least[kind]
        if a.source != b.source:
            return base
        return base + REPEATED_MARGIN if fits else NEVER


def link_strength(kind: FactKind, a: Claim, b: Claim, contexts: Contexts, thresholds: Thresholds) -> Decimal | None:
    """The strength of the link of two claims, equal values breaking ties; None where nothing links them."""
    fits = values_fit(a, b)
    score = measure_similarity(a, b, contexts)
    if score < thresholds.bar(kind, a, b, fits=fits) or cannot_link(a, b, contexts, score):
        return None
    both = (a.factuality is Factuality.DENIED) == (b.factuality is Factuality.DENIED)
    return score + (thresholds.tie if fits and both else Decimal(0))


Pairs = frozenset[frozenset[str]]

TO_COME = frozenset({Factuality.FORECAST, Factuality.TARGET})
# In a group of more claims than this, pairs are no longer looked at one by one.
LARGE_GROUP = 200
# Part of the likeness needed where one rule names the metric of both claims.
NAMED = Decimal("0.8")
# No two claims are as alike as this: where each names somebody or some place that the other does not, two times are of
# two things.
NEVER = Decimal(2)
# What two numbers without a noun or unit need beyond others before they are in conflict.
BARE = Decimal("0.15")


def weak_links(group: tuple[Claim, ...], contexts: Contexts, firm: Decimal) -> Pairs:
    """The pairs of a group, as far as they are looked at, less alike than `firm` that no rule's metric binds."""
    pairs = combinations(group[:LARGE_GROUP], 2)
    return frozenset(frozenset((a.id, b.id)) for a, b in pairs if _is_weak(a, b, contexts, firm))


def _is_weak(a: Claim, b: Claim, contexts: Contexts, firm: Decimal) -> bool:
    if two_labels(a, b) or in_one_slot(a, b):
        return False
    if contexts.two_unnamed(a, b):
        return True
    if same_metric_rule(a, b) and _both_dated(a, b):
        return False
    return measure_similarity(a, b, contexts) < _needed(a, b, firm)


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
    if a.kind in WHEN and not named:
        if a.names - b.names and b.names - a.names:
            return NEVER
        return firm if _one_plan(a, b) else CLOSE
    bare = not named and Kind.NUMBER in (a.kind, b.kind)
    return firm + BARE if bare else firm


def _one_plan(a: Claim, b: Claim) -> bool:
    """Whether both tell in like words what one party by name is to do."""
    if a.metric is None or b.metric is None or a.subject is None or b.subject is None:
        return False
    party = a.subject.id == b.subject.id and has_name(a)
    plans = {a.factuality, b.factuality} <= TO_COME
    return party and plans and bool(a.metric.content & b.metric.content)
