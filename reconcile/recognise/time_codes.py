"""Quarters and halves by code: Q3, Q3 2017, 3Q, H1."""

from __future__ import annotations

from reconcile.model.timeexpr import Fields
from reconcile.recognise.scan import Scan
from reconcile.recognise.time_context import is_entry
from reconcile.recognise.time_reading import DASHES, Read, key, skip, year_at
from reconcile.recognise.time_years import full_year


def read_quarter_code(scan: Scan, i: int) -> Read | None:
    """Q3, Q3 2017, 3Q, H1, FY2024, FY24."""
    word, digits = key(scan, i), key(scan, i + 1)
    if not (i + 1 < len(scan.tokens) and scan.touches(i + 1)):
        return None
    if word in ("q", "h") and digits.isdecimal() and (word == "q" or scan.tokens.word(i).isupper()):
        number = int(digits) if len(digits) == 1 else 0
        if 1 <= number <= (4 if word == "q" else 2) and not (scan.touches(i + 2) and key(scan, i + 2)[:1].isalnum()):
            year, end = _code_year(scan, i + 2)
            core = Fields(year=year, quarter=number) if word == "q" else Fields(year=year, half=number)
            return Read(core, end, "time.quarter")
    if digits in ("q", "h") and word in ("1", "2", "3", "4") and scan.tokens.word(i + 1).isupper():
        year, end = _code_year(scan, i + 2)
        core = Fields(year=year, quarter=int(word)) if digits == "q" else Fields(year=year, half=min(int(word), 2))
        return Read(core, end, "time.quarter")
    return None


def read_year_quarter(scan: Scan, i: int) -> Read | None:
    """2018Q4, 2018-Q4, 2018 Q4, 18Q4: a year, then the code of one of its quarters or halves."""
    year = year_at(scan, i) or _short_year(scan, i)
    j = skip(scan, i + 1, DASHES)
    if year is None or key(scan, j) not in ("q", "h") or not scan.touches(j + 1):
        return None
    part, largest = key(scan, j + 1), 4 if key(scan, j) == "q" else 2
    if not (len(part) == 1 and part.isdecimal() and 1 <= int(part) <= largest):
        return None
    core = Fields(year=year, quarter=int(part)) if largest == 4 else Fields(year=year, half=int(part))
    return Read(core, j + 2, "time.quarter")


def _short_year(scan: Scan, i: int) -> int | None:
    """The year of 18Q4, in one run with a quarter in capitals or where that is the whole text."""
    digits = key(scan, i)
    tied = key(scan, i + 1) == "q" and scan.touches(i + 1) and (is_entry(scan) or scan.tokens.word(i + 1).isupper())
    return full_year(int(digits)) if tied and len(digits) == 2 and digits.isdecimal() else None


def _code_year(scan: Scan, j: int) -> tuple[int | None, int]:
    year = year_at(scan, j)
    return (year, j + 1) if year is not None else (None, j)
