"""Totals held against the parts announced with them."""

import pytest
from check_texts import codes_within

FALSE = [
    ("RC405", "The trust gave away £40 million: £25 million to schools and £10 million to clinics."),
    (
        "RC405",
        "It spent $90 million this year: $40 million on paintings, $30 million on staff and $10 million on the roof.",
    ),
    ("RC405", "The number of wounded rose to nine: five sailors and three dockers."),
    ("RC405", "Seven people were hurt: two nurses, a driver and three children."),
    ("RC405", "She scored 12 goals, 7 at home and 6 away."),
    ("RC405", "The court heard 30 witnesses (18 for the state and 9 for the defence)."),
    ("RC405", "The 60 exhibits - 31 paintings, 12 drawings and 7 masks - will go on show in May."),
    ("RC405", "The ship took on 900 tonnes of freight: 500 tonnes of grain and 300 tonnes of coal."),
    ("RC405", "The council will hire 340 nurses, 200 for the schools and 160 for the clinics."),
]
TRUE = [
    "The trust gave away £40 million: £25 million to schools and £15 million to clinics.",
    "The trust gave away £40 million, including £25 million to schools and £10 million to clinics.",
    "Seven people were hurt: two nurses, a driver and four children.",
    "Seven people were hurt: two nurses, the driver and three children.",
    "The trust gave away £40.2 million: £25.1 million to schools and £15.0 million to clinics.",
    "The number of wounded rose to nine: five sailors and four dockers.",
    "She scored 12 goals, 5 at home and 6 in cup games.",
    "She scored 12 goals, 5 of them at home and 2 from the spot.",
    "The hotel has 40 rooms, 3 restaurants and 2 pools.",
    "Twelve pupils were absent: 7 boys, 3 of them ill, and 5 girls.",
    "Twelve pupils failed: 7 boys in Kelby and girls in Venn, and 4 elsewhere.",
    "Four schools: 12 classes and 300 pupils each.",
    "They sold 1,500 tickets: 800 to adults and 720 to children.",
    "The Reds won 3 games: 2-1, 4-0 and 1-0.",
    "Two people were hurt: a man of 45 and a woman of 38.",
    "The paper has 12 pages: the first 4 in colour and the last 2 in black.",
    "The firm has 300 staff: 200 work in Kelby, and last year it hired 40.",
    "The council will hire 360 nurses, 200 for the schools and 160 for the clinics.",
]


@pytest.mark.parametrize(("code", "text"), FALSE)
def test_a_text_that_contradicts_itself(code, text):
    assert codes_within(text) == [code]


@pytest.mark.parametrize("text", TRUE)
def test_a_text_that_holds(text):
    assert codes_within(text) == []
