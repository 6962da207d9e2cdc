"""Drawings: where numbers lie on an axis, and what is drawn of bounds, hedges and days."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model.value import Interval, plain
from reconcile.report.html.drawings import Axis, Point, Strip, key, strip_chart, timeline

numbers = st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=3)


@given(st.lists(numbers, min_size=1, max_size=8))
def test_an_axis_keeps_the_order_of_numbers_and_shows_them_all(ends):
    axis = Axis.over(ends, 10, 350)
    places = [axis.at(n) for n in sorted(ends)]
    assert places == sorted(places)
    assert all(10 <= place <= 350 for place in places)
    assert axis.low < axis.high


@given(st.lists(numbers, min_size=1, max_size=8), st.integers(2, 6))
def test_ticks_are_few_in_order_and_on_the_axis(ends, most):
    axis = Axis.over(ends, 10, 350)
    ticks = axis.ticks(most)
    assert len(ticks) <= most
    assert list(ticks) == sorted(set(ticks))
    assert all(axis.low <= tick <= axis.high for tick in ticks)


@pytest.mark.parametrize(
    ("ends", "low", "high", "logarithmic"),
    [
        ((10, 50), "5", "55", False),
        ((7,), "6.3", "7.7", False),
        ((0,), "0", "1", False),
        ((0, 80), "0", "90", False),
        ((9, 89), "0", "99", False),
        ((-8, 72), "-18", "82", False),
        ((1, 19), "0", "21.25", False),
        ((1, 20), "0.5", "40", True),
        ((-20, 400), "-72.5", "452.5", False),
    ],
)
def test_an_axis_has_room_at_either_end_and_counts_powers_where_numbers_are_twenty_times_apart(
    ends, low, high, logarithmic
):
    axis = Axis.over([Decimal(end) for end in ends], 10, 350)
    assert (axis.low, axis.high, axis.logarithmic) == (Decimal(low), Decimal(high), logarithmic)


@pytest.mark.parametrize(
    ("ends", "ticks"),
    [
        ((12, 14), ("12", "13", "14")),
        ((3_900_000_000, 4_600_000_000), ("4000000000", "4200000000", "4400000000", "4600000000")),
        ((12_400, 12_400_000), ("10000", "100000", "1000000", "10000000")),
        ((-40, 40), ("-50", "0", "50")),
    ],
)
def test_ticks_are_round_numbers(ends, ticks):
    assert [plain(t) for t in Axis.over(map(Decimal, ends), 0, 100).ticks()] == list(ticks)


def test_there_is_no_axis_without_numbers():
    assert Axis.over((), 0, 1) is None
    assert strip_chart([Strip("a", "none", Interval())], "x", str) is None


def classes(drawing):
    return re.findall(r'<(\w+)[^>]* class="([^"]*)"', drawing)


def test_bounds_are_arrows_and_rings_hedges_faded_points_dots():
    low = Interval(Decimal(130), None, low_open=True)
    soft = Interval(Decimal(130), Decimal(150))
    drawn = strip_chart([Strip("a.txt", "more than 130", low, soft=soft)], "x", str)
    assert [c for _, c in classes(drawn) if c in ("arrow", "ring", "soft", "point")] == ["soft", "ring", "arrow"]
    exact = strip_chart([Strip("a.txt", "130", Interval.point(Decimal(130)), point=Decimal(130))], "x", str)
    assert [c for _, c in classes(exact) if c in ("arrow", "ring", "soft", "point")] == ["point"]


def test_the_words_of_a_drawing_are_there_for_those_who_do_not_see_it():
    drawn = strip_chart([Strip("a.txt", "130", Interval.point(Decimal(130)))], "x", str)
    assert 'role="img" aria-labelledby="x-chart x-told"' in drawn
    assert '<desc id="x-told">a.txt: 130</desc>' in drawn


def test_a_timeline_needs_two_days():
    point = Point(date(2031, 5, 1), "a.txt", "4", Interval.point(Decimal(4)))
    later = Point(date(2031, 6, 1), "b.txt", "5", Interval.point(Decimal(5)))
    assert timeline([point, point], "x", str) is None
    drawn = timeline([later, point], "x", str)
    assert "1 May 2031, a.txt: 4; 1 June 2031, b.txt: 5" in drawn


EXPECTED = Path(__file__).parent / "expected"


def test_a_strip_chart_is_drawn_as_expected(file_regression):
    ten, forty = Interval(Decimal(10), Decimal(20)), Interval(None, Decimal(40), high_open=True)
    strips = [
        Strip("a.txt", "10 to 20", ten, soft=Interval(Decimal(8), Decimal(22))),
        Strip("b.txt", "15", Interval.point(Decimal(15)), point=Decimal(15), reference=True),
        Strip("c.txt", "under 40", forty),
        Strip("d.txt", "over 5", Interval(Decimal(5), None, low_open=True)),
    ]
    file_regression.check(f"{strip_chart(strips, 'x', str)}\n", fullpath=EXPECTED / "strips.svg")


def test_a_timeline_is_drawn_as_expected(file_regression):
    intervals = (Interval.point(Decimal(4)), Interval(Decimal(6), Decimal(8)), Interval(Decimal(9), None))
    more = (*intervals, Interval(None, Decimal(3)), Interval(None, None))
    points = [Point(date(2031, n, 3 * n), f"{n}.txt", f"{n} boats", one) for n, one in enumerate(more, 1)]
    drawn = f"{timeline(points, 'x', str)}\n{key(points)}\n"
    file_regression.check(drawn, fullpath=EXPECTED / "timeline.svg")
