"""Verb groups: which words go together, which is the main verb, and what governs a place."""

from __future__ import annotations

import pytest
from sentence_reading import groups, parsed

from reconcile.text.parse import governing_group_after, governing_group_before, is_participle, opening


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("It has not yet been sold.", "has (has); been sold (sold)"),
        ("It was sold.", "was sold (sold, past)"),
        ("It has sold 5.", "has sold (sold)"),
        ("It cut costs.", "costs (costs)"),
        ("It is cutting costs.", "is cutting (cutting)"),
        ("Officials say are strict.", "say (say); are (are)"),
        ("It will quickly sell and buy.", "will quickly sell (sell); buy (buy)"),
        ("It sold quickly bought ships.", "sold (sold, past); bought (bought, past)"),
        ("The firm fell.", "fell (fell, past)"),
        ("It gazumped him.", "gazumped (gazumped, past)"),
        ("It had.", "had (had, past)"),
        ("It did not sell.", "did not sell (sell, past)"),
        ("No ships.", ""),
        ("The ship, sold, sank.", "sold (sold, past); sank (sank, past)"),
    ],
)
def test_groups(text: str, read: str) -> None:
    assert groups(text) == read


def governing(text: str) -> str:
    """The main verbs that govern the value of a text from the left and from the right."""
    parse = parsed(text)
    at = parse.mentions[0].first
    before, after = governing_group_before(parse, at), governing_group_after(parse, at)
    return f"{'' if before is None else parse.key(before.main)} _ {'' if after is None else parse.key(after.main)}"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("It sold 5 boats.", "sold _ "),
        ("It sold ships; 5 boats sank.", " _ sank"),
        ("It sold ships because 5 boats sank.", " _ sank"),
        ("It sold (and well; too) 5 boats.", "sold _ "),
        ("It sold) 5 boats.", "sold _ "),
        ("It sold (a; 5 boats.", "sold _ "),
        ("5 boats sank.", " _ sank"),
        ("5 boats; it sank.", " _ "),
        ("5 boats which sank.", " _ "),
        ("No verb: 5 boats.", " _ "),
        ("It said it sold 5 boats and left.", "sold _ left"),
    ],
)
def test_what_governs_a_value(text: str, read: str) -> None:
    assert governing(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("It was founded in Orle.", [False]),
        ("Founded in Orle, it grew.", [True, False]),
        ("The fire, killing 12, grew.", [True, False]),
        ("It grew.", [False]),
    ],
)
def test_participles(text: str, read: list[bool]) -> None:
    parse = parsed(text)
    assert [is_participle(parse, group) for group in parse.groups] == read


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("It (a firm) grew.", 3),
        ("It (a b c d e f g h i j) grew.", 11),
        ("It (a b c d e f g h i j k) grew.", 0),
        ("It (a b c d e f g h i j k l) grew.", 0),
        ("It a firm) grew.", 0),
    ],
)
def test_how_many_tokens_back_a_bracket_opens(text: str, back: int) -> None:
    parse = parsed(text)
    at = next(i for i in range(parse.first, parse.last) if parse.key(i) == ")")
    assert at - opening(parse, at) == back
