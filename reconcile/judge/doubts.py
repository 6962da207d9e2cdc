"""What makes it likelier that two values are of two things than that one of them is wrong, where no rule binds them."""

from __future__ import annotations

from decimal import Decimal

from reconcile.judge.slips import slip
from reconcile.judge.values import Judged
from reconcile.model.claim import Claim
from reconcile.model.finding import Relation

# Sources that disagree on one thing are seldom farther apart than this, unless one made a slip.
FACTOR = Decimal(3)


def doubts(a: Claim, b: Claim) -> str | None:
    """The doubt in words, or None; symmetric."""
    if _ruled(a, b):
        return None
    return "one text gives both, more likely of two things" if a.source == b.source else distant(a, b)


def distant(a: Claim, b: Claim) -> str | None:
    """The doubt about two values, bounds or not, that lie far apart; None where a rule binds them."""
    if _ruled(a, b) or not far_apart(a, b):
        return None
    return "too far apart for two reports of one thing, and no slip explains it"


def _ruled(a: Claim, b: Claim) -> bool:
    return a.metric is not None and b.metric is not None and not (a.metric.is_open or b.metric.is_open)


def far_apart(a: Claim, b: Claim) -> bool:
    """Whether one value is several times the other and no slip makes them fit."""
    x, y = a.norm or a.value, b.norm or b.value
    if x is None or y is None or slip(x, y, a.dimension) is not None:
        return False
    low, high = sorted(abs((v.low if v.low is not None else v.high) or Decimal(0)) for v in (x, y))
    return high > low * FACTOR


def strict(a: Claim, b: Claim) -> Judged | None:
    """Said in nearly the same words, a bound is meant: "more than 130" leaves out 130 itself."""
    x, y = a.norm or a.value, b.norm or b.value
    if x is None or y is None or x.is_point == y.is_point or x.bounds.overlaps(y.bounds):
        return None
    bound = y if x.is_point else x
    if None not in (bound.low, bound.high) or not (bound.bounds.low_open or bound.bounds.high_open):
        return None
    return Judged(Relation.CONFLICT, "the same words, once with a bound that leaves the other out")
