"""Weekdays of dates without their year."""

import pytest
from check_texts import codes_within

FALSE = [
    ("RC407", "The trial opens on Monday, May 13."),
    ("RC407", "The exhibition closed on Saturday, April 20, the museum said."),
    ("RC407", "The ferry sails on Thursday 30 April."),
    ("RC407", "Voting starts Friday, May 3."),
    ("RC407", "The charity run is on Saturday, 11 May."),
]
TRUE = [
    "The trial opens on Monday, May 12.",
    "The exhibition closed on Sunday, April 27, the museum said.",
    "The ferry sank on Monday, May 13, seven years ago.",
    "On the anniversary of Monday, May 13, the bells were rung.",
    "The trial opens on Monday, September 8.",
    "The trial opens on Monday, September 9.",
    "The trial opens on Monday. May 13 is a holiday.",
    "In 2008 the ferry sailed on Monday, May 13.",
    "From Monday to May 13 the road is shut.",
]


@pytest.mark.parametrize(("code", "text"), FALSE)
def test_a_text_that_contradicts_itself(code, text):
    assert codes_within(text) == [code]


@pytest.mark.parametrize("text", TRUE)
def test_a_text_that_holds(text):
    assert codes_within(text) == []
