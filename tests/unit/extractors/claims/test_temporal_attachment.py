"""Times from a clause beside a value's own, and times that only seem to be its own."""

from datetime import date

import pytest

from reconcile.pipeline import document

DAY = date(2031, 5, 20)
NEWS = "2031-05-14/2031-05-20"


def edtf(stages, text, quote):
    found = [c for c in stages.claims(document(text, published=DAY)) if c.quote == quote and c.kind != "date"]
    assert found, [c.quote for c in stages.claims(document(text, published=DAY))]
    return None if found[0].period is None else found[0].period.edtf


@pytest.mark.parametrize(
    ("text", "quote", "when"),
    [
        # a clause that says when
        ("It was the worst storm since 1987, when 96 people died.", "96", "1987"),
        ("In Orle 12 men died because a mill burned down on Monday.", "12", NEWS),
        ("Borg Marine, which sold a dock in 1987, owns 3 mills.", "3", NEWS),
        # how far back a superlative reaches
        ("The Harbour Front fell to 25 seats, its worst result since 1994.", "25", NEWS),
        ("Orle named Marsh its third mayor since 2028.", "third", None),
        ("It would be the worst storm in 40 years.", "worst", None),
        ("Borg Marine will sell its third dock in 4 years.", "third", "2035"),
        # what stands between a value and a time after a comma
        ("Borg Marine lost 40 men, many of them hired in 2028.", "40", NEWS),
        ("Borg Marine lost 40 men, in 2028.", "40", "2028"),
        # a list of times dates none
        ("Borg Marine sold 3 docks in 2006, 2009 and 2013.", "3", NEWS),
        ("Borg Marine sold 3 docks between 2006 and 2009.", "3", "2006/2009"),
        # a range told by a dash, and one that runs backwards
        ("Borg Marine sold 3 docks (2006-2009).", "3", "2006/2009"),
        ("Borg Marine sold 3 docks on May 4-5, 2030.", "3", "2030-05-04/2030-05-05"),
        ("Borg Marine sold 3 docks from 2009 to 2006.", "3", "2009"),
        # what somebody has already
        ("Borg Marine will close six of its 43 mills by 2035.", "43", NEWS),
        # the value before in other words
        ("Profit at Borg Marine was $5 million in 2030, or $1.14 a share.", "$1.14 a share", "2030"),
        # an infinitive is as past as its verb: of a time not told, and not of the news
        ("In 2019 a law cut the levy. It led 40 mills to bring back $3 million.", "$3 million", None),
        ("A law cut the levy. It led 40 mills to bring back $3 million.", "$3 million", NEWS),
    ],
)
def test_when_a_value_holds(stages, text, quote, when):
    assert edtf(stages, text, quote) == when


def test_a_dateline_is_no_day_of_the_event(stages):
    text = "TARN BAY, May 20 (Courier) - A strong quake struck Tarn Bay on Wednesday, killing 41 people."
    claims = stages.claims(document(text, published=date(2031, 5, 22)))
    reported = {c.quote: c for c in claims if c.kind == "date"}
    assert reported["May 20"].subject.label == "this article"
    assert reported["Wednesday"].period.edtf == "2031-05-21"
    assert next(c for c in claims if c.quote == "41").period.edtf == "2031-05-21"


def test_the_reach_of_a_superlative_is_no_event(stages):
    assert [c.quote for c in stages.claims(document("Inflation in Orle was 2 percent, the lowest since 2028."))] == [
        "2 percent"
    ]
    assert "2028" in [c.quote for c in stages.claims(document("Borg Marine has sold docks since 2028."))]
