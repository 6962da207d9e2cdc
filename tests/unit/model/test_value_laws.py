"""What values and intervals say of one another: differences, quotients, rounding, size and digits."""

from decimal import Decimal

import pytest

from reconcile.model.claim import Claim, figure, in_one_slot, two_labels
from reconcile.model.mention import Kind
from reconcile.model.names import distance, likely_same_name, one_surname, same_letters
from reconcile.model.span import Span
from reconcile.model.value import ANY_VALUE, Interval, Value, grouped, plain, significant_digits


def interval(*ends):
    return Interval(*(None if end is None else Decimal(end) for end in ends))


def value(number, ulp=1, loose=None):
    return Value.exact(Decimal(number), Decimal(ulp), None if loose is None else Decimal(loose))


@pytest.mark.parametrize(
    ("a", "b", "difference"),
    [
        ((5, 7), (1, 2), (3, 6)),
        ((None, 7), (1, 2), None),
        ((5, None), (1, 2), None),
        ((5, 7), (None, 2), None),
        ((5, 7), (1, None), None),
    ],
)
def test_all_differences(a, b, difference):
    assert interval(*a).minus(interval(*b)) == (difference and interval(*difference))


@pytest.mark.parametrize(
    ("a", "b", "quotient"),
    [
        ((6, 8), (1, 2), (3, 8)),
        ((0, 8), (1, 2), (0, 8)),
        ((-1, 8), (1, 2), None),
        ((6, 8), (0, 2), None),
        ((None, 8), (1, 2), None),
        ((6, None), (1, 2), None),
        ((6, 8), (None, 2), None),
        ((6, 8), (1, None), None),
    ],
)
def test_all_quotients(a, b, quotient):
    assert interval(*a).over(interval(*b)) == (quotient and interval(*quotient))


@pytest.mark.parametrize(
    ("v", "number", "size"),
    [
        (value(-5), -5, 5),
        (Value(interval(3, 5)), None, 3),
        (Value(interval(None, 5)), None, 5),
        (ANY_VALUE, None, 0),
        (value(0), 0, 0),
    ],
)
def test_the_number_and_its_size(v, number, size):
    assert (v.number, v.magnitude) == (number, size)


@pytest.mark.parametrize(
    ("a", "b", "loose", "fit"),
    [
        (value(1200, 100), value(1249), False, True),
        (value(1200, 100), value(1251), False, False),
        (value(1200, 1, 100), value(1249), False, False),
        (value(1200, 1, 100), value(1249), True, True),
        (value(1200, 1, 100), value(1251), True, False),
    ],
)
def test_the_finer_rounds_to_the_coarser(a, b, loose, fit):
    assert a.rounds_with(b, loose=loose) is b.rounds_with(a, loose=loose) is fit


@pytest.mark.parametrize(
    ("number", "digits"), [("1420", "142"), ("1.42", "142"), ("0.0142", "142"), ("0", ""), ("7000", "7")]
)
def test_digits_do_not_depend_on_the_scale(number, digits):
    assert significant_digits(Decimal(number)) == digits


def test_numbers_in_words_of_a_report():
    assert plain(Decimal("9.24E+7")) == "92400000"
    assert plain(Decimal("-0.0")) == "0"
    assert plain(Decimal("1.50")) == "1.5"
    assert grouped(Decimal("1234567.50")) == "1,234,567.5"


def money(number, unit, source="a", per=None, **fields):
    v = number if isinstance(number, Value) else value(number)
    return Claim("i", source, Span(0, 1), "x", Span(0, 1), Kind.MONEY, "t", (), value=v, unit=unit, per=per, **fields)


@pytest.mark.parametrize(
    ("a", "b", "labels"),
    [
        (money(42, "EUR"), money(42, "GBP", "b"), True),
        (money(42, "EUR"), money(42, "GBP"), False),
        (money(42, "EUR"), money(43, "GBP", "b"), False),
        (money(42, "EUR"), money(42, "EUR", "b"), False),
        (money(42, "USD"), money(42, "AUD", "b"), False),
        (money(42, "USD"), money(42, "EUR", "b"), True),
        (money(42, "EUR", per="week"), money(42, "EUR", "b", "month"), True),
        (money(42, "EUR", per="week"), money(42, "EUR", "b"), False),
        (money(42, "EUR", per="week"), money(42, "GBP", "b", "month"), False),
        (money(Value(interval(42)), "EUR"), money(Value(interval(42)), "GBP", "b"), False),
    ],
)
def test_one_figure_under_two_labels(a, b, labels):
    assert two_labels(a, b) is two_labels(b, a) is labels


@pytest.mark.parametrize(("number", "shown"), [(42, "42"), (40, ""), (4200, "4200"), (Value(interval(42)), "")])
def test_a_figure_has_two_digits_that_tell(number, shown):
    assert figure(money(number, "EUR")) == shown


def test_one_place_of_one_sentence():
    assert in_one_slot(money(1, "EUR", slot="s"), money(2, "EUR", slot="s"))
    assert not in_one_slot(money(1, "EUR", slot="s"), money(2, "EUR", slot="t"))
    assert not in_one_slot(money(1, "EUR"), money(2, "EUR"))


@pytest.mark.parametrize(
    ("a", "b", "limit", "far"),
    [
        ("marsh", "marsh", 1, 0),
        ("marsh", "mash", 1, 1),
        ("marsh", "marhs", 1, 1),
        ("marsh", "hamrs", 2, 3),
        ("abcd", "acbd", 1, 1),
        # a swap is of neighbours that both stand there
        ("ab", "ba", 1, 1),
        ("cab", "cbd", 2, 2),
        ("xab", "xcb", 2, 1),
        ("marsh", "marshall", 2, 3),
        ("", "ab", 2, 2),
    ],
)
def test_how_far_two_spellings_are_apart(a, b, limit, far):
    assert distance(a, b, limit) == distance(b, a, limit) == far


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("ann marsh", "ann marhs", True),
        ("ann marsh", "ann marsh", False),
        ("ann marsh", "ann t marsh", False),
        ("ann marsh", "ann harsh", True),
        ("marsh", "harsh", False),
        ("ann marsh", "bo harsh", False),
        # two letters in twelve, and the same initials
        ("annette marshall", "anette marshal", True),
        ("ann marsh", "an mars", False),
        ("annette marshall", "bnnette marshal", False),
    ],
)
def test_two_names_may_be_one_misspelt(a, b, same):
    assert likely_same_name(a, b) is likely_same_name(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Jim Marsh", "James T. Marsh", True),
        ("Jim Marsh", "Jim Dahl", False),
        ("Marsh", "Jim Marsh", True),
        ("", "", True),
        ("Ann Lée", "Bo Lee", True),
    ],
)
def test_one_surname(a, b, one):
    assert one_surname(a, b) is one
    assert same_letters("Jean-Luc Lée", "jean luc lee")
    assert not same_letters("Ann", "Anne")
