"""Calendar dates: in digits, with the month's name, weekdays, years, decades and centuries."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.quantities.numerals import read_cardinal, read_ordinal
from reconcile.extractors.times.reading import (
    APOSTROPHES,
    DASHES,
    Read,
    goes_on,
    integer,
    is_entry,
    skip,
    tight,
    year_at,
)
from reconcile.extractors.times.years import full_year, year_in_words
from reconcile.model.timeexpr import Anchor, Core, Fields, Selector
from reconcile.text.scan import Scan

_COMMA = frozenset(",")
_POINT = frozenset(".")
_OF = frozenset({"of"})
_THE = frozenset({"the"})


# Days of each month, in a leap year.
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_at(scan: Scan, j: int) -> int | None:
    """The month named at token `j`."""
    return scan.pack.times.months.get(scan.keys[j])


def read_month(scan: Scan, i: int) -> Read | None:
    """March 4, 2017; March 4; Mar. 2017; "March the fourth"; March (where it can only be the month)."""
    month = month_at(scan, i)
    if month is None:
        return None
    j = skip(scan, i + 1, _POINT) if scan.keys[i] != "may" and len(scan.keys[i]) <= 4 else i + 1
    joined = scan.keys[j] in "/-" and tight(scan, j) and scan.keys[j + 1].isdecimal() if scan.keys[j] else False
    if joined:
        return _joined_month(scan, j, month)
    day = _day_after_month(scan, j, month)
    if day is not None:
        return _with_year(scan, day[1], month, day[0])
    year = _year_after(scan, j)
    if year is not None:
        return Read(Fields(year=year[0], month=month), year[1], "time.month")
    if not _month_alone(scan, i):
        return None
    return Read(Fields(month=month), i + 1, "time.month")


def skip_back(scan: Scan, j: int) -> int:
    """`j`, or the index before it when a dash stands there ("mid-May")."""
    return j - 1 if scan.keys[j] in DASHES else j


def _joined_month(scan: Scan, j: int, month: int) -> Read | None:
    """Dec/2018, Oct/2, Sep-23-2020, Sep-2020-23: the month's name tied to digits at token `j`."""
    year = year_at(scan, j + 1)
    if year is not None:
        day = integer(scan, j + 3, 1, DAYS[month - 1]) if scan.keys[j + 2] == scan.keys[j] else None
        if day is not None and tight(scan, j + 2):
            return Read(Fields(year=year, month=month, day=day), j + 4, "time.date")
        return Read(Fields(year=year, month=month), j + 2, "time.month")
    day = integer(scan, j + 1, 1, DAYS[month - 1])
    if day is None:
        return None
    year = year_at(scan, j + 3) if scan.keys[j + 2] == scan.keys[j] and tight(scan, j + 2) else None
    end = j + 2 if year is None else j + 4
    return Read(Fields(year=year, month=month, day=day), end, "time.date")


def _month_alone(scan: Scan, i: int) -> bool:
    """A month's name that is also a word needs a capital that does not come from its place; "in may." needs none."""
    if scan.keys[i] not in scan.pack.times.wary or is_entry(scan):
        return True
    if not scan.is_capital(i):
        return scan.keys[i - 1] == "in" and (ends_here(scan, i + 1) or not scan.keys[i + 1][:1].isalpha())
    before = scan.keys[skip_back(scan, i - 1)]
    if before == "the":
        return scan.keys[i + 1].isalpha() and scan.keys[i + 1] not in scan.pack.times.after_march
    return before in scan.pack.times.before_wary


def _day_after_month(scan: Scan, j: int, month: int) -> tuple[int, int] | None:
    j = skip(scan, j, _THE)
    day = integer(scan, j, 1, 31)
    ordinal = read_ordinal(scan, j)
    if ordinal is not None and 1 <= ordinal.value <= DAYS[month - 1]:
        return int(ordinal.value), ordinal.end
    if day is None:
        return _day_in_words(scan, j, month)
    if len(scan.keys[j]) > 2:
        return None
    if day > DAYS[month - 1] and year_at(scan, skip(scan, j + 1, _COMMA)) is None and not ends_here(scan, j + 1):
        return None
    if scan.keys[j + 1] in scan.pack.times.not_after_days:
        return None
    return day, j + 1


def _day_in_words(scan: Scan, j: int, month: int) -> tuple[int, int] | None:
    """The day of "May twenty-nine", where nothing follows that it may count."""
    number = read_cardinal(scan, j) if scan.keys[j] in scan.pack.numerals.cardinals else None
    if number is None or not 1 <= number.value <= DAYS[month - 1] or number.value % 1:
        return None
    return (int(number.value), number.end) if ends_here(scan, number.end) else None


def ends_here(scan: Scan, j: int) -> bool:
    """Whether the text or the clause ends before token `j`."""
    return not scan.keys[j] or scan.keys[j] in _ENDS


_ENDS = frozenset(".,;:!?)")


def _with_year(scan: Scan, j: int, month: int, day: int) -> Read:
    year = _year_after(scan, j)
    if year is None:
        return Read(Fields(month=month, day=day), j, "time.date")
    return Read(Fields(year=year[0], month=month, day=day), year[1], "time.date")


