"""The parts of a total: what can be one, how they add up, and how far each figure may be from what it stands for."""

from decimal import Decimal

import pytest
from check_texts import claim_of, sentence_of

from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import Interval, Value
from reconcile.reconciler.checks.parts import addable, adds_up, is_plain, items, parts_in, slack, summed

M = Kind.MONEY


def figure(number, kind=Kind.COUNT, ulp=1, loose=1, **fields):
    value = Value.exact(Decimal(number), Decimal(ulp), Decimal(loose))
    return claim_of(str(number), str(number), value, kind, **fields)


@pytest.mark.parametrize(
    ("claim", "free"),
    [
        (figure(12), "0"),
        (figure(120, loose=10), "0"),
        (figure(1200, loose=100), "50"),
        (figure(1200, ulp=100, loose=100), "50"),
        (figure("1.5", ulp="0.1", loose="0.1"), "0"),
        (figure(12, M), "0.5"),
        (figure(1200, M, loose=100), "0.5"),
        (figure("1.5", M, ulp="0.1", loose="0.1"), "0.05"),
    ],
)
def test_how_far_a_figure_may_be_off(claim, free):
    assert slack(claim) == Decimal(free)


@pytest.mark.parametrize(
    ("total", "parts", "singles", "holds"),
    [
        (12, (7, 5), 0, True),
        (12, (7, 4), 0, False),
        (12, (7, 4), 1, True),
        (12, (7, 6), 0, False),
    ],
)
def test_counts_add_up_exactly(total, parts, singles, holds):
    assert adds_up(figure(total), tuple(map(figure, parts)), singles) is holds


def test_no_count_is_more_rounded_than_the_finest():
    rounded = figure(1200, loose=100)
    assert adds_up(figure(1230, loose=10), (rounded, figure(30, loose=10)))
    assert not adds_up(figure(1240, loose=10), (rounded, figure(30, loose=10)))
    assert adds_up(figure(2440), (rounded, rounded))
    assert not adds_up(figure(2501), (rounded, rounded))


def test_money_adds_up_as_written():
    parts = (figure("1.5", M, "0.1"), figure("2.5", M, "0.1"))
    assert adds_up(figure("4.1", M, "0.1"), parts)
    assert not adds_up(figure("4.2", M, "0.1"), parts)
    assert summed(parts) == Decimal(4)


def test_a_bound_is_the_sum_of_nothing():
    assert not adds_up(claim_of("12", "12", Value(Interval(Decimal(12)))), (figure(12),))


@pytest.mark.parametrize(
    ("claim", "plain"),
    [
        (figure(12), True),
        (figure(12, Kind.DURATION), False),
        (figure(12, hedge="about"), False),
        (claim_of("12", "12", Value(Interval(Decimal(12)))), False),
    ],
)
def test_what_gives_one_figure(claim, plain):
    assert is_plain(claim) is plain


@pytest.mark.parametrize(
    ("claim", "total", "fits"),
    [
        (figure(5, unit="man"), figure(12, unit="woman"), True),
        (figure(5, Kind.NUMBER), figure(12), True),
        (figure(5, M), figure(12), False),
        (figure(5), figure(12, M), False),
        (figure(5, M), figure(12, M), True),
        (figure(5, M, unit="EUR"), figure(12, M), False),
        (figure(5, per="day"), figure(12), False),
        (figure(5, hedge="about"), figure(12), False),
    ],
)
def test_what_can_be_a_part(claim, total, fits):
    assert addable(claim, total) is fits


def test_items_stand_between_commas_and_and():
    text = "so 7 men, a nurse, and 4 women and 2"
    found = items(Span(3, len(text)), text)
    assert [text[a:b] for a, b in found] == ["7 men", "a nurse", "4 women", "2"]


def listing(stages, text, *figures, total=12, kind=Kind.COUNT):
    sentence = sentence_of(text, *figures)
    found = parts_in(sentence, Span(0, len(text)), figure(total, kind), stages.pack.policy)
    return None if found is None else ([c.quote for c in found.claims], found.singles, len(found), found.total())


@pytest.mark.parametrize(
    ("text", "figures", "found"),
    [
        ("7 men, a nurse and 4 women", (("7", 7), ("4", 4)), (["7", "4"], 1, 3, 12)),
        ("7 men, the nurse and 4 women", (("7", 7), ("4", 4)), None),
        ("7 men and others", (("7", 7),), None),
        ("7 men and 4 of them", (("7", 7), ("4", 4)), None),
        ("a man and a nurse", (), None),
        ("7 men, 4 women 2", (("7", 7), ("4", 4), ("2", 2)), None),
        ("Upper Kelby now 7, 4 women", (("7", 7), ("4", 4)), (["7", "4"], 0, 2, 11)),
        ("in Upper Kelby now 7, 4 women", (("7", 7), ("4", 4)), None),
        ("7 a b c d e f g h, 4 women", (("7", 7), ("4", 4)), (["7", "4"], 0, 2, 11)),
        ("7 a b c d e f g h i, 4 women", (("7", 7), ("4", 4)), None),
        ("a 7, 4 women", (("7", 7), ("4", 4)), None),
        # no part is as large as the whole
        ("12 men, 4 women", (("12", 12), ("4", 4)), None),
    ],
)
def test_each_item_is_one_part(stages, text, figures, found):
    if figures:
        assert listing(stages, text, *figures) == found
    else:
        assert found is None


def test_single_things_are_parts_of_counts_alone(stages):
    text = "$7 and a $4, a tip"
    assert listing(stages, "$7, a tip", ("$7", 7, M), kind=M) is None
    assert listing(stages, "$7 and $4", ("$7", 7, M), ("$4", 4, M), kind=M) == (["$7", "$4"], 0, 2, 11)
    assert listing(stages, text, ("$7", 7, M), ("$4", 4, M), kind=M) is None
