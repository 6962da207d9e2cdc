"""Times that can hold others, units placed by what stands beside them, and lengths placed in a time.

"The Friday of last week", the year ended March 31, the week of May 12, year-ago, the first nine months of 2016.
"""

from __future__ import annotations

from decimal import Decimal

from reconcile.extractors.times.dates import end_of, read_date, read_month
from reconcile.extractors.times.lengths import read_amount
from reconcile.extractors.times.reading import (
    DASHES,
    FIRST_YEAR,
    LAST_YEAR,
    Read,
    is_indefinite,
    number_in_words,
    ordinal_at,
    skip,
    so_many,
    year_at,
)
from reconcile.extractors.times.years import read_year
from reconcile.model.timeexpr import Amount, Anchor, Core, Fields, Length, Offset, Selector, Unit, UnitAt, Until
from reconcile.text.scan import Scan

THE = Selector(Anchor.OPEN, 0)


def named(selector: Selector) -> Selector | None:
    """Such as "The Friday" is no other than "Friday"."""
    return None if selector == THE else selector


def read_container(scan: Scan, j: int) -> Read | None:
    """A month, year, season or unit that can hold another time."""
    selected = scan.pack.times.selectors.match(scan.tokens, j)
    if selected is not None:
        return _plain(scan, selected[1], selected[0])
    year = year_at(scan, j)
    return read_season(scan, j) or read_month(scan, j) if year is None else Read(Fields(year=year), j + 1, "time.year")


def _plain(scan: Scan, j: int, selector: Selector) -> Read | None:
    """A unit, month, season or quarter after a selector; never a time inside another, so that nesting has an end."""
    lexicon, word = scan.pack.times, scan.keys[j]
    if word in lexicon.units and word not in lexicon.wary and not word.endswith("s"):
        unit = lexicon.units[word]
        return read_named_year(scan, j, unit) or Read(UnitAt(unit, selector), j + 1, "time.unit")
    if word in lexicon.seasons:
        return Read(Fields(season=lexicon.seasons[word], selector=named(selector)), j + 1, "time.season")
    if word in lexicon.months:
        return Read(Fields(month=lexicon.months[word], selector=named(selector)), j + 1, "time.month")
    quarter = _quarter_named(scan, j)
    return read_year(scan, j) if quarter is None else Read(Fields(quarter=quarter[0]), quarter[1], "time.quarter")


def read_season(scan: Scan, i: int) -> Read | None:
    """Spring, summer, winter; "fall" only beside a year or after a word that asks for a time."""
    times, word = scan.pack.times, scan.keys[i]
    season = times.seasons.get(word)
    if season is None:
        return None
    if word in times.wary and year_at(scan, i + 1 + (scan.keys[i + 1] == "of")) is None:
        asking = times.before_falls if word == "fall" else times.before_seasons
        if scan.keys[i - 1] not in asking:
            return None
    return Read(Fields(season=season), i + 1, "time.season")


_LONG = frozenset({Unit.DECADE, Unit.CENTURY})


def read_selected_length(scan: Scan, j: int, selector: Selector) -> Read | None:
    """A length after a selector, placed by what follows it or by the day from which the selector counts."""
    start, times = j, scan.pack.times
    if scan.keys[j - 1] == "last" and scan.keys[j - 2] in scan.pack.language.modals:
        # "should last 14 hours" is the verb
        return None
    j = skip(scan, j, times.first_words | times.last_words | times.length_selectors)
    if is_indefinite(scan, j) or scan.keys[j] == "half":
        return None
    amount = read_amount(scan, j) or _quarters(scan, j)
    if amount is None or (selector == THE and start == j and amount[0].number is None):
        return None
    length = Length((amount[0],))
    k = amount[1]
    placed = read_ended(scan, k, length) or _inside(scan, start, k, length, selector)
    return placed or Read(_counted(length, selector), k, "time.length")


def _quarters(scan: Scan, j: int) -> tuple[Amount, int] | None:
    """The two quarters of "the first two quarters of 2031", which elsewhere are parts of a whole."""
    number = scan.pack.numerals.cardinals.get(scan.keys[j])
    return (Amount(Decimal(number), Unit.QUARTER), j + 2) if number and scan.keys[j + 1] == "quarters" else None


def _inside(scan: Scan, start: int, k: int, length: Length, selector: Selector) -> Read | None:
    """Such as "the first nine months" of 2016, "the last three weeks" of this year, which stay times of their own."""
    if scan.keys[k] not in scan.pack.times.inside or length.parts[0].number is None:
        return None
    first = scan.keys[start] in scan.pack.times.first_words
    if not first and scan.keys[start] not in scan.pack.times.last_words and selector.step >= 0:
        return None
    whole = read_container(scan, k + 1)
    return None if whole is None else Read(Until(length, whole.core, forward=first), k, "time.length")


def _counted(length: Length, selector: Selector) -> Core:
    """Back or on from the day the selector counts from; a length without number or side has no place."""
    if length.parts[0].number is None or not selector.step:
        return length
    anchor = Anchor.OPEN if selector.anchor is Anchor.TEXT else selector.anchor
    day = UnitAt(Unit.DAY, Selector(anchor, -1 if selector.step < 0 else 1))
    return Until(length, day, forward=selector.step > 0)


