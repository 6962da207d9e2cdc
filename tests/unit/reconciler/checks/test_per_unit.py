"""Count, price and total, and total, count and average: all three of a sentence, called what they are."""

from decimal import Decimal

import pytest
from check_texts import claim_of, sentence_of

from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import Interval, Value
from reconcile.reconciler.checks import per_unit
from reconcile.reconciler.checks.sentence_claims import SentenceClaims

M = Kind.MONEY


def priced(stages, text, *figures):
    return [f.code for f in per_unit.check_price(sentence_of(text, *figures), stages.pack)]


FIVE, TEN, SUM = ("5", 5), ("$10", 10, M), ("$90", 90, M)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It bought 5 mugs at $10 each, a total of $90", True),
        ("It bought 5 mugs at $10 apiece, a total of $90", True),
        ("It bought 5 mugs at $10 now each, a total of $90", False),
        ("It bought 5 mugs at $10 each for $90", False),
        ("It bought 5 mugs at $10 each for a total cost of $90", True),
        ("It bought 5 mugs at $10 each for a total of just about $90", False),
        ("It bought 5 mugs at $10 each and pens, a total of $90", False),
    ],
)
def test_all_three_are_called_what_they_are(stages, text, found):
    assert priced(stages, text, FIVE, TEN, SUM) == ["RC413"] * found


@pytest.mark.parametrize(("total", "found"), [(50, False), (53, False), (54, True), (46, True), (47, False)])
def test_a_price_is_taken_as_it_is_written(stages, total, found):
    # 5 times 9.5 to 10.5, and half of one for the total
    text = f"It bought 5 mugs at $10 each, a total of ${total}"
    assert priced(stages, text, FIVE, TEN, (f"${total}", total, M)) == ["RC413"] * found


def test_another_count_or_currency_leaves_it_open(stages):
    text = "It bought 5 mugs and 7 pens at $10 each, a total of $90"
    assert priced(stages, text, FIVE, ("7", 7), TEN, SUM) == []
    text = "It bought 5 mugs at $10 each, a total of $90"
    claims = [claim_of(text, "5", 5), claim_of(text, "$10", 10, M), claim_of(text, "$90", 90, M, unit="EUR")]
    sentence = SentenceClaims(text, Span(0, len(text)), tuple(claims))
    assert list(per_unit.check_price(sentence, stages.pack)) == []


@pytest.mark.parametrize(
    "count",
    [Value.exact(Decimal(0)), Value(Interval(Decimal(5))), Value(Interval.point(Decimal(5)), soft=Interval())],
    ids=["none", "bound", "hedged"],
)
def test_a_count_is_plain(stages, count):
    assert priced(stages, "It bought 5 mugs at $10 each, a total of $90", ("5", count), TEN, SUM) == []


def averaged(stages, text, *figures, **fields):
    return [f.code for f in per_unit.check_average(sentence_of(text, *figures, **fields), stages.pack)]


GOALS, GAMES = ("120", 120), ("40", 40)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They had 120 goals in 40 games, an average of 5", True),
        ("They had 120 goals in 40 games, averaging 5", True),
        ("They had 120 goals in 40 games, an average rate of 5", False),
        ("They had 120 goals and 40 games, an average of 5", False),
        ("They had 120 red goals in 40 games, an average of 5", True),
        ("They had 120 very red goals in 40 games, an average of 5", False),
    ],
)
def test_the_average_is_called_one(stages, text, found):
    figures = (GOALS, GAMES, ("5", 5))
    assert averaged(stages, text, *figures) == ["RC414"] * found


@pytest.mark.parametrize(("mean", "found"), [(3, False), (4, True), (2, True)])
def test_an_average_is_the_total_over_the_count(stages, mean, found):
    text = f"They had 120 goals in 40 games, an average of {mean}"
    assert averaged(stages, text, GOALS, GAMES, (str(mean), mean)) == ["RC414"] * found


def test_nothing_else_is_in_the_sentence(stages):
    text = "They had 120 goals in 40 games, an average of 5, with 9 red cards"
    assert averaged(stages, text, GOALS, GAMES, ("5", 5), ("9", 9)) == []
    assert averaged(stages, "They had 120 goals in 40 games, an average of 5", GOALS, GAMES, ("5", 5), per="day") == []
    dollars = "They had 120 goals in $40, an average of 5"
    assert averaged(stages, dollars, GOALS, ("$40", 40, M), ("5", 5)) == []
    percent = "They had 120 goals in 40 games, an average of 5%"
    assert averaged(stages, percent, GOALS, GAMES, ("5%", 5, Kind.PERCENT)) == []
