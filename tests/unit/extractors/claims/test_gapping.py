"""Verbs said once for several subjects: "Tea brought in $4 million, coal $3 million and wool $2 million"."""

import pytest


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        ("Tea brought in $4 million, smoked fish $3 million and wool $2 million.", "$3 million", "smoked fish"),
        ("Tea brought in $4 million, smoked fish $3 million and wool $2 million.", "$2 million", "wool"),
        ("The Orle League won 40% of the vote, the Harbour Front 31% and the Greens 9%.", "31%", "Harbour Front"),
        ("The Greens won 15 seats, and the Farmers' Party 12.", "12", "Party"),
        # no subject of its own: one verb, two objects
        ("Marsh Foods paid $4 million in wages and $3 million in rent.", "$3 million", "Marsh Foods"),
        # a word that can be the verb is no subject
        ("Marsh Foods opened 12 shops and plans another 20.", "another 20", "Marsh Foods"),
        # another sort of value
        ("Marsh Foods hired 12 welders, with pay up 5 percent.", "5 percent", "Marsh Foods"),
    ],
)
def test_a_value_with_its_own_subject_shares_the_verb_before(claim, text, quote, subject):
    found = claim(text, quote)
    assert subject in found.subject.label
    shared = any(step.rule == "bind.gapping" for step in found.trail)
    assert shared == (subject != "Marsh Foods")


def test_the_rule_of_the_value_before_names_the_metric_too(claim):
    text = "The Orle League won 40% of the vote, the Harbour Front 31% and the Greens 9%."
    assert claim(text, "9%").metric.id == claim(text, "40%").metric.id == "vote-share"


def test_the_words_of_the_first_subject_are_not_shared(claim):
    found = claim("Exports grew 5 percent, imports 3 percent and investment 2 percent in May.", "3 percent")
    assert found.subject.label == "imports"
    assert "grow" in found.metric.label
    assert "Exports" not in found.metric.label
