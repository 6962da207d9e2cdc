"""The table of readers of simple times: what each begins with, their order, and a text that only it reads."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from reconcile.extractors.quantities.non_quantities import in_path
from reconcile.extractors.times.calendar_units import read_fiscal, read_selected
from reconcile.extractors.times.clock import read_clock, read_daypart_alone, read_past_hour, read_spoken_clock
from reconcile.extractors.times.containers import read_season, read_unit_offset, read_weekend_of
from reconcile.extractors.times.dates import read_continued_day, read_day_month, read_month
from reconcile.extractors.times.hours import read_loose_hour
from reconcile.extractors.times.lengths import FRACTIONS, read_length, read_plural, read_set
from reconcile.extractors.times.named_days import (
    read_adjective,
    read_counted_weekday,
    read_holiday,
    read_moment,
    read_reference,
    read_some_day,
    read_weekday,
)
from reconcile.extractors.times.numbered import read_article_unit, read_day_of_unit, read_ordinal_unit, read_week_number
from reconcile.extractors.times.numeric_dates import read_numeric_date
from reconcile.extractors.times.reading import APOSTROPHES, Opening, Read, Reader, ReadTime
from reconcile.extractors.times.spans import read_hours, read_years
from reconcile.extractors.times.years import (
    read_quarter_code,
    read_short_decade,
    read_spelled_year,
    read_year,
    read_year_quarter,
)
from reconcile.rules.load import Pack
from reconcile.text.scan import Scan

D, N = Opening.DIGIT, Opening.NUMBER
READERS: tuple[Reader[ReadTime], ...] = tuple(
    Reader(name, read, example, frozenset(begins), before)
    for name, begins, read, example, before in (
        # fixed phrases
        ("moment", {Opening.MOMENT}, read_moment, "The mayor resigned yesterday.", ""),
        ("holiday", {Opening.HOLIDAY}, read_holiday, "Shops were shut at Christmas.", ""),
        ("reference", {Opening.REFERENCE}, read_reference, "Prices are now low.", ""),
        ("selected", {Opening.SELECTOR}, read_selected, "Prices rose last year.", ""),
        # words of one class
        ("month", {Opening.MONTH}, read_month, "The law passed in November.", ""),
        ("weekday", {Opening.WEEKDAY}, read_weekday, "The council voted on Monday.", ""),
        ("set", {Opening.SET}, read_set, "The ferry runs daily.", ""),
        ("season", {Opening.SEASON}, read_season, "It will open in spring.", ""),
        ("fiscal year", {Opening.FISCAL}, read_fiscal, "Profit rose in FY18.", ""),
        ("part of the day", {Opening.DAYPART}, read_daypart_alone, "They left before morning.", ""),
        ("short decade", {Opening.APOSTROPHE}, read_short_decade, "Rents rose in the '90s.", ""),
        ("week by number", {Opening.UNIT}, read_week_number, "Sales rose in week 12 of 2016.", ""),
        ("weekend of a day", {Opening.UNIT}, read_weekend_of, "They met weekend of May 16, 2015.", ""),
        ("unit after an article", {Opening.ARTICLE}, read_article_unit, "It fell from a year-earlier quarter.", ""),
        ("unit before", {Opening.UNIT}, read_unit_offset, "It beat year-ago sales.", ""),
        # digits and numbers in words
        ("some day", {N}, read_some_day, "They hope it will one day be sold.", ""),
        ("date in digits", {D}, read_numeric_date, "It closed on 04.05.2016.", ""),
        ("clock", {D}, read_clock, "Trains stopped at 17:30.", ""),
        ("hours", {D}, read_hours, "The pool is open 3-4pm.", ""),
        ("year in words", {N}, read_spelled_year, "She was born in nineteen eighty-four.", ""),
        ("minutes past an hour", {D}, read_past_hour, "It begins at 20 past 3pm.", ""),
        ("day and month", {D, N}, read_day_month, "The bridge opened on 4 May 2016.", ""),
        ("further day of a month", {D}, read_continued_day, "They met on May 4 and 5.", ""),
        ("day of a unit", {D}, read_day_of_unit, "20 of next month", ""),
        ("counted weekday", {D, N}, read_counted_weekday, "They met two Thursdays ago.", ""),
        ("clock in words", {N, Opening.CLOCK, Opening.ARTICLE}, read_spoken_clock, "It begins at half past six.", ""),
        ("hour told by the words around it", {D, N}, read_loose_hour, "It begins at 8 tonight.", ""),
        ("numbered unit", {D, N}, read_ordinal_unit, "Third-quarter profit was low.", ""),
        ("code of a quarter", {D, Opening.CODE}, read_quarter_code, "Profit rose in Q2 2016.", ""),
        ("quarter of a year by code", {D}, read_year_quarter, "Output rose in 2015Q4.", ""),
        ("years", {D}, read_years, "Output fell in 1998/99.", "He played in the 2012-13 season."),
        ("year", {D}, read_year, "In 1987 the mill burned.", ""),
        (
            "length",
            {D, N, Opening.CLOCK, Opening.ARTICLE, Opening.FRACTION, Opening.VAGUE, Opening.ADJECTIVE},
            read_length,
            "He ruled for five years.",
            "",
        ),
        ("units without a number", {Opening.UNIT}, read_plural, "It took decades.", ""),
        ("adjective", {Opening.ADJECTIVE}, read_adjective, "Its current prices are low.", ""),
    )
)


def by_opening(readers: Iterable[Reader[ReadTime]]) -> dict[Opening, tuple[ReadTime, ...]]:
    """The readers that can begin with each opening, in the order of the table."""
    rows = tuple(readers)
    return {opening: tuple(row.read for row in rows if opening in row.begins) for opening in Opening}


READERS_OF = by_opening(READERS)


def read_simple_time(scan: Scan, i: int) -> Read | None:
    """The time at token `i` by the first reader of the table that can begin there and reads something."""
    for opening in openings(scan, i):
        for read in READERS_OF[opening]:
            simple = read(scan, i)
            if simple is not None:
                return simple
    return None


def openings(scan: Scan, i: int) -> tuple[Opening, ...]:
    """What a time at token `i` can begin with: digits that go on from no word, or what its word opens."""
    word = scan.keys[i]
    if not word[:1].isdigit():
        return openings_of_words(scan.pack).get(word, ())
    part = scan.touches(i) and (scan.keys[i - 1].isalpha() or in_path(scan, i))
    return () if part else (Opening.DIGIT,)


@lru_cache(maxsize=8)
def openings_of_words(pack: Pack) -> dict[str, tuple[Opening, ...]]:
    """What the words of a pack open: every kind of phrase that begins with a word, then the class of the word."""
    times, numerals = pack.times, pack.numerals
    phrases = {
        Opening.MOMENT: times.moments.firsts(),
        Opening.HOLIDAY: times.holidays.firsts(),
        Opening.REFERENCE: times.references.firsts(),
        Opening.SELECTOR: times.selectors.firsts(),
    }
    # The first class that a word is of counts: "second" is a number before it is a unit, "fall" a season.
    classes: dict[Opening, Iterable[str]] = {
        Opening.MONTH: times.months,
        Opening.WEEKDAY: times.weekdays,
        Opening.NUMBER: (*numerals.ordinals, *numerals.cardinals),
        Opening.SET: (*times.every, *times.sets.firsts()),
        Opening.SEASON: times.seasons,
        Opening.CLOCK: (*times.clocks, *times.hour_parts),
        Opening.ARTICLE: times.articles - {"the"},
        Opening.FISCAL: times.fiscal | times.fiscal_codes,
        Opening.CODE: times.quarter_codes,
        Opening.DAYPART: times.dayparts,
        Opening.ADJECTIVE: times.adjectives,
        Opening.APOSTROPHE: APOSTROPHES,
        Opening.UNIT: times.units,
        Opening.FRACTION: FRACTIONS,
        Opening.VAGUE: times.vague.firsts(),
    }
    first_class = {word: opening for opening, words in reversed(classes.items()) for word in words}
    words = frozenset(first_class).union(*phrases.values())
    return {
        word: (*(o for o, firsts in phrases.items() if word in firsts), *filter(None, [first_class.get(word)]))
        for word in words
    }
