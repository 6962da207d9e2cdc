"""Calendar dates: in digits, with the month's name, weekdays, years, decades and centuries."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.times.reading import (
    APOSTROPHES,
    DASHES,
    Read,
    day_at,
    goes_on,
    integer,
    is_entry,
    number_in_words,
    ordinal_at,
    skip,
    tight,
    two_digits,
    year_at,
)
from reconcile.extractors.times.years import full_year, year_in_words
from reconcile.model.timeexpr import Anchor, Core, Fields, Selector
from reconcile.text.scan import Scan

# Days of each month, in a leap year.
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_date(scan: Scan, j: int) -> Read | None:
    """A month or a day of one at token `j`, whichever comes first."""
    return read_month(scan, j) or read_day_month(scan, j)


def month_at(scan: Scan, j: int) -> int | None:
    """The month named at token `j`."""
    return scan.pack.times.months.get(scan.keys[j])


def read_month(scan: Scan, i: int) -> Read | None:
    """March 4, 2017; March 4; Mar. 2017; "March the fourth"; March (where it can only be the month)."""
    month = month_at(scan, i)
    if month is None:
        return None
    j = skip(scan, i + 1, (".",)) if scan.keys[i] != "may" and len(scan.keys[i]) <= 4 else i + 1
    if scan.keys[j] in ("/", "-") and tight(scan, j) and scan.keys[j + 1].isdecimal():
        return _joined_month(scan, j, month)
    day = _day_after_month(scan, j, month)
    if day is not None:
        return _with_year(scan, day[1], month, day[0])
    year = _year_after(scan, j)
    if year is not None:
        return Read(Fields(year=year[0], month=month), year[1], "time.month")
    return Read(Fields(month=month), i + 1, "time.month") if _month_alone(scan, i) else None


def _joined_month(scan: Scan, j: int, month: int) -> Read | None:
    """Dec/2018, Oct/2, Sep-23-2020, Sep-2020-23: the month's name tied to digits at token `j`."""
    year, day = year_at(scan, j + 1), integer(scan, j + 1, 1, DAYS[month - 1])
    if year is None and day is None:
        return None
    if scan.keys[j + 2] == scan.keys[j] and tight(scan, j + 2):
        year, day = year or year_at(scan, j + 3), day or integer(scan, j + 3, 1, DAYS[month - 1])
    end = j + 2 if None in (year, day) else j + 4
    return Read(Fields(year=year, month=month, day=day), end, "time.month" if day is None else "time.date")


def _month_alone(scan: Scan, i: int) -> bool:
    """A month's name that is also a word needs a capital that does not come from its place; "in may." needs none."""
    if scan.keys[i] not in scan.pack.times.wary or is_entry(scan):
        return True
    if not scan.is_capital(i):
        return scan.keys[i - 1] == "in" and (ends_here(scan, i + 1) or not scan.keys[i + 1][:1].isalpha())
    before = scan.keys[i - 1 - (scan.keys[i - 1] in DASHES)]
    if before == "the":
        return scan.keys[i + 1].isalpha() and scan.keys[i + 1] not in scan.pack.times.after_march
    return before in scan.pack.times.before_wary


def _day_after_month(scan: Scan, j: int, month: int) -> tuple[int, int] | None:
    j = skip(scan, j, ("the",))
    ordinal = ordinal_at(scan, j, DAYS[month - 1])
    if ordinal is not None:
        return ordinal
    day = integer(scan, j, 1, 31)
    if day is None:
        # "May twenty-nine", where nothing follows that the number may count
        number = number_in_words(scan, j, 1, DAYS[month - 1])
        return number if number is not None and ends_here(scan, number[1]) else None
    if scan.is_lettered(j) or len(scan.keys[j]) > 2 or scan.keys[j + 1] in scan.pack.times.not_after_days:
        return None
    if day > DAYS[month - 1] and year_at(scan, skip(scan, j + 1, (",",))) is None and not ends_here(scan, j + 1):
        return None
    return day, j + 1


def ends_here(scan: Scan, j: int) -> bool:
    """Whether the text or the clause ends before token `j`."""
    return not scan.keys[j] or scan.keys[j] in _ENDS


_ENDS = frozenset(".,;:!?)")


def _with_year(scan: Scan, j: int, month: int, day: int) -> Read:
    """The day with the year that may stand at token `j`, or after the second day of "April 24-25, 2016"."""
    year, end = _year_after(scan, j) or (_year_of_second(scan, j), j)
    return Read(Fields(year=year, month=month, day=day), end, "time.date")


