"""How alike two claims are, how alike they must be, and when they are too loosely alike to conflict."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reconcile.model.claim import Claim, Factuality, Metric, Subject
from reconcile.model.finding import FactKind
from reconcile.model.mention import Kind
from reconcile.model.period import one_day
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.model.words import stem
from reconcile.reconciler.matching import similarity as law
from reconcile.reconciler.matching.contexts import Contexts, exclusive_terms_near

ACME = Subject("acme", "Acme")
SAID = (("ferri", 1), ("passenger", 2))
DEATHS = Metric("deaths", "killed", frozenset({"kill"}))
DAY = one_day(date(2031, 5, 1))


def claim(name, number=5, context=SAID, **fields):
    value = None if number is None else Value.exact(Decimal(number), Decimal(1))
    fields = {"kind": Kind.COUNT, **fields}
    source = fields.pop("source", name)
    return Claim(
        name, source, Span(0, 1), str(number), Span(0, 9), rule="t", trail=(), value=value, context=context, **fields
    )


def alike(stages, a, b):
    return law.measure_similarity(a, b, Contexts([a, b], stages.pack))


def test_each_part_of_structure_adds_as_much(stages):
    a, b = claim("a"), claim("b", context=(("goat", 1),))
    assert alike(stages, a, b) == 0
    given = {"subject": ACME, "metric": DEATHS, "per": "day", "unit": "man", "period": DAY}
    for n in range(1, len(given) + 1):
        some = dict(list(given.items())[:n])
        same = alike(stages, replace(a, **some), replace(b, **some))
        # the words of the metric are words around the value too
        assert same >= Decimal("0.04") * n
        assert alike(stages, replace(a, **some), b) < Decimal("0.04")
    assert len(given) == 5 == law.PARTS
    assert alike(stages, claim("a"), claim("b")) == 1


def test_open_metrics_and_units_of_measures_are_no_part(stages):
    a, b = (
        claim("a", kind=Kind.MEASURE, unit="foot"),
        claim("b", kind=Kind.MEASURE, unit="foot", context=(("goat", 1),)),
    )
    assert alike(stages, a, b) == 0
    opened = {"metric": Metric("open", "x")}
    assert alike(stages, replace(a, **opened), replace(b, **opened)) == 0
    dated = {"kind": Kind.DATE, "period": DAY}
    assert alike(stages, replace(a, **dated), replace(b, **dated)) == 0


def test_one_place_of_one_sentence_is_one_thing(stages):
    slot = {"slot": "s"}
    assert alike(stages, claim("a", **slot), claim("b", context=(("goat", 1),), **slot)) == 1


def two_that_exclude_one_another(policy):
    by_set = {}
    for word, number in sorted(policy.exclusive_terms.items()):
        by_set.setdefault(number, []).append(word)
    return next(words[:2] for words in by_set.values() if len(words) > 1)


@pytest.mark.parametrize(("away", "exclusive"), [(1, True), (3, True), (4, False)])
def test_words_that_exclude_one_another_do_so_near_by(stages, away, exclusive):
    one, other = two_that_exclude_one_another(stages.pack.policy)
    near = (("ferri", 1),)
    a, b = claim("a", context=(*near, (one, away))), claim("b", context=(*near, (other, away)))
    assert (alike(stages, a, b) == 0) is exclusive
    assert bool(exclusive_terms_near(a, stages.pack.policy)) is exclusive
    nearest = claim("a", context=((one, 1), (other, 2)))
    assert list(exclusive_terms_near(nearest, stages.pack.policy).values()) == [one]


def test_the_bar_is_higher_within_one_text():
    bars = law.Thresholds(
        {FactKind.VALUE: Decimal("0.3"), FactKind.EVENT: Decimal("0.6")}, Decimal("0.2"), Decimal("0.4")
    )
    a, b, own = claim("a"), claim("b"), claim("c", source="a")
    assert bars.bar(FactKind.VALUE, a, b, fits=True) == bars.bar(FactKind.VALUE, a, b, fits=False) == Decimal("0.3")
    assert bars.bar(FactKind.EVENT, a, b, fits=True) == Decimal("0.2")
    assert bars.bar(FactKind.EVENT, a, b, fits=False) == Decimal("0.6")
    assert bars.bar(FactKind.VALUE, a, own, fits=True) == Decimal("0.45")
    assert bars.bar(FactKind.VALUE, a, own, fits=False) > 1
    assert bars.lowest(FactKind.EVENT) == Decimal("0.2")
    assert bars.lowest(FactKind.VALUE) == Decimal("0.3")


def test_equal_values_break_ties(stages):
    a, b, other = claim("a"), claim("b"), claim("c", 6)
    contexts, bars = Contexts([a, b, other], stages.pack), law.Thresholds.of(stages.pack.policy)
    equal = law.link_strength(FactKind.VALUE, a, b, contexts, bars)
    assert equal - law.link_strength(FactKind.VALUE, a, other, contexts, bars) == bars.tie
    far = claim("d", context=(("goat", 1),))
    contexts = Contexts([a, far], stages.pack)
    assert law.link_strength(FactKind.VALUE, a, far, contexts, bars) is None


@pytest.mark.parametrize(
    ("fields", "others", "cannot"),
    [
        ({}, {}, False),
        ({"per": "day"}, {}, True),
        ({}, {"number": 21}, True),
        ({}, {"number": 20}, False),
        ({"slot": "s"}, {"number": 21, "slot": "s"}, False),
        ({"metric": DEATHS, "subject": ACME}, {"number": 21, "metric": DEATHS, "subject": ACME}, False),
        ({"metric": DEATHS}, {"metric": Metric("hurt", "hurt")}, False),
        ({"metric": DEATHS}, {"number": 6, "metric": Metric("hurt", "hurt")}, True),
        ({"metric": DEATHS, "unit": "goat"}, {"unit": "bridge", "metric": Metric("hurt", "hurt")}, True),
        ({"metric": DEATHS}, {"metric": Metric("hurt", "hurt"), "context": (("goat", 1),)}, True),
    ],
)
def test_what_cannot_be_one(stages, fields, others, cannot):
    a, b = claim("a", **fields), claim("b", **others)
    assert law.cannot_link(a, b, Contexts([a, b], stages.pack)) is cannot


def weak(stages, a, b, firm="0.5"):
    return bool(law.weak_links((a, b), Contexts([a, b], stages.pack), Decimal(firm)))


def part_alike(share):
    """Two claims of which so many of ten words around the value are the same."""
    words = [f"w{i}" for i in range(10)]
    other = [*words[:share], *(f"v{i}" for i in range(10 - share))]
    return claim("a", context=tuple((w, 1) for w in words)), claim("b", 6, context=tuple((w, 1) for w in other))


def test_two_are_loosely_alike_below_the_bar(stages):
    a, b = part_alike(6)
    score = alike(stages, a, b)
    just, more = str(score), str(score + Decimal("0.01"))
    assert not weak(stages, a, b, just)
    assert weak(stages, a, b, more)
    slot = {"slot": "s"}
    assert not weak(stages, replace(a, **slot), replace(b, **slot), more)
    bound = {"metric": DEATHS, "subject": ACME}
    assert not weak(stages, replace(a, **bound), replace(b, **bound), "9")
    assert weak(stages, replace(a, **bound, period=DAY), replace(b, **bound), "9")


def test_a_rule_needs_less_and_a_bare_number_more(stages):
    a, b = part_alike(6)
    score = alike(stages, a, b)
    bare = {"kind": Kind.NUMBER}
    assert not weak(stages, replace(a, **bare), replace(b, **bare), str(score - Decimal("0.15")))
    assert weak(stages, replace(a, **bare), b, str(score))
    named = (replace(a, metric=DEATHS, subject=ACME), replace(b, metric=DEATHS))
    ruled = alike(stages, *named)
    assert not weak(stages, *named, str(ruled))
    assert not weak(stages, *named, str(ruled / Decimal("0.8")))
    assert weak(stages, *named, str(ruled / Decimal("0.8") + Decimal("0.01")))
    other = (named[0], replace(b, metric=Metric("hurt", "hurt", DEATHS.content)))
    assert weak(stages, *other, str(alike(stages, *other) / Decimal("0.8")))


def test_times_need_almost_the_same_words(stages):
    a, b = (replace(c, kind=Kind.DATE, value=None) for c in part_alike(8))
    score = alike(stages, a, b)
    assert (score < Decimal("0.65")) is weak(stages, a, b, "0")
    a, b = (replace(c, kind=Kind.DATE, value=None) for c in part_alike(10))
    assert not weak(stages, a, b, "2")
    names = (replace(a, names=frozenset("x")), replace(b, names=frozenset("y")))
    assert weak(stages, *names, "0")
    assert not weak(stages, names[0], replace(b, names=frozenset("xy")), "2")


def test_a_plan_of_one_party_needs_fewer(stages):
    plan = {"kind": Kind.DATE, "value": None, "subject": ACME, "metric": Metric("open", "x", frozenset({"kill"}))}
    a, b = (replace(c, factuality=Factuality.TARGET, **plan) for c in part_alike(5))
    score = alike(stages, a, b)
    assert score < Decimal("0.65")
    assert not weak(stages, a, b, str(score))
    for fields in (
        {"factuality": Factuality.ASSERTED},
        {"subject": None},
        {"metric": None},
        {"subject": Subject("fire", "fire")},
    ):
        assert weak(stages, a, replace(b, **fields), "0")
        assert weak(stages, replace(a, **fields), b, "0")


def test_only_so_many_of_a_group_are_looked_at(stages):
    far = [claim(f"{i}", context=((f"g{i}", 1),)) for i in range(201)]
    contexts = Contexts(far, stages.pack)
    found = law.weak_links(tuple(far), contexts, Decimal("0.5"))
    assert len(found) == 200 * 199 // 2


def test_a_beginning_and_an_end_are_at_two_times(stages):
    begins, ends = stages.pack.policy.begin_end_pairs[0]
    a, b, both = (
        claim(name, kind=Kind.DATE, metric=Metric("open", "x", frozenset(map(stem, words))))
        for name, words in (("a", (begins,)), ("b", (ends,)), ("c", (begins, ends)))
    )
    contexts = Contexts([a, b, both], stages.pack)
    assert contexts.are_begin_and_end(a, b)
    assert contexts.are_begin_and_end(b, a)
    assert not contexts.are_begin_and_end(a, a)
    assert not contexts.are_begin_and_end(a, both)
    assert not contexts.are_begin_and_end(replace(a, kind=Kind.COUNT), b)
    assert not contexts.are_begin_and_end(a, replace(b, metric=None))
