"""Numbers of rule files: finite, and of a size that can be reckoned with exactly."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import msgspec

# No number of a rule has more digits before or after its point: a googol is one with a hundred noughts.
DIGITS = 100
# What every number beyond those bounds is written with; a text without it need not be looked through.
_NO_NUMBER = re.compile(r"\b(?:s?nan\d*|inf(?:inity)?)\b", re.IGNORECASE)
_LONG = re.compile(rf"\d[eE][+-]?\d\d|\d{{{DIGITS}}}")

Path = tuple[str | int, ...]


def may_hold_unsound(text: str) -> bool:
    """Whether a text has anything in it that could be an unsound number."""
    lower = text.lower()
    named = ("nan" in lower or "inf" in lower) and _NO_NUMBER.search(text) is not None
    return named or _LONG.search(text) is not None


def find_unsound(value: Any, path: Path = ()) -> Path | None:
    """The way to the first number in a converted value that is no number, endless or too long; None if all are sound.

    >>> find_unsound({"low": Decimal(3), "high": Decimal("1e999")})
    ('high',)
    """
    if isinstance(value, Decimal):
        return None if value.is_finite() and abs(value.adjusted()) < DIGITS and _places(value) < DIGITS else path
    below: list[tuple[str | int, Any]] = []
    if isinstance(value, msgspec.Struct):
        below = [(f.encode_name, getattr(value, f.name)) for f in msgspec.structs.fields(value)]
    elif isinstance(value, dict):
        below = [(str(key), item) for key, item in value.items()]
    elif isinstance(value, tuple | list):
        below = list(enumerate(value))
    found = (find_unsound(item, (*path, step)) for step, item in below)
    return next((at for at in found if at is not None), None)


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return abs(exponent) if isinstance(exponent, int) else DIGITS
