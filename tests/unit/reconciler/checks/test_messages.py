"""What a finding within one text says: its message, the reason, the likely slip and the words on each side."""

import pytest
from check_texts import findings_within

FOUND = [
    (
        "RC402",
        "Rents climbed by 50 percent, from $400 to $500.",
        "A change from “400” to “500” is given as “50 percent”.",
        "from 400 to 500 is 25 per cent",
        None,
        ["50 percent", "400", "500"],
    ),
    (
        "RC402",
        "Rents rose 25 percent to $400 from $300.",
        "A change from “$300” to “$400” is given as “25 percent”.",
        "from $300 to $400 is 33.3 per cent",
        "the change was taken of the value after it",
        ["25 percent", "$300", "$400"],
    ),
    (
        "RC402",
        "Rents rose by $60 to $450 from $400.",
        "A change from “$400” to “$450” is given as “$60”.",
        "from $400 to $450 is 50",
        None,
        ["$60", "$400", "$450"],
    ),
    (
        "RC403",
        "Output fell from 40 million tonnes to 50 million tonnes.",
        "“40 million tonnes” to “50 million tonnes” is called a move down.",
        "the words say down, the numbers go from 40 million tonnes to 50 million tonnes",
        "the two ends are swapped",
        ["40 million tonnes", "50 million tonnes"],
    ),
    (
        "RC404",
        "Unemployment fell 2 percent, from 6 percent to 4 percent.",
        "“2 percent” is the difference of “from 6 percent to 4 percent”.",
        "a difference of percentages is in points",
        "percent for percentage points",
        ["2 percent", "from 6 percent to 4 percent"],
    ),
    (
        "RC405",
        "The blaze killed 12 people: 7 men and 4 women.",
        "2 parts of “12” add up to 11, not 12.",
        "the parts make 11",
        None,
        ["12", "7", "4"],
    ),
    (
        "RC405",
        "The ship took on 900 tonnes of freight: 500 tonnes of grain and 300 tonnes of coal.",
        "2 parts of “900 tonnes” add up to 800 metric ton, not 900.",
        "the parts make 800 metric ton",
        None,
        ["900 tonnes", "500 tonnes", "300 tonnes"],
    ),
    (
        "RC406",
        "The library lent 310 of its 410 films, leaving 140 on the shelf.",
        "“310” of “410” leave 100, not “140”.",
        "100 remain",
        None,
        ["140", "310", "410"],
    ),
    (
        "RC406",
        "Some 60 percent were for the plan and the remaining 30 percent against it.",
        "“Some 60 percent” and “30 percent” are not a whole.",
        "the shares do not make 100 per cent",
        None,
        ["Some 60 percent", "30 percent"],
    ),
    (
        "RC407",
        "The meeting was held on Tuesday, March 5, 2014.",
        "“Tuesday, March 5, 2014” was a Wednesday.",
        "2014-03-05 falls on a Wednesday",
        "the weekday, the day or the year is wrong",
        ["Tuesday, March 5, 2014"],
    ),
    (
        "RC408",
        "Jane Marsh, 53, was born in 1950.",
        "The age “53” (53) does not fit the birth year 1950.",
        "born in 1950, published in 2031: 80 or 81",
        "the age, the year or the person is wrong",
        ["53"],
    ),
    (
        "RC409",
        "She led the firm from 2012 to 2008.",
        "“from 2012 to 2008” ends before it begins.",
        "2008 is before 2012",
        "the years are swapped",
        ["from 2012 to 2008"],
    ),
    (
        "RC410",
        "The painter Lena Fisk, who was born in 1961 and died in 1957, lived in Halden.",
        "Something born in 1961 is said to have died in 1957.",
        "1957 is before 1961",
        "one of the years is wrong",
        ["1961 and died in 1957"],
    ),
    (
        "RC411",
        "Four countries took part: Norland, Sudland and Ostland.",
        "“Four” announces 4, and 3 follow: Norland, Sudland, Ostland.",
        "the list has 3",
        "one is missing or counted twice",
        ["Four"],
    ),
    (
        "RC411",
        "Three shops: Marks and Penn, Boots and Bread, Corn and Salt and Bo.",
        "“Three” announces 3, and 7 follow: Marks, Penn, Boots, Bread, Corn, Salt, Bo.",
        "the list has 4 to 7",
        "one is missing or counted twice",
        ["Three"],
    ),
    (
        "RC412",
        "Dale is ranked fifth in phones behind Acme, Borex and Calder.",
        "Dale is placed “fifth”, but 3 are named ahead: Acme, Borex and Calder.",
        "3 named ahead make a rank of 4, not 5",
        "one is missing from the list, or “fifth” should be place 4",
        ["fifth", "Acme, Borex and Calder"],
    ),
    (
        "RC413",
        "The city bought 200 buses at $30,000 each, for a total of $9 million.",
        "200 at “$30,000” each make 6,000,000 USD, not “a total of $9 million”.",
        "the product is 6,000,000",
        None,
        ["a total of $9 million", "200", "$30,000"],
    ),
    (
        "RC414",
        "They scored 120 goals in 39 matches, an average of 4.",
        "“120” over “39” is an average of 3.08, not “an average of 4”.",
        "the average is 3.08",
        None,
        ["an average of 4", "120", "39"],
    ),
    (
        "RC415",
        "Thirteen killed in Kelby fire\n\nA fire in Kelby killed 12 people on Monday, police said.",
        "The headline has “Thirteen”, the text “12”.",
        "the text gives “12”, and nowhere the value of the headline",
        None,
        ["Thirteen", "12"],
    ),
    (
        "RC415",
        "Venn Line profit rises 25 pct\n\nNet profit rose to $44 million from $40 million.",
        "The headline has a change of “25 pct”, the text goes from “$40 million” to “$44 million”.",
        "from “$40 million” to “$44 million” is another change",
        None,
        ["25 pct", "$40 million", "$44 million"],
    ),
    (
        "RC415",
        "Venn Line profit falls on fuel costs\n\nNet profit rose to $44 million from $40 million.",
        "The headline says “Line profit falls”, the text goes from “$40 million” to “$44 million”.",
        "from “$40 million” to “$44 million” is the other way",
        "a word or an end is wrong",
        ["Line profit falls", "$40 million", "$44 million"],
    ),
    (
        "RC416",
        "Acme Steel chairman Odo Brandt opened the mill. Later Acme Steel chairman Lena Fisk spoke to workers.",
        "Odo Brandt and Lena Fisk are both called chairman of Acme Steel.",
        "the office has one holder at a time",
        None,
        ["chairman", "chairman"],
    ),
    (
        "RC417",
        "Odo Brandt won 58 percent of the vote, and Lena Fisk won 47 percent of the vote.",
        "“58 percent” and “47 percent” of one whole are 105 percent.",
        "together 105",
        None,
        ["58 percent", "47 percent"],
    ),
    (
        "RC418",
        "The wall is 40 feet (20 meters) high.",
        "“40 feet” is given as “20 meters” in brackets.",
        "“40 feet” is 0.0122 kilometer, “20 meters” is 0.02 kilometer",
        "one figure or one unit is wrong",
        ["40 feet", "20 meters"],
    ),
    (
        "RC419",
        "It will cut 1,900 posts, or 8 percent of its staff of 42,000.",
        "“1,900” of “42,000” is 4.5 per cent, not “8 percent”.",
        "the share is 4.5 per cent",
        None,
        ["8 percent", "1,900", "42,000"],
    ),
    (
        "RC420",
        "She led the museum for 12 years, from 2008 to 2016.",
        "From 2008 to 2016 are 8 years, not 12.",
        "2016 - 2008 = 8",
        "the length or one of the years is wrong",
        ["for 12 years, from 2008 to 2016"],
    ),
    (
        "RC401",
        "Dale Phones sold 14.6 billion handsets in 2014.",
        "“14.6 billion” is out of range for “units sold”.",
        "“units sold” is taken to lie between 1 and 10,000,000,000",
        "a scale word or a unit may be wrong",
        ["14.6 billion"],
    ),
]


@pytest.mark.parametrize(("code", "text", "message", "why", "slip", "sides"), FOUND)
def test_what_a_finding_says(code, text, message, why, slip, sides):
    (found,) = [f for f in findings_within(text) if f.code == code]
    assert (found.message, found.why, found.slip) == (message, why, slip)
    assert [side.quote for side in found.evidence] == sides
    assert found.trail[-1].note == why


@pytest.mark.parametrize(
    ("code", "keeps"),
    [
        ("RC401", ["keep-a", "tool-wrong"]),
        ("RC405", ["keep-a", "both-stand", "not-same", "tool-wrong"]),
        ("RC412", ["keep-a", "keep-b", "both-stand", "not-same", "tool-wrong"]),
    ],
)
def test_what_a_person_may_answer(code, keeps):
    text = next(row[1] for row in FOUND if row[0] == code)
    (found,) = [f for f in findings_within(text) if f.code == code]
    assert [option.key for option in found.options] == keeps
