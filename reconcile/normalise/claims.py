"""Claims to one unit a dimension, so that values in miles and kilometres meet.

Units are converted only where a corpus has two of one dimension; pint is not even loaded for one that has not.
Lengths of time meet by the clock (up to weeks) or by the calendar (months and more), never across.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from reconcile.model.claim import Claim, Step
from reconcile.model.interval import Interval
from reconcile.model.mention import Kind
from reconcile.model.value import Value
from reconcile.normalise.units import factor, temperature

# The unit in which all values of a dimension meet; a dimension not listed meets in the first unit by name.
MEETING = {
    "length": "kilometer",
    "area": "square kilometer",
    "volume": "liter",
    "mass": "kilogram",
    "speed": "kilometer per hour",
    "temperature": "celsius",
    "power": "kilowatt",
    "energy": "kilowatt hour",
}
HUNDRED = Decimal(100)
# Lengths of time that are exact multiples of one another, in the finest unit of their kind; a month has no fixed days.
CLOCK = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "fortnight": 1209600}
CALENDAR = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def normalise(claims: Iterable[Claim], gauges: Mapping[str, str] = MappingProxyType({})) -> tuple[Claim, ...]:
    """The same claims, in order, each measure with its value in the unit of its dimension.

    `gauges` gives the unit in which the values of a metric, by its id, are to be judged besides.
    """
    claims = tuple(claims)
    units: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if _measured(claim):
            units[claim.dimension or ""].add(_unit(claim))
            # a temperature may be a difference of two, which has no zero to convert by
            gauge = gauges.get(claim.metric.id) if claim.metric and claim.dimension != "temperature" else None
            if gauge is not None and gauge != _unit(claim):
                units[claim.dimension or ""].add(gauge)
    lengths = {c.unit for c in claims if c.kind is Kind.DURATION}
    common = {d: MEETING.get(d, min(names)) if len(names) > 1 else min(names) for d, names in units.items()}
    finest = _finest(lengths)
    return tuple(_length(_normalised(c, common), finest) for c in claims)


def _finest(units: set[str | None]) -> dict[str, tuple[str, Decimal]]:
    """For each unit of time the finest of its kind in use, and how many of that it is."""
    out = {}
    for family in (CLOCK, CALENDAR):
        used = [unit for unit in family if unit in units]
        out.update({unit: (used[0], Decimal(family[unit]) / family[used[0]]) for unit in used})
    return out


def _length(claim: Claim, finest: dict[str, tuple[str, Decimal]]) -> Claim:
    """A length of time with its value in the finest unit of its kind: a week is seven days."""
    if claim.kind is not Kind.DURATION or claim.value is None or claim.unit not in finest:
        return claim
    unit, times = finest[claim.unit]
    if unit == claim.unit:
        return replace(claim, norm=claim.value, norm_unit=unit)
    step = Step("normalise.unit", f"{claim.unit} to {unit}")
    value = claim.value.scaled(times)
    # "two years" is written to the year: 26 months are two years as well
    return replace(claim, norm=replace(value, ulp=value.ulp or times), norm_unit=unit, trail=(*claim.trail, step))


def _measured(claim: Claim) -> bool:
    return claim.kind is Kind.MEASURE and claim.value is not None and None not in (claim.unit, claim.dimension)


def _unit(claim: Claim) -> str:
    return f"{claim.unit} per {claim.per}" if claim.per is not None else claim.unit or ""


def _normalised(claim: Claim, common: dict[str, str]) -> Claim:
    if claim.kind is Kind.RATIO and claim.unit == "share" and claim.value is not None:
        return replace(claim, norm=claim.value.scaled(HUNDRED), norm_unit="percent")
    if claim.kind is Kind.PERCENT:
        return replace(claim, norm=claim.value, norm_unit="percent")
    if not _measured(claim) or claim.value is None:
        return claim
    target = common[claim.dimension or ""]
    if target == _unit(claim):
        return replace(claim, norm=claim.value, norm_unit=target)
    value = _converted(claim.value, _unit(claim), target)
    if value is None:
        return claim
    step = Step("normalise.unit", f"{_unit(claim)} to {target}")
    return replace(claim, norm=value, norm_unit=target, trail=(*claim.trail, step))


def _converted(value: Value, unit: str, target: str) -> Value | None:
    times = factor(unit, target)
    if times is not None:
        return value.scaled(times)
    ends = [None if e is None else temperature(e, unit, target) for e in (value.low, value.high)]
    if ends == [None, None]:
        return None
    # a degree of one scale is not a degree of the other; the precision carries over by the width of one degree
    one = [temperature(Decimal(n), unit, target) for n in (0, 1)]
    width = one[1] - one[0] if one[0] is not None and one[1] is not None else Decimal(1)
    bounds = Interval(ends[0], ends[1], value.bounds.low_open, value.bounds.high_open)
    return Value(
        bounds, None if value.ulp is None else value.ulp * width, value.loose_ulp and value.loose_ulp * width, None
    )
