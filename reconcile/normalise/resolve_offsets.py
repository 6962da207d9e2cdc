"""Counting from a time: so many units before or after it, and the nth weekday inside it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from reconcile.model.period import Grain
from reconcile.model.timeexpr import Lean, Offset, Unit
from reconcile.normalise.calendar import Cell, floor, grain, nth_weekday, shift
from reconcile.normalise.resolve_values import whole_amounts

# What is counted from a day, and is the whole text, is a day: "a week ago"; a year is counted to the month.
_FINER = {Unit.FORTNIGHT: Unit.DAY, Unit.WEEK: Unit.DAY, Unit.MONTH: Unit.DAY, Unit.YEAR: Unit.MONTH}
_WEDNESDAY = 2
# A decade ago is a year, a fortnight ago a week.
_TOLD = {Unit.FORTNIGHT: Unit.WEEK, Unit.DECADE: Unit.YEAR}


def counted(core: Offset, start: Cell, lean: Lean) -> Cell | None:
    """The unit so far from `start`; None where the length is no whole number of units.

    It is told in the unit counted ("three years ago" is a year), but a day counted from a named day is a day, and a
    quarter from a quarter a quarter.
    """
    moment = start.start
    for part in (whole for told in core.length.parts for whole in whole_amounts(told)):
        number = part.number or Decimal(0)
        if number != int(number):
            return None
        moment = shift(moment, core.sign * int(number), part.unit)
    unit = core.length.parts[-1].unit
    if core.start is None:
        return floor(moment, (_FINER if lean is Lean.ENTRY else _TOLD).get(unit, unit))
    if start.unit is Unit.QUARTER:
        return floor(moment, Unit.QUARTER)
    moved = any(part.number for part in core.length.parts)
    if unit is Unit.WEEKEND and not moved and moment.weekday() < _WEDNESDAY:
        moment -= timedelta(days=_WEDNESDAY)  # the weekend of a Monday is the one before it
    by_day = start.unit is Unit.DAY and grain(unit).rank > Grain.DAY.rank
    return floor(moment, Unit.DAY if by_day and moved else unit)


def nth_weekday_in(cell: Cell, weekday: int, number: int) -> date | None:
    """The nth such weekday of a month or year, from its end where negative; None for other units."""
    if cell.unit is Unit.MONTH:
        return nth_weekday(cell.day.year, cell.day.month, weekday, number)
    if cell.unit is not Unit.YEAR:
        return None
    if number > 0:
        return cell.day + timedelta(days=(weekday - cell.day.weekday()) % 7 + 7 * (number - 1))
    return cell.last - timedelta(days=(cell.last.weekday() - weekday) % 7 - 7 * (number + 1))
