"""Groups: which pairs are judged, what is left undecided, and the verdict on the whole."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reconcile.model.claim import Claim, Metric, Subject
from reconcile.model.finding import Fact, FactKind, Pair, Relation
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.pipeline import document
from reconcile.reconciler.matching.fact_groups import align, name_fact
from reconcile.reconciler.verdicts import groups

ACME = Subject("acme", "Acme")
SALES = Metric("open", "sales", frozenset({"sal", "mill"}))


def claim(name, number=50, ulp=1, **fields):
    value = Value.exact(Decimal(number), Decimal(ulp))
    fields = {"kind": Kind.COUNT, "subject": ACME, "metric": SALES, "unit": "mill", **fields}
    source = fields.pop("source", name)
    return Claim(name, source, Span(0, 1), str(number), Span(0, 9), rule="t", trail=(), value=value, **fields)


def judged(stages, *claims, kind=FactKind.VALUE, **fields):
    fact = Fact(kind, "k", "sales", claims, **fields)
    documents = {c.source: document("x", id=c.source) for c in claims}
    return groups.judge_group(fact, documents, stages.pack)


def pair(*names):
    return frozenset({frozenset(names)})


def verdict(stages, *claims, **fields):
    return str(judged(stages, *claims, **fields).verdict)


def test_the_gravest_relation_is_the_verdict():
    def of(*relations):
        fact = Fact(FactKind.RANK, "k", "sales", (claim("a"),))
        return str(groups.group_verdict(fact, tuple(Pair("a", "b", r, "") for r in relations)))

    order = ["conflict", "revised", "undecided", "not-comparable", "compatible", "agree"]
    for i, grave in enumerate(order):
        for light in order[i:]:
            assert of(Relation(light), Relation(grave)) == of(Relation(grave), Relation(light)) == grave
    assert of() == "agree"


def test_agreement_needs_a_common_point(stages):
    coarse, low, high = claim("a", 100, 100), claim("b", 51), claim("c", 149)
    assert verdict(stages, coarse, low) == verdict(stages, coarse, high) == "agree"
    agree = tuple(Pair("a", c, Relation.AGREE, "") for c in "bc")
    fact = Fact(FactKind.VALUE, "k", "sales", (coarse, low, high))
    assert groups.group_verdict(fact, agree) is Relation.COMPATIBLE
    assert groups.group_verdict(replace(fact, kind=FactKind.RANK), agree) is Relation.AGREE


def test_two_values_conflict_unless_they_are_loosely_alike(stages):
    a, b = claim("a"), claim("b", 61)
    assert verdict(stages, a, b) == "conflict"
    assert verdict(stages, a, b, weak_links=pair("a", "b")) == "undecided"
    assert verdict(stages, a, b, weak_links=pair("a", "c")) == "conflict"
    # an unmistakable slip speaks for one thing
    assert verdict(stages, claim("a", 142), claim("b", 124), weak_links=pair("a", "b")) == "conflict"
    assert verdict(stages, a, claim("b", 50), weak_links=pair("a", "b")) == "agree"


def test_a_person_goes_before_likeness(stages):
    a, b = claim("a"), claim("b", 61)
    told = {"weak_links": pair("a", "b")}
    assert verdict(stages, a, b, must_link=pair("a", "b"), **told) == "conflict"
    assert verdict(stages, a, b, cannot_link=pair("a", "b")) == "not-comparable"
    assert judged(stages, a, b, cannot_link=pair("a", "b")).relations[0].why == groups.BY_DECISION
    slot = {"slot": "s"}
    assert verdict(stages, claim("a", **slot), claim("b", 61, **slot), **told) == "conflict"


def test_one_source_that_gives_both_tells_two_things_apart(stages):
    a, b, own = claim("a"), claim("b", 61), claim("c", 61, source="a")
    group = judged(stages, a, b, own)
    why = {(p.left, p.right): p.why for p in group.relations}
    assert why[("a", "b")] == "one source gives both values, so they may be of two things"
    ruled = {"metric": Metric("deaths", "killed")}
    group = judged(stages, *(replace(c, **ruled) for c in (a, b, own)))
    assert {(p.left, p.right): str(p.relation) for p in group.relations}[("a", "b")] == "conflict"


def test_of_a_crowd_only_distinct_values_are_paired(stages):
    crowd = tuple(claim(f"{i:03d}", 50 + i % 70) for i in range(201))
    some = tuple(crowd[:200])
    assert len(list(groups.pairs_to_judge(some))) == 200 * 199 // 2
    pairs = list(groups.pairs_to_judge(crowd))
    assert len(pairs) == len(crowd) - 70 + 60 * 59 // 2
    assert judged(stages, *crowd).about.endswith(groups.CROWDED)
    assert not judged(stages, *some[:3]).about.endswith(groups.CROWDED)


def test_an_id_is_of_the_key_and_the_claims():
    fact = Fact(FactKind.VALUE, "k", "sales", (claim("a"), claim("b")))
    first = groups.group_id(fact)
    assert len(first) == 12
    assert first == groups.group_id(replace(fact, about="x"))
    assert (
        len({first, groups.group_id(replace(fact, key="l")), groups.group_id(replace(fact, claims=fact.claims[:1]))})
        == 3
    )


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [("abcd", "abc", True), ("abcd", "abxy", False), ("ab", "b", True), ("abc", "", False), ("abcd", "abcxyz", True)],
)
def test_ranks_by_open_metrics_share_more_than_half_their_words(stages, one, other, together):
    assert stages.pack.policy.overlap == Decimal("0.5")
    rank = {"kind": Kind.RANK}
    a, b = (claim(n, metric=Metric("open", "x", frozenset(words)), **rank) for n, words in (("a", one), ("b", other)))
    assert facts(stages, a, b) == (["ab"] if together else ["a", "b"])


DEATHS = Metric("deaths", "killed")


def facts(stages, *claims):
    kinds = (FactKind.VALUE, FactKind.RANK, FactKind.EVENT)
    found = align(tuple(claims), stages.pack)
    return sorted("".join(sorted(c.id for c in f.claims)) for f in found if f.kind in kinds)


@pytest.mark.parametrize(
    ("fields", "others", "together"),
    [
        ({}, {}, True),
        ({"metric": Metric("hurt", "hurt")}, {}, False),
        ({"subject": Subject("bolt", "Bolt")}, {}, False),
        ({"per": "day"}, {}, False),
        ({"qualifiers": {"place": "x"}}, {"qualifiers": {"place": "y"}}, False),
        ({"qualifiers": {"place": "x"}}, {}, True),
        ({"kind": Kind.NUMBER}, {}, True),
        ({"kind": Kind.PERCENT}, {}, False),
        ({"kind": Kind.RANK}, {"kind": Kind.RANK}, True),
        ({"kind": Kind.RANK}, {}, False),
    ],
)
def test_one_rule_and_one_subject_are_one_fact(stages, fields, others, together):
    a, b = claim("a", metric=DEATHS), claim("b", metric=DEATHS)
    assert facts(stages, replace(a, **fields), replace(b, **others)) == (["ab"] if together else ["a", "b"])


def test_two_values_of_one_source_are_two_facts(stages):
    a, b, c = claim("a", metric=DEATHS), claim("b", metric=DEATHS), claim("c", 90, metric=DEATHS, source="a")
    assert facts(stages, a, b, c) == ["ab", "c"]
    near = claim("c", 55, metric=DEATHS, source="a")
    assert facts(stages, a, b, near) == ["abc"]


@pytest.mark.parametrize(
    ("kind", "fields", "about"),
    [
        (FactKind.VALUE, {}, "“killed” of Acme"),
        (FactKind.VALUE, {"metric": Metric("deaths", "killed by Acme")}, "“killed by Acme”"),
        (FactKind.EVENT, {}, "the day of “killed” (Acme)"),
        (FactKind.EVENT, {"metric": Metric("deaths", "killed by Acme")}, "the day of “killed by Acme”"),
        (FactKind.RANK, {}, "the place of Acme (killed)"),
        (FactKind.PERSON, {}, "as it is"),
        (FactKind.OFFICE, {}, "as it is"),
        (FactKind.VALUE, {"subject": None}, "as it is"),
        (FactKind.VALUE, {"metric": None}, "as it is"),
    ],
)
def test_what_a_fact_is_called(kind, fields, about):
    assert name_fact(kind, "as it is", claim("a", **{"metric": DEATHS, **fields})) == about
