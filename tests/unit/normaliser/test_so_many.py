"""Shares, percentages and rates of so many of something meet in percent, and differ by what they are rates of."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reconcile.model.claim import Claim, rates_differ, so_many
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.normaliser.units import normalise


def claim(number, kind=Kind.RATIO, **fields):
    value = Value.exact(Decimal(number), Decimal(1))
    return Claim(number, "a", Span(0, 1), number, Span(0, 9), kind, "test", (), value=value, **fields)


@pytest.mark.parametrize(
    ("per", "many"),
    [
        ("100000 people", (100000, "people")),
        ("1000", (1000, "")),
        ("100 square kilometer", (100, "square kilometer")),
        ("share", None),
        ("", None),
        (None, None),
    ],
)
def test_how_many_of_what(per, many):
    assert so_many(per) == many


@pytest.mark.parametrize(
    ("it", "percent"),
    [
        (claim("47", per="100000 people"), "0.047"),
        (claim("47", unit="death", per="1000 people"), "4.7"),
        (claim("17.4", Kind.PERCENT, unit="percent", per="1000"), "0.0174"),
        (claim("17.4", Kind.PERCENT, unit="percent"), "17.4"),
        (claim("0.5", unit="share"), "50"),
        (claim("3", unit="times"), None),
        (claim("3", Kind.COUNT, unit="boat", per="100 kilometer"), None),
    ],
)
def test_what_meets_in_percent(it, percent):
    (got,) = normalise([it])
    assert (got.norm_unit, got.norm and got.norm.low) == (percent and "percent", percent and Decimal(percent))


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("100000 people", "1000000 people", False),
        ("100000 people", "100000", False),
        ("100000 people", "1000 birth", True),
        ("100000 people", None, False),
    ],
)
def test_rates_differ_by_what_they_are_of(one, other, differ):
    a, b = normalise([claim("47", per=one), claim("4", per=other, unit=None if other else "share")])
    assert rates_differ(a, b) is rates_differ(b, a) is differ


def test_a_rate_of_something_else_keeps_its_number():
    a = claim("6", Kind.MONEY, unit="USD", per="1000 view")
    assert rates_differ(a, replace(a, per="100 view"))
    assert rates_differ(a, replace(a, per=None))
    assert not rates_differ(a, a)
