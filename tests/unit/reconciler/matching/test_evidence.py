"""What is counted of two claims, how it is weighed, and what is said of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reconcile.model.claim import Claim, Factuality, Metric, Subject
from reconcile.model.mention import Kind
from reconcile.model.period import PeriodBasis, one_day
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.model.words import stem
from reconcile.reconciler.matching.contexts import Contexts, exclusive_terms_near
from reconcile.reconciler.matching.evidence import Evidence, Weighed, probability
from reconcile.reconciler.matching.features import FEATURES, ONE, may_agree
from reconcile.rules.matching import Feature, Model

ACME, BOLT = Subject("acme", "Acme"), Subject("bolt", "Bolt")
SAID = (("ferri", 1), ("passenger", 2))
DEATHS, HURT = Metric("deaths", "killed", frozenset({"kill"})), Metric("hurt", "hurt", frozenset({"hurt"}))
ROWS = {row.feature: row for row in FEATURES}


def claim(name, number=512, context=SAID, **fields):
    value = None if number is None else Value.exact(Decimal(number), Decimal(1))
    fields = {"kind": Kind.COUNT, "span": Span(0, 1), **fields}
    source = fields.pop("source", name)
    return Claim(
        name, source, quote=str(number), sentence=Span(0, 9), rule="t", trail=(), value=value, context=context, **fields
    )


def day(n):
    return replace(one_day(date(2031, 5, n)), basis=PeriodBasis.STATED)


def when(name, n, **fields):
    return claim(name, None, **{"kind": Kind.DATE, "period": day(n), **fields})


def counted(stages, feature, a, b, *others):
    claims = (a, b, *others)
    evidence = Evidence(claims, Contexts(claims, stages.pack), stages.pack)
    evidence.learn([(x, y) for i, x in enumerate(claims) for y in claims[:i] if x.source != y.source])
    pair, turned = evidence.pair(a, b), evidence.pair(b, a)
    assert ROWS[feature].count(pair) == ROWS[feature].count(turned)
    return ROWS[feature].count(pair)


def test_every_feature_has_one_row():
    assert sorted(ROWS) == sorted(Feature)
    assert len(FEATURES) == len(ROWS)


@pytest.mark.parametrize(
    ("feature", "a", "b", "count"),
    [
        ("values-fit", claim("a"), claim("b"), ONE),
        ("values-fit", claim("a"), claim("b", 513), 0),
        ("equal-digits", claim("a"), claim("b"), 2 * ONE),
        ("equal-digits", claim("a", 5), claim("b", 5), 0),
        ("equal-digits", claim("a", 1234567), claim("b", 1234567), 3 * ONE),
        ("equal-digits", claim("a"), claim("b", 521), 2 * ONE),
        ("equal-digits", claim("a"), claim("b", 522), 0),
        ("value-ratio", claim("a"), claim("b"), 0),
        ("value-ratio", claim("a", 100), claim("b", 272), ONE),
        ("value-ratio", claim("a", 100), claim("b", 99999), 3 * ONE),
        ("value-ratio", claim("a", 12), claim("b", 12000), 0),
        ("value-ratio", claim("a", 0), claim("b", 12), 3 * ONE),
        ("value-ratio", claim("a", 0), claim("b", 0), 0),
        ("shared-words", claim("a"), claim("b"), ONE),
        ("shared-words", claim("a"), claim("b", context=(("goat", 1),)), 0),
        ("metric-words", claim("a", metric=DEATHS), claim("b", metric=DEATHS), ONE),
        ("metric-words", claim("a", metric=DEATHS), claim("b"), 0),
        ("same-rule", claim("a", metric=DEATHS), claim("b", metric=DEATHS), ONE),
        ("same-rule", claim("a"), claim("b"), 0),
        ("two-rules", claim("a", metric=DEATHS), claim("b", metric=HURT), ONE),
        ("two-rules", claim("a", metric=DEATHS), claim("b"), 0),
        ("one-rule", claim("a", metric=DEATHS), claim("b", metric=Metric("open", "x")), ONE),
        ("one-rule", claim("a", metric=DEATHS), claim("b", metric=HURT), 0),
        ("same-noun", claim("a", unit="goat"), claim("b", unit="goats"), ONE),
        ("same-noun", claim("a", unit="goat"), claim("b"), 0),
        ("two-nouns", claim("a", unit="goat"), claim("b", unit="bridge"), ONE),
        ("two-nouns", claim("a", unit="goat"), claim("b"), 0),
        ("subject-words", claim("a", subject=ACME), claim("b", subject=Subject("x", "Acme Foods")), ONE),
        ("subject-words", claim("a", subject=ACME), claim("b", subject=BOLT), 0),
        ("two-subjects", claim("a", subject=ACME), claim("b", subject=BOLT), ONE),
        ("two-subjects", claim("a", subject=ACME), claim("b"), 0),
        ("two-named-subjects", claim("a", subject=ACME), claim("b", subject=BOLT), ONE),
        ("two-named-subjects", claim("a", subject=ACME), claim("b", subject=Subject("f", "fire")), 0),
        ("both-in-lead", claim("a"), claim("b"), ONE),
        ("both-in-lead", claim("a"), claim("b", span=Span(500, 501)), 0),
        ("places-apart", claim("a"), claim("b", span=Span(1500, 1501)), 500),
        ("places-apart", claim("a"), claim("b", span=Span(9000, 9001)), ONE),
        ("names-shared", claim("a", names=frozenset("xy")), claim("b", names=frozenset("yz")), 500),
        ("periods-meet", claim("a", period=day(1)), claim("b", period=day(1)), ONE),
        ("periods-meet", claim("a", period=day(1)), claim("b"), 0),
        ("periods-apart", claim("a", period=day(1)), claim("b", period=day(2)), ONE),
        ("periods-apart", claim("a", period=day(1)), claim("b"), 0),
        ("stated-periods-apart", claim("a", period=day(1)), claim("b", period=day(2)), ONE),
        (
            "stated-periods-apart",
            claim("a", period=replace(day(1), basis=PeriodBasis.PUBLICATION)),
            claim("b", period=day(2)),
            0,
        ),
        ("days-apart", when("a", 1), when("b", 1), 0),
        ("days-apart", when("a", 1), when("b", 4), 1098),
        ("days-apart", when("a", 1), when("b", 30), 2995),
        ("same-quote", claim("a"), claim("b"), ONE),
        ("same-quote", claim("a"), claim("b", 5), 0),
        ("one-to-come", claim("a", factuality=Factuality.FORECAST), claim("b"), ONE),
        ("one-to-come", claim("a"), claim("b"), 0),
        ("count", claim("a"), claim("b", kind=Kind.NUMBER), ONE),
        ("bare-number", claim("a"), claim("b", kind=Kind.NUMBER), ONE),
        ("age", claim("a", kind=Kind.AGE), claim("b", kind=Kind.AGE), ONE),
    ],
)
def test_what_a_feature_counts(stages, feature, a, b, count):
    assert counted(stages, Feature(feature), a, b) == count


def test_rivals_of_a_text(stages):
    near, far = claim("b"), claim("c", 5, source="b", context=(("ferri", 1), ("goat", 1)))
    assert counted(stages, Feature.BEST, claim("a"), near, far) == ONE
    assert counted(stages, Feature.BEST, claim("a"), far, near) == 0
    assert (
        counted(stages, Feature.MARGIN, claim("a"), near, far)
        > 0
        > counted(stages, Feature.MARGIN, claim("a"), far, near)
    )
    # the value stands elsewhere in the text
    assert counted(stages, Feature.EQUAL_ELSEWHERE, claim("a"), far, near) == ONE
    assert counted(stages, Feature.ALIKE_ELSEWHERE, claim("a"), far, near) == ONE
    assert counted(stages, Feature.EQUAL_ELSEWHERE, claim("a"), near, far) == 0
    assert counted(stages, Feature.ONE_EACH, claim("a"), near) == ONE
    assert counted(stages, Feature.ONE_EACH, claim("a"), near, far) == 0


def test_a_score_is_a_probability():
    assert probability(0) == 500
    assert probability(10**9) > 990
    assert probability(-(10**9)) == 0
    assert [probability(n * 10_000) for n in range(-80, 81)] == sorted(probability(n * 10_000) for n in range(-80, 81))
    assert probability(100_000) == 731


def test_a_model_is_a_sum_anyone_can_read(stages):
    a, b = claim("a"), claim("b")
    evidence = Evidence([a, b], Contexts([a, b], stages.pack), stages.pack)
    pair = evidence.pair(a, b)
    model = Weighed(
        Model(Decimal("-1.5"), {Feature.VALUES_FIT: Decimal(2), Feature.EQUAL_DIGITS: Decimal("0.25")}, Decimal("0.4"))
    )
    assert model.probability(pair) == probability(100_000 * 1)
    assert [(row.feature, term) for row, term in model.terms(pair)] == [
        (Feature.VALUES_FIT, 200_000),
        (Feature.EQUAL_DIGITS, 50_000),
    ]
    assert (model.join, model.find) == (400, 1000)


def test_one_place_of_one_sentence_settles_it(stages):
    a, b = claim("a", slot="s"), claim("b", 7, context=(("goat", 1),), slot="s")
    assert Evidence([a, b], Contexts([a, b], stages.pack), stages.pack).probability(a, b) == ONE


def unsure(stages, a, b):
    return bool(Evidence([a, b], Contexts([a, b], stages.pack), stages.pack).unsure((a, b)))


def test_which_differences_are_no_conflict(stages):
    a, far = claim("a", 100), claim("b", 9, context=(("goat", 1),))
    assert not unsure(stages, a, claim("b", 101))
    assert unsure(stages, a, far)
    bound = {"metric": DEATHS, "subject": ACME}
    assert not unsure(stages, replace(a, **bound), replace(far, **bound))
    assert unsure(stages, replace(a, **bound, period=day(1)), replace(far, **bound))
    # a time with its digits mistaken
    assert unsure(stages, when("a", 12), when("b", 24))
    assert not unsure(stages, when("a", 12), when("b", 21))
    # one day of two years
    assert not unsure(stages, when("a", 12), when("b", 12, period=one_day(date(2030, 5, 12))))


def test_two_things_without_a_name_in_texts_that_name_others(stages):
    fire = {"subject": Subject("fire", "the fire")}
    a, b = when("a", 12, names=frozenset("ab"), **fire), when("b", 21, names=frozenset("cd"), **fire)
    assert unsure(stages, a, b)
    assert not unsure(stages, a, replace(b, names=frozenset("ab")))
    assert not unsure(stages, a, replace(b, subject=ACME))


def test_only_so_many_of_a_group_are_looked_at(stages):
    far = tuple(claim(f"{i}", i * i * 977, context=((f"g{i}", 1),)) for i in range(1, 203))
    found = Evidence(far, Contexts(far, stages.pack), stages.pack).unsure(far)
    assert len(found) <= 200 * 199 // 2
    assert not any({"201", "202"} & pair for pair in found)


def test_the_strongest_reason_stands_first(stages):
    a, b = claim("a"), claim("b")
    evidence = Evidence([a, b], Contexts([a, b], stages.pack), stages.pack)
    reasons = evidence.reasons((a, b))
    assert len(reasons) == 3
    terms = {row.says: term for row, term in evidence.model(a).terms(evidence.pair(a, b)) if row.says}
    assert [terms[says] for says in reasons] == sorted(terms.values(), reverse=True)[:3]
    assert evidence.reasons((a, replace(b, source="a"))) == ()


def test_times_of_which_one_may_lie_in_the_other_may_agree():
    month = replace(day(1), end=date(2031, 6, 1), edtf="2031-05")
    assert may_agree(when("a", 3), when("b", 3, period=month))
    assert not may_agree(when("a", 3), when("b", 4))
    assert not may_agree(claim("a", 3, period=month), claim("b", 4, period=month))


def two_that_exclude_one_another(policy):
    by_set = {}
    for one, number in sorted(policy.exclusive_terms.items()):
        by_set.setdefault(number, []).append(one)
    return next(words[:2] for words in by_set.values() if len(words) > 1)


@pytest.mark.parametrize(("away", "exclusive"), [(1, True), (3, True), (4, False)])
def test_words_that_exclude_one_another_do_so_near_by(stages, away, exclusive):
    one, other = two_that_exclude_one_another(stages.pack.policy)
    near = (("ferri", 1),)
    a, b = claim("a", context=(*near, (one, away))), claim("b", context=(*near, (other, away)))
    assert Contexts([a, b], stages.pack).cannot_link(a, b) is exclusive
    nearest = claim("a", context=((one, 1), (other, 2)))
    assert list(exclusive_terms_near(nearest, stages.pack.policy).values()) == [one]


def test_a_beginning_and_an_end_are_at_two_times(stages):
    begins, ends = stages.pack.policy.begin_end_pairs[0]
    a, b, both = (
        claim(name, kind=Kind.DATE, metric=Metric("open", "x", frozenset(map(stem, words))))
        for name, words in (("a", (begins,)), ("b", (ends,)), ("c", (begins, ends)))
    )
    contexts = Contexts([a, b, both], stages.pack)
    assert contexts.cannot_link(a, b)
    assert contexts.cannot_link(b, a)
    assert not contexts.cannot_link(a, a)
    assert not contexts.cannot_link(a, both)
    assert not contexts.cannot_link(replace(a, kind=Kind.COUNT), b)
    assert not contexts.cannot_link(a, replace(b, metric=None))
