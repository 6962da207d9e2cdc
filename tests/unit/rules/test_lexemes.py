"""Words in any case and signs as written, the longest first."""

from functools import cache

from reconcile.model.tokens import Tokens
from reconcile.rules.lexemes import LexemeTable


@cache
def table():
    return LexemeTable(
        [("square metre", "area"), ("metre", "length"), ("mw", "word")],
        [("mW", "milli"), ("MW", "mega"), ("m/s", "speed"), ("m", "length sign")],
    )


def found(text, i=0):
    return list(table().matches(Tokens(text), i))


def test_a_word_matches_in_any_case_and_a_sign_as_written():
    assert found("Metre") == [("length", 1)]
    assert found("MW") == [("mega", 1), ("word", 1)]
    assert found("mW") == [("milli", 1), ("word", 1)]
    assert found("Mw") == [("word", 1)]


def test_the_longest_comes_first():
    assert found("m/s") == [("speed", 3), ("length sign", 1)]
    assert table().match(Tokens("m/s"), 0) == ("speed", 3)
    assert found("m / s") == [("length sign", 1)]


def test_a_hyphen_in_a_word_is_a_space():
    assert found("square-metre") == [("area", 3)]
    assert found("square metre") == [("area", 2)]
    assert found("square") == found("square-") == found("square foot") == []


def test_nothing_stands_behind_the_end():
    assert found("metre", 1) == []
    assert table().match(Tokens("five"), 0) is None


def test_the_first_tokens_are_known():
    assert table().firsts() == {"square", "metre", "mw", "m"}
    assert "square" in table()
    assert "foot" not in table()
