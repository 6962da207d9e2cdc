"""Weeks by their number in the year: week 12 of 2016, 2016-W12; in a text that is nothing but a time, week 12."""

from __future__ import annotations

from reconcile.model.timeexpr import Fields, Unit
from reconcile.recognise.scan import Scan
from reconcile.recognise.time_context import is_entry
from reconcile.recognise.time_reading import DASHES, Read, integer, key, skip, year_at

_WEEKS = 53
_LINKS = frozenset({"of", "in", ","})


def read_week_number(scan: Scan, j: int) -> Read | None:
    """Week 12 of 2016, "the week 12": without year and article it may count from anything ("week 3 of the trial")."""
    if scan.pack.times.units.get(key(scan, j)) is not Unit.WEEK:
        return None
    week = integer(scan, j + 1, 1, _WEEKS)
    if week is None:
        return None
    year = year_at(scan, skip(scan, j + 2, _LINKS))
    if year is not None:
        return Read(Fields(year=year, week=week), skip(scan, j + 2, _LINKS) + 1, "time.week")
    told = is_entry(scan) or (key(scan, j - 1) == "the" and not key(scan, j + 2).isalpha())
    return Read(Fields(week=week), j + 2, "time.week") if told else None


def read_iso_week(scan: Scan, i: int) -> Read | None:
    """2016-W12, 2016W12, as ISO 8601 writes a week."""
    year, j = year_at(scan, i), skip(scan, i + 1, DASHES)
    if year is None or key(scan, j) != "w" or not (scan.touches(i + 1) and scan.touches(j) and scan.touches(j + 1)):
        return None
    week = integer(scan, j + 1, 1, _WEEKS) if len(key(scan, j + 1)) == 2 else None
    return None if week is None else Read(Fields(year=year, week=week), j + 2, "time.week")
