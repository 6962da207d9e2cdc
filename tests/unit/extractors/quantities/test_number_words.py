"""Numbers in words: cardinals, ordinals and parts of one."""

from __future__ import annotations

import pytest
import quantity_reading as reading

from reconcile.extractors.quantities import number_words


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("twenty-five", "25 by 1 in_words, then "),
        ("twenty five", "25 by 1 in_words, then "),
        ("twenty ten", "20 by 1 or 10 in_words, then ten"),
        ("twenty and five", "20 by 1 or 10 in_words, then and"),
        ("five hundred", "500 by 1 or 100 in_words, then "),
        ("one hundred and four", "104 by 1 in_words, then "),
        ("one hundred four", "104 by 1 in_words, then "),
        ("one hundred and three quarters", "100 by 1 or 100 in_words, then and"),
        ("one hundred and five quarters", "105 by 1 in_words, then quarters"),
        ("one hundred three quarters", "103 by 1 in_words, then quarters"),
        ("one hundred and four fifths", "104 by 1 in_words, then fifths"),
        ("two hundred thousand", "200000 by 1000 or 100000 scale 1000 in_words, then "),
        ("two thousand, three hundred", "2300 by 1 or 100 in_words, then "),
        ("two thousand, three", "2000 by 1000 scale 1000 in_words, then ,"),
        ("five hundred, two hundred", "500 by 1 or 100 in_words, then ,"),
        ("two million, three hundred and forty", "2000340 by 1 or 10 in_words, then "),
        ("four crore nine lakh", "4.09E+7 by 100000 scale 100000 in_words, then "),
        ("two thousand two million", "2000 by 1000 scale 1000 in_words, then two"),
        ("two thousand and three quarters", "2000 by 1000 scale 1000 in_words, then and"),
        ("two thousand and eleven twelfths", "2011 by 1 in_words, then twelfths"),
        ("a million", "1000000 by 1000000 scale 1000000 in_words, then "),
        ("a hundred", "100 by 1 or 100 in_words, then "),
        ("a ship", "none"),
        ("hundred", "none"),
        ("nineteen ninety", "19 by 1 in_words, then ninety"),
        ("ninety-nine thousand nine hundred and ninety-nine", "99999 by 1 in_words, then "),
        ("zero", "0 by 1 in_words, then "),
        ("one hundred twenty one", "121 by 1 in_words, then "),
        ("two hundred and twenty-one", "221 by 1 in_words, then "),
        ("two hundred and zero", "200 by 1 or 100 in_words, then "),
        ("five thousand", "5000 by 1000 scale 1000 in_words, then "),
        ("fifty", "50 by 1 or 10 in_words, then "),
        ("one thousand and one", "1001 by 1 in_words, then "),
        ("one thousand and ships", "1000 by 1000 scale 1000 in_words, then and"),
    ],
)
def test_cardinals(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.numeral(scan, number_words.read_words(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("three point one four", "3.14 by 0.01 in_words, then "),
        ("three point one fifteen", "3.1 by 0.1 in_words, then fifteen"),
        ("three point twelve", "3.12 by 0.01 in_words, then "),
        ("three point", "3 by 1 in_words, then point"),
        ("three point ten one", "3.10 by 0.01 in_words, then one"),
        ("three point ships", "3 by 1 in_words, then point"),
        (
            "six point one one one one one one one one one one one one two",
            "6.111111111111 by 0.000000000001 in_words, then two",
        ),
    ],
)
def test_a_spoken_point(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.numeral(scan, number_words.read_words(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("fifth", "5 by 1 in_words, then "),
        ("twenty-first", "21 by 1 in_words, then "),
        ("twenty first", "21 by 1 in_words, then "),
        ("twenty and first", "none"),
        ("twenty tenth", "none"),
        ("twenty-tenth", "none"),
        ("ten first", "none"),
        ("ninety-ninth", "99 by 1 in_words, then "),
        ("seventythird", "73 by 1 in_words, then "),
        ("tenfifth", "none"),
        ("twentytenth", "none"),
        ("one hundred and fifth", "105 by 1 in_words, then "),
        ("one hundred fifth", "105 by 1 in_words, then "),
        ("one hundred and twenty-fifth", "125 by 1 in_words, then "),
        ("one hundredth", "none"),
        ("two hundredth", "200 by 1 in_words, then "),
        ("hundredth", "100 by 1 in_words, then "),
        ("two thousandth", "2000 by 1 in_words, then "),
        ("one thousandth", "none"),
        ("one hundred and twentieth", "120 by 1 in_words, then "),
        ("one hundred and hundredth", "10000 by 1 in_words, then "),
        ("one hundred one tenth", "none"),
        ("five fifth", "none"),
        ("five", "none"),
        ("ships", "none"),
        ("thirty-second", "32 by 1 in_words, then "),
        ("thirty five", "none"),
    ],
)
def test_ordinals(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.numeral(scan, number_words.read_ordinal_words(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("half", "0.5 by 1 in_words fraction, then "),
        ("half of the ships", "0.5 by 1 in_words fraction, then of"),
        ("half an hour", "0.5 by 1 in_words fraction, then an"),
        ("second |half", "none"),
        ("first |half", "none"),
        ("a half", "0.5 by 1 in_words fraction, then "),
        ("a third", "0.3333333333333333333333333333 by 1 in_words fraction, then "),
        ("a third of them", "0.3333333333333333333333333333 by 1 in_words fraction, then of"),
        ("a third term", "none"),
        ("a third more", "0.3333333333333333333333333333 by 1 in_words fraction, then more"),
        ("a third larger", "0.3333333333333333333333333333 by 1 in_words fraction, then larger"),
        ("a third agreed.", "0.3333333333333333333333333333 by 1 in_words fraction, then agreed"),
        ("a third agreed plan", "none"),
        ("a third of", "0.3333333333333333333333333333 by 1 in_words fraction, then of"),
        ("a third-party", "none"),
        ("a third-mile", "0.3333333333333333333333333333 by 1 in_words fraction, then -"),
        ("a third - mile", "0.3333333333333333333333333333 by 1 in_words fraction, then -"),
        ("a quarter", "0.25 by 1 in_words fraction, then "),
        ("quarter ships", "none"),
        ("quarter-mile", "0.25 by 1 in_words fraction, then -"),
        ("quarter-party", "none"),
        ("tenth of a gallon", "0.1 by 1 in_words fraction, then of"),
        ("tenth of May", "none"),
        ("tenth of gallon", "0.1 by 1 in_words fraction, then of"),
        ("two-thirds", "0.6666666666666666666666666667 by 1 in_words fraction, then "),
        ("two thirds", "0.6666666666666666666666666667 by 1 in_words fraction, then "),
        ("two third", "none"),
        ("three quarters", "0.75 by 1 in_words fraction, then "),
        ("one fifth", "0.2 by 1 in_words fraction, then "),
        ("five ships", "none"),
        ("twelve fifths", "2.4 by 1 in_words fraction, then "),
        ("a dozen", "none"),
        ("a million", "none"),
    ],
)
def test_parts_of_one(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.numeral(scan, number_words.read_fraction(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("half a million", "500000.0 by 500000.0 scale 1000000 in_words, then "),
        ("half-million", "500000.0 by 500000.0 scale 1000000 in_words, then "),
        ("half million", "500000.0 by 500000.0 scale 1000000 in_words, then "),
        ("a quarter million", "250000.00 by 250000.00 scale 1000000 in_words, then "),
        ("a quarter of a million", "250000.00 by 250000.00 scale 1000000 in_words, then "),
        ("quarter million", "250000.00 by 250000.00 scale 1000000 in_words, then "),
        ("three quarters of a billion", "7.5E+8 by 7.5E+8 scale 1E+9 in_words, then "),
        ("half a dozen", "6.0 by 6.0 scale 12 in_words, then "),
        ("half a dozens", "0.5 by 1 in_words fraction, then a"),
    ],
)
def test_parts_of_a_scale(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.numeral(scan, number_words.read_fraction(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("five forty-seconds", "0.1190476190476190476190476190 by 1 in_words fraction, then "),
        ("five forty seconds", "0.1190476190476190476190476190 by 1 in_words fraction, then "),
        ("two sixty-firsts", "0.03278688524590163934426229508 by 1 in_words fraction, then "),
        ("two sixty-tenths", "none"),
        ("one sixty-first", "0.01639344262295081967213114754 by 1 in_words fraction, then "),
        ("one sixty-tenth", "none"),
        ("two sixty-first", "none"),
        ("a sixty-first", "none"),
        ("one two hundred sixth", "0.004854368932038834951456310680 by 1 in_words fraction, then "),
        ("one seven eighth", "none"),
        ("two two hundred sixths", "none"),
        ("two hundred forty sixths", "4.347826086956521739130434783 by 1 in_words fraction, then "),
        ("two hundred forty-one sixths", "40.16666666666666666666666667 by 1 in_words fraction, then "),
        ("nine hundred sixths", "150 by 1 in_words fraction, then "),
    ],
)
def test_denominators_of_two_words(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.numeral(scan, number_words.read_fraction(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("two and a half", "2.5 by 1 in_words fraction, then "),
        ("two and a half billion", "2.5E+9 by 1E+8 or 5E+8 scale 1E+9 in_words, then "),
        ("one million and a half", "1500000.0 by 500000 or 1000000 scale 1000000 in_words, then "),
        ("two and three quarters", "2.75 by 1 in_words fraction, then "),
        ("two and three thirds", "2 by 1 in_words, then and"),
        ("two and a half of them", "2 by 1 in_words, then and"),
        ("two million and a half thousand", "2000500.0 by 1000000 scale 1000000 in_words, then "),
        ("two and seven ships", "2 by 1 in_words, then and"),
        ("two and ships", "2 by 1 in_words, then and"),
        ("two and a third", "2.333333333333333333333333333 by 1 in_words fraction, then "),
        ("two and a-half", "2.5 by 1 in_words fraction, then "),
    ],
)
def test_a_part_after_a_number(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.numeral(scan, number_words.with_fraction(scan, number_words.read_words(scan, i))) == read
