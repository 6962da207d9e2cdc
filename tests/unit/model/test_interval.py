from decimal import Decimal

import pytest

from reconcile.model.value import Interval


def interval(text):
    """Reads "[1,2)" and "(,5]"."""
    low, high = text[1:-1].split(",")
    ends = [Decimal(e) if e else None for e in (low, high)]
    return Interval(*ends, text[0] == "(" and low != "", text[-1] == ")" and high != "")


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ("[1,3]", "[2,5]", "[2,3]"),
        ("[1,3)", "[2,3]", "[2,3)"),
        ("[1,2]", "[2,3]", "[2,2]"),
        ("[1,2)", "[2,3]", None),
        ("(130,]", "[140,140]", "[140,140]"),
        ("(130,]", "[130,130]", None),
        ("(,5]", "[1,]", "[1,5]"),
        ("(,]", "[1,2]", "[1,2]"),
    ],
)
def test_intersect_is_what_lies_in_both(a, b, both):
    want = interval(both) if both else None
    assert interval(a).intersect(interval(b)) == want
    assert interval(b).intersect(interval(a)) == want


@pytest.mark.parametrize("text", ["[2,1]", "(1,1]", "[1,1)"])
def test_an_interval_that_holds_nothing_is_refused(text):
    with pytest.raises(ValueError, match="empty"):
        interval(text)


def test_scaling_keeps_open_ends():
    assert interval("(1,2]").scaled(Decimal(1000)) == interval("(1000,2000]")
    with pytest.raises(ValueError, match="above zero"):
        interval("[1,2]").scaled(Decimal(-1))


def test_covers_asks_for_every_number():
    assert interval("[1,5]").covers(interval("(1,5)"))
    assert not interval("(1,5)").covers(interval("[1,5]"))
