"""Which words disown a value, and how far they reach."""

import pytest

from reconcile.extractors.claims.disowned import disowning_words


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("The bridge cost $15 million, not $12 million.", "$12 million", "not"),
        ("The bridge cost $15 million, not $12 million.", "$15 million", None),
        ("Orle Rail sold 40 trains instead of the planned 50.", "50", "instead of"),
        ("We wrongly gave the toll as 40 instead of 14.", "40", "wrongly gave"),
        ("We wrongly gave the toll as 40 instead of 14.", "14", None),
        ("We wrongly gave the toll as 40; it is 14.", "14", None),
        ("We misstated the toll as 40, but it is 14.", "14", None),
        ("The claim that 40 trains burned is false, but 14 did.", "40", "is false"),
        ("The claim that 40 trains burned is false, but 14 did.", "14", None),
        ("Orle Rail, with 40 trains, was wrong.", "40", None),
        ("A court wrongly jailed 40 people.", "40", None),
    ],
)
def test_what_is_disowned(read, at, text, quote, words):
    parse = read(text)
    value = at(parse, quote)
    assert disowning_words(parse, value.first, value.last) == words
