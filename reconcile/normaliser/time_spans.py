"""Spans and offsets: told by two ends, by a length and one end, or counted in units from a time."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from reconcile.model.period import Grain, Moment, Period
from reconcile.model.timeexpr import Lean, Offset, Unit, UnitAt, Until
from reconcile.normaliser.calendar import (
    SUBDAY,
    Cell,
    as_datetime,
    between,
    floor,
    grain,
    nth_weekday,
    period,
    shift,
    value,
)
from reconcile.normaliser.timex_values import Placed, length_value, whole_amounts

_MONTHS = {Unit.MONTH: (1, "M"), Unit.YEAR: (12, "Y")}
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


def span_value(first: Placed, last: Placed, lean: Lean) -> Placed:
    """Both ends by name, then the time from the one to the other; the period ends with the last.

    An hour ends the span on the point: "3 to 4 pm" is over at four. A clock before the first is one of the next day.
    Where days or months are the whole text, the form is that of the half-open period.
    """
    if lean is Lean.ENTRY and first.cell is not None and last.cell is not None and first.cell.unit not in SUBDAY:
        return _from_through(first, first.cell, last.cell)
    if first.cell is None or last.cell is None:
        return Placed(f"({first.value},{last.value},PX)", None, "nothing")
    a, b = first.cell, last.cell
    if b.start == a.start or as_datetime(b.start) < as_datetime(a.start):
        return _overnight(first, last)
    whole = period(b)
    end = b.start if a.unit in SUBDAY else whole.end
    edtf = f"{period(a).edtf}/{whole.edtf}"
    where = Period(a.start, end, edtf, period(a).grain)
    return Placed(f"({first.value},{last.value},{_length(a, b)})", where, first.basis, a)


def _from_through(first: Placed, a: Cell, b: Cell) -> Placed:
    if b.day < a.day:
        near = b.unit is Unit.DAY and a.day - b.day < _WEEK
        b = Cell(b.unit, shift(b.start, 1, Unit.WEEK if near else Unit.YEAR))
    where = between(a.start, b.end, a.unit)
    return ends_value(where, first.basis, a)


def ends_value(where: Period, basis: str, cell: Cell | None = None) -> Placed:
    """A half-open period that no TIMEX3 value names, by its two ends: (2017-03-01,2017-03-11,P10D)."""
    return Placed(f"({where.start},{where.end},P{where.days}D)", where, basis, cell)


def _overnight(first: Placed, last: Placed) -> Placed:
    assert first.cell is not None
    assert last.cell is not None
    if first.cell.unit not in SUBDAY or last.cell.start == first.cell.start:
        return first
    later = as_datetime(last.cell.start) + _DAY
    shown = later.isoformat(timespec="minutes")
    return span_value(first, Placed(shown, None, last.basis, Cell(last.cell.unit, later)), Lean.NONE)


def _length(a: Cell, b: Cell) -> str:
    """From one start to the other, in the unit of the first."""
    if a.unit in _MONTHS:
        size, letter = _MONTHS[a.unit]
        months = (b.day.year - a.day.year) * 12 + b.day.month - a.day.month
        return f"P{months // size}{letter}"
    if a.unit not in SUBDAY:
        return f"P{(b.day - a.day).days}D"
    minutes = int((as_datetime(b.start) - as_datetime(a.start)).total_seconds()) // 60
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")


def placed_length(core: Until, placed_end: tuple[Cell, str] | None, lean: Lean) -> Placed:
    """A length that ends or begins with a time, which is `placed_end` on the calendar or not.

    Where the length is the whole text, so many whole units are meant and named by their ends: "last 2 months" are the
    two calendar months before this one.
    """
    amount = core.length.parts[0]
    if placed_end is None or amount.number is None or amount.number != int(amount.number):
        return Placed(length_value(core.length), None, "nothing")
    cell, basis = placed_end
    counts = isinstance(core.end, UnitAt) and core.end.unit is Unit.DAY
    number = int(amount.number)
    if lean is Lean.ENTRY and counts and amount.unit not in SUBDAY:
        return _whole_units(core, cell.day, basis, number)
    first, after = (cell.day, cell.last + _DAY)
    if core.forward:
        after = shift(first, number, amount.unit)
    else:
        first = shift(after, -number, amount.unit)
    if amount.unit is Unit.QUARTER and number == 1 and not counts:
        quarter = floor(cell.last, Unit.QUARTER)
        return Placed(value(quarter), between(first, after, Unit.QUARTER), basis, quarter)
    return Placed(length_value(core.length), between(first, after, amount.unit), basis)


def _whole_units(core: Until, anchor: date, basis: str, number: int) -> Placed:
    """The whole units on the side of today on which the day `anchor` it lies."""
    unit = core.length.parts[0].unit
    here = floor(anchor - _DAY if core.forward else anchor + _DAY, unit)
    first = shift(here.start, 1 if core.forward else -number, unit)
    where = between(first, shift(first, number, unit), unit)
    return Placed(f"({where.start},{where.end},{length_value(core.length)})", where, basis)


# What is counted from a day, and is the whole text, is a day: "a week ago"; a year is counted to the month.
_FINER = {Unit.FORTNIGHT: Unit.DAY, Unit.WEEK: Unit.DAY, Unit.MONTH: Unit.DAY, Unit.YEAR: Unit.MONTH}
# Days from Monday.
_WEDNESDAY = 2
# A decade ago is a year, a fortnight ago a week.
_COUNTED_GRAINS = {Unit.FORTNIGHT: Unit.WEEK, Unit.DECADE: Unit.YEAR}


def counted(core: Offset, start: Cell, lean: Lean) -> Cell | None:
    """The unit so far from `start`; None where the length is no whole number of units.

    It is told in the unit counted ("three years ago" is a year), but a day counted from a named day is a day, and a
    quarter from a quarter a quarter.
    """
    moment = _moved(start.start, core)
    if moment is None:
        return None
    unit = core.length.parts[-1].unit
    if core.start is None:
        return floor(moment, (_FINER if lean is Lean.ENTRY else _COUNTED_GRAINS).get(unit, unit))
    if start.unit is Unit.QUARTER:
        return floor(moment, Unit.QUARTER)
    is_offset = any(part.number for part in core.length.parts)
    if unit is Unit.WEEKEND and not is_offset and moment.weekday() < _WEDNESDAY:
        moment -= timedelta(days=_WEDNESDAY)  # the weekend of a Monday is the one before it
    by_day = start.unit is Unit.DAY and grain(unit).rank > Grain.DAY.rank
    return floor(moment, Unit.DAY if by_day and is_offset else unit)


def _moved(moment: Moment, core: Offset) -> Moment | None:
    """The moment moved by the length of an offset; None where that is no whole number of units."""
    for amount in (whole for part in core.length.parts for whole in whole_amounts(part)):
        number = amount.number or Decimal(0)
        if number != int(number):
            return None
        moment = shift(moment, core.sign * int(number), amount.unit)
    return moment


def nth_weekday_in(cell: Cell, weekday: int, number: int) -> date | None:
    """The nth such weekday of a month or year, from its end where negative; None for other units."""
    return nth_weekday(cell.day, cell.last, weekday, number) if cell.unit in (Unit.MONTH, Unit.YEAR) else None
