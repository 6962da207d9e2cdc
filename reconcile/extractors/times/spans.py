"""One span of time told by its two ends, or by one end and its length: 3-4 pm, 13 to 15 July, from 10 am for three
hours.
"""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.times.clock import read_clock, read_spoken_clock
from reconcile.extractors.times.containers import ends_clause
from reconcile.extractors.times.dates import read_date
from reconcile.extractors.times.lengths import read_length
from reconcile.extractors.times.reading import (
    DASHES,
    Read,
    ReadTime,
    day_at,
    integer,
    is_entry,
    level,
    skip,
    tight,
    two_digits,
    year_at,
)
from reconcile.model.timeexpr import At, Clock, Core, Fields, Length, Stretch, Unit
from reconcile.text.scan import Scan

_SPAN_SIGNS = DASHES | frozenset({"/"})


def read_years(scan: Scan, i: int) -> Read | None:
    """2012-13, 1998/99: a year and the last two digits of a later one; 2014-10, which cannot be that, is a month."""
    year, second = year_at(scan, i), two_digits(scan, i + 2)
    if year is None or second is None or year < 1800 or scan.keys[i + 1] not in _SPAN_SIGNS or not tight(scan, i + 1):
        return None
    if second > year % 100 or second == (year + 1) % 100:
        return Read(Stretch(Fields(year=year), Fields(year=year + (second - year) % 100)), i + 3, "time.years")
    return Read(Fields(year=year, month=second), i + 3, "time.month") if 1 <= second <= 12 else None


def _runs_to(scan: Scan, j: int) -> bool:
    """Whether token `j` leads from one clock to the next."""
    return scan.keys[j] in DASHES or scan.keys[j] in scan.pack.times.to_words


def _runs_on(scan: Scan, j: int) -> bool:
    """Whether token `j` leads from one day, month or year to the next."""
    return scan.keys[j] in DASHES or scan.keys[j] in scan.pack.times.through_words


def year_of_span(scan: Scan, read: Read) -> Read:
    """The first end of a span takes the year of the second: "January to April 2015", "26 May - 3 June 2016"."""
    core = read.core
    if not isinstance(core, Fields) or core.month is None or (core.year, core.selector, core.of) != (None, None, None):
        return read
    sign = scan.keys[read.end]
    if not (_runs_on(scan, read.end) or (sign == "and" and _between(scan, read.end))):
        return read
    last = read_date(scan, read.end + 1)
    end = None if last is None else last.core
    if not isinstance(end, Fields) or end.year is None or end.month is None or end.bc:
        return read
    return read._replace(core=replace(core, year=end.year - (end.month < core.month)))


def read_hours(scan: Scan, i: int) -> Read | None:
    """3-4 pm, 9 to 11:30 a.m.: a bare hour that takes its half of the day from the clock it runs to."""
    hour = integer(scan, i, 1, 12)
    between = scan.keys[i + 1] == "and" and scan.keys[i - 1] == "between"
    if hour is None or not (between or _runs_to(scan, i + 1)) or len(scan.keys[i]) > 2:
        return None
    last = read_clock(scan, i + 2)
    return None if last is None else _made(At(None, Clock(hour)), last)


def through_clock(scan: Scan, read: Read) -> Read | None:
    """8:15 to 10:45, 10am - 2pm, between 3 pm and 6 pm: a clock and the one it runs to."""
    core = read.core
    if not isinstance(core, At) or core.clock is None:
        return None
    sign = scan.keys[read.end]
    if not (_runs_to(scan, read.end) or (sign == "and" and _between(scan, read.end))):
        return None
    last = read_clock(scan, read.end + 1) or read_spoken_clock(scan, read.end + 1) or _hour_to(scan, read.end + 1, core)
    return None if last is None else _made(core, last)


def _hour_to(scan: Scan, j: int, first: At) -> Read | None:
    """The 6 of "8 am until 6", which is the next such hour and which nothing follows that it may count."""
    hour = (
        integer(scan, j, 1, 12) if first.clock is not None and first.clock.half and ends_clause(scan, j + 1) else None
    )
    if hour is None or first.clock is None or scan.keys[j - 1] not in scan.pack.times.to_words:
        return None
    turns = hour % 12 <= first.clock.hour % 12
    half = first.clock.half if not turns else "p" if first.clock.half == "a" else "a"
    return Read(At(None, Clock(hour, half=half)), j + 1, "time.clock")


