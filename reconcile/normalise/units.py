"""Units of measure by pint: what dimension a unit has and how many of another it is worth.

pint is imported here alone and only when first asked; nothing of it leaves this module. Unit names are those of
`lexicon/en/units.yaml`: singular, with spaces ("square kilometer", "kilowatt hour").
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pint
    from pint.facets.plain import PlainUnit

# Dimensions by their exponents in pint's base dimensions; a dimension not listed is given as that formula.
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
)
# Names that pint keeps for something else (its pound a mass).
_OTHERWISE = {"pound per square inch": "psi", "kilopound per square inch": "ksi"}
_DATA = frozenset({"bit", "byte"})
_POWERS = {"square ": 2, "cubic ": 3}


@cache
def _registry() -> pint.UnitRegistry[Decimal]:
    import pint

    registry: pint.UnitRegistry[Decimal] = pint.UnitRegistry(non_int_type=Decimal, cache_folder=None)
    for definition in _DEFINITIONS:
        registry.define(definition)
    return registry


@cache
def _unit(name: str) -> PlainUnit | None:
    """The unit of a name, a rate or a power of one; None where pint knows none."""
    if name in _OTHERWISE:
        return _registry().Unit(_OTHERWISE[name])
    whole = _named(name)
    if whole is not None:
        return whole
    top, _, bottom = name.partition(" per ")
    if bottom:
        over, under = _unit(top), _unit(bottom)
        return None if over is None or under is None else over / under
    if name.startswith("inverse "):
        base = _unit(name.removeprefix("inverse "))
        return None if base is None else base**-1
    if name.endswith(" squared"):
        base = _unit(name.removesuffix(" squared"))
        return None if base is None else base**2
    for word, power in _POWERS.items():
        if name.startswith(word):
            base = _unit(name.removeprefix(word))
            return None if base is None else base**power
    return None


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
    found = _unit(unit)
    if found is None:
        return None
    if any(unit.endswith(name) for name in _DATA):
        return "data"
    if unit in ("degree", "radian", "arcminute", "arcsecond", "turn"):
        return "angle"
    powers = sorted((str(base).strip("[]"), exponent) for base, exponent in found.dimensionality.items())
    formula = " ".join(base if exponent == 1 else f"{base}**{exponent:g}" for base, exponent in powers)
    return _NAMES.get(formula, formula)


def _is_multiplicative(unit: str) -> bool:
    return unit not in ("celsius", "fahrenheit")
