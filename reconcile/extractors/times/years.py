"""Years, decades, centuries, and quarters and halves by code: 1988, '17, 490 BC, the 1990s, Q3 2017, FY24."""

from __future__ import annotations

from reconcile.extractors.quantities.non_quantities import in_catalogue
from reconcile.extractors.quantities.numerals import read_cardinal
from reconcile.extractors.times.lengths import read_length
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
from reconcile.model.timeexpr import Fields, Unit
from reconcile.text.scan import Scan

# Quarters of a year.
QUARTERS = 4


def full_year(short: int) -> int:
    """Two digits as a year: 69 and above are of the 1900s (the POSIX rule for `%y`)."""
    return short + (1900 if short >= 69 else 2000)


def spelled_year(scan: Scan, j: int) -> tuple[int, int] | None:
    """Nineteen ninety-six, twenty seventeen, sixteen hundred forty-one: a number from 13 to 20, then another."""
    cardinals = scan.pack.numerals.cardinals
    first = cardinals.get(scan.keys[j])
    if first is None or not (13 <= first <= 20):
        return None
    k = j + 1 + (scan.keys[j + 1] == "hundred")
    second = read_cardinal(scan, k) if scan.keys[k] in cardinals else None
    least = 1 if k > j + 1 else 10
    if second is None or not least <= second.value <= 99 or scan.keys[second.end] in scan.pack.times.units:
        return None
    return int(first) * 100 + int(second.value), second.end


def read_spelled_year(scan: Scan, i: int) -> Read | None:
    """Nineteen ninety-six, twenty seventeen; two thousand and ten where a word before asks for a year."""
    whole = read_cardinal(scan, i) if scan.keys[i - 1] in scan.pack.times.before_spelled_years else None
    if whole is not None and 1900 <= whole.value <= 2100 and whole.value % 1 == 0 and not read_length(scan, i):
        return Read(Fields(year=int(whole.value)), whole.end, "time.year")
    year = spelled_year(scan, i)
    return None if year is None else Read(Fields(year=year[0]), year[1], "time.year")


def year_in_words(scan: Scan, j: int) -> tuple[int, int] | None:
    """The year after a month or a feast, in words: also "two thousand and five"."""
    if scan.keys[j] not in scan.pack.numerals.cardinals:
        return None
    number = read_cardinal(scan, j)
    if number is not None and 1900 <= number.value <= 2100 and number.value % 1 == 0:
        return int(number.value), number.end
    return spelled_year(scan, j)


def read_year(scan: Scan, i: int) -> Read | None:
    """1988; 490 BC; AD 79; 1990s; '90s; 2012-13."""
    era = _era(scan, i)
    if era is not None:
        return era
    year = year_at(scan, i)
    if year is None:
        return None
    if scan.keys[i + 1] == "s" and scan.touches(i + 1):
        return _decade(year, i + 2)
    if scan.keys[i + 1] in APOSTROPHES and scan.keys[i + 2] == "s" and tight(scan, i + 1) and year % 10 == 0:
        return _decade(year, i + 3)
    return Read(Fields(year=year), i + 1, "time.year") if _is_year(scan, i) else None


