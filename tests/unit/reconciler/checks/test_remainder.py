"""The rest of a count: which figures are part, whole and rest, and what the rest is said to be."""

from decimal import Decimal

import pytest
from check_texts import claim_of, sentence_of

from reconcile.model.mention import Kind
from reconcile.model.value import Interval, Value
from reconcile.reconciler.checks import remainder


def found(stages, text, *numbers, rest=None, **fields):
    figures = [(str(n), n, Kind.COUNT) for n in numbers]
    if rest is not None:
        figures[-1] = (figures[-1][0], rest, Kind.COUNT)
    return [f.message for f in remainder.check(sentence_of(text, *figures, **fields), stages.pack)]


WRONG = ["“6” of “43” leave 37, not “35”."]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("6 of its 43 mills close, leaving 35", WRONG),
        ("6 of its 43 mills close, leaving it with 35", WRONG),
        ("6 of its 43 mills close, leaving it with just 35", []),
        ("6 of a b 43 mills close, leaving 35", WRONG),
        ("6 of a b c 43 mills close, leaving 35", []),
        ("6 mills, 43 close, leaving 35", []),
        ("6 of its 43 mills close, 35 stay", []),
        ("6 of its 43 mills close, leaving 35 others", []),
        ("6 of its 43 mills close, leaving 35 a b others", []),
        ("6 of its 43 mills close, leaving 35 a b c others", WRONG),
        # some of the rest
        ("6 of its 43 mills close, 35 still run", []),
    ],
)
def test_a_rest_is_said_to_be_all_of_it(stages, text, messages):
    assert found(stages, text, 6, 43, 35) == messages


@pytest.mark.parametrize(("rest", "wrong"), [(37, False), (38, True), (36, False), (47, True), (48, False)])
def test_what_still_remains_may_be_less(stages, rest, wrong):
    # farther than a quarter of the whole is of something else
    assert bool(found(stages, f"6 of its 43 mills close, {rest} still run", 6, 43, rest)) is wrong


def test_the_whole_may_stand_first(stages):
    text = "Of the 43 mills, 6 close, leaving 35"
    assert found(stages, text, 43, 6, 35) == WRONG
    assert found(stages, "Of some 43 mills, 6 close, leaving 35", 43, 6, 35) == []
    assert found(stages, "The 43 mills, 6 close, leaving 35", 43, 6, 35) == []


def test_other_figures_leave_it_open(stages):
    assert found(stages, "6 of its 43 mills close in 9 towns, leaving 35", 6, 43, 9, 35) == []
    over = Value(Interval(Decimal(35)))
    assert found(stages, "6 of its 43 mills close, leaving 35", 6, 43, 35, rest=over) == []
    assert found(stages, "6 of its 43 mills close, leaving 35", 6, 43, 35, hedge="about") == []


def ratio(quote, share, **fields):
    return claim_of(quote, quote, Value.exact(Decimal(share)), Kind.RATIO, **fields)


def test_a_share_of_counts_is_two_figures():
    part, whole = remainder.figures(ratio("14 of the 1,400", "0.01"))
    assert (part.number, part.quote, part.span.end) == (14, "14", 2)
    assert (whole.number, whole.quote, whole.span.start) == (1400, "1,400", 10)
    assert part.kind is whole.kind is Kind.COUNT


@pytest.mark.parametrize(
    "claim",
    [
        ratio("14 of every 20", "0.7"),
        ratio("14 of 20", "0.7", hedge="about"),
        claim_of("14 of 20", "14 of 20", 14),
        claim_of("14 of 20", "14 of 20", Value(Interval(Decimal("0.7"))), Kind.RATIO),
    ],
)
def test_any_other_claim_is_one_figure(claim):
    assert remainder.figures(claim) == (claim,)
