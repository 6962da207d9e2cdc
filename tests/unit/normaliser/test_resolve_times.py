"""What a time rests on, how it is modified, and what stays open."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile import document, recognise
from reconcile.model.document import Document, Source
from reconcile.model.mention import Mention, Timex
from reconcile.pipeline import default_pipeline

ON = date(2017, 3, 15)


def timexes(text: str, published: date | None = ON) -> list[Timex]:
    return [m.timex for m in recognise(text, published=published) if m.timex is not None]


def in_country(text: str, country: str | None) -> Mention:
    source = Source(published=ON, country=country)
    found = default_pipeline().mentions(Document("text", text, source))
    return next(m for m in found if m.timex is not None)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("It opened on 4 May 2016.", "stated"),
        ("It opened yesterday.", "publication date"),
        ("It opened on 4 May 2016. The next day it burned.", "text before"),
    ],
)
def test_what_a_time_rests_on(text: str, basis: str) -> None:
    assert timexes(text)[-1].basis == basis


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It opened on December 21.", "XXXX-12-21"),
        ("It opened today.", "publication day"),
        ("It opened yesterday.", "publication day -1"),
        ("It opened last year.", "publication year -1"),
        ("It opened on Friday.", "XXXX-WXX-5"),
    ],
)
def test_without_a_publication_date_a_time_stays_open(text: str, edtf: str) -> None:
    (timex,) = timexes(text, None)
    assert timex.period is not None
    assert not timex.period.is_resolved
    assert timex.period.edtf == edtf


def test_day_and_month_in_open_order_keep_both_readings() -> None:
    mention = in_country("The contract was signed on 3/4/2016.", None)
    assert [r.timex.value for r in mention.readings if r.timex is not None] == ["2016-03-04", "2016-04-03"]


@pytest.mark.parametrize(("country", "value"), [("GB", "2016-04-03"), ("US", "2016-03-04")])
def test_the_source_decides_the_order(country: str, value: str) -> None:
    mention = in_country("The contract was signed on 3/4/2016.", country)
    assert mention.timex is not None
    assert (mention.timex.value, mention.readings) == (value, ())


@pytest.mark.parametrize(
    ("text", "mod", "start", "end"),
    [
        ("Work ended in early 2016.", "START", date(2016, 1, 1), date(2016, 4, 1)),
        ("Work ended in mid-2016.", "MID", date(2016, 4, 1), date(2016, 9, 1)),
        ("Work ended at the end of 2016.", "END", date(2016, 9, 1), date(2017, 1, 1)),
        ("Work ended in early March 2016.", "START", date(2016, 3, 1), date(2016, 3, 11)),
        ("Work ended in late February 2016.", "END", date(2016, 2, 21), date(2016, 3, 1)),
        ("Work ended late last week.", "END", date(2017, 3, 10), date(2017, 3, 13)),
        ("Work ended in the early 1990s.", "START", date(1990, 1, 1), date(1993, 5, 2)),
    ],
)
def test_a_modifier_leaves_a_part(text: str, mod: str, start: date, end: date) -> None:
    (timex,) = timexes(text)
    assert timex.period is not None
    assert (timex.mod, timex.period.start, timex.period.end) == (mod, start, end)


def test_the_three_months_to_a_month_are_placed() -> None:
    length, end = timexes("Sales rose in the three months to February.")
    assert (length.value, end.value) == ("P3M", "2017-02")
    assert length.period is not None
    assert (length.period.start, length.period.end) == (date(2016, 12, 1), date(2017, 3, 1))


def test_a_date_that_is_none_does_not_raise() -> None:
    assert recognise("They met on February 30, 2017.", published=ON)
    assert recognise("He lived three thousand years ago.", published=ON)


def test_a_document_made_in_memory_resolves_like_its_text() -> None:
    made = document("They met yesterday.", published=ON)
    assert default_pipeline().mentions(made) == recognise("They met yesterday.", published=ON)


@pytest.mark.parametrize(
    ("text", "mod", "edtf"),
    [
        ("It has grown since 2015.", "ON_OR_AFTER", "2015/.."),
        ("It is open until May.", "ON_OR_BEFORE", "../2017-05"),
        ("It must close by 2030.", "ON_OR_BEFORE", "../2030"),
        ("It closed before 2015.", "BEFORE", "../2014-12-31"),
        ("It closed after 2015.", "AFTER", "2016-01-01/.."),
        ("It grew after the second quarter of 2015.", "AFTER", "2015-07-01/.."),
        ("It has grown since the second quarter of 2015.", "ON_OR_AFTER", "2015-04-01/.."),
        ("It closed in 2015.", None, "2015"),
        ("It closed after Friday's vote.", None, "2017-03-10"),
    ],
)
def test_a_word_before_a_time_opens_its_period(text: str, mod: str | None, edtf: str) -> None:
    (timex,) = timexes(text)
    assert timex.mod == mod
    assert timex.period is not None
    assert timex.own is not None
    assert timex.period.edtf == edtf
    assert (timex.period.start is None, timex.period.end is None) == (edtf.startswith(".."), edtf.endswith(".."))
    assert timex.own.start is not None
    assert timex.own.end is not None
