"""Each check of one text against itself: texts that do not hold, with the code found, and texts that do."""

from datetime import date

import pytest

from reconcile import document, reconcile

CHECKS = {f"RC{n}" for n in (402, 403, 404, 405, 406, 407, 408, 409, *range(410, 419))}

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
    ("RC410", "The painter Lena Fisk, who was born in 1961 and died in 1957, lived in Halden."),
    ("RC410", "Strikes that began in March 2019 ended in 2017."),
    ("RC413", "The city bought 200 buses at $30,000 each, for a total of $9 million."),
    ("RC414", "They scored 120 goals in 40 matches, an average of 4."),
    ("RC415", "Thirteen killed in Kelby fire\n\nA fire in Kelby killed 12 people on Monday, police said."),
    ("RC416", "Acme Steel chairman Odo Brandt opened the mill. Later Acme Steel chairman Lena Fisk spoke to workers."),
    ("RC417", "Odo Brandt won 58 percent of the vote, and Lena Fisk won 47 percent of the vote."),
    ("RC418", "The wall is 40 feet (20 meters) long."),
    ("RC418", "The town lies 30 miles (19 kilometers) from the coast."),
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
    "The painter Lena Fisk, who was born in 1957 and died in 2001, lived in Halden.",
    "Lena Fisk was born in 1961, and her father Odo died in 1958.",
    "The city bought 200 buses at $30,000 each, for a total of $6 million.",
    "The city bought 200 buses at about $30,000 each, for a total of $6.4 million.",
    "The city bought 200 buses at $30,000 each and trams for a total of $9 million in two years.",
    "They scored 120 goals in 40 matches, an average of 3.",
    "They scored 100 goals in 30 matches, an average of 3.3.",
    "Ten killed in Kelby fire\n\nA fire in Kelby killed ten people on Monday, police said.",
    "Dozens killed in Kelby fire\n\nA fire in Kelby killed 34 people on Monday, police said.",
    "Nine killed in Kelby fire\n\nA fire in Kelby killed nine people. Last year a fire in Halden killed ten people.",
    "Acme Steel chairman Odo Brandt resigned. Acme Steel chairman Lena Fisk spoke to workers.",
    "Acme Steel chairman Odo Brandt opened the mill. Later Acme Steel chairman Brandt spoke to workers.",
    "Odo Brandt won 53 percent of the vote, and Lena Fisk won 47 percent of the vote.",
    "The wall is 40 feet (12 meters) long.",
    "The town lies 30 miles (50 kilometers) from the coast.",
    "The wall is 40 feet long (20 meters of it are new).",
    "Nokia was ranked fourth among the biggest phone makers behind Apple, Samsung and Huawei.",
]


def test_one_person_spelt_two_ways_in_one_text():
    text = "Acme Steel chairman Odo Brandt opened the mill. Acme Steel chairman Odo Brant spoke to workers."
    run = reconcile([document(text, id="a")])
    assert [f.code for f in run.findings] == ["RC203"]


def codes_within(text):
    run = reconcile([document(text, id="a", published=date(2031, 5, 1))])
    return [f.code for f in run.findings if f.code in CHECKS]


@pytest.mark.parametrize(("code", "text"), FALSE)
def test_a_text_that_contradicts_itself(code, text):
    assert codes_within(text) == [code]


@pytest.mark.parametrize("text", TRUE)
def test_a_text_that_holds(text):
    assert codes_within(text) == []