def _year_after(scan: Scan, j: int) -> tuple[int, int] | None:
    """A year after a month or a day: "2017", ", 2017", "of 2017", "'17"; "4 April 15" where that is the whole text."""
    k = skip(scan, skip(scan, j, _COMMA), _OF)
    if scan.keys[k] == "year":
        k += 1
    year = year_at(scan, k)
    if year is not None:
        return year, k + 1
    spelled = year_in_words(scan, k)
    if spelled is not None:
        return spelled
    if scan.keys[k - 1] == "of" and len(scan.keys[k]) == 2 and integer(scan, k, 32, 99) and ends_here(scan, k + 1):
        return full_year(int(scan.keys[k])), k + 1
    short = integer(scan, k + 1, 0, 99)
    if short is not None and len(scan.keys[k + 1]) == 2 and scan.keys[k] in APOSTROPHES and k == j:
        return full_year(short), k + 2
    last = integer(scan, k, 0, 99) if k == j == scan.n - 1 and len(scan.keys[k]) == 2 and is_entry(scan) else None
    if last is not None and month_at(scan, k - 1) is not None and k > 1:
        return full_year(last), k + 1
    return None


def read_day_month(scan: Scan, i: int) -> Read | None:
    """4 March 2017; 4th of March; 4 March; "3-5 March" gives its first day."""
    ordinal = read_ordinal(scan, i)
    day = integer(scan, i, 1, 31) if ordinal is None else int(ordinal.value) if 1 <= ordinal.value <= 31 else None
    if day is None:
        return _spelled_date(scan, i)
    j = i + 1 if ordinal is None else ordinal.end
    month = _month_from(scan, j)
    if month is not None:
        k = skip(scan, month[1], _POINT) if len(scan.keys[month[1] - 1]) <= 4 else month[1]
        read = _with_year(scan, k, month[0], day)
        return read._replace(end=month[1]) if read.end == k else read
    return _first_of_two(scan, j, day)


def _spelled_date(scan: Scan, i: int) -> Read | None:
    """Twenty-two August nineteen ninety-one: a day in words wants its year."""
    number = read_cardinal(scan, i) if scan.keys[i] in scan.pack.numerals.cardinals else None
    month = None if number is None else month_at(scan, number.end)
    if number is None or month is None or not 1 <= number.value <= DAYS[month - 1]:
        return None
    year = _year_after(scan, number.end + 1)
    day = int(number.value)
    return None if year is None else Read(Fields(year=year[0], month=month, day=day), year[1], "time.date")


def _month_from(scan: Scan, j: int) -> tuple[int, int] | None:
    k = skip(scan, j, _OF)
    month = month_at(scan, k)
    return None if month is None or (k == j and _is_verb(scan, k)) else (month, k + 1)


def _is_verb(scan: Scan, k: int) -> bool:
    """A month's name in small letters that is also a word is likelier the verb ("25 may leave"), but before a year."""
    if scan.keys[k] not in scan.pack.times.wary or scan.is_capital(k):
        return False
    return year_at(scan, k + 1) is None and not is_entry(scan)


def _first_of_two(scan: Scan, j: int, day: int) -> Read | None:
    """The first day of "3-5 March", "3 and 4 March", "22nd to the 24th of February"."""
    if not goes_on(scan, j):
        return None
    k = skip(scan, j + 1, _THE)
    ordinal = read_ordinal(scan, k)
    second = integer(scan, k, 1, 31) if ordinal is None else int(ordinal.value)
    month = _month_from(scan, k + 1 if ordinal is None else ordinal.end) if second is not None else None
    if month is None or (second is not None and scan.keys[j] != "and" and second <= day):
        return None
    year = _year_after(scan, month[1])
    return Read(Fields(year=year[0] if year else None, month=month[0], day=day), j, "time.date")


def read_continued_day(scan: Scan, i: int) -> Read | None:
    """The second day of "May 4 and 5", "April 24-25": the month stands two or three tokens before."""
    day = integer(scan, i, 1, 31)
    if day is None or not goes_on(scan, i - 1) or integer(scan, i - 2, 1, 31) is None:
        return None
    k = i - 4 if scan.keys[i - 3] == "." else i - 3
    month = month_at(scan, k)
    if month is None or scan.keys[i + 1] in scan.pack.times.units or month_at(scan, i + 1) is not None:
        return None
    return _with_year(scan, i + 1, month, day)._replace(rule="time.date")


def select(core: Fields, selector: Selector | None) -> Fields:
    """The same date, told which one is meant."""
    return (
        core
        if selector is None
        else Fields(
            month=core.month,
            day=core.day,
            weekday=core.weekday,
            quarter=core.quarter,
            half=core.half,
            season=core.season,
            holiday=core.holiday,
            fiscal=core.fiscal,
            selector=selector,
            year=core.year,
            of=core.of,
        )
    )


def end_of(scan: Scan, j: int, core: Core) -> Core:
    """A date after the word at `j`: what has "ended" on a day without a year is over, so the last such day is meant."""
    yearless = isinstance(core, Fields) and core.day is not None and core.month is not None and core.year is None
    return replace(core, selector=_OVER) if yearless and scan.keys[j] == "ended" and isinstance(core, Fields) else core


_OVER = Selector(Anchor.PUBLICATION, -1)
