"""In a text that is nothing but a time, two days or months that a span joins are one time: "13 to 15 July"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reconcile.model.timeexpr import At, Core, Fields, Stretch
from reconcile.recognise.numerals import read_ordinal
from reconcile.recognise.scan import Scan
from reconcile.recognise.time_context import is_entry
from reconcile.recognise.time_reading import DASHES, Read, integer, key, level, skip

_THROUGH = DASHES | frozenset({"to", "until", "till", "through", "thru"})
_ARTICLE = frozenset({"the", "on"})
Reader = Callable[[Scan, int], Read | None]


def read_span_of_entry(scan: Scan, i: int, read: Read, time: Reader) -> Read:
    """The time with the one it runs to, where the text says nothing else and both are of one kind."""
    if not is_entry(scan) or not isinstance(read.core, Fields):
        return read
    sign = key(scan, read.end)
    if sign not in _THROUGH and not (sign == "and" and key(scan, i - 1) == "between"):
        return read
    j = skip(scan, read.end + 1, _ARTICLE)
    if j >= scan.n:
        return read
    last = _same_month(scan, j, read.core) or time(scan, j)
    if last is None or isinstance(last.core, At) or level(last.core) != level(read.core):
        return read
    return Read(Stretch(_with_month(read.core, last.core), last.core), last.end, "time.span")


def _same_month(scan: Scan, j: int, first: Fields) -> Read | None:
    """The second day of "July 13 to 15", "August 27th - 29th"."""
    if first.month is None or first.day is None:
        return None
    ordinal = read_ordinal(scan, j)
    day = integer(scan, j, 1, 31) if ordinal is None else int(ordinal.value)
    end = j + 1 if ordinal is None else ordinal.end
    if day is None or not first.day < day <= 31 or end < scan.n:
        return None
    return Read(replace(first, day=day), end, "time.date")


def _with_month(first: Fields, last: Core) -> Core:
    """A first day that names no month is one of the month of the last: "the 8th to the 11th of June"."""
    if not isinstance(last, Fields) or first.day is None or first.month is not None or last.month is None:
        return first
    return replace(first, month=last.month, year=last.year)
