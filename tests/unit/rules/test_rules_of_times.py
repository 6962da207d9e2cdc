"""What follows from the words of time, named days and fiscal years."""

from functools import cache

import pytest

from reconcile.model.timeexpr import Anchor, Clock, Selector, Unit
from reconcile.rules.lexicon import ByKey, ByPhrase, ByWord, Phrases, Words, combine
from reconcile.rules.time_entries import (
    ClockEntry,
    Coded,
    FiscalYear,
    Holiday,
    Modifier,
    Moment,
    Numbered,
    OffsetEntry,
    SelectorEntry,
    UnitEntry,
    Vague,
)
from reconcile.rules.times import CalendarWords, HolidayWords, TimeLexicon, TimeWords

MAY_DAY = Holiday(("May Day", "the Day of Labour"), "may-day", month=5, day=1)
YEAR = FiscalYear(("acme", "borex"), 4)


@cache
def lexicon():
    return combine(
        TimeLexicon,
        TimeWords(
            months=ByWord([Numbered(("May",), 5)]),
            units=ByWord([UnitEntry(("year", "years"), Unit.YEAR)]),
            clocks=ByWord([ClockEntry(("noon",), 12)]),
            seasons=ByWord([Coded(("spring",), "SP")]),
            selectors=ByPhrase([SelectorEntry(("last", "the past"), Anchor.PUBLICATION, -1)]),
            moments=ByPhrase([Moment(("day before yesterday",), Unit.DAY, -2)]),
            modifiers=ByPhrase([Modifier(("start of",), "START")]),
            offsets=ByPhrase([OffsetEntry(("ago",), -1, Anchor.PUBLICATION)]),
            vague=ByPhrase([Vague(("a couple of",))]),
            articles=Words(["a", "the"]),
            after_articles=Words(["same"]),
            fiscal=Words(["fiscal"]),
            fillers=Words(["more"]),
            every=Words(["each"]),
            oclock=Phrases(["o'clock"]),
            prepositions=Words(["since"]),
            deadlines=Words(["by"]),
            before_entries=Words(["from"]),
            unit_sides={"earlier": -1},
        ),
        holiday_words=HolidayWords(holidays=ByPhrase([MAY_DAY])),
        calendars=CalendarWords(fiscal_years=ByKey([YEAR]), day_first=("GB",)),
    )


def test_days_and_fiscal_years_by_id():
    assert lexicon().holiday_rules == {"may-day": MAY_DAY}
    assert lexicon().fiscal_years == {"acme": YEAR, "borex": YEAR}
    assert lexicon().day_first == {"GB"}


def test_what_may_follow_an_article():
    second = {"past", "couple", "day"}
    first = {"last", "day", "start", "may", "year", "years", "noon", "spring"}
    assert lexicon().after_article == second | first | {"fiscal", "more", "same"}


def test_every_word_that_times_are_made_of():
    of_entries = {"may", "year", "years", "noon", "spring", "last", "the", "past", "day", "before", "yesterday"}
    more = {"start", "of", "ago", "a", "couple", "labour", "fiscal", "each", "more", "since", "by", "from", "earlier"}
    assert of_entries | more <= lexicon().entry_words
    assert (
        lexicon().entry_words - of_entries - more
        == set(lexicon().oclock.firsts()) | {"'", "clock", "o'clock"} & lexicon().entry_words
    )


@pytest.mark.parametrize(("begins", "bears", "lag"), [(4, "end", 1), (2, "end", 1), (1, "end", 0), (4, "begin", 0)])
def test_a_fiscal_year_that_bears_the_year_it_ends_in_begins_a_year_before(begins, bears, lag):
    assert FiscalYear(("a",), begins, bears).lag == lag


def test_what_entries_mean():
    assert lexicon().months["may"] == 5
    assert lexicon().clocks["noon"] == Clock(12)
    soonest = SelectorEntry(("next",), Anchor.PUBLICATION, 1, soonest=True)
    assert soonest.meaning == Selector(Anchor.PUBLICATION, 1, soonest=True)
    assert Vague(("several",)).meaning.value is None
