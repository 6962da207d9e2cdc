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
        # a mean against one year's figure
        ("The orchard sold over 40 tonnes of pears in 2030.", "The orchard sold an average of 44 tonnes of pears."),
        # the same number of another thing
        ("The bakery sold 400 loaves.", "The school in Norwick has 400 pupils."),
    ],
)
def test_alike_but_of_two_things(a, b):
    assert not {r for *_, r in relations(a, b)} & {"agree", "compatible", "conflict", "revised"}


def test_two_values_of_one_text_are_of_two_things():
    run = reconcile([document("The couple has two sons. The couple has three sons.", id="a", published=None)])
    assert "conflict" not in {str(r.relation) for g in run.groups for r in g.relations}


def test_of_several_matches_the_one_with_the_same_value_is_taken():
    a = "The harbour of Tarn got $3.4 million for its pier and $5.1 million for its cranes."
    b = "For cranes and a pier the harbour of Tarn was given $5.1 million and $3.4 million."
    found = {(p, q) for p, q, r in relations(a, b) if r == "agree"}
    assert found == {("$3.4 million", "$3.4 million"), ("$5.1 million", "$5.1 million")}


def test_a_value_several_times_as_large_is_no_report_of_the_same():
    assert not relations(
        "The choir of Kelby sang 30 songs on Monday.", "In Kelby a choir and its friends sang 900 songs by mail."
    )


def test_a_slip_of_scale_is_still_held_side_by_side():
    a = "Orle Dairy reported a net profit of $46 million."
    assert ("$46 million", "$46 billion", "conflict") in relations(a, a.replace("million", "billion"))


def test_a_stated_time_and_the_week_of_publication_do_not_part_two_claims():
    a = "From 2024 through 2029 the Harmon family gave $2,315,400 to the library of Kelby."
    b = "The Harmon family gave $2,315,400 to the library of Kelby."
    assert ("$2,315,400", "$2,315,400", "agree") in relations(a, b)


def test_two_stages_that_one_text_separates_are_not_mixed():
    a = "Acme offered $15 per share first. Acme later offered $18 per share."
    b = "Acme offered $18 per share."
    found = relations(a, b)
    assert ("$18 per share", "$18 per share", "agree") in found
    assert not {r for *_, r in found} & {"conflict", "revised"}


def test_a_group_is_named_by_its_clearest_claim():
    texts = ("Nine were hurt when a tram hit a van in Kelby.", "A tram crash in Kelby injured 9 people.")
    run = reconcile([document(t, id=str(i)) for i, t in enumerate(texts)])
    about = {g.about for g in run.groups if len(g.claims) == 2 and str(g.verdict) == "agree"}
    assert any("injured" in words for words in about)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mill of Kelby sold 20 sacks of flour.", "The mill of Orle sold 30 sacks of flour."),
        ("In Kelby, 20 barns burned in the fire.", "In Orle, 30 barns burned in the fire."),
    ],
)
def test_the_same_words_of_another_name_are_no_conflict(a, b):
    assert not {r for *_, r in relations(a, b)} & {"conflict", "revised"}
