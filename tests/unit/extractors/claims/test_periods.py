"""When a value holds: beside it, told before, or of the week of news; each law with sentences of its own."""

from datetime import date

import pytest

from reconcile.pipeline import document

DAY = date(2031, 5, 20)
NEWS = "2031-05-14/2031-05-20"


def claim(stages, text, quote, at=0, published=DAY):
    found = [c for c in stages.claims(document(text, published=published)) if c.quote == quote and c.kind != "date"]
    assert len(found) > at, [c.quote for c in found]
    return found[at]


def edtf(stages, text, quote, at=0, published=DAY):
    period = claim(stages, text, quote, at, published).period
    return None if period is None else period.edtf


def step(stages, text, quote, at=0):
    return next(s.rule for s in claim(stages, text, quote, at).trail if s.rule.startswith("period."))


@pytest.mark.parametrize(
    ("text", "quote", "when"),
    [
        # a comma or "and" parts a value from a time
        ("Output doubled in 2021, tripled in 2022 and fell by 4 percent in 2023.", "tripled", "2022"),
        ("Output doubled in 2021, tripled in 2022 and fell by 4 percent in 2023.", "4 percent", "2023"),
        # a time after an aside is not of the aside
        ("Borg Marine, which owns two docks, was sold in 2027.", "two", NEWS),
        # "since" makes a stretch that goes on
        ("Borg Marine has built 500 boats since 2028.", "500", "2028/.."),
        ("Since 2028, Borg Marine has built 500 boats.", "500", "2028/.."),
    ],
)
def test_the_time_next_to_a_value(stages, text, quote, when):
    assert edtf(stages, text, quote) == when


def test_an_opening_time_is_when_it_was_stated_not_what_was_stated(stages):
    assert edtf(stages, "In March, Borg Marine said that it had built 500 boats.", "500") != "2031-03"


@pytest.mark.parametrize(
    ("text", "quote", "when"),
    [
        ("Fares rose to $7 from $5 in 2029.", "$5", "2029"),
        ("Fares rose to $7 from $5 in 2029.", "$7", NEWS),
        ("Fares rose to $7 in 2030, compared with $5 in 2028.", "$5", "2028"),
        ("Fares rose to $7 in 2030, compared with $5 in 2028.", "$7", "2030"),
        ("Fares rose by 4 percent from 2028.", "4 percent", NEWS),
        ("Fares rose by 4 percent in 2030 compared with 2028.", "4 percent", "2030"),
        ("Fares rose to $7 from $5.", "$5", None),
        # no change, but a stretch of time
        ("Fares rose by 4 percent from 2028 to 2030.", "4 percent", "2028/2030"),
    ],
)
def test_the_time_a_change_starts_from_is_no_time_of_its_end(stages, text, quote, when):
    assert edtf(stages, text, quote) == when


@pytest.mark.parametrize(
    "text",
    [
        "Borg Marine bought Fjord Yards in March 2027. Borg Marine paid 80 million euros for the docks.",
        "Borg Marine bought Fjord Yards in March 2027. It paid 80 million euros for the docks.",
    ],
)
def test_a_sentence_that_goes_on_in_the_past_keeps_the_time(stages, text):
    assert edtf(stages, text, "80 million euros") == "2027-03"
    assert step(stages, text, "80 million euros") == "period.going-on"


@pytest.mark.parametrize(
    "after",
    [
        "Orle Rail paid 80 million euros for the docks.",  # another subject
        "It has paid 80 million euros for the docks.",  # up to now
        "It pays 80 million euros for the docks.",  # now
    ],
)
def test_a_sentence_of_something_else_does_not_keep_it(stages, after):
    assert edtf(stages, "Borg Marine bought Fjord Yards in March 2027. " + after, "80 million euros") != "2027-03"


def test_a_new_paragraph_does_not_keep_it(stages):
    text = "Borg Marine bought Fjord Yards in March 2027.\n\nIt paid 80 million euros for the docks."
    assert edtf(stages, text, "80 million euros") != "2027-03"


@pytest.mark.parametrize(
    ("text", "quote", "when"),
    [
        ("The storm left at least 5 people dead.", "at least 5", NEWS),
        ("A quarter of drivers feared that the tunnel could close.", "A quarter", NEWS),
        ("The balloon flew 30 kilometres.", "30 kilometres", NEWS),
        ("The drone is flying at 90 km/h.", "90 km/h", NEWS),
        ("Borg Marine hopes to sell 5 boats.", "5", None),
        ("Borg Marine made a net profit of $5 million.", "$5 million", None),
        ("40 percent of drivers are hopeful about the coming year.", "40 percent", NEWS),
        ("Now, the levy will be 14 percent.", "14 percent", None),
    ],
)
def test_what_is_of_the_week_of_news(stages, text, quote, when):
    assert edtf(stages, text, quote) == when


