"""The relation of two values: a law of intervals, not of tolerance (XBRL, *Handling Duplicate Facts*, 2018/2025).

Two plain numbers of equal written precision agree only when equal; of unequal precision, when the finer one rounds to
the coarser. Bounds and ranges decide by what both leave possible. What a hedge loosely means ("about") can make two
values compatible, never a conflict.

Two amounts in two currencies: they meet at the dated rate and its band, or they do not meet.

The very same digits in two currencies are one label too many, unless the rate makes one of the other or a bare sign may
be either's: a dollar may be any country's.

Which way a change went is a part of it: what rose by 12 percent did not fall by 12 percent.

Only where the words of an open metric say so ("sales fall"), and say it of one way alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from reconcile.model.claim import Claim, Exchanged, two_labels
from reconcile.model.finding import Relation
from reconcile.model.mention import Kind
from reconcile.model.value import Interval, Value, significant_digits
from reconcile.model.words import stems
from reconcile.rules.policy import Policy

# Trailing zeros are read as rounding up to this part of the figure: 512 may be written 500, but 17 is not 20.
LOOSEST = Decimal("0.1")
# The relations of two values that can both be so.
FITS = frozenset({Relation.AGREE, Relation.COMPATIBLE})


class Judged(NamedTuple):
    """A relation and the reason for it in one clause."""

    relation: Relation
    why: str


def relate_values(a: Value, b: Value, tolerance: Decimal = Decimal(0)) -> Judged:
    """How two values in one unit stand to each other; symmetric. `tolerance` is relative to the larger."""
    if a.bounds == b.bounds:
        return Judged(Relation.AGREE, "the same value")
    if a.is_point and b.is_point:
        return _points(a, b, tolerance)
    if _reaches(a, b) or _reaches(b, a):
        return Judged(Relation.AGREE, "the same number, once as a bound that includes it")
    if _rescaled(a, b):
        return Judged(Relation.CONFLICT, "the same digits in two scales, far from what the hedge is taken to mean")
    if a.bounds.overlaps(b.bounds):
        return Judged(Relation.COMPATIBLE, "one is a bound or range that admits the other")
    if _same_anchor(a, b):
        return Judged(Relation.COMPATIBLE, "the same number, once with a bound")
    if a.ulp != b.ulp and a.written().overlaps(b.written()):
        return Judged(Relation.COMPATIBLE, "within the precision of the digits as written")
    return _hedged(a, b, "no number lies within both")


def _points(a: Value, b: Value, tolerance: Decimal) -> Judged:
    x, y = a.bounds.low or Decimal(0), b.bounds.low or Decimal(0)
    if tolerance and abs(x - y) <= tolerance * max(abs(x), abs(y)):
        return Judged(Relation.AGREE, f"within the metric's tolerance of {tolerance:%}")
    if a.ulp != b.ulp and a.rounds_with(b):
        return Judged(Relation.AGREE, "equal within the precision of the coarser figure")
    near = abs(x - y) <= LOOSEST * max(abs(x), abs(y))
    if near and a.loose_ulp != b.loose_ulp and a.rounds_with(b, loose=True):
        return Judged(Relation.COMPATIBLE, "equal if trailing zeros are rounding")
    why = "equally precise but different digits" if a.ulp == b.ulp else "the finer figure does not round to the coarser"
    return _hedged(a, b, why)


def _reaches(bounded: Value, point: Value) -> bool:
    """Whether one is a closed lower bound at the other: "at least 58" is said of what is counted as 58 so far."""
    b = bounded.bounds
    return point.is_point and b.high is None and not b.low_open and b.low == point.bounds.low


def _same_anchor(a: Value, b: Value) -> bool:
    """Whether the digits are the same, once as an open bound ("more than 130" and "130")."""
    ends = [{e for e in (v.bounds.low, v.bounds.high) if e is not None} for v in (a, b)]
    return bool(ends[0] & ends[1])


def _rescaled(a: Value, b: Value) -> bool:
    """Whether two numbers, a hedge at one at least, are the same digits in two scales: "almost 3" and "almost 30"."""
    x, y = a.anchor, b.anchor
    if (x, y) == (a, b) or not x.low or not y.low or x.low == y.low or _meant(a).overlaps(_meant(b)):
        return False
    return x.is_point and y.is_point and significant_digits(x.low) == significant_digits(y.low)


def _hedged(a: Value, b: Value, why: str) -> Judged:
    """Softens a conflict where a hedge admits the other value."""
    if a.soft is None and b.soft is None:
        return Judged(Relation.CONFLICT, why)
    if _meant(a).overlaps(_meant(b)):
        return Judged(Relation.COMPATIBLE, "within what the hedge is taken to mean")
    return Judged(Relation.CONFLICT, why)


def _meant(value: Value) -> Interval:
    return value.soft or value.written()


def common_point(values: tuple[Value, ...]) -> bool:
    """Whether one number lies in every value as written: agreement is not transitive, so a group needs this."""
    shared: Interval | None = Interval()
    for value in values:
        shared = shared.intersect(value.written(loose=True)) if shared is not None else None
    return shared is not None


def relate_currencies(a: Claim, b: Claim, x: Value, y: Value) -> Judged:
    """How the values `x` of `a` and `y` of `b` stand; symmetric.

    A sign that may be several currencies is tried as each.
    """
    pairs = ((a, b, y), (b, a, x))
    known = [(e, other) for one, two, other in pairs for e in one.exchanged if e.unit == two.unit]
    rate_words = known[0][0].describe() if known else ""
    if any(_fits(e, other, loose=False) for e, other in known):
        return Judged(Relation.COMPATIBLE, f"equal at the rate of that time ({rate_words})")
    if two_labels(a, b) and not (a.says_when and b.says_when and a.period != b.period):
        return Judged(Relation.CONFLICT, f"the same figure in {a.unit} and in {b.unit}")
    if not known:
        return Judged(Relation.NOT_COMPARABLE, f"{a.unit} and {b.unit}: no rate table for that date")
    if any(_fits(e, other, loose=True) for e, other in known):
        return Judged(
            Relation.COMPATIBLE, f"equal at the rate of that time, if trailing zeros are rounding ({rate_words})"
        )
    return Judged(Relation.CONFLICT, f"apart by more than the rate allows ({rate_words})")


def _fits(converted: Exchanged, other: Value, *, loose: bool) -> bool:
    one, two = converted.value.soft or converted.value.bounds, other.soft or other.written(loose=loose)
    return one.overlaps(two)


# Kinds that a change is given in; the rest are mostly what it changed to.
CHANGES = frozenset({Kind.PERCENT, Kind.POINTS, Kind.MONEY})
OPPOSED = "one says that it went up, the other that it went down"


def opposed(a: Claim, b: Claim, policy: Policy) -> bool:
    """Whether two changes went opposite ways; symmetric."""
    return _direction(a, policy) * _direction(b, policy) < 0


def _direction(claim: Claim, policy: Policy) -> int:
    """1 for up, -1 for down, 0 where the claim says neither or both."""
    if claim.kind not in CHANGES or claim.metric is None or not claim.metric.is_open:
        return 0
    return direction(stems(claim.metric.label), policy)


def direction(words: Iterable[str], policy: Policy) -> int:
    """Which way stems of words point: 1 for up, -1 for down, 0 where they say neither or both."""
    words = frozenset(words)
    return (not words.isdisjoint(policy.rises)) - (not words.isdisjoint(policy.falls))
