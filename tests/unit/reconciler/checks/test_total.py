"""Totals: where their parts are announced, and what is called a total of the figures before it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from check_texts import claim_of, sentence_of

from reconcile.model.claim import Subject
from reconcile.model.mention import Kind
from reconcile.reconciler.checks import total

M, N = Kind.MONEY, Kind.NUMBER


def announced(stages, text, *figures):
    return [f.message for f in total.check_total(sentence_of(text, *figures), stages.pack)]


TWELVE, SEVEN, FOUR = ("12", 12), ("7", 7), ("4", 4)
SHORT = ["2 parts of “12” add up to 11, not 12."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It hurt 12 people: 7 men and 4 women", SHORT),
        ("It hurt 12 people – 7 men and 4 women – badly", SHORT),
        ("It hurt 12 people (7 men and 4 women) in all", SHORT),
        ("It hurt 12 people -- 7 men and 4 women -- badly", SHORT),
        ("It hurt 12 people; 7 men and 4 women", []),
        ("It hurt 12 a b c d e f g h i j: 7 men and 4 women", SHORT),
        # eleven words
        ("It hurt 12 a b c d e f g h i j k: 7 men and 4 women", []),
        ("It hurt 12 people: 7 men and 4 women and others", []),
    ],
)
def test_parts_stand_behind_a_sign(stages, text, found):
    assert announced(stages, text, TWELVE, SEVEN, FOUR) == found


def test_one_part_is_no_list(stages):
    assert announced(stages, "It hurt 12 people: 7 men", TWELVE, SEVEN) == []


def test_single_things_may_be_all_or_none_of_the_rest(stages):
    assert announced(stages, "It hurt 12: 7 men, a nurse and 4 women", TWELVE, SEVEN, FOUR) == []
    assert announced(stages, "It hurt 12: 7 men, a nurse and 5 women", TWELVE, SEVEN, ("5", 5)) == []
    assert announced(stages, "It hurt 12: 7 men, a nurse and 3 women", TWELVE, SEVEN, ("3", 3)) == [
        "3 parts of “12” add up to 11, not 12."
    ]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("It rose to 12: 7 men and 4 women", N, SHORT),
        ("It has 12: 7 men and 4 women", N, []),
        ("It rose to some 12: 7 men and 4 women", N, []),
        ("It rose to 12: 7 men and 4 women", Kind.PERCENT, []),
    ],
)
def test_a_bare_number_is_reached(stages, text, kind, found):
    assert announced(stages, text, (*TWELVE, kind), SEVEN, FOUR) == found


def test_money_is_told_with_its_currency(stages):
    figures = (("$12", 12, M), ("$7", 7, M), ("$3", 3, M))
    assert announced(stages, "It gave $12: $7 to one and $3 to two", *figures) == [
        "2 parts of “$12” add up to 10 USD, not 12."
    ]


SEVENS = (TWELVE, ("7", 7, N), ("6", 6, N))


@pytest.mark.parametrize(
    ("text", "figures", "found"),
    [
        ("She had 12 goals, 7 home and 6 away", SEVENS, ["2 parts of “12” add up to 13, not 12."]),
        # less may be some of them
        ("She had 12 goals, 7 home and 4 away", (TWELVE, ("7", 7, N), ("4", 4, N)), []),
        ("She had 12 goals, 7 home and 6 away", (TWELVE, SEVEN, ("6", 6)), []),
        ("She had one of 12 goals, 7 home and 6 away", SEVENS, ["2 parts of “12” add up to 13, not 12."]),
        ("She had of the 12 goals, 7 home and 6 away", SEVENS, []),
        ("She had 12 very red old goals, 7 home and 6 away", SEVENS, []),
        ("She had 12 red old goals, 7 home and 6 away", SEVENS, ["2 parts of “12” add up to 13, not 12."]),
        ("She had 12 goals, some 7 home and 6 away", SEVENS, []),
        ("She had 12 goals, 7 home, a tie and 6 away", SEVENS, []),
    ],
)
def test_bare_figures_behind_a_comma(stages, text, figures, found):
    assert announced(stages, text, *figures) == found


def running(stages, text, *figures, previous=(), **fields):
    sentence = replace(sentence_of(text, *figures, **fields), previous=tuple(previous))
    return [f.message for f in total.check_running_total(sentence, stages.pack)]


def seats(text, *figures, unit="seat", names="ab"):
    claims = [claim_of(text, quote, number, unit=unit) for quote, number in figures]
    return tuple(replace(c, subject=Subject(n, n)) for c, n in zip(claims, names, strict=False))


BEFORE = seats("A has 40 and B 11", ("40", 40), ("11", 11))
WRONG = ["“40”, “11” add up to 51, not 53."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Together they hold 53", WRONG),
        ("They hold 53 combined", WRONG),
        ("They hold 53", []),
        ("Together a b c d e 53", WRONG),
        ("Together a b c d e f 53", []),
        ("53 a b c d e together", WRONG),
        ("53 a b c d e f together", []),
        ("Together with others they hold 53", []),
        ("Together they hold 53, among them", []),
    ],
)
def test_a_total_says_that_it_is_one(stages, text, found):
    assert running(stages, text, ("53", 53), previous=BEFORE, unit="seat") == found


@pytest.mark.parametrize(
    ("previous", "unit", "found"),
    [
        (BEFORE, "seat", WRONG),
        (BEFORE, None, WRONG),
        (BEFORE, "mill", []),
        (seats("A has 40 and B 11", ("40", 40), ("11", 11), names="aa"), "seat", []),
        (seats("A has 40", ("40", 40)), "seat", []),
        (seats("A has 40, B 11, C 2", ("40", 40), ("11", 11), ("2", 2), names="abc"), "seat", []),
        (seats("A has 40 and B 13", ("40", 40), ("13", 13)), "seat", []),
        (tuple(replace(c, subject=None) for c in BEFORE), "seat", WRONG),
    ],
)
def test_a_total_is_of_two_holders_of_one_thing(stages, previous, unit, found):
    assert running(stages, "Together they hold 53", ("53", 53), previous=previous, unit=unit) == found


def test_figures_of_its_own_sentence_come_first(stages):
    text = "30 here and 20 there a b c, and 53 together"
    own = running(stages, text, ("30", 30), ("20", 20), ("53", 53), previous=BEFORE, unit="seat")
    assert own == ["“30”, “20” add up to 50, not 53."]
    years = sentence_of("In 3 years, together 53", ("3", 3, Kind.DURATION), ("53", 53), unit="seat")
    assert [f.message for f in total.check_running_total(replace(years, previous=BEFORE), stages.pack)] == WRONG
    percent = running(stages, "Together 53%", ("53%", 53, Kind.PERCENT), previous=BEFORE)
    assert percent == []


def sums(text, *numbers, **fields):
    return sentence_of(text, *((f"${n}", n, M) for n in numbers), **fields)


@pytest.mark.parametrize(
    ("text", "numbers", "given", "found"),
    [
        ("It made $40 here, $30 there and $34 on", (40, 30, 34), 100, True),
        # too much for a list of its parts
        ("It made $40 here, $30 there and $42 on", (40, 30, 42), 100, False),
        ("It made $40 here, $30 there and $29 on", (40, 30, 29), 100, False),
        # within what rounding does
        ("It made $40 here, $30 there and $31 on", (40, 30, 31), 100, False),
        ("It made $40 here and $64 there", (40, 64), 100, False),
        ("It made $40 here $30 there and $34 on", (40, 30, 34), 100, False),
        ("It made $40 here, $30 there and, like, $34 on", (40, 30, 34), 100, False),
        ("From it: $40 here, $30 there and $34 on", (40, 30, 34), 100, False),
    ],
)
def test_a_list_goes_a_little_beyond_the_figure_before_it(stages, text, numbers, given, found):
    sentence = replace(sums(text, *numbers), previous=sums(f"Sales were ${given}", given).claims)
    messages = [f.message for f in total.check_running_total(sentence, stages.pack)]
    assert bool(messages) is found
    if found:
        assert messages == ["“$40”, “$30”, “$34” add up to 104 USD, not 100."]
    assert total.NEAR * given == Decimal(10)
