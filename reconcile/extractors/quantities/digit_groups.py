"""Digits in groups of three with a space or an apostrophe between them: 1 234 567, 1'234'567, 4 312.

One group behind an ordinary space may be a second number ("In ward 4 312 patients died"): such a number is unsure, and
counts only where the text groups its digits so or something beside it takes one number. Nobody reads a part of it.

Grouped digits torn by a space after the comma, as copied text has them: "about 1, 400 barns", "$30, 000".
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from reconcile.extractors.quantities.amount import ONE, Numeral, loose
from reconcile.text.scan import Scan

# Digits of a group.
GROUP = 3
_THOUSANDS = "000"
# The longest hedge or currency before a number, in tokens.
_REACH = 3
# Digits. Longer runs are identifiers, not quantities, and would make arithmetic on them slow.
MAX_DIGITS = 40
# A group that ends a number with decimals: the 567.8 of 1 234 567.8, the 234,50 of 1 234,50.
_POINTED_GROUP = re.compile(r"\d{3}(?:\.\d++|,\d{1,2})")
# Spaces that group digits (ISO 80000-1), and the ordinary one.
_GROUP_SPACES = frozenset("\u202f\u00a0\u2009")
_SPACE = " "
# Apostrophes in every form that digits are grouped with; and the primes typed for them.
APOSTROPHES = frozenset("'’‘ʼ＇´`′")
# A number that can only be grouped, with spaces or with commas: two groups, one after a currency, one behind a comma.
_GROUPED = re.compile(r"(?<![\d.,])(?:\d{1,3}+(?:(?: \d{3}){2,}+|(,)\d{3})|[$€£¥] ?\d{1,3}+ \d{3})(?!\d)")
_CELL = "|"


class Grouping(NamedTuple):
    """How a text groups the digits of its numbers, as far as it shows."""

    spaces: bool
    commas: bool


def grouping(scan: Scan) -> Grouping:
    """How the text groups digits; asked once for a text."""
    return scan.of_text("grouping", _grouping)


def _grouping(scan: Scan) -> Grouping:
    marks = {match[1] for match in _GROUPED.finditer(scan.text)}
    return Grouping(spaces=None in marks, commas="," in marks)


def _is_group(key: str) -> bool:
    return len(key) == GROUP and key.isdecimal()


def _whole(digits: str, end: int, *, unsure: bool = False) -> Numeral:
    value, point = Decimal(digits.replace(",", ".")), re.search(r"[.,]", digits)
    ulp = ONE if point is None else ONE.scaleb(point.end() - len(digits))
    return Numeral(value, ulp, loose(value, ulp), end, unsure=unsure)


def read_spaced(scan: Scan, i: int) -> Numeral | None:
    """Groups of three with spaces between, the last perhaps with decimals: 1 234 567, 1 234.5, 4 312."""
    keys, digits, j, narrow = scan.keys, scan.keys[i], i + 1, True
    if len(digits) > GROUP:
        return None
    while _is_group(keys[j]) and len(digits) < MAX_DIGITS and len(gap := scan.tokens.gap(j)) == 1:
        narrow = narrow and gap in _GROUP_SPACES
        digits += keys[j]
        j += 1
    groups = j - i - 1
    if _POINTED_GROUP.fullmatch(keys[j]) is not None and len(gap := scan.tokens.gap(j)) == 1:
        narrow = narrow and gap in _GROUP_SPACES
        digits, j = digits + keys[j], j + 1
    if j == i + 1:
        return None
    sure = narrow or groups > 1 or keys[i + 1] == _THOUSANDS or _is_announced(scan, i) or grouping(scan).spaces
    return _whole(digits, j, unsure=not sure) if sure or _may_be_one(scan, i, j) else None


def _may_be_one(scan: Scan, i: int, end: int) -> bool:
    """Whether digits `[i, end)` with one ordinary space may be one number: not from a zero, nor joined to letters."""
    before, after = scan.touches(i) and scan.keys[i - 1][-1:], scan.touches(end) and scan.keys[end][:1]
    joined = (before and before.isalnum()) or (after and after.isalpha())
    return not joined and scan.keys[i][0] != "0" and scan.tokens.gap(i + 1) == _SPACE


def read_marked(scan: Scan, i: int) -> Numeral | None:
    """Groups of three with apostrophes between, as in Switzerland: 1'234'567, 1’234.50."""
    keys, digits, j = scan.keys, scan.keys[i], i + 1
    if len(digits) > GROUP or digits[0] == "0":
        return None
    while len(digits) < MAX_DIGITS and _is_marked(scan, j) and _is_group(keys[j + 1]):
        digits, j = digits + keys[j + 1], j + 2
    if _is_marked(scan, j) and _POINTED_GROUP.fullmatch(keys[j + 1]) is not None:
        digits, j = digits + keys[j + 1], j + 2
    return None if j == i + 1 or _is_marked(scan, j) else _whole(digits, j)


def _is_marked(scan: Scan, j: int) -> bool:
    """Whether an apostrophe at token `j` touches what stands before it and digits after it."""
    return scan.keys[j] in APOSTROPHES and scan.touches(j) and scan.touches(j + 1) and scan.keys[j + 1][:1].isdecimal()


def is_ill_marked(scan: Scan, i: int) -> bool:
    """Whether an apostrophe joins digits at token `i` to a group, or more than one, but not as groups are: 1'2345."""
    marked = _is_marked(scan, i + 1) and len(scan.keys[i + 2]) >= GROUP
    return marked and read_marked(scan, i) is None


