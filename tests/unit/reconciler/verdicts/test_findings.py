"""Findings of groups: which sides, words, boxes and fingerprint, and how grave."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reconcile.model.claim import Claim, Metric, Step, Subject
from reconcile.model.document import Document, Source
from reconcile.model.finding import Evidence, Fact, FactKind, Group, Pair, Relation, Support
from reconcile.model.mention import Kind
from reconcile.model.period import one_day
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.reconciler.verdicts import declared_facts, findings, severity
from reconcile.reconciler.verdicts.slips import Series

ACME = Subject("acme", "Acme")
REVENUE = Metric("revenue", "revenue")


def claim(name, number=50, **fields):
    value = None if number is None else Value.exact(Decimal(number), Decimal(1))
    fields = {"kind": Kind.MONEY, "unit": "USD", "subject": ACME, "metric": REVENUE, "quote": f"${number}", **fields}
    step = (Step(name, "read"),)
    return Claim(
        name, fields.pop("source", name), Span(0, 3), sentence=Span(0, 9), rule="t", trail=step, value=value, **fields
    )


def made(stages, *claims, kind=FactKind.VALUE, relation=Relation.CONFLICT, about="the revenue", why="they differ"):
    fact = Fact(kind, "k", about, claims)
    pairs = tuple(Pair(claims[0].id, c.id, relation, why) for c in claims[1:])
    group = Group("g", about, tuple(c.id for c in claims), relation, Support.SINGLE, pairs)
    around = findings.RunContext(severity.PeerValues(claims), Series(claims, stages.pack.metrics.nature))
    return list(findings.findings_of(fact, group, stages.pack.policy, around))


@pytest.mark.parametrize("relation", [Relation.AGREE, Relation.COMPATIBLE, Relation.UNDECIDED, Relation.NOT_COMPARABLE])
def test_no_other_verdict_is_a_finding(stages, relation):
    assert made(stages, claim("a"), claim("b", 60), relation=relation) == []


def test_what_a_finding_of_two_values_has(stages):
    (found,) = made(stages, claim("a"), claim("b", 61))
    assert (found.code, found.message, found.why, found.group) == (
        "RC101",
        "The revenue is given as “$50” and “$61”.",
        "they differ",
        "g",
    )
    assert [side.claim for side in found.evidence] == ["a", "b"]
    assert [(o.key, o.label) for o in found.options[:2]] == [("keep-a", "keep “$50”"), ("keep-b", "keep “$61”")]
    assert found.options[2:] == findings.ALWAYS
    assert [step.rule for step in found.trail] == ["a", "b", "judge.value"]
    assert found.help
    (later,) = made(stages, claim("a"), claim("b", 61), relation=Relation.REVISED)
    assert (later.code, later.verdict) == ("RC103", Relation.REVISED)


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (FactKind.VALUE, "The revenue is given as “$50”, “$61” and “$70”."),
        (FactKind.PERSON, "The revenue are given as “$50”, “$61” and “$70”."),
        (FactKind.OFFICE, "The revenue is given as Acme."),
    ],
)
def test_the_message_names_each_way_once(stages, kind, message):
    sides = (claim("a"), claim("b", 61), claim("c", 61, quote="USD 61"), claim("d", 70))
    if kind is not FactKind.VALUE:
        sides = (sides[0], sides[1], sides[3])
    (found,) = made(stages, *sides, kind=kind)
    assert found.message == message


def test_one_way_of_giving_it_is_told_with_the_reason(stages):
    (found,) = made(stages, claim("a"), claim("b", 50), why="units differ")
    assert found.message == "The revenue is given as “$50” each time, but units differ."


def test_titles_are_shown_with_their_holder():
    role = claim("a", None, kind=Kind.ROLE, titles=("chef",), quote="the  chef")
    assert findings.shown(role) == "Acme, the chef"
    assert findings.distinct_value(role) == "Acme, the chef"
    assert findings.shown(replace(role, subject=None)) == "the chef"
    assert findings.distinct_value(claim("a")) == findings.distinct_value(claim("b", quote="fifty dollars"))


def test_a_fingerprint_is_of_what_is_said(stages):
    a, b = claim("a"), claim("b", 61)
    first = findings.fingerprint("RC101", (a, b))
    assert findings.fingerprint("RC101", (b, replace(a, span=Span(5, 8), quote="fifty"))) == first
    assert len(first) == 16
    others = (
        {"unit": "EUR"},
        {"subject": None},
        {"metric": None},
        {"source": "z"},
        {"kind": Kind.COUNT},
        {"ahead": ("x",)},
        {"titles": ("x",)},
        {"period": one_day(date(2031, 5, 1))},
        {"value": None},
    )
    assert len({findings.fingerprint("RC101", (replace(a, **o), b)) for o in others} | {first}) == len(others) + 1
    assert findings.fingerprint("RC102", (a, b)) != first


def test_words_have_a_fingerprint_wherever_they_stand():
    here, there = Evidence("a", 1, 4, "x y", ""), Evidence("a", 7, 11, "x  y", "other")
    first = findings.fingerprint_of_words("RC409", here)
    assert findings.fingerprint_of_words("RC409", there) == first
    assert findings.fingerprint_of_words("RC409", replace(here, source="b")) != first
    assert findings.fingerprint_of_words("RC410", here) != first
    assert len(first) == 16


@pytest.mark.parametrize(("words", "text"), [(("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")])
def test_a_list_in_words(words, text):
    assert findings.listed(words) == text
    assert findings.listed(words, quoted=True).count("“") == len(words)


def test_a_slip_is_looked_for_in_values_and_times_alone(stages):
    swapped = (claim("a", 142), claim("b", 124))
    (found,) = made(stages, *swapped)
    assert found.slip == "two neighbouring digits are swapped"
    (rank,) = made(stages, *swapped, kind=FactKind.RANK)
    assert rank.slip is None
    crowd = [claim(f"c{i}", 10_000 + 17 * i) for i in range(11)]
    (late,) = made(stages, swapped[0], *crowd, swapped[1])
    assert late.slip != "two neighbouring digits are swapped"


def test_peers_between_the_sides(stages):
    peer = claim("p", 55, subject=Subject("dale", "Dale"))
    sides = (claim("a", 50), claim("b", 61))

    def between(*others):
        return severity.PeerValues([*sides, *others]).between(sides)

    assert between() is None
    assert between(peer) == "Dale, $55"
    for fields in (
        {"unit": "EUR"},
        {"per": "day"},
        {"metric": Metric("open", "x")},
        {"subject": ACME},
        {"period": one_day(date(2031, 5, 1))},
    ):
        assert between(replace(peer, **fields)) is None
    for number in (50, 61, 49, 62):
        assert between(claim("p", number, subject=Subject("dale", "Dale"))) is None
    assert severity.PeerValues([*sides, peer]).between(sides[:1]) is None


def test_what_raises_and_lowers(stages):
    policy = stages.pack.policy

    def names(*sides):
        return [c.name for c in severity.raises(sides, severity.PeerValues(sides), policy)]

    up, down = ({"context": ((min(words), 3),), "kind": Kind.PERCENT} for words in (policy.rises, policy.falls))
    assert names(claim("a", 5, **up), claim("b", 6, **down)) == ["direction"]
    assert names(claim("a", 5, **up), claim("b", 6, **up)) == []
    far = {**down, "context": ((min(policy.falls), 4),)}
    assert names(claim("a", 5, **up), claim("b", 6, **far)) == []
    assert names(claim("a", -5), claim("b", 6)) == ["direction"]
    assert names(claim("a", 0), claim("b", 6)) == []
    rank = {"kind": Kind.RANK}
    assert names(claim("a", 1, **rank), claim("b", 2, **rank)) == ["rank"]
    assert names(claim("a", 3, **rank), claim("b", 2, **rank)) == []

    def lowered(*sides, origins=()):
        return [c.name for c in severity.lowers(sides, origins)]

    assert lowered(claim("a"), claim("b")) == []
    assert lowered(claim("a", subject=Subject("acme", "it", weak=True)), claim("b")) == ["weak-subject"]
    assert lowered(claim("a", period=one_day(date(2031, 5, 1))), claim("b")) == ["one-day-unknown"]
    assert lowered(claim("a"), claim("b"), origins=(("a", "b", "c"),)) == ["echo"]
    assert lowered(claim("a"), claim("b"), origins=(("a",), ("b",))) == []
    assert lowered(claim("a"), claim("b", source="a"), origins=(("a", "b"),)) == []


def test_a_declared_fact_goes_before_what_it_contradicts(stages):
    sources = {name: Document(name, "x", Source(declared=name == "a", publisher="City")) for name in "abc"}
    a, b, c = claim("a"), claim("b", 61), claim("c", 61)
    fact = Fact(FactKind.VALUE, "k", "the revenue", (a, b, c))
    pairs = (Pair("a", "b", Relation.CONFLICT, "w"), Pair("b", "c", Relation.CONFLICT, "w"))
    group = Group("g", "the revenue", ("a", "b", "c"), Relation.CONFLICT, Support.SINGLE, pairs)
    (found,) = declared_facts.differing(fact, group, sources, stages.pack.policy)
    assert found.message == "The revenue is given as “$61”; the declared fact says “$50” (City)."
    assert found.group == "g"
    rest = declared_facts.without(fact, group, [found])
    assert rest.relations == ()
    assert declared_facts.without(fact, group, []) is group
    (late,) = declared_facts.outdated([a], fact, group, sources, stages.pack.policy)
    assert (late.code, late.verdict) == ("RC502", Relation.UNDECIDED)
