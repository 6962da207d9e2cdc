"""Units of measure, by pint: dimension and factor of a unit, and claims brought to one unit a dimension.

Units are converted only where a corpus has two of one dimension; pint is not even loaded for one that has not.
Lengths of time meet by the clock (up to weeks) or by the calendar (months and more), never across.

pint is imported here alone and only when first asked; nothing of it leaves this module. Unit names are those of
`lexicon/en/units.yaml`: singular, with spaces ("square kilometer", "kilowatt hour").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from reconcile.model.claim import PERCENT, Claim, Step, so_many
from reconcile.model.mention import Kind
from reconcile.model.value import Interval, Value

if TYPE_CHECKING:
    import pint
    from pint.facets.plain import PlainUnit

# Dimensions by their exponents in pint's base dimensions; a dimension not listed is given as that formula. Names of
# dimensions and units here are pint's own, no words of a language.
_NAMES = {
    "length": "length",
    "length**2": "area",
    "length**3": "volume",
    "mass": "mass",
    "time": "time",
    "temperature": "temperature",
    "length time**-1": "speed",
    "length**2 mass time**-2": "energy",
    "length**2 mass time**-3": "power",
    "length**-1 mass time**-2": "pressure",
    "length mass time**-2": "force",
    "time**-1": "frequency",
    "current": "current",
    "current time": "charge",
    "length**3 time**-1": "flow",
    "substance": "substance",
    "": "ratio",
}
# Units of news that pint lacks.
_DEFINITIONS = (
    "percentage_point = 0.01",
    "basis_point = 0.0001",
    "part_per_million = 0.000001",
    "part_per_billion = 0.000000001",
    "beats_per_minute = 1 / minute",
    "electronvolt = electron_volt",
    "frame = count",
    "millimeter_of_mercury = millimeter_Hg",
    "inch_of_mercury = inch_Hg",
    "sigma = []",
    "international_unit = count",
    "quintal = 100 * kilogram",
    "dunam = 1000 * meter ** 2",
    "part_per_trillion = 0.000000000001",
    "diopter = 1 / meter",
)
# Names that pint keeps for something else (its pound a mass).
_OTHERWISE = {"pound per square inch": "psi", "kilopound per square inch": "ksi"}
_DATA = frozenset({"bit", "byte"})
_ANGLES = ("degree", "radian", "gradian", "arcminute", "arcsecond", "turn")
# How a power of a unit is named: before it or after it.
_POWERS = (("inverse ", "", -1), ("", " squared", 2), ("square ", "", 2), ("cubic ", "", 3))


@cache
def _registry() -> pint.UnitRegistry[Decimal]:
    import pint

    registry: pint.UnitRegistry[Decimal] = pint.UnitRegistry(non_int_type=Decimal, cache_folder=None)
    for definition in _DEFINITIONS:
        registry.define(definition)
    return registry


def _unit(name: str) -> PlainUnit | None:
    """The unit of a name, a rate or a power of one; None where pint knows none."""
    if name in _OTHERWISE:
        return _registry().Unit(_OTHERWISE[name])
    whole = _named(name)
    if whole is not None:
        return whole
    top, _, bottom = name.rpartition(" per ")
    if top:
        over, under = _unit(top), _unit(bottom)
        return None if over is None or under is None else over / under
    powers = (power for power in _POWERS if name.startswith(power[0]) and name.endswith(power[1]))
    first, last, exponent = next(powers, ("", "", 1))
    base = _unit(name.removeprefix(first).removesuffix(last)) if first or last else None
    return None if base is None else base**exponent


def _named(name: str) -> PlainUnit | None:
    import pint

    registry = _registry()
    for form in (name.replace(" ", "_"), name.replace(" ", "*")):
        if not all(part.isidentifier() for part in form.split("*")):
            return None
        try:
            return registry.Unit(form)
        except (pint.errors.UndefinedUnitError, pint.errors.DefinitionSyntaxError):
            continue
    return None


@cache
def factor(unit_from: str, unit_to: str) -> Decimal | None:
    """How many `unit_to` one `unit_from` is: `factor("mile", "kilometer")` is 1.609344.

    None where pint does not know a unit, where the dimensions differ, and for temperatures on different scales, whose
    zeros differ (`temperature` converts those).
    """
    if unit_from == unit_to:
        return Decimal(1)
    one, other = _unit(unit_from), _unit(unit_to)
    if one is None or other is None or one.dimensionality != other.dimensionality:
        return None
    if not (_is_multiplicative(unit_from) and _is_multiplicative(unit_to)):
        return None
    return Decimal(_registry().Quantity(Decimal(1), one).to(other).magnitude)


def temperature(value: Decimal, unit_from: str, unit_to: str) -> Decimal | None:
    """A temperature on another scale: 212 fahrenheit is 100 celsius. None where a unit is none of temperature."""
    if dimension(unit_from) != "temperature" or dimension(unit_to) != "temperature":
        return None
    one, other = _unit(unit_from), _unit(unit_to)
    return Decimal(_registry().Quantity(value, one).to(other).magnitude)


@cache
def dimension(unit: str) -> str | None:
    """The dimension of a unit ("length", "mass" ...), a formula for a rare one; None where pint knows no such unit."""
    pint_unit = _unit(unit)
    if pint_unit is None:
        return None
    if any(unit.endswith(name) for name in _DATA):
        return "data"
    if any(unit.endswith(name) for name in _ANGLES):
        return "angle"
    powers = sorted((str(base).strip("[]"), exponent) for base, exponent in pint_unit.dimensionality.items())
    formula = " ".join(base if exponent == 1 else f"{base}**{exponent:g}" for base, exponent in powers)
    return _NAMES.get(formula, formula)


def _is_multiplicative(unit: str) -> bool:
    return unit not in ("celsius", "fahrenheit")


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
ONE, HUNDRED = Decimal(1), Decimal(100)
# Lengths of time that are exact multiples of one another, in the finest unit of their kind; a month has no fixed days.
CLOCK = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "fortnight": 1209600}
CALENDAR = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def normalise(claims: Iterable[Claim], gauges: Mapping[str, str] = MappingProxyType({})) -> tuple[Claim, ...]:
    """The same claims, in order, each measure with its value in the unit of its dimension.

    `gauges` gives the unit in which the values of a metric, by its id, are to be judged besides.
    """
    claims = tuple(claims)
    units: defaultdict[str, set[str]] = defaultdict(set)
    for claim in filter(_measured, claims):
        units[claim.dimension or ""] |= {_unit_with_denominator(claim), _gauge(claim, gauges)}
    common = {d: MEETING.get(d, min(names)) if len(names) > 1 else min(names) for d, names in units.items()}
    finest = _finest({c.unit for c in claims if c.kind is Kind.DURATION})
    return tuple(_length(_normalised(c, common), finest) for c in claims)


def _gauge(claim: Claim, gauges: Mapping[str, str]) -> str:
    """The unit in which a claim's metric is judged, else its own; a temperature may be a difference, without a zero."""
    own = _unit_with_denominator(claim)
    return gauges.get(claim.metric.id, own) if claim.metric and claim.dimension != "temperature" else own


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


