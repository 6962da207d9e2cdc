"""What two values say of their being one."""

import pytest

from reconcile import extract
from reconcile.reconciler.matching.cannot_link import values_differ, values_far_apart, values_fit


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
    ("a", "b", "too_far"),
    [
        ("$4 million", "$5 million", False),
        ("$4 million", "$17 million", True),
        ("$46 million", "$46 billion", False),  # a slip of scale
        ("$14 million", "$410 million", False),  # digits and scale mistaken
        ("less than $100", "$9,000", True),
    ],
)
def test_values_too_far_apart(a, b, too_far):
    assert values_far_apart(claim(a), claim(b)) is too_far
    assert values_far_apart(claim(b), claim(a)) is too_far


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [("$15", "$18", True), ("$13.2", "$13.9", False), ("$15", "$51", False), ("$15", "$15", False)],
)
def test_two_values_of_one_text(a, b, differ):
    assert values_differ(claim(a), claim(b)) is differ
