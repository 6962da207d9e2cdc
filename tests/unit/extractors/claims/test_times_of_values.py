"""Which time of a sentence a value gets, and what period a time gives with its neighbours."""

from datetime import date

import pytest

from reconcile.extractors.claims.factuality import factuality
from reconcile.extractors.claims.temporal_attachment import nearest_time, period_with_neighbours

DAY = date(2031, 5, 14)


@pytest.mark.parametrize(
    ("text", "quote", "time"),
    [
        ("Nokia sold 40 boats in May 2030.", "40", "May 2030"),
        ("Nokia sold 40 boats; in May 2030 it closed.", "40", None),
        ("In May 2030 Nokia, which sold nothing before, sold 40 boats.", "40", None),
        ("It was the worst storm since 1987, when 96 people died.", "96", "1987"),
        ("12 men died when a mill burned down in May 2030.", "12", "May 2030"),
        ("Sales fell 5 percent from 2029.", "5 percent", None),
        ("Sales rose 5 percent from May to June.", "5 percent", "May"),
        ("Sales fell 3 percent on the previous year.", "3 percent", None),
        ("Sales were $5 million, compared with $4 million in 2029.", "$5 million", None),
        ("Sales were $5 million, compared with $4 million in 2029.", "$4 million", "2029"),
        ("Nokia sold 40 boats more than in 2029.", "40", None),
        ("Nokia sold 40 boats in 2026, 2029 and 2030.", "40", None),
        ("Nokia sold 40 boats between 2026 and 2029.", "40", "2026"),
        ("It opened in 2026 and has sold 40 boats.", "40", None),
        ("It opened in 2026, and has sold 40 boats since 2027.", "40", "2027"),
        ("Sales rose 5 percent, it said on Monday.", "5 percent", None),
        ("Sales rose 5 percent on Monday, it said.", "5 percent", "Monday"),
        ("Now, it will pay 5 percent.", "5 percent", None),
        ("Nokia sold 40 boats in 2029, and 30 in 2030.", "30", "2030"),
        ("Nokia sold 40 boats in 2029, and 30 in 2030.", "40", "2029"),
        (
            "In 2030 a mill of the town by the long shore near the hills of Orle and its woods sold 40 boats.",
            "40",
            "2030",
        ),
    ],
)
def test_a_value_gets_the_nearest_time_that_can_date_it(read, at, text, quote, time):
    parse = read(text, published=DAY)
    value = at(parse, quote)
    found = nearest_time(parse, value, factuality(parse, value.first, value.last)[0], None)
    assert (found and found.mention.quote) == time


def test_the_time_by_which_a_text_dates_itself_dates_no_value(read, at):
    parse = read("Nokia sold 40 boats in May 2030.", published=DAY)
    dateline = at(parse, "May 2030").mention
    stance = factuality(parse, at(parse, "40").first, at(parse, "40").last)[0]
    assert nearest_time(parse, at(parse, "40"), stance, dateline) is None


@pytest.mark.parametrize(
    ("text", "quote", "edtf"),
    [
        ("It ran from 2009 to 2011.", "2009", "2009/2011"),
        ("It ran from 2009 to 2011.", "2011", "2009/2011"),
        ("It ran between 2009 and 2011.", "2009", "2009/2011"),
        ("It ran from May until June 2018.", "June 2018", "2018-05/2018-06"),
        ("It ran in 2009 and 2011.", "2009", "2009"),
        ("It ran from 2009, to 2011.", "2009", "2009"),
        ("It ran through 2018.", "2018", "../2018"),
        ("It ran until 2018.", "2018", "../2018"),
        ("It rose to 2018.", "2018", "2018"),
    ],
)
def test_a_time_gives_a_period_with_its_neighbours(read, at, text, quote, edtf):
    parse = read(text, published=DAY)
    assert period_with_neighbours(parse, at(parse, quote)).edtf == edtf
