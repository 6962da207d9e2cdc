"""Shares of one whole: a share is its part over it, holders have no more than all, and the rest makes it full."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from check_texts import sentence_of

from reconcile.model.claim import Factuality, Metric, Subject
from reconcile.model.mention import Kind
from reconcile.model.period import one_day
from reconcile.model.value import Interval, Value
from reconcile.reconciler.checks import shares

P = Kind.PERCENT


def value(number, loose=1):
    return Value.exact(Decimal(number), Decimal(1), Decimal(loose))


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        (value(5), value(100), ("4.5", "100.5", "5.5", "99.5")),
        # trailing zeros may be rounding
        (value(500, 100), value(1000, 1000), ("450", "1500", "550", "500")),
    ],
)
def test_a_quotient_is_that_of_the_figures_as_written(part, whole, share):
    a, b, c, d = map(Decimal, share)
    assert shares.quotient(part, whole) == Interval(a / b * 100, c / d * 100)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (value(-5), value(100)),
        (value(5), value(0)),
        (Value(Interval(Decimal(5))), value(100)),
        (value(5), Value(Interval(Decimal(100)))),
        (Value(Interval.point(Decimal(5)), soft=Interval()), value(100)),
        (value(5), Value(Interval.point(Decimal(100)), soft=Interval())),
    ],
)
def test_what_has_no_quotient(part, whole):
    assert shares.quotient(part, whole) is None


def found(stages, text, *figures, check=shares.check, **fields):
    return [f.code for f in check(sentence_of(text, *figures, **fields), stages.pack)]


POSTS, EIGHT, STAFF = ("19", 19), ("8%", 8, P), ("380", 380)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It cut 19 posts, or 8% of its staff of 380", True),
        ("It cut 19 posts (8%) of its 380", True),
        ("It cut 19 posts, say 8% of its 380", False),
        ("It cut 19 posts, or 8% in all of 380", False),
        ("It cut 19 posts a b c d, or 8% of its 380", True),
        # seven words and signs
        ("It cut 19 posts a b c d e, or 8% of its 380", False),
        ("It cut 19 posts which, or 8% of its 380", False),
    ],
)
def test_part_share_and_whole_stand_together(stages, text, wrong):
    assert found(stages, text, POSTS, EIGHT, STAFF) == ["RC419"] * wrong


def test_the_share_may_stand_last(stages):
    assert found(stages, "It cut 19 of its 380 posts, or 8%", POSTS, STAFF, EIGHT) == ["RC419"]
    assert found(stages, "It cut 19 of its 380 posts, or 5%", POSTS, STAFF, ("5%", 5, P)) == []
    assert found(stages, "It cut 19 in its 380 posts, or 8%", POSTS, STAFF, EIGHT) == []


def test_money_is_a_part_of_money(stages):
    text = "It spent $19, or 8% of its budget of $380"
    money = (("$19", 19, Kind.MONEY), EIGHT, ("$380", 380, Kind.MONEY))
    assert found(stages, text, *money) == ["RC419"]
    mixed = "It spent $19, or 8% of its staff of 380"
    assert found(stages, mixed, money[0], EIGHT, STAFF) == []
    assert found(stages, text, *money, per="day") == []


VOTES = {"metric": Metric("vote-share", "share of the vote")}


def votes(stages, *numbers, names="abc", **fields):
    text = " and ".join(f"{n}%" for n in numbers)
    sentence = sentence_of(text, *((f"{n}%", n, P) for n in numbers), **{**VOTES, **fields})
    of = zip(sentence.claims, names, strict=False)
    claims = tuple(replace(c, subject=Subject(name, name) if name != "-" else None) for c, name in of)
    return [f.message for f in shares.check_sum(replace(sentence, claims=claims), stages.pack)]


def test_the_policy_names_what_adds_up(stages):
    assert "vote-share" in stages.pack.policy.additive_metrics
    assert votes(stages, 60, 45) == ["“60%” and “45%” of one whole are 105 percent."]
    assert votes(stages, 60, 45, metric=Metric("turnout", "turnout")) == []
    assert votes(stages, 60, 45, metric=None) == []


@pytest.mark.parametrize(
    ("numbers", "names", "wrong"),
    [
        # as written, 59.5 and 40.5
        ((60, 41), "ab", False),
        ((60, 42), "ab", True),
        ((40, 40, 40), "abc", True),
        # two figures of one holder are not added up
        ((60, 45), "aa", False),
        ((60, 45), "a-", False),
    ],
)
def test_holders_have_no_more_than_the_whole(stages, numbers, names, wrong):
    assert bool(votes(stages, *numbers, names=names)) is wrong


def test_a_forecast_or_a_hedge_is_no_share(stages):
    assert votes(stages, 60, 45, factuality=Factuality.FORECAST) == []
    assert votes(stages, 60, 45, hedge="about") == []
    assert votes(stages, 60, 45, period=one_day(date(2031, 5, 1))) != []


@pytest.mark.parametrize(
    ("text", "numbers", "wrong"),
    [
        ("60% for, the remaining 30% against", (60, 30), True),
        ("60% for, the remaining 40% against", (60, 40), False),
        # 59.5 and 39.5 at least, 60.5 and 40.5 at most
        ("60% for, the remaining 41% against", (60, 41), False),
        ("60% for, the remaining 42% against", (60, 42), True),
        ("60% for, the remaining 39% against", (60, 39), False),
        ("60% for, the remaining 38% against", (60, 38), True),
        ("60% for, 30% against", (60, 30), False),
        ("60% for, the rest of now 30% against", (60, 30), True),
        ("60% for, the rest of it now 30% against", (60, 30), False),
    ],
)
def test_the_rest_makes_the_whole(stages, text, numbers, wrong):
    figures = ((f"{n}%", n, P) for n in numbers)
    assert found(stages, text, *figures, check=shares.check_rest) == ["RC406"] * wrong


def test_one_share_or_a_bound_is_left_alone(stages):
    assert found(stages, "the remaining 30% against", ("30%", 30, P), check=shares.check_rest) == []
    over = Value(Interval(Decimal(60)), Decimal(1))
    text = "60% for, the remaining 30% against"
    assert found(stages, text, ("60%", over, P), ("30%", 30, P), check=shares.check_rest) == []


def test_a_hedge_is_taken_at_its_word():
    soft = Value(Interval.point(Decimal(60)), Decimal(1), Decimal(1), Interval(Decimal(50), Decimal(70)))
    (a, b) = sentence_of("60% and 30%", ("60%", soft, P), ("30%", 30, P)).claims
    assert shares.make_whole((a, b))
    assert not shares.make_whole((b, b))
