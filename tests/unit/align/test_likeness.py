"""Which claims of two articles are put together, and which are told apart, without any rule for them."""

from datetime import date

import pytest

from reconcile import document, reconcile

FILLER = "The council of Halden met on the matter. Rain is expected in the valley, the office said."


def relations(*texts, published=date(2031, 5, 20)):
    """The relations between claims of different articles, as (quote, quote, relation)."""
    run = reconcile([document(f"{t} {FILLER}", id=f"{i}.txt", published=published) for i, t in enumerate(texts)])
    claims = {c.id: c for c in run.claims}
    return {
        (claims[r.left].quote, claims[r.right].quote, str(r.relation))
        for g in run.groups
        for r in g.relations
        if claims[r.left].source != claims[r.right].source
    }


@pytest.mark.parametrize(
    ("a", "b", "want"),
    [
        (
            "The ferry to Tarn island carried 212 passengers and a crew of 14.",
            "On board the ferry to Tarn island were 212 passengers.",
            ("212", "212", "agree"),
        ),
        (
            "The museum paid $4.2 million for the Brandt painting.",
            "The Brandt painting was bought by the museum for about $4.2 million.",
            ("$4.2 million", "about $4.2 million", "agree"),
        ),
        (
            "At least 31 sheep were stolen from a farm near Kelby.",
            "Thieves stole 31 sheep from the farm near Kelby.",
            ("At least 31", "31", "agree"),
        ),
        (
            "The quake in Tarn hurt 14 villagers.",
            "The earthquake in Tarn injured 14 people.",
            ("14", "14", "agree"),
        ),
    ],
)
def test_one_thing_in_other_words(a, b, want):
    assert want in relations(a, b)
    assert {(q, p, r) for p, q, r in relations(b, a)} >= {want}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # other day
        ("Shares of Acme closed at $14.10 on 3 May 2031.", "Shares of Acme closed at $14.90 on 4 May 2031."),
        # other rate
        ("Acme pays its drivers $19 an hour.", "Acme pays its drivers $190 a day."),
        # killed against injured
        ("The blast in Kelby killed 12 people.", "The blast in Kelby injured 12 people."),
        # the same number of another thing
        ("The bakery sold 400 loaves.", "The school in Norwick has 400 pupils."),
    ],
)
def test_alike_but_of_two_things(a, b):
    assert not {r for *_, r in relations(a, b)} & {"agree", "compatible", "conflict", "revised"}


def test_two_values_of_one_text_are_of_two_things():
    run = reconcile([document("The couple has two sons. The couple has three sons.", id="a", published=None)])
    assert "conflict" not in {str(r.relation) for g in run.groups for r in g.relations}
