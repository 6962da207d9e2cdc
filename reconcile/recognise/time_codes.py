"""Quarters and halves by code: Q3, Q3 2017, 3Q, H1."""

from __future__ import annotations

from reconcile.model.timeexpr import Fields
from reconcile.recognise.scan import Scan
from reconcile.recognise.time_reading import Read, key, year_at


def read_quarter_code(scan: Scan, i: int) -> Read | None:
    """Q3, Q3 2017, 3Q, H1, FY2024, FY24."""
    word, digits = key(scan, i), key(scan, i + 1)
    if not (i + 1 < len(scan.tokens) and scan.touches(i + 1)):
        return None
    if word in ("q", "h") and digits.isdecimal() and scan.tokens.word(i).isupper():
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


def _code_year(scan: Scan, j: int) -> tuple[int | None, int]:
    year = year_at(scan, j)
    return (year, j + 1) if year is not None else (None, j)
