"""A time inside a larger one, and a length counted from a time: June last year, Q3 of 2017, two days after Easter."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.times.placed_units import ends_clause
from reconcile.extractors.times.reading import (
    DAYPART_LEVEL,
    YEAR_LEVEL,
    Read,
    ReadTime,
    integer,
    is_entry,
    level,
    skip,
    year_at,
)
from reconcile.extractors.times.years import era_at, year_in_words
from reconcile.model.timeexpr import Anchor, Fields, Length, Offset, Recurrence, Stretch, Unit, UnitAt
from reconcile.text.scan import Scan


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
    if not isinstance(core, Fields) or core.of is not None or core.year is not None or core.decade is not None:
        return None
    if core.century is not None or (core.selector is not None and core.weekday is None):
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
    links = _links(scan) | ({"from"} if core.weekday is not None and core.day is None else frozenset())
    link = scan.keys[read.end] in links
    j = skip(scan, read.end, links)
    inner = simple(scan, j)
    if scan.keys[read.end] == "from" and not (
        inner and isinstance(inner.core, UnitAt) and inner.core.unit is Unit.WEEK
    ):
        return None
    if inner is not None and isinstance(inner.core, Length) and is_entry(scan):
        inner = _counted(scan, inner, simple, ahead=scan.keys[j - 1] == "in")
    elif link and scan.keys[read.end] == "in":
        return None
    if inner is None or isinstance(inner.core, Length | Recurrence):
        return None
    if isinstance(inner.core, Fields):
        return _in_fields(read, core, inner, inner.core)
    if (
        not isinstance(inner.core, UnitAt | Offset)
        or level(inner.core) <= max(level(core), DAYPART_LEVEL)
        or level(inner.core) > YEAR_LEVEL
    ):
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
