"""Times of day as claims: their hedges, their zones, and what makes none."""

from datetime import date

import pytest

from reconcile.extractors.claims.clock_claims import ZONE
from reconcile.model.mention import Kind
from reconcile.pipeline import document


def clocks(stages, text, published=date(2031, 5, 14)):
    claims = stages.claims(document(text, published=published))
    return [(c.quote, c.period.edtf, c.hedge, c.qualifiers) for c in claims if c.kind is Kind.TIME]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The ferry sank at 9:40 p.m.", ("9:40 p.m.", "T21:40", None, {})),
        ("The ferry sank at 21:40:30.", ("21:40:30", "T21:40:30", None, {})),
        ("The ferry sank around 9 p.m.", ("9 p.m.", "T21:00", "around", {})),
        ("The ferry sank shortly after 9 p.m.", ("9 p.m.", "T21:00", "after", {})),
        ("The ferry sank at 9 p.m. ET.", ("9 p.m. ET", "T21:00", None, {ZONE: "et"})),
        ("The ferry sank at 9 p.m. EST.", ("9 p.m. EST", "T21:00-05:00", None, {})),
        ("The ferry sank at 9 p.m. local time.", ("9 p.m. local time", "T21:00", None, {})),
        ("The ferry sank at 9 p.m. Lima time.", ("9 p.m. Lima time", "T21:00", None, {ZONE: "lima time"})),
        ("The ferry sank at 9 p.m. on board Anna on Monday.", ("9 p.m.", "2031-05-12T21:00:00", None, {})),
    ],
)
def test_a_time_of_day(stages, text, want):
    assert clocks(stages, text) == [want]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The ferry sank at 9 p.m. (1900 GMT).", "T21:00+02:00"),
        ("The ferry sank at 9 p.m. (0200 GMT).", "T21:00-05:00"),
        ("The ferry sank at 9 p.m. (1530 GMT).", "T21:00+05:30"),
        ("The ferry sank at 9 p.m. (1900 GMT+1).", "T21:00+03:00"),
        ("The ferry sank at 9 p.m. (1917 GMT).", "T21:00"),
        ("The ferry sank at 9 p.m. (7 p.m. in Lima).", "T21:00"),
    ],
)
def test_a_clock_in_brackets_tells_the_zone_of_the_one_before(stages, text, first):
    assert clocks(stages, text)[0][1] == first


def test_the_text_before_tells_the_day_of_an_article_without_one(stages):
    text = "On 4 May 2031 the ferry left Orle. The ferry sank at 9 p.m."
    assert [edtf for _, edtf, _, _ in clocks(stages, text, published=None)] == ["2031-05-04T21:00:00"]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on Monday at 9 p.m.",
        "The ferry sank in the evening.",
        "The shop opens from 9 a.m. to 5 p.m.",
        "Doors: 9 p.m.",
        "14:05 The ferry sank.\n\n14:20 Two boats left.\n\n14:40 One came back.",
    ],
    ids=["its day is a date", "a part of the day", "a span", "no verb", "stamps of a log"],
)
def test_what_is_no_claim_of_a_time_of_day(stages, text):
    assert clocks(stages, text) == []
