"""A person's word goes before likeness when claims are put together."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reconcile.model.claim import Claim
from reconcile.model.decision import NO_CONSTRAINTS, Constraints
from reconcile.model.finding import Fact, FactKind
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.reconciler.matching.constraints import apply_constraints


def claim(name):
    return Claim(name, f"{name}.txt", Span(0, 1), "5", Span(0, 1), Kind.COUNT, "count.noun", ())


def fact(names, kind=FactKind.VALUE):
    return Fact(kind, f"{kind}:{names}", names, tuple(claim(name) for name in names))


def fact_numbers(facts):
    return ["".join(c.id for c in f.claims) for f in facts]


def pairs(*names):
    return frozenset(frozenset(name) for name in names)


def test_without_a_word_nothing_changes():
    facts = (fact("ab"), fact("c"))
    assert apply_constraints(facts, NO_CONSTRAINTS) is facts


def test_what_is_one_comes_together_and_only_it_is_compared():
    (made,) = apply_constraints((fact("ab"), fact("cd")), Constraints(must_link=(frozenset("bc"),)))
    assert fact_numbers([made]) == ["abcd"]
    assert made.must_link == pairs("bc")
    assert made.weak_links == pairs("ac", "ad", "bd")


def test_what_is_one_stays_with_facts_of_its_kind():
    facts = (fact("ab"), fact("bc", FactKind.EVENT))
    assert fact_numbers(apply_constraints(facts, Constraints(must_link=(frozenset("ac"),)))) == ["ab", "bc"]


def test_what_is_wholly_kept_separate_parts():
    made = apply_constraints((fact("abc"),), Constraints(cannot_link=pairs("ac", "bc")))
    assert fact_numbers(made) == ["ab", "c"]
    assert len({f.key for f in made}) == 2


def test_a_claim_that_nobody_spoke_of_keeps_both_sides_but_they_are_not_compared():
    (made,) = apply_constraints((fact("abc"),), Constraints(cannot_link=pairs("ac")))
    assert fact_numbers([made]) == ["abc"]
    assert made.cannot_link == pairs("ac")


names = "abcdefg"
some_pairs = st.sets(
    st.tuples(st.sampled_from(names), st.sampled_from(names)).filter(lambda p: p[0] != p[1]), max_size=8
)


@given(st.lists(st.sampled_from(names), unique=True, min_size=1), st.integers(1, 4), some_pairs)
def test_no_claim_is_lost_and_none_doubled(order, parts, constraints):
    facts = tuple(fact("".join(order[i::parts])) for i in range(parts) if order[i::parts])
    made = apply_constraints(facts, Constraints(cannot_link=frozenset(map(frozenset, constraints))))
    assert sorted("".join(fact_numbers(made))) == sorted(order)
    for one in made:
        members = {c.id for c in one.claims}
        for pair in map(frozenset, constraints):
            assert pair in one.cannot_link or not pair <= members


@given(some_pairs)
def test_all_that_is_one_ends_in_one_fact(constraints):
    facts = tuple(fact(name) for name in names)
    one = frozenset(n for pair in constraints for n in pair)
    made = apply_constraints(facts, Constraints(must_link=(one,) if one else ()))
    assert sum(bool(one & {c.id for c in f.claims}) for f in made) == (1 if one else 0)
    assert [replace(f, must_link=frozenset()) for f in made if not one & {c.id for c in f.claims}] == [
        f for f in facts if not one & {c.id for c in f.claims}
    ]