def _unit_with_denominator(claim: Claim) -> str:
    return f"{claim.unit} per {claim.per}" if claim.per is not None else claim.unit or ""


def _normalised(claim: Claim, common: dict[str, str]) -> Claim:
    percents = _percents(claim)
    if percents is not None and claim.value is not None:
        whole = claim.value if percents == 1 else claim.value.scaled(percents)
        return replace(claim, norm=whole, norm_unit=PERCENT)
    if not _measured(claim) or claim.value is None:
        return claim
    target = common[claim.dimension or ""]
    if target == _unit_with_denominator(claim):
        return replace(claim, norm=claim.value, norm_unit=target)
    value = _converted(claim.value, _unit_with_denominator(claim), target)
    if value is None:
        return claim
    step = Step("normalise.unit", f"{_unit_with_denominator(claim)} to {target}")
    return replace(claim, norm=value, norm_unit=target, trail=(*claim.trail, step))


def _percents(claim: Claim) -> Decimal | None:
    """How many percent one of a claim's value is: of a share 100, of a number per 100,000 0.001; None for others."""
    many = so_many(claim.per)
    if claim.kind is Kind.PERCENT:
        return ONE if many is None else ONE / many[0]
    if claim.kind is not Kind.RATIO or (many is None and claim.unit != "share"):
        return None
    return HUNDRED if many is None else HUNDRED / many[0]


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
