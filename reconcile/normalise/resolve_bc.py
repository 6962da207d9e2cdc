"""Times before Christ, which have no place among dates: their TIMEX3 values, counted downwards."""

from __future__ import annotations

from reconcile.model.period import Grain, Period
from reconcile.model.timeexpr import Anchor, Core, Fields, Nth, Offset, Unit, UnitAt
from reconcile.normalise.resolve_values import Placed, open_value

_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
_WIDTH = {Unit.YEAR: 4, Unit.DECADE: 3, Unit.CENTURY: 2}
_GRAIN = {Unit.YEAR: Grain.YEAR, Unit.DECADE: Grain.DECADE, Unit.CENTURY: Grain.CENTURY}
STATED, TEXT, NOTHING = "stated", "text before", "nothing"


def year_named(value: str) -> int | None:
    """The year of a TIMEX3 value before Christ; None for a decade or a century."""
    digits = value[2:6]
    return int(digits) if len(digits) == 4 and digits.isdecimal() else None


def before_christ(core: Core, told: int | None) -> Placed | None:
    """A time before Christ, by its own words or by the year the text has `told`; None where it is none.

    What counts in days from such a year stays open.
    """
    if isinstance(core, Fields) and core.bc and core.year is not None:
        return _year(core.year, core, STATED)
    if told is None:
        return None
    match core:
        case UnitAt(unit=unit, selector=selector) if selector.anchor is not Anchor.PUBLICATION:
            return _unit(unit, told // _YEARS[unit] - selector.step) if unit in _YEARS else _open()
        case Offset(start=None, anchor=anchor) if anchor is not Anchor.PUBLICATION:
            return _offset(core, told)
        case Fields(year=None, weekday=None, selector=None) if open_value(core):
            return _year(told, core, TEXT)
        case Nth(of=UnitAt()):
            return _open()
        case _:
            return None


def _year(year: int, core: Core, basis: str) -> Placed | None:
    if year < 1:
        return None
    tail = (open_value(core) or "XXXX")[4:] if isinstance(core, Fields) else ""
    edtf = f"-{year - 1:04}" + (tail if tail[1:3].isdecimal() else "")
    return Placed(f"BC{year:04}{tail}", Period(None, None, edtf, Grain.MONTH if tail else Grain.YEAR), basis)


def _unit(unit: Unit, number: int) -> Placed | None:
    if number < 0 or (unit is Unit.YEAR and number < 1):
        return None
    edtf = f"-{number - 1:04}" if unit is Unit.YEAR else "XXXX"
    return Placed(f"BC{number:0{_WIDTH[unit]}}", Period(None, None, edtf, _GRAIN[unit]), TEXT)


def _offset(core: Offset, told: int) -> Placed | None:
    part = core.length.parts[0]
    if part.unit not in _YEARS or part.number is None or len(core.length.parts) > 1:
        return None if part.number is None else _open()
    return _unit(Unit.YEAR, told - core.sign * int(part.number * _YEARS[part.unit]))


def _open() -> Placed:
    return Placed(None, Period(None, None, "XXXX", Grain.DAY), NOTHING)
