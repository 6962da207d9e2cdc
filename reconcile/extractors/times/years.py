"""Years, decades, centuries, and quarters and halves by code: 1988, '17, 490 BC, the 1990s, Q3 2017, FY24."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.quantities.non_quantities import in_catalogue
from reconcile.extractors.times.lengths import read_length
from reconcile.extractors.times.reading import (
    APOSTROPHES,
    DASHES,
    Read,
    goes_on,
    integer,
    is_entry,
    number_in_words,
    skip,
    tight,
    two_digits,
    whole_number,
    year_at,
)
from reconcile.model.timeexpr import Fields, Unit
from reconcile.text.scan import Scan

# Quarters of a year.
QUARTERS = 4


def full_year(short: int) -> int:
    """Two digits as a year: 69 and above are of the 1900s (the POSIX rule for `%y`)."""
    return short + (1900 if short >= 69 else 2000)


def _spelled_year(scan: Scan, j: int) -> tuple[int, int] | None:
    """Nineteen ninety-six, twenty seventeen, sixteen hundred forty-one: a number from 13 to 20, then another."""
    first = scan.pack.numerals.cardinals.get(scan.keys[j])
    if first is None or not 13 <= first <= 20:
        return None
    hundred = scan.keys[j + 1] == "hundred"
    second = number_in_words(scan, j + 1 + hundred, 1 if hundred else 10, 99)
    if second is None or scan.keys[second[1]] in scan.pack.times.units:
        return None
    return int(first) * 100 + second[0], second[1]


def read_spelled_year(scan: Scan, i: int) -> Read | None:
    """Nineteen ninety-six, twenty seventeen; two thousand and ten where a word before asks for a year."""
    asked = scan.keys[i - 1] in scan.pack.times.before_spelled_years and not read_length(scan, i)
    year = (whole_number(scan, i, 1900, 2100) if asked else None) or _spelled_year(scan, i)
    return None if year is None else Read(Fields(year=year[0]), year[1], "time.year")


def year_in_words(scan: Scan, j: int) -> tuple[int, int] | None:
    """The year after a month or a feast, in words: also "two thousand and five"."""
    return number_in_words(scan, j, 1900, 2100) or _spelled_year(scan, j)


def read_year(scan: Scan, i: int) -> Read | None:
    """1988; 490 BC; AD 79; 1990s; '90s; 2012-13."""
    era, year = _era(scan, i), year_at(scan, i)
    if era is not None or year is None:
        return era
    j = i + 1 + (scan.keys[i + 1] in APOSTROPHES and tight(scan, i + 1) and year % 10 == 0)
    if scan.keys[j] == "s" and scan.touches(j):
        return _decade(year, j + 1)
    return Read(Fields(year=year), i + 1, "time.year") if _is_year(scan, i) else None


def _decade(year: int, end: int) -> Read | None:
    if year % 10:
        return None
    if year % 100 == 0 and year < 2000:
        return Read(Fields(century=year // 100), end, "time.century")
    return Read(Fields(decade=year // 10), end, "time.decade")


def _era(scan: Scan, i: int) -> Read | None:
    """The year of "490 BC", and of "490" in "490-479 BC"."""
    number = integer(scan, i, 1, 9999)
    if number is None:
        return None
    bc = era_at(scan, i + 1)
    if bc is not None:
        return Read(Fields(year=number, bc=bc), i + 2, "time.year")
    spans = goes_on(scan, i + 1) and integer(scan, i + 2, 1, 9999) is not None and era_at(scan, i + 3)
    return Read(Fields(year=number, bc=True), i + 1, "time.year") if spans else None


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
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(scan.pack.nouns.singular_endings)
    return plural or scan.keys[j + 1] in times.counted


_BEFORE_YEAR = frozenset("(\"'‘“`[-–—/,;.:")


_NO_YEAR = frozenset("%:°@_#")


def read_short_decade(scan: Scan, i: int) -> Read | None:
    """'90s, and '17 after a season or a word that asks for a year."""
    short = two_digits(scan, i + 1) if scan.touches(i + 1) else None
    if short is None or scan.keys[i] not in APOSTROPHES:
        return None
    if scan.keys[i + 2] == "s" and scan.touches(i + 2) and short % 10 == 0:
        return Read(Fields(decade=(1900 + short) // 10), i + 3, "time.decade")
    asked = scan.keys[i - 1] in scan.pack.times.inside
    return Read(Fields(year=full_year(short)), i + 2, "time.year") if asked else None


def read_quarter_code(scan: Scan, i: int) -> Read | None:
    """Q3, Q3 2017, 3Q, H1: the letter before or after its number, in one run."""
    codes, first, second = scan.pack.times.quarter_codes, scan.keys[i], scan.keys[i + 1]
    letter = i if first in codes else i + 1
    parts = codes.get(scan.keys[letter])
    part = None if parts is None else _part_of_year(second if letter == i else first, parts)
    if part is None or not scan.touches(i + 1):
        return None
    joined = letter == i and scan.touches(i + 2) and scan.keys[i + 2][:1].isalnum()
    sure = scan.word(letter).isupper() or (letter == i and parts == QUARTERS)
    if joined or not sure:
        return None
    year = year_at(scan, i + 2)
    return Read(replace(part, year=year), i + 2 + (year is not None), "time.quarter")


def _part_of_year(digit: str, parts: int) -> Fields | None:
    """The quarter, or the half, of that number: of four parts or of two."""
    if len(digit) != 1 or not digit.isdecimal() or not 1 <= int(digit) <= parts:
        return None
    return Fields(quarter=int(digit)) if parts == QUARTERS else Fields(half=int(digit))


def read_year_quarter(scan: Scan, i: int) -> Read | None:
    """2018Q4, 2018-Q4, 2018 Q4, 18Q4: a year, then the code of one of its quarters or halves."""
    year = year_at(scan, i) or _short_year(scan, i)
    j = skip(scan, i + 1, DASHES)
    parts = scan.pack.times.quarter_codes.get(scan.keys[j])
    part = None if parts is None else _part_of_year(scan.keys[j + 1], parts)
    if year is None or part is None or not scan.touches(j + 1):
        return None
    return Read(replace(part, year=year), j + 2, "time.quarter")


def _short_year(scan: Scan, i: int) -> int | None:
    """The year of 18Q4, in one run with a quarter in capitals or where that is the whole text."""
    short = two_digits(scan, i) if scan.keys[i + 1] == "q" and scan.touches(i + 1) else None
    return full_year(short) if short is not None and (scan.word(i + 1).isupper() or is_entry(scan)) else None
