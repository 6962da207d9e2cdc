"""Lists in order."""

import pytest

LISTS = [
    (
        "Nokia and Apple sold 5 million and 3 million hats, respectively.",
        [("5 million", "nokia"), ("3 million", "apple")],
    ),
    (
        "Debts at Nokia and Apple were $5 million and $3 million, respectively.",
        [("$5 million", "nokia"), ("$3 million", "apple")],
    ),
    ("The fair drew 30 and 40 boys in Norway and Austria, respectively.", [("30", "no"), ("40", "at")]),
]


@pytest.mark.parametrize(("text", "pairs"), LISTS)
def test_each_value_is_of_its_own_name(claim, text, pairs):
    for quote, subject in pairs:
        assert claim(text, quote).subject.id == subject


def test_each_value_is_of_its_own_noun(claim):
    text = "Nokia opened one mine. In 2012 output and waste were 9 tonnes and 2 tonnes, respectively."
    assert "output" in claim(text, "9 tonnes").metric.label
    assert "waste" in claim(text, "2 tonnes").metric.label


@pytest.mark.parametrize(
    "text",
    [
        "Nokia and Apple sold 5 million and 3 million hats.",
        "Nokia, Apple and Xiaomi sold 5 million and 3 million hats, respectively.",
    ],
)
def test_lists_of_other_lengths_are_not_paired(claim, text):
    assert not any(s.rule == "bind.respectively" for s in claim(text, "3 million").trail)
