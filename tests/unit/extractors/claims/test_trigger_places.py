"""Which value a trigger names: not one before "of" and its own, none behind a measure, none from inside a compound."""

from __future__ import annotations

import pytest

from reconcile import extract


def metric(text: str, quote: str) -> str:
    claim = next(c for c in extract(text) if c.quote == quote)
    return "" if claim.metric is None else claim.metric.id


@pytest.mark.parametrize(
    ("text", "quote", "want"),
    [
        ("The crater was 26 feet wide and had a diameter of 9 feet.", "9 feet", "diameter"),
        ("It rose 90 km down the range to an altitude of 41 km.", "41 km", "altitude"),
    ],
)
def test_the_value_a_trigger_is_tied_to(text: str, quote: str, want: str) -> None:
    assert metric(text, quote) == want


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It rose 90 km down the range to an altitude of 41 km.", "90 km"),
        ("The pit was 26 feet wide and had a depth of 9 feet.", "9 feet"),
        ("A 90-kilometre high-speed line links Orle and Tarn.", "90-kilometre"),
    ],
)
def test_other_values_are_not_named_by_it(text: str, quote: str) -> None:
    assert metric(text, quote) == "open"
