"""Numbers of any make, with the scales that multiply them."""

from __future__ import annotations

import pytest
import quantity_reading as reading

from reconcile.extractors.quantities import numerals


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("3.2 billion sacks", "3.2E+9 by 1E+8 scale 1E+9, then sacks"),
        ("280m", "2.8E+8 by 1000000 or 1E+7 scale 1000000m, then "),
        ("280 m", "280 by 1 or 10 plain, then m"),
        ("5k", "5000 by 1000 scale 1000k, then "),
        ("5 k", "5000 by 1000 scale 1000k, then "),
        ("5 k.", "5000 by 1000 scale 1000k, then ."),
        ("5 k.p", "5 by 1 plain, then k"),
        ("5 bn", "5E+9 by 1E+9 scale 1E+9bn, then "),
        ("2t", "2 by 1 plain, then t"),
        ("1500m", "1500 by 1 or 100 plain, then m"),
        ("1500k", "1500000 by 1000 or 100000 scale 1000k, then "),
        ("999m", "9.99E+8 by 1000000 scale 1000000m, then "),
        ("1000m", "1000 by 1 or 1000 plain, then m"),
        ("280m5", "280 by 1 or 10 plain, then m"),
        ("280mm", "280 by 1 or 10 plain, then mm"),
        ("2 hundred thousand", "200000 by 100000 scale 100000, then "),
        ("12 dozen", "144 by 12 scale 12, then "),
        ("two dozen", "24 by 12 scale 12 in_words, then "),
        ("three score", "60 by 20 scale 20 in_words, then "),
        ("3 score", "3 by 1 plain, then score"),
        ("3-million", "3000000 by 1000000 scale 1000000, then "),
        ("3-sacks", "3 by 1 plain, then -"),
        ("two hundred thousand million", "2E+11 by 1E+9 or 1E+11 scale 1E+9 in_words, then "),
        ("1 point 5", "1.5 by 0.1, then "),
        ("1 point 1234567", "1 by 1 plain, then point"),
        ("1 point 123456", "1.123456 by 0.000001, then "),
        ("1 point five", "1 by 1 plain, then point"),
        ("3 hundred and 21", "321 by 1 scale 100, then "),
        ("3 hundred 21", "300 by 100 scale 100, then 21"),
        ("3 hundred and 221", "300 by 100 scale 100, then and"),
        ("3 hundred and 21 thousand", "300 by 100 scale 100, then and"),
        ("3 thousand and 21", "3000 by 1000 scale 1000, then and"),
        ("2.45 ± 0.01", "2.45 by 0.02, then "),
        ("2.45 ± x", "2.45 by 0.01, then ±"),
        ("2.45 +/- 0.01", "2.45 by 0.02, then "),
        ("2.45 +/ 0.01", "2.45 by 0.01, then +"),
        ("2.45 + 0.01", "2.45 by 0.01, then +"),
        ("2.45 +/- x", "2.45 by 0.01, then +"),
        ("2 crore 50 lakh", "2.5E+7 by 100000 scale 1E+7, then "),
        ("2 crore and 50 lakh", "2.5E+7 by 100000 scale 1E+7, then "),
        ("50 lakh 2 crore", "5000000 by 100000 or 1000000 scale 100000, then 2"),
        ("2 crore 5000 lakh", "2E+7 by 1E+7 scale 1E+7, then 5000"),
        ("two crore 50 lakh", "2.5E+7 by 100000 scale 1E+7 in_words, then "),
        ("500 ± 20", "500 by 40 or 100, then "),
        ("five (5)", "5 by 1 in_words, then "),
        ("five (6)", "5 by 1 in_words, then ("),
        ("5 (5)", "5 by 1 plain, then ("),
        ("45 (forty-five)", "45 by 1 plain, then "),
        ("five (5 boats)", "5 by 1 in_words, then ("),
        ("10 and a half", "10.5 by 1 or 10 fraction, then "),
    ],
)
def test_numbers(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.numeral(scan, numerals.read_number(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2t", "2E+12 by 1E+12 scale 1E+12t, then "),
        ("2 t", "2E+12 by 1E+12 scale 1E+12t, then "),
        ("1500m", "1.5E+9 by 1000000 or 1E+8 scale 1000000m, then "),
        ("2 m sacks", "2000000 by 1000000 scale 1000000m, then sacks"),
        ("3 hundred and 21", "300 by 100 scale 100, then and"),
    ],
)
def test_money_has_scales_of_its_own(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.numeral(scan, numerals.read_number(scan, i, money=True)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("thousands of sacks", "1000 by 1000 [1000, ] usually [2000, 10000] scale 1000 in_words, then of"),
        ("tens of thousands", "10000 by 10000 [10000, 100000] usually [20000, 100000] scale 10000 in_words, then "),
        ("tens of sacks", "10 by 10 [10, 100] usually [20, 100] scale 10 in_words, then of"),
        ("tens sacks", "10 by 10 [10, 100] usually [20, 100] scale 10 in_words, then sacks"),
        ("hundreds of millions", "1E+8 by 1E+8 [1E+8, 1E+9] usually [2E+8, 1E+9] scale 1E+8 in_words, then "),
        (
            "tens of hundreds of thousands of sacks",
            "1000000 by 1000000 [1000000, 1E+7] usually [2000000, 1E+7] scale 1000000 in_words, then of",
        ),
        ("dozens of sacks", "12 by 12 [12, ] usually [24, 120] scale 12 in_words, then of"),
        ("dozens of hundreds", "1200 by 1200 [1200, 12000] usually [2400, 12000] scale 1200 in_words, then "),
        ("several hundred", "200 by 100 [200, ] usually [300, 700] scale 100 in_words, then "),
        ("a few thousand", "2000 by 1000 [2000, ] usually [3000, 5000] scale 1000 in_words, then "),
        ("a few sacks", "none"),
        ("several dozen", "24 by 12 [24, ] usually [36, 84] scale 12 in_words, then "),
        ("scores of thousands", "20 by 20 [20, ] usually [40, 200] scale 20 in_words, then of"),
        ("a dozen", "12 by 1 in_words, then "),
        ("dozen sacks", "12 by 1 in_words, then sacks"),
        ("a pair of sacks", "2 by 1 in_words, then of"),
        ("pair of sacks", "none"),
        ("a couple of sacks", "2 by 1 in_words, then of"),
    ],
)
def test_numbers_that_nobody_counted(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.numeral(scan, numerals.read_number(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("3 billion sacks", "none"),
        ("22nd place", "22 by 1 plain, then place"),
        ("22 nd place", "none"),
        ("2.5th place", "2.5 by 0.1, then place"),
        ("half", "none"),
        ("fifth", "5 by 1 in_words, then "),
        ("x", "none"),
    ],
)
def test_ordinals_in_digits_and_words(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.numeral(scan, numerals.read_ordinal(scan, i)) == read
