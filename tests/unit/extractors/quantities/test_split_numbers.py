"""Digit groups torn apart by a space."""

from decimal import Decimal

import pytest

from reconcile.pipeline import document


def values(stages, text):
    return [m.value.low for m in stages.mentions(document(text)) if m.value is not None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Orle sold 30, 000 jugs.", 30000),
        ("Orle sold about 1, 400 jugs.", 1400),
        ("Orle paid $13, 627 for jugs.", 13627),
        ("Orle sold 2, 000, 000 jugs.", 2000000),
    ],
)
def test_torn_groups_are_one_number(stages, text, value):
    assert values(stages, text) == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The marks were 5, 120 and 300.", 3),
        ("The lots are 12, 300, 450.", 3),
        ("In group 2, 300 jugs broke.", 2),
        ("About 3, 250 and 400 jugs broke.", 3),
    ],
)
def test_lists_stay_lists(stages, text, count):
    assert len(values(stages, text)) == count


def test_a_day_and_a_count_stay_apart(stages):
    assert Decimal(150) in values(stages, "On May 1, 150 jugs broke.")