def _decade(year: int, end: int) -> Read | None:
    if year % 10:
        return None
    if year % 100 == 0 and year < 2000:
        return Read(Fields(century=year // 100), end, "time.century")
    return Read(Fields(decade=year // 10), end, "time.decade")


def _era(scan: Scan, i: int) -> Read | None:
    number = integer(scan, i, 1, 9999)
    if number is None:
        return None
    bc = era_at(scan, i + 1)
    if bc is not None:
        return Read(Fields(year=number, bc=bc), i + 2, "time.year")
    if goes_on(scan, i + 1) and integer(scan, i + 2, 1, 9999) is not None and era_at(scan, i + 3):
        return Read(Fields(year=number, bc=True), i + 1, "time.year")
    return None


def era_at(scan: Scan, j: int) -> bool | None:
    """Whether the era at token `j` is before Christ; None where none stands, in capitals or with points."""
    bc = scan.pack.times.eras.get(scan.keys[j])
    return bc if bc is not None and (scan.is_capital(j) or "." in scan.keys[j]) else None


def _is_year(scan: Scan, i: int) -> bool:
    """Whether four digits stand as a year: no money, part or count beside them, and a word before that asks for one.

    A following small word that is no function word is likely what is counted ("2000 people"), unless a word such as
    "in" or "the" stands before.
    """
    times, before, following = scan.pack.times, scan.keys[i - 1], scan.keys[i + 1]
    if _is_part(scan, i):
        return False
    if scan.touches(i + 1) and (following in _NO_YEAR or following in times.glued_after_digits):
        return _heads_line(scan, i)
    if before in times.not_years or following in times.not_years:
        return False
    if following in scan.pack.numerals.scales or following in times.units:
        return times.units.get(following) is Unit.PERIOD or (before == "the" and _is_named_by_year(scan, i + 1))
    if before in times.prepositions and before not in times.unsure_before_years:
        return following not in times.counted or before in times.sure_before_years
    return _stands_for_year(scan, i)


def _is_part(scan: Scan, i: int) -> bool:
    """Whether the digits go on from what stands before them without a space."""
    before = scan.keys[i - 1]
    opens = before in _BEFORE_YEAR or before in scan.pack.times.glued_before_years
    return scan.touches(i) and (not opens or (i > 2 and in_catalogue(scan, i)))


def _is_named_by_year(scan: Scan, j: int) -> bool:
    """Whether a unit at token `j` is one that a year names: "the 2016 quarter"."""
    return scan.pack.times.units.get(scan.keys[j]) in _NAMED_BY_YEAR and not scan.keys[j].endswith("s")


_NAMED_BY_YEAR = frozenset({Unit.YEAR, Unit.QUARTER, Unit.HALF})
# The years in which digits alone are likelier a year than a number, and those that "its" may own.
_LIKELY_YEARS, _OWNED_YEARS = range(1700, 2101), range(1900, 2101)


def _stands_for_year(scan: Scan, i: int) -> bool:
    """Whether digits that no preposition shows to be a year are one, by their size and the words beside them."""
    before, year = scan.keys[i - 1], int(scan.keys[i])
    if year in _LIKELY_YEARS and not _counted(scan, i + 1):
        return True
    round_year = scan.keys[i].endswith("0")
    return (before == "the" and not round_year) or (before in scan.pack.times.owners_of_years and year in _OWNED_YEARS)


def _heads_line(scan: Scan, i: int) -> bool:
    """Whether the digits at `i` stand first in a line, alone or as the end of a span, with a colon: "1979: the war"."""
    begins = i == 0 or "\n" in scan.tokens.gap(i) or scan.keys[i - 1] in DASHES
    return scan.keys[i + 1] == ":" and begins and not scan.keys[i + 2].isdecimal()


def _counted(scan: Scan, j: int) -> bool:
    """Whether token `j`, or the one after a small word there, is a plural that digits before it may count."""
    times, word = scan.pack.times, scan.keys[j]
    if word in times.counted:
        return True
    if not word.isalpha() or word in times.function_words or scan.is_capital(j):
        return False
    return _is_plural(word) or (scan.keys[j + 1] in times.counted)


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


_BEFORE_YEAR = frozenset("(\"'‘“`[-–—/,;.:")


_NO_YEAR = frozenset("%:°@_#")


def read_short_decade(scan: Scan, i: int) -> Read | None:
    """'90s, and '17 after a season or a word that asks for a year."""
    if scan.keys[i] not in APOSTROPHES or not scan.touches(i + 1):
        return None
    short = integer(scan, i + 1, 0, 99)
    if short is None or len(scan.keys[i + 1]) != 2:
        return None
    if scan.keys[i + 2] == "s" and scan.touches(i + 2) and short % 10 == 0:
        return Read(Fields(decade=(1900 + short) // 10), i + 3, "time.decade")
    return (
        Read(Fields(year=full_year(short)), i + 2, "time.year") if scan.keys[i - 1] in scan.pack.times.inside else None
    )


def read_quarter_code(scan: Scan, i: int) -> Read | None:
    """Q3, Q3 2017, 3Q, H1: the letter before or after its number, in one run."""
    codes, word, digits = scan.pack.times.quarter_codes, scan.keys[i], scan.keys[i + 1]
    if not scan.touches(i + 1):
        return None
    if word in codes:
        number = _part_of_year(digits, codes[word])
        joined = scan.touches(i + 2) and scan.keys[i + 2][:1].isalnum()
        sure = codes[word] == QUARTERS or scan.word(i).isupper()
        return None if number is None or joined or not sure else _coded(scan, i + 2, codes[word], number)
    if digits in codes and scan.word(i + 1).isupper():
        number = _part_of_year(word, codes[digits])
        return None if number is None else _coded(scan, i + 2, codes[digits], number)
    return None


def _part_of_year(digits: str, most: int) -> int | None:
    """The number of a quarter (of 4) or a half (of 2)."""
    return int(digits) if len(digits) == 1 and digits.isdecimal() and 1 <= int(digits) <= most else None


def _coded(scan: Scan, j: int, parts: int, number: int) -> Read:
    """The quarter, or the half, of that number, with the year that may stand at token `j`."""
    year, end = _code_year(scan, j)
    core = Fields(year=year, quarter=number) if parts == QUARTERS else Fields(year=year, half=number)
    return Read(core, end, "time.quarter")


def read_year_quarter(scan: Scan, i: int) -> Read | None:
    """2018Q4, 2018-Q4, 2018 Q4, 18Q4: a year, then the code of one of its quarters or halves."""
    year = year_at(scan, i) or _short_year(scan, i)
    j = skip(scan, i + 1, DASHES)
    parts = scan.pack.times.quarter_codes.get(scan.keys[j])
    if year is None or parts is None or not scan.touches(j + 1):
        return None
    number = _part_of_year(scan.keys[j + 1], parts)
    if number is None:
        return None
    core = Fields(year=year, quarter=number) if parts == QUARTERS else Fields(year=year, half=number)
    return Read(core, j + 2, "time.quarter")


def _short_year(scan: Scan, i: int) -> int | None:
    """The year of 18Q4, in one run with a quarter in capitals or where that is the whole text."""
    digits = scan.keys[i]
    before_quarter = scan.keys[i + 1] == "q" and scan.touches(i + 1) and (is_entry(scan) or scan.word(i + 1).isupper())
    return full_year(int(digits)) if before_quarter and len(digits) == 2 and digits.isdecimal() else None


def _code_year(scan: Scan, j: int) -> tuple[int | None, int]:
    year = year_at(scan, j)
    return (year, j + 1) if year is not None else (None, j)
