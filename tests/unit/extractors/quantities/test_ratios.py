"""Ratios: shares, odds, multiples."""

from __future__ import annotations

import pytest
import quantity_reading as reading

from reconcile.extractors.quantities import amount_reader


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1 in 5 boats", "0.2 ratio.share share, then boats"),
        ("2 out of 4", "0.5 ratio.share share, then "),
        ("nine of 10", "0.9 ratio.share share, then "),
        ("nine of 1000", "0.009 ratio.share share, then "),
        ("nine of 1001", "9 number.bare -, then of"),
        ("5 of 2,000 ships", "5 number.bare -, then of"),
        ("5 of 2 million", "0.0000025 ratio.share share, then "),
        ("3-for-1", "3 ratio.split times, then "),
        ("1-for-3", "0.3333333333333333333333333333 ratio.split times, then "),
        ("one-in-five", "0.2 ratio.share share, then "),
        ("one-in-every-five", "none"),
        ("one in every five", "0.2 ratio.share share, then "),
        ("two in 2017", "2 number.bare -, then in"),
        ("two in 2000", "2 number.bare -, then in"),
        ("two in 3000", "0.0006666666666666666666666666667 ratio.share share, then "),
        ("two in 4000", "0.0005 ratio.share share, then "),
        ("two in 1000", "0.002 ratio.share share, then "),
        ("two in 1500", "2 number.bare -, then in"),
        ("5 in 24 hours", "5 number.bare -, then in"),
        ("10 in 24", "0.4166666666666666666666666667 ratio.share share, then "),
        ("11 in 24", "11 number.bare -, then in"),
        ("11 in 1000", "11 number.bare -, then in"),
        ("0 in 5", "0 number.bare -, then in"),
        ("5 in 5", "5 number.bare -, then in"),
        ("6 in 5", "6 number.bare -, then in"),
        ("1 in 0", "1 number.bare -, then in"),
        ("2.5 in 5", "2.5 number.bare -, then in"),
        ("2 in 2.5", "2 number.bare -, then in"),
        ("tens in 5", "10 number.bare -, then in"),
        ("1 out of 5,000", "0.0002 ratio.share share, then "),
        ("one-of-five", "none"),
        ("one-in five", "none"),
    ],
)
def test_shares(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a ratio of |9 to 4", "2.25 ratio.odds times, then "),
        ("a ratio of |9:4", "2.25 ratio.odds times, then "),
        ("odds of |3:1", "3 ratio.odds times, then "),
        ("a |10-to-1 favourite", "10 ratio.odds times, then favourite"),
        ("a |10-to-2 favourite", "10 number.bare -, then -"),
        ("a |1-to-1 tie", "1 number.bare -, then -"),
        ("10 to 1", "10 number.bare -, then to"),
        ("3:1", "none"),
        ("a ratio. |9 to 4", "9 number.bare -, then to"),
        ("a ratio; |9 to 4", "9 number.bare -, then to"),
        ("ratio a b c d e f g h i j |9 to 4", "2.25 ratio.odds times, then "),
        ("ratio a b c d e f g h i j k |9 to 4", "9 number.bare -, then to"),
        ("ratio a b c d e f g h i j k l |9 to 4", "9 number.bare -, then to"),
        ("a ratio of |0 to 4", "0 number.bare -, then to"),
        ("a ratio of |9 to 0", "9 number.bare -, then to"),
        ("a ratio of |9.5 to 4", "9.5 number.bare -, then to"),
        ("a ratio of |9 to 4.5", "9 number.bare -, then to"),
        ("a ratio of |9-to-4", "2.25 ratio.odds times, then "),
    ],
)
def test_odds(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("one over 20", "0.05 ratio.over share, then "),
        ("12 over 3 years", "12 number.bare -, then over"),
        ("5 over 0", "5 number.bare -, then over"),
        ("5 over the", "5 number.bare -, then over"),
        ("5 over 20%", "5 number.bare -, then over"),
        ("5 over 20-", "5 number.bare -, then over"),
        ("5 over 20$", "5 number.bare -, then over"),
        ("5 over 20,", "0.25 ratio.over share, then ,"),
    ],
)
def test_one_over_another(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("four times", "4 ratio.times times, then "),
        ("four-times", "none"),
        ("3-fold", "3 ratio.times times, then "),
        ("3 fold", "3 ratio.times times, then "),
        ("ten-fold", "10 ratio.times times, then "),
        ("1.5x", "1.5 ratio.times times, then "),
        ("1.5 x", "1.5 number.bare -, then x"),
        ("1.5x3", "none"),
        ("4×", "4 ratio.times times, then "),
        ("4x as", "4 ratio.times times, then as"),
        ("doubled", "2 ratio.times times, then "),
        ("twice as many", "2 ratio.times times, then as"),
        ("twice the", "2 ratio.times times, then the"),
        ("twice", "none"),
        ("twice a week", "none"),
        ("twice a number", "2 ratio.times times, then a"),
        ("twice another", "2 ratio.times times, then another"),
        ("triple another sum", "3 ratio.times times, then another"),
        ("sixfold", "6 ratio.times times, then "),
        ("tripled", "3 ratio.times times, then "),
        ("half as many", "0.5 ratio.fraction share, then as"),
        ("four times a year", "4 ratio.times times per year, then "),
        ("thrice", "none"),
    ],
)
def test_multiples(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read
