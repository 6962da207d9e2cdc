"""Which verb a value stands under, and who that verb is said of."""

import pytest


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        # a participle set off by commas describes the noun before it
        ("Halden, founded by monks, has 40 chapels.", "40", "Halden"),
        ("The ferry, last seen in May, carried 40 vans.", "40", "ferry"),
        # a past tense after an aside is none
        ("Nokia, a maker of boots, sold 40 mills.", "40", "Nokia"),
        ("Nokia, which owns quarries, sold 40 mills.", "40", "Nokia"),
        # a colon in brackets ends no clause, a full stop of an abbreviation no phrase
        ("Nokia (NOK:HE) bought six barns in a $7 million deal.", "$7 million", "Nokia"),
        ("Dale Mills Inc. bought six barns in a $7 million deal.", "$7 million", "Dale Mills Inc"),
        # what is done to an object is said of the object, and never of a value
        ("The vote led 43 villages to raise $9 million.", "$9 million", "43 villages"),
        ("Nokia shares added 30 cents to end at $12.", "$12", "Nokia"),
        # a participle right before a value is said of the noun before it
        ("A bridge measuring 90 metres spans the Orle.", "90 metres", "bridge"),
        # words inside a compound keep no class of their own
        ("The debt of Orle-on-Sea rose to $9 million.", "$9 million", "Orle-on-Sea"),
        # verbs that are values share their subject
        ("The debt of Nokia doubled in 2011, tripled in 2012 and fell by 9 percent in 2013.", "9 percent", "Nokia"),
        (
            "The debt of Nokia doubled in 2011, tripled in 2012 and fell by 9 percent in 2013.",
            "tripled",
            "debt of Nokia",
        ),
    ],
)
def test_who_a_verb_has_as_subject(claim, text, quote, subject):
    assert claim(text, quote).subject.label == subject


@pytest.mark.parametrize(
    ("text", "quote", "metric"),
    [
        # after an adverb of aspect a word that could be a noun is a verb
        ("Nokia already offers ferries and soon opened 3 ports.", "3", "ports opened"),
    ],
)
def test_what_is_a_verb(claim, text, quote, metric):
    assert claim(text, quote).metric.label == metric


def test_a_bare_verb_form_wants_a_plural_before_it(claim):
    """ "Profits jump" tells something; "Harvest Share" is a label."""
    assert claim("Harvest Share - Nokia 2.5", "2.5").subject.id == "nokia"
    assert "jump" not in claim("Nokia profits jump 5 percent", "5 percent").subject.label


@pytest.mark.parametrize(
    "text", ["The long-haul trade of Nokia took 40 ships.", "Nokia built 40 record-setting mills."]
)
def test_parts_of_a_compound_are_no_verbs(claim, text):
    assert claim(text, "40").subject.id in ("nokia", "long-haul trade")


def test_a_trigger_under_another_verb_names_nothing(claim):
    found = claim("Poor profit margins had caused Nokia's workforce to shrink by 9 percent.", "9 percent")
    assert found.metric.is_open
    assert claim("The profit margin of Nokia shrank to 9 percent.", "9 percent").metric.id == "profit-margin"


def test_a_trigger_next_to_a_later_value_is_that_ones(claim):
    found = claim("Nokia sent 40 vans after a slide that left 12 people dead.", "40")
    assert found.metric.id != "killed"
    assert claim("In all 40 men and 12 boys were killed in Orle.", "40").metric.id == "killed"
