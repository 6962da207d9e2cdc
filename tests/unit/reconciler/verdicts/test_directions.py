"""Changes that went opposite ways, times of which nothing is known, and the two ends of one thing."""

import pytest

from reconcile import document, reconcile


def relations(one, other):
    """All relations across two undated texts."""
    run = reconcile([document(one, id="a"), document(other, id="b")])
    source = {c.id: c.source for c in run.claims}
    return {(str(p.relation), p.why) for g in run.groups for p in g.relations if source[p.left] != source[p.right]}


def kinds(one, other):
    return {relation for relation, _ in relations(one, other)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Exports of Orle Wool rose 14 percent.", "Exports of Orle Wool fell 14 percent."),
        ("Orle Wool shares were up 3 percent.", "Orle Wool shares were down 3 percent."),
        (
            "The vacancy rate in Kelby rose by 2 percentage points.",
            "The vacancy rate in Kelby fell by 2 percentage points.",
        ),
    ],
)
def test_what_rose_did_not_fall_by_as_much(one, other):
    assert ("conflict", "one says that it went up, the other that it went down") in relations(one, other)
    assert kinds(one, one) == {"agree"}


def test_two_words_for_one_way_agree():
    assert kinds("Exports of Orle Wool rose 14 percent.", "Exports of Orle Wool climbed 14 percent.") == {"agree"}


def test_the_finding_says_why_equal_figures_clash():
    texts = ("Exports of Orle Wool rose 14 percent.", "Exports of Orle Wool fell 14 percent.")
    (finding,) = reconcile([document(t, id=str(i)) for i, t in enumerate(texts)]).findings
    assert finding.message.endswith(
        "“14 percent” each time, but one says that it went up, the other that it went down."
    )


def test_times_of_which_nothing_is_known_agree_by_their_words_alone():
    sank = "The ferry Marta sank {} near Orle."
    assert kinds(sank.format("six years ago"), sank.format("two years ago")) == {"undecided"}
    assert kinds(sank.format("six years ago"), sank.format("six years ago")) == {"agree"}
