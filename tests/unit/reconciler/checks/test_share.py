"""Shares and differences held against the figures they are of."""

import pytest
from check_texts import codes_within

FALSE = [
    ("RC419", "It will cut 1,900 posts, or 8 percent of its staff of 38,000."),
    ("RC419", "The school failed 24 of its 120 pupils, or 30 percent."),
    ("RC419", "The charity spent $3 million (12 percent) of its $15 million on travel."),
    ("RC419", "The yard built 14 of the 56 ferries, or 35 percent."),
    ("RC419", "The court freed 45 people, or 60 percent of the 90 accused."),
    ("RC419", "Some schools closed: 130 pupils, or roughly 40 percent of the 520, stayed home."),
]
TRUE = [
    "It will cut 1,900 posts, or 5 percent of its staff of 38,000.",
    "It will cut 1,900 posts, or roughly 5 percent of its staff of 36,000.",
    "The school failed 24 of its 120 pupils, or 20 percent.",
    "The charity spent $3 million (20 percent) of its $15 million on travel.",
    "It will cut 1,900 posts, and 8 percent of its staff of 38,000 are ill.",
    "The yard built 14 of the 56 ferries, while 35 percent came from abroad.",
    "The court freed 45 people, 60 percent of them women, in 90 cases.",
]


@pytest.mark.parametrize(("code", "text"), FALSE)
def test_a_text_that_contradicts_itself(code, text):
    assert codes_within(text) == [code]


@pytest.mark.parametrize("text", TRUE)
def test_a_text_that_holds(text):
    assert codes_within(text) == []
