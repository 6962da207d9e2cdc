"""The lines of a text that stand by themselves: paragraphs, captions, counters; not those broken for width."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from reconcile.model.segments import WRAP_MIN
from reconcile.recognise.scan import Scan

# Signs before the first word of a line: bullets, brackets, rules of tables, mark-up.
LEADING = frozenset("[(*•·▪‣-–—|>#_")
_CLOSED = frozenset('.!?:;…"”’)]|')


class Line(NamedTuple):
    """The tokens `[first, last)` of a line, less the signs before its first word."""

    first: int
    last: int


def read_lines(scan: Scan) -> tuple[Line, ...]:
    """All lines that stand by themselves, in order; those that go on from a line before are left out."""
    out: list[Line] = []
    start, wide = 0, False
    for text in scan.text.split("\n"):
        first = bisect_left(scan.starts, start)
        start += len(text) + 1
        last = bisect_left(scan.starts, start, first)
        if first == last:
            wide = False
            continue
        goes_on = wide
        wide = len(text.strip()) >= WRAP_MIN and scan.keys[last - 1] not in _CLOSED
        while first < last - 1 and scan.keys[first] in LEADING:
            first += 1
        if not goes_on:
            out.append(Line(first, last))
    return tuple(out)
