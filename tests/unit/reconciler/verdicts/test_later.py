"""Two values that differ, and the days their texts were published."""

from datetime import date

import pytest

from reconcile import document, reconcile

DAY = date(2031, 5, 20)


def relation(one, other, days, relations=("conflict", "revised", "undecided")):
    """The relation between two texts published some days apart."""
    docs = [document(one, id="a", published=DAY), document(other, id="b", published=DAY.replace(day=20 + days))]
    run = reconcile(docs)
    found = {str(p.relation) for g in run.groups for p in g.relations}
    return found & set(relations)


@pytest.mark.parametrize(
    ("one", "other", "days", "want"),
    [
        # a toll told later and larger
        ("The flood in Orle killed 12 people.", "The flood in Orle killed 15 people.", 1, {"revised"}),
        # told on one day it is a conflict, and a count that shrinks is one too
        ("The flood in Orle killed 12 people.", "The flood in Orle killed 15 people.", 0, {"conflict"}),
        ("The flood in Orle killed 15 people.", "The flood in Orle killed 12 people.", 1, {"conflict"}),
        # the price of one sale does not grow
        ("A rival bought the old mill for $4 million.", "A rival bought the old mill for $5 million.", 2, {"conflict"}),
    ],
)
def test_what_was_published_later(one, other, days, want):
    assert relation(one, other, days) == want


@pytest.mark.parametrize(("days", "want"), [(0, {"conflict"}), (3, {"conflict"}), (9, {"revised"})])
def test_an_office_can_change_hands_between_two_articles(days, want):
    assert relation("Anna Holm, mayor of Kelby, spoke.", "Peter Rask, mayor of Kelby, spoke.", days) == want


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Benjamin Orr, mayor of Kelby, spoke.", "Ben Orr, mayor of Kelby, spoke."),
        ("Anna Maria Holm, mayor of Kelby, spoke.", "Maria Holm, mayor of Kelby, spoke."),
        # an office that several hold
        ("Anna Holm, a spokeswoman for Orle Dairy, spoke.", "Peter Rask, a spokesman for Orle Dairy, spoke."),
    ],
)
def test_these_are_no_two_holders_of_one_office(one, other):
    assert not relation(one, other, 0)
