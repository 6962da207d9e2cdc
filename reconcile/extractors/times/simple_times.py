"""One simple time at a token, by what it begins with: a digit, a fixed phrase, or a word of time."""

from __future__ import annotations

from reconcile.extractors.quantities.non_quantities import in_path
from reconcile.extractors.quantities.numerals import read_cardinal
from reconcile.extractors.times.calendar_units import read_fiscal, read_selected
from reconcile.extractors.times.clock import (
    read_clock,
    read_daypart,
    read_past_hour,
    read_spoken_clock,
)
from reconcile.extractors.times.containers import read_season
from reconcile.extractors.times.dates import read_continued_day, read_day_month, read_month
from reconcile.extractors.times.hours import read_loose_hour
from reconcile.extractors.times.lengths import FRACTIONS, read_length, read_plural, read_set
from reconcile.extractors.times.numbered import read_day_of_unit, read_ordinal_unit, read_week_number
from reconcile.extractors.times.numeric_dates import read_numeric_date
from reconcile.extractors.times.placed_units import read_unit_offset, read_weekend_of
from reconcile.extractors.times.reading import APOSTROPHES, Read, capital, key, lean
from reconcile.extractors.times.spans import read_hours, read_years
from reconcile.extractors.times.weekdays import read_counted_weekday, read_weekday
from reconcile.extractors.times.years import (
    read_quarter_code,
    read_short_decade,
    read_year,
    read_year_quarter,
    spelled_year,
)
from reconcile.model.timeexpr import Anchor, At, Fields, Lean, Nth, Reference, Selector, UnitAt
from reconcile.text.scan import Scan


def atom(scan: Scan, i: int) -> Read | None:
    """The longest simple time at token `i`."""
    word = key(scan, i)
    if word[:1].isdigit():
        return _digits(scan, i)
    return _phrase(scan, i, word) or _word(scan, i, word)


def _digits(scan: Scan, i: int) -> Read | None:
    if scan.touches(i) and (key(scan, i - 1).isalpha() or in_path(scan, i)):
        return None
    return (
        read_numeric_date(scan, i)
        or read_clock(scan, i)
        or read_hours(scan, i)
        or read_loose_hour(scan, i)
        or read_past_hour(scan, i)
        or read_day_month(scan, i)
        or read_continued_day(scan, i)
        or read_day_of_unit(scan, i)
        or read_counted_weekday(scan, i)
        or read_ordinal_unit(scan, i)
        or read_quarter_code(scan, i)
        or read_year_quarter(scan, i)
        or read_years(scan, i)
        or read_year(scan, i)
        or read_length(scan, i)
    )


def _phrase(scan: Scan, i: int, word: str) -> Read | None:
    """Fixed phrases first: they are the longest."""
    t = scan.pack.times
    found = t.moments.match(scan.tokens, i) if word in t.moments else None
    if found is not None and (scan.word(found[1] - 1).isupper() or not found[0].capitals):
        day = UnitAt(found[0].unit, Selector(Anchor.PUBLICATION, found[0].step))
        part = found[0].daypart
        return Read(day if part is None else At(day, None, part), found[1], "time.moment", found[0].mod)
    holiday = (
        t.holidays.match(scan.tokens, i) if word in t.holidays and (capital(scan, i) or word not in t.wary) else None
    )
    if holiday is not None:
        return Read(Fields(holiday=holiday[0]), holiday[1], "time.holiday")
    reference = t.references.match(scan.tokens, i) if word in t.references else None
    selected = read_selected(scan, i) if word in t.selectors else None
    if reference is None or (selected is not None and reference[1] < selected.end):
        return selected
    if reference[0] == "FUTURE_REF" and reference[1] == i + 1 and lean(scan, i, i + 1) is not Lean.FUTURE:
        return None
    return Read(Reference(reference[0]), reference[1], "time.reference")


def _word(scan: Scan, i: int, word: str) -> Read | None:
    t, n = scan.pack.times, scan.pack.numerals
    if word in t.months:
        return read_month(scan, i)
    if word in t.weekdays:
        return read_weekday(scan, i)
    if word in n.ordinals or word in n.cardinals:
        return _number_word(scan, i)
    if word in t.every or word in t.sets:
        return read_set(scan, i)
    if word in t.seasons:
        return read_season(scan, i)
    if word in t.clocks or word in ("half", "a", "an", "quarter"):
        return _clock_word(scan, i, word)
    if word in t.fiscal or word == "fy":
        return read_fiscal(scan, i)
    if word in ("q", "h"):
        return read_quarter_code(scan, i)
    return _rare_word(scan, i, word)


def _number_word(scan: Scan, i: int) -> Read | None:
    """A number in words opens most times; in "will one day lead" it tells no length but some day to come."""
    if key(scan, i) == "one" and key(scan, i + 1) == "day" and key(scan, i - 1) in scan.pack.times.future:
        return Read(Reference("FUTURE_REF"), i + 2, "time.reference")
    return (
        read_ordinal_unit(scan, i)
        or _spelled_year(scan, i)
        or read_day_month(scan, i)
        or read_counted_weekday(scan, i)
        or read_spoken_clock(scan, i)
        or read_loose_hour(scan, i)
        or read_length(scan, i)
    )


def _spelled_year(scan: Scan, i: int) -> Read | None:
    """Nineteen ninety-six, twenty seventeen; two thousand and ten where a word before asks for a year."""
    whole = read_cardinal(scan, i) if key(scan, i - 1) in ("in", "year", "since", "by") else None
    if whole is not None and 1900 <= whole.value <= 2100 and whole.value % 1 == 0 and not read_length(scan, i):
        return Read(Fields(year=int(whole.value)), whole.end, "time.year")
    found = spelled_year(scan, i)
    return None if found is None else Read(Fields(year=found[0]), found[1], "time.year")


def _clock_word(scan: Scan, i: int, word: str) -> Read | None:
    if word in ("a", "an"):
        j = i + 1
        inner = read_ordinal_unit(scan, j) if key(scan, j) in scan.pack.numerals.ordinals else read_unit_offset(scan, j)
        if inner is not None and not isinstance(inner.core, Nth):
            return inner
    return read_spoken_clock(scan, i) or read_length(scan, i)


def _rare_word(scan: Scan, i: int, word: str) -> Read | None:
    t = scan.pack.times
    if word in t.dayparts:
        return None if word.endswith("s") else read_daypart(scan, i)
    if word in t.adjectives:
        vague = read_length(scan, i) if word in t.vague else None
        return vague or Read(Reference(t.adjectives[word]), i + 1, "time.reference")
    if word in APOSTROPHES:
        return read_short_decade(scan, i)
    if word in t.units:
        found = read_week_number(scan, i) or read_weekend_of(scan, i)
        return found or read_unit_offset(scan, i) or read_plural(scan, i)
    if word in FRACTIONS:
        return read_length(scan, i)
    if word in t.vague:
        return read_length(scan, i) or (read_plural(scan, i) if word in t.units else None)
    return read_plural(scan, i) if word in t.units else None
