"""How much something moved is no level of it: "a $5 million increase in revenue"."""

import pytest


@pytest.mark.parametrize(
    ("text", "quote", "subject", "label"),
    [
        ("Marsh Foods reported a 9 percent drop in revenue.", "9 percent", "Marsh Foods", "drop in revenue"),
        ("Marsh Foods made a 78 percent rise in its profits.", "78 percent", "Marsh Foods", "rise in its profits"),
        (
            "Sales at Marsh Foods rose from $3 million to $4 million, an increase of 33%.",
            "33%",
            "Marsh Foods",
            "increase",
        ),
        ("The number of jobless in Orle rose by 12,000 to 340,000.", "12,000", "Orle", "number rise"),
        ("The population of Orle grew by 60,000 to 5.6 million.", "60,000", "Orle", "population grow"),
        ("Gold fell $12 to $1,900 an ounce.", "$12", "Gold", "fall"),
    ],
)
def test_the_size_of_a_change_is_no_level(claim, text, quote, subject, label):
    found = claim(text, quote)
    assert found.metric.id == "open"
    assert subject in found.subject.label
    assert label in found.metric.label


def test_a_level_stays_one(claim):
    assert claim("Marsh Foods reported revenue of $50 million.", "$50 million").metric.id == "revenue"
    assert "rise" not in claim("The number of jobless in Orle rose by 12,000 to 340,000.", "340,000").metric.label
    assert claim("The population of Orle grew by 60,000 to 5.6 million.", "5.6 million").metric.id == "population"
    assert claim("The population of Orle was 60,000.", "60,000").metric.id == "population"
