"""Values that leave out what they are of."""

import pytest


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        (
            "Nokia had 5,030 welders in May, up almost 26 percent from a year earlier.",
            "almost 26 percent",
            "welders increase",
        ),
        ("The herd of Nokia was 300 cows, down 12 percent.", "12 percent", "herd"),
        ("Nokia lost $5 million, or $2 a share.", "$2 a share", "lost"),
        ("Nokia took 30 percent of hats sold, while Apple took another 20 percent.", "another 20 percent", "hats"),
    ],
)
def test_a_value_is_of_what_the_one_before_was_of(claim, text, quote, words):
    found = claim(text, quote)
    assert set(words.split()) <= set(found.metric.label.split())
    assert found.subject is not None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Nokia's revenue was $5 million, compared with $4 million a year earlier.", "$4 million"),
        ("Nokia's revenue was $5 million, against $4 million in 2012.", "$4 million"),
        ("Nokia's revenue rose to $5 million from $4 million.", "$4 million"),
    ],
)
def test_a_base_shares_subject_and_rule(claim, text, quote):
    found = claim(text, quote)
    assert (found.subject.id, found.metric.id) == ("nokia", "revenue")


def test_a_base_of_another_party_is_its_own(claim):
    found = claim("Nokia's revenue was $5 million, compared with $4 million at Apple.", "$4 million")
    assert (found.subject.id, found.metric.id) == ("apple", "revenue")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Nokia paid $5 million. It took $4 million from Apple.", "$4 million"),
        ("Nokia paid $5 million, and Apple raised 40 percent.", "40 percent"),
    ],
)
def test_another_clause_starts_anew(claim, text, quote):
    assert not any(s.rule.startswith("bind.continued") for s in claim(text, quote).trail)


def test_it_may_be_the_measure_reported_last(claim):
    found = claim("The unemployment rate in Norway was 5.2 percent in May. Now it is 4.1 percent.", "4.1 percent")
    assert (found.subject.id, found.metric.id) == ("no", "unemployment-rate")
    other = claim("The toll in Norway was 5.2 percent in May. It is $9.", "$9")
    assert not any(s.rule == "bind.continued-pronoun" for s in other.trail)
