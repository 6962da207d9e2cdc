"""A list as a text gives it: what is one, what is none, and how many items it may have."""

from decimal import Decimal

import pytest
from check_texts import claim_of, codes_within

from reconcile.model.mention import Kind
from reconcile.reconciler.checks import lists


@pytest.mark.parametrize(
    ("text", "items", "least"),
    [
        ("Odal, Brask and Venn", 3, 3),
        ("Odal, Brask, and Venn", 3, 3),
        ("Odal, Brask and Venn.", 3, 3),
        ("Odal and Venn", 2, 2),
        ("Marks and Penn, Boots and Bread", 4, 3),
        ("Marks & Penn, Bolt, and Corn", 4, 3),
        ("the Isle of Wight, Rio de Janeiro and Ann Lee Bo Dahl", 3, 3),
        ("cost, time and risk", 3, 3),
        (", ".join("ABCDEFGHIJK") + ", and L", 12, 12),
    ],
)
def test_what_is_a_list(stages, text, items, least):
    found = lists.read(text, stages.pack.policy)
    assert found is not None
    assert (len(found.items), found.least) == (items, least)
    assert found.may_have(items)
    assert not found.may_have(items + 1)
    assert found.may_have(found.least)
    assert not found.may_have(found.least - 1)


@pytest.mark.parametrize(
    "text",
    [
        "Odal",
        "Odal, Brask and 3 more",
        "Odal: Brask and Venn",
        "Odal, Brask and others",
        "Acme, Inc. and Bolt",
        "cost and risk",
        "costs, time and risk",
        "people, time and risk",
        "Odal, brask and Venn",
        "Ann Lee Bo Dahl Per, Brask and Venn",
        "of Wight, Brask and Venn",
        "Isle of, Brask and Venn",
        "Odal x Wight, Brask and Venn",
        "cost2, time and risk",
        ", ".join("ABCDEFGHIJKL") + ", and M",
        # nothing says which item is the last
        "Odal, Brask, Venn",
    ],
)
def test_what_is_none(stages, text):
    assert lists.read(text, stages.pack.policy) is None


def test_common_words_are_no_list_of_names(stages):
    assert lists.read("cost, time and risk", stages.pack.policy, names_only=True) is None
    assert lists.read("Cost, Time and Risk", stages.pack.policy, names_only=True) is not None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two towns, Odal, Brask and Venn, lost power.", True),
        ("One town, Odal and Brask, lost power.", False),
        ("Some two towns, Odal, Brask and Venn, lost power.", False),
        ("In the two towns, Odal, Brask and Venn, lost power.", False),
        ("Two town, Odal, Brask and Venn, lost power.", False),
        ("Two towns, Odal, Brask and Venn, and more.", False),
        ("Two such towns: Odal, Brask and Venn.", False),
        ("Two towns: Odal, Brask and Venn.", True),
        ("Thirteen towns: Odal, Brask and Venn.", False),
        ("Twelve towns: Odal, Brask and Venn.", True),
        ("The two towns are Odal, Brask and Venn.", True),
        ("The one town are Odal and Brask and Venn.", False),
        ("The thirteen towns are Odal, Brask and Venn.", False),
        ("The 12 towns are Odal, Brask and Venn.", True),
        ("Those two towns are Odal, Brask and Venn.", False),
    ],
)
def test_where_a_list_stands(text, found):
    assert ("RC411" in codes_within(text)) is found


@pytest.mark.parametrize(
    ("place", "ahead", "wrong"),
    [
        (5, ("A", "B", "C"), True),
        (4, ("A", "B", "C"), False),
        (3, ("A", "B"), False),
        (5, ("A",), False),
        (1, (), False),
    ],
)
def test_a_rank_is_one_more_than_those_ahead(place, ahead, wrong):
    claim = claim_of("fifth", "fifth", place, Kind.RANK, ahead=ahead)
    assert lists.misplaced(claim) == (Decimal(place) if wrong else None)
