"""Weekdays beside other words: Tuesday the 19th, "May 4, Friday", Friday after next, three Sundays ago."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reconcile.model.timeexpr import Anchor, Fields, Selector, Unit, UnitAt
from reconcile.recognise.numerals import read_cardinal, read_ordinal
from reconcile.recognise.scan import Scan
from reconcile.recognise.time_reading import Read, capital, key, skip
from reconcile.recognise.time_spans import ends_clause

Reader = Callable[[Scan, int], Read | None]

_COMMA = frozenset({","})
_THE = frozenset({"the"})


def date_of_weekday(scan: Scan, read: Read, atom: Reader) -> Read | None:
    """Such as "Thursday, June 11", "this coming Monday, May the third", "Tuesday the 19th": one day told twice."""
    core = read.core
    if not isinstance(core, Fields) or core.weekday is None or core.day is not None:
        return None
    j = skip(scan, skip(scan, read.end, _COMMA), _THE)
    inner = atom(scan, j) if j < len(scan.tokens) else None
    day = inner.core if inner is not None else None
    if inner is None or not isinstance(day, Fields) or day.day is None or day.month is None:
        return _numbered(scan, read, j) if key(scan, read.end) != "," and core.selector is None else None
    return inner._replace(core=replace(day, weekday=core.weekday))


def _numbered(scan: Scan, read: Read, j: int) -> Read | None:
    """The 19th of "Tuesday the 19th": digits that no noun follows."""
    ordinal = read_ordinal(scan, j) if key(scan, j)[:1].isdecimal() else None
    if ordinal is None or not 1 <= ordinal.value <= 31 or not ends_clause(scan, ordinal.end):
        return None
    assert isinstance(read.core, Fields)
    return Read(replace(read.core, day=int(ordinal.value)), ordinal.end, "time.day", read.mod)


def weekday_of_date(scan: Scan, read: Read) -> Read | None:
    """Such as "May 4, Friday" and "4 May (Fri)", where no noun follows."""
    core = read.core
    if not isinstance(core, Fields) or core.day is None or core.month is None or core.weekday is not None:
        return None
    sign = key(scan, read.end)
    weekday = scan.pack.times.weekdays.get(key(scan, read.end + 1)) if sign in (",", "(") else None
    if weekday is None or not ends_clause(scan, read.end + 2):
        return None
    closed = sign == "(" and key(scan, read.end + 2) == ")"
    return (
        read._replace(core=replace(core, weekday=weekday), end=read.end + 2 + closed) if sign == "," or closed else None
    )


def after_next(scan: Scan, read: Read) -> Read | None:
    """Such as "Friday after next", "April after next": the second one to come."""
    if key(scan, read.end) != "after" or key(scan, read.end + 1) != "next" or not ends_clause(scan, read.end + 2):
        return None
    core = read.core
    if not isinstance(core, Fields) or (core.day, core.year, core.selector, core.of) != (None, None, None, None):
        return None
    selector = Selector(Anchor.PUBLICATION, 2, soonest=True)
    return read._replace(core=replace(core, selector=selector), end=read.end + 2)


def day_of_week(scan: Scan, read: Read) -> Read | None:
    """Such as "next week on Tuesday", "this week, Friday": the day of a week told before it."""
    if not isinstance(read.core, UnitAt) or read.core.unit is not Unit.WEEK:
        return None
    j = skip(scan, skip(scan, read.end, _COMMA), _ON)
    weekday = scan.pack.times.weekdays.get(key(scan, j))
    short = key(scan, j) in scan.pack.times.wary and not (capital(scan, j) and key(scan, j + 1)[:1].isdecimal())
    if weekday is None or short or key(scan, j).endswith("days"):
        return None
    return Read(Fields(weekday=weekday, of=read.core), j + 1, "time.weekday")


_ON = frozenset({"on"})


def read_counted_weekday(scan: Scan, i: int) -> Read | None:
    """Two Thursdays ago, three Fridays from now: so many such days back or on."""
    number = read_cardinal(scan, i)
    if number is None or not 1 <= number.value <= 20 or number.value % 1:
        return None
    weekday = scan.pack.times.weekdays.get(key(scan, number.end))
    side = scan.pack.times.offsets.match(scan.tokens, number.end + 1) if weekday is not None else None
    if side is None or side[0].anchor is not Anchor.PUBLICATION:
        return None
    step = int(number.value) * side[0].sign
    return Read(
        Fields(weekday=weekday, selector=Selector(Anchor.PUBLICATION, step, soonest=True)), side[1], "time.weekday"
    )
