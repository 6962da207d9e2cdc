"""Joining times to those around them: "noon Saturday", "June last year", "two days after Christmas"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reconcile.extractors.times.clock import (
    half_of,
    half_of_clock,
    in_half,
    read_clock,
    read_daypart,
    read_open_clock,
    read_spoken_clock,
)
from reconcile.extractors.times.containers import ends_clause, nearest, same_quarter
from reconcile.extractors.times.hours import read_bare_hour, read_hours_after_day, read_loose_hour
from reconcile.extractors.times.lengths import clock_of_set, set_at_clock
from reconcile.extractors.times.named_days import after_next, date_of_weekday, day_of_week, weekday_of_date
from reconcile.extractors.times.reading import (
    APOSTROPHES,
    DAY_LEVEL,
    DAYPART_LEVEL,
    WEEK_LEVEL,
    YEAR_LEVEL,
    Read,
    Reader,
    ReadTime,
    integer,
    is_entry,
    level,
    skip,
    year_at,
)
from reconcile.extractors.times.spans import on_day, read_hours, through_clock
from reconcile.extractors.times.years import era_at, year_in_words
from reconcile.model.timeexpr import (
    Anchor,
    At,
    Fields,
    Length,
    Offset,
    Recurrence,
    Reference,
    Stretch,
    Unit,
    UnitAt,
)
from reconcile.text.scan import Scan


def join(scan: Scan, read: Read, simple: ReadTime) -> Read:
    """The time with everything after it that belongs to it."""
    longer: Read | None = read
    while longer is not None:
        read = longer
        if isinstance(read.core, Recurrence):
            return clock_of_set(scan, read) or read
        longer = read_offset(scan, read, simple) if isinstance(read.core, Length) else _joined(scan, read, simple)
        longer = longer if longer is not None and longer.end > read.end else None
    return read


def _joined(scan: Scan, read: Read, simple: ReadTime) -> Read | None:
    if isinstance(read.core, Recurrence | Reference | Offset) and level(read.core) != DAY_LEVEL:
        return None
    for row in JOINS:
        longer = row.read(scan, read, simple)
        if longer is not None:
            return longer
    return None


def _half_of_day(scan: Scan, read: Read) -> Read | None:
    """Such as "today pm", "Friday am": the half of the day for its part, where a clause or a span goes on."""
    named = isinstance(read.core, UnitAt) or (isinstance(read.core, Fields) and read.core.day is None)
    half = scan.pack.times.halves.match(scan.tokens, read.end) if named and level(read.core) == DAY_LEVEL else None
    if half is None or not ends_clause(scan, half[1]):
        return None
    return Read(At(read.core, None, "MO" if half[0] == "a" else "AF"), half[1], "time.at", read.mod)


def _date_of_day(scan: Scan, read: Read, simple: ReadTime) -> Read | None:
    """Such as "tomorrow, 13/04/21": one day told twice, the second time in full."""
    if not isinstance(read.core, UnitAt) or read.core.unit is not Unit.DAY or scan.keys[read.end] != ",":
        return None
    date = simple(scan, read.end + 1) if scan.keys[read.end + 1][:1].isdecimal() else None
    full = date is not None and isinstance(date.core, Fields) and None not in (date.core.year, date.core.day)
    return date if full else None


def _feast_weekend(scan: Scan, read: Read) -> Read | None:
    """Such as "Thanksgiving weekend", "Labor Day weekend 2016"."""
    core, j = read.core, read.end
    if not isinstance(core, Fields) or core.holiday is None:
        return None
    if scan.pack.times.units.get(scan.keys[j]) is not Unit.WEEKEND or scan.keys[j].endswith("s"):
        return None
    year = year_at(scan, j + 1) if core.year is None and core.selector is None else None
    return nearest(Unit.WEEKEND, core if year is None else replace(core, year=year), j + 1 + (year is not None))


def _possessed(scan: Scan, read: Read, simple: ReadTime) -> Read | None:
    """Such as "This year's third quarter", "last year's quarter", "Friday's" (the sign is left out)."""
    j = read.end
    if scan.keys[j] not in APOSTROPHES or level(read.core) < WEEK_LEVEL:
        return None
    j = j + 2 if scan.keys[j + 1] == "s" else j + 1
    unit = scan.pack.times.units.get(scan.keys[j])
    if unit in (Unit.QUARTER, Unit.PERIOD):
        return Read(same_quarter(read.core), j + 1, "time.quarter")
    inner = simple(scan, j)
    if inner is None or not isinstance(inner.core, Fields) or level(inner.core) >= level(read.core):
        return None
    return inner._replace(core=replace(inner.core, of=read.core))


def _part_of_day(scan: Scan, read: Read) -> Read | None:
    """Such as "Saturday night", "yesterday at 5 p.m.", "Tuesday, noon", "3 Oct 10pm"."""
    if isinstance(read.core, At):
        return _clock_of_part(scan, read)
    if level(read.core) != DAY_LEVEL:
        return None
    link, times = scan.keys[read.end], scan.pack.times
    j = skip(scan, skip(scan, read.end, _before_clocks(scan)), times.early_words)
    j += link == "," and scan.keys[j] == "at" and read_clock(scan, j + 1) is not None
    if scan.keys[j] == "in" and scan.keys[j + 1] == "the" and scan.keys[j + 2] in times.dayparts:
        return Read(At(read.core, None, times.dayparts[scan.keys[j + 2]]), j + 3, "time.at", read.mod)
    part = read_daypart(scan, j) if j <= read.end + 1 and link not in (",", "at") else None
    hours = _hours_of_day(scan, read)
    if hours is not None:
        return hours
    inner = part or _clock_after(scan, j, link) or read_open_clock(scan, read.end)
    if inner is None or not isinstance(inner.core, At):
        return None
    core = replace(inner.core, day=read.core)
    recurs = isinstance(read.core, Fields) and read.core.weekday is not None and scan.keys[j].endswith("s")
    if part is not None and recurs:
        return Read(Recurrence(each=core), inner.end, "time.set")
    return Read(core, inner.end, "time.at", inner.mod or read.mod)


def _clock_after(scan: Scan, j: int, link: str) -> Read | None:
    """The clock at token `j`, after the word that links it to its day; "Friday and noon" are two times."""
    written = read_clock(scan, j) or read_loose_hour(scan, j) or read_bare_hour(scan, j)
    return written or (None if link == "and" else read_spoken_clock(scan, j))


def _hours_of_day(scan: Scan, read: Read) -> Read | None:
    """Such as "Monday from 8:15 to 10:45", "Monday, 8-9am"."""
    j = skip(scan, read.end, scan.pack.times.span_openers | {",", "at"})
    hours = read_hours(scan, j) or read_clock(scan, j)
    if hours is None:
        return read_hours_after_day(scan, j, read.core)
    hours = through_clock(scan, hours) or hours
    core = on_day(hours.core, read.core) if isinstance(hours.core, Stretch) else None
    return None if core is None else hours._replace(core=core, mod=read.mod)


def _before_clocks(scan: Scan) -> frozenset[str]:
    """What may stand between a day and the clock on it."""
    times = scan.pack.times
    return times.at_words | times.about_words | times.clock_links


def _clock_of_part(scan: Scan, read: Read) -> Read | None:
    """Such as "tonight at 8", "this morning at 9:30": the part of the day says which half."""
    core = read.core
    if not isinstance(core, At) or core.clock is not None:
        return None
    if scan.keys[read.end] in scan.pack.times.span_openers:
        return read_hours_after_day(scan, read.end + 1, core)
    if scan.keys[read.end] not in _before_clocks(scan):
        return None
    inner = read_clock(scan, read.end + 1) or read_bare_hour(scan, read.end + 1)
    if inner is None or not isinstance(inner.core, At):
        return None
    clock = in_half(inner.core, half_of(core.daypart))
    return Read(replace(clock, day=core.day), inner.end, "time.at", read.mod)


def _day_of_clock(scan: Scan, read: Read, simple: ReadTime) -> Read | None:
    """Such as "9 p.m. Thursday", "noon on Monday", "the morning of May 12"; "5 p.m. yesterday evening"."""
    core = read.core
    if isinstance(core, Stretch):
        return _day_of_hours(scan, read, simple)
    if not isinstance(core, At) or core.day is not None:
        return None
    j = skip(scan, skip(scan, read.end, (",",)), scan.pack.times.day_links)
    inner = simple(scan, j)
    if inner is None:
        return None
    if isinstance(inner.core, Recurrence):
        return set_at_clock(inner.core, core, inner.end)
    inner = date_of_weekday(scan, inner, simple) or read_inside(scan, inner, simple) or inner
    part = inner.core
    if isinstance(part, At) and core.clock is not None and part.clock is None:
        clock = core if part.daypart is None else in_half(core, half_of(part.daypart))
        return Read(replace(clock, day=part.day), inner.end, read.rule)
    if level(part) != DAY_LEVEL or isinstance(part, Length):
        return None
    code, end = _part_after_day(scan, inner.end)
    core = core if code is None else in_half(core, half_of(code))
    return Read(replace(core, day=part), end, "time.at", read.mod)


def _part_after_day(scan: Scan, j: int) -> tuple[str | None, int]:
    """The part of the day right after a day that already has its clock, and the index after it: "8 Friday *night*"."""
    part = scan.pack.times.dayparts.get(scan.keys[j])
    return (None, j) if part is None or scan.keys[j].endswith("s") else (part, j + 1)


def _day_of_hours(scan: Scan, read: Read, simple: ReadTime) -> Read | None:
    """Such as "10am to 2pm on Friday", "8:15 - 10:45 Monday, June 5"."""
    j = skip(scan, skip(scan, read.end, (",",)), scan.pack.times.day_links)
    day = simple(scan, j)
    day = None if day is None else date_of_weekday(scan, day, simple) or day
    if day is None or level(day.core) != DAY_LEVEL or isinstance(day.core, Length):
        return None
    core = on_day(read.core, day.core)
    return None if core is None else read._replace(core=core, end=_part_after_day(scan, day.end)[1])


def read_offset(scan: Scan, read: Read, simple: ReadTime) -> Read | None:
    """A length with "ago", "later", "after Christmas" becomes a point."""
    length = read.core
    if not isinstance(length, Length):
        return None
    offset = scan.pack.times.offsets.match(scan.tokens, read.end)
    anchored = scan.pack.times.anchored_offsets.match(scan.tokens, read.end)
    if anchored is not None:
        start = simple(scan, anchored[1])
        if start is not None and level(start.core) >= 0 and not isinstance(start.core, Length):
            core = Offset(length, anchored[0].sign, anchored[0].anchor, start.core)
            return Read(core, start.end, "time.offset", read.mod)
    word = scan.keys[read.end]
    if offset is None or (word in scan.pack.times.ends_of_offsets and not ends_clause(scan, read.end + 1)):
        return None
    if scan.keys[offset[1]] == "than":
        # "two years later than planned" compares, and counts from no time
        return None
    if word == "later" and _is_time_ahead(scan, read.end + 1):
        return None  # "half an hour later this week" is a length in that week
    return Read(Offset(length, offset[0].sign, offset[0].anchor), offset[1], "time.offset", read.mod)


def _is_time_ahead(scan: Scan, j: int) -> bool:
    """Whether a time of its own stands at `j`: "this week", "today"."""
    times = scan.pack.times
    selected = times.selectors.match(scan.tokens, j)
    if selected is not None and selected[0].anchor is Anchor.PUBLICATION:
        return scan.keys[selected[1]] in times.units or scan.keys[selected[1]] in times.dayparts
    return scan.keys[j] in times.moments and times.moments.match(scan.tokens, j) is not None


def read_inside(scan: Scan, read: Read, simple: ReadTime) -> Read | None:
    """Such as "June last year", "the third quarter of 2017", "August 9 of that year", "spring 1862"."""
    core = read.core
    if not isinstance(core, Fields) or (core.of, core.year, core.decade, core.century) != (None, None, None, None):
        return None
    if core.selector is not None and core.weekday is None:
        return None
    return _in_year(scan, read, core) or _in_time(scan, read, core, simple)


def _links(scan: Scan) -> frozenset[str]:
    """What may stand between a time and the larger one around it."""
    return scan.pack.times.inside | {",", "on"}


def _in_year(scan: Scan, read: Read, core: Fields) -> Read | None:
    """A year follows, in digits or words."""
    j = skip(scan, read.end, _links(scan))
    era = era_at(scan, j + 1) and integer(scan, j, 1, 3000)
    if era:
        return Read(replace(core, year=era, bc=True), j + 2, read.rule, read.mod)
    named = (core.season, core.month, core.holiday) != (None, None, None)
    spelled = year_in_words(scan, j) if named else None
    if spelled is not None:
        return Read(replace(core, year=spelled[0]), spelled[1], read.rule, read.mod)
    year = year_at(scan, j) if core.weekday is None else None
    if year is None or (scan.keys[read.end] in scan.pack.times.dating and core.day is not None):
        return None
    return Read(replace(core, year=year), j + 1, read.rule, read.mod)


def _in_time(scan: Scan, read: Read, core: Fields, simple: ReadTime) -> Read | None:
    """A larger time follows, or, where the text is nothing but a time, a length that is counted."""
    of_week = core.weekday is not None and core.day is None
    links = _links(scan) | ({"from"} if of_week else frozenset())
    link = scan.keys[read.end] if scan.keys[read.end] in links else ""
    j = skip(scan, read.end, links)
    inner = simple(scan, j)
    if inner is not None and isinstance(inner.core, Length) and is_entry(scan):
        inner = _counted(scan, inner, simple, ahead=scan.keys[j - 1] == "in")
    elif link == "in":
        return None
    if inner is None or isinstance(inner.core, Length | Recurrence):
        return None
    if link == "from" and not (isinstance(inner.core, UnitAt) and inner.core.unit is Unit.WEEK):
        return None
    if isinstance(inner.core, Fields):
        return _in_fields(read, core, inner, inner.core)
    coarser = max(level(core), DAYPART_LEVEL) < level(inner.core) <= YEAR_LEVEL
    if not isinstance(inner.core, UnitAt | Offset) or not coarser:
        return None
    return Read(replace(core, of=inner.core), inner.end, read.rule, read.mod)


def _in_fields(read: Read, core: Fields, inner: Read, outer: Fields) -> Read | None:
    """A quarter of a fiscal year; the half of a decade, which is five years."""
    if outer.decade is not None and core.half is not None:
        year = 10 * outer.decade + 5 * (core.half - 1)
        return Read(Stretch(Fields(year=year), Fields(year=year + 4)), inner.end, "time.years")
    if outer.fiscal and outer.year is not None:
        return Read(replace(core, year=outer.year, fiscal=True), inner.end, read.rule, read.mod)
    return None


def _counted(scan: Scan, read: Read, simple: ReadTime, *, ahead: bool) -> Read | None:
    """The "in three years" of "Easter in three years", with "ago" and "hence" too."""
    if ahead and isinstance(read.core, Length):
        return read._replace(core=Offset(read.core, 1, Anchor.PUBLICATION))
    return read_offset(scan, read, simple)


JoinTime = Callable[[Scan, Read, ReadTime], Read | None]
# What may stand after a time and belong to it.
JOINS: tuple[Reader[JoinTime], ...] = (
    Reader("to another clock", lambda scan, read, _: through_clock(scan, read), "It is shut from 3 pm to 6 pm."),
    Reader("what a time owns", _possessed, "Last week's Sunday was wet."),
    Reader("part of a day, or clock", lambda scan, read, _: _part_of_day(scan, read), "They left Saturday night."),
    Reader("half of a clock", lambda scan, read, _: half_of_clock(scan, read), "It rang at 5:40 in the evening."),
    Reader("day of a clock", _day_of_clock, "Trains stopped at 5 p.m. on Monday."),
    Reader("date of a weekday", date_of_weekday, "They married on Saturday, May 28."),
    Reader("weekday of a date", lambda scan, read, _: weekday_of_date(scan, read), "They met on 4 May (Thursday)."),
    Reader("after next", lambda scan, read, _: after_next(scan, read), "It opens on Friday after next."),
    Reader("day of a week", lambda scan, read, _: day_of_week(scan, read), "They will vote next week on Tuesday."),
    Reader("half of a day", lambda scan, read, _: _half_of_day(scan, read), "It shut today pm, then."),
    Reader("date of a day", _date_of_day, "The show is tomorrow, 16/03/17, in town."),
    Reader("weekend of a feast", lambda scan, read, _: _feast_weekend(scan, read), "It is Labor Day weekend."),
    Reader("larger time around it", read_inside, "The firm was sold in June last year."),
)
