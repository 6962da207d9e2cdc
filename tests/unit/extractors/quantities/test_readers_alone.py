"""Each reader of the package by itself, at a token of a short text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reconcile.extractors.mentions import read_mentions
from reconcile.extractors.quantities import bounds, counts, measures, money, non_quantities, ratios, skip_reasons, units
from reconcile.extractors.quantities.amount import ONE, Numeral, PlacedNumber, loose
from reconcile.extractors.quantities.number_words import read_fraction, read_ordinal_words, read_words
from reconcile.extractors.quantities.numerals import read_number
from reconcile.model.tokens import Tokens
from reconcile.pipeline import default_pipeline
from reconcile.rules.words import Hedge
from reconcile.text.scan import Scan


def scan(text: str) -> Scan:
    return Scan(Tokens(text), default_pipeline().pack)


def number(at: Scan) -> Numeral:
    read = read_number(at, 0)
    assert read is not None
    return read


@pytest.mark.parametrize(("value", "place"), [("500", "100"), ("512", "1"), ("0", "1"), ("1000000", "1000000")])
def test_the_last_digit_that_is_not_zero_gives_the_loose_precision(value: str, place: str) -> None:
    assert loose(Decimal(value), ONE) == Decimal(place)


@pytest.mark.parametrize(
    ("text", "value"),
    [("twenty-five", 25), ("one hundred and four", 104), ("two million, three hundred and forty", 2000340)],
)
def test_number_words(text: str, value: int) -> None:
    read = read_words(scan(text), 0)
    assert read is not None
    assert (read.value, scan(text).keys[read.end]) == (value, "")


@pytest.mark.parametrize(("text", "value"), [("seventythird", 73), ("one hundred and fifth", 105)])
def test_ordinal_words(text: str, value: int) -> None:
    read = read_ordinal_words(scan(text), 0)
    assert read is not None
    assert read.value == value


@pytest.mark.parametrize(("text", "value"), [("a third more", True), ("a third larger", True), ("a third term", False)])
def test_a_fraction_is_no_ordinal_before_a_noun(text: str, value: bool) -> None:
    assert (read_fraction(scan(text), 0) is not None) is value


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("ties", "tie"),
        ("cities", "city"),
        ("matches", "match"),
        ("dishes", "dish"),
        ("boxes", "box"),
        ("campus", "campus"),
    ],
)
def test_the_singular_by_spelling(plural: str, one: str) -> None:
    assert counts.singular(scan(""), plural) == one


@pytest.mark.parametrize(
    ("text", "unit"),
    [("12 young engineers met", "engineer"), ("12 sales managers met", "manager"), ("12 of the", None)],
)
def test_the_counted_noun(text: str, unit: str | None) -> None:
    noun = counts.read_noun(scan(text), 1)
    assert (None if noun is None else noun.unit) == unit


def test_cents_are_added_to_their_whole() -> None:
    at = scan("20 dollars and 43 cents")
    amount = money.read_suffix(at, number(at), 1)
    assert amount is not None
    assert money.with_cents(at, amount).number.value == Decimal("20.43")


@pytest.mark.parametrize(
    ("text", "value"), [("1 in 5", "0.2"), ("2 out of 4", "0.5"), ("3-for-1", "3"), ("two in 2017", None)]
)
def test_shares(text: str, value: str | None) -> None:
    at = scan(text)
    share = ratios.read_share(at, PlacedNumber(0, number(at)))
    assert (None if share is None else share.number.value) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(("text", "unit"), [("37 km", "kilometer"), ("5 [kg]", "kilogram"), ("9 barns", None)])
def test_the_unit_after_a_number(text: str, unit: str | None) -> None:
    at = scan(text)
    amount = units.read_unit(at, number(at), 1)
    assert (None if amount is None else amount.unit) == unit


@pytest.mark.parametrize(("text", "value"), [("aged 25", 25), ("age of 87", 87), ("aged 400", None)])
def test_ages(text: str, value: int | None) -> None:
    age = measures.read_aged(scan(text), 0)
    assert (None if age is None else age.number.value) == value


def test_a_hedge_leaves_a_bound() -> None:
    value = bounds.value_of(number(scan("130")), ONE, Hedge(words=("more than",), bound=">"))
    assert (value.low, value.high, value.bounds.low_open) == (130, None, True)


@pytest.mark.parametrize(
    ("text", "end"), [("020 7946 0958", 3), ("555-123-4567", 5), ("555-123-45678", 0), ("555 123", 0)]
)
def test_a_telephone_number_ends_after_its_groups(text: str, end: int) -> None:
    assert non_quantities.telephone(scan(text), 0) == end


def test_a_counter_alone_on_a_line_is_furniture() -> None:
    assert list(skip_reasons.read_furniture(scan("The quay at dawn.\n\n4/8\n\nBoats came in."))) == [5]


def test_a_range_of_ages_is_no_one_length_of_time() -> None:
    stages = default_pipeline()
    ages_read = read_mentions(Tokens("She is between 30 and 40 years old."), stages.pack, stages.grammar)
    assert [(m.quote, str(m.kind), m.timex) for m in ages_read] == [("between 30 and 40 years old", "age", None)]
