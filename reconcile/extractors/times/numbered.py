"""Numbered units: the third quarter, first half of 2017, 20th century, the second week of May, the 15th.

Weeks by their number in the year: week 12 of 2016; in a text that is nothing but a time, week 12.
"""

from __future__ import annotations

from reconcile.extractors.quantities.numerals import read_ordinal
from reconcile.extractors.times.clock import read_clock, read_daypart
from reconcile.extractors.times.containers import THE, ends_clause, read_container, read_unit_offset
from reconcile.extractors.times.reading import DASHES, Read, goes_on, integer, is_entry, skip, year_at
from reconcile.extractors.times.spans import on_day, through_clock
from reconcile.extractors.times.years import QUARTERS
from reconcile.model.timeexpr import Fields, Nth, Selector, Unit, UnitAt
from reconcile.text.scan import Scan

# The most weeks of a year (ISO 8601).
_WEEKS = 53


def read_week_number(scan: Scan, j: int) -> Read | None:
    """Week 12 of 2016, "the week 12": without year and article it may count from anything ("week 3 of the trial")."""
    if scan.pack.times.units.get(scan.keys[j]) is not Unit.WEEK:
        return None
    week = integer(scan, j + 1, 1, _WEEKS)
    if week is None:
        return None
    k = skip(scan, j + 2, scan.pack.times.inside | {","})
    year = year_at(scan, k)
    if year is not None:
        return Read(Fields(year=year, week=week), k + 1, "time.week")
    is_certain = is_entry(scan) or (scan.keys[j - 1] == "the" and not scan.keys[j + 2].isalpha())
    return Read(Fields(week=week), j + 2, "time.week") if is_certain else None


def read_numbered(scan: Scan, j: int, selector: Selector) -> Read | None:
    """Third quarter, first half, 20th century, second week (of ...), last day (of ...), first Tuesday (in ...)."""
    lexicon = scan.pack.times
    ordinal = read_ordinal(scan, j)
    number = -1 if ordinal is None else int(ordinal.value)
    k = skip(scan, j + 1 if ordinal is None else ordinal.end, DASHES)
    if ordinal is not None and scan.keys[k] == "last":
        return _nth_within(scan, -number, k + 1, lexicon.units.get(scan.keys[k + 1]))
    k += scan.keys[k] in lexicon.fiscal
    unit = lexicon.units.get(scan.keys[k])
    if selector == THE and scan.is_play(k):
        return None
    part = _part_of_year(scan, k, unit, number, selector)
    if part is not None:
        return part
    if unit is None and selector == THE and ordinal is not None and _is_day_asked(scan, j, k):
        return _day_of_month(scan, j, number, ordinal.end)
    if unit is Unit.CENTURY and number > 0:
        bc = lexicon.eras.get(scan.keys[k + 1])
        return Read(Fields(century=number - 1, bc=bool(bc)), k + 1 + (bc is not None), "time.century")
    return None if unit is Unit.MILLENNIUM and number > 0 else _nth_within(scan, number, k, unit)


def _part_of_year(scan: Scan, k: int, unit: Unit | None, number: int, selector: Selector) -> Read | None:
    """The quarter or half at token `k`, by its number; -1 is the last, of halves only before what it is of."""
    chosen = None if selector == THE or selector.step == 0 else selector
    if unit is Unit.QUARTER and (number == -1 or 1 <= number <= QUARTERS):
        fiscal = scan.keys[k - 1] in scan.pack.times.fiscal
        quarter = QUARTERS if number < 0 else number
        return Read(Fields(quarter=quarter, fiscal=fiscal, selector=chosen), k + 1, "time.quarter")
    if unit is Unit.HALF and (number in (1, 2) or (number == -1 and scan.keys[k + 1] == "of")):
        return Read(Fields(half=2 if number < 0 else number, selector=chosen), k + 1, "time.half")
    return None


def _is_day_asked(scan: Scan, j: int, k: int) -> bool:
    """Whether a number in order, read from `j` to `k`, may be a day: "the 15th", "15th of the current month"."""
    of_month = scan.keys[k] == "of" and "month" in (scan.keys[k + 2], scan.keys[k + 3])
    return of_month or scan.keys[j - 1] == "the"


