"""Headlines: where one ends, what it says moved, and what of the text below is of that."""

import pytest
from check_texts import codes_within

from reconcile.pipeline import document
from reconcile.reconciler.checks.headline import headline_end


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Acme grows\n\nIt grew.", 10),
        ("\n\nAcme grows\n\nIt grew.", 12),
        ("Acme grows.\n\nIt grew.", 0),
        ("Acme “grows”\n\nIt grew.", 0),
        ("Acme says:\n\nIt grew.", 0),
        ("Acme grows", 0),
        ("Acme grows\n", 0),
        ("", 0),
        ("x" * 160 + "\nIt grew.", 160),
        ("x" * 161 + "\nIt grew.", 0),
    ],
)
def test_where_a_headline_ends(text, end):
    assert headline_end(document(text)) == end


def test_a_known_title_is_a_headline_whatever_it_looks_like():
    assert headline_end(document("Acme grows.\n\nIt grew.", title="Acme grows. ")) == 11
    assert headline_end(document("Acme grows.\n\nIt grew.", title="Acme shrinks.")) == 0


BODY = "\n\nNet profit rose to $44 million from $40 million."


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("Venn profit rises 25 pct", True),
        ("Venn profit rises by 25 pct", True),
        ("Venn profit rises 10 pct", False),
        ("Venn profit falls", True),
        ("Venn profit rises", False),
        ("Venn profit falls as costs rise", False),
        ("Venn profit never falls", False),
        ("Falls in Venn profit", False),
        ("Profit at Venn Line falls", False),
        ("Venn profit now falls", True),
        ("Venn profit of late now falls", False),
        ("Venn operating profit falls", False),
        ("Venn profit rises to 25 pct", False),
    ],
)
def test_what_moves_stands_right_before_its_verb(headline, found):
    assert ("RC415" in codes_within(headline + BODY)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Net profit rose to $44 million from $40 million.", True),
        # the text gives the percentage, or another change that fits
        ("Net profit rose to $44 million from $40 million. It was 25 percent in May.", False),
        ("Net profit rose to $44 million from $40 million. Gross profit rose to $50 million from $40 million.", False),
        ("Net profit rose to 44 percent from 40 percent.", False),
        ("Sales rose to $44 million from $40 million.", False),
    ],
)
def test_a_percentage_is_of_some_change_in_the_text(text, found):
    assert ("RC415" in codes_within(f"Venn profit rises 25 pct\n\n{text}")) is found


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Thirteen killed in Kelby fire", "A fire in Kelby killed 12 people on Monday.", True),
        ("Thirteen killed in Kelby fire", "A fire in Kelby killed 13 people on Monday.", False),
        # the headline does not say when
        ("Thirteen killed in Kelby fire", "A fire in Kelby killed 12 people on 2 May 2020.", True),
        (
            "Thirteen killed in Kelby fire",
            "A fire in Kelby killed 12 people on Monday. A fire in Venn killed 13 people.",
            False,
        ),
        (
            "Thirteen killed in Kelby fire",
            "A fire in Kelby killed 12 people on Monday. A fire in Venn killed 6 people.",
            False,
        ),
        ("Thirteen killed in Kelby fire", "A fire in Kelby hurt 12 people on Monday.", False),
        ("More than eleven killed in Kelby fire", "A fire in Kelby killed 12 people on Monday.", False),
    ],
)
def test_a_figure_of_the_headline_stands_in_the_text(headline, body, found):
    assert ("RC415" in codes_within(f"{headline}\n\n{body}")) is found
