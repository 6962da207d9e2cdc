"""Digits in groups: how a text groups its own, what is alone in a cell, and what nobody reads in part."""

from __future__ import annotations

import pytest
import quantity_reading as reading

from reconcile.extractors.quantities import digit_groups
from reconcile.model.tokens import Tokens
from reconcile.pipeline import default_pipeline
from reconcile.text.scan import Scan


@pytest.mark.parametrize(
    ("text", "spaces", "commas"),
    [
        ("1 234 567 jugs", True, False),
        ("$4 312 for jugs", True, False),
        ("€ 4 312 for jugs", True, False),
        ("4 312 jugs", False, False),
        ("12,345 jugs", False, True),
        ("1 234 567 jugs of 12,345,678", True, True),
        ("12,34 jugs", False, False),
        ("lots 1234 567 890", False, False),
        ("", False, False),
    ],
)
def test_how_a_text_groups_its_digits(text: str, spaces: bool, commas: bool) -> None:
    scan, _ = reading.marked(text)
    assert digit_groups.grouping(scan) == (spaces, commas)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("4 312", True),
        ("| 4 312 | x", True),
        ("Orle | 4 312", True),
        ("Orle\t4 312\t5 120", True),
        ("Orle\n4 312\nSund", True),
        ("Orle\t4 312 jugs", False),
        ("Orle 4 312\n", False),
        ("| 4 312 jugs |", False),
        ("about 4 312", False),
    ],
)
def test_a_cell_holds_one_number(text: str, alone: bool) -> None:
    scan = Scan(Tokens(text), default_pipeline().pack)
    i = scan.keys.index("4")
    assert digit_groups.is_cell(scan, i, i + 2) is alone


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("4 312 jugs", 2),
        ("1'2345 jugs", 3),
        ("1'234'5 jugs", 5),
        ("1'234 jugs", 0),
        ("5'11 tall", 0),
        ("$|4 312", 0),
        ("|4 312 of 1 234 567", 0),
        ("12 jugs", 0),
        ("jugs", 0),
    ],
)
def test_what_may_be_one_number_or_two_is_left_as_a_whole(text: str, length: int) -> None:
    scan, i = reading.marked(text)
    assert digit_groups.in_doubt(scan, i) == (i + length if length else 0)
