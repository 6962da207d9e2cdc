"""Periods in words."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model.period import Grain, Moment, Period
from reconcile.report.periods import day_words, duration_words, period_words

D = date
NINE = datetime(2017, 5, 4, 9, 30)  # noqa: DTZ001 - articles give no time zone


@pytest.mark.parametrize(
    ("start", "end", "edtf", "grain", "words"),
    [
        (D(2017, 1, 1), D(2018, 1, 1), "2017", Grain.YEAR, "2017"),
        (D(2017, 7, 1), D(2018, 1, 1), "2017-07/2017-12", Grain.HALF, "second half of 2017 (2017-07/2017-12)"),
        (D(2017, 1, 1), D(2017, 7, 1), "", Grain.HALF, "first half of 2017"),
        (D(2017, 4, 1), D(2017, 7, 1), "2017-34", Grain.QUARTER, "second quarter of 2017 (2017-34)"),
        (D(2017, 10, 1), D(2018, 1, 1), "2017-36", Grain.QUARTER, "fourth quarter of 2017 (2017-36)"),
        (D(2017, 11, 1), D(2017, 12, 1), "2017-11", Grain.MONTH, "November 2017 (2017-11)"),
        (D(2017, 11, 28), D(2017, 11, 29), "2017-11-28", Grain.DAY, "28 November 2017 (2017-11-28)"),
        (D(2017, 11, 27), D(2017, 12, 4), "2017-W48", Grain.WEEK, "week of 27 November 2017 (2017-W48)"),
        (D(2017, 11, 29), D(2017, 12, 6), "", Grain.WEEK, "the week to 5 December 2017"),
        (D(2017, 12, 2), D(2017, 12, 4), "2017-W48-WE", Grain.WEEK, "2 December 2017 to 3 December 2017 (2017-W48-WE)"),
        (D(1990, 1, 1), D(2000, 1, 1), "199X", Grain.DECADE, "the 1990s (199X)"),
        (D(2017, 6, 1), D(2017, 9, 1), "2017-22", Grain.SEASON, "summer 2017 (2017-22)"),
        (D(2012, 1, 1), D(2014, 1, 1), "2012/2013", Grain.YEAR, "2012 to 2013 (2012/2013)"),
        (D(2016, 10, 1), D(2017, 10, 1), "2016/2017", Grain.YEAR, "1 October 2016 to 30 September 2017 (2016/2017)"),
        (D(2017, 5, 1), None, "2017-05/..", Grain.MONTH, "from 1 May 2017 on (2017-05/..)"),
        (None, D(2031, 1, 1), "../2030", Grain.YEAR, "until 31 December 2030 (../2030)"),
        (None, None, "XXXX-12-21", Grain.DAY, "21 December, year not given (XXXX-12-21)"),
        (None, None, "XXXX-12", Grain.MONTH, "December, year not given (XXXX-12)"),
        (None, None, "XXXX-13", Grain.MONTH, "not dated (XXXX-13)"),
        (None, None, "publication year +1", Grain.YEAR, "the year after publication, not known"),
        (None, None, "publication week -2", Grain.WEEK, "2 weeks before publication, not known"),
        (None, None, "publication day", Grain.DAY, "publication day, not known"),
        (None, None, "", Grain.DAY, "not dated"),
        (NINE, NINE + timedelta(hours=1), "", Grain.HOUR, "4 May 2017, 09:30 to 4 May 2017, 10:30"),
    ],
)  # fmt: skip
def test_period_in_words(start: Moment | None, end: Moment | None, edtf: str, grain: Grain, words: str) -> None:
    assert period_words(Period(start, end, edtf, grain)) == words


@given(st.none() | st.dates(), st.none() | st.dates(), st.text(max_size=12), st.sampled_from(Grain))
def test_any_period_has_words(start: date | None, end: date | None, edtf: str, grain: Grain) -> None:
    assert period_words(Period(start, end, edtf, grain))


def test_in_brief_only_what_is_not_plain_has_its_edtf() -> None:
    day = Period(D(2017, 11, 28), D(2017, 11, 29), "2017-11-28", Grain.DAY)
    assert period_words(day, brief=True) == "28 November 2017"
    assert period_words(Period(None, None, "XXXX-12-21", Grain.DAY), brief=True).endswith("(XXXX-12-21)")


@pytest.mark.parametrize(
    ("timex", "words"),
    [("P3W", "3 weeks"), ("P1Y", "1 year"), ("PT30M", "30 minutes"), ("P6M", "6 months"), ("PXD", "some days")],
)
def test_durations(timex: str, words: str) -> None:
    assert duration_words(timex) == words


@pytest.mark.parametrize("timex", ["P1Y6M", "PRESENT_REF", "2017"])
def test_what_is_no_plain_duration_stays(timex: str) -> None:
    assert duration_words(timex) == timex


def test_a_day() -> None:
    assert day_words(D(2020, 2, 29)) == "29 February 2020"
