"""Phrases found at a token, and words around a value with their distance."""

import pytest

from reconcile.model.span import Span
from reconcile.model.tokens import PhraseTable, Tokens, phrase_keys
from reconcile.model.words import near

TABLE = PhraseTable(
    [("more", 1), ("more than", 2), ("more than ever before", 3), ("third-largest", 4), ("-", 5), ("a-b c", 6)]
)


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("more than", 0, (2, 2)),
        ("more-than", 0, (2, 3)),
        ("more than ever before now", 0, (3, 4)),
        ("more than ever-before", 0, (3, 5)),
        ("more than ever", 0, (2, 2)),
        ("more", 0, (1, 1)),
        ("more -", 0, (1, 1)),
        ("and more", 1, (1, 2)),
        ("third largest", 0, (4, 2)),
        ("third", 0, None),
        ("third -", 0, None),
        ("- more", 0, (5, 1)),
        ("a b c", 0, (6, 3)),
        ("a-b-c", 0, (6, 5)),
        ("a b", 0, None),
        ("a b d", 0, None),
        ("a b -", 0, None),
        ("more", 1, None),
    ],
)
def test_the_longest_phrase_at_a_token(text, at, found):
    assert TABLE.match(Tokens(text), at) == found


def test_where_phrases_may_begin():
    assert TABLE.firsts() == {"more", "third", "-", "a"}
    assert TABLE.seconds(["more", "a", "none"]) == {"than", "b"}
    assert TABLE.places(Tokens("more and more, a third"), 1, 6) == [2, 4, 5]
    assert "more" in TABLE
    assert "than" not in TABLE


@pytest.mark.parametrize(
    ("phrase", "keys"),
    [
        ("Third-Largest", ["third", "largest"]),
        ("per cent", ["per", "cent"]),
        ("-", ["-"]),
        ("U.S. dollar", ["u.s.", "dollar"]),
        ("x2", ["x", "2"]),
    ],
)
def test_the_keys_of_a_phrase(phrase, keys):
    assert phrase_keys(phrase) == keys


@pytest.mark.parametrize("nothing", ["", " "])
def test_an_empty_phrase_is_refused(nothing):
    with pytest.raises(ValueError, match="empty phrase"):
        phrase_keys(nothing)


def test_tokens_know_their_neighbours():
    tokens = Tokens("5m  men")
    assert [tokens.touches(i) for i in range(3)] == [False, True, False]
    assert [tokens.gap(i) for i in range(3)] == ["", "", "  "]
    assert [tokens.word(i) for i in range(3)] == ["5", "m", "men"]
    assert tokens.vocabulary == {"5", "m", "men"}
    assert len(tokens) == 3
    assert not Tokens("aa").touches(0)


def around(text, quote="50"):
    start = text.index(quote)
    return dict(near(text, Span(0, len(text)), Span(start, start + len(quote))))


def test_words_are_counted_from_the_value():
    assert around("old red 50 new mills") == {"red": 2, "old": 3, "new": 1, "mill": 2}


def test_a_clause_or_a_figure_is_farther():
    assert around("50, goat") == {"goat": 3}
    assert around("50 9 goat") == {"goat": 5}
    assert around("50 x goat") == {"goat": 2}


def test_the_nearest_place_of_a_word_counts_and_the_reach_ends():
    assert around("goat 50 a b goat") == {"goat": 2}
    assert around("50 goat a goat") == {"goat": 1}
    words = around("50 " + "x " * 39 + "goat bridge")
    assert words == {"goat": 40}
    assert list(near("of 50 mills", Span(0, 11), Span(3, 5))) == [("mill", 1), ("of", 2)]
