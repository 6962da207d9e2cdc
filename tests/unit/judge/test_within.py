"""Each check of one text against itself: texts that do not hold, with the code found, and texts that do."""

from datetime import date

import pytest

from reconcile import document, reconcile

CHECKS = {f"RC{n}" for n in (402, 403, 404, 405, 406, 407, 408, 409, 411, 412)}

FALSE = [
    ("RC402", "Sales rose 12 percent from $50 million to $60 million in 2031."),
    ("RC402", "Rents climbed by 50 percent, from $400 to $500."),
    ("RC403", "Output fell from 40 million tonnes to 50 million tonnes."),
    ("RC403", "Its staff grew from 900 people to 700 people."),
    ("RC404", "Unemployment fell 2 percent, from 6 percent to 4 percent."),
    ("RC405", "The blaze killed 12 people: 7 men and 4 women."),
    ("RC406", "Some 60 percent were for the plan and the remaining 30 percent against it."),
    ("RC407", "The meeting was held on Tuesday, March 5, 2014."),
    ("RC408", "Jane Marsh, 53, was born in 1950."),
    ("RC409", "She led the firm from 2012 to 2008."),
    ("RC409", "The painter Odo Brandt (1910-1862) lived in Halden."),
    ("RC411", "Four countries took part: Norland, Sudland and Ostland."),
    ("RC412", "Nokia was ranked fifth among the biggest phone makers behind Apple, Samsung and Huawei."),
]
TRUE = [
    "Sales rose 20 percent from $50 million to $60 million in 2031.",
    "Sales rose about 18 percent from $50 million to $60 million.",
    "Output rose from 40 million tonnes to 50 million tonnes.",
    "Output fell to 40 million tonnes from 50 million tonnes.",
    "Despite a fall in demand output went from 40 million tonnes to 50 million tonnes.",
    "Unemployment fell 2 percentage points, from 6 percent to 4 percent.",
    "The blaze killed 12 people: 8 men and 4 women.",
    "The blaze killed 12 people, including 3 men and 4 women.",
    "Some 60 percent were for the plan and the remaining 40 percent against it.",
    "Some 33.3 percent chose red, 33.3 percent green and the remaining 33.3 percent blue.",
    "The meeting was held on Wednesday, March 5, 2014.",
    "Jane Marsh, 53, was born in 1977.",
    "Jane Marsh, 53, who died last week, was born in 1950.",
    "She led the firm from 2008 to 2012.",
    "Membership went from 2000 to 1900 people.",
    "Three countries took part: Norland, Sudland and Ostland.",
    "Four countries took part, among them: Norland, Sudland and Ostland.",
    "Nokia was ranked fourth among the biggest phone makers behind Apple, Samsung and Huawei.",
]


def alarms(text):
    run = reconcile([document(text, id="a", published=date(2031, 5, 1))])
    return [f.code for f in run.findings if f.code in CHECKS]


@pytest.mark.parametrize(("code", "text"), FALSE)
def test_a_text_that_contradicts_itself(code, text):
    assert alarms(text) == [code]


@pytest.mark.parametrize("text", TRUE)
def test_a_text_that_holds(text):
    assert alarms(text) == []
