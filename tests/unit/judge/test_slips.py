from decimal import Decimal

import pytest

from reconcile.judge.slips import slip
from reconcile.model.value import Value


@pytest.mark.parametrize(
    ("a", "b", "dimension", "words"),
    [
        ("14600000", "14600000000", "count", "1000 times"),
        ("124", "142", "count", "swapped"),
        ("1240", "124", "count", "ten times"),
        ("1234", "124", "count", "one digit is missing"),
        ("100", "161", "length", "miles for kilometres"),
        ("100", "161", "count", None),
        ("17", "90", "count", None),
        ("0", "90", "count", None),
    ],
)
def test_the_likely_slip(a, b, dimension, words):
    one, other = (Value.exact(Decimal(x), Decimal(1)) for x in (a, b))
    found = slip(one, other, dimension)
    assert found == slip(other, one, dimension)
    assert (found is None) if words is None else words in found
