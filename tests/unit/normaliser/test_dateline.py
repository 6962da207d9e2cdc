"""Date lines and datelines: what an article says of its own day."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile import recognise
from reconcile.normaliser.dateline import find_publication_date, read_dateline


@pytest.mark.parametrize(
    ("text", "day", "how"),
    [
        ("Bridge opens\n\nPublished: 4 May 2016\n\nThe bridge opened today.", date(2016, 5, 4), "date line"),
        ("Bridge opens\n  • 4 May 2016\n  • Ann Lee\n\nThe bridge opened.", date(2016, 5, 4), "date line"),
        ("Bridge opens\nOSLO, May 4, 2016 (NTB) - The bridge opened.", date(2016, 5, 4), "dateline"),
        ("Bridge opens\nMay 4, 2016 (NTB) - The bridge opened.", date(2016, 5, 4), "dateline"),
        ("OSLO, May 4 (NTB) -- It opened.\n(c) NTB, all rights of 6 May 2016 kept by us", date(2016, 5, 4), "dateline"),
    ],
)
def test_a_day_is_found(text: str, day: date, how: str) -> None:
    found = find_publication_date(text, recognise(text))
    assert found is not None
    assert (found.day, found.how) == (day, how)


@pytest.mark.parametrize(
    "text",
    [
        "Bridge opens\n\nThe bridge opened on 4 May 2016 after years of work on both banks.",
        "OSLO, May 4 (NTB) - The bridge opened.",
        "May 4, 2016 - the day the bridge opened - was cold.",
        "Signed on\n3/4/2016\n\nThe order of day and month is open.",
        "The bridge opened.",
        "",
    ],
)
def test_no_day_is_guessed(text: str) -> None:
    assert find_publication_date(text, recognise(text)) is None


@pytest.mark.parametrize(
    ("text", "place", "agency", "day"),
    [
        ("BEIJING, Nov 28 (Reuters) - Shares rose.", "BEIJING", "Reuters", "Nov 28"),
        ("SAN FRANCISCO, Calif., Nov. 28 (AP) _ Shares rose.", "SAN FRANCISCO, Calif", "AP", "Nov. 28"),
        ("LAGOS (AFP) - Shares rose.", "LAGOS", "AFP", None),
        ("Nov 28, 2031 (Reuters) - Shares rose.", None, "Reuters", "Nov 28, 2031"),
    ],
)
def test_a_dateline_gives_place_agency_and_day(text: str, place: str | None, agency: str, day: str | None) -> None:
    found = read_dateline(text, recognise(text))
    assert found is not None
    assert (found.place, found.agency, None if found.day is None else found.day.quote) == (place, agency, day)


def test_a_sentence_is_no_dateline() -> None:
    text = "IBM said on May 4 (a Wednesday) - as ever - that it grew."
    assert read_dateline(text, recognise(text)) is None


LEADS = frozenset({"on", "since", "the", "of"})


def test_a_date_line_that_ran_on_from_the_title_is_found() -> None:
    text = "Old bridge burns down May 04, 2016 The old bridge burnt down at noon."
    found = find_publication_date(text, recognise(text), LEADS)
    assert found is not None
    assert (found.day, found.how) == (date(2016, 5, 4), "date line")


@pytest.mark.parametrize(
    "text",
    [
        "The bridge burnt down on May 04, 2016 Oslo time, they said.",
        "The bridge burnt down May 04, 2016 and was built again.",
        "May 04, 2016 The bridge burnt down.",
    ],
)
def test_a_date_in_a_sentence_is_no_date_line(text: str) -> None:
    assert find_publication_date(text, recognise(text), LEADS) is None


def head_of(length: int) -> str:
    """A first paragraph of that many characters, then a date line and a story."""
    return "They met. " * (length // 10) + "\n\n4 May 2016\n\nIt opened."


@pytest.mark.parametrize(("text", "is_given"), [(head_of(1000), True), (head_of(2000), False)])
def test_a_date_line_stands_in_the_first_1500_characters(text: str, is_given: bool) -> None:
    assert (find_publication_date(text, recognise(text)) is not None) == is_given


@pytest.mark.parametrize(
    ("text", "is_given"),
    [
        ("Bridge opens\n\nBy Ann Lee 4 May 2016\n\nIt opened.", True),
        ("Bridge opens\n\nBy Ann Lee of Oslo on 4 May 2016\n\nIt opened.", False),
    ],
)
def test_a_date_line_has_at_most_three_words_beside_its_date(text: str, is_given: bool) -> None:
    assert (find_publication_date(text, recognise(text)) is not None) == is_given


@pytest.mark.parametrize(("words", "is_given"), [(15, True), (30, False)])
def test_a_date_runs_on_from_a_title_of_at_most_150_characters(words: int, is_given: bool) -> None:
    text = "Bridges " * words + "open 4 May 2016 The bridge opened."
    assert (find_publication_date(text, recognise(text), frozenset({"on"})) is not None) == is_given


@pytest.mark.parametrize(
    ("place", "is_given"),
    [
        ("SAN JUAN DEL MONTE", True),
        ("SAN JUAN DEL MONTE CITY", False),
        ("SAN FRANCISCO, in the north of California", True),
        ("SAN FRANCISCO, in the far north of California, not far from the coast of it", False),
    ],
)
def test_a_place_has_at_most_four_words_before_its_comma_and_60_characters(place: str, is_given: bool) -> None:
    text = f"{place}, May 4, 2016 (AP) - It opened."
    assert (read_dateline(text, recognise(text)) is not None) == is_given
