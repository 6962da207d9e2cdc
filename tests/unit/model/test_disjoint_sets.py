"""Sets that only ever join: each is known by its smallest member."""

from reconcile.model.disjoint_sets import DisjointSets


def test_a_set_is_known_by_its_smallest_member():
    sets = DisjointSets(6)
    assert [sets.find(i) for i in range(6)] == list(range(6))
    assert sets.join(4, 3) == 3
    assert sets.join(4, 1) == 1
    assert sets.join(5, 5) == 5
    assert sets.join(3, 1) == 1
    assert [sets.find(i) for i in range(6)] == [0, 1, 2, 1, 1, 5]
