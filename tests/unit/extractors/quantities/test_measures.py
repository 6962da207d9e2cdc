"""What follows a number and makes it an amount; ages among it."""

from __future__ import annotations

import pytest
import quantity_reading as reading

from reconcile.extractors.quantities import amount_reader


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("25 years old", "25 age.old year, then "),
        ("18-year-old", "18 age.attributive year, then "),
        ("18-year-olds", "18 age.attributive year, then "),
        ("18 year - old", "18 age.attributive year, then "),
        ("six months of age", "6 age.old month, then "),
        ("six months of", "6 measure.unit month, then of"),
        ("aged 25", "25 age.old year, then "),
        ("age of 87", "87 age.old year, then "),
        ("age 87", "87 age.old year, then "),
        ("aged 120", "120 age.old year, then "),
        ("aged 121", "none"),
        ("aged 0", "0 age.old year, then "),
        ("aged -1", "none"),
        ("aged 25 months", "25 age.old month, then "),
        ("aged 25 miles", "25 age.old year, then miles"),
        ("aged 2 million", "none"),
        ("ages 5", "5 age.old year, then "),
        ("aged x", "none"),
        ("87 yo", "87 age.old year, then "),
        ("30 y/o", "30 age.old year, then "),
        ("25 miles old", "25 measure.unit mile, then old"),
        ("Odo, |25, said", "25 age.apposition year, then ,"),
        ("Odo Brandt, |25, said", "25 age.apposition year, then ,"),
        ("Odo Brandt, |25. He", "25 age.apposition year, then ."),
        ("Odo Brandt, |110, said", "110 age.apposition year, then ,"),
        ("Odo Brandt, |111, said", "111 number.bare -, then ,"),
        ("Odo Brandt, |0, said", "0 number.bare -, then ,"),
        ("Odo Brandt, |1, said", "1 age.apposition year, then ,"),
        ("Odo Brandt, |025, said", "25 number.bare -, then ,"),
        ("Odo Brandt, |2.5, said", "2.5 number.bare -, then ,"),
        ("the firm, |25, said", "25 number.bare -, then ,"),
        ("the big Odo, |25, said", "25 number.bare -, then ,"),
        ("Yes. Odo, |25, said", "25 age.apposition year, then ,"),
        ("He saw Odo, |25, said", "25 number.bare -, then ,"),
        ("The, |25, said", "25 number.bare -, then ,"),
        ("O, |25, said", "25 number.bare -, then ,"),
        (", |25, said", "25 number.bare -, then ,"),
        ("In Orle, |25 ships", "25 count.noun ship (ships), then ships"),
    ],
)
def test_ages(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("$52 a barrel", "52 money.sign USD per barrel or AUD/BBD/BSD, then "),
        ("$52 per barrel", "52 money.sign USD per barrel or AUD/BBD/BSD, then "),
        ("$52/barrel", "52 money.sign USD per barrel or AUD/BBD/BSD, then "),
        ("$52-a-barrel", "52 money.sign USD per barrel or AUD/BBD/BSD, then "),
        ("9 litres per head", "9 measure.unit liter per head, then "),
        ("9 litres per head per day", "9 measure.unit liter per head per day, then "),
        ("9 litres per head per", "9 measure.unit liter per head, then per"),
        ("5 degrees below", "-5 measure.unit degree, then "),
        ("5 degrees below zero", "-5 measure.unit degree, then "),
        ("5 miles below", "5 measure.unit mile, then below"),
        ("twelve below zero", "-12 measure.below-zero degree, then "),
        ("twelve below", "12 number.bare -, then below"),
        ("5 percent a year", "5 percent.unit percent, then a"),
        ("four times a year", "4 ratio.times times per year, then "),
        ("5 dollars a day", "5 money.word USD per day or AUD/BBD/BSD, then "),
        ("half a dollar a day", "0.5 money.word USD per day or AUD/BBD/BSD, then "),
        ("5 pound notes", "5 money.word GBP or EGP/FKP/GIP, then notes"),
        ("6-pound fines", "6 measure.unit pound, then fines"),
    ],
)
def test_rates_and_signs(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    assert reading.amount(scan, amount_reader.read_own(scan, i)) == read
