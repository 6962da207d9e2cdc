"""Records as JSON: plain values, fields in the order of the contract, nothing said where nothing is."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from reconcile.model.claim import Claim, Exchanged, Metric, Step, Subject
from reconcile.model.json_form import as_json, fields_as_json, given_as_json
from reconcile.model.mention import Kind, Mention, Reading, SkippedNumber, Timex, TimexType, unit_in_words
from reconcile.model.period import Period, PeriodBasis, one_day
from reconcile.model.run import Coverage, Unread
from reconcile.model.span import Span
from reconcile.model.value import Value

DAY = one_day(date(2031, 5, 1))
FIVE = Value.exact(Decimal(5), Decimal(1))


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (None, None),
        (True, True),
        (3, 3),
        ("a", "a"),
        (Kind.MONEY, "money"),
        (Decimal("9.24E+7"), "92400000"),
        (date(2031, 5, 1), "2031-05-01"),
        (datetime.fromisoformat("2031-05-01T15:00"), "2031-05-01T15:00:00"),
        (Span(1, 2), {"start": 1, "end": 2}),
        ((Kind.MONEY, ("a",)), ["money", ["a"]]),
        ({"b": Kind.MONEY, "a": 1}, {"a": 1, "b": "money"}),
        (Step("r", "n"), {"rule": "r", "note": "n"}),
    ],
)
def test_a_value_as_json(value, form):
    made = as_json(value)
    assert made == form
    assert type(made) is type(form)


def test_a_mapping_is_in_order_of_its_names():
    assert list(as_json({"b": 1, "a": 2})) == ["a", "b"]


@dataclass(frozen=True, slots=True)
class Record:
    """A record of every sort of emptiness."""

    span: Span
    none: None = None
    no: bool = False
    empty: tuple[str, ...] = ()
    full: tuple[str, ...] = ("x",)


def test_fields_are_in_the_order_asked_for():
    assert list(fields_as_json(Record(Span(3, 5)), "full", "span", "none").items()) == [
        ("full", ["x"]),
        ("start", 3),
        ("end", 5),
        ("none", None),
    ]
    assert given_as_json(Record(Span(3, 5)), "none", "no", "empty", "full") == {"full": ["x"]}


@pytest.mark.parametrize(
    ("unit", "per", "words"),
    [("USD", None, "USD"), ("USD", "barrel", "USD per barrel"), (None, "day", "per day"), (None, None, None)],
)
def test_a_unit_with_its_denominator(unit, per, words):
    assert unit_in_words(unit, per) == words


CLAIM = Claim("i", "a", Span(1, 2), "5", Span(0, 9), Kind.COUNT, "test", (Step("r", "n"),), value=FIVE, unit="man")
ALWAYS = [
    "id", "source", "start", "end", "quote", "sentence", "kind", "subject", "metric", "value", "unit", "dimension",
    "hedge", "period", "qualifiers", "factuality", "attribution", "rule", "normalised", "readings", "trail",
]  # fmt: skip


def test_a_claim_has_the_fields_of_its_contract_in_their_order():
    assert list(CLAIM.to_dict()) == ALWAYS
    assert CLAIM.to_dict()["sentence"] == {"start": 0, "end": 9}
    assert CLAIM.to_dict()["trail"] == [{"rule": "r", "note": "n"}]
    assert CLAIM.to_dict()["normalised"] is None


@pytest.mark.parametrize(
    ("fields", "more"),
    [
        ({"kind": Kind.ROLE, "titles": ("chef",)}, {"titles": ["chef"], "organisation": None}),
        ({"kind": Kind.RANK}, {"ahead": []}),
        ({"per": "day"}, {"per": "day"}),
        ({"parties": ("a", "b")}, {"parties": ["a", "b"]}),
        ({"slot": "s"}, {"slot": "s"}),
        ({"starts_change": True, "placed": True}, {"starts_change": True, "placed": True}),
        ({"expires": date(2031, 5, 1)}, {"expires": "2031-05-01"}),
        ({"titles": ("chef",), "ahead": ("b",)}, {}),
    ],
)
def test_a_claim_has_more_where_more_is_said(fields, more):
    made = replace(CLAIM, **fields).to_dict()
    assert {name: made[name] for name in made if name not in ALWAYS} == more


def test_what_a_claim_says_of_its_parts():
    rate = Exchanged("EUR", "USD", FIVE, Decimal("1.10"), date(2031, 5, 1), Decimal("0.02"))
    made = replace(
        CLAIM, norm=FIVE, norm_unit="person", exchanged=(rate,), subject=Subject("a", "A", weak=True),
        metric=Metric("stake", "stake", words="share in A"), qualifiers={"b": "1", "a": "2"}, period=DAY,
    ).to_dict()  # fmt: skip
    assert made["normalised"] == {**FIVE.to_dict(), "unit": "person"}
    assert made["exchanged"] == [
        {"origin": "EUR", "unit": "USD", "value": FIVE.to_dict(), "rate": "1.1", "day": "2031-05-01", "band": "0.02"}
    ]
    assert made["subject"] == {"id": "a", "label": "A", "weak": True}
    assert made["metric"] == {"id": "stake", "label": "stake (share in A)"}
    assert list(made["qualifiers"]) == ["a", "b"]
    assert made["period"] == {"start": "2031-05-01", "end": "2031-05-02", "edtf": "2031-05-01", "grain": "day"}
    assert rate.describe() == "1 EUR was 1.10 USD on 2031-05-01, give or take 2%"


def test_a_period_says_what_it_rests_on_where_that_is_not_the_text():
    assert replace(DAY, basis=PeriodBasis.PUBLICATION).to_dict()["basis"] == "publication"
    assert replace(DAY, basis=PeriodBasis.PUBLICATION) == DAY


@pytest.mark.parametrize(
    ("period", "place"),
    [
        (None, {"start": None, "end": None, "grain": None, "edtf": None}),
        (DAY, {"start": "2031-05-01", "end": "2031-05-02", "grain": "day", "edtf": "2031-05-01"}),
        (
            Period(None, DAY.end, "../2031-05-01", DAY.grain),
            {"start": None, "end": "2031-05-02", "grain": "day", "edtf": "../2031-05-01"},
        ),
    ],
)
def test_a_time_has_its_place_on_the_calendar(period, place):
    made = Timex(TimexType.DATE, "2031-05-01", period).to_dict()
    assert list(made) == ["type", "value", "start", "end", "grain", "edtf", "mod", "basis"]
    assert {name: made[name] for name in place} == place
    assert Timex(TimexType.DATE, None, period, named=DAY).own == DAY
    assert Timex(TimexType.DATE, None, period).own == period


def test_mentions_readings_and_what_is_in_none():
    mention = Mention(Span(1, 2), "5", Kind.MONEY, "money", FIVE, "USD", per="day", readings=(Reading("m is million"),))
    assert list(mention.to_dict()) == [
        "start", "end", "quote", "kind", "value", "unit", "dimension", "hedge", "timex", "readings", "rule",
    ]  # fmt: skip
    assert mention.to_dict()["unit"] == "USD per day"
    assert mention.to_dict()["readings"] == [{"why": "m is million"}]
    assert Reading("x", FIVE, "m", Kind.COUNT).to_dict() == {
        "why": "x",
        "kind": "count",
        "value": FIVE.to_dict(),
        "unit": "m",
    }
    assert SkippedNumber(Span(1, 2), "5", None).to_dict() == {"start": 1, "end": 2, "quote": "5", "rule": None}


def test_coverage_counts_what_was_read():
    unread = Unread("a", Span(1, 2), "5", None)
    skipped = Unread("a", Span(3, 4), "6", "word")
    made = Coverage("a", 1, (skipped,), (unread,), (Span(5, 6),)).to_dict()
    assert made == {
        "source": "a",
        "total": 3,
        "percent": 66,
        "bound": 1,
        "in_claims": [{"start": 5, "end": 6}],
        "excused": [{"source": "a", "start": 3, "end": 4, "quote": "6", "excuse": "word"}],
        "unread": [{"source": "a", "start": 1, "end": 2, "quote": "5", "excuse": None}],
    }
