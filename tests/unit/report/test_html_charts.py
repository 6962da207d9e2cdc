"""Which drawing a fact gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from report_builder import FOODS, HARBOUR, QUAY, at_least, claim, document, full, group

from reconcile.model.finding import Relation, Support
from reconcile.model.mention import Kind
from reconcile.model.period import Grain, Period
from reconcile.model.value import Value
from reconcile.report.html.charts import chart
from reconcile.report.index import Index

STAFF = [
    claim(HARBOUR, "more than 2,300 people", Kind.COUNT, at_least(2300), subject=FOODS, unit="person"),
    claim(QUAY, "2,450 staff", Kind.COUNT, Value.exact(Decimal(2450), Decimal(1)), subject=FOODS, unit="staff"),
]


def drawn(claims, verdict=Relation.COMPATIBLE, support=Support.CORROBORATED, documents=(HARBOUR, QUAY)):
    fact = replace(group("g", "staff", claims, verdict, "why"), support=support)
    run = replace(full(), documents=documents, claims=tuple(claims), groups=(fact,), findings=())
    return chart(Index.of(run, "reports"), fact, "x")


def test_counts_of_differently_named_people_share_an_axis_and_units_of_two_kinds_do_not():
    assert "What each source leaves possible" in drawn(STAFF)
    money = replace(STAFF[1], kind=Kind.MONEY, unit="USD", dimension="currency")
    assert drawn([STAFF[0], money]) is None
    assert drawn(STAFF[:1]) is None


def test_what_is_revised_is_drawn_in_time():
    days = [Period(date(2031, m, 1), date(2031, m, 2), f"2031-0{m}-01", Grain.DAY) for m in (5, 6)]
    moved = [replace(c, period=p) for c, p in zip(STAFF, days, strict=True)]
    assert "Values in the order of their days" in drawn(moved, Relation.REVISED)
    # without a second day there is no time to draw
    assert "What each source leaves possible" in drawn([replace(c, period=days[0]) for c in STAFF], Relation.REVISED)


def test_days_have_an_axis_of_their_own():
    notes = [document(f"{n}.txt", f"It opened on {n} May 2031.") for n in (4, 9)]
    days = [
        claim(d, f"{n} May 2031", Kind.DATE, period=Period(date(2031, 5, n), date(2031, 5, n + 1), "d", Grain.DAY))
        for d, n in zip(notes, (4, 9), strict=True)
    ]
    made = drawn(days, Relation.CONFLICT, documents=tuple(notes))
    assert "4.txt:1: 4 May 2031; 9.txt:1: 9 May 2031" in made


def test_a_declared_fact_is_marked():
    facts = replace(QUAY, source=replace(QUAY.source, declared=True))
    made = drawn(STAFF, support=Support.REFERENCE, documents=(HARBOUR, facts))
    assert "hard reference" in made
    assert "(declared)" in made
