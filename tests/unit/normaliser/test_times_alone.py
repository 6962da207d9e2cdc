"""The steps by which a time is placed, each by itself: candidates, counting, spans, printed values, fiscal years."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import partial

import pytest

from reconcile.model.mention import Kind, Mention, Timex, TimexType
from reconcile.model.span import Span
from reconcile.model.timeexpr import (
    Amount,
    Anchor,
    At,
    Clock,
    Core,
    Fields,
    Lean,
    Length,
    Nth,
    Offset,
    Recurrence,
    Reference,
    Selector,
    Stretch,
    TimeExpr,
    Unit,
    UnitAt,
    Until,
)
from reconcile.normaliser.calendar import Cell, between, part
from reconcile.normaliser.fiscal_years import CALENDAR_YEAR, fiscal_value, is_fiscal, year_of, year_start
from reconcile.normaliser.partial_dates import choose, day_of_month, in_year, near_text, nth_unit, weekday_near
from reconcile.normaliser.resolve_times import is_narrative, resolve
from reconcile.normaliser.time_spans import counted, nth_weekday_in, placed_length, span_value
from reconcile.normaliser.time_walk import Walk
from reconcile.normaliser.timex_values import (
    Placed,
    before_christ,
    clock_value,
    is_one_year,
    length_value,
    open_value,
    reference_value,
    set_value,
    unplaced,
)
from reconcile.pipeline import default_pipeline
from reconcile.rules.time_entries import FiscalYear

LEXICON = default_pipeline().pack.times
ON = date(2017, 3, 15)  # a Wednesday
LAST, THIS, NEXT = (Selector(Anchor.PUBLICATION, step) for step in (-1, 0, 1))


def so_many(number: str | None, unit: Unit) -> Length:
    return Length((Amount(None if number is None else Decimal(number), unit),))


def at(hour: int, minute: int | None = None) -> At:
    return At(None, Clock(hour, minute))


def cell(unit: Unit, year: int, month: int = 1, day: int = 1) -> Cell:
    return Cell(unit, date(year, month, day))


def clock_cell(unit: Unit, hour: int, minute: int = 0) -> Cell:
    return Cell(unit, datetime(2016, 1, 4, hour, minute))  # noqa: DTZ001 -- a time of day without a zone


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        (Fields(month=3, day=4), date(2016, 3, 4)),
        (Fields(month=2, day=30), None),
        (Fields(month=3), date(2016, 3, 1)),
        (Fields(week=1), date(2016, 1, 4)),
        (Fields(quarter=4), date(2016, 10, 1)),
        (Fields(half=2), date(2016, 7, 1)),
        (Fields(season="FA"), date(2016, 9, 1)),
        (Fields(holiday="christmas"), date(2016, 12, 25)),
        (Fields(quarter=1, fiscal=True), date(2015, 10, 1)),
        (Fields(fiscal=True), date(2015, 10, 1)),
        (Fields(), date(2016, 1, 1)),
    ],
)
def test_a_date_in_its_year(fields: Fields, first: date | None) -> None:
    placed = in_year(fields, 2016, LEXICON, FiscalYear((), 10))
    assert (None if placed is None else placed.day) == first


@pytest.mark.parametrize(
    ("fields", "selector", "lean", "first"),
    [
        (Fields(month=11, day=20), None, Lean.NONE, date(2016, 11, 20)),
        (Fields(month=7, day=20), None, Lean.NONE, date(2017, 7, 20)),
        (Fields(month=7, day=12), None, Lean.PAST, date(2017, 7, 12)),
        (Fields(month=7, day=14), None, Lean.PAST, date(2016, 7, 14)),
        (Fields(month=4), None, Lean.PAST, date(2016, 4, 1)),
        (Fields(month=4), None, Lean.NONE, date(2017, 4, 1)),
        (Fields(month=3), None, Lean.FUTURE, date(2017, 3, 1)),
        (Fields(month=2), None, Lean.FUTURE, date(2018, 2, 1)),
        (Fields(quarter=2), None, Lean.PAST, date(2016, 4, 1)),
        (Fields(quarter=2), None, Lean.NONE, date(2017, 4, 1)),
        (Fields(month=3, day=14), None, Lean.ENTRY, date(2018, 3, 14)),
        (Fields(month=3, day=15), None, Lean.ENTRY, date(2017, 3, 15)),
        (Fields(month=4), LAST, Lean.NONE, date(2016, 4, 1)),
        (Fields(month=3), LAST, Lean.NONE, date(2016, 3, 1)),
        (Fields(month=2), LAST, Lean.NONE, date(2017, 2, 1)),
        (Fields(month=4), THIS, Lean.NONE, date(2017, 4, 1)),
        (Fields(month=3), NEXT, Lean.NONE, date(2018, 3, 1)),
        (Fields(month=4), Selector(Anchor.PUBLICATION, 2), Lean.NONE, date(2018, 4, 1)),
    ],
)
def test_which_year_a_date_means(fields: Fields, selector: Selector | None, lean: Lean, first: date) -> None:
    chosen = choose(partial(in_year, fields, lexicon=LEXICON), ON, selector, lean)
    assert chosen is not None
    assert chosen.day == first


def test_a_weekday_beside_a_day_picks_the_year() -> None:
    chosen = choose(partial(in_year, Fields(month=5, day=4), lexicon=LEXICON), ON, None, Lean.NONE, weekday=2)
    assert chosen is not None
    assert chosen.day == date(2016, 5, 4)


@pytest.mark.parametrize(
    ("month", "anchor", "year"),
    [
        (4, date(1911, 12, 1), 1911),
        (3, date(1911, 12, 1), 1912),
        (11, date(1911, 1, 1), 1911),
        (12, date(1911, 1, 1), 1910),
        (9, date(1911, 2, 1), 1911),
    ],
)
def test_the_year_of_a_date_in_a_history(month: int, anchor: date, year: int) -> None:
    near = near_text(partial(in_year, Fields(month=month), lexicon=LEXICON), anchor)
    assert near is not None
    assert near.day.year == year


@pytest.mark.parametrize(
    ("weekday", "selector", "lean", "day"),
    [
        (2, None, Lean.NONE, 15),
        (2, None, Lean.FUTURE, 15),
        (3, None, Lean.NONE, 9),
        (3, None, Lean.FUTURE, 16),
        (0, None, Lean.PAST, 13),
        (2, LAST, Lean.NONE, 8),
        (0, LAST, Lean.NONE, 13),
        (0, Selector(Anchor.PUBLICATION, -2), Lean.NONE, 6),
        (4, THIS, Lean.NONE, 17),
        (0, THIS, Lean.NONE, 13),
        (0, THIS, Lean.FUTURE, 20),
        (4, NEXT, Lean.NONE, 24),
        (4, Selector(Anchor.PUBLICATION, 1, soonest=True), Lean.NONE, 17),
        (2, Selector(Anchor.PUBLICATION, 1, soonest=True), Lean.NONE, 22),
        (4, Selector(Anchor.PUBLICATION, 2, soonest=True), Lean.NONE, 24),
    ],
)
def test_which_weekday_is_meant(weekday: int, selector: Selector | None, lean: Lean, day: int) -> None:
    assert weekday_near(weekday, ON, selector, lean).day == date(2017, 3, day)


@pytest.mark.parametrize(
    ("day", "lean", "steps", "weekday", "meant"),
    [
        (14, Lean.NONE, range(-1, 2), None, date(2017, 3, 14)),
        (31, Lean.NONE, range(-1, 2), None, date(2017, 3, 31)),
        (14, Lean.ENTRY, range(-1, 2), None, date(2017, 4, 14)),
        (13, Lean.NONE, range(-11, 12), 4, date(2017, 1, 13)),
        (31, Lean.NONE, range(-1, 0), None, None),
    ],
)
def test_which_month_a_day_is_of(day: int, lean: Lean, steps: range, weekday: int | None, meant: date | None) -> None:
    placed = day_of_month(day, ON, lean, steps, weekday)
    assert (None if placed is None else placed.day) == meant


@pytest.mark.parametrize(
    ("number", "unit", "first"),
    [
        (1, Unit.WEEK, date(2016, 5, 2)),
        (2, Unit.WEEK, date(2016, 5, 9)),
        (-1, Unit.WEEK, date(2016, 5, 23)),
        (3, Unit.DAY, date(2016, 5, 3)),
        (-2, Unit.DAY, date(2016, 5, 30)),
    ],
)
def test_a_numbered_unit_of_a_month(number: int, unit: Unit, first: date) -> None:
    assert nth_unit(cell(Unit.MONTH, 2016, 5), number, unit).day == first


@pytest.mark.parametrize(
    ("outer", "number", "day"),
    [
        (cell(Unit.MONTH, 2016, 5), 1, date(2016, 5, 3)),
        (cell(Unit.MONTH, 2016, 5), -1, date(2016, 5, 31)),
        (cell(Unit.YEAR, 2016), 1, date(2016, 1, 5)),
        (cell(Unit.YEAR, 2016), -2, date(2016, 12, 20)),
        (cell(Unit.WEEK, 2016, 5, 2), 1, None),
    ],
)
def test_a_numbered_weekday(outer: Cell, number: int, day: date | None) -> None:
    assert nth_weekday_in(outer, 1, number) == day


@pytest.mark.parametrize(
    ("length", "sign", "lean", "start", "where"),
    [
        (so_many("2", Unit.DAY), -1, Lean.NONE, None, cell(Unit.DAY, 2017, 3, 13)),
        (so_many("3", Unit.WEEK), -1, Lean.NONE, None, cell(Unit.WEEK, 2017, 2, 20)),
        (so_many("3", Unit.WEEK), -1, Lean.ENTRY, None, cell(Unit.DAY, 2017, 2, 22)),
        (so_many("1", Unit.YEAR), -1, Lean.ENTRY, None, cell(Unit.MONTH, 2016, 3)),
        (so_many("1", Unit.DECADE), -1, Lean.NONE, None, cell(Unit.YEAR, 2007)),
        (so_many("1", Unit.FORTNIGHT), 1, Lean.NONE, None, cell(Unit.WEEK, 2017, 3, 27)),
        (so_many("1.5", Unit.YEAR), -1, Lean.NONE, None, cell(Unit.YEAR, 2015)),
        (so_many("1.25", Unit.WEEK), -1, Lean.NONE, None, None),
        (so_many("1", Unit.YEAR), 1, Lean.NONE, Fields(), cell(Unit.DAY, 2018, 3, 15)),
        (so_many("0", Unit.WEEKEND), 1, Lean.NONE, Fields(), cell(Unit.WEEKEND, 2017, 3, 18)),
    ],
)
def test_counting_from_a_day(length: Length, sign: int, lean: Lean, start: Core | None, where: Cell | None) -> None:
    core = Offset(length, sign, Anchor.OPEN, start)
    reached = counted(core, Cell(Unit.DAY, ON), lean)
    assert reached == where


def test_the_weekend_of_a_monday_is_the_one_before_it() -> None:
    core = Offset(so_many("0", Unit.WEEKEND), 1, Anchor.OPEN, Fields())
    days = [counted(core, cell(Unit.DAY, 2017, 3, day), Lean.NONE) for day in (13, 14, 15)]
    assert [c.day.day for c in days if c is not None] == [11, 11, 18]


@pytest.mark.parametrize(
    ("first", "last", "lean", "value"),
    [
        (cell(Unit.MONTH, 2016, 1), cell(Unit.MONTH, 2016, 4), Lean.NONE, "(a,b,P3M)"),
        (cell(Unit.YEAR, 2012), cell(Unit.YEAR, 2015), Lean.NONE, "(a,b,P3Y)"),
        (cell(Unit.DAY, 2016, 1, 4), cell(Unit.DAY, 2016, 1, 9), Lean.NONE, "(a,b,P5D)"),
        (cell(Unit.DAY, 2016, 1, 4), cell(Unit.DAY, 2016, 1, 9), Lean.ENTRY, "(2016-01-04,2016-01-10,P6D)"),
        (cell(Unit.DAY, 2016, 1, 9), cell(Unit.DAY, 2016, 1, 4), Lean.ENTRY, "(2016-01-09,2016-01-12,P3D)"),
        (cell(Unit.MONTH, 2016, 11), cell(Unit.MONTH, 2016, 2), Lean.ENTRY, "(2016-11-01,2017-03-01,P120D)"),
        (
            clock_cell(Unit.HOUR, 15),
            clock_cell(Unit.MINUTE, 17, 30),
            Lean.NONE,
            "(a,b,PT2H30M)",
        ),
        (
            clock_cell(Unit.HOUR, 22),
            clock_cell(Unit.HOUR, 2),
            Lean.NONE,
            "(a,2016-01-05T02:00,PT4H)",
        ),
        (
            clock_cell(Unit.MINUTE, 15, 5),
            clock_cell(Unit.MINUTE, 15, 35),
            Lean.NONE,
            "(a,b,PT30M)",
        ),
    ],
)
def test_a_span_between_two_times(first: Cell, last: Cell, lean: Lean, value: str) -> None:
    assert span_value(Placed("a", None, "stated", first), Placed("b", None, "stated", last), lean).value == value


MONTHS, QUARTER = so_many("2", Unit.MONTH), so_many("1", Unit.QUARTER)
AHEAD = cell(Unit.DAY, 2017, 3, 16)


@pytest.mark.parametrize(
    ("core", "end", "lean", "start", "after"),
    [
        (Until(MONTHS, Fields()), cell(Unit.MONTH, 2016, 6), Lean.NONE, "2016-05-01", "2016-07-01"),
        (Until(MONTHS, Fields(), forward=True), cell(Unit.YEAR, 2016), Lean.NONE, "2016-01-01", "2016-03-01"),
        (Until(QUARTER, Fields()), cell(Unit.DAY, 2016, 6, 30), Lean.NONE, "2016-04-01", "2016-07-01"),
        (Until(MONTHS, UnitAt(Unit.DAY, LAST)), cell(Unit.DAY, 2017, 3, 14), Lean.ENTRY, "2017-01-01", "2017-03-01"),
        (Until(MONTHS, UnitAt(Unit.DAY, NEXT), forward=True), AHEAD, Lean.ENTRY, "2017-04-01", "2017-06-01"),
    ],
)  # fmt: skip
def test_a_length_placed_by_its_end(core: Until, end: Cell, lean: Lean, start: str, after: str) -> None:
    placed = placed_length(core, (end, "stated"), lean).period
    assert placed is not None
    assert (str(placed.start), str(placed.end)) == (start, after)


@pytest.mark.parametrize(
    ("length", "value"),
    [
        (so_many("5", Unit.YEAR), "P5Y"),
        (so_many("3.5", Unit.YEAR), "P3Y6M"),
        (so_many("0.5", Unit.CENTURY), "P50Y"),
        (so_many("2.5", Unit.DECADE), "P2DE5Y"),
        (so_many("1.5", Unit.MONTH), "P1M15D"),
        (so_many("1.5", Unit.DAY), "P1DT12H"),
        (so_many("1.75", Unit.HOUR), "PT1H45M"),
        (so_many("0.5", Unit.MINUTE), "PT30S"),
        (so_many("1.5", Unit.WEEK), "P1.5W"),
        (so_many("2", Unit.FORTNIGHT), "P4W"),
        (so_many("2", Unit.HALF), "P12M"),
        (so_many("2", Unit.SEASON), "P6M"),
        (so_many("2", Unit.PERIOD), "P2Q"),
        (so_many(None, Unit.MONTH), "PXM"),
    ],
)
def test_the_value_of_a_length(length: Length, value: str) -> None:
    assert length_value(length) == value


@pytest.mark.parametrize(
    ("core", "value"),
    [
        (Fields(month=12, day=21), "XXXX-12-21"),
        (Fields(year=2019, month=2, day=30), "2019-02-30"),
        (Fields(month=7), "XXXX-07"),
        (Fields(week=3), "XXXX-W03"),
        (Fields(weekday=0), "XXXX-WXX-1"),
        (Fields(quarter=3), "XXXX-Q3"),
        (Fields(half=1), "XXXX-H1"),
        (Fields(season="SU"), "XXXX-SU"),
        (Fields(), None),
        (UnitAt(Unit.YEAR, LAST), None),
    ],
)
def test_a_date_with_its_year_left_open(core: Core, value: str | None) -> None:
    assert open_value(core) == value


@pytest.mark.parametrize(
    ("core", "value", "edtf"),
    [
        (UnitAt(Unit.DAY, LAST), None, "publication day -1"),
        (UnitAt(Unit.DAY, THIS), None, "publication day"),
        (UnitAt(Unit.WEEK, NEXT), None, "publication week +1"),
        (Fields(month=7), "XXXX-07", "XXXX-07"),
        (Nth(1, Unit.WEEK, Fields()), None, "XXXX"),
    ],
)
def test_a_time_that_stays_open(core: Core, value: str | None, edtf: str) -> None:
    placed = unplaced(core)
    assert placed.period is not None
    assert (placed.value, placed.period.edtf) == (value, edtf)


def test_so_many_units_of_an_untold_number_are_past_or_to_come() -> None:
    values = [unplaced(Offset(so_many(None, Unit.YEAR), sign, Anchor.OPEN)).value for sign in (-1, 1)]
    assert values == ["PAST_REF", "FUTURE_REF"]


@pytest.mark.parametrize(
    ("core", "value"),
    [
        (Recurrence(so_many("2", Unit.WEEK)), "P2W"),
        (Recurrence(each=Fields(weekday=0)), "XXXX-WXX-1"),
        (Recurrence(each=At(Fields(weekday=4), None, "NI")), "XXXX-WXX-5TNI"),
        (Recurrence(each=At(None, None, "MO")), "XXXX-XX-XXTMO"),
    ],
)
def test_the_value_of_a_set(core: Recurrence, value: str) -> None:
    assert set_value(core) == value


@pytest.mark.parametrize(
    ("core", "hours"),
    [
        (At(None, None, "MO"), (5, 12)),
        (At(None, None, "MI"), (11, 13)),
        (At(None, None, "AF"), (12, 18)),
        (At(None, None, "EV"), (17, 22)),
        (At(None, None, "NI"), (18, 6)),
        (At(None, None, "DT"), (6, 18)),
    ],
)
def test_the_hours_of_a_part_of_the_day(core: At, hours: tuple[int, int]) -> None:
    placed = clock_value(core, Cell(Unit.DAY, ON), "stated").period
    assert placed is not None
    assert isinstance(placed.start, datetime)
    assert isinstance(placed.end, datetime)
    assert (placed.start.hour, placed.end.hour) == hours


@pytest.mark.parametrize(
    ("clock", "value"),
    [
        (Clock(5), "2017-03-15T05:00"),
        (Clock(5, half="p"), "2017-03-15T17:00"),
        (Clock(12, half="a"), "2017-03-15T00:00"),
        (Clock(12, half="p"), "2017-03-15T12:00"),
        (Clock(17, 30, 5, offset="Z"), "2017-03-15T17:30:05Z"),
    ],
)
def test_the_value_of_a_clock(clock: Clock, value: str) -> None:
    assert clock_value(At(None, clock), Cell(Unit.DAY, ON), "stated").value == value


@pytest.mark.parametrize(
    ("core", "year", "value"),
    [
        (Fields(year=44, bc=True), None, "BC0044"),
        (UnitAt(Unit.YEAR, Selector(Anchor.TEXT, 1)), 44, "BC0043"),
        (UnitAt(Unit.DECADE, Selector(Anchor.TEXT, 1)), 500, "BC049"),
        (UnitAt(Unit.CENTURY, Selector(Anchor.TEXT, 0)), 500, "BC05"),
        (UnitAt(Unit.DAY, Selector(Anchor.TEXT, 1)), 500, None),
        (Offset(so_many("10", Unit.YEAR), 1, Anchor.TEXT), 500, "BC0490"),
        (Offset(so_many("2", Unit.DECADE), -1, Anchor.TEXT), 500, "BC0520"),
        (Offset(so_many("2", Unit.CENTURY), 1, Anchor.TEXT), 500, "BC0300"),
        (Fields(month=5), 500, "BC0500-05"),
    ],
)
def test_years_before_christ_are_counted_down(core: Core, year: int | None, value: str | None) -> None:
    placed = before_christ(core, year)
    assert placed is not None
    assert placed.value == value


@pytest.mark.parametrize(
    ("core", "year"),
    [
        (Fields(month=5), None),
        (Fields(year=1911), 500),
        (UnitAt(Unit.YEAR, LAST), 500),
        (UnitAt(Unit.YEAR, Selector(Anchor.TEXT, 1)), 1),
        (Offset(so_many("10", Unit.YEAR), 1, Anchor.TEXT), 10),
        (Offset(so_many("10", Unit.YEAR), 1, Anchor.PUBLICATION), 500),
    ],
)
def test_what_is_not_before_christ(core: Core, year: int | None) -> None:
    assert before_christ(core, year) is None


def test_only_the_present_has_a_day() -> None:
    placed = [reference_value(Reference(word), on).period for word, on in (("PRESENT_REF", ON), ("PAST_REF", ON))]
    assert [None if period is None else period.start for period in placed] == [ON, None]
    assert reference_value(Reference("PRESENT_REF"), None).period is None


@pytest.mark.parametrize(
    ("length", "one"),
    [(so_many("1", Unit.YEAR), True), (so_many("2", Unit.YEAR), False), (so_many("1", Unit.DAY), False)],
)
def test_one_year(length: Length, one: bool) -> None:
    assert is_one_year(length) is one


@pytest.mark.parametrize(
    ("calendar", "day", "year", "start"),
    [
        (CALENDAR_YEAR, date(2016, 12, 31), 2016, date(2016, 1, 1)),
        (FiscalYear((), 10), date(2016, 9, 30), 2016, date(2015, 10, 1)),
        (FiscalYear((), 10), date(2016, 10, 1), 2017, date(2016, 10, 1)),
        (FiscalYear((), 4, "start"), date(2016, 3, 31), 2015, date(2015, 4, 1)),
    ],
)
def test_the_fiscal_year_of_a_day(calendar: FiscalYear, day: date, year: int, start: date) -> None:
    assert year_of(day, calendar) == year
    assert year_start(year, calendar) == start


@pytest.mark.parametrize(
    ("unit", "month", "value"),
    [(Unit.QUARTER, 10, "2017-Q1"), (Unit.QUARTER, 7, "2016-Q4"), (Unit.HALF, 4, "2016-H2"), (Unit.YEAR, 10, "2017")],
)
def test_a_fiscal_time_is_printed_with_its_own_numbers(unit: Unit, month: int, value: str) -> None:
    placed = fiscal_value(cell(unit, 2016, month), "stated", FiscalYear((), 10), "acme")
    assert (placed.value, placed.basis) == (value, "stated, by the fiscal calendar of acme")


@pytest.mark.parametrize(
    ("core", "fiscal"),
    [
        (Fields(year=2016, fiscal=True), True),
        (UnitAt(Unit.YEAR, LAST, fiscal=True), True),
        (Until(so_many("1", Unit.YEAR), Fields(year=2016, fiscal=True)), True),
        (Fields(year=2016), False),
        (Reference("PAST_REF"), False),
    ],
)
def test_what_is_told_in_fiscal_years(core: Core, fiscal: bool) -> None:
    assert is_fiscal(Timex(TimexType.DATE, None, expr=TimeExpr(core))) is fiscal


def mention(core: Core, start: int = 0) -> Mention:
    timex = Timex(TimexType.DATE, None, expr=TimeExpr(core))
    return Mention(span=Span(start, start + 1), quote="x", kind=Kind.DATE, rule="time.date", timex=timex)


@pytest.mark.parametrize(
    ("years", "counted_days", "narrative"),
    [((1911, 1912, 1913), 0, False), ((1911, 1912, 1913, 2015), 1, True), ((1911, 1912, 1913, 2016), 0, False),
     ((1911, 1912, 1913, 1914), 2, False)],
)  # fmt: skip
def test_what_makes_a_history(years: tuple[int, ...], counted_days: int, narrative: bool) -> None:
    told = [mention(Fields(year=year)) for year in years] + [mention(UnitAt(Unit.DAY, LAST))] * counted_days
    assert is_narrative(told, ON) is narrative
    assert is_narrative(told, None)


def test_times_rest_on_those_before_them() -> None:
    next_day = UnitAt(Unit.DAY, Selector(Anchor.TEXT, 1))
    told = [mention(Fields(year=2016, month=5, day=4)), mention(next_day), mention(next_day)]
    values = [m.timex.value for m in resolve(told, ON, LEXICON) if m.timex is not None]
    assert values == ["2016-05-04", "2016-05-05", "2016-05-06"]


@pytest.mark.parametrize(
    ("core", "published", "value"),
    [
        (At(Fields(weekday=3), Clock(5, half="p")), None, "T17:00"),
        (At(Fields(weekday=3), Clock(5, half="p")), ON, "2017-03-09T17:00"),
        (at(5), None, "T05:00"),
        (Nth(1, Unit.DAY, Fields(year=2016, month=5), weekday=1), ON, "2016-05-03"),
        (Nth(5, Unit.DAY, Fields(year=2016, month=2), weekday=1), ON, None),
        (Fields(weekday=4, of=UnitAt(Unit.WEEK, NEXT)), ON, "2017-03-24"),
        (Fields(weekday=4, of=UnitAt(Unit.MONTH, NEXT)), ON, "XXXX-WXX-5"),
        (Fields(day=20, of=UnitAt(Unit.MONTH, NEXT)), ON, "2017-04-20"),
        (Fields(month=5, of=UnitAt(Unit.YEAR, LAST)), ON, "2016-05"),
        (UnitAt(Unit.QUARTER, Selector(Anchor.OPEN, 0)), ON, "2016-Q4"),
        (UnitAt(Unit.QUARTER, Selector(Anchor.OPEN, 1)), ON, "2017-Q2"),
        (UnitAt(Unit.WEEKEND, Selector(Anchor.OPEN, 0)), ON, "2017-W10-WE"),
        (Offset(so_many("2", Unit.HOUR), -1, Anchor.OPEN), ON, None),
        (Stretch(at(9), at(10, 30)), ON, "(T09:00,T10:30,PT1H30M)"),
        (Fields(decade=199), ON, "199"),
        (Fields(century=19), ON, "19"),
        (Fields(year=44, bc=True), ON, "BC0044"),
    ],
)
def test_where_a_time_lies(core: Core, published: date | None, value: str | None) -> None:
    assert Walk(LEXICON, published, narrative=published is None).place(core, Lean.NONE).value == value


def test_the_parts_of_a_time() -> None:
    year = cell(Unit.YEAR, 2016)
    thirds = [part(year, mod, None) for mod in ("START", "MID", "END")]
    assert [(p.start, p.end) for p in thirds] == [
        (date(2016, 1, 1), date(2016, 5, 2)),
        (date(2016, 5, 2), date(2016, 9, 1)),
        (date(2016, 9, 1), date(2017, 1, 1)),
    ]
    assert between(date(2016, 1, 1), date(2016, 1, 3), Unit.DAY).edtf == "2016-01-01/2016-01-02"
