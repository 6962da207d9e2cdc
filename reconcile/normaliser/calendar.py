"""The calendar: where units begin and end, movable days, and the printed forms of a place on it (TIMEX3, EDTF).

A `Cell` is one whole unit of the calendar; everything relative is steps from cell to cell. The proleptic Gregorian
calendar is used throughout.

The Hebrew calendar, as far as feasts need it: the day of a month of a Hebrew year, by the rules of Hillel II.

Months count from Nisan, 1; 13 is Adar, or the second Adar of a leap year. Checked against published feast days.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from dateutil.relativedelta import relativedelta

from reconcile.model.period import Grain, Moment, Period
from reconcile.model.timeexpr import Unit
from reconcile.rules.time_entries import Holiday, Part

# Where the count of days begins, as an ordinal of the Gregorian calendar; fixed by the feast days in the tests.
_EPOCH = -1373428
# Months of the Hebrew calendar.
_TISHRI, _KISLEV, _ADAR = 7, 9, 13


def in_gregorian_year(year: int, month: int, day: int) -> date:
    """The day of that Hebrew date which falls in the Gregorian `year`; for months whose days never cross its end."""
    hebrew = year + (3761 if _TISHRI <= month <= _KISLEV else 3760)
    return date.fromordinal(_new_year(hebrew) + _before(hebrew, month) + day - 1)


def _new_year(year: int) -> int:
    """The ordinal of 1 Tishri."""
    last, this, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    postponed = 2 if after - this == 356 else 1 if this - last == 382 else 0
    return _EPOCH + this + postponed + 1


def _elapsed(year: int) -> int:
    """Days from the epoch to the mean new moon of the year, moved off Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    day = months * 29 + (12084 + 13753 * months) // 25920
    return day + (3 * (day + 1) % 7 < 3)


def _before(year: int, month: int) -> int:
    """Days of the year before the first of `month`."""
    length = _new_year(year + 1) - _new_year(year)
    leap = length > 355
    days = {7: 30, 8: 30 if length % 10 == 5 else 29, 9: 29 if length % 10 == 3 else 30, 10: 29, 11: 30}
    if leap:
        days[12] = 30
    days |= {_ADAR: 29, 1: 30, 2: 29, 3: 30, 4: 29, 5: 30, 6: 29}
    total = 0
    for number, count in days.items():
        if number == month:
            break
        total += count
    return total


class Cell(NamedTuple):
    """One unit of the calendar, from `start`; `fiscal_year` prints instead of the year for a company's calendar."""

    unit: Unit
    start: Moment

    @property
    def day(self) -> date:
        """The first day."""
        return self.start.date() if isinstance(self.start, datetime) else self.start

    @property
    def end(self) -> Moment:
        """Where the next cell begins."""
        return shift(self.start, 1, self.unit) if self.unit not in _IRREGULAR_UNITS else _odd_end(self)

    @property
    def last(self) -> date:
        """The last day."""
        end = self.end
        return (end.date() if isinstance(end, datetime) else end) - timedelta(days=1)


_IRREGULAR_UNITS = frozenset({Unit.WEEKEND, Unit.NIGHT})


def _odd_end(cell: Cell) -> Moment:
    return cell.start + timedelta(days=2 if cell.unit is Unit.WEEKEND else 1)


