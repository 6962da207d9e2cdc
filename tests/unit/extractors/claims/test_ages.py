"""Whose an age is."""

import pytest


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        ("Nokia praised Ann Marsh, 52, on Friday.", "52", "Ann Marsh"),
        ("Orle's vet treated a 3-year-old mare.", "3-year-old", "mare"),
        ("A 40-year-old mill burned in Orle.", "40-year-old", "mill"),
    ],
)
def test_an_age_is_of_the_name_it_stands_next_to(claim, text, quote, subject):
    found = claim(text, quote)
    assert (found.subject.label, found.metric.label) == (subject, "age")


def test_an_age_may_be_who_acts(claim):
    assert claim("A 40-year-old wins the race in Orle.", "40-year-old").subject is None or "wins" not in (
        claim("A 40-year-old wins the race in Orle.", "40-year-old").subject.label
    )