def test_without_a_day_of_publication_there_is_no_week_of_news(stages):
    assert edtf(stages, "The storm left at least 5 people dead.", "at least 5", published=None) is None


def test_who_a_pronoun_means_may_be_open_but_not_when(stages):
    found = stages.claims(document("He was arrested on 4 May 2029.", published=DAY))
    assert [(c.quote, c.subject, c.metric.label) for c in found] == [("4 May 2029", None, "arrested")]


def test_right_after_a_time_before_the_news_the_past_is_not_news(stages):
    text = "A law of 2004 cut fares. Some 40 lines closed. Now 300 drivers want it gone."
    assert edtf(stages, text, "Some 40") is None
    assert step(stages, text, "Some 40") == "period.background"
    assert edtf(stages, text, "300") is not None


@pytest.mark.parametrize(
    ("text", "quote", "when"),
    [
        # the present, after a time before the news, tells what always holds
        ("The yard opened in 2004. It holds 40 ships.", "40", None),
        # an instant of a rule is of today, but for a past one
        ("The yard opened in 2004. Acme Ltd is worth $12 million.", "$12 million", "2031-05-20"),
        ("The yard opened in 2004. Acme Ltd shares fell to $12.", "$12", None),
        # a rank sets the news beside what was before
        ("A fire closed the yard in 2004. Borg Marine was second.", "second", NEWS),
        # the measures of a thing are of no time
        ("The drone has a range of 90 km.", "90 km", None),
        ("The drone had a range of 90 km.", "90 km", NEWS),
        ("The drone is built 90 cm long.", "90 cm", None),
        ("The drone has flown 90 km.", "90 km", NEWS),
        ("The drone has 90 owners.", "90", NEWS),
    ],
)
def test_what_is_told_after_a_time_before_the_news(stages, text, quote, when):
    assert edtf(stages, text, quote) == when


def test_a_date_line_dates_no_value(stages):
    text = "Borg Marine doubles its output May 04, 2031 The shipyard hired 300 welders."
    assert edtf(stages, text, "300", published=None) == "2031-04-28/2031-05-04"


def test_a_list_of_sections_does_not_tell_the_year_of_a_bare_month(stages):
    text = "Fires of the coast\n\nThese are some.\n\nOrle: 26 killed\n\nSparks fell in a hall in December 2012.\n\n"
    text += "Mern: 14 killed\n\nA mill burnt down in May 2014.\n\nHalden: 31 killed\n\nA ship burnt out in April.\n"
    assert edtf(stages, text, "14") == "2014-05"
    assert edtf(stages, text, "31") is None


@pytest.mark.parametrize(
    ("text", "quote", "when"),
    [
        # a day on which something was said is not the day of what was said
        ("Borg Marine made a net profit of $5 million, it said on Monday.", "$5 million", None),
        ("Borg Marine said on Monday it made a net profit of $5 million.", "$5 million", None),
        ("Borg Marine announced 300 job cuts on Monday.", "300", "2031-05-19"),
        # the perfect reaches to now
        ("The probe was launched in 2026 and has taken 3 million pictures.", "3 million", NEWS),
        ("The probe was launched in 2026 and took 3 million pictures.", "3 million", "2026"),
        # what a change starts from is of its own time
        ("Joblessness fell to 4.2 percent in March from 4.6 percent in February.", "4.6 percent", "2031-02"),
        ("It carried 20 million passengers in 2030, down from 24 million.", "24 million", None),
        # a part of a year told as past is not one to come
        ("Output grew 2 percent in the fourth quarter.", "2 percent", "2030-10-01/2030-12-31"),
    ],
)
def test_a_verb_and_its_time_fit(stages, text, quote, when):
    assert edtf(stages, text, quote) == when


def test_a_section_takes_the_time_that_is_stated_in_full(stages):
    text = "Fires of the coast\n\nThese are some.\n\nOrle: 26 killed\n\n"
    text += "Sparks set off a Christmas fair in the harbour in December 2012 and 26 people died.\n"
    assert edtf(stages, text, "26") == "2012-12"
