"""Changes held against their two ends, in a sentence and in the headline."""

import pytest
from check_texts import codes_within

FALSE = [
    ("RC402", "Visitors rose 30 percent to 520,000 from 470,000 in 2030."),
    ("RC402", "The port handled 18.5 million tonnes, up 20% from 16.5 million tonnes in 2029."),
    ("RC402", "Gifts to the charity fell 20 percent to $2.1 million, compared with $2.3 million a year earlier."),
    ("RC402", "Tuition climbed from $4,100 to $4,900, an increase of 12.5%."),
    ("RC402", "The trust took $5.4 million, up from $4.5 million, a rise of 25 percent."),
    ("RC402", "Rents rose by $50 to $450 from $420."),
    ("RC402", "The pass rate rose by 5 percentage points to 71 percent, from 68 percent."),
    ("RC415", "Venn Line profit rises 25 pct\n\nNet profit rose to $44 million from $40 million."),
    ("RC403", "The number of appeals fell to 910, compared with 870 a year earlier."),
    ("RC403", "The museum drew 31,000 visitors, down from 27,000 in 2029."),
    ("RC415", "Venn Line profit falls on fuel costs\n\nNet profit rose to $44 million from $40 million."),
    ("RC402", "Turnover rose from 120 million crowns in 2016 to 300 million in 2026, an increase of 250 percent."),
    ("RC402", "The hall now shows 900 maps in 36 cases, a rise of 40 percent from 24 cases."),
    ("RC402", "The pass rate rose by 5.5 points to 71.4 percent, from 68.9 percent."),
    (
        "RC415",
        "Venn school attendance rate falls to 91.4 pct\n\nThe attendance rate rose to 91.4 percent from 88.9 percent.",
    ),
]
TRUE = [
    "Visitors rose 10.6 percent to 520,000 from 470,000 in 2030.",
    "The port handled 18.5 million tonnes, up 12% from 16.5 million tonnes in 2029.",
    "Net profit fell 3 percent to $10 million as sales rose to $50 million from $40 million.",
    "Net profit fell 3 percent, while sales rose to $50 million from $40 million.",
    "Sales rose 2 percent in constant currency, to $50 million from $40 million.",
    "Tuition climbed from $4,100 to $4,900, an increase of 19.5%.",
    "Tuition climbed from $4,100 to $4,900, against inflation of 3%.",
    "The trust took $5.4 million, up from $4.5 million, with 25 percent from legacies.",
    "Rents rose by $30 to $450 from $420.",
    "The pass rate rose by 3 percentage points to 71 percent, from 68 percent.",
    "Venn Line profit rises 10 pct\n\nNet profit rose to $44 million from $40 million.",
    "Venn Line profit rises 25 pct\n\nNet profit rose to $44 million from $40 million; in spring it rose 25 percent.",
    "Venn Line sales rise 25 pct\n\nNet profit rose to $44 million from $40 million.",
    "The number of appeals rose to 910, compared with 870 a year earlier.",
    "The museum drew 27,000 visitors, down from 31,000 in 2029.",
    "Venn Line sales fall on fuel costs\n\nNet profit rose to $44 million from $40 million.",
    "Sales were $50 million and profit was $9 million, compared with $40 million and $8 million.",
    "The fall in prices was less steep: visitors rose to 31,000, from 27,000.",
    "Venn Line shares fall as profit misses forecast\n\nNet profit rose to $44 million from $40 million.",
    "Venn Line shares fall 5 pct on profit\n\nNet profit rose to $44 million from $40 million.",
    "Venn Line profit rises despite fuel costs\n\nNet profit rose to $44 million from $40 million.",
    "Venn Line operating profit falls on fuel costs\n\nNet profit rose to $44 million from $40 million.",
    "Venn Line domestic sales fall\n\nSales rose to $44 million from $40 million.",
    "Turnover rose from 120 million crowns in 2016 to 300 million in 2026, an increase of 150 percent.",
]


@pytest.mark.parametrize(("code", "text"), FALSE)
def test_a_text_that_contradicts_itself(code, text):
    assert codes_within(text) == [code]


@pytest.mark.parametrize("text", TRUE)
def test_a_text_that_holds(text):
    assert codes_within(text) == []
