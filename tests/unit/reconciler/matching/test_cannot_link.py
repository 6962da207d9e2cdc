"""What tells two values apart, each law by itself."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reconcile.model.claim import Claim, Metric, Subject
from reconcile.model.mention import Kind
from reconcile.model.period import Grain, Period, PeriodBasis, one_day
from reconcile.model.span import Span
from reconcile.model.value import Interval, Value
from reconcile.reconciler.matching import cannot_link as law

DEATHS, OPEN = Metric("deaths", "killed"), Metric("open", "crew")
DAY = one_day(date(2031, 5, 1))


def claim(number=5, source="a", kind=Kind.COUNT, **fields):
    value = number if isinstance(number, Value) or number is None else Value.exact(Decimal(number), Decimal(1))
    return Claim(
        f"{source}{number}", source, Span(0, 1), str(number), Span(0, 9), kind, "test", (), value=value, **fields
    )


def day(n, **fields):
    return replace(one_day(date(2031, 5, n)), **fields)


@pytest.mark.parametrize(
    ("a", "b", "fit"),
    [
        (claim(5), claim(5), True),
        (claim(5), claim(6), False),
        (claim(Value.exact(Decimal(1200), Decimal(100))), claim(1234), True),
        (claim(Value.exact(Decimal(1200), Decimal(100))), claim(1251), False),
        (claim(Value(Interval(Decimal(5)))), claim(7), True),
        (claim(Value(Interval(Decimal(5)))), claim(3), False),
        (claim(None), claim(5), False),
        # in the unit in which both meet
        (claim(5, norm=Value.exact(Decimal(5000), Decimal(1000))), claim(5100), True),
        (claim(5, norm=Value.exact(Decimal(5000), Decimal(1000))), claim(5), False),
        (claim(None, period=DAY), claim(None, period=DAY), True),
        (claim(None, period=DAY), claim(None, period=day(2)), False),
        (claim(None), claim(None, period=DAY), False),
    ],
)
def test_values_fit_as_written(a, b, fit):
    assert law.values_fit(a, b) is law.values_fit(b, a) is fit


def test_times_of_which_nothing_is_known_fit_by_their_words():
    nowhere = Period(None, None, "XXXX", Grain.YEAR)
    one, other = claim(None, period=nowhere), replace(claim(None, period=nowhere), quote="Long ago")
    assert law.values_fit(one, replace(one, quote="NONE"))
    assert not law.values_fit(one, other)


@pytest.mark.parametrize(("a", "b", "differ"), [(100, 85, False), (100, 84, True), (14, 41, False), (5, 5, False)])
def test_one_text_gives_one_value_about_alike(a, b, differ):
    assert law.values_differ(claim(a), claim(b)) is differ
    over = claim(Value(Interval(Decimal(50))))
    assert not law.values_differ(over, claim(100))


def test_times_differ_where_they_are_not_the_same():
    assert law.values_differ(claim(None, period=DAY), claim(None, period=day(2)))
    assert not law.values_differ(claim(None, period=DAY), claim(None, period=DAY))


@pytest.mark.parametrize(
    ("claim", "key"),
    [
        (claim(kind=Kind.NUMBER), ("count", "")),
        (claim(kind=Kind.RATIO), ("percent", "")),
        (claim(unit="man"), ("count", "")),
        (claim(kind=Kind.MONEY, unit="USD", dimension="currency"), ("money", "USD")),
        (claim(kind=Kind.MEASURE, unit="foot"), ("measure", "foot")),
        (claim(kind=Kind.MEASURE, unit="foot", norm_unit="kilometer"), ("measure", "kilometer")),
        (claim(kind=Kind.DURATION), ("duration", "")),
    ],
)
def test_what_is_compared_at_all(claim, key):
    assert law.block_key(claim) == key


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        (claim(), claim(source="b"), False),
        (claim(per="day"), claim(source="b"), True),
        (claim(qualifiers={"place": "x"}), claim(source="b", qualifiers={"place": "y"}), True),
        (claim(qualifiers={"place": "x"}), claim(source="b", qualifiers={"side": "y"}), False),
        (claim(period=DAY), claim(source="b", period=day(2)), True),
        (claim(period=DAY, metric=DEATHS), claim(source="b", period=day(2), metric=DEATHS), True),
        (claim(period=DAY), claim(source="b", period=day(2, basis=PeriodBasis.PUBLICATION)), False),
        (claim(period=DAY), claim(source="b"), False),
        (claim(kind=Kind.DATE, period=DAY), claim(source="b", kind=Kind.DATE, period=day(2)), False),
    ],
)
def test_structure_says_that_two_are_of_two_things(a, b, differ):
    assert law.cannot_link(a, b) is law.cannot_link(b, a) is differ


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        (claim(5), claim(60, source="b"), False),
        (claim(5), claim(6), True),
        (replace(claim(5), sentence=Span(20, 30)), claim(5), False),
        (replace(claim(5), sentence=Span(20, 30)), claim(6), False),
        (replace(claim(5), sentence=Span(20, 30)), claim(7), True),
        (claim(123, metric=DEATHS), claim(123, metric=DEATHS), False),
        (claim(123, metric=DEATHS), claim(132, metric=DEATHS), False),
        (claim(123, metric=DEATHS), claim(129, metric=DEATHS), True),
        (claim(123, metric=DEATHS), claim(132, metric=OPEN), True),
        (replace(claim(None, period=DAY), sentence=Span(20, 30)), claim(None, period=day(1)), False),
    ],
)
def test_one_text_gives_one_thing_one_value(a, b, differ):
    assert law.differ_within_text(a, b) is law.differ_within_text(b, a) is differ


@pytest.mark.parametrize(("last", "differ"), [(8, False), (9, False), (10, True)])
def test_a_count_goes_on_for_a_week(last, differ):
    # the days between: from the end of the first to the beginning of the last
    one, other = claim(period=DAY, metric=DEATHS), claim(source="b", period=day(last), metric=DEATHS)
    assert law.cannot_link(one, other, frozenset({"deaths"})) is differ
    assert law.cannot_link(one, replace(other, metric=OPEN), frozenset({"deaths"}))


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        (Subject("ann lee", "Ann Lee"), Subject("bo dahl", "Bo Dahl"), True),
        (Subject("ann lee", "Ann Lee"), Subject("lee", "Lee"), False),
        (Subject("ann lee", "Ann Lee"), Subject("bo dahl", "he", weak=True), False),
        (Subject("ann lee", "Ann Lee"), None, False),
    ],
)
def test_ages_are_of_persons(one, other, two):
    a, b = claim(kind=Kind.AGE, subject=one), claim(source="b", kind=Kind.AGE, subject=other)
    assert law.cannot_link(a, b) is law.cannot_link(b, a) is two
    assert not law.cannot_link(replace(a, kind=Kind.COUNT), replace(b, kind=Kind.COUNT))


def test_what_a_rule_names_and_what_has_a_name():
    assert law.has_rule(claim(metric=DEATHS))
    assert not law.has_rule(claim(metric=OPEN))
    assert not law.has_rule(claim())
    assert law.has_name(claim(subject=Subject("acme", "Acme")))
    assert not law.has_name(claim(subject=Subject("fire", "the fire")))
    assert not law.has_name(claim())


def test_one_rule_and_one_subject():
    acme, fire = Subject("acme", "Acme"), Subject("fire", "the fire")
    a = claim(metric=DEATHS, subject=acme)
    assert law.same_metric_rule(a, a)
    others = (
        {"subject": fire},
        {"subject": None},
        {"metric": OPEN},
        {"metric": None},
        {"metric": Metric("hurt", "hurt")},
    )
    for fields in others:
        assert not law.same_metric_rule(a, replace(a, **fields))
        assert not law.same_metric_rule(replace(a, **fields), a)
    assert not law.same_metric_rule(replace(a, metric=OPEN), replace(a, metric=OPEN))


def test_two_rules_and_two_nouns_are_of_two_things(stages):
    policy = stages.pack.policy
    sold = Metric("sold", "sold")
    assert law.two_slots(claim(unit="goat", metric=DEATHS), claim(unit="bridge", metric=sold), policy)
    assert not law.two_slots(claim(unit="goat", metric=DEATHS), claim(unit="goat", metric=sold), policy)
    assert not law.two_slots(claim(unit="goat", metric=DEATHS), claim(unit="bridge", metric=DEATHS), policy)
    assert not law.two_slots(claim(unit="goat", metric=DEATHS), claim(unit="bridge", metric=OPEN), policy)
    first, second = next((word, key) for word, key in policy.metric_synonyms.items() if word != key)
    used = claim(unit="goat", metric=Metric(first, "x")), claim(unit="bridge", metric=Metric(second, "y"))
    assert not law.two_slots(*used, policy)


def test_two_nouns_are_counted(stages):
    policy = stages.pack.policy
    assert law.two_nouns(claim(unit="goat"), claim(unit="bridge"), policy)
    assert not law.two_nouns(claim(unit="goat"), claim(unit="goat"), policy)
    assert not law.two_nouns(claim(unit=None), claim(unit="goat"), policy)
    assert not law.two_nouns(claim(unit="goat"), claim(unit=None), policy)
    assert not law.two_nouns(claim(unit="goat", kind=Kind.MEASURE), claim(unit="bridge"), policy)
