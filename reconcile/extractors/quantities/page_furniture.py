"""Furniture of a page around its article: counters of galleries ("4/8"), counts of shares and comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from reconcile.text.scan import Line, Scan, read_lines

# The most digits of a counter.
_DIGITS = 3
# Up to this many parts a fraction that stands alone may be a quantity: "3/4" of a list of ingredients.
_QUARTERS = 4
_SIGNS = frozenset(":-–—|•·.,])")
_BETWEEN = frozenset("·•|,-–—/&")


class Furniture(NamedTuple):
    """Digits that belong to the page: the token after their last, and the rule that sets them aside."""

    end: int
    rule: str


class _Counter(NamedTuple):
    first: int
    end: int
    number: int
    total: int
    alone: bool


def read_furniture(scan: Scan) -> Mapping[int, Furniture]:
    """The numbers of a page that are no part of its article, by their first token; none in a text of one line."""
    found = dict(_named(scan))
    if "\n" in scan.text:
        lines = read_lines(scan)
        found |= _counters(scan, lines)
        found |= dict(chain.from_iterable(_engagement(scan, line) for line in lines))
    return found


def _named(scan: Scan) -> Iterator[tuple[int, Furniture]]:
    """Counters after a word that says so: "Photo 4 of 8"; but "in the picture 4 of 8 people wave" is a share."""
    words = scan.pack.non_quantities.counters
    if words.isdisjoint(scan.tokens.vocabulary):
        return
    for k, word in enumerate(scan.tokens.keys):
        read = _pair(scan, k + 1, ("/", "of")) if word in words else None
        if read is not None:
            end = read[2]
            after = scan.keys[end]
            ends = end >= scan.n or not after[0].isalpha() or scan.is_capital(end) or "\n" in scan.tokens.gap(end)
            if ends or scan.is_capital(k):
                yield k + 1, Furniture(end, "non-quantity.counter")


def _pair(scan: Scan, i: int, joins: tuple[str, ...]) -> tuple[int, int, int] | None:
    """The two whole numbers of "4/8", "4 / 8" or "4 of 8" at token `i`, and the token after them."""
    first, join, second = scan.keys[i : i + 3]
    small = all(part.isdecimal() and len(part) <= _DIGITS for part in (first, second))
    if not small or join not in joins or i + 2 >= scan.n or (scan.touches(i + 3) and scan.keys[i + 3] not in _SIGNS):
        return None
    return int(first), int(second), i + 3


def _counters(scan: Scan, lines: tuple[Line, ...]) -> Mapping[int, Furniture]:
    """Bare counters: alone on a line, or before a caption where several lines count up to one total."""
    found = [counter for line in lines if (counter := _counter(scan, line)) is not None]
    series: dict[int, set[int]] = {}
    for counter in found:
        series.setdefault(counter.total, set()).add(counter.number)
    return {
        c.first: Furniture(c.end, "non-quantity.counter")
        for c in found
        if len(series[c.total]) > 1 or (c.alone and c.total > _QUARTERS)
    }


def _counter(scan: Scan, line: Line) -> _Counter | None:
    read = _pair(scan, line.first, ("/",))
    if read is None or not 0 < read[0] <= read[1]:
        return None
    number, total, end = read
    alone = end >= line.last or (end == line.last - 1 and scan.keys[end] in _SIGNS)
    if not (alone or scan.is_capital(end) or scan.keys[end] in _SIGNS):
        return None
    return _Counter(line.first, end, number, total, alone)


def _engagement(scan: Scan, line: Line) -> Iterator[tuple[int, Furniture]]:
    """The numbers of a line that says nothing but how often a page was shared, liked or read: "12 shares · 3 likes"."""
    found: list[tuple[int, Furniture]] = []
    i = line.first
    while i < line.last:
        read = _count_and_noun(scan, i) or _noun_and_count(scan, i)
        if read is None:
            return
        first, end, i = read
        found.append((first, Furniture(end, "non-quantity.engagement")))
        while i < line.last and scan.keys[i] in _BETWEEN:
            i += 1
    yield from found


def _count_and_noun(scan: Scan, i: int) -> tuple[int, int, int] | None:
    """The first token of a count, the one after it, and the one after its noun: "1.2K shares"."""
    end = _number(scan, i)
    noun = scan.pack.non_quantities.engagement.match(scan.tokens, end) if end else None
    return None if noun is None else (i, end, noun[1])


def _noun_and_count(scan: Scan, i: int) -> tuple[int, int, int] | None:
    """The same for "Shares 1.2K", "Views: 900", "Comments (12)"."""
    noun = scan.pack.non_quantities.engagement.match(scan.tokens, i)
    if noun is None:
        return None
    first = noun[1] + (scan.keys[noun[1]] in (":", "("))
    end = _number(scan, first)
    return (first, end, end + (scan.keys[end] == ")")) if end else None


def _number(scan: Scan, i: int) -> int:
    """The token after digits at `i` and the scale that may follow them; 0 where there are none."""
    if not scan.keys[i][:1].isdecimal():
        return 0
    numerals = scan.pack.numerals
    scaled = scan.keys[i + 1] in numerals.scales or (scan.keys[i + 1] in numerals.glued_scales and scan.touches(i + 1))
    return i + 1 + scaled
