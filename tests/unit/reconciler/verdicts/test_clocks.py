"""The relation of two times of day, by what each leaves open, its zone and its day."""

from dataclasses import replace
from datetime import date

import pytest

from reconcile import document, reconcile
from reconcile.model.claim import Claim
from reconcile.model.mention import Kind
from reconcile.model.period import Grain, Period
from reconcile.model.span import Span
from reconcile.reconciler.matching import clock_times
from reconcile.reconciler.matching.contexts import Contexts
from reconcile.reconciler.verdicts.clocks import relate_clocks

DAY = "2031-05-14"
PUBLISHED = date(2031, 5, 14)


def claim(words, edtf, grain=Grain.MINUTE, kind=Kind.TIME, hedge=None, zone=None):
    zones = {} if zone is None else {"zone": zone}
    where = Period(None, None, edtf, grain)
    return Claim(
        words, "a", Span(0, 1), words, Span(0, 9), kind, "test", (), period=where, hedge=hedge, qualifiers=zones
    )


@pytest.mark.parametrize(
    ("a", "b", "want"),
    [
        # digits against digits
        (("9:40 p.m.", "T21:40"), ("9.40pm", "T21:40"), "agree"),
        (("9:40 p.m.", "T21:40"), ("9:45 p.m.", "T21:45"), "conflict"),
        (("9:40 p.m.", "T21:40"), ("9:42 p.m.", "T21:42"), "compatible"),
        (("9:40 p.m.", "T21:40"), ("9:43 p.m.", "T21:43"), "conflict"),
        (("9:41 p.m.", "T21:41"), ("9:42 p.m.", "T21:42"), "conflict"),
        # an hour leaves half an hour open
        (("9 p.m.", "T21:00", Grain.HOUR), ("9:10 p.m.", "T21:10"), "compatible"),
        (("9 p.m.", "T21:00", Grain.HOUR), ("9:40 p.m.", "T21:40"), "conflict"),
        (("9 p.m.", "T21:00", Grain.HOUR), ("10 p.m.", "T22:00", Grain.HOUR), "conflict"),
        # over midnight
        (("midnight", "T24:00", Grain.HOUR), ("12:10 a.m.", "T00:10"), "compatible"),
        (("11:58 p.m.", "T23:58"), ("12:02 a.m.", "T00:02"), "conflict"),
        # halves that are not said
        (("9:40", "T09:40"), ("9:40 p.m.", "T21:40"), "agree"),
        (("09:40", "T09:40"), ("9:40 p.m.", "T21:40"), "conflict"),
        (("noon", "T12:00", Grain.HOUR), ("midnight", "T24:00", Grain.HOUR), "conflict"),
        # zones
        (("1:40 GMT", "T01:40Z"), ("9:40 p.m. EST", "T21:40-05:00"), "conflict"),
        (("1:40 GMT", "T01:40Z"), ("8:40 p.m. EST", "T20:40-05:00"), "agree"),
        (("4 GMT", "T04:00Z", Grain.HOUR), ("9:30 IST", "T09:30+05:30"), "agree"),
        (("1:40 GMT", "T01:40Z"), ("9:40 p.m.", "T21:40"), "not-comparable"),
        (("8 p.m. ET", "T20:00", Grain.HOUR, Kind.TIME, None, "et"), ("5 p.m.", "T17:00"), "not-comparable"),
        (("8 p.m. ET", "T20:00", Grain.HOUR, Kind.TIME, None, "et"), ("8 p.m.", "T20:00"), "agree"),
        # days
        (("9 p.m. Monday", f"{DAY}T21:00:00"), ("9 p.m.", "T21:00"), "agree"),
        (("9 p.m. Monday", f"{DAY}T21:00:00"), ("9 p.m. Tuesday", "2031-05-15T21:00:00"), "conflict"),
        (("9 p.m. EST", f"{DAY}T21:00:00-05:00"), ("2 GMT", "2031-05-15T02:00:00Z"), "agree"),
        # hedges
        (("9:40 p.m.", "T21:40", Grain.MINUTE, Kind.TIME, "about"), ("9:50 p.m.", "T21:50"), "compatible"),
        (("9:40 p.m.", "T21:40", Grain.MINUTE, Kind.TIME, "about"), ("10:10 p.m.", "T22:10"), "conflict"),
        (("midnight", "T24:00", Grain.HOUR, Kind.TIME, "before"), ("11:20 p.m.", "T23:20"), "compatible"),
        (("midnight", "T24:00", Grain.HOUR, Kind.TIME, "before"), ("12:40 a.m.", "T00:40"), "conflict"),
        (("9 p.m.", "T21:00", Grain.HOUR, Kind.TIME, "after"), ("9:50 p.m.", "T21:50"), "compatible"),
        (("9 p.m.", "T21:00", Grain.HOUR, Kind.TIME, "after"), ("8:20 p.m.", "T20:20"), "conflict"),
    ],
)
def test_two_times_of_day(stages, a, b, want):
    one, other = claim(*a), claim(*b)
    judged = {relate_clocks(x, y, stages.pack.times).relation for x, y in ((one, other), (other, one))}
    assert {str(relation) for relation in judged} == {want}


