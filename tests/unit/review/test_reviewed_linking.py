"""One thing or two: remembered, carried through, and followed when claims are put together."""

from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from review_builder import COURIER, DAY, HERALD, codes, run, sit

from reconcile.model.decision import Decision, Judgement
from reconcile.model.finding import Relation
from reconcile.review.deciding import Located, basis
from reconcile.review.ledger import write
from reconcile.review.reviewed import contradictions, decision_constraints, questions
from reconcile.review.session import ReviewSession


class Thing:
    """As much of a claim as tying needs."""

    def __init__(self, name):
        self.id = name
        self.kind = None


class Side:
    def __init__(self, number):
        self.side = number


def decided(verdict, *names):
    decision = Decision(
        "f", "RC101", verdict, "why", "ada", DAY, claims=tuple(Side(n) for n in range(1, len(names) + 1))
    )
    return Located(decision, tuple(Thing(name) for name in names), ())


def test_a_is_b_and_b_is_not_c_makes_a_not_c():
    made = decision_constraints([decided(Judgement.SAME, "a", "b"), decided(Judgement.NOT_SAME, "b", "c")])
    assert made.must_link == (frozenset("ab"),)
    assert made.cannot_link == {frozenset("ac"), frozenset("bc")}


def test_it_is_carried_through_chains_on_both_sides_in_any_order():
    words = [
        decided(Judgement.SAME, "a", "b"),
        decided(Judgement.SAME, "b", "c"),
        decided(Judgement.KEEP, "x", "y"),
        decided(Judgement.NOT_SAME, "c", "y"),
    ]
    for order in permutations(words):
        made = decision_constraints(order)
        assert made.must_link == (frozenset("abc"), frozenset("xy"))
        assert made.cannot_link == {frozenset((a, b)) for a in "abc" for b in "xy"}


def test_misread_and_both_stand_tie_nothing():
    assert not decision_constraints([decided(Judgement.TOOL_WRONG, "a", "b"), decided(Judgement.BOTH_STAND, "a", "b")])


def test_what_was_kept_within_one_text_ties_nothing():
    kept = decided(Judgement.KEEP, "a", "b")
    within = replace(kept, decision=replace(kept.decision, claims=(Side(0), Side(0))))
    assert decision_constraints([kept])
    assert not decision_constraints([within])


def test_what_contradicts_itself_is_named_and_not_followed():
    words = [
        decided(Judgement.SAME, "a", "b"),
        decided(Judgement.SAME, "b", "c"),
        decided(Judgement.NOT_SAME, "a", "c"),
    ]
    assert list(contradictions(words)) == [words[2]]
    assert not decision_constraints(words)


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=12))
def test_being_one_is_an_equivalence(pairs):
    made = decision_constraints(decided(Judgement.SAME, a, b) for a, b in pairs)
    assert decision_constraints(decided(Judgement.SAME, b, a) for a, b in reversed(pairs)) == made
    for a, b in pairs:
        assert a == b or any({a, b} <= one for one in made.must_link)
    members = [name for one in made.must_link for name in one]
    assert len(members) == len(set(members))
    assert [min(one) for one in made.must_link] == sorted(min(one) for one in made.must_link)


def test_not_the_same_thing_is_remembered_and_parts_the_claims(stages, tmp_path):
    texts = {"herald": HERALD, "courier": COURIER}
    session = sit(stages, tmp_path, **texts)
    session.decide(session.findings[0].fingerprint, "not-same", "two places called Dale")
    after = run(stages, tmp_path, **texts)
    assert codes(after) == []
    assert [str(review.state) for review in after.reviews] == ["applied"]


def test_kept_separate_from_one_of_two_that_agree_all_are_kept_separate_with_both(stages, tmp_path):
    texts = {"herald": HERALD, "courier": COURIER, "post": HERALD}
    session = sit(stages, tmp_path, **texts)
    session.decide(session.findings[0].fingerprint, "not-same", "two places called Dale")
    after = run(stages, tmp_path, **texts)
    assert codes(after) == []
    by_id = {claim.id: claim.source for claim in after.claims}
    members = [{by_id[c] for c in g.claims} for g in after.groups if "killed" in g.about and "day" not in g.about]
    assert {"herald.txt", "post.txt"} in members
    assert {"courier.txt"} in members


def test_the_same_thing_sets_side_by_side_what_nothing_else_puts_together(stages, tmp_path):
    texts = {
        "herald": "A flood in Marlow cut off power to 40 homes.",
        "courier": "In Marlow 900 homes lost power after a flood, officials said.",
    }
    first = run(stages, tmp_path, **texts)
    assert codes(first) == []
    by_id = {document.id: document for document in first.documents}
    sides = tuple(basis(c, by_id[c.source], n) for n, c in enumerate(first.claims, 1) if c.quote in ("40", "900"))
    assert len(sides) == 2
    write(tmp_path, Decision("asked", "same", Judgement.SAME, "one flood", "ada", DAY, claims=sides))
    after = run(stages, tmp_path, **texts)
    assert [str(review.state) for review in after.reviews] == ["applied"]
    assert codes(after) == ["RC101"]


def test_what_is_undecided_between_sources_is_asked_until_it_is_answered(stages, tmp_path):
    texts = {"herald": HERALD, "courier": COURIER}
    found = run(stages, tmp_path, **texts)
    assert questions(found) == ()
    doubtful = [
        replace(
            group,
            verdict=Relation.UNDECIDED,
            relations=tuple(replace(pair, relation=Relation.UNDECIDED) for pair in group.relations),
        )
        if group.verdict is Relation.CONFLICT
        else group
        for group in found.groups
    ]
    asking = replace(found, groups=tuple(doubtful), findings=())
    (question,) = questions(asking)
    assert [option.key for option in question.options] == ["same", "not-same"]
    session = ReviewSession(asking, stages.pack, tmp_path, "ada", DAY, (question,))
    decision = session.decide(question.fingerprint, "not-same", "two places called Dale")
    assert len({side.side for side in decision.claims}) == 2
    after = run(stages, tmp_path, **texts)
    assert codes(after) == []
    assert questions(replace(asking, reviews=after.reviews)) == ()
