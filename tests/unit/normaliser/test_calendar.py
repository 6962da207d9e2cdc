"""The calendar's own rules: cells, steps, movable days, printed forms."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.model.timeexpr import Unit
from reconcile.normaliser.calendar import Cell, edtf, floor, named_day, nth_weekday, period, season, shift, value
from reconcile.rules.time_entries import Holiday


@pytest.mark.parametrize(
    ("unit", "printed", "as_edtf"),
    [
        (Unit.DAY, "2017-03-15", "2017-03-15"),
        (Unit.WEEK, "2017-W11", "2017-03-13/2017-03-19"),
        (Unit.WEEKEND, "2017-W11-WE", "2017-03-18/2017-03-19"),
        (Unit.MONTH, "2017-03", "2017-03"),
        (Unit.QUARTER, "2017-Q1", "2017-01-01/2017-03-31"),
        (Unit.HALF, "2017-H1", "2017-01-01/2017-06-30"),
        (Unit.SEASON, "2017-SP", "2017-21"),
        (Unit.YEAR, "2017", "2017"),
        (Unit.DECADE, "201", "201X"),
        (Unit.CENTURY, "20", "20XX"),
    ],
)
def test_the_cell_that_holds_a_day(unit: Unit, printed: str, as_edtf: str) -> None:
    cell = floor(date(2017, 3, 15), unit)
    assert (value(cell), edtf(cell)) == (printed, as_edtf)
    if unit is not Unit.WEEKEND:
        assert period(cell).covers(period(Cell(Unit.DAY, date(2017, 3, 15))))


def test_winter_belongs_to_the_year_in_which_it_begins() -> None:
    winter = season(2016, "WI")
    assert (winter.start, winter.end) == (date(2016, 12, 1), date(2017, 3, 1))
    assert floor(date(2017, 2, 28), Unit.SEASON) == winter


def test_a_month_after_the_last_of_january_is_the_last_of_february() -> None:
    assert shift(date(2016, 1, 31), 1, Unit.MONTH) == date(2016, 2, 29)


def test_a_step_out_of_the_calendar_is_an_error() -> None:
    with pytest.raises(ValueError, match="year"):
        shift(date(9999, 1, 1), 1, Unit.YEAR)


def test_the_fifth_monday_of_a_month_without_one() -> None:
    first, last = date(2017, 2, 1), date(2017, 2, 28)
    assert nth_weekday(first, last, 0, 5) is None
    assert nth_weekday(first, last, 0, -1) == date(2017, 2, 27)
    assert [nth_weekday(first, last, 2, nth) for nth in (1, 4, -4, -5)] == [first, date(2017, 2, 22), first, None]


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        (Holiday(words=(), id="fixed", month=12, day=25), date(2016, 12, 25)),
        (Holiday(words=(), id="nth", month=11, weekday=3, nth=4), date(2016, 11, 24)),
        (Holiday(words=(), id="last", month=5, weekday=0, nth=-1), date(2016, 5, 30)),
        (Holiday(words=(), id="easter", easter=-2), date(2016, 3, 25)),
        (Holiday(words=(), id="after", month=11, weekday=0, nth=1, plus=1), date(2016, 11, 8)),
    ],
)
def test_a_named_day(rule: Holiday, day: date) -> None:
    assert named_day(rule, 2016) == day
