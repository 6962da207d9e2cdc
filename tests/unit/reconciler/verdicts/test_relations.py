"""The relation of two claims of one fact: ranks, stances, times and values that move."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reconcile.model.claim import Claim, Factuality, Metric, Subject
from reconcile.model.finding import FactKind
from reconcile.model.mention import Kind
from reconcile.model.period import Grain, Period, PeriodBasis, one_day
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.pipeline import document
from reconcile.reconciler.verdicts import relations
from reconcile.reconciler.verdicts.titles import relate_holders, relate_titles
from reconcile.rules.metrics import Nature

YEAR = Period(date(2030, 1, 1), date(2031, 1, 1), "2030", Grain.YEAR)
MONTH = Period(date(2030, 5, 1), date(2030, 6, 1), "2030-05", Grain.MONTH)
ACME = Subject("acme", "Acme")
DAYS = {"a": date(2031, 5, 1), "b": date(2031, 5, 1), "late": date(2031, 5, 9)}


def claim(number=50, source="a", **fields):
    value = None if number is None else Value.exact(Decimal(number), Decimal(1))
    fields = {"kind": Kind.COUNT, "subject": ACME, "value": value, **fields}
    quote = fields.pop("quote", str(number))
    return Claim(f"{source}{number}", source, Span(0, 1), quote, Span(0, 9), rule="test", trail=(), **fields)


def relation(stages, a, b, kind=FactKind.VALUE):
    documents = {name: document("x", id=name, published=day) for name, day in DAYS.items()}
    one, other = (relations.relate(kind, x, y, stages.pack, documents) for x, y in ((a, b), (b, a)))
    assert one == other
    return str(one.relation)


def metric(stages, nature):
    """A metric of the rules that behaves so in time."""
    return Metric(next(m.id for m in stages.pack.metrics.by_id.values() if m.nature is nature and not m.tolerance), "x")


@pytest.mark.parametrize(
    ("fields", "others", "want"),
    [
        ({}, {}, "conflict"),
        ({"factuality": Factuality.FORECAST}, {}, "not-comparable"),
        ({"factuality": Factuality.FORECAST}, {"factuality": Factuality.TARGET}, "conflict"),
        ({"factuality": Factuality.DENIED}, {}, "not-comparable"),
        ({"factuality": Factuality.DENIED}, {"factuality": Factuality.DENIED}, "conflict"),
        ({"factuality": Factuality.REPORTED}, {}, "conflict"),
        ({"starts_change": True}, {}, "not-comparable"),
    ],
)
def test_how_the_source_stands_to_what_it_says(stages, fields, others, want):
    assert relation(stages, claim(50, **fields), claim(60, "b", **others)) == want


def test_what_does_not_move_is_the_same_before_and_after(stages):
    about = {"metric": metric(stages, Nature.CONSTANT)}
    forecast = claim(50, factuality=Factuality.FORECAST, **about)
    assert relation(stages, forecast, claim(60, "b", **about)) == "conflict"
    assert (
        relation(stages, replace(forecast, factuality=Factuality.DENIED), claim(60, "b", **about)) == "not-comparable"
    )


def test_what_agrees_is_not_parted_by_a_forecast_but_by_a_denial(stages):
    forecast, denied = ({"factuality": f} for f in (Factuality.FORECAST, Factuality.DENIED))
    assert relation(stages, claim(50, **forecast), claim(50, "b")) == "agree"
    assert relation(stages, claim(50, **denied), claim(50, "b")) == "not-comparable"


@pytest.mark.parametrize(
    ("nature", "a", "b", "want"),
    [
        (Nature.FLOW, YEAR, MONTH, "not-comparable"),
        (Nature.FLOW, YEAR, YEAR, "conflict"),
        (Nature.FLOW, YEAR, None, "conflict"),
        (Nature.INSTANT, MONTH, YEAR, "conflict"),
        (Nature.INSTANT, MONTH, one_day(date(2031, 2, 1)), "revised"),
        (Nature.INSTANT, MONTH, None, "undecided"),
        (Nature.INSTANT, None, None, "conflict"),
        (Nature.CUMULATIVE, MONTH, None, "conflict"),
        (Nature.CUMULATIVE, MONTH, one_day(date(2031, 2, 1)), "revised"),
    ],
)
def test_what_moves_may_be_a_later_value(stages, nature, a, b, want):
    about = {"metric": metric(stages, nature)}
    assert relation(stages, claim(50, period=a, **about), claim(60, "b", period=b, **about)) == want


@pytest.mark.parametrize(("a", "b"), [("open", "open"), ("x", "y")])
def test_a_metric_that_no_rule_names_is_a_flow(stages, a, b):
    one, other = claim(50, period=MONTH, metric=Metric(a, "x")), claim(60, "b", metric=Metric(b, "x"))
    assert relation(stages, one, other) == "conflict"


def published(day, basis=PeriodBasis.PUBLICATION):
    return replace(one_day(day), basis=basis)


@pytest.mark.parametrize(
    ("a", "b", "days", "nature", "want"),
    [
        (50, 60, 1, Nature.CUMULATIVE, "revised"),
        (60, 50, 1, Nature.CUMULATIVE, None),
        (60, 50, 8, Nature.CUMULATIVE, "undecided"),
        (50, 60, 0, Nature.CUMULATIVE, None),
        (50, 60, 7, Nature.FLOW, None),
        (50, 60, 8, Nature.FLOW, "undecided"),
        (50, 60, 8, Nature.CONSTANT, None),
    ],
)
def test_what_was_published_later(a, b, days, nature, want):
    day = date(2031, 5, 1)
    other = date(2031, 5, 1 + days)
    for x, y, d, e in ((claim(a), claim(b, "b"), day, other), (claim(b, "b"), claim(a), other, day)):
        found = relations.published_later(x, y, d, e, nature)
        assert (None if found is None else str(found.relation)) == want
    stated = {"period": published(day, PeriodBasis.STATED)}
    assert relations.published_later(claim(a, **stated), claim(b, "b", **stated), day, other, nature) is None
    assert relations.published_later(claim(a), claim(b, "b"), None, other, nature) is None


def test_a_constant_without_a_name_may_be_anothers():
    fire = {"subject": Subject("fire", "the fire")}
    day, other = date(2031, 5, 1), date(2031, 5, 9)
    assert relations.published_later(claim(50, **fire), claim(60, "b"), day, other, Nature.CONSTANT) is not None
    weak = {"subject": Subject("acme", "Acme", weak=True)}
    assert not relations.named(claim(50, **weak))
    assert not relations.named(claim(50, subject=None))
    assert relations.named(claim(50))


@pytest.mark.parametrize(("days", "another"), [(365, False), (366, True)])
def test_counts_years_apart_of_nothing_with_a_name_are_of_two_events(days, another):
    fire = {"subject": Subject("fire", "the fire")}
    first = Period(date(2030, 1, 1), date(2030, 1, 2), "2030-01-01", Grain.DAY)
    later = one_day(date.fromordinal(date(2030, 1, 2).toordinal() + days))
    a, b = claim(50, period=first, **fire), claim(60, "b", period=later, **fire)
    assert relations.another_event(a, b, Nature.CUMULATIVE) is another
    assert not relations.another_event(a, b, Nature.FLOW)
    assert not relations.another_event(replace(a, subject=ACME), replace(b, subject=ACME), Nature.CUMULATIVE)
    assert relations.another_event(replace(a, subject=ACME), b, Nature.CUMULATIVE) is another
    assert relations.another_event(a, replace(b, subject=ACME), Nature.CUMULATIVE) is another
    assert not relations.another_event(a, replace(b, period=None), Nature.CUMULATIVE)


@pytest.mark.parametrize(
    ("a", "b", "want"),
    [
        ({"quote": "third"}, {"quote": "fourth"}, "not-comparable"),
        ({"quote": "third", "placed": True}, {"quote": "fourth"}, "not-comparable"),
        ({"quote": "third", "placed": True}, {"quote": "fourth", "placed": True}, "conflict"),
        ({"quote": "No. 3"}, {"quote": "fourth-largest"}, "conflict"),
        ({"quote": "third", "slot": "s"}, {"quote": "fourth", "slot": "s"}, "conflict"),
        ({"quote": "No. 3", "period": YEAR}, {"quote": "No. 4", "period": one_day(date(2031, 2, 1))}, "not-comparable"),
        ({"quote": "No. 3", "period": YEAR}, {"quote": "No. 4", "period": MONTH}, "conflict"),
    ],
)
def test_ranks_are_places_or_members_of_a_series(stages, a, b, want):
    one, other = claim(30, kind=Kind.RANK, **a), claim(47, "b", kind=Kind.RANK, **b)
    assert relation(stages, one, other, FactKind.RANK) == want


def test_the_same_place_in_a_series_agrees(stages):
    one, other = claim(3, kind=Kind.RANK, quote="third"), claim(3, "b", kind=Kind.RANK, quote="third")
    assert relation(stages, one, other, FactKind.RANK) == "agree"


def anywhere(edtf):
    return Period(None, None, edtf, Grain.DAY)


@pytest.mark.parametrize(
    ("a", "b", "want"),
    [
        (MONTH, MONTH, "agree"),
        (MONTH, YEAR, "compatible"),
        (MONTH, one_day(date(2031, 2, 1)), "conflict"),
        (None, MONTH, "undecided"),
        (anywhere("XXXX-05-06"), anywhere("XXXX-05-06"), "agree"),
        (anywhere("XXXX-05-06"), anywhere("XXXX-05-07"), "conflict"),
        (anywhere("XXXX-05"), anywhere("XXXX-06"), "undecided"),
        (anywhere("XXXX"), anywhere("XXXX"), "undecided"),
    ],
)
def test_two_times_of_one_event(stages, a, b, want):
    one = claim(None, kind=Kind.DATE, period=a, quote="then")
    other = claim(None, "b", kind=Kind.DATE, period=b, quote="at that time")
    assert relation(stages, one, other, FactKind.EVENT) == want


def test_the_same_words_from_two_days_settle_nothing(stages):
    one = claim(None, kind=Kind.DATE, period=one_day(date(2031, 5, 1)), quote="Yesterday")
    other = claim(None, "b", kind=Kind.DATE, period=one_day(date(2031, 5, 3)), quote="yesterday")
    assert relation(stages, one, other, FactKind.EVENT) == "undecided"
    unknown = anywhere("XXXX")
    assert relation(stages, replace(one, period=unknown), replace(other, period=unknown), FactKind.EVENT) == "agree"


def held(titles, person="ann marsh", where="acme", **fields):
    organisation = None if where is None else Subject(where, where)
    subject = None if person is None else Subject(person, person.title())
    return claim(None, kind=Kind.ROLE, titles=tuple(titles), organisation=organisation, subject=subject, **fields)


@pytest.mark.parametrize(
    ("one", "other", "where", "want"),
    [
        (["chairman"], ["Chairman"], "acme", "agree"),
        (["chairman", "founder"], ["chairman"], "acme", "compatible"),
        (["vice chairman"], ["chairman"], "acme", "conflict"),
        (["chairman of the group"], ["vice chairman"], "acme", "conflict"),
        (["founder"], ["director"], "acme", "not-comparable"),
        (["vice chairman"], ["chairman"], None, "not-comparable"),
        (["project manager"], ["sales manager"], "acme", "not-comparable"),
    ],
)
def test_titles_of_one_person(stages, one, other, where, want):
    a, b = held(one), held(other, where=where)
    offices = stages.pack.offices
    assert str(relate_titles(a, b, offices).relation) == str(relate_titles(b, a, offices).relation) == want


TODAY = date(2031, 5, 1)


@pytest.mark.parametrize(
    ("a", "b", "days", "want"),
    [
        ("ann marsh", "ann marsh", 0, "agree"),
        ("ann marsh", "marsh", 0, "agree"),
        ("ann marsh", "bo marsh", 0, "compatible"),
        ("ann marsh", "ann marhs", 0, "compatible"),
        ("ann marsh", None, 0, "agree"),
        ("ann marsh", "bo dahl", 0, "conflict"),
        ("ann marsh", "bo dahl", 7, "conflict"),
        ("ann marsh", "bo dahl", 8, "revised"),
        ("ann marsh", "bo dahl", None, "conflict"),
    ],
)
def test_holders_of_one_office(a, b, days, want):
    one, two = held(["chairman"], a), held(["chairman"], b)
    later = None if days is None else date(2031, 5, 1 + days)
    assert str(relate_holders(one, two, TODAY, later).relation) == want
    assert str(relate_holders(two, one, later, TODAY).relation) == want


def test_holders_at_two_times():
    former = held(["chairman"], "bo dahl", factuality=Factuality.HISTORICAL)
    assert str(relate_holders(held(["chairman"]), former, TODAY, TODAY).relation) == "compatible"