def _day_of_month(scan: Scan, j: int, number: int, end: int) -> Read | None:
    """Such as "the 15th", written in digits, where no noun follows; "the 12th of the current month" is joined later."""
    weekday = scan.pack.times.weekdays.get(scan.keys[end])
    if weekday is not None:
        return _nth_within(scan, number, end, None)
    if not (scan.keys[j].isdecimal() or is_entry(scan)) or not 1 <= number <= 31:
        return None
    if not ends_clause(scan, end) and scan.keys[end] != "of":
        return None
    return Read(Fields(day=number), end, "time.day")


def read_day_of_unit(scan: Scan, i: int) -> Read | None:
    """The day of "20 of next month", in a text that is nothing but a time."""
    day = integer(scan, i, 1, 31)
    if day is None or scan.keys[i + 1] != "of" or not is_entry(scan):
        return None
    month = read_container(scan, i + 2)
    if month is None or not isinstance(month.core, UnitAt) or month.core.unit is not Unit.MONTH:
        return None
    return Read(Fields(day=day, of=month.core), month.end, "time.day")


def _nth_within(scan: Scan, number: int, k: int, unit: Unit | None) -> Read | None:
    """The nth unit or weekday of a larger time, which must follow: "second week of May"."""
    weekday = scan.pack.times.weekdays.get(scan.keys[k])
    if weekday is not None and (hours := _hours_within(scan, k + 1)) is not None:
        return _on_nth(scan, number, weekday, hours)
    if (unit is None and weekday is None) or not -53 <= number <= 53 or scan.keys[k + 1] not in scan.pack.times.inside:
        return None
    inner = read_container(scan, k + 2)
    if inner is None:
        return None
    grain = Unit.DAY if unit is None else unit
    return Read(Nth(number, grain, inner.core, weekday), inner.end, "time.nth")


def _hours_within(scan: Scan, k: int) -> Read | None:
    """The evening of "the first Monday evening of May", the hours of "the second Tuesday 2pm to 4pm of June"."""
    part = read_daypart(scan, k)
    if part is not None:
        return part
    clock = read_clock(scan, k) if scan.keys[k][:1].isdecimal() else None
    return None if clock is None else through_clock(scan, clock) or clock


def _on_nth(scan: Scan, number: int, weekday: int, hours: Read) -> Read | None:
    inner = read_container(scan, hours.end + 1) if scan.keys[hours.end] in scan.pack.times.inside else None
    core = None if inner is None else on_day(hours.core, Nth(number, Unit.DAY, inner.core, weekday))
    return None if inner is None or core is None else Read(core, inner.end, "time.at")


def read_ordinal_unit(scan: Scan, i: int) -> Read | None:
    """Third quarter, third-quarter, 20th century, first half of 2017, without an article."""
    return None if read_ordinal(scan, i) is None else read_first_of_two(scan, i) or read_numbered(scan, i, THE)


def read_first_of_two(scan: Scan, i: int) -> Read | None:
    """The first of "second and fourth quarters of 1998", "18th to 20th centuries", which names no unit of its own."""
    first = read_ordinal(scan, i)
    if first is None or not goes_on(scan, first.end):
        return None
    j = first.end + 1
    second = read_numbered(scan, j, THE) if j < scan.n and read_ordinal(scan, j) is not None else None
    core = None if second is None else second.core
    if second is None or not isinstance(core, Fields):
        return None
    if core.quarter is not None and 1 <= first.value <= 4:
        year = year_at(scan, skip(scan, second.end, scan.pack.times.inside))
        return Read(Fields(year=year, quarter=int(first.value)), first.end, "time.quarter")
    if core.century is not None and not core.bc and first.value > 0:
        return Read(Fields(century=int(first.value) - 1), first.end, "time.century")
    return None


def read_article_unit(scan: Scan, i: int) -> Read | None:
    """Such as "a third quarter", "a year-earlier profit" (`i` is at the article)."""
    j = i + 1
    inner = read_ordinal_unit(scan, j) if scan.keys[j] in scan.pack.numerals.ordinals else read_unit_offset(scan, j)
    return None if inner is None or isinstance(inner.core, Nth) else inner
