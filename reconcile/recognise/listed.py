"""Numbers listed with bare commas: "lots 22,24,26" are three numbers, where "22,240,260" is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reconcile.model.interval import Interval
from reconcile.model.mention import Kind, Mention
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.recognise.digits import read_digits
from reconcile.recognise.numeral import ONE, loose
from reconcile.recognise.scan import Scan

_LIST = re.compile(r"[1-9]\d{0,2}(?:,[1-9]\d{0,2}){2,12}")


def read_listed(scan: Scan, i: int) -> Iterator[Mention]:
    """The numbers of the list that digit run `i` is; none where it is a grouped number or joined to something."""
    key = scan.keys[i]
    if "," not in key or not _LIST.fullmatch(key) or read_digits(scan, i) is not None:
        return
    if scan.touches(i) or (scan.touches(i + 1) and scan.keys[i + 1].isalnum()):
        return
    start = scan.starts[i]
    for match in re.finditer(r"\d+", key):
        value = Decimal(match[0])
        span = Span(start + match.start(), start + match.end())
        precise = Value(Interval.point(value), ONE, loose(value, ONE))
        yield Mention(span, match[0], Kind.NUMBER, "number.listed", precise)
