"""Periods in words, with the EDTF form beside them where the words do not say the same."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from reconcile.model.period import Grain, Moment, Period

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_NTH = ("first", "second", "third", "fourth")
_EDTF_SEASON = re.compile(r"(\d{4})-(2[1-4])")
_EDTF = re.compile(r"[0-9XTZ:/.~?%WQ+-]+")
_DURATION = re.compile(r"PT?(\d+(?:\.\d+)?|X)([YMWDHS])")
_UNITS = (
    {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"},
    {"Y": "year", "M": "minute", "W": "week", "D": "day", "H": "hour", "S": "second"},
)  # fmt: skip
_COUNTED = re.compile(r"publication (\w+) ([+-])([1-9]\d{0,3})")
_NO_YEAR = re.compile(r"XXXX-(\d{2})(?:-(\d{2}))?")


def day_words(day: date) -> str:
    """A day as British newspapers print it.

    >>> day_words(date(2017, 11, 28))
    '28 November 2017'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def period_words(period: Period, *, brief: bool = False) -> str:
    """A period in words, then its EDTF form in brackets unless it is the same, or the words are plain and `brief`.

    >>> period_words(Period(date(2017, 11, 1), date(2017, 12, 1), "2017-11", Grain.MONTH))
    'November 2017 (2017-11)'
    """
    words = _resolved(period) if period.is_resolved else _unresolved(period.edtf)
    plain = words.startswith(period.edtf) or (period.is_resolved and brief) or "publication" in period.edtf
    return words if plain else f"{words} ({period.edtf})"


def duration_words(timex: str) -> str:
    """A TIMEX3 duration of one unit in words ("P3W": "3 weeks"); any other as it is."""
    match = _DURATION.fullmatch(timex)
    if match is None:
        return timex
    count, unit = match[1], _UNITS[timex[1] == "T"][match[2]]
    return f"{'some' if count == 'X' else count} {unit if count == '1' else f'{unit}s'}"


def _unresolved(edtf: str) -> str:
    if not _EDTF.fullmatch(edtf):
        return f"{_from_publication(edtf)}, not known" if edtf else "not dated"
    match = _NO_YEAR.fullmatch(edtf)
    if match is None or not 1 <= int(match[1]) <= len(_MONTHS):
        return "not dated"
    month = _MONTHS[int(match[1]) - 1]
    return f"{month if match[2] is None else f'{int(match[2])} {month}'}, year not given"


def _from_publication(basis: str) -> str:
    """ "publication year +1" as people say it: "the year after publication"."""
    match = _COUNTED.fullmatch(basis)
    if match is None:
        return basis
    unit, number = match[1], int(match[3])
    side = "after" if match[2] == "+" else "before"
    return f"the {unit} {side} publication" if number == 1 else f"{number} {unit}s {side} publication"


def _resolved(period: Period) -> str:
    start, end = period.start, period.end
    if start is None or end is None:
        return f"until {_last(end)}" if end is not None else f"from {_moment(start)} on" if start is not None else ""
    return _named(period, start) or _range(start, end)


def _named(period: Period, start: Moment) -> str | None:
    """The name of a period that is one whole year, quarter, month ...; None for any other stretch."""
    days = period.days or 0
    season = _EDTF_SEASON.fullmatch(period.edtf)
    if season is not None and int(season[2]) in _SEASONS:
        return f"{_SEASONS[int(season[2])]} {season[1]}"
    first = start.day == 1
    match period.grain:
        case Grain.YEAR if first and start.month == 1 and days <= 366:
            return str(start.year)
        case Grain.HALF if first and start.month in (1, 7) and days <= 184:
            return f"{_NTH[start.month // 7]} half of {start.year}"
        case Grain.QUARTER if first and start.month in (1, 4, 7, 10) and days <= 92:
            return f"{_NTH[start.month // 3]} quarter of {start.year}"
        case Grain.MONTH if first and days <= 31:
            return f"{_MONTHS[start.month - 1]} {start.year}"
        case Grain.WEEK if days == 7:
            # only a week of the calendar is named by its first day
            last = start + timedelta(days=6)
            return f"week of {day_words(start)}" if start.weekday() == 0 else f"the week to {day_words(last)}"
        case Grain.DAY if days <= 1:
            return day_words(start)
        case Grain.DECADE if first and start.year % 10 == 0 and days <= 3653:
            return f"the {start.year}s"
    return None


def _range(start: Moment, end: Moment) -> str:
    if isinstance(start, datetime) or isinstance(end, datetime):
        return f"{_moment(start)} to {_moment(end)}"
    last = _day_before(end)
    if last <= start:
        return day_words(start)
    if start.day == 1 and start.month == 1 and end.day == 1 and end.month == 1:
        return f"{start.year} to {last.year}" if last.year > start.year else str(start.year)
    return f"{day_words(start)} to {day_words(last)}"


def _last(end: Moment) -> str:
    return _moment(end) if isinstance(end, datetime) else day_words(_day_before(end))


def _day_before(end: date) -> date:
    return end if end == date.min else end - timedelta(days=1)


def _moment(moment: Moment) -> str:
    if isinstance(moment, datetime):
        return f"{day_words(moment)}, {moment:%H:%M}"
    return day_words(moment)
