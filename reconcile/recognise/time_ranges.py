"""One span of time told by its two ends: 3-4 pm, 8:15 to 10:45 on Monday, the 2012-13 season."""

from __future__ import annotations

from dataclasses import replace

from reconcile.model.timeexpr import At, Clock, Core, Fields, Stretch
from reconcile.recognise.scan import Scan
from reconcile.recognise.time_clock import read_clock
from reconcile.recognise.time_dates import read_day_month, read_month
from reconcile.recognise.time_reading import DASHES, Read, integer, key, tight, year_at

_THROUGH = DASHES | frozenset({"to", "until", "till"})
_SPAN_SIGNS = DASHES | frozenset({"/"})


def read_years(scan: Scan, i: int) -> Read | None:
    """2012-13, 1998/99: a year and the last two digits of a later one; 2014-10, which cannot be that, is a month."""
    year, second = year_at(scan, i), integer(scan, i + 2, 0, 99)
    if year is None or second is None or key(scan, i + 1) not in _SPAN_SIGNS or len(key(scan, i + 2)) != 2:
        return None
    if not tight(scan, i + 1) or _goes_on(scan, i + 3) or year < 1800:
        return None
    if second == (year + 1) % 100 or second > year % 100:
        last = year - year % 100 + second + (100 if second < year % 100 else 0)
        return Read(Stretch(Fields(year=year), Fields(year=last)), i + 3, "time.years")
    return Read(Fields(year=year, month=second), i + 3, "time.month") if 1 <= second <= 12 else None


def year_of_span(scan: Scan, read: Read) -> Read:
    """The first end of a span takes the year of the second: "January to April 2015", "26 May - 3 June 2016"."""
    core = read.core
    if not isinstance(core, Fields) or core.month is None or (core.year, core.selector, core.of) != (None, None, None):
        return read
    sign = key(scan, read.end)
    if sign not in _THROUGH and sign != "through" and not (sign == "and" and _between(scan, read.end)):
        return read
    last = read_month(scan, read.end + 1) or (read_day_month(scan, read.end + 1) if read.end + 1 < scan.n else None)
    end = None if last is None else last.core
    if not isinstance(end, Fields) or end.year is None or end.month is None or end.bc:
        return read
    return read._replace(core=replace(core, year=end.year - (end.month < core.month)))


def _goes_on(scan: Scan, j: int) -> bool:
    """Whether something that is no end of a clause touches the digits before `j`."""
    return j < scan.n and scan.touches(j) and key(scan, j) not in "),.;:!?'’\"”"


def read_hours(scan: Scan, i: int) -> Read | None:
    """3-4 pm, 9 to 11:30 a.m.: a bare hour that takes its half of the day from the clock it runs to."""
    hour = integer(scan, i, 1, 12)
    between = key(scan, i + 1) == "and" and key(scan, i - 1) == "between"
    if hour is None or not (between or key(scan, i + 1) in _THROUGH) or len(key(scan, i)) > 2:
        return None
    last = read_clock(scan, i + 2)
    return None if last is None else _made(At(None, Clock(hour)), last)


def through_clock(scan: Scan, read: Read) -> Read | None:
    """8:15 to 10:45, 10am - 2pm, between 3 pm and 6 pm: a clock and the one it runs to."""
    core = read.core
    if not isinstance(core, At) or core.clock is None:
        return None
    sign = key(scan, read.end)
    if sign not in _THROUGH and not (sign == "and" and _between(scan, read.end)):
        return None
    last = read_clock(scan, read.end + 1)
    return None if last is None else _made(core, last)


def _between(scan: Scan, end: int) -> bool:
    """Whether "between" stands before the clock that ends at `end`; else "and" makes a list."""
    return any(key(scan, j) == "between" for j in range(end - _LONGEST_CLOCK, end))


# Tokens of a clock with its day, at most.
_LONGEST_CLOCK = 8


def _made(first: At, read: Read) -> Read | None:
    last = read.core
    if not isinstance(last, At) or first.clock is None or last.clock is None:
        return None
    a, b = first.clock, last.clock
    if a.half is None and b.half is not None and 1 <= a.hour <= 12:
        turns = a.hour % 12 > b.hour % 12
        a = replace(a, half=b.half if not turns else "a" if b.half == "p" else "p")
    elif a.half is None and b.half is None and a.minute is None:
        return None
    ends = Stretch(At(first.day, replace(a, zone=a.zone or b.zone, offset=a.offset or b.offset)), At(first.day, b))
    return Read(ends, read.end, "time.hours")


def on_day(core: Core, day: Core) -> Core | None:
    """A clock or a span of clocks, on a day; None for what is neither or has a day."""
    match core:
        case At(day=None):
            return replace(core, day=day)
        case Stretch(first=At(day=None) as first, last=At(day=None) as last):
            return Stretch(replace(first, day=day), replace(last, day=day))
        case _:
            return None
