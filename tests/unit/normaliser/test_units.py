from __future__ import annotations

from decimal import Decimal

import pytest

from reconcile.normaliser.units import dimension, factor, temperature
from reconcile.pipeline import default_pipeline


@pytest.mark.parametrize(
    ("one", "other", "want"),
    [
        ("mile", "kilometer", "1.609344"),
        ("kilowatt hour", "joule", "3600000"),
        ("metric ton", "kilogram", "1000"),
        ("mile per hour", "kilometer per hour", "1.609344"),
        ("square kilometer", "hectare", "100"),
        ("foot", "inch", "12"),
        ("percentage point", "basis point", "100"),
        ("gigabyte", "megabyte", "1000"),
        ("watt", "watt", "1"),
    ],
)
def test_factors_are_those_of_the_definitions(one: str, other: str, want: str) -> None:
    found = factor(one, other)
    assert found is not None
    assert abs(found - Decimal(want)) < Decimal("1e-15") * Decimal(want)


@pytest.mark.parametrize(("one", "other"), [("mile", "pound"), ("celsius", "fahrenheit"), ("mile", "no such unit")])
def test_no_factor_between_what_cannot_be_multiplied(one: str, other: str) -> None:
    assert factor(one, other) is None


def test_a_short_and_a_metric_ton_differ() -> None:
    assert factor("short ton", "metric ton") == pytest.approx(Decimal("0.90718474"))


def test_temperatures_have_other_zeros() -> None:
    assert temperature(Decimal(212), "fahrenheit", "celsius") == pytest.approx(Decimal(100))
    assert temperature(Decimal(5), "mile", "celsius") is None


@pytest.mark.parametrize(
    ("unit", "want"),
    [
        ("kilometer", "length"),
        ("acre", "area"),
        ("gallon", "volume"),
        ("pound", "mass"),
        ("knot", "speed"),
        ("megawatt hour", "energy"),
        ("terabyte", "data"),
        ("degree", "angle"),
        ("zlorp", None),
    ],
)
def test_dimensions(unit: str, want: str | None) -> None:
    assert dimension(unit) == want


def test_every_unit_of_the_lexicon_is_known() -> None:
    unknown = [name for name in sorted(default_pipeline().pack.units.names) if dimension(name) is None]
    assert unknown == []
