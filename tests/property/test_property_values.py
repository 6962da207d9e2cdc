"""Laws of the verdict algebra on values."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reconcile.model.finding import Relation
from reconcile.model.value import Interval, Value
from reconcile.reconciler.verdicts.values import common_point, relate_values

numbers = st.decimals(min_value=0, max_value=10**6, places=2)
ulps = st.sampled_from([Decimal("0.01"), Decimal("0.1"), Decimal(1), Decimal(10)])


@st.composite
def values(draw):
    low, high = sorted((draw(numbers), draw(numbers)))
    ulp = draw(ulps)
    shape = draw(st.sampled_from(["point", "range", "low", "high"]))
    if shape == "point" or low == high:
        return Value.exact(low, ulp)
    bounds = {"range": Interval(low, high), "low": Interval(low, None, low_open=True), "high": Interval(None, high)}
    return Value(bounds[shape], ulp, ulp)


@given(values(), values())
def test_relation_is_symmetric(a, b):
    assert relate_values(a, b).relation is relate_values(b, a).relation


@given(values())
def test_a_value_agrees_with_itself(a):
    assert relate_values(a, a).relation is Relation.AGREE


@given(values(), values())
def test_a_conflict_leaves_no_number_that_both_bounds_hold(a, b):
    if relate_values(a, b).relation is Relation.CONFLICT:
        assert not a.bounds.overlaps(b.bounds)


@given(numbers, numbers, st.permutations(["0.01", "0.1", "1"]))
def test_coarser_writing_never_makes_a_conflict_of_an_agreement(x, y, steps):
    fine, coarse = sorted(map(Decimal, steps[:2]))
    a = Value.exact(x, Decimal("0.001"))
    agreed = relate_values(a, Value.exact(y, fine)).relation is Relation.AGREE
    if agreed:
        assert relate_values(a, Value.exact(y, coarse)).relation is not Relation.CONFLICT


@given(st.lists(values(), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_a_common_point_does_not_depend_on_order(group, random):
    shuffled = list(group)
    random.shuffle(shuffled)
    assert common_point(tuple(group)) == common_point(tuple(shuffled))


@given(values(), values(), values())
def test_intersection_is_associative(a, b, c):
    def meet(x, y):
        return None if x is None or y is None else x.intersect(y)

    assert meet(meet(a.bounds, b.bounds), c.bounds) == meet(a.bounds, meet(b.bounds, c.bounds))
