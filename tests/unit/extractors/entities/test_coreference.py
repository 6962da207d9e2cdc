"""Pronouns and descriptions."""

import pytest


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        # who acts is meant before who is acted on
        ("Nokia sued Apple before it sold 40 mills.", "40", "nokia"),
        # a place that acts is a party
        ("Orle told the council of its 40 mills.", "40", "orle"),
        ("Norway met Apple, and it sold 40 mills.", "40", "no"),
        # two spoken of together
        ("Ann and Tom Marsh moved to Orle. They sold 40 mills.", "40", "ann and tom marsh"),
        (
            "Ann and Tom Marsh moved to Orle. Neighbours liked that. The couple sold 40 mills.",
            "40",
            "ann and tom marsh",
        ),
        # the one party of headline and lead that is a company
        ("Nokia opened a plant in Orle. The company hired 300 welders.", "300", "nokia"),
    ],
)
def test_who_is_meant(claim, text, quote, subject):
    assert claim(text, quote).subject.id == subject


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Apple and Nokia met. The company hired 300 welders.", "300"),
        ("Apple grew. Nokia grew. Xiaomi grew. The company hired 300 welders.", "300"),
    ],
)
def test_nobody_is_meant_where_several_stand(claim, text, quote):
    assert claim(text, quote).subject.id not in ("apple", "nokia", "xiaomi")


def test_a_party_is_called_as_the_text_mostly_does(claim):
    text = "The United Kingdom grew. Britain rose. Britain sold 40 mills."
    assert claim(text, "40").subject.label == "Britain"


def test_a_share_is_of_the_people_named_before_it_in_its_sentence(claim):
    text = "Farmers were asked. Few pupils liked the plan, and nearly half said it cost too much."
    assert claim(text, "nearly half").subject.label == "pupils"
