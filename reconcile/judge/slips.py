"""The likely slip behind a conflict of two numbers: the first of a closed list that makes both sides fit."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from reconcile.model.value import Value, plain

THOUSAND = Decimal(1000)
SCALES = {THOUSAND: "thousand", THOUSAND**2: "million", THOUSAND**3: "billion"}
# name, factor: the larger figure is this many times the smaller when the unit was mistaken
UNITS = (
    ("miles for kilometres", Decimal("1.609344")),
    ("kilograms for pounds", Decimal("2.20462262")),
    ("feet for metres", Decimal("3.2808399")),
    ("long or short tons for tonnes", Decimal("1.10231131")),
)


def slip(a: Value, b: Value, dimension: str | None) -> str | None:
    """The likely slip in words, or None where none fits; only plain numbers above zero are tried."""
    x, y = a.bounds.low, b.bounds.low
    if not (a.is_point and b.is_point) or x is None or y is None or x <= 0 or y <= 0 or x == y:
        return None
    for law in (_magnitude, _digits):
        found = law(max(x, y), min(x, y))
        if found is not None:
            return found
    measured = dimension in ("length", "mass", "speed", "area")
    return _unit(a, b) if measured else None


def _magnitude(large: Decimal, small: Decimal) -> str | None:
    ratio = large / small
    if ratio in SCALES:
        return f"one is {plain(ratio)} times the other: a scale word may be wrong (million for billion)"
    return "one is ten times the other: a digit may be lost or added" if ratio == 10 else None


def _digits(large: Decimal, small: Decimal) -> str | None:
    a, b = plain(large).replace(".", "").rstrip("0"), plain(small).replace(".", "").rstrip("0")
    if len(a) == len(b) and sorted(a) == sorted(b):
        wrong = [i for i in range(len(a)) if a[i] != b[i]]
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
            return "two neighbouring digits are swapped"
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    dropped = len(longer) == len(shorter) + 1 and len(shorter) > 1
    if dropped and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
        return "one digit is missing"
    return None


def _unit(a: Value, b: Value) -> str | None:
    fits: Callable[[Decimal], bool] = lambda f: _times(a, b, f) or _times(b, a, f)  # noqa: E731
    return next((f"fits if one side has {name}" for name, factor in UNITS if fits(factor)), None)


def _times(a: Value, b: Value, factor: Decimal) -> bool:
    return a.scaled(factor).written(loose=True).overlaps(b.written(loose=True))