def _year_of_second(scan: Scan, j: int) -> int | None:
    """The year of the second of two days of one month, the word or dash between them at token `j`."""
    found = _year_after(scan, j + 2) if _joins_days(scan, j) else None
    return None if found is None else found[0]


def _year_after(scan: Scan, j: int) -> tuple[int, int] | None:
    """A year after a month or a day: "2017", ", 2017", "of 2017", "'17"; "4 April 15" where that is the whole text."""
    k = skip(scan, skip(scan, j, (",",)), scan.pack.times.inside)
    if scan.keys[k] == "year":
        k += 1
    year = year_at(scan, k)
    if year is not None:
        return year, k + 1
    spelled = year_in_words(scan, k)
    if spelled is not None:
        return spelled
    short = two_digits(scan, k, 32)
    if short is not None and scan.keys[k - 1] == "of" and ends_here(scan, k + 1):
        return full_year(short), k + 1
    if k != j:
        return None
    short = two_digits(scan, k + 1)
    if short is not None and scan.keys[k] in APOSTROPHES:
        return full_year(short), k + 2
    last = two_digits(scan, k) if k == scan.n - 1 and is_entry(scan) else None
    return (full_year(last), k + 1) if last is not None and k > 1 and month_at(scan, k - 1) is not None else None


def read_day_month(scan: Scan, i: int) -> Read | None:
    """4 March 2017; 4th of March; 4 March; "3-5 March" gives its first day."""
    numbered = day_at(scan, i)
    if numbered is None:
        return _spelled_date(scan, i)
    day, j = numbered
    month = _month_from(scan, j)
    if month is None:
        return _first_of_two(scan, j, day)
    k = skip(scan, month[1], (".",)) if len(scan.keys[month[1] - 1]) <= 4 else month[1]
    read = _with_year(scan, k, month[0], day)
    return read._replace(end=month[1]) if read.end == k else read


def _spelled_date(scan: Scan, i: int) -> Read | None:
    """Twenty-two August nineteen ninety-one: a day in words wants its year."""
    day = number_in_words(scan, i, 1, 31)
    month = None if day is None else month_at(scan, day[1])
    if day is None or month is None or day[0] > DAYS[month - 1]:
        return None
    read = _with_year(scan, day[1] + 1, month, day[0])
    return None if read.end == day[1] + 1 else read


def _month_from(scan: Scan, j: int) -> tuple[int, int] | None:
    k = skip(scan, j, ("of",))
    month = month_at(scan, k)
    return None if month is None or (k == j and _is_verb(scan, k)) else (month, k + 1)


def _is_verb(scan: Scan, k: int) -> bool:
    """A month's name in small letters that is also a word is likelier the verb ("25 may leave"), but before a year."""
    if scan.keys[k] not in scan.pack.times.wary or scan.is_capital(k):
        return False
    return year_at(scan, k + 1) is None and not is_entry(scan)


def _first_of_two(scan: Scan, j: int, day: int) -> Read | None:
    """The first day of "3-5 March", "3 and 4 March", "22nd to the 24th of February"."""
    second = day_at(scan, skip(scan, j + 1, ("the",))) if goes_on(scan, j) else None
    month = None if second is None else _month_from(scan, second[1])
    if second is None or month is None or (scan.keys[j] != "and" and second[0] <= day):
        return None
    return _with_year(scan, month[1], month[0], day)._replace(end=j)


def read_continued_day(scan: Scan, i: int) -> Read | None:
    """The second day of "May 4 and 5", "April 24-25": the month stands two or three tokens before."""
    day = integer(scan, i, 1, 31)
    if day is None or not _joins_days(scan, i - 1):
        return None
    month = month_at(scan, i - 4 if scan.keys[i - 3] == "." else i - 3)
    if month is None or scan.keys[i + 1] in scan.pack.times.units or month_at(scan, i + 1) is not None:
        return None
    return _with_year(scan, i + 1, month, day)


def _joins_days(scan: Scan, j: int) -> bool:
    """Whether token `j` stands between the numbers of two days, one of which names the month."""
    return goes_on(scan, j) and None not in (integer(scan, j - 1, 1, 31), integer(scan, j + 1, 1, 31))


def end_of(scan: Scan, j: int, core: Core) -> Core:
    """A date after the word at `j`: what has "ended" on a day without a year is over, so the last such day is meant."""
    if scan.keys[j] != "ended" or not isinstance(core, Fields) or None in (core.day, core.month) or core.year:
        return core
    return replace(core, selector=_OVER)


_OVER = Selector(Anchor.PUBLICATION, -1)
