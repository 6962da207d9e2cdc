"""The way through one text: each time placed by what it says, by the publication date, and by the times before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from reconcile.model.timeexpr import (
    Anchor,
    At,
    Core,
    Fields,
    Lean,
    Length,
    Nth,
    Offset,
    Recurrence,
    Reference,
    Stretch,
    Unit,
    UnitAt,
    Until,
)
from reconcile.normaliser.calendar import SUBDAY, Cell, floor, period, shift, value
from reconcile.normaliser.fiscal_years import CALENDAR_YEAR, fiscal_value, year_of, year_start
from reconcile.normaliser.partial_dates import choose, day_of_month, in_year, near_text, nth_unit, weekday_near
from reconcile.normaliser.time_spans import counted, nth_weekday_in, placed_length, span_value
from reconcile.normaliser.timex_values import (
    NOTHING,
    STATED,
    TEXT,
    Placed,
    before_christ,
    clock_value,
    hours_of_no_day,
    is_one_year,
    length_value,
    reference_value,
    set_value,
    unplaced,
    year_named,
)
from reconcile.rules.time_entries import FiscalYear
from reconcile.rules.times import TimeLexicon

PUBLICATION = "publication date"


@dataclass
class Walk:
    """The way through one text: what is fixed, and the times passed on it."""

    lexicon: TimeLexicon
    published: date | None
    narrative: bool
    entity: str | None = None
    before: Cell | None = None
    day: Cell | None = None
    quarter: Cell | None = None
    bc_year: int | None = None
    in_quarter: bool = False

    def place(self, core: Core, lean: Lean, *, remember: bool = True) -> Placed:
        try:
            placed = self._place(core, lean)
        except (ValueError, OverflowError):
            placed = unplaced(core)
        if remember and placed.cell is not None:
            self._remember(placed.cell, placed.basis)
        return placed

    def _remember(self, cell: Cell, basis: str) -> None:
        if self.narrative and basis.startswith(PUBLICATION):
            return
        self.before = cell
        self.bc_year = None
        if cell.unit in (Unit.DAY, Unit.NIGHT, Unit.HOUR, Unit.MINUTE):
            self.day = Cell(Unit.DAY, cell.day)
        if cell.unit is Unit.QUARTER:
            self.in_quarter = True
            self.quarter = self.quarter if basis == TEXT and self.quarter else cell

    def _place(self, core: Core, lean: Lean) -> Placed:
        match core:
            case Reference():
                return reference_value(core, self.published)
            case Length():
                # after "the nine months", "a year earlier" is no longer the quarter's
                self.in_quarter = self.in_quarter and (core.parts[0].unit is not Unit.MONTH or not core.parts[0].number)
                return Placed(length_value(core), None, STATED)
            case Until():
                return placed_length(core, self.cell(core.end, Lean.PAST), lean)
            case Recurrence():
                return Placed(set_value(core), None, STATED)
            case At():
                return self._at(core, lean)
            case Stretch(first=At(day=None) as first, last=At(day=None) as last) if self.day is None and lean not in (
                Lean.ENTRY,
                Lean.PAST,
            ):
                return hours_of_no_day(first, last, span_value(self._at(first, lean), self._at(last, lean), lean))
            case Stretch():
                return span_value(self._place(core.first, lean), self._place(core.last, lean), lean)
            case _:
                placed = self._history(core)
                if placed is not None:
                    return placed
                placed_cell = self.cell(core, lean)
                if placed_cell is None:
                    return unplaced(core)
                cell, basis = placed_cell
                if isinstance(core, Fields | UnitAt) and core.fiscal and self._fiscal() is not CALENDAR_YEAR:
                    return fiscal_value(cell, basis, self._fiscal(), self.entity or "")
                return Placed(value(cell), period(cell), basis, cell)

    def _history(self, core: Core) -> Placed | None:
        """A time before Christ, which has no place among dates."""
        placed = before_christ(core, self.bc_year if self.narrative else None)
        if placed is not None and placed.value is not None:
            self.bc_year = year_named(placed.value) or self.bc_year
        return placed

    def cell(self, core: Core, lean: Lean) -> tuple[Cell, str] | None:
        """The cell of a time that is a whole unit, and what it rests on."""
        match core:
            case Fields():
                return self._fields(core, lean)
            case UnitAt():
                return self._unit(core, lean)
            case Offset():
                return self._offset(core, lean)
            case Nth():
                return self._nth(core, lean)
            case _:
                return None

    def anchor(self, kind: Anchor) -> tuple[date, str] | None:
        """The day from which to count."""
        text = None if self.before is None else (self.before.day, TEXT)
        here = None if self.published is None else (self.published, PUBLICATION)
        if kind is Anchor.TEXT or (kind is Anchor.OPEN and self.narrative):
            return text or here
        return here if not (self.narrative and self.published is None and kind is Anchor.OPEN) else text

    def _fields(self, core: Fields, lean: Lean) -> tuple[Cell, str] | None:
        if core.bc:
            return None
        if core.decade is not None:
            return Cell(Unit.DECADE, date(max(1, core.decade * 10), 1, 1)), STATED
        if core.century is not None:
            return Cell(Unit.CENTURY, date(max(1, core.century * 100), 1, 1)), STATED
        fiscal = self._fiscal()
        if core.year is not None:
            return _based(in_year(core, core.year, self.lexicon, fiscal), STATED)
        if core.of is None:
            return self._yearless(core, lean, fiscal)
        outer = self.cell(core.of, Lean.NONE)
        return None if outer is None else _based(self._inside(core, outer[0], fiscal), outer[1])

    def _inside(self, core: Fields, outer: Cell, fiscal: FiscalYear) -> Cell | None:
        """A weekday of a week, a day of a month, else a date of the year that holds `outer`."""
        if core.weekday is not None and core.day is None:
            return weekday_near(core.weekday, outer.last, None, Lean.NONE) if outer.unit is Unit.WEEK else None
        if core.day is not None and core.month is None:
            return Cell(Unit.DAY, outer.day.replace(day=core.day)) if outer.unit is Unit.MONTH else None
        year = year_of(outer.day, fiscal) if core.fiscal else outer.day.year
        return in_year(core, year, self.lexicon, fiscal)

    def _fiscal(self) -> FiscalYear:
        return self.lexicon.fiscal_years.get(self.entity or "", CALENDAR_YEAR)

    def _yearless(self, core: Fields, lean: Lean, fiscal: FiscalYear) -> tuple[Cell, str] | None:
        base = self.anchor(core.selector.anchor if core.selector is not None else Anchor.OPEN)
        if base is None:
            return None
        anchor, basis = base
        if core.day is not None and core.month is None:
            near = range(-1, 2) if basis == PUBLICATION else range(1)
            steps = near if core.weekday is None else range(-11, 12)
            return _based(day_of_month(core.day, anchor, lean, steps, core.weekday), basis)
        if core.weekday is not None and core.day is None:
            return self._weekday(core, core.weekday, base, lean)
        if core.fiscal and self.entity not in self.lexicon.fiscal_years and core.selector is None:
            return _based(self._last_of_calendar(replace(core, fiscal=False), anchor), basis)
        cells = partial(in_year, core, lexicon=self.lexicon, fiscal=fiscal)
        if basis == TEXT and core.selector is None:
            return _based(near_text(cells, anchor), basis)
        weekday = core.weekday if core.day is not None else None
        return _based(choose(cells, anchor, core.selector, lean, weekday), basis)

    def _weekday(self, core: Fields, weekday: int, base: tuple[date, str], lean: Lean) -> tuple[Cell, str] | None:
        """A weekday seen from the publication, or from the last day of the text before, where that has one."""
        anchor, basis = base
        if basis == TEXT:
            if self.day is None:
                # a year or month in the text before does not tell which week is meant
                return None
            soonest = core.selector is not None and core.selector.soonest
            anchor = self.day.day + timedelta(days=0 if soonest else 6)
        return weekday_near(weekday, anchor, core.selector, lean), basis

    def _last_of_calendar(self, core: Fields, anchor: date) -> Cell | None:
        """The fiscal quarter of nobody known, by the calendar: the last that has begun."""
        options = (in_year(core, year, self.lexicon) for year in (anchor.year, anchor.year - 1))
        return next((c for c in options if c is not None and c.day <= anchor), None)

    def _unit(self, core: UnitAt, lean: Lean) -> tuple[Cell, str] | None:
        kind, unit = core.selector.anchor, core.unit
        if unit is Unit.PERIOD and self.quarter is None and self.narrative:
            return None
        if unit in (Unit.PERIOD, Unit.QUARTER) and kind is not Anchor.PUBLICATION:
            return self._quarter(core.selector.step)
        if unit is Unit.WEEKEND and kind is Anchor.OPEN and self.published is not None:
            here = self.published - timedelta(days=5 if lean is not Lean.FUTURE else 0)
            return floor(here, unit), PUBLICATION
        base = self.anchor(kind)
        if base is None:
            return None
        anchor, basis = base
        if core.fiscal and unit is Unit.YEAR:
            calendar = self._fiscal()
            return Cell(unit, year_start(year_of(anchor, calendar) + core.selector.step, calendar)), basis
        if kind is Anchor.TEXT and unit is Unit.DAY and basis == TEXT:
            if self.day is None:
                return None
            anchor = self.day.day
        cell = floor(anchor, unit)
        return Cell(cell.unit, shift(cell.start, core.selector.step, unit)), basis

    def _quarter(self, step: int) -> tuple[Cell, str] | None:
        """Such as "the quarter", the one the text speaks of, else the last that was over; "the next" is to come."""
        if self.quarter is not None:
            return Cell(Unit.QUARTER, shift(self.quarter.start, step, Unit.QUARTER)), TEXT
        if self.published is None:
            return None
        here = floor(self.published, Unit.QUARTER).start
        return Cell(Unit.QUARTER, shift(here, step or -1, Unit.QUARTER)), PUBLICATION

    def _offset(self, core: Offset, lean: Lean) -> tuple[Cell, str] | None:
        back = core.sign < 0 and core.start is None
        if back and self.quarter is not None and self.in_quarter and is_one_year(core.length):
            return Cell(Unit.QUARTER, shift(self.quarter.start, -1, Unit.YEAR)), TEXT
        if core.start is not None and not core.sign:
            return self._same_quarter(core.start)
        if any(part.number is None for part in core.length.parts):
            return None
        base = self._counting_base(core) if core.start is None else self.cell(core.start, lean)
        if base is None:
            return None
        start, basis = base
        start = start if core.start is None else Cell(start.unit, start.day)
        return _based(counted(core, start, lean), basis)

    def _counting_base(self, core: Offset) -> tuple[Cell, str] | None:
        """The day, or for hours and less the hour, from which a length without a time of its own counts."""
        here = self._offset_base(core)
        if here is None or core.length.parts[-1].unit not in SUBDAY:
            return None if here is None else (Cell(Unit.DAY, here[0]), here[1])
        if self.before is None or self.before.unit not in SUBDAY or here[1] != TEXT:
            return None  # an hour from a day of which no hour is known
        return Cell(Unit.DAY, self.before.start), here[1]

    def _same_quarter(self, year: Core) -> tuple[Cell, str] | None:
        """The quarter the text speaks of, in the year told; "last year's" is never the very quarter it speaks of."""
        outer, here = self.cell(year, Lean.NONE), self._quarter(0)
        if outer is None or here is None:
            return None
        same = isinstance(year, UnitAt) and self.quarter is not None and outer[0].day.year == here[0].day.year
        return floor(here[0].day.replace(year=outer[0].day.year - same), Unit.QUARTER), here[1]

    def _offset_base(self, core: Offset) -> tuple[date, str] | None:
        """From where to count; in news "a year earlier" is a year before publication."""
        earlier = core.sign < 0 and is_one_year(core.length) and not self.narrative
        base = self.anchor(Anchor.PUBLICATION if earlier else core.anchor)
        day_like = core.length.parts[-1].unit in (Unit.DAY, Unit.NIGHT, Unit.WEEK)
        if core.anchor is Anchor.TEXT and day_like and self.day is not None:
            return self.day.day, TEXT
        return base

    def _nth(self, core: Nth, lean: Lean) -> tuple[Cell, str] | None:
        outer = self.cell(core.of, lean)
        if outer is None:
            return None
        cell, basis = outer
        if core.weekday is not None:
            day = nth_weekday_in(cell, core.weekday, core.number)
            return None if day is None else (Cell(Unit.DAY, day), basis)
        return nth_unit(cell, core.number, core.unit), basis

    def _at(self, core: At, lean: Lean) -> Placed:
        day: tuple[Cell | None, str] = (None, NOTHING)
        if core.day is not None:
            day = self.cell(core.day, lean) or day
        elif self.narrative and self.day is not None:
            day = (self.day, TEXT)
        elif self.published is not None:
            day = (Cell(Unit.DAY, self.published), PUBLICATION)
        return clock_value(core, *day)


def _based(cell: Cell | None, basis: str) -> tuple[Cell, str] | None:
    """A cell with what it rests on; None where there is none."""
    return None if cell is None else (cell, basis)
