from decimal import Decimal

import pytest

from reconcile.model.value import Interval, Value, plain


@pytest.mark.parametrize(
    ("number", "text"),
    [("9.24E+7", "92400000"), ("3.10", "3.1"), ("-0.0", "0"), ("0.05", "0.05"), ("100", "100"), ("-2.50", "-2.5")],
)
def test_plain_has_no_exponent_and_no_idle_zeros(number, text):
    assert plain(Decimal(number)) == text


def test_written_spreads_half_a_unit_in_the_last_place():
    value = Value.exact(Decimal(92400000), Decimal(100000))
    assert value.written() == Interval(Decimal(92350000), Decimal(92450000))


def test_written_leaves_open_bounds_alone():
    value = Value(Interval(Decimal(130), None, low_open=True), Decimal(1))
    assert value.written() == value.bounds


def test_loose_precision_reads_trailing_zeros_as_rounding():
    value = Value.exact(Decimal(500), Decimal(1), Decimal(100))
    assert value.written(loose=True) == Interval(Decimal(450), Decimal(550))


def test_scaling_scales_precision_and_soft_bounds():
    value = Value(Interval.point(Decimal(2)), Decimal(1), Decimal(1), Interval(Decimal(1), Decimal(3)))
    scaled = value.scaled(Decimal(1000))
    assert (scaled.low, scaled.ulp, scaled.soft) == (2000, 1000, Interval(Decimal(1000), Decimal(3000)))
