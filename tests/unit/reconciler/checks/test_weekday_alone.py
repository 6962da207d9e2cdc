"""The day that a claim names with its weekday: of which year it is, and where that is in doubt."""

from datetime import date

import pytest

from reconcile import document, reconcile
from reconcile.reconciler.checks.weekday import CODE


def found(text, published=date(2031, 5, 1)):
    run = reconcile([document(text, id="a", published=published)])
    assert not [d for d in run.diagnostics if d.code.startswith("internal")]
    return [f.why for f in run.findings if f.code == CODE]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("They met on Tuesday, March 5, 2014.", ["2014-03-05 falls on a Wednesday"]),
        ("They met on Wednesday, March 5, 2014.", []),
        ("They met on March 5, 2014.", []),
        ("They met on Wednesday or Tuesday, March 5, 2014.", ["2014-03-05 falls on a Wednesday"]),
    ],
)
def test_a_date_with_its_year(text, why):
    assert found(text) == why


@pytest.mark.parametrize(
    ("published", "why"),
    [
        (date(2031, 4, 5), ["2031-05-06 falls on a Tuesday"]),
        (date(2031, 6, 6), ["2031-05-06 falls on a Tuesday"]),
        # thirty-two days away
        (date(2031, 4, 4), []),
        (date(2031, 6, 7), []),
        (None, []),
    ],
)
def test_a_date_without_its_year_is_near_the_day_of_publication(published, why):
    assert found("The trial opens on Friday, May 6.", published) == why


@pytest.mark.parametrize(
    ("text", "published", "why"),
    [
        ("The trial opens on Friday, December 30.", date(2032, 1, 5), ["2031-12-30 falls on a Tuesday"]),
        ("The trial opens on Friday, January 6.", date(2031, 12, 20), ["2032-01-06 falls on a Tuesday"]),
        ("The trial opens on Monday, February 14.", date(2031, 2, 20), ["2031-02-14 falls on a Friday"]),
        # no year beside it has such a day
        ("The trial opens on Friday, February 29.", date(2032, 3, 1), []),
    ],
)
def test_the_year_before_and_the_next_are_tried(text, published, why):
    assert found(text, published) == why


@pytest.mark.parametrize(
    "text",
    [
        "The trial opens on Friday, May 6, as in 1999.",
        "The trial opens on Friday, May 6, two years ago.",
        "The trial opens on Friday, May 6, on the anniversary.",
        "The trial opens on Friday, May 6, " + "so " * 60 + "they say.",
    ],
)
def test_another_year_in_the_sentence_leaves_it_open(text):
    assert found(text) == []


def test_a_long_sentence_is_still_one():
    words = "The trial opens on Friday, May 6, " + "so " * 53 + "."
    assert len(words.replace(",", "").replace(".", "").split()) == 60
    assert found(words) == ["2031-05-06 falls on a Tuesday"]
