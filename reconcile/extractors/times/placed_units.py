"""Units placed by a date or a unit beside them: the year ended March 31, the week of May 12, year-ago."""

from __future__ import annotations

from decimal import Decimal

from reconcile.extractors.quantities.numerals import read_cardinal, read_ordinal
from reconcile.extractors.times.dates import end_of, read_day_month, read_month
from reconcile.extractors.times.reading import DASHES, Read, year_at
from reconcile.model.timeexpr import Amount, Anchor, Core, Fields, Length, Offset, Unit, Until
from reconcile.text.scan import Scan


def read_ended(scan: Scan, j: int, unit: Unit) -> Read | None:
    """Such as "the year ended March 31": a length, placed by the date that follows and stays a time of its own."""
    if scan.keys[j + 1] not in scan.pack.times.endings and scan.keys[j + 1] != "to":
        return None
    k = j + 2 + (scan.keys[j + 2] in scan.pack.times.dating)
    inner = read_month(scan, k) or read_day_month(scan, k)
    if inner is None:
        return None
    return Read(Until(Length((Amount(Decimal(1), unit),)), end_of(scan, j + 1, inner.core)), j + 1, "time.ended")


def read_week_of(scan: Scan, j: int) -> Read | None:
    """Such as "the week of May 12", "the week commencing 4 February", "the week starting on the 18th"."""
    if scan.keys[j + 1] not in scan.pack.times.week_openers:
        return None
    inner = read_named_day(scan, j + 2 + (scan.keys[j + 2] == "on"))
    if inner is None:
        return None
    core = Offset(Length((Amount(Decimal(0), Unit.WEEK),)), 1, Anchor.OPEN, inner.core)
    return Read(core, inner.end, "time.unit")


def read_named_day(scan: Scan, k: int) -> Read | None:
    """The day that a week or weekend is told by: May 12, the 18th, Easter 2015."""
    feast = scan.pack.times.holidays.match(scan.tokens, k)
    if feast is not None:
        year = year_at(scan, feast[1])
        return Read(Fields(holiday=feast[0], year=year), feast[1] + (year is not None), "time.holiday")
    inner = read_month(scan, k) or read_day_month(scan, k)
    if inner is not None:
        return inner if isinstance(inner.core, Fields) and inner.core.day is not None else None
    ordinal = read_ordinal(scan, k + 1) if scan.keys[k] == "the" and scan.keys[k + 1].isdecimal() else None
    if ordinal is None or not 1 <= ordinal.value <= 31 or not ends_clause(scan, ordinal.end):
        return None
    return Read(Fields(day=int(ordinal.value)), ordinal.end, "time.day")


def read_weekend_of(scan: Scan, j: int) -> Read | None:
    """Such as "the weekend of May 12", "weekend of Thanksgiving 2015"."""
    if scan.pack.times.units.get(scan.keys[j]) is not Unit.WEEKEND or scan.keys[j + 1] != "of":
        return None
    inner = read_named_day(scan, j + 2)
    return None if inner is None else weekend_of(inner.core, inner.end)


def weekend_of(day: Core, end: int) -> Read:
    """The weekend nearest to a day."""
    return Read(Offset(Length((Amount(Decimal(0), Unit.WEEKEND),)), 1, Anchor.OPEN, day), end, "time.unit")


def ends_clause(scan: Scan, j: int) -> bool:
    """Whether the text ends before token `j`, or a sign or a word stands there that no noun can be."""
    return not scan.keys[j] or scan.keys[j] in scan.pack.times.after_times


def read_unit_offset(scan: Scan, j: int) -> Read | None:
    """Year-ago, year-earlier, "year-earlier quarter": the same time one unit before."""
    unit = scan.pack.times.units.get(scan.keys[j])
    entry = scan.pack.times.unit_offsets.get(scan.keys[j + 2]) if scan.keys[j + 1] in DASHES else None
    if unit is None or entry is None:
        return None
    named = _quarter_named(scan, j + 3)
    if named is not None and unit is Unit.YEAR:
        length = Length((Amount(Decimal(1), unit),))
        return Read(Offset(length, entry.sign, entry.anchor, Fields(quarter=named[0])), named[1], "time.quarter")
    noun = scan.pack.times.units.get(scan.keys[j + 3])
    end = j + 4 if noun in (Unit.QUARTER, Unit.PERIOD) and not scan.keys[j + 3].endswith("s") else j + 3
    return Read(Offset(Length((Amount(Decimal(1), unit),)), entry.sign, entry.anchor), end, "time.offset")


def _quarter_named(scan: Scan, j: int) -> tuple[int, int] | None:
    """The third quarter of "year-ago third quarter"."""
    ordinal = read_ordinal(scan, j)
    if ordinal is None or not 1 <= ordinal.value <= 4 or scan.keys[ordinal.end] != "quarter":
        return None
    return int(ordinal.value), ordinal.end + 1


def same_quarter(year: Core) -> Core:
    """The quarter the text speaks of, in another year: "last year's quarter", "the 1988 quarter"."""
    return Offset(Length((Amount(None, Unit.QUARTER),)), 0, Anchor.OPEN, year)


def read_named_year(scan: Scan, j: int, unit: Unit) -> Read | None:
    """Such as "the year 2008", "the year two thousand"."""
    if unit is not Unit.YEAR:
        return None
    k = j + 1 + (scan.keys[j + 1] == "of")
    named = year_at(scan, k)
    if named is not None:
        return Read(Fields(year=named), k + 1, "time.year")
    spelled = read_cardinal(scan, j + 1) if scan.keys[j + 1] in scan.pack.numerals.cardinals else None
    if spelled is None or not 1000 <= spelled.value <= 2199:
        return None
    return Read(Fields(year=int(spelled.value)), spelled.end, "time.year")
