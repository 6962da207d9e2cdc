"""Fiscal calendars: where a year of that number begins, which one holds a day, and how its parts are printed."""

from __future__ import annotations

from datetime import date

from reconcile.model.timeexpr import Unit
from reconcile.normalise.calendar import Cell, between
from reconcile.normalise.resolve_values import Placed
from reconcile.rules.time_files import FiscalYear

# The calendar's own year, for whoever has no other.
CALENDAR_YEAR = FiscalYear((), 1)


def year_start(year: int, calendar: FiscalYear) -> date:
    """The first day of the fiscal year that bears the number `year`."""
    return date(year - calendar.lag, calendar.begins, 1)


def year_of(day: date, calendar: FiscalYear) -> int:
    """The number of the fiscal year in which a day lies."""
    return day.year - (day.month < calendar.begins) + calendar.lag


def fiscal_value(cell: Cell, basis: str, calendar: FiscalYear, entity: str) -> Placed:
    """A year, half or quarter of somebody's calendar, printed with that calendar's own numbers."""
    months = (cell.day.month - calendar.begins) % 12
    part = {Unit.HALF: f"-H{months // 6 + 1}", Unit.QUARTER: f"-Q{months // 3 + 1}"}.get(cell.unit, "")
    where = between(cell.start, cell.end, cell.unit)
    return Placed(
        f"{year_of(cell.day, calendar):04}{part}", where, f"{basis}, by the fiscal calendar of {entity}", cell
    )
