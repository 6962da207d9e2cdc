"""Dates in digits: 2017-03-04, 04.03.2017, 3/4/2017, 4/25, 31-Oct-74."""

from __future__ import annotations

import re

from reconcile.extractors.times.dates import DAYS
from reconcile.extractors.times.reading import DASHES, LAST_YEAR, Read, integer, is_entry, tight, two_digits, year_at
from reconcile.extractors.times.years import full_year
from reconcile.model.timeexpr import Core, Fields
from reconcile.text.scan import Scan

_SEPARATORS = frozenset("/-.‐‑–")


# Digits of 20170304.
_COMPACT = 8
_DOTTED = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{2,4})")


def read_numeric_date(scan: Scan, i: int) -> Read | None:
    """2017-03-04, 04.03.2017, 20170304, 3/4/2017, 3/4/17; where day and month can change places, both readings."""
    digits, sign = scan.keys[i], scan.keys[i + 1]
    dotted = _DOTTED.fullmatch(digits)
    if dotted:
        return _numeric(dotted[1], dotted[2], dotted[3], i + 1, day_first=True)
    if len(digits) == _COMPACT and digits.isdecimal():
        # of the last century or this one
        return _numeric(digits[:4], digits[4:6], digits[6:], i + 1) if digits[:2] in ("19", "20") else None
    if sign not in _SEPARATORS:
        return None
    whole = _whole(scan, i, sign)
    if whole is not None or not tight(scan, i + 1):
        return whole
    year, month = year_at(scan, i + 2), integer(scan, i, 1, 12)
    if sign in "/-" and month is not None and year is not None:
        return _made(Fields(year=year, month=month), None, i + 3)
    if integer(scan, i + 2, 1, 31) is None:
        return None
    if sign == "/" and not (scan.keys[i + 3] in _SEPARATORS and scan.touches(i + 3)):
        return _month_and_day(scan, i)
    return _three_numbers(scan, i, sign)


def _with_month_name(scan: Scan, i: int) -> Read | None:
    """31-Oct-74, 2016-May-12, 2016/12/May, 12-2016-May: a day and a year joined to the month's name, second or last."""
    months, middle = scan.pack.times.months, scan.keys[i + 2] in scan.pack.times.months
    other, month = (i + 4, months.get(scan.keys[i + 2])) if middle else (i + 2, months.get(scan.keys[i + 4]))
    if month is None or scan.keys[i + 3] not in _SEPARATORS or not (tight(scan, i + 1) and tight(scan, i + 3)):
        return None
    year, day = year_at(scan, i), integer(scan, other, 1, 31)
    if year is None:
        short = two_digits(scan, other) if middle else None
        year, day = year_at(scan, other) if short is None else full_year(short), integer(scan, i, 1, 31)
    return None if year is None or day is None else _made(_ymd(year, month, day), None, i + 5)


def _three_numbers(scan: Scan, i: int, sign: str) -> Read | None:
    """2017-03-04, 3/4/2017: three numbers with one sign between them and none after."""
    if scan.keys[i + 3] != sign or not tight(scan, i + 3) or (scan.keys[i + 5] == sign and tight(scan, i + 5)):
        return None
    return _numeric(scan.keys[i], scan.keys[i + 2], scan.keys[i + 4], i + 5)


def _whole(scan: Scan, i: int, sign: str) -> Read | None:
    """What its surroundings show to be a date: the first of a span, with the month's name, or the whole text."""
    opened = _opens_span(scan, i) if sign == "/" and _runs_on(scan, i + 3) else None
    dated = opened or _with_month_name(scan, i)
    if dated is None and sign in ("/", "-") and i == scan.n - 3 and is_entry(scan):
        return _month_and_day(scan, i)
    return dated


def _runs_on(scan: Scan, j: int) -> bool:
    return scan.keys[j] in DASHES or scan.keys[j] in scan.pack.times.through_words


def _month_and_day(scan: Scan, i: int) -> Read | None:
    """4/25, where it cannot be a fraction: after "on", "by", "until" or a weekday, or as the whole text."""
    first, second = integer(scan, i, 1, 31), integer(scan, i + 2, 1, 31)
    before, lexicon = scan.keys[i - 1], scan.pack.times
    weekday = scan.keys[i - 2] if before == "," else before
    asked = before in lexicon.before_slashed_days or weekday in lexicon.weekdays or scan.keys[i + 3] == "at"
    if first is None or second is None or not (asked or (is_entry(scan) and not scan.keys[i + 3].isalpha())):
        # a unit after the whole of a text makes a fraction
        return None
    month_first = Fields(month=first, day=second) if first <= 12 and second <= DAYS[first - 1] else None
    day_first = Fields(month=second, day=first) if second <= 12 and first <= DAYS[second - 1] else None
    if month_first is None or first == second:
        return _made(month_first or day_first, None, i + 3)
    return _made(month_first, day_first, i + 3)


def _numeric(a: str, b: str, c: str, end: int, *, day_first: bool = False) -> Read | None:
    """The date of three numbers, by how many digits each has."""
    if not (a.isdecimal() and b.isdecimal() and c.isdecimal()):
        return None
    if len(a) == 4:
        return _made(_ymd(int(a), int(b), int(c)), None, end) if len(c) <= 2 else None
    if len(a) > 2 or len(c) not in (2, 4):
        return None
    year = int(c) if len(c) == 4 else full_year(int(c))
    month_first, other = _ymd(year, int(a), int(b)), _ymd(year, int(b), int(a))
    if day_first:
        return _made(other or month_first, None, end)
    if month_first is None or month_first == other:
        return _made(month_first or other, None, end)
    return _made(month_first, other, end)


def _made(core: Core | None, other: Core | None, end: int) -> Read | None:
    return None if core is None else Read(core, end, "time.date.digits", other=other)


def _ymd(year: int, month: int, day: int) -> Fields | None:
    valid = 1 <= month <= 12 and 1 <= day <= DAYS[month - 1] and 1 <= year <= LAST_YEAR
    return Fields(year=year, month=month, day=day) if valid else None


def _opens_span(scan: Scan, i: int) -> Read | None:
    """The 10/1 of "10/1-11/2/2017": a day and a month that take the year of the date they run to."""
    last, month = i + 4, integer(scan, i, 1, 12)
    year = year_at(scan, last + 4) if scan.keys[last + 1] == scan.keys[last + 3] == "/" else None
    end, day = integer(scan, last, 1, 12), integer(scan, i + 2, 1, 31)
    if year is None or month is None or end is None or day is None:
        return None
    return _made(_ymd(year - (end < month), month, day), None, i + 3)
