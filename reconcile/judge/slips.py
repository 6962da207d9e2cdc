"""The likely slip behind two numbers that differ: the first of a closed list of laws that makes both sides fit.

A law looks at two plain numbers above zero, the larger first, and fits within their written precision. The table is all
there is: a slip that is not in it is not named.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from reconcile.model.claim import Claim
from reconcile.model.labels import figure, two_labels
from reconcile.model.value import Value, plain

# The smaller number is tried this many times as large: of a scale word, of a digit, of a unit.
# Digits that are not alike by chance: in one order, and swapped.
_SAME, _SWAPPED = 2, 3
THOUSAND, MILLION, BILLION, TEN = Decimal(1000), Decimal(10) ** 6, Decimal(10) ** 9, Decimal(10)
LENGTHS, MASSES = frozenset({"length", "speed"}), frozenset({"mass"})
AREAS, VOLUMES, HEATS = frozenset({"area"}), frozenset({"volume"}), frozenset({"temperature"})


class Law(NamedTuple):
    """A slip: its name, its words in the report, whether it makes larger and smaller fit, and of what dimensions."""

    name: str
    words: str
    fits: Callable[[Value, Value], bool]
    dimensions: frozenset[str] = frozenset()


def _times(factor: Decimal, large: Value, small: Value) -> bool:
    """Whether the larger is so many times the smaller, as far as both are written."""
    return small.scaled(factor).written().overlaps(large.written()) and small.low != large.low


def _in_unit(factor: Decimal, large: Value, small: Value) -> bool:
    """As `_times`, with trailing zeros taken for rounding, as those who convert write them."""
    return small.scaled(factor).written(loose=True).overlaps(large.written(loose=True))


def _digits(value: Value) -> str:
    """The digits that do not depend on the scale."""
    return plain(value.low or Decimal(0)).replace(".", "").strip("0")


def _swapped(large: Value, small: Value) -> bool:
    a, b = _digits(large), _digits(small)
    a, b = a.ljust(len(b), "0"), b.ljust(len(a), "0")
    wrong = [i for i in range(len(a)) if a[i] != b[i]]
    beside = len(wrong) == 2 and wrong[1] == wrong[0] + 1
    return beside and sorted(a) == sorted(b) and _one_scale(large, small)


def _one_scale(large: Value, small: Value) -> bool:
    """Whether both have as many digits before the point."""
    return large.low is not None and small.low is not None and large.low.adjusted() == small.low.adjusted()


def _dropped(large: Value, small: Value) -> bool:
    longer, shorter = sorted((_digits(large), _digits(small)), key=len, reverse=True)
    if len(longer) != len(shorter) + 1 or len(shorter) < 2:
        return False
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def _unit(name: str, words: str, factor: str, dimensions: frozenset[str]) -> Law:
    return Law(name, f"fits if one side has {words}", partial(_in_unit, Decimal(factor)), dimensions)


def _scale(factor: Decimal, word: str) -> Law:
    words = f"one is {plain(factor)} times the other: a scale word may be wrong ({word})"
    return Law(f"times {plain(factor)}", words, partial(_times, factor))


# Two numbers: (14.6 billion, 14.6 million), (142, 124), (1234, 124), (161 km, 100 miles).
LAWS: tuple[Law, ...] = (
    _scale(THOUSAND, "million for billion"),
    _scale(MILLION, "million for trillion"),
    _scale(BILLION, "none for billion"),
    Law("times 10", "one is ten times the other: a digit may be lost or added", partial(_times, TEN)),
    Law("digits swapped", "two neighbouring digits are swapped", _swapped),
    Law("digit dropped", "one digit is missing", _dropped),
    _unit("mile and kilometre", "miles for kilometres", "1.609344", LENGTHS),
    _unit("foot and metre", "feet for metres", "3.2808399", LENGTHS),
    _unit("nautical mile", "nautical miles for kilometres", "1.852", LENGTHS),
    _unit("knot and mile", "knots for miles an hour", "1.15077945", frozenset({"speed"})),
    _unit("pound and kilogram", "kilograms for pounds", "2.20462262", MASSES),
    _unit("short and metric ton", "short tons for tonnes", "1.10231131", MASSES),
    _unit("long and short ton", "long tons for short tons", "1.12", MASSES),
    _unit("acre and hectare", "acres for hectares", "2.47105381", AREAS),
    _unit("square mile", "square miles for square kilometres", "2.58998811", AREAS),
    _unit("gallon and litre", "gallons for litres", "3.78541178", VOLUMES),
)


def telling(a: Claim, b: Claim) -> bool:
    """Whether a slip fits two numbers that hardly come about by chance: the same digits, two of them at least.

    Swapped, or in another scale, unit, currency or rate, they speak for one thing said twice more than other words
    speak against it.
    """
    if two_labels(a, b):
        return bool(figure(a))
    x, y = a.norm or a.value, b.norm or b.value
    if a.source == b.source or x is None or y is None or a.value is None or b.value is None:
        return False
    law = law_of(x, y, a.dimension)
    if law is None:
        return False
    one, other = _digits(a.value), _digits(b.value)
    if law.fits is _swapped:
        return len(one) >= _SWAPPED
    return len(one) >= _SAME and one == other


def slip(a: Value, b: Value, dimension: str | None) -> str | None:
    """The likely slip in words, or None where none fits; symmetric. Only plain numbers above zero are tried."""
    law = law_of(a, b, dimension)
    return None if law is None else law.words


def law_of(a: Value, b: Value, dimension: str | None) -> Law | None:
    """The first law that makes two numbers fit."""
    x, y = a.low, b.low
    if not (a.is_point and b.is_point) or x is None or y is None or x <= 0 or y <= 0 or x == y:
        return None
    large, small = (a, b) if x > y else (b, a)
    return next((w for w in LAWS if (not w.dimensions or dimension in w.dimensions) and w.fits(large, small)), None)