def _between(scan: Scan, end: int) -> bool:
    """Whether "between" stands before the clock that ends at `end`; else "and" makes a list."""
    return any(scan.keys[j] == "between" for j in range(end - _LONGEST_CLOCK, end))


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


_MINUTES = {Unit.HOUR: 60, Unit.MINUTE: 1}
# Minutes of a unit, and of a day.
_DAY = 24 * 60


def read_begun(scan: Scan, i: int, read: Read) -> Read | None:
    """The clock at token `i` with the length it opens, or the length with the clock from which it is counted."""
    if isinstance(read.core, At) and scan.keys[i - 1] == "from" and scan.keys[read.end] == "for":
        length = read_length(scan, read.end + 1)
        return None if length is None else _span(read.core, length.core, length.end)
    if not isinstance(read.core, Length) or scan.keys[i - 1] != "for":
        return None
    j = read.end + (scan.keys[read.end] == ",")
    if scan.keys[j] not in scan.pack.times.length_starts:
        return None
    j += 1 + (scan.keys[j + 1] == "at" or scan.keys[j + 1] == "from")
    clock = read_clock(scan, j) or _bare(scan, j)
    return None if clock is None or not isinstance(clock.core, At) else _span(clock.core, read.core, clock.end)


def _bare(scan: Scan, j: int) -> Read | None:
    """The 9 of "for two hours from 9", which nothing follows that it may count."""
    hour = integer(scan, j, 1, 12) if ends_clause(scan, j + 1) else None
    return None if hour is None else Read(At(None, Clock(hour)), j + 1, "time.clock")


def _span(first: At, length: Core, end: int) -> Read | None:
    """From the clock so many minutes on; None for a length that is no whole number of minutes, or is a day and more."""
    if not isinstance(length, Length):
        return None
    numbers = [(part.number or 0) * _MINUTES.get(part.unit, 0) for part in length.parts]
    if first.clock is None or not all(number and number % 1 == 0 for number in numbers) or sum(numbers) >= _DAY:
        return None
    hour, minute = divmod((minute_of_day(first.clock) + int(sum(numbers))) % _DAY, 60)
    last = replace(first.clock, hour=hour, minute=minute, half=None)
    return Read(Stretch(first, At(first.day, last)), end, "time.hours")


def minute_of_day(clock: Clock) -> int:
    """Minutes since midnight."""
    return clock.hour24 * 60 + (clock.minute or 0)


def read_span_of_entry(scan: Scan, i: int, read: Read, time: ReadTime) -> Read:
    """The time with the one it runs to, where the text says nothing else and both are of one kind."""
    if not is_entry(scan) or not isinstance(read.core, Fields):
        return read
    sign = scan.keys[read.end]
    if not (_runs_on(scan, read.end) or (sign == "and" and scan.keys[i - 1] == "between")):
        return read
    j = skip(scan, skip(scan, read.end + 1, ("on",)), ("the",))
    if j >= scan.n:
        return read
    last = _same_month(scan, j, read.core) or time(scan, j)
    if last is None or isinstance(last.core, At) or level(last.core) != level(read.core):
        return read
    return Read(Stretch(_with_month(read.core, last.core), last.core), last.end, "time.span")


def _same_month(scan: Scan, j: int, first: Fields) -> Read | None:
    """The second day of "July 13 to 15", "August 27th - 29th"."""
    day = None if None in (first.month, first.day) else day_at(scan, j)
    if day is None or first.day is None or day[0] <= first.day or day[1] < scan.n:
        return None
    return Read(replace(first, day=day[0]), day[1], "time.date")


def _with_month(first: Fields, last: Core) -> Core:
    """A first day that names no month is one of the month of the last: "the 8th to the 11th of June"."""
    if not isinstance(last, Fields) or first.day is None or first.month is not None or last.month is None:
        return first
    return replace(first, month=last.month, year=last.year)
