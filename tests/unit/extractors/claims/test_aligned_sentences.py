"""A sentence that several texts tell word for word binds its figures, whatever else they are read as."""

from datetime import date

import pytest

from reconcile import document, reconcile

PIER = "The crew repaired the long wooden pier in {} days."


def run(*texts, days=()):
    """A run over texts, published on days of May 2031 where given."""
    published = [date(2031, 5, day) for day in days] or [None] * len(texts)
    return reconcile(
        [document(t, id=str(i), published=d) for i, (t, d) in enumerate(zip(texts, published, strict=True))]
    )


def relations(*texts, days=()):
    """The relations across texts, each with the two quotes."""
    result = run(*texts, days=days)
    claims = {c.id: c for c in result.claims}
    return {
        (claims[p.left].quote, claims[p.right].quote, str(p.relation))
        for g in result.groups
        for p in g.relations
        if claims[p.left].source != claims[p.right].source
    }


@pytest.mark.parametrize(
    ("one", "other", "want"),
    [
        # a length of time that only sets the scene of its sentence
        (PIER.format(8), PIER.format(6), ("8 days", "6 days", "conflict")),
        # a count that points back
        (
            "The three divers searched the harbour until noon.",
            "The five divers searched the harbour until noon.",
            ("three", "five", "conflict"),
        ),
        # an ordinal of no list
        (
            "Lena Fisk crossed the strait for the third time.",
            "Lena Fisk crossed the strait for the 12th time.",
            ("third", "12th", "conflict"),
        ),
        # a bound admits, or leaves out, the figure it is told instead of
        (PIER.format("more than 5"), PIER.format(8), ("more than 5 days", "8 days", "compatible")),
        (PIER.format("more than 8"), PIER.format(8), ("more than 8 days", "8 days", "conflict")),
        # words and digits, "a" and "an", capitals and signs make no difference
        (
            "The dam needs a 10-metre wall, the board said in Kelby.",
            "The dam needs an 11-metre wall - the board said in Kelby.",
            ("10-metre", "11-metre", "conflict"),
        ),
    ],
)
def test_figures_of_one_wording_are_compared(one, other, want):
    assert want in relations(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another word
        (PIER.format(8), "The crew repaired the long stone pier in 6 days."),
        # too few words to know a sentence by
        ("The two dogs slept.", "The six dogs slept."),
        # a form: every figure is another
        (
            "The 4 carts left the old market with 9 crates on the 2 roads.",
            "The 6 carts left the old market with 5 crates on the 3 roads.",
        ),
        # the same words of another day
        ("The five divers searched the harbour on 3 May 2031.", "The six divers searched the harbour on 4 May 2031."),
    ],
)
def test_sentences_that_only_look_alike_bind_nothing(one, other):
    assert not any(claim.slot for claim in run(one, other).claims)


def test_one_form_filled_in_often_binds_nothing():
    texts = [PIER.format(n) for n in (4, 5, 6, 7)]
    assert not any(claim.slot for claim in run(*texts).claims)
    assert any(claim.slot for claim in run(*texts[:3]).claims)


def test_a_text_that_has_the_sentence_twice_uses_a_form():
    twice = f"{PIER.format(8)} {PIER.format(9)}"
    assert not any(claim.slot for claim in run(twice, PIER.format(6)).claims)


def test_equal_sentences_bind_no_more_than_each_alone():
    assert run(PIER.format(8), PIER.format(8)).claims == ()


def test_weeks_of_news_can_tell_of_two_repairs():
    assert relations(PIER.format(8), PIER.format(6), days=(1, 28)) == {("8 days", "6 days", "undecided")}


def test_what_came_to_be_claimed_is_covered():
    result = run(PIER.format(8), PIER.format(6))
    assert [(c.claimed, c.skipped, c.unread) for c in result.coverage] == [(1, (), ()), (1, (), ())]


def test_the_order_of_the_texts_does_not_matter():
    texts = [document(PIER.format(n), id=str(n)) for n in (8, 6)]
    assert reconcile(texts).to_dict() == reconcile(texts[::-1]).to_dict()
