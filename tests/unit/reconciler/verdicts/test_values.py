from decimal import Decimal

import pytest

from reconcile.model.value import Interval, Value
from reconcile.reconciler.verdicts.values import common_point, relate_values


def v(text):
    """Reads "12.4" (with its precision), ">130", ">=5", "<9", "3..5", "~40" (ten per cent each way)."""
    if ".." in text:
        low, high = map(Decimal, text.split(".."))
        return Value(Interval(low, high), Decimal(1), Decimal(1))
    if text[0] == "~":
        n = Decimal(text[1:])
        return Value(Interval.point(n), Decimal(1), Decimal(1), Interval(n * 9 / 10, n * 11 / 10))
    if text[0] in "<>":
        closed = text[1] == "="
        n = Decimal(text[1 + closed :])
        bounds = Interval(n, None, not closed) if text[0] == ">" else Interval(None, n, False, not closed)
        return Value(bounds, Decimal(1), Decimal(1))
    n = Decimal(text)
    ulp = Decimal(1).scaleb(n.as_tuple().exponent)
    zeros = len(text) - len(text.rstrip("0")) if "." not in text else 0
    return Value.exact(n, ulp, ulp.scaleb(zeros))


@pytest.mark.parametrize(
    ("a", "b", "want"),
    [
        ("12.4", "12.4", "agree"),
        ("12.4", "12.38", "agree"),
        ("12.4", "12.5", "conflict"),  # intervals touch, equal precision: XBRL's rule
        ("12.4", "12.46", "conflict"),
        ("500", "512", "compatible"),  # only if the zeros are rounding
        ("500", "580", "conflict"),
        (">130", "140", "compatible"),
        (">130", "130", "compatible"),
        (">130", "120", "conflict"),
        (">=130", "130", "agree"),
        (">130", "<100", "conflict"),
        (">130", ">140", "compatible"),
        (">130", ">130", "agree"),
        ("3..5", "4", "compatible"),
        ("3..5", "9", "conflict"),
        ("3..5", "3..5", "agree"),
        ("~40", "42", "compatible"),
        ("~40", "60", "conflict"),
    ],
)
def test_relations_of_values(a, b, want):
    assert relate_values(v(a), v(b)).relation == want
    assert relate_values(v(b), v(a)).relation == want


def test_tolerance_is_relative_to_the_larger():
    assert relate_values(v("100"), v("104"), Decimal("0.05")).relation == "agree"
    assert relate_values(v("101"), v("112"), Decimal("0.05")).relation == "conflict"


def test_agreement_is_not_transitive():
    assert common_point((v("12"), v("12.4")))
    assert common_point((v("12.4"), v("12.38")))
    assert not common_point((v("12.46"), v("12.38")))
