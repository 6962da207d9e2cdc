"""The TIMEX3 values of what is no whole unit of the calendar: lengths, sets, times of day, and dates without a year.

Times before Christ, which have no place among dates: their TIMEX3 values, counted downwards.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from reconcile.model.period import Grain, Period
from reconcile.model.timeexpr import (
    Amount,
    Anchor,
    At,
    Clock,
    Core,
    Fields,
    Length,
    Nth,
    Offset,
    Recurrence,
    Reference,
    Unit,
    UnitAt,
)
from reconcile.model.value import plain
from reconcile.normaliser.calendar import SUBDAY, Cell, grain, period


class Placed(NamedTuple):
    """A resolved time: TIMEX3 value, period, what it rests on, and its cell if it is one."""

    value: str | None
    period: Period | None
    basis: str
    cell: Cell | None = None


_LETTERS = {
    Unit.YEAR: "Y",
    Unit.MONTH: "M",
    Unit.WEEK: "W",
    Unit.WEEKEND: "WE",
    Unit.DAY: "D",
    Unit.NIGHT: "D",
    Unit.QUARTER: "Q",
    Unit.DECADE: "DE",
    Unit.CENTURY: "CE",
    Unit.MILLENNIUM: "ML",
    Unit.HOUR: "H",
    Unit.MINUTE: "M",
    Unit.SECOND: "S",
}
# Units without a letter of their own, as so many of one that has.
_AS = {
    Unit.FORTNIGHT: (2, Unit.WEEK),
    Unit.HALF: (6, Unit.MONTH),
    Unit.SEASON: (3, Unit.MONTH),
    Unit.PERIOD: (1, Unit.QUARTER),
}
# The next smaller unit, for halves and quarters of a unit.
_SMALLER = {
    Unit.DECADE: (10, Unit.YEAR),
    Unit.CENTURY: (100, Unit.YEAR),
    Unit.YEAR: (12, Unit.MONTH),
    Unit.MONTH: (30, Unit.DAY),
    Unit.DAY: (24, Unit.HOUR),
    Unit.HOUR: (60, Unit.MINUTE),
    Unit.MINUTE: (60, Unit.SECOND),
}


def length_value(length: Length) -> str:
    """The value of a TIMEX3 DURATION: P5Y, PT1H45M, P3Y6M for three and a half years, PXM for some months."""
    days, clock = "", ""
    for part in length.parts:
        for amount in whole_amounts(part):
            text = ("X" if amount.number is None else plain(amount.number)) + _LETTERS[amount.unit]
            if amount.unit in SUBDAY:
                clock += text
            else:
                days += text
    return f"P{days}" + (f"T{clock}" if clock else "")


def whole_amounts(part: Amount) -> list[Amount]:
    """An amount in whole units where a smaller unit makes it whole; 1.5 weeks stays as it is."""
    if part.unit in _AS:
        factor, unit = _AS[part.unit]
        part = Amount(None if part.number is None else part.number * factor, unit)
    if part.number is None or part.number == int(part.number) or part.unit not in _SMALLER:
        return [part]
    factor, unit = _SMALLER[part.unit]
    whole, rest = divmod(part.number, 1)
    small = Amount(rest * factor, unit)
    return ([Amount(Decimal(int(whole)), part.unit)] if whole else []) + whole_amounts(small)


def set_value(core: Recurrence) -> str:
    """The value of a TIMEX3 SET: P1D, P1W, XXXX-WXX-1 (every Monday), XXXX-07 (each July), T15:00 (3 p.m. each day)."""
    if core.every is not None:
        return length_value(core.every)
    if isinstance(core.each, At):
        day, clock = open_value(core.each.day), core.each.clock
        if clock is not None:
            return (day or "") + _clock_text(clock) + clock.offset
        return f"{day or 'XXXX-XX-XX'}T{core.each.daypart}"
    return open_value(core.each) or "XXXX"


def clock_value(core: At, day: Cell | None, basis: str) -> Placed:
    """A time or part of a day; without a day T17:00 or TMO."""
    if day is not None and core.clock is not None:
        return _on_day(core.clock, day.day, basis)
    if day is not None:
        where = _part_period(day.day, core.daypart or "")
        return Placed(f"{day.day.isoformat()}T{core.daypart}", where, basis, Cell(Unit.DAY, day.day))
    shown = f"T{core.daypart}" if core.clock is None else _clock_text(core.clock) + core.clock.offset
    return Placed(shown, Period(None, None, shown, Grain.DAYPART if core.clock is None else Grain.MINUTE), basis)


def _clock_text(clock: Clock) -> str:
    hour = clock.hour24
    tail = "" if clock.second is None else f":{clock.second:02}"
    return f"T{hour:02}:{clock.minute or 0:02}{tail}"


def hours_of_no_day(first: At, last: At, placed: Placed) -> Placed:
    """Two clocks of no day that is told, (T09:00,T10:30,PT1H30M); their place stays that on the day of publication."""
    if first.clock is None or last.clock is None or placed.value is None:
        return placed
    length = placed.value.rpartition(",")[2]
    a, b = (_clock_text(clock) + clock.offset for clock in (first.clock, last.clock))
    return placed._replace(value=f"({a},{b},{length}")


def _on_day(clock: Clock, day: date, basis: str) -> Placed:
    hour = clock.hour24
    start = datetime(day.year, day.month, day.day)  # noqa: DTZ001 -- the zone, if any, is in the words
    start += timedelta(hours=hour, minutes=clock.minute or 0, seconds=clock.second or 0)
    unit = Unit.HOUR if clock.minute is None else Unit.MINUTE if clock.second is None else Unit.SECOND
    cell = Cell(unit, start)
    where = period(cell)
    where = replace(where, edtf=where.edtf + clock.offset)
    return Placed(day.isoformat() + _clock_text(clock) + clock.offset, where, basis, cell)


# From and to which hour the parts of a day go (ISO-TimeML names them, the hours are ours).
_HOURS = {"MO": (5, 12), "MI": (11, 13), "AF": (12, 18), "EV": (17, 22), "NI": (18, 30), "DT": (6, 18)}


def _part_period(day: date, code: str) -> Period:
    first, after = _HOURS.get(code, (0, 24))
    start = datetime(day.year, day.month, day.day)  # noqa: DTZ001
    return Period(start + timedelta(hours=first), start + timedelta(hours=after), day.isoformat(), Grain.DAYPART)


def unplaced(core: Core) -> Placed:
    """A time that text and publication date leave open: XXXX-12-21, or what it is counted from."""
    if isinstance(core, Offset) and any(part.number is None for part in core.length.parts):
        return Placed("PAST_REF" if core.sign < 0 else "FUTURE_REF", None, "stated")
    shown = open_value(core)
    if isinstance(core, UnitAt):
        return Placed(None, Period(None, None, _counted_from(core), grain(core.unit)), "nothing")
    unit = core.length.parts[-1].unit if isinstance(core, Offset) else core.unit if isinstance(core, Nth) else Unit.DAY
    return Placed(shown, Period(None, None, shown or "XXXX", grain(unit)), "nothing")


def _counted_from(core: UnitAt) -> str:
    step = core.selector.step
    return f"publication {core.unit.value}" + (f" {step:+}" if step else "")


def open_value(core: Core | None) -> str | None:
    """A date with its year left open: XXXX-12-21, XXXX-WXX-5, XXXX-Q3; None where nothing would be left.

    A day that no calendar has stays as it is written: 2019-02-30.
    """
    if not isinstance(core, Fields):
        return None
    if core.month is not None:
        year = "XXXX" if core.year is None else f"{core.year:04}"
        return f"{year}-{core.month:02}" + ("" if core.day is None else f"-{core.day:02}")
    if core.week is not None:
        return f"XXXX-W{core.week:02}"
    if core.weekday is not None:
        return f"XXXX-WXX-{core.weekday + 1}"
    if core.quarter is not None:
        return f"XXXX-Q{core.quarter}"
    if core.half is not None:
        return f"XXXX-H{core.half}"
    return None if core.season is None else f"XXXX-{core.season}"


def is_one_year(length: Length) -> bool:
    """Whether the length is "a year", by which company results are compared."""
    return len(length.parts) == 1 and length.parts[0].unit is Unit.YEAR and length.parts[0].number == 1


def reference_value(core: Reference, published: date | None) -> Placed:
    """The past, the present or the future; the present is the day of publication, where that is known."""
    if core.value != "PRESENT_REF" or published is None:
        return Placed(core.value, None, "stated")
    return Placed(core.value, period(Cell(Unit.DAY, published)), "publication date")


_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
_WIDTH = {Unit.YEAR: 4, Unit.DECADE: 3, Unit.CENTURY: 2}
_GRAIN = {Unit.YEAR: Grain.YEAR, Unit.DECADE: Grain.DECADE, Unit.CENTURY: Grain.CENTURY}
STATED, TEXT, NOTHING = "stated", "text before", "nothing"


def year_named(value: str) -> int | None:
    """The year of a TIMEX3 value before Christ; None for a decade or a century."""
    digits = value[2:6]
    return int(digits) if len(digits) == 4 and digits.isdecimal() else None


def before_christ(core: Core, year: int | None) -> Placed | None:
    """A time before Christ, by its own words or by the year the text has `year`; None where it is none.

    What counts in days from such a year stays open.
    """
    if isinstance(core, Fields) and core.bc and core.year is not None:
        return _year(core.year, core, STATED)
    if year is None:
        return None
    match core:
        case UnitAt(unit=unit, selector=selector) if selector.anchor is not Anchor.PUBLICATION:
            return _unit(unit, year // _YEARS[unit] - selector.step) if unit in _YEARS else _open()
        case Offset(start=None, anchor=anchor) if anchor is not Anchor.PUBLICATION:
            return _offset(core, year)
        case Fields(year=None, weekday=None, selector=None) if open_value(core):
            return _year(year, core, TEXT)
        case Nth(of=UnitAt()):
            return _open()
        case _:
            return None


def _year(year: int, core: Core, basis: str) -> Placed | None:
    if year < 1:
        return None
    tail = (open_value(core) or "XXXX")[4:] if isinstance(core, Fields) else ""
    edtf = f"-{year - 1:04}" + (tail if tail[1:3].isdecimal() else "")
    return Placed(f"BC{year:04}{tail}", Period(None, None, edtf, Grain.MONTH if tail else Grain.YEAR), basis)


def _unit(unit: Unit, number: int) -> Placed | None:
    if number < 0 or (unit is Unit.YEAR and number < 1):
        return None
    edtf = f"-{number - 1:04}" if unit is Unit.YEAR else "XXXX"
    return Placed(f"BC{number:0{_WIDTH[unit]}}", Period(None, None, edtf, _GRAIN[unit]), TEXT)


def _offset(core: Offset, year: int) -> Placed | None:
    part = core.length.parts[0]
    if part.unit not in _YEARS or part.number is None or len(core.length.parts) > 1:
        return None if part.number is None else _open()
    return _unit(Unit.YEAR, year - core.sign * int(part.number * _YEARS[part.unit]))


def _open() -> Placed:
    return Placed(None, Period(None, None, "XXXX", Grain.DAY), NOTHING)
