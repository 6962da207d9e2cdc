"""Rows of comma-separated values that a spreadsheet shows as they are and never evaluates."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable

# With these a spreadsheet takes what follows for a formula, in the widths that East Asian keyboards write them too.
_FORMULA = frozenset("=+-@")
# A tab, an end of a line or a null at the head of a cell is dropped by some readers, or begins a cell of its own.
_BREAKS = frozenset("\t\r\n\0")
# A number and nothing else, which evaluates to itself: a sign, a currency, groups of digits, an exponent, a percent.
_NUMBER = re.compile(
    r"[+-]?[$€£¥]?(?:\d+(?:[.,'\u00a0\u202f]\d+)*|\.\d+)(?:e[+-]?\d+)?[%‰€£¥]?", re.ASCII | re.IGNORECASE
)


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Rows as comma-separated values, a line feed after each; a cell that could begin a formula has an apostrophe."""
    return "".join(_line(inert(cell) for cell in row) for row in rows)


def inert(text: str) -> str:
    """A cell that no spreadsheet evaluates: an apostrophe before all that could begin a formula and is no number.

    >>> inert("-5.2%"), inert("-2+3")
    ('-5.2%', "'-2+3")
    """
    if _NUMBER.fullmatch(text):
        return text
    shown = next((c for c in text if not _is_unseen(c)), " ")
    begins = text[:1] in _BREAKS or unicodedata.normalize("NFKC", shown) in _FORMULA
    return f"'{text}" if text and begins else text


def _is_unseen(character: str) -> bool:
    """Whether a character at the head of a cell shows nothing: white space, controls, marks of direction and width."""
    return character.isspace() or unicodedata.category(character) in ("Cc", "Cf")


def _line(cells: Iterable[str]) -> str:
    """One row. The writer quotes what its own line ending is made of, so with both a return in a cell is quoted too."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(tuple(cells))
    return out.getvalue().removesuffix("\r\n") + "\n"
