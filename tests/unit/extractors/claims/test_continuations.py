"""Values that leave out what they are of."""

import pytest


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("The herd of Nokia was 300 cows, down 12 percent.", "12 percent", "herd"),
        ("Nokia lost $5 million, or $2 a share.", "$2 a share", "lost"),
    ],
)
def test_a_value_is_of_what_the_one_before_was_of(claim, text, quote, words):
    found = claim(text, quote)
    assert set(words.split()) <= set(found.metric.label.split())
    assert found.subject is not None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Nokia's revenue was $5 million, against $4 million in 2012.", "$4 million"),
        ("Nokia's revenue rose to $5 million from $4 million.", "$4 million"),
    ],
)
def test_a_base_shares_subject_and_rule(claim, text, quote):
    found = claim(text, quote)
    assert (found.subject.id, found.metric.id) == ("nokia", "revenue")
