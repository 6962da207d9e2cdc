"""Values and claims in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_builder import claims

from reconcile.model.mention import Kind, Reading
from reconcile.model.value import Interval, Value
from reconcile.report.reading import fact_words, listed, normal_read, other_readings, scope_read, value_read
from reconcile.report.words import number, unit_words, value_words

D = Decimal


def bounds(low: str | None, high: str | None, low_open: bool = False, high_open: bool = False) -> Value:
    return Value(Interval(None if low is None else D(low), None if high is None else D(high), low_open, high_open))


@pytest.mark.parametrize(
    ("value", "kind", "unit", "words"),
    [
        (bounds("86E+9", "86E+9"), Kind.MONEY, "USD", "86,000,000,000 USD (86 billion)"),
        (bounds("92400000", "92400000"), Kind.COUNT, "phone", "92,400,000 phones (92.4 million)"),
        (bounds("130", None, low_open=True), Kind.COUNT, "partner", "more than 130 partners"),
        (bounds("130", None), Kind.COUNT, "partner", "at least 130 partners"),
        (bounds(None, "40", high_open=True), Kind.COUNT, "shop", "less than 40 shops"),
        (bounds(None, "40"), Kind.COUNT, "shop", "at most 40 shops"),
        (
            bounds("4E+12", "1.1E+13"),
            Kind.MONEY,
            "EUR",
            "4,000,000,000,000 to 11,000,000,000,000 EUR (4 to 11 trillion)",
        ),
        (bounds("3", "5", low_open=True), Kind.NUMBER, None, "more than 3 and at most 5"),
        (bounds("3", "5", high_open=True), Kind.NUMBER, None, "at least 3 and less than 5"),
        (bounds("5", "5"), Kind.PERCENT, None, "5%"),
        (bounds("2", "3"), Kind.PERCENT, "percent", "2 to 3%"),
        (bounds("1", "1"), Kind.POINTS, None, "1 percentage point"),
        (bounds("2.5", "2.5"), Kind.POINTS, "percent", "2.5 percentage points"),
        (bounds("3", "3"), Kind.RANK, None, "rank 3"),
        (bounds("1", "1"), Kind.AGE, "year", "1 year old"),
        (bounds("3", "3"), Kind.RATIO, None, "3 times"),
        (bounds("1", "1"), Kind.MEASURE, "foot", "1 foot"),
        (bounds("6", "6"), Kind.MEASURE, "foot", "6 feet"),
        (bounds("-40", "-40"), Kind.MEASURE, "celsius", "-40 degrees Celsius"),
        (bounds("-3E+9", "-3E+9"), Kind.MONEY, "GBP", "-3,000,000,000 GBP (-3 billion)"),
        (bounds("100000", "1000000"), Kind.COUNT, "person", "100,000 to 1,000,000 people"),
        (bounds("3", "3"), Kind.RATIO, "times", "3 times"),
        (bounds("0.5", "0.5"), Kind.RATIO, "share", "a share of 0.5"),
        (bounds("0.666666666666", "0.666666666666"), Kind.RATIO, "share", "a share of 0.666666…"),
        (bounds("1234567.89", "1234567.89"), Kind.MONEY, "GBP", "1,234,567.89 GBP"),
    ],
)
def test_value_in_words(value: Value, kind: Kind, unit: str | None, words: str) -> None:
    assert value_words(value, kind, unit) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (bounds("280E+6", None, low_open=True), "user", "more than 280 million users"),
        (bounds("3.9E+12", "11.1E+12"), "USD", "3.9 to 11.1 trillion USD"),
        (bounds("1234567.89", "1234567.89"), "USD", "1,234,567.89 USD"),
        (bounds("130", "130"), "user", "130 users"),
    ],
)
def test_value_in_brief(value: Value, unit: str, words: str) -> None:
    assert value_words(value, Kind.COUNT, unit, brief=True) == words


def test_a_hedged_point_is_about_it() -> None:
    value = Value(Interval.point(D(40)), soft=Interval(D(36), D(44)))
    assert value_words(value, Kind.COUNT, "ship") == "about 40 ships"
    assert value_words(Value(Interval.point(D(40)), soft=Interval.point(D(40))), Kind.COUNT) == "40"


def test_a_rate() -> None:
    assert value_words(bounds("800000", "800000"), Kind.MEASURE, "barrel", "day") == "800,000 barrels per day"


def test_a_hedge_without_hard_bounds_is_what_it_is_taken_to_mean() -> None:
    value = Value(Interval(), soft=Interval(D(36), D(44)))
    assert value_words(value, Kind.COUNT, "ship") == "about 36 to 44 ships"
    assert value_words(Value(Interval()), Kind.COUNT, "ship") == "no bound given"


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("person", "people"),
        ("staff", "staff"),
        ("full-time staff", "full-time staff"),
        ("company", "companies"),
        ("day", "days"),
        ("church", "churches"),
        ("bus", "buses"),
        ("box", "boxes"),
        ("times", "times"),
        ("km", "km"),
        ("kWh", "kWh"),
        ("USD", "USD"),
        ("active user", "active users"),
        ("square_kilometer", "square kilometers"),
        ("meter ** 2", "meter ** 2"),
    ],
)
def test_units_in_the_plural(unit: str, words: str) -> None:
    assert unit_words(unit) == words


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15))
def test_a_number_in_words_is_still_that_number(value: Decimal) -> None:
    assert Decimal(number(value).replace(",", "")) == value


@given(st.decimals(allow_nan=False, allow_infinity=False), st.sampled_from(Kind))
def test_no_number_is_too_much(value: Decimal, kind: Kind) -> None:
    assert len(value_words(Value.exact(value), kind, "unit")) < 200


def test_lists() -> None:
    assert [listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_a_role_a_rank_and_a_scope() -> None:
    made = claims()
    assert value_read(made["role"]) == "chairman and CEO of Harbour Foods"
    assert value_read(made["rank"]) == "rank 3; 1 named ahead: Ana Roe"
    assert scope_read(made["growth"]) == ("forecast", "according to Pier & Co.")
    assert scope_read(replace(made["sales-a"], qualifiers={"place": "Leith"})) == ("when: 2019", "place: Leith")
    assert fact_words(made["sales-a"]) == "Harbour Foods, revenue"


def test_other_readings_say_what_is_in_doubt() -> None:
    (other,) = other_readings(claims()["sales-b"])
    assert other == "CAD (the dollar may be another country's)"


def test_readings_of_one_doubt_are_reported_together() -> None:
    sign = [Reading("which dollar", unit=code) for code in ("AUD", "CAD", "NZD", "HKD", "SGD", "TWD")]
    scale = Reading("m is meter or a scale", value=Value.exact(D(10)), unit="meter", kind=Kind.MEASURE)
    claim = replace(claims()["sales-a"], readings=(*sign, scale, Reading("no one knows")))
    assert other_readings(claim) == (
        "AUD, CAD, NZD, HKD and 2 more (which dollar)",
        "10 meters (m is meter or a scale)",
        "no one knows",
    )


def test_the_compared_value_is_shown_where_its_unit_is_another() -> None:
    made = claims()["sales-a"]
    assert normal_read(made) is None
    assert normal_read(replace(made, norm=made.value, norm_unit="USD")) is None
    euros = replace(made, norm=Value.exact(D(1100000000)), norm_unit="EUR")
    assert normal_read(euros) == "1,100,000,000 EUR (1.1 billion)"
