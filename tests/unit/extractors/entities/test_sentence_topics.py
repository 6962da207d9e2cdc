"""Subjects that the clause does not name: events, sections, the group asked, what was told before."""

from datetime import date

import pytest

from reconcile.pipeline import document


def claim(stages, text, quote, at=0, **about):
    found = [c for c in stages.claims(document(text, **about)) if c.quote == quote and c.kind != "date"]
    assert len(found) > at, [(c.quote, c.kind) for c in stages.claims(document(text, **about))]
    return found[at]


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        ("A strong quake shook Orle on Monday. In all 12 people were killed.", "12", "strong quake"),
        ("A strong quake shook Orle on Monday. Rescuers said 12 people were killed.", "12", "strong quake"),
        ("Voters are unsure. Overall, 45 percent supported the plan, 47 percent opposed it.", "47 percent", "Voters"),
        ("In the survey, 61 percent of drivers called it fair.", "61 percent", "drivers"),
        ("Analysts expect Nokia to sell 5 million hats.", "5 million", "Nokia"),
        ("Nokia on Friday sold 5 million hats.", "5 million", "Nokia"),
        ("Nokia (NOK:HE) sold 5 million hats.", "5 million", "Nokia"),
        ("Nokia hopes to catch Apple and Apple's 10 percent share.", "10 percent", "Apple"),
        ("Nokia shares rose 4 percent.", "4 percent", "Nokia"),
        ("Northern Assurance Group grew. NAG sold 5 million policies.", "5 million", "Northern Assurance Group"),
        ("Nokia opened a plant. The company hired 300 welders.", "300", "Nokia"),
    ],
)
def test_who_a_value_is_of(stages, text, quote, subject):
    assert claim(stages, text, quote).subject.label == subject


def test_no_party_is_meant_where_two_are_named(stages):
    found = claim(stages, "Apple and Nokia met. The company hired 300 welders.", "300")
    assert found.subject.id not in ("apple", "nokia")


def test_a_heading_gives_subject_and_time_to_what_stands_under_it(stages):
    text = "Storms of the coast\n\nThese are some of them.\n\nOrle: 26 killed\n\n"
    text += "In December 2012 a storm sank the ferry and killed 26 people.\n"
    headed = claim(stages, text, "26")
    assert headed.subject.label == "Orle"
    assert headed.period.edtf == "2012-12"
    assert any(s.rule == "period.section" for s in headed.trail)


def test_a_value_that_points_back_is_of_what_it_was_of(stages):
    text = "Nokia booked a $3 billion charge on goodwill. A half of the $3 billion is from older deals."
    assert claim(stages, text, "$3 billion", at=1).subject.id == "nokia"
    assert "charge" in claim(stages, text, "$3 billion", at=1).metric.label


@pytest.mark.parametrize(
    ("text", "quote", "word"),
    [
        ("The park covers 40 hectares.", "40 hectares", "area"),
        ("The mine is 12 miles from Orle.", "12 miles", "distance"),
        ("Nokia shares fell to $12.", "$12", "price"),
        ("Ann Marsh, 52, opened the mine.", "52", "age"),
    ],
)
def test_the_sort_of_a_value_names_its_attribute(stages, text, quote, word):
    assert word in claim(stages, text, quote).metric.label


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "unit"),
    [
        ("Nokia signed a five-year deal.", "five-year", 5, 5, "year"),
        ("The strike lasted nearly three months.", "nearly three months", None, 3, "month"),
        ("The strike lasted more than three weeks.", "more than three weeks", 3, None, "week"),
    ],
)
def test_lengths_of_time_have_values(stages, text, quote, low, high, unit):
    found = claim(stages, text, quote)
    assert (found.value.low, found.value.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "quote", "edtf"),
    [
        ("From 2009 to 2011 Nokia sold 40 ships.", "40", "2009/2011"),
        ("Nokia rented 40 ships through 2031.", "40", "../2031"),
        ("Nokia sold 40 ships in 2012.", "40", "2012"),
        ("Nokia sold 40 ships.", "40", "2031-05-02/2031-05-08"),
    ],
)
def test_when_a_value_holds(stages, text, quote, edtf):
    source = document(text, published=date(2031, 5, 8))
    found = next(c for c in stages.claims(source) if c.quote == quote)
    assert found.period is not None
    assert found.period.edtf == edtf
    assert any(s.rule.startswith("period.") for s in found.trail)


@pytest.mark.parametrize("text", ["Nokia could sell 40 ships.", "Nokia sells 40 ships if it rains."])
def test_what_may_come_has_no_time_of_news(stages, text):
    found = next(c for c in stages.claims(document(text, published=date(2031, 5, 8))) if c.quote == "40")
    assert found.period is None


def test_a_time_of_something_done_is_a_claim_even_where_it_dates_a_value(stages):
    found = stages.claims(document("On 3 May 2012 Nokia bought an $80 million loan."))
    assert {c.kind for c in found} == {"money", "date"}
    rose = stages.claims(document("In 2012 revenue rose to $80 million."))
    assert {c.kind for c in rose} == {"money"}


@pytest.mark.parametrize(
    "text", ["Friday sold 5 billion.", "2012 rose 5 percent.", "' s 5 percent", "( 5 percent ) said at"]
)
def test_odd_openings_end(stages, text):
    assert isinstance(stages.claims(document(text)), tuple)
