"""A change held against its ends, its words and its percentages: what the ends allow as they are written."""

from decimal import Decimal

import pytest
from check_texts import sentence_of

from reconcile.model.mention import Kind
from reconcile.model.value import Interval, Value
from reconcile.reconciler.checks import change

M, P = Kind.MONEY, Kind.PERCENT


def value(text):
    number = Decimal(text)
    return Value.exact(number, Decimal(1).scaleb(number.as_tuple().exponent))


@pytest.mark.parametrize(
    ("stated", "base", "other", "holds"),
    [
        ("20", "50", "60", True),
        ("12", "50", "60", False),
        # either way, and as far as all three are written: (59.5 / 50.5 - 1) to (60.5 / 49.5 - 1)
        ("20", "60", "50", False),
        ("17", "60", "50", True),
        ("-17", "60", "50", True),
        ("17", "50", "60", False),
        ("18", "50", "60", True),
        ("22", "50", "60", True),
        ("23", "50", "60", False),
        ("20", "50.00", "60.00", True),
        ("20.6", "50.00", "60.00", False),
        # nothing is a percentage of nothing
        ("20", "0", "60", True),
        ("0", "50", "50", True),
        ("2.0", "50", "50", True),
        ("2.1", "50", "50", False),
    ],
)
def test_what_a_percentage_may_be_the_change_of(stated, base, other, holds):
    assert change.fits(value(stated), value(base), value(other)) is holds


def codes(stages, text, *figures, **fields):
    sentence = sentence_of(text, *figures, **fields)
    return [f.code for f in change.check(sentence, stages.pack)]


@pytest.mark.parametrize(
    ("text", "size", "kind", "found"),
    [
        ("Sales rose by $10 from $50 to $60", ("$10", 10), M, []),
        # 49.5 to 50.5, and 59.5 to 60.5
        ("Sales rose by $11 from $50 to $60", ("$11", 11), M, []),
        ("Sales rose by $12 from $50 to $60", ("$12", 12), M, ["RC402"]),
        ("Sales rose by 13 from $50 to $60", ("13", 13), Kind.NUMBER, []),
        ("Sales rose 30% from $50 to $60", ("30%", 30), P, ["RC402"]),
        ("Excluding oil, sales rose 30% from $50 to $60", ("30%", 30), P, []),
    ],
)
def test_a_size_is_held_against_the_ends(stages, text, size, kind, found):
    assert codes(stages, text, (*size, kind), ("$50", 50, M), ("$60", 60, M)) == found


def test_two_sizes_or_a_hedged_one_are_left_alone(stages):
    ends = (("$50", 50, M), ("$60", 60, M))
    two = "Sales rose 30% from $50 to $60, or 20%"
    assert codes(stages, two, ("30%", 30, P), *ends, ("20%", 20, P)) == []
    hedged = Value(Interval.point(Decimal(30)), Decimal(1), Decimal(1), Interval(Decimal(28), Decimal(32)))
    assert codes(stages, "Sales rose 30% from $50 to $60", ("30%", hedged, P), *ends) == []
    over = Value(Interval(Decimal(30)), Decimal(1))
    assert codes(stages, "Sales rose 30% from $50 to $60", ("30%", over, P), *ends) == []


@pytest.mark.parametrize(("points", "kind", "found"), [(2, Kind.POINTS, []), (4, Kind.POINTS, ["RC402"]), (4, P, [])])
def test_points_are_the_difference_of_percentages(stages, points, kind, found):
    text = f"The rate rose by {points} points from 60% to 62%"
    figures = ((f"{points} points", points, kind), ("60%", 60, P), ("62%", 62, P))
    assert codes(stages, text, *figures) == found


@pytest.mark.parametrize(
    ("text", "ends", "found"),
    [
        ("Sales rose from $60 to $50", (60, 50), ["RC403"]),
        ("Sales fell from $50 to $60", (50, 60), ["RC403"]),
        ("Sales rose from $50 to $60", (50, 60), []),
        ("Sales went from $60 to $50", (60, 50), []),
        ("Sales rose and fell from $60 to $50", (60, 50), []),
        ("Sales never rose from $60 to $50", (60, 50), []),
        ("Sales fell from $50 to $50", (50, 50), []),
    ],
)
def test_a_word_of_direction_is_held_against_the_ends(stages, text, ends, found):
    quotes = [word for word in text.split() if word.startswith("$")]
    assert codes(stages, text, *((q, n, M) for q, n in zip(quotes, ends, strict=True))) == found


@pytest.mark.parametrize(
    ("text", "low", "high", "stated", "found"),
    [
        ("It fell 2%, from 6% to 4%", 4, 6, 2, True),
        ("It fell 33%, from 6% to 4%", 4, 6, 33, False),
        ("It fell 3%, from 6% to 4%", 4, 6, 3, False),
        # its relative change too
        ("It fell 50%, from 100% to 50%", 50, 100, 50, False),
        ("It fell 2%, 6% to 4%", 4, 6, 2, False),
    ],
)
def test_percent_is_not_points(stages, text, low, high, stated, found):
    size, ends = text.split(", ")
    range_ = Value(Interval(Decimal(low), Decimal(high)), Decimal(1))
    sentence = sentence_of(text, (size.removeprefix("It fell "), stated, P), (ends, range_, P))
    assert [f.code for f in change.check_points(sentence, stages.pack)] == ["RC404"] * found


def test_a_third_percentage_leaves_points_open(stages):
    range_ = Value(Interval(Decimal(4), Decimal(6)), Decimal(1))
    text = "It fell 2%, from 6% to 4%, of 9%"
    sentence = sentence_of(text, ("2%", 2, P), ("from 6% to 4%", range_, P), ("9%", 9, P))
    assert list(change.check_points(sentence, stages.pack)) == []
