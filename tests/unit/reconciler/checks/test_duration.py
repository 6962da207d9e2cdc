"""Lengths of time held against the two years they lie between."""

import pytest
from check_texts import codes_within

FALSE = [
    ("RC420", "She led the museum for 12 years, from 2008 to 2016."),
    ("RC420", "The tunnel was begun in 2012 and opened in 2024, eight years later."),
    ("RC420", "Work began in 2012 and the bridge opened in 2024 after seven years of work."),
    ("RC420", "The judge held the post for six years, from 2001 to 2019."),
    ("RC420", "His 30-year reign, from 1960 to 1995, was long."),
    ("RC408", "Ann Lee, born in 1950, died in 2014 at the age of 53."),
    ("RC408", "Director Eva Lind, 51, was born in 1969 and came to Venn in 2021."),
]
TRUE = [
    "She led the museum for eight years, from 2008 to 2016.",
    "She led the museum for nine years, from 2008 to 2016.",
    "She led the museum for 12 years, from 2008 to 2016 and again in 2020.",
    "The tunnel was begun in 2012 and opened in 2024, twelve years later.",
    "She joined in 1999 and left in 2005 after 20 years in the trade.",
    "The mill opened in 1950 and closed in 1990, and burned down ten years later.",
    "Ann Lee, born in 1950, died in 2014 at the age of 63.",
    "Mr Dahl, chairman from 1999 to 2011, ran the yard for 20 years.",
    "Director Eva Lind, 61, was born in 1969 and came to Venn in 2021.",
    "Eva Lind, 51, was born in Venn, moved to Kelby in 1999 and married in 2003.",
]


@pytest.mark.parametrize(("code", "text"), FALSE)
def test_a_text_that_contradicts_itself(code, text):
    assert codes_within(text) == [code]


@pytest.mark.parametrize("text", TRUE)
def test_a_text_that_holds(text):
    assert codes_within(text) == []