# How long the units are: in seconds, days, months or years.
_SECONDS = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}
_DAYS = {Unit.NIGHT: 1, Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
_MONTHS = {Unit.MONTH: 1, Unit.SEASON: 3, Unit.QUARTER: 3, Unit.PERIOD: 3, Unit.HALF: 6}
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
_STEP = {
    **{unit: relativedelta(seconds=length) for unit, length in _SECONDS.items()},
    **{unit: relativedelta(days=length) for unit, length in _DAYS.items()},
    **{unit: relativedelta(months=length) for unit, length in _MONTHS.items()},
    **{unit: relativedelta(years=length) for unit, length in _YEARS.items()},
}
SUBDAY = frozenset(_SECONDS)


def shift(moment: Moment, steps: int, unit: Unit) -> Moment:
    """`moment` moved by whole units; a day the month lacks becomes its last.

    Raises ValueError outside years 1 to 9999.
    """
    if unit in SUBDAY:
        moment = as_datetime(moment)
    try:
        return moment + _STEP[unit] * steps
    except OverflowError as error:
        raise ValueError(str(error)) from error


def as_datetime(moment: Moment) -> datetime:
    """The moment, or the midnight with which a day begins."""
    return moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001 -- no zone


def floor(moment: Moment, unit: Unit) -> Cell:
    """The cell of `unit` that holds `moment`."""
    if unit in SUBDAY:
        at = as_datetime(moment)
        cut = {Unit.SECOND: at, Unit.MINUTE: at.replace(second=0), Unit.HOUR: at.replace(minute=0, second=0)}
        return Cell(unit, cut[unit])
    day = moment.date() if isinstance(moment, datetime) else moment
    return Cell(Unit.QUARTER if unit is Unit.PERIOD else unit, _floor_day(day, unit))


def _floor_day(day: date, unit: Unit) -> date:
    if unit is Unit.SEASON:
        return date(day.year - (day.month < 3), _SEASON_START[day.month % 12 // 3], 1)
    if unit in _MONTHS:
        return date(day.year, (day.month - 1) // _MONTHS[unit] * _MONTHS[unit] + 1, 1)
    if unit in _YEARS:
        return date(max(1, day.year // _YEARS[unit] * _YEARS[unit]), 1, 1)
    if _DAYS[unit] == 1:
        return day
    return day + timedelta(days=(_SATURDAY if unit is Unit.WEEKEND else 0) - day.weekday())


# Meteorological seasons of the northern half of the earth; winter belongs to the year in which it begins.
_SEASON_START = (12, 3, 6, 9)
_SEASON_CODES = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_EDTF_SEASONS = {3: "21", 6: "22", 9: "23", 12: "24"}


def season(year: int, code: str) -> Cell:
    """The season of a year: SP from March, SU from June, FA from September, WI from December."""
    month = next(month for month, known in _SEASON_CODES.items() if known == code)
    return Cell(Unit.SEASON, date(year, month, 1))


def named_day(rule: Holiday, year: int) -> date | None:
    """The day of a holiday in a year."""
    day: date | None = None
    if rule.easter is not None:
        day = easter(year, EASTER_ORTHODOX if rule.orthodox else EASTER_WESTERN) + timedelta(days=rule.easter)
    elif rule.hebrew_month is not None and rule.day is not None:
        day = in_gregorian_year(year, rule.hebrew_month, rule.day)
    elif rule.month is not None and rule.day is not None:
        day = date(year, rule.month, rule.day)
    elif rule.month is not None and rule.weekday is not None:
        month = Cell(Unit.MONTH, date(year, rule.month, 1))
        day = nth_weekday(month.day, month.last, rule.weekday, rule.nth or 1)
    elif rule.dates:
        day = next((d for d in rule.dates if d.year == year), None)
    if day is None:
        return None
    day += timedelta(days=rule.plus)
    return day + timedelta(
        days={_FRIDAY: rule.friday, _SATURDAY: rule.saturday, _SUNDAY: rule.sunday}.get(day.weekday(), 0)
    )


_FRIDAY, _SATURDAY, _SUNDAY = 4, 5, 6


def nth_weekday(first: date, last: date, weekday: int, nth: int) -> date | None:
    """The nth such weekday from `first` to `last`, counted from the end where negative; None where there is none."""
    if nth > 0:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        day = last - timedelta(days=(last.weekday() - weekday) % 7 - 7 * (nth + 1))
    return day if first <= day <= last else None


_GRAINS = {
    Unit.NIGHT: Grain.DAYPART,
    Unit.WEEKEND: Grain.WEEK,
    Unit.FORTNIGHT: Grain.WEEK,
    Unit.PERIOD: Grain.QUARTER,
    Unit.MILLENNIUM: Grain.CENTURY,
}


def grain(unit: Unit) -> Grain:
    """The grain in which a unit is told."""
    return _GRAINS.get(unit) or Grain(unit.value)


def value(cell: Cell) -> str:
    """The value of TIMEX3 (TimeML 1.2.1): 2017, 2017-Q3, 2017-W12, 2017-03-04T17:00, 199, 19; a fortnight by both."""
    unit, day = cell.unit, cell.day
    if isinstance(cell.start, datetime) and unit in SUBDAY:
        return cell.start.isoformat(timespec="seconds" if unit is Unit.SECOND else "minutes")
    if unit in _YEARS:
        # so many digits of a year as tell the unit: 1990s are 199
        return f"{day.year // _YEARS[unit]:0{5 - len(str(_YEARS[unit]))}}"
    match unit:
        case Unit.WEEK | Unit.FORTNIGHT | Unit.WEEKEND:
            return _week_value(cell)
        case Unit.MONTH:
            return f"{day.year:04}-{day.month:02}"
        case Unit.QUARTER | Unit.PERIOD:
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case Unit.HALF:
            return f"{day.year:04}-H{1 if day.month < 7 else 2}"
        case Unit.SEASON:
            return f"{day.year:04}-{_SEASON_CODES[day.month]}"
        case Unit.NIGHT:
            return f"{day.isoformat()}TNI"
        case _:
            return day.isoformat()


def _week_value(cell: Cell) -> str:
    if cell.unit is Unit.FORTNIGHT:
        return f"({cell.day},{cell.end},P2W)"
    year, week, _ = cell.day.isocalendar()
    return f"{year:04}-W{week:02}" + ("-WE" if cell.unit is Unit.WEEKEND else "")


def edtf(cell: Cell) -> str:
    """The form of EDTF (ISO 8601-2:2019, level 1); quarters, halves and weeks, which it lacks, as intervals of days."""
    day = cell.day
    match cell.unit:
        case Unit.SECOND | Unit.MINUTE | Unit.HOUR:
            return cell.start.isoformat()
        case Unit.SEASON:
            return f"{day.year:04}-{_EDTF_SEASONS[day.month]}"
        case Unit.DECADE:
            return f"{value(cell)}X"
        case Unit.CENTURY:
            return f"{value(cell)}XX"
        case Unit.YEAR | Unit.MONTH | Unit.DAY:
            return value(cell)
        case Unit.NIGHT:
            return day.isoformat()
        case _:
            return f"{day.isoformat()}/{cell.last.isoformat()}"


def period(cell: Cell) -> Period:
    """The cell as a half-open period."""
    return Period(cell.start, cell.end, edtf(cell), grain(cell.unit))


def between(first: Moment, after: Moment, unit: Unit) -> Period:
    """The period `[first, after)`, told in `unit`."""
    last = (after.date() if isinstance(after, datetime) else after) - timedelta(days=1)
    start = first.date() if isinstance(first, datetime) else first
    return Period(first, after, f"{start.isoformat()}/{last.isoformat()}", grain(unit))


def part(cell: Cell, mod: str, rule: Part | None) -> Period:
    """The early, middle or late part of a unit: by its rule, else a third of its days; for days and more."""
    index = {"START": 0, "MID": 1, "END": 2}[mod]
    if rule is not None:
        cuts = (shift(cell.start, rule.first, rule.of), shift(cell.start, rule.last, rule.of))
    else:
        length = (as_datetime(cell.end) - as_datetime(cell.start)).days
        cuts = (cell.start + timedelta(days=length // 3), cell.start + timedelta(days=length * 2 // 3))
    edges = (cell.start, *cuts, cell.end)
    return between(edges[index], edges[index + 1], cell.unit)
