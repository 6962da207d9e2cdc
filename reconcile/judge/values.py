"""The relation of two values: a law of intervals, not of tolerance (XBRL, *Handling Duplicate Facts*, 2018/2025).

Two plain numbers of equal written precision agree only when equal; of unequal precision, when the finer one rounds to
the coarser. Bounds and ranges decide by what both leave possible. What a hedge loosely means ("about") can make two
values compatible, never a conflict.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from reconcile.model.finding import Relation
from reconcile.model.interval import Interval
from reconcile.model.value import Value

# Trailing zeros are read as rounding up to this part of the figure: 512 may be written 500, but 17 is not 20.
LOOSEST = Decimal("0.1")


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
    if a.ulp != b.ulp and _rounds(a, b, loose=False):
        return Judged(Relation.AGREE, "equal within the precision of the coarser figure")
    near = abs(x - y) <= LOOSEST * max(abs(x), abs(y))
    if near and a.loose_ulp != b.loose_ulp and _rounds(a, b, loose=True):
        return Judged(Relation.COMPATIBLE, "equal if trailing zeros are rounding")
    why = "equally precise but different digits" if a.ulp == b.ulp else "the finer figure does not round to the coarser"
    return _hedged(a, b, why)


def _rounds(a: Value, b: Value, *, loose: bool) -> bool:
    """Whether the finer figure lies where the coarser one rounds from."""
    ulps = [(v.loose_ulp if loose else v.ulp) or Decimal(0) for v in (a, b)]
    coarse, fine = (a, b) if ulps[0] > ulps[1] else (b, a)
    return fine.bounds.low is not None and coarse.written(loose=loose).contains(fine.bounds.low)


def _reaches(bound: Value, point: Value) -> bool:
    """Whether one is a closed lower bound at the other: "at least 58" is said of what is counted as 58 so far."""
    b = bound.bounds
    return point.is_point and b.high is None and not b.low_open and b.low == point.bounds.low


def _same_anchor(a: Value, b: Value) -> bool:
    """Whether the digits are the same, once as an open bound ("more than 130" and "130")."""
    ends = [{e for e in (v.bounds.low, v.bounds.high) if e is not None} for v in (a, b)]
    return bool(ends[0] & ends[1])


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
