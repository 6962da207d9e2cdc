"""Claims to one unit a dimension, so that values in miles and kilometres meet.

Units are converted only where a corpus has two of one dimension; pint is not even loaded for one that has not.
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
    common = {d: MEETING.get(d, min(names)) if len(names) > 1 else min(names) for d, names in units.items()}
    return tuple(_normalised(c, common) for c in claims)


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
