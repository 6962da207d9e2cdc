"""Which year, month or week a partial date means: candidates on the calendar and the rule that chooses among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from reconcile.model.timeexpr import Fields, Lean, Selector, Unit
from reconcile.normaliser.calendar import Cell, floor, named_day, season, shift
from reconcile.normaliser.fiscal_years import CALENDAR_YEAR, year_start
from reconcile.rules.time_entries import FiscalYear
from reconcile.rules.times import TimeLexicon


def in_year(fields: Fields, year: int, lexicon: TimeLexicon, fiscal: FiscalYear = CALENDAR_YEAR) -> Cell | None:
    """The date in a given year; None where it has none (February 30).

    `fiscal` is the calendar by which fiscal years and their quarters are told.
    """
    try:
        return _in_year(fields, year, lexicon, fiscal)
    except ValueError:
        return None


def _in_year(fields: Fields, year: int, lexicon: TimeLexicon, fiscal: FiscalYear) -> Cell | None:
    first = year_start(year, fiscal) if fields.fiscal else date(year, 1, 1)
    if fields.holiday is not None:
        day = named_day(lexicon.holiday_rules[fields.holiday], year)
        return None if day is None else Cell(Unit.DAY, day)
    if fields.month is not None and fields.day is not None:
        return Cell(Unit.DAY, date(year, fields.month, fields.day))
    if fields.month is not None:
        return Cell(Unit.MONTH, date(year, fields.month, 1))
    if fields.week is not None:
        return Cell(Unit.WEEK, date.fromisocalendar(year, fields.week, 1))
    if fields.quarter is not None:
        return Cell(Unit.QUARTER, _months_on(first, 3 * (fields.quarter - 1)))
    if fields.half is not None:
        return Cell(Unit.HALF, _months_on(first, 6 * (fields.half - 1)))
    if fields.season is not None:
        return season(year, fields.season)
    return Cell(Unit.YEAR, first)


def _months_on(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def choose(
    cells: Callable[[int], Cell | None],
    anchor: date,
    selector: Selector | None,
    lean: Lean,
    weekday: int | None = None,
) -> Cell | None:
    """The yearless date meant, seen from `anchor`.

    A time that is the whole text looks ahead. A selector decides where there is one: the last before the anchor's own
    cell, the one of the anchor's year, the first after. Without one a day, week, quarter or half is the nearest to the
    anchor, a month too where no tense is told; else a month or season is the most recent that has begun, or, where the
    sentence leans to the future, the first that has not ended. A weekday told beside the day picks among the years.
    """
    options = _around(cells, anchor.year, weekday)
    if not options:
        return None
    if selector is not None and selector.step:
        return _stepped(options, anchor, selector.step)
    if selector is not None:
        return next((c for c in options if c.start.year == anchor.year), None)
    if lean is Lean.ENTRY:
        return _first_open(options, anchor) or options[-1]
    return _by_tense(options, anchor, lean)


def _around(cells: Callable[[int], Cell | None], year: int, weekday: int | None) -> list[Cell]:
    """The date in each year from two before `year` to two after; those on the weekday, where one has it."""
    years = (y for y in range(year - 2, year + 3) if 1 <= y <= _LAST_YEAR)
    options = [cell for cell in map(cells, years) if cell is not None]
    return [c for c in options if weekday is None or c.day.weekday() == weekday] or options


# The last year of which the next still has a place among dates.
_LAST_YEAR = 9998
_NEAR_UNITS = frozenset({Unit.DAY, Unit.WEEK, Unit.QUARTER, Unit.HALF})


def _by_tense(options: list[Cell], anchor: date, lean: Lean) -> Cell | None:
    """The nearest date, or the last begun or first not ended, as unit and tense have it."""
    unit = options[0].unit
    if lean is Lean.PAST and unit in (Unit.QUARTER, Unit.HALF):
        return _last_begun(options, anchor)
    if unit in _NEAR_UNITS or (unit is Unit.MONTH and lean is Lean.NONE):
        nearest = min(options, key=lambda c: (_distance(c, anchor), c.day))
        if unit is Unit.DAY and lean is Lean.PAST and nearest.day > anchor + _AHEAD_OF_PAST:
            return _last_begun(options, anchor)
        if unit is Unit.DAY and lean is Lean.FUTURE and nearest.day < anchor - _BEHIND_FUTURE:
            return _first_open(options, anchor)
        return nearest
    return _first_open(options, anchor) if lean is Lean.FUTURE else _last_begun(options, anchor)


def _last_begun(options: list[Cell], anchor: date) -> Cell | None:
    """The last that has begun by `anchor`."""
    return next((c for c in reversed(options) if c.day <= anchor), None)


def _first_open(options: list[Cell], anchor: date) -> Cell | None:
    """The first that has not ended before `anchor`."""
    return next((c for c in options if c.last >= anchor), None)


# What is told as past may still name a day soon to come ("set the vote for June 3"), and what is to come one just past
# ("will pay what it owed on June 3"), but none further off than this.
_AHEAD_OF_PAST, _BEHIND_FUTURE = timedelta(days=120), timedelta(days=90)

# A history that goes from December to January means the next year; one that looks back a season means the same: so
# many months to the turn, and more for a turn back.
_TURN, _TURN_BACK = 8, 10


def near_text(cells: Callable[[int], Cell | None], anchor: date) -> Cell | None:
    """The yearless date of a history: of the year of the date before, unless a year on or back is far nearer."""
    same, after, before = cells(anchor.year), cells(anchor.year + 1), cells(anchor.year - 1)
    if same is not None and after is not None and _months(anchor, same.day) < -_TURN:
        return after
    if same is not None and before is not None and _months(anchor, same.day) > _TURN_BACK:
        return before
    return same


def _months(first: date, second: date) -> int:
    return (second.year - first.year) * 12 + second.month - first.month


def _distance(cell: Cell, anchor: date) -> int:
    """Days from the nearer end of a cell to `anchor`; none inside."""
    return max(0, (cell.day - anchor).days, (anchor - cell.last).days)


def _stepped(options: list[Cell], anchor: date, step: int) -> Cell | None:
    side = [c for c in reversed(options) if c.last < anchor] if step < 0 else [c for c in options if c.day > anchor]
    return side[abs(step) - 1] if len(side) >= abs(step) else None


def day_of_month(day: int, anchor: date, lean: Lean, steps: Iterable[int], weekday: int | None = None) -> Cell | None:
    """The day of that number, and weekday if told, nearest to `anchor`, in the months so many `steps` from its own."""
    options = []
    for step in steps:
        month = Cell(Unit.MONTH, shift(floor(anchor, Unit.MONTH).start, step, Unit.MONTH))
        if day <= month.last.day:
            options.append(Cell(Unit.DAY, month.day.replace(day=day)))
    options = [c for c in options if weekday is None or c.day.weekday() == weekday]
    if lean is Lean.ENTRY:
        options = [c for c in options if c.day >= anchor]
    return min(options, key=lambda c: abs((c.day - anchor).days), default=None)


def weekday_near(number: int, anchor: date, selector: Selector | None, lean: Lean) -> Cell:
    """A bare weekday is the most recent one, the anchor's day included; the next one where the sentence leans ahead.

    "Next Friday" is the Friday of the next week, "this Friday" of this one, "last Friday" the one before the anchor.
    """
    back = (anchor.weekday() - number) % 7
    if selector is None:
        ahead = lean in (Lean.FUTURE, Lean.ENTRY) and back != 0
        return Cell(Unit.DAY, anchor - timedelta(days=back - (7 if ahead else 0)))
    if selector.step < 0:
        return Cell(Unit.DAY, anchor - timedelta(days=(back or 7) - 7 * (selector.step + 1)))
    if selector.soonest:
        on = (number - anchor.weekday() - 1) % 7 + 1
        return Cell(Unit.DAY, anchor + timedelta(days=on + 7 * (selector.step - 1)))
    ahead = selector.step == 0 and lean in (Lean.FUTURE, Lean.ENTRY) and number < anchor.weekday()
    week = floor(anchor, Unit.WEEK).day + timedelta(days=7 * (selector.step + ahead))
    return Cell(Unit.DAY, week + timedelta(days=number))


def nth_unit(outer: Cell, number: int, unit: Unit) -> Cell:
    """The unit of that number in a larger cell, counted from its end where negative.

    The first week is the one that holds the fourth day, as in ISO 8601; the last holds the last day but three.
    """
    fourth = timedelta(days=3) if unit is Unit.WEEK else timedelta(0)
    first, steps = (
        (floor(outer.start + fourth, unit), number - 1)
        if number > 0
        else (floor(outer.last - fourth, unit), number + 1)
    )
    return Cell(first.unit, shift(first.start, steps, unit))
