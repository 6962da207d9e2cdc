"""Grouped digits torn by a space after the comma, as copied text has them: "about 1, 400 barns", "$30, 000"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.recognise.numeral import ONE, Numeral, loose
from reconcile.recognise.scan import Scan

GROUP = 3
THOUSANDS = "000"
# The longest hedge or currency before a number, in tokens.
REACH = 3


def torn(scan: Scan, i: int, bare: Numeral) -> Numeral | None:
    """The number whose first group is token `i`; None for a list ("5, 120 and 7"), a date, or where nothing tells.

    A group of three zeros is no number of its own; any other is believed after a hedge or a currency, which take one
    number and no list.
    """
    digits, j = scan.keys[i], i
    while len(digits) <= GROUP * GROUP and _group(scan, j):
        digits += scan.keys[j + 2]
        j += 2
    listed = scan.keys[j + 1] in (",", "and", "or") and scan.keys[j + 2][:1].isdecimal()
    if j == i or len(scan.keys[i]) > GROUP or scan.keys[i][0] == "0" or listed or _in_list(scan, i):
        return None
    if not (scan.keys[i + 2] == THOUSANDS or _announced(scan, i)):
        return None
    value = Decimal(digits)
    return bare._replace(value=value, loose_ulp=loose(value, ONE), end=j + 1, plain=False)


def _group(scan: Scan, j: int) -> bool:
    """Whether a comma that touches token `j`, one space and three digits follow it."""
    group = scan.keys[j + 2] if scan.keys[j + 1] == "," else ""
    return len(group) == GROUP and group.isdecimal() and scan.touches(j + 1) and scan.tokens.gap(j + 2) == " "


def _in_list(scan: Scan, i: int) -> bool:
    """Whether a list or a date goes on at token `i`: "5, 1, 000", "May 1, 000"."""
    before = scan.before(i)
    return before in scan.pack.times.months or (before == "," and i > 1 and scan.keys[i - 2][:1].isdecimal())


def _announced(scan: Scan, i: int) -> bool:
    """Whether a hedge or a currency ends right before token `i`."""
    for k in range(max(0, i - REACH), i):
        for table in (scan.pack.hedges.before, scan.pack.currencies.prefix):
            found = table.match(scan.tokens, k)
            if found is not None and found[1] == i:
                return True
    return False
