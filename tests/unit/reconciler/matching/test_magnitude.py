"""What two values say of their being one."""

import pytest

from reconcile import extract
from reconcile.reconciler.matching.cannot_link import values_differ, values_fit


def claim(amount):
    return extract(f"The bridge of Orle cost {amount}.")[0]


@pytest.mark.parametrize(
    ("a", "b", "fits"),
    [
        ("$4.2 million", "$4.2 million", True),
        ("$4.2 million", "$4,231,000", True),
        ("$4.2 million", "$4.3 million", False),
        ("more than $4 million", "$4.6 million", True),
    ],
)
def test_values_that_could_be_written_for_one_number(a, b, fits):
    assert values_fit(claim(a), claim(b)) is fits
    assert values_fit(claim(b), claim(a)) is fits


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [("$15", "$18", True), ("$13.2", "$13.9", False), ("$15", "$51", False), ("$15", "$15", False)],
)
def test_two_values_of_one_text(a, b, differ):
    assert values_differ(claim(a), claim(b)) is differ
