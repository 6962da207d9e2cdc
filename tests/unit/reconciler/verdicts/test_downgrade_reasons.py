"""What speaks for two things where two values clash, each reason by itself."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reconcile.model.claim import Claim, Metric, Subject
from reconcile.model.finding import Relation
from reconcile.model.mention import Kind
from reconcile.model.period import Grain, Period
from reconcile.model.span import Span
from reconcile.model.value import Interval, Value
from reconcile.reconciler.verdicts import downgrade_reasons as reasons
from reconcile.reconciler.verdicts.values import Judged

ACME, BOLT = Subject("acme", "Acme"), Subject("bolt", "Bolt")
NAMES = frozenset({"acm", "bolt"})


def claim(number=50, source="a", **fields):
    value = number if isinstance(number, Value) or number is None else Value.exact(Decimal(number), Decimal(1))
    fields = {"kind": Kind.COUNT, "value": value, "unit": "mill", **fields}
    return Claim(f"{source}{number}", source, Span(0, 1), str(number), Span(0, 9), rule="test", trail=(), **fields)


def doubt(stages, a, b):
    policy = stages.pack.policy
    found = reasons.downgrade_reason(a, b, policy)
    assert found == reasons.downgrade_reason(b, a, policy)
    return found


def test_no_doubt_without_a_reason(stages):
    assert doubt(stages, claim(50), claim(61, "b")) is None
    assert doubt(stages, claim(50), claim(61)) == "one text gives both, more likely of two things"
    assert doubt(stages, claim(50), claim(61, "b", unit="goat")) == "other things are counted"
    role = claim(None, kind=Kind.ROLE)
    assert doubt(stages, role, replace(role, source="b", names=frozenset("x"))) is None


def test_names_are_shared_where_both_give_some(stages):
    a, b = claim(50, names=frozenset({"x"})), claim(61, "b", names=frozenset({"y"}))
    assert doubt(stages, a, b) == "the sentences share no name"
    assert doubt(stages, a, replace(b, names=frozenset({"x", "y"}))) is None
    assert doubt(stages, a, replace(b, names=frozenset())) is None


def test_a_rule_or_a_slip_goes_before_words(stages):
    a, b = claim(50, names=frozenset({"x"})), claim(61, "b", names=frozenset({"y"}))
    ruled = {"metric": Metric("deaths", "killed"), "subject": ACME}
    assert doubt(stages, replace(a, **ruled), replace(b, **ruled)) is None
    far = Value.exact(Decimal(51000), Decimal(1))
    slip = replace(a, value=Value.exact(Decimal(51), Decimal(1)))
    assert doubt(stages, slip, replace(b, value=far)) is None


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (ACME, BOLT, True),
        (ACME, ACME, False),
        (ACME, Subject("acme steel", "Acme Steel"), False),
        (ACME, Subject("mills", "the mills"), False),
        (ACME, None, False),
        (None, BOLT, False),
        (ACME, Subject("boll", "Boll"), False),
    ],
)
def test_two_subjects_by_name(stages, one, other, found):
    # "Boll" only opens its sentence: it is no name
    a = claim(50, subject=one, names=frozenset({"acm", "x"}))
    b = claim(61, "b", subject=other, names=frozenset({"bolt", "x"}))
    assert (doubt(stages, a, b) == "said of two subjects") is found


def test_each_names_the_other(stages):
    a, b = claim(50, subject=ACME, names=NAMES), claim(61, "b", subject=BOLT, names=NAMES)
    assert doubt(stages, a, b) is None
    alone = replace(b, names=frozenset({"bolt"}))
    assert doubt(stages, a, alone) == "said of two subjects"


FAR = "too far apart for two reports of one thing, and no slip explains it"


@pytest.mark.parametrize(
    ("a", "b", "found"), [(20, 60, None), (20, 61, FAR), (61, 20, FAR), (20, 200, None), (None, 61, None)]
)
def test_values_far_apart(a, b, found):
    assert reasons.distant(claim(a), claim(b, "b")) == found
    over = Value(Interval(Decimal(20)))
    assert reasons.distant(claim(over), claim(61, "b")) == FAR


def test_one_statement_may_be_far_off(stages):
    period = Period(None, None, "2030", Grain.YEAR)
    same = {
        "subject": ACME,
        "names": frozenset({"acm"}),
        "period": period,
        "metric": Metric("open", "mills", frozenset({"mill"})),
    }
    a, b = claim(20, **same), claim(61, "b", **same)
    assert doubt(stages, a, b) is None
    for fields in ({"period": None}, {"metric": None}, {"metric": Metric("open", "x")}, {"subject": None}):
        assert doubt(stages, a, replace(b, **fields)) == FAR
    nowhen = {"period": None}
    assert doubt(stages, replace(a, **nowhen), replace(b, **nowhen)) == FAR


FITS = Judged(Relation.COMPATIBLE, "fits")
SOFT = Value(Interval.point(Decimal(50)), soft=Interval(Decimal(40), Decimal(60)))
OVER = Value(Interval(Decimal(50), None, low_open=True))


@pytest.mark.parametrize(
    ("a", "b", "conflict"),
    [
        (50, 51, True),
        (SOFT, 51, False),
        (51, SOFT, False),
        # "more than 50" leaves 50 out, and no number above
        (OVER, 50, True),
        (50, OVER, True),
        (OVER, 51, False),
        (OVER, SOFT, False),
        (Value(Interval(Decimal(51))), 50, False),
        (Value(Interval(Decimal(51), Decimal(52), low_open=True)), 50, False),
        (None, 50, False),
    ],
)
def test_one_sentence_copied_rounds_nothing(a, b, conflict):
    found = reasons.copied_verdict(claim(a), claim(b, "b"), FITS)
    assert (found.relation is Relation.CONFLICT) is conflict
    other = Judged(Relation.REVISED, "later")
    assert reasons.copied_verdict(claim(a), claim(b, "b"), other) is other
    assert reasons.copied_verdict(claim(a), claim(b, "b", unit="goat"), FITS) is FITS


def word_of(table):
    return min(table)


@pytest.mark.parametrize(("away", "found"), [(1, True), (2, True), (3, False)])
def test_a_word_beside_one_value_alone(stages, away, found):
    policy = stages.pack.policy
    for table in (policy.means, policy.marks):
        a, b = claim(50, context=((word_of(table), away),)), claim(61, "b")
        assert (reasons.marked_difference(a, b, policy) is not None) is found
        assert (reasons.marked_difference(b, a, policy) is not None) is found
        assert reasons.marked_difference(a, a, policy) is None
    mean = claim(50, context=((word_of(policy.means), away),))
    assert (reasons.one_is_a_mean(mean, claim(61, "b"), policy) is not None) is found
    mark = claim(50, context=((word_of(policy.marks.keys() - policy.means.keys()), away),))
    assert reasons.one_is_a_mean(mark, claim(61, "b"), policy) is None


def test_a_move_beside_one_value_alone(stages):
    policy = stages.pack.policy
    moved = {"context": ((word_of(policy.moves - policy.means.keys() - policy.marks.keys()), 1),)}
    assert reasons.marked_difference(claim(50, **moved), claim(61, "b"), policy) is not None
    assert reasons.marked_difference(claim(50, **moved), claim(61, "b", **moved), policy) is None
    percent = claim(50, kind=Kind.PERCENT, **moved)
    assert reasons.marked_difference(percent, claim(61, "b"), policy) is None
