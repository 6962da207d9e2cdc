"""Words beside one value alone that speak for two things."""

import pytest

from reconcile import extract
from reconcile.reconciler.verdicts.downgrade_reasons import marked_difference, one_is_a_mean


def claims(*texts):
    return tuple(extract(text)[0] for text in texts)


@pytest.mark.parametrize(
    ("one", "other", "stated"),
    [
        ("The raid left 3 other guards hurt.", "The raid left 4 guards hurt.", "other"),
        ("The patrol seized a total of 31 boats.", "The patrol seized 12 boats.", "total"),
        ("The farm paid an average of $900.", "The farm paid $700.", "average"),
        ("Acme had a $5 million increase in sales.", "Acme had $9 million in sales.", "change"),
    ],
)
def test_a_word_next_to_one_value_alone(pack, one, other, stated):
    a, b = claims(one, other)
    assert stated in (marked_difference(a, b, pack.policy) or "")
    assert marked_difference(a, b, pack.policy) == marked_difference(b, a, pack.policy)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The patrol seized 31 boats.", "The patrol seized 12 boats."),
        ("The patrol seized a total of 31 boats.", "The patrol seized a total of 12 boats."),
        ("Sales rose by 5 percent.", "Sales were up 6 percent."),
    ],
)
def test_no_such_word_or_one_next_to_both(pack, one, other):
    a, b = claims(one, other)
    assert marked_difference(a, b, pack.policy) is None


def test_an_average_is_compared_with_an_average_only(pack):
    a, b, c = claims("It paid an average of $900.", "It paid more than $700.", "It paid $880 on average.")
    assert one_is_a_mean(a, b, pack.policy) is not None
    assert one_is_a_mean(a, c, pack.policy) is None
