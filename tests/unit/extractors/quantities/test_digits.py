"""Digits: what a run of them stands for, and what may follow it and go on with the number."""

from __future__ import annotations

import pytest
import quantity_reading as reading

from reconcile.extractors.quantities import digits


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("12 sacks", "12 by 1 plain, then sacks"),
        ("500 sacks", "500 by 1 or 100 plain, then sacks"),
        ("1,234.5 sacks", "1234.5 by 0.1, then sacks"),
        ("12,34,567 sacks", "1234567 by 1, then sacks"),
        ("1.234,5 sacks", "1234.5 by 0.1, then sacks"),
        ("1.234.567 sacks", "1234567 by 1, then sacks"),
        ("12,5 sacks", "12.5 by 0.1, then sacks"),
        ("1,23 sacks", "1.23 by 0.01, then sacks"),
        ("2.1.3 now", "none"),
        ("6,5000,000 boats", "none"),
        ("007 sacks", "7 by 1 plain, then sacks"),
        ("9999999999999999999999999999999999999999", "1E+40 by 1 plain, then "),
        ("99999999999999999999999999999999999999999", "none"),
    ],
)
def test_digits(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.numeral(scan, digits.read_digits(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2 1/4 ounces", "2.25 by 1 fraction, then ounces"),
        ("2 9/4 ounces", "2 by 1 plain, then 9"),
        ("2 4/4 ounces", "2 by 1 plain, then 4"),
        ("21/4 inches", "5.25 by 1 fraction, then inches"),
        ("½ ounce", "0.5 by 1 fraction, then ounce"),
        ("2½ ounces", "2.5 by 1 fraction, then ounces"),
        ("⅓ ounce", "0.333333333333 by 1 fraction, then ounce"),
        ("3/4 of it", "0.75 by 1 fraction, then of"),
        ("3 / 4 of it", "3 by 1 plain, then /"),
        ("3/ 4 of it", "3 by 1 plain, then /"),
        ("9/11 was", "9 by 1 plain, then /"),
        ("24/7 work", "24 by 1 plain, then /"),
        ("1/40 of it", "0.025 by 1 fraction, then of"),
        ("31/33 of it", "0.9393939393939393939393939394 by 1 fraction, then of"),
        ("7/20 of it", "0.35 by 1 fraction, then of"),
        ("16/17 of it", "16 by 1 plain, then /"),
        ("16/32 of it", "0.5 by 1 fraction, then of"),
        ("1/32 of it", "0.03125 by 1 fraction, then of"),
        ("5/64 of it", "0.078125 by 1 fraction, then of"),
        ("150/100", "150 by 1 or 10 plain, then /"),
        ("1/100 of it", "0.01 by 1 fraction, then of"),
        ("1/10000 of it", "0.0001 by 1 fraction, then of"),
        ("100000/3 of it", "100000 by 1 or 100000 plain, then /"),
        ("1/2/2020", "1 by 1 plain, then /"),
        ("1/2-3", "1 by 1 plain, then /"),
        ("4-|1/2", "1 by 1 plain, then /"),
        ("4 -|1/2", "0.5 by 1 fraction, then "),
        ("3/4/", "0.75 by 1 fraction, then /"),
    ],
)
def test_fractions(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.numeral(scan, digits.read_digits(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1 234 567 sacks", "1234567 by 1, then sacks"),
        ("1 234 sacks", "1234 by 1 unsure, then sacks"),
        ("|1 234 sacks of 1 234 567", "1234 by 1, then sacks"),
        ("about |1 234 sacks", "1234 by 1, then sacks"),
        ("€|1 234", "1234 by 1, then "),
        ("1 234ths", "1 by 1 plain, then 234"),
        ("01 234 sacks", "1 by 1 plain, then 234"),
        ("x|1 234 sacks", "1 by 1 plain, then 234"),
        ("1'234'567 sacks", "1234567 by 1, then sacks"),
        ("1’234 sacks", "1234 by 1, then sacks"),
        ("1’234.50 sacks", "1234.50 by 0.01, then sacks"),
        ("5'11 tall", "5 by 1 plain, then '"),
        ("1'2345 sacks", "none"),
        ("1'234'5 sacks", "none"),
        ("0'234 sacks", "none"),
        ("1 000 sacks", "1000 by 1 or 1000, then sacks"),
        ("1234 567 890 sacks", "1234 by 1 plain, then 567"),
        ("1  234 567", "1 by 1 plain, then 234"),
        ("1\u202f234 sacks", "1234 by 1, then sacks"),
        ("1\u202f234 567 sacks", "1234567 by 1, then sacks"),
        ("1\u202f234  567", "1234 by 1, then 567"),
        ("2\u202f345.6 sacks", "2345.6 by 0.1, then sacks"),
        ("2\u202f345.67 sacks", "2345.67 by 0.01, then sacks"),
        ("2 345.6 sacks", "2345.6 by 0.1 unsure, then sacks"),
        ("2 345,60 sacks", "2345.60 by 0.01 unsure, then sacks"),
        ("1 123 123 123 123 123 123 123 123 123 123 123 123 ", "1.123123123123123123123123123E+36 by 1, then "),
        ("about |1, 400 sacks", "1400 by 1 or 100, then sacks"),
        ("$|30, 000 coins", "30000 by 1 or 10000, then coins"),
        ("$ |7, 250 coins", "7250 by 1 or 10, then coins"),
        ("5, 120 and 300", "5 by 1 plain, then ,"),
        ("|1, 400, 5 sacks", "1 by 1 plain, then ,"),
        ("|1, 400 or 5 sacks", "1 by 1 plain, then ,"),
        ("about |012, 400", "12 by 1 plain, then ,"),
        ("about |0, 400", "0 by 1 plain, then ,"),
        ("|30, 000 coins", "30000 by 1 or 10000, then coins"),
        ("more than |1, 234 sacks", "1234 by 1, then sacks"),
        ("no more than |1, 234 sacks", "1234 by 1, then sacks"),
        ("about |1234, 567", "1234 by 1 plain, then ,"),
        ("about |1 , 400", "1 by 1 plain, then ,"),
        ("about |1,  400", "1 by 1 plain, then ,"),
        ("about |2, 345, 678 sacks", "2345678 by 1, then sacks"),
        ("about |2, 345, 678, 901 sacks", "2345678901 by 1, then sacks"),
        ("about |2, 345, 678, 901, 234 sacks", "2 by 1 plain, then ,"),
    ],
)
def test_groups_of_digits(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.numeral(scan, digits.read_digits(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (".5 ounces", "0.5 by 0.1, then ounces"),
        (". 5 ounces", "none"),
        ("x|.5", "none"),
        (".x", "none"),
        ("10^6 grains", "1000000 by 1 or 10, then grains"),
        ("10^-6 grains", "0.000001 by 1 or 10, then grains"),
        ("10^+6", "1000000 by 1 or 10, then "),
        ("10^61 grains", "10 by 1 or 10 plain, then ^"),
        ("10^60", "1E+60 by 1 or 10, then "),
        ("10^ 6", "10 by 1 or 10 plain, then ^"),
        ("0^5", "0 by 1 plain, then ^"),
        ("4e14 grains", "4E+14 by 1E+14 scale 1E+14, then grains"),
        ("4e-14 grains", "0.00000000000004 by 0.00000000000001 scale 0.00000000000001, then grains"),
        ("4e+14", "4E+14 by 1E+14 scale 1E+14, then "),
        ("4 e14", "4 by 1 plain, then e"),
        ("4e99", "4 by 1 plain, then e"),
        ("4e100", "4 by 1 plain, then e"),
        ("3 x 10^5 grains", "300000 by 100000 scale 100000, then grains"),
        ("3 × 10^5", "300000 by 100000 scale 100000, then "),
        ("3*10^5", "300000 by 100000 scale 100000, then "),
        ("3 x 105", "3 by 1 plain, then x"),
        ("3 x10^5", "300000 by 100000 scale 100000, then "),
        ("3 x 10 ^ 5", "3 by 1 plain, then x"),
        ("3 x 2^5", "96 by 32 scale 32, then "),
        ("3 x 7^5", "3 by 1 plain, then x"),
        ("2^5 grains", "32 by 1, then grains"),
        ("1000^25", "1000 by 1 or 1000 plain, then ^"),
        ("1000^19", "1E+57 by 1 or 1000, then "),
        ("1.5e3", "1500.0 by 100.0 scale 1000, then "),
    ],
)
def test_points_and_powers(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.numeral(scan, digits.read_digits(scan, i)) == read
