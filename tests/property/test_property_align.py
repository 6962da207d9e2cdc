"""Laws of alignment: the order of the texts does not matter, and likeness is a symmetric share."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import document, reconcile
from reconcile.reconciler.matching.contexts import dice_similarity
from reconcile.reconciler.verdicts.groups import pairs_to_judge

SENTENCES = (
    "Acme opened 12 shops in Kelby.",
    "In Kelby Acme has opened 12 shops.",
    "A fire in Norwick killed at least 3 people.",
    "Three people were killed by a fire in Norwick.",
    "The river rose by 40 percent.",
    "The bridge cost $2.4 million.",
    "The price of the bridge was $2.5 million.",
)
VALUES = ("12", "13", "about 12", "at least 10", "more than 14", "12.4", "40", "several")
profiles = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 1000), max_size=6)


@given(profiles, profiles)
def test_likeness_is_symmetric_and_a_share(a, b):
    total = sum(a.values()) + sum(b.values())
    assert dice_similarity(a, b, total) == dice_similarity(b, a, total)
    assert 0 <= dice_similarity(a, b, total) <= 1


@given(profiles.filter(bool))
def test_a_context_is_wholly_like_itself(a):
    assert dice_similarity(a, a, 2 * sum(a.values())) == 1


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_texts_does_not_matter(sentences, random):
    documents = [document(t, id=f"{i}.txt", published=date(2031, 5, 1)) for i, t in enumerate(sentences)]
    shuffled = list(documents)
    random.shuffle(shuffled)
    assert reconcile(documents).to_dict() == reconcile(shuffled).to_dict()


@settings(max_examples=10, deadline=None)
@given(st.integers(201, 400))
def test_a_crowd_of_equal_claims_is_judged_in_linear_many_pairs(number):
    claim = reconcile([document("The bridge cost $2.4 million.", id="a")]).claims[0]
    assert sum(1 for _ in pairs_to_judge((claim,) * number)) == number - 1


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(VALUES), st.sampled_from(VALUES))
def test_the_relation_of_two_texts_does_not_depend_on_which_comes_first(one, other):
    def found(a, b):
        """The relation of the two texts' claims, the ids of the texts swapped or not."""
        texts = {a: f"The dam at Orle holds {one} boats.", b: f"The dam at Orle holds {other} boats."}
        run = reconcile([document(text, id=name) for name, text in texts.items()])
        return sorted((str(p.relation), p.why) for g in run.groups for p in g.relations)

    assert found("a", "b") == found("b", "a")


@settings(max_examples=20, deadline=None)
@given(st.integers(20, 90), st.integers(1, 9))
def test_agreement_with_a_middle_value_does_not_make_the_outer_two_agree(number, tenth):
    values = (f"{number}.{tenth}", str(number + (tenth >= 5)), f"{number}.{(tenth + 1) % 10}")
    run = reconcile([document(f"The dam at Orle holds {v} tonnes of mud.", id=str(i)) for i, v in enumerate(values)])
    of = {c.id: c.quote for c in run.claims}
    outer = [
        p for g in run.groups for p in g.relations if {of[p.left], of[p.right]} == {f"{v} tonnes" for v in values[::2]}
    ]
    assert all(str(p.relation) != "agree" for p in outer)
