"""Whose fiscal calendar a year or quarter is told in, and where it lies by that calendar."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile import recognise
from reconcile.model.mention import Timex


def fiscal(text: str, published: date = date(2017, 3, 15)) -> Timex:
    return next(m.timex for m in recognise(text, published=published) if m.timex is not None)


@pytest.mark.parametrize(
    ("text", "value", "first", "after"),
    [
        ("Apple's fiscal 2016 ended well.", "2016", date(2015, 10, 1), date(2016, 10, 1)),
        ("Fiscal 2016 ended well for Oracle.", "2016", date(2015, 6, 1), date(2016, 6, 1)),
        ("Cisco hired. Fiscal 2016 ended well.", "2016", date(2015, 8, 1), date(2016, 8, 1)),
        ("Apple's fiscal first quarter was good.", "2017-Q1", date(2016, 10, 1), date(2017, 1, 1)),
        ("Sony's fiscal 2016 ended well.", "2016", date(2016, 4, 1), date(2017, 4, 1)),
        ("Microsoft grew last fiscal year.", "2016", date(2015, 7, 1), date(2016, 7, 1)),
        ("Brunholm's fiscal 2016 ended well.", "2016", date(2016, 1, 1), date(2017, 1, 1)),
    ],
)
def test_a_fiscal_year_lies_by_the_calendar_of_whoever_is_named(
    text: str, value: str, first: date, after: date
) -> None:
    timex = fiscal(text)
    assert timex.period is not None
    assert (timex.value, timex.period.start, timex.period.end) == (value, first, after)


def test_the_calendar_is_reported_next_to_what_the_time_rests_on() -> None:
    assert fiscal("Apple's fiscal 2016 ended well.").basis == "stated, by the fiscal calendar of apple"
    assert fiscal("Brunholm's fiscal 2016 ended well.").basis == "stated"


def test_a_company_named_nearer_keeps_its_own_calendar() -> None:
    timex = fiscal("Apple grew. But Brunholm's fiscal 2016 ended badly.")
    assert timex.period is not None
    assert timex.period.start == date(2016, 1, 1)