def read_long_past(scan: Scan, j: int, unit: Unit, selector: Selector) -> Read | None:
    """Such as "the past decade": the ten years up to now, as against "the last decade", which the calendar counts."""
    if unit not in _LONG or scan.keys[j - 1] != "past":
        return None
    return Read(_counted(so_many(1, unit), selector), j + 1, "time.length")


def read_ended(scan: Scan, k: int, length: Length) -> Read | None:
    """A length before the "ended" or "to" at `k`, placed by the date that follows, which stays a time of its own.

    Such as "the year ended March 31", "the nine months to March".
    """
    times = scan.pack.times
    if scan.keys[k] not in times.endings and scan.keys[k] != "to":
        return None
    end = read_date(scan, skip(scan, k + 1, times.dating))
    return None if end is None else Read(Until(length, end_of(scan, k, end.core)), k, "time.ended")


def read_week_of(scan: Scan, j: int) -> Read | None:
    """Such as "the week of May 12", "the week commencing 4 February", "the week starting on the 18th"."""
    if scan.keys[j + 1] not in scan.pack.times.week_openers:
        return None
    inner = _named_day(scan, j + 2 + (scan.keys[j + 2] == "on"))
    return None if inner is None else nearest(Unit.WEEK, inner.core, inner.end)


def _named_day(scan: Scan, k: int) -> Read | None:
    """The day that a week or weekend is told by: May 12, the 18th, Easter 2015."""
    feast = scan.pack.times.holidays.match(scan.tokens, k)
    if feast is not None:
        year = year_at(scan, feast[1])
        return Read(Fields(holiday=feast[0], year=year), feast[1] + (year is not None), "time.holiday")
    inner = read_date(scan, k)
    if inner is not None:
        return inner if isinstance(inner.core, Fields) and inner.core.day is not None else None
    day = ordinal_at(scan, k + 1, 31) if scan.keys[k] == "the" and scan.keys[k + 1].isdecimal() else None
    return Read(Fields(day=day[0]), day[1], "time.day") if day is not None and ends_clause(scan, day[1]) else None


def read_weekend_of(scan: Scan, j: int) -> Read | None:
    """Such as "the weekend of May 12", "weekend of Thanksgiving 2015"."""
    if scan.pack.times.units.get(scan.keys[j]) is not Unit.WEEKEND or scan.keys[j + 1] != "of":
        return None
    inner = _named_day(scan, j + 2)
    return None if inner is None else nearest(Unit.WEEKEND, inner.core, inner.end)


def nearest(unit: Unit, day: Core, end: int) -> Read:
    """The week or weekend nearest to a day."""
    return Read(Offset(so_many(0, unit), 1, Anchor.OPEN, day), end, "time.unit")


def ends_clause(scan: Scan, j: int) -> bool:
    """Whether the text ends before token `j`, or a sign or a word stands there that no noun can be."""
    return not scan.keys[j] or scan.keys[j] in scan.pack.times.after_times


def read_unit_offset(scan: Scan, j: int) -> Read | None:
    """Year-ago, year-earlier, "year-earlier quarter": the same time one unit before."""
    times = scan.pack.times
    unit = times.units.get(scan.keys[j])
    entry = times.unit_offsets.get(scan.keys[j + 2]) if scan.keys[j + 1] in DASHES else None
    if unit is None or entry is None:
        return None
    named = _quarter_named(scan, j + 3)
    if named is not None and unit is Unit.YEAR:
        core = Offset(so_many(1, unit), entry.sign, entry.anchor, Fields(quarter=named[0]))
        return Read(core, named[1], "time.quarter")
    noun = scan.keys[j + 3]
    whole = times.units.get(noun) in (Unit.QUARTER, Unit.PERIOD) and not noun.endswith("s")
    return Read(Offset(so_many(1, unit), entry.sign, entry.anchor), j + 3 + whole, "time.offset")


def _quarter_named(scan: Scan, j: int) -> tuple[int, int] | None:
    """The number of the third quarter of "year-ago third quarter", and the index after it."""
    quarter = ordinal_at(scan, j, 4)
    if quarter is None or scan.pack.times.units.get(scan.keys[quarter[1]]) is not Unit.QUARTER:
        return None
    return quarter[0], quarter[1] + 1


def same_quarter(year: Core) -> Core:
    """The quarter the text speaks of, in another year: "last year's quarter", "the 1988 quarter"."""
    return Offset(so_many(None, Unit.QUARTER), 0, Anchor.OPEN, year)


def read_named_year(scan: Scan, j: int, unit: Unit) -> Read | None:
    """Such as "the year 2008", "the year two thousand"."""
    if unit is not Unit.YEAR:
        return None
    k = j + 1 + (scan.keys[j + 1] == "of")
    year = year_at(scan, k)
    if year is not None:
        return Read(Fields(year=year), k + 1, "time.year")
    spelled = number_in_words(scan, j + 1, FIRST_YEAR, LAST_YEAR)
    return None if spelled is None else Read(Fields(year=spelled[0]), spelled[1], "time.year")
