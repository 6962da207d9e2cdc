"""Laws of resolving times: text and publication date decide alone, and what is relative moves with that date."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reconcile import recognise
from reconcile.model.mention import Timex
from reconcile.model.period import Period

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
RELATIVE = (
    "yesterday",
    "today",
    "tomorrow",
    "last week",
    "this week",
    "next week",
    "three days ago",
    "last Monday",
    "the past two weeks",
    "the next ten days",
)
ABSOLUTE = ("4 May 2016", "June 2015", "1987", "the third quarter of 2014", "the 1990s", "490 BC")
OPEN = ("May 4", "Tuesday", "last year", "today", "next month", "the day after tomorrow", "this summer")
WEEK = timedelta(days=7)


def timex(phrase: str, published: date | None) -> Timex:
    found = [m.timex for m in recognise(f"They met {phrase}, he said.", published=published) if m.timex is not None]
    assert len(found) == 1
    return found[0]


def period(phrase: str, published: date | None) -> Period:
    where = timex(phrase, published).period
    assert where is not None
    return where


@given(st.sampled_from(RELATIVE), DAYS)
def test_a_week_later_everything_relative_is_a_week_later(phrase: str, published: date) -> None:
    before, after = period(phrase, published), period(phrase, published + WEEK)
    assert before.start is not None
    assert before.end is not None
    assert (after.start, after.end) == (before.start + WEEK, before.end + WEEK)


@given(st.sampled_from(ABSOLUTE), DAYS, DAYS)
def test_what_is_stated_in_full_does_not_move(phrase: str, one: date, other: date) -> None:
    assert timex(phrase, one) == timex(phrase, other)
    assert timex(phrase, one).basis == "stated"


@given(st.sampled_from(OPEN))
def test_without_a_publication_date_nothing_is_guessed(phrase: str) -> None:
    found = timex(phrase, None)
    assert found.basis == "nothing"
    assert found.period is not None
    assert not found.period.is_resolved


@given(st.sampled_from(["2016", "May 2016", "the 1990s", "the third quarter of 2014", "last year", "last week"]), DAYS)
def test_a_period_holds_its_parts(phrase: str, published: date) -> None:
    whole = period(phrase, published)
    for part in ("early", "mid", "late"):
        assert whole.covers(period(f"{part} {phrase}", published))


@given(DAYS)
def test_a_day_lies_in_its_month_and_year(day: date) -> None:
    stated = f"{day.day} {day:%B} {day.year}"
    assert period(f"{day:%B} {day.year}", None).covers(period(stated, None))
    assert period(f"in {day.year}", None).covers(period(stated, None))


@given(DAYS, st.integers(0, 6))
def test_a_bare_weekday_is_one_of_the_last_seven_days(published: date, weekday: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    start = period(f"on {name}", published).start
    assert isinstance(start, date)
    assert start.weekday() == weekday
    assert timedelta(0) <= published - start < WEEK


@given(st.sampled_from(["2016", "last year"]), st.integers(1, 11), DAYS)
def test_a_year_holds_its_first_and_last_months(phrase: str, months: int, published: date) -> None:
    year = period(phrase, published)
    first, last = (
        recognise(f"It fell in the {side} {months} months of {phrase}.", published=published)[0].timex
        for side in ("first", "last")
    )
    assert first is not None
    assert first.period is not None
    assert last is not None
    assert last.period is not None
    assert year.covers(first.period)
    assert year.covers(last.period)
    assert (first.period.start, last.period.end) == (year.start, year.end)


@given(st.sampled_from(["2016", "May 2016", "the third quarter of 2014", "last year"]), DAYS)
def test_a_bound_meets_the_time_it_is_reported_by(phrase: str, published: date) -> None:
    own = period(phrase, published)
    since, until = timex(f"since {phrase}", published), timex(f"until {phrase}", published)
    assert since.own == until.own == own
    assert since.period is not None
    assert until.period is not None
    assert (since.period.start, since.period.end) == (own.start, None)
    assert (until.period.start, until.period.end) == (None, own.end)


@given(DAYS)
def test_a_fiscal_year_holds_its_quarters(published: date) -> None:
    whole = recognise("Apple's fiscal 2016 was good.", published=published)[0].timex
    assert whole is not None
    assert whole.period is not None
    for name in ("first", "second", "third", "fourth"):
        part = recognise(f"Apple's {name} quarter of fiscal 2016 was good.", published=published)[0].timex
        assert part is not None
        assert part.period is not None
        assert whole.period.covers(part.period)