@pytest.mark.parametrize(
    "other",
    [
        claim("Monday", DAY, Grain.DAY, Kind.DATE),
        claim("9:40", "T09:40", kind=Kind.COUNT),
        claim("9 p.m. on 20 May", "2031-05-20T21:00:00"),
    ],
    ids=["a day", "a count", "a day further on"],
)
def test_what_is_no_matter_of_clocks(stages, other):
    assert relate_clocks(claim("9 p.m.", f"{DAY}T21:00:00"), other, stages.pack.times) is None


def test_a_day_and_a_time_of_day_are_told_apart():
    clock, day = claim("9 p.m.", "T21:00"), claim("Monday", DAY, Grain.DAY, Kind.DATE)
    dated = claim("9 p.m. Monday", f"{DAY}T21:00:00", kind=Kind.DATE)
    assert clock_times.is_clock_against_day(clock, day)
    assert clock_times.is_clock_against_day(day, clock)
    assert not clock_times.is_clock_against_day(clock, dated)
    assert not clock_times.is_clock_against_day(dated, day)
    assert clock_times.same_clock_time(clock, dated)
    assert clock_times.same_clock_time(clock, day) is None


def test_times_of_day_make_no_word_more_common(stages):
    near = (("ferry", 1), ("harbour", 2))
    ferry, harbour = (
        replace(claim(name, "2031", Grain.YEAR, Kind.COUNT), id=name, context=words)
        for name, words in (("a", near[:1]), ("b", near))
    )
    log = [replace(claim("9:40 p.m.", "T21:40"), id=f"t{k}", context=near) for k in range(20)]
    alone, among = Contexts([ferry, harbour], stages.pack), Contexts([ferry, harbour, *log], stages.pack)
    assert alone.similarity(ferry, harbour) == among.similarity(ferry, harbour)


SANK = "The ferry Anna Maria sank off Orle at {}, police said."


@pytest.mark.parametrize(
    ("one", "other", "want"),
    [
        ("9:40 p.m.", "10:20 p.m.", "conflict"),
        ("9:40 p.m. on Monday", "10:20 p.m.", "conflict"),
        ("about 9 p.m.", "9:20 p.m.", "compatible"),
        ("9:40 p.m. (1940 GMT)", "1940 GMT", "agree"),
        ("9:40 p.m. (1940 GMT)", "2040 GMT", "conflict"),
        ("9:40 p.m. local time", "1940 GMT", "not-comparable"),
    ],
)
def test_two_articles_on_one_event(one, other, want):
    texts = [document(SANK.format(words), id=name, published=PUBLISHED) for name, words in (("a", one), ("b", other))]
    run = reconcile(texts).to_dict()
    first = {c["id"] for c in run["claims"] if c["quote"] == one.split(" (")[0].removeprefix("about ")}
    relations = (r for group in run["groups"] for r in group["relations"])
    assert {r["relation"] for r in relations if {r["left"], r["right"]} & first} == {want}
