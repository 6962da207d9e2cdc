"""Whom pronouns, demonstratives and descriptions stand for, by where they stand and what was told before."""

import pytest


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        # who acts, past a relative clause
        ("Borex Ltd, which owns docks, sold its 300 barges.", "300", "Borex Ltd"),
        # who acted in the sentence before, though it only spoke
        ("Voltara said the line was down. Its shares fell 4 percent.", "4 percent", "Voltara"),
        # an event, before any party
        ("A wildfire broke out near Orle. It is 15% contained.", "15%", "wildfire"),
        # a person by a trade, by an age alone, and by a pronoun that goes on
        (
            "Rovers signed striker Sam Orr from Vale United. The 24-year-old earns $5,000 a week.",
            "24-year-old",
            "Sam Orr",
        ),
        ("Rovers signed striker Sam Orr from Vale United. He scored 27 goals.", "27", "Sam Orr"),
        (
            "Rovers signed striker Sam Orr from Vale United. The 24-year-old is glad. He scored 27 goals.",
            "27",
            "Sam Orr",
        ),
        # "that" at the head of a sentence
        ("Borex Ltd met. A new law cut the levy to 5 percent. That led 843 mills to move.", "843", "new law"),
        # a description points back, never forward
        ("The fund bought a 12 percent stake in Borex Ltd.", "12 percent", "fund"),
        ("Kettle Research values the mill at $5 million.", "$5 million", "Kettle Research"),
        # what has a name of its own is not its possessor
        ("Ann Marsh's Harbour Front took 38 percent of the vote.", "38 percent", "Harbour Front"),
        ("Ann Marsh's debts reached $3 million.", "$3 million", "Ann Marsh"),
        # what shares do is told of the company
        ("Shares in Borex Ltd closed 3 percent higher at $41.20 on Thursday.", "$41.20", "Borex Ltd"),
        # a verb after an aside, though it can be a noun
        ("The new bridge, 2.4 km long, cost $600 million.", "$600 million", "new bridge"),
        # the owner of what is ranked
        ("Borex Ltd, owner of the world's largest mill, met.", "largest", "Borex Ltd"),
        # a compound describes the noun after it
        ("As do state-controlled trusts that hold 15 percent of shares.", "15 percent", "trusts"),
        # an aside between dashes
        ("Borex Ltd met. The town of Orle - situated 30 km to the north - was flooded.", "30 km", "Orle"),
    ],
)
def test_who_is_meant(claim, text, quote, subject):
    assert subject in claim(text, quote).subject.label


def test_that_is_nobody_where_the_sentence_before_named_two(claim):
    found = claim("Rain hurt. Orle lost 5 mills and Brenn lost 6 mills. That led 843 firms to move.", "843")
    assert found.subject.label not in ("Brenn", "Rain")


def test_the_whole_is_not_what_was_won(claim):
    text = "The Orle League won 71 of the 150 seats."
    assert claim(text, "150").metric.id == "open"
    assert claim("The Orle League won 71 seats in the election.", "71").metric.id == "seats"


def test_a_trigger_of_the_clause_before_is_not_shared(claim):
    text = "Two miners died and 14 people were hurt in a blast at Orle."
    assert claim(text, "Two").metric.id == "killed"
    assert claim(text, "14").metric.id == "injured"
    assert claim("In Orle 12 men and 3 women died in a blast.", "3").metric.id == "killed"


def test_others_are_what_was_counted_before(claim):
    assert claim("The blast killed 14 people and wounded 22 others.", "22").unit == "person"
    assert claim("Marsh Foods sold 3 mills and leased 4 others.", "4").unit == "mill"


def test_a_trigger_past_the_end_of_an_aside_names_nothing_in_it(claim):
    text = "Borex Ltd, which has 4,000 staff, plans to hire another 500 by 2032."
    assert claim(text, "4,000").metric.id != claim(text, "another 500").metric.id == "jobs-created"
