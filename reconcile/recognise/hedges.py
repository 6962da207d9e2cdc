"""Hedges to bounds: what "more than", "nearly" or "about" leaves possible, and what a reader takes it to mean."""

from __future__ import annotations

from decimal import Decimal

from reconcile.model.interval import Interval
from reconcile.model.value import Value
from reconcile.recognise.numeral import Numeral
from reconcile.rules.hedges import Hedge


def value_of(number: Numeral, factor: Decimal, hedge: Hedge | None) -> Value:
    """The value of one number in its unit, hedged or not."""
    if factor == 1:
        point, ulp, loose = number.value, number.ulp, number.loose_ulp
    else:
        point, ulp, loose = number.value * factor, number.ulp * factor, number.loose_ulp * factor
    if number.bounds is not None:
        return _vague(number, hedge)
    places = None if number.fraction and not number.in_words else ulp
    if number.fraction:
        places, loose = None, ulp
    if hedge is None or hedge.bound == "=":
        return Value(Interval.point(point), places, None if places is None else loose)
    soft = _soft(point, hedge)
    return Value(_hard(point, hedge), places, None if places is None else loose, soft)


def _hard(point: Decimal, hedge: Hedge) -> Interval:
    bound = hedge.bound
    if bound == ">":
        return Interval(low=point, low_open=True)
    if bound == ">=":
        return Interval(low=point)
    if bound == "<":
        return Interval(high=point, high_open=True)
    if bound == "<=":
        return Interval(high=point)
    return Interval.point(point)


def _soft(point: Decimal, hedge: Hedge) -> Interval | None:
    if hedge.soft is None:
        return None
    ends = sorted((point * hedge.soft[0], point * hedge.soft[1]))
    return Interval(ends[0], ends[1])


def _vague(number: Numeral, hedge: Hedge | None) -> Value:
    bounds = number.bounds or Interval.point(number.value)
    if hedge is not None and hedge.bound in ("<", "<="):
        bounds = Interval(high=bounds.high)
    return Value(bounds, None, None, number.soft)


def range_of(low: Numeral, high: Numeral, factor: Decimal, *, approximate: bool) -> Value:
    """Two ends as one value, both of them possible; the coarser end gives the precision."""
    ends = sorted((low, high), key=lambda n: n.value)
    first, last = ends
    bounds = Interval(_low(first) * factor, _high(last) * factor)
    ulp = max(first.ulp, last.ulp) * factor
    loose = max(first.loose_ulp, last.loose_ulp) * factor
    soft = None
    if approximate:
        slack = Decimal("0.1")
        low_end, high_end = bounds.low or Decimal(0), bounds.high or Decimal(0)
        soft = Interval(low_end - abs(low_end) * slack, high_end + abs(high_end) * slack)
    return Value(bounds, ulp, loose, soft)


def between(first: Numeral, a: Hedge, second: Numeral, b: Hedge, factor: Decimal) -> Value:
    """The range two bounds leave: "more than 10 and at most 40"."""
    hard = _hard(first.value * factor, a).intersect(_hard(second.value * factor, b))
    return Value(hard or Interval.point(first.value * factor), first.ulp * factor, first.loose_ulp * factor)


def _low(number: Numeral) -> Decimal:
    return number.value if number.bounds is None or number.bounds.low is None else number.bounds.low


def _high(number: Numeral) -> Decimal:
    return number.value if number.bounds is None or number.bounds.high is None else number.bounds.high
