"""Counted nouns that the text leaves out."""

import pytest


@pytest.mark.parametrize(
    ("text", "quote", "unit"),
    [
        ("A storm hit Orle, killing 12 miners and wounding 40.", "40", "person"),
        ("Orle ferry: 26 dead", "26", "person"),
        ("The fire left 15 injured.", "15", "person"),
        ("Thieves took 60 clocks, of which 9 were found.", "9", "clock"),
        ("The hail broke 300 windows and another 40 were cracked.", "another 40", "window"),
    ],
)
def test_a_bare_number_counts_what_its_neighbours_say(claim, text, quote, unit):
    found = claim(text, quote)
    assert (found.kind, found.unit) == ("count", unit)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The fire killed 40 sheep.", "40"),
        ("Nine of Orle's best sank.", "Nine"),
        ("The index rose to 40.", "40"),
        ("The storm hit 9.5 on the scale.", "9.5"),
    ],
)
def test_other_numbers_count_no_people(claim, text, quote):
    assert claim(text, quote).unit != "person"


def test_harm_is_of_the_event(claim):
    found = claim("A storm hit Orle, killing 12 miners and wounding 40.", "40")
    assert found.subject.label == "storm"
    assert found.metric.id == "injured"
