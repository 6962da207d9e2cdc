"""The same part of another year: "in the same period of last year"."""

from __future__ import annotations

from datetime import date, datetime

from reconcile.model.period import Moment, Period

# February's last day that every year has.
SAFE_DAY = 28


def in_year(period: Period, year: int) -> Period | None:
    """`period` moved to begin in `year`, or where that is no earlier year than its own, one year back.

    None where that year would be none of the calendar.
    """
    if period.start is None:
        return period
    back = max(1, period.start.year - year)
    if back >= period.start.year:
        return None
    start, end = _back(period.start, back), None if period.end is None else _back(period.end, back)
    last = ".." if end is None else date.fromordinal(_day(end).toordinal() - 1).isoformat()
    return Period(start, end, f"{_day(start).isoformat()}/{last}", period.grain)


def _back(moment: Moment, years: int) -> Moment:
    try:
        return moment.replace(year=moment.year - years)
    except ValueError:
        return moment.replace(year=moment.year - years, day=SAFE_DAY)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
