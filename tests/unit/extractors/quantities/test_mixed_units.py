"""Measures of two sizes, and the part of a unit that follows it."""

import pytest
import quantity_reading as reading

from reconcile.extractors.quantities import mixed_units, units
from reconcile.extractors.quantities.numerals import read_number


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("5 feet 3.", "63 measure.unit inch, then ."),
        ("5 feet 3 tall", "63 measure.unit inch, then tall"),
        ("five-foot-three", "63 measure.unit inch, then "),
        ("5 feet 11", "71 measure.unit inch, then "),
        ("5 feet 12", "5 measure.unit foot, then 12"),
        ("5 feet 3 boxes", "5 measure.unit foot, then 3"),
        ("5 feet, 3.", "5 measure.unit foot, then ,"),
        ("5 metres 3.", "5 measure.unit meter, then 3"),
        ("two million feet 3.", "2000000 measure.unit foot, then 3"),
        ("2 miles and a half.", "2.5 measure.unit mile, then ."),
        ("2 miles and three quarters", "2.75 measure.unit mile, then "),
        ("2 miles and a half of road", "2.5 measure.unit mile, then of"),
        ("2 miles and a half dozen", "2 measure.unit mile, then and"),
        ("2.5 miles and a half.", "2.5 measure.unit mile, then and"),
        ("5 ft 2 in", "62 measure.unit inch, then "),
    ],
)
def test_with_smaller(text: str, read: str) -> None:
    scan, i = reading.marked(text)
    number = read_number(scan, i)
    assert number is not None
    amount = units.read_unit(scan, number, number.end)
    assert amount is not None
    assert reading.amount(scan, mixed_units.with_smaller(scan, amount)) == read
