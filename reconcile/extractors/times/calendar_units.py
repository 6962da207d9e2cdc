"""Units of the calendar told by a selector or a number: last year, the third quarter, Q3, the 20th century."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.quantities.numerals import read_ordinal
from reconcile.extractors.times.containers import (
    THE,
    ends_clause,
    named,
    read_container,
    read_ended,
    read_long_past,
    read_named_year,
    read_selected_length,
    read_unit_offset,
    read_week_of,
    read_weekend_of,
    same_quarter,
)
from reconcile.extractors.times.dates import read_day_month, read_month
from reconcile.extractors.times.numbered import read_first_of_two, read_numbered, read_ordinal_unit, read_week_number
from reconcile.extractors.times.reading import DASHES, YEAR_LEVEL, Read, level, skip, so_many, year_at
from reconcile.extractors.times.years import read_year
from reconcile.model.timeexpr import Anchor, At, Core, Fields, Nth, Selector, Unit, UnitAt
from reconcile.text.scan import Scan


def read_selected(scan: Scan, i: int) -> Read | None:
    """A selector and what it selects: "last April", "this week", "the past five years", "the third quarter"."""
    phrase = scan.pack.times.selectors.match(scan.tokens, i)
    if phrase is None:
        return None
    selector, j = phrase
    return read_after_selector(scan, j, selector)


def read_after_selector(scan: Scan, j: int, selector: Selector) -> Read | None:
    """What may follow a selector."""
    lexicon, word = scan.pack.times, scan.keys[j]
    if word in lexicon.fiscal:
        return _fiscal(scan, j, selector)
    if word in lexicon.whole_words and _is_one_year(scan, j + 1):
        return read_named_year(scan, j + 1, Unit.YEAR) or Read(UnitAt(Unit.YEAR, selector), j + 2, "time.unit")
    if word in scan.pack.times.last_parts or read_ordinal(scan, j) is not None:
        return _numbered(scan, j, selector)
    if word in lexicon.units:
        return _unit(scan, j, selector)
    named_time = _named_time(scan, j, selector)
    return (
        named_time
        or _holiday(scan, j, selector)
        or _year_of(scan, j, selector)
        or read_selected_length(scan, j, selector)
    )


def _is_one_year(scan: Scan, j: int) -> bool:
    return scan.pack.times.units.get(scan.keys[j]) is Unit.YEAR and not scan.keys[j].endswith("s")


def _numbered(scan: Scan, j: int, selector: Selector) -> Read | None:
    """A date, a numbered unit or a length: "the 4th of May", "the third quarter", "the last ten days"."""
    if read_ordinal(scan, j) is not None:
        read = read_day_month(scan, j) or read_first_of_two(scan, j)
        if read is not None:
            return read
    return read_numbered(scan, j, selector) or read_selected_length(scan, j, selector)


def _named_time(scan: Scan, j: int, selector: Selector) -> Read | None:
    """A weekday, part of the day, season or month after a selector."""
    lexicon, word = scan.pack.times, scan.keys[j]
    if word in lexicon.weekdays and (word not in lexicon.wary or selector not in (THE, _SAME)):
        last = _last_of(scan, j, Unit.DAY, selector, lexicon.weekdays[word])
        return last or Read(Fields(weekday=lexicon.weekdays[word], selector=named(selector)), j + 1, "time.weekday")
    if word in lexicon.dayparts:
        day = None if selector == THE else UnitAt(Unit.DAY, selector)
        return Read(At(day, None, lexicon.dayparts[word]), j + 1, "time.daypart")
    if word in lexicon.seasons and not (selector == THE and word == "fall" and scan.keys[j + 1] == "of"):
        return Read(Fields(season=lexicon.seasons[word], selector=named(selector)), j + 1, "time.season")
    return _month(scan, j, selector) if word in lexicon.months and selector != THE else None


def _month(scan: Scan, j: int, selector: Selector) -> Read | None:
    """A month after a selector, with its day or year: "last April", "this coming May 4"."""
    word = scan.keys[j]
    if word in scan.pack.times.wary and not scan.is_capital(j):
        return None
    read = read_month(scan, j) or Read(Fields(month=scan.pack.times.months[word]), j + 1, "time.month")
    return read._replace(core=replace(read.core, selector=selector)) if isinstance(read.core, Fields) else read


def _holiday(scan: Scan, j: int, selector: Selector) -> Read | None:
    feast = scan.pack.times.holidays.match(scan.tokens, j)
    if feast is None or (scan.keys[j] in scan.pack.times.wary and not scan.is_capital(j)):
        return None
    return Read(Fields(holiday=feast[0], selector=named(selector)), feast[1], "time.holiday")


def _year_of(scan: Scan, j: int, selector: Selector) -> Read | None:
    """Such as "The 1988 period", "the 2017 third quarter", "the 1990s"."""
    if selector != THE:
        return None
    tens, year, following = scan.pack.times.decades.get(scan.keys[j]), year_at(scan, j), scan.keys[j + 1]
    if tens is not None:
        return Read(Fields(decade=190 + tens), j + 1, "time.decade")
    if year is None:
        return None
    if "s" in (following, scan.keys[j + 2]):
        return read_year(scan, j)
    if following == "period":
        return Read(Fields(year=year), j + 2, "time.year")
    if following == "quarter":
        return Read(same_quarter(Fields(year=year)), j + 2, "time.quarter")
    inner = read_numbered(scan, j + 1, selector)
    if inner is None or not isinstance(inner.core, Fields) or inner.core.quarter is None:
        return None
    return inner._replace(core=Fields(year=year, quarter=inner.core.quarter))


def _unit(scan: Scan, j: int, selector: Selector) -> Read | None:
    lexicon, word = scan.pack.times, scan.keys[j]
    unit = lexicon.units[word]
    earlier = read_unit_offset(scan, j)
    if earlier is not None:
        return earlier
    if unit is Unit.HALF and selector.step < 0 and scan.keys[j + 1] == "of":
        return Read(Fields(half=2), j + 1, "time.half")
    if word in lexicon.wary or unit in _UNSELECTED or (unit is Unit.HOUR and selector == THE):
        return None
    if unit is Unit.PERIOD and selector.step == 0 and selector != THE:
        return _same_in_other_year(scan, j, unit, selector)
    if word.endswith("s"):
        return None if selector.step == 0 else Read(so_many(None, unit), j + 1, "time.length")
    return _one_unit(scan, j, unit, selector)


# "The half", "this minute" are no times of the calendar.
_UNSELECTED = frozenset({Unit.HALF, Unit.SECOND, Unit.MINUTE})


def _one_unit(scan: Scan, j: int, unit: Unit, selector: Selector) -> Read | None:
    """One unit after a selector, placed by what follows it, else by the selector."""
    inside = _last_of(scan, j, unit, selector) or read_long_past(scan, j, unit, selector)
    inside = inside or _same_in_other_year(scan, j, unit, selector)
    if inside is not None or selector != THE:
        return inside or Read(UnitAt(unit, selector), j + 1, "time.unit")
    named = read_named_year(scan, j, unit) or read_ended(scan, j + 1, so_many(1, unit)) or read_week_number(scan, j)
    placed = read_week_of(scan, j) if unit is Unit.WEEK else read_weekend_of(scan, j)
    return named or placed or _the_unit(scan, j, unit)


def _the_unit(scan: Scan, j: int, unit: Unit) -> Read | None:
    """Such as "the quarter", "the year before", "the day after"."""
    if scan.keys[j + 1] == "after" and scan.keys[j + 2] == "next":
        return Read(UnitAt(unit, Selector(Anchor.PUBLICATION, 2)), j + 3, "time.unit")
    steps = scan.pack.times.unit_sides.get(scan.keys[j + 1])
    if steps is not None:
        ends = ends_clause(scan, j + 2)
        return Read(UnitAt(unit, Selector(Anchor.TEXT, steps)), j + 2, "time.unit") if ends else None
    return Read(UnitAt(unit, THE), j + 1, "time.unit") if _definite(scan, j, unit) else None


def _last_of(scan: Scan, j: int, unit: Unit, selector: Selector, weekday: int | None = None) -> Read | None:
    """Such as "the last day of August", where "last" counts inside what follows."""
    if selector != Selector(Anchor.PUBLICATION, -1) or scan.keys[j + 1] not in scan.pack.times.inside:
        return None
    inner = read_container(scan, j + 2)
    if inner is None or level(inner.core) <= level(UnitAt(unit, selector)):
        return None
    return Read(Nth(-1, unit, inner.core, weekday), inner.end, "time.nth")


def _same_in_other_year(scan: Scan, j: int, unit: Unit, selector: Selector) -> Read | None:
    """Such as "the same quarter last year", "the corresponding period of 2015"."""
    if unit not in (Unit.QUARTER, Unit.PERIOD) or selector != _SAME:
        return None
    year = read_container(scan, skip(scan, j + 1, scan.pack.times.inside))
    if year is None or level(year.core) != YEAR_LEVEL:
        return None
    return Read(same_quarter(year.core), year.end, "time.quarter")


_SAME = Selector(Anchor.TEXT, 0)


def _definite(scan: Scan, j: int, unit: Unit) -> bool:
    """Whether "the year", "the quarter" names a time: not "the period of mourning", "the day of reckoning"."""
    following = scan.keys[j + 1]
    return unit not in (Unit.PERIOD, Unit.NIGHT, Unit.DAY) and following not in DASHES


def _fiscal(scan: Scan, j: int, selector: Selector) -> Read | None:
    """Fiscal year, fiscal 2018, fiscal third quarter, fiscal first half, FY2024 (`j` is at the word)."""
    k = j + 1
    year = year_at(scan, k)
    if year is not None:
        return Read(Fields(year=year, fiscal=True), k + 1, "time.fiscal")
    if scan.keys[k] == "year":
        named = year_at(scan, k + 1)
        if named is not None:
            return Read(Fields(year=named, fiscal=True), k + 2, "time.fiscal")
        ended = read_ended(scan, k + 1, so_many(1, Unit.YEAR))
        return ended or Read(UnitAt(Unit.YEAR, selector, fiscal=True), k + 1, "time.fiscal")
    if scan.keys[k] == "quarter":
        return Read(UnitAt(Unit.QUARTER, selector, fiscal=True), k + 1, "time.fiscal")
    inner = read_ordinal_unit(scan, k)
    core: Core | None = inner.core if inner is not None else None
    if inner is None or not isinstance(core, Fields) or (core.quarter is None and core.half is None):
        return None
    return inner._replace(core=Fields(quarter=core.quarter, half=core.half, fiscal=True), rule="time.fiscal")


def read_fiscal(scan: Scan, i: int) -> Read | None:
    """Fiscal 2018, fiscal year 2018, FY2018, FY18."""
    if scan.keys[i] in scan.pack.times.fiscal:
        read = _fiscal(scan, i, THE)
        return None if read is not None and isinstance(read.core, UnitAt) else read
    if scan.keys[i] not in scan.pack.times.fiscal_codes:
        return None
    digits = scan.keys[i + 1]
    if year_at(scan, i + 1) is not None:
        return Read(Fields(year=int(digits), fiscal=True), i + 2, "time.fiscal")
    if digits.isdecimal() and len(digits) == 2 and scan.touches(i + 1):
        return Read(Fields(year=2000 + int(digits), fiscal=True), i + 2, "time.fiscal")
    return None