def read_split(scan: Scan, i: int) -> Numeral | None:
    """The number whose first group is token `i`; None for a list ("5, 120 and 7") or where nothing tells.

    A group of three zeros is no number of its own; any other is believed after a hedge or a currency, which take one
    number and no list.
    """
    digits, j = scan.keys[i], i
    while len(digits) <= GROUP * GROUP and _group_follows(scan, j):
        digits += scan.keys[j + 2]
        j += 2
    if j == i or len(scan.keys[i]) > GROUP or scan.keys[i][0] == "0" or _list_goes_on(scan, j):
        return None
    return _whole(digits, j + 1) if scan.keys[i + 2] == _THOUSANDS or _is_announced(scan, i) else None


def _group_follows(scan: Scan, j: int) -> bool:
    """Whether a comma that touches token `j`, one space and three digits follow it."""
    group = scan.keys[j + 2] if scan.keys[j + 1] == "," else ""
    return _is_group(group) and scan.touches(j + 1) and scan.tokens.gap(j + 2) == _SPACE


def _list_goes_on(scan: Scan, j: int) -> bool:
    """Whether another number of a list follows token `j`: ", 120", "and 7"."""
    joins = scan.keys[j + 1] == "," or scan.keys[j + 1] in scan.pack.numerals.choices
    return joins and scan.keys[j + 2][:1].isdecimal()


def _is_announced(scan: Scan, i: int) -> bool:
    """Whether a hedge or a currency ends right before token `i`: they take one number."""
    for k in range(max(0, i - _REACH), i):
        for table in (scan.pack.hedges.all_before, scan.pack.currencies.prefix):
            found = table.match(scan.tokens, k)
            if found is not None and found[1] == i:
                return True
    return False


def is_cell(scan: Scan, i: int, end: int) -> bool:
    """Whether the digits `[i, end)` are all that stands in a cell of a table, on a line or in the text."""
    return _is_border(scan, i - 1, i) and _is_border(scan, end, end)


def _is_border(scan: Scan, sign: int, gap: int) -> bool:
    """Whether a border of a cell is the token `sign` or stands in the white space before token `gap`."""
    if not 0 <= sign < scan.n or scan.keys[sign] == _CELL:
        return True
    return any(mark in scan.tokens.gap(gap) for mark in "\t\n")


def in_doubt(scan: Scan, i: int) -> int:
    """The end of digits from token `i` on that may be one number or several, which nobody reads in part; 0 for none."""
    if not scan.keys[i].isdecimal():
        return 0
    if is_ill_marked(scan, i):
        j = i + 1
        while _is_marked(scan, j):
            j += 2
        return j
    number = read_spaced(scan, i)
    return number.end if number is not None and number.unsure else 0
