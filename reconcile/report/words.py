"""Values in words, as an editor would read them back: "more than 280,000,000 users (280 million)"."""

from __future__ import annotations

from decimal import Context, Decimal

from reconcile.model.interval import Interval
from reconcile.model.mention import Kind
from reconcile.model.value import Value, plain

_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
# Beyond this many digits nobody reads a number; it is given as a power of ten.
_MOST_DIGITS = 30
# Presentation alone: what a plural looks like when the rule for regular nouns does not give it.
_IRREGULAR = {
    "foot": "feet", "person": "people", "man": "men", "woman": "women", "child": "children",
    "hertz": "hertz", "percent": "percent", "people": "people",
}  # fmt: skip
_SIBILANT = ("s", "x", "z", "ch", "sh")


def number(value: Decimal) -> str:
    """A decimal with its thousands separated.

    >>> number(Decimal("92400000.50"))
    '92,400,000.5'
    """
    if not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS:
        return str(value)
    return f"{Decimal(plain(value)):,f}"


def short(value: Decimal, power: int) -> str | None:
    """`value` in units of ten to the `power`, when three places after the point are enough for it."""
    scaled = Decimal(plain(Context(prec=200).scaleb(value, -power)))
    exponent = scaled.as_tuple().exponent
    return f"{scaled:,f}" if isinstance(exponent, int) and exponent >= -3 else None


def value_words(value: Value, kind: Kind, unit: str | None = None, per: str | None = None) -> str:
    """What a value says, in words, with its unit and, for large numbers, the scale in brackets.

    >>> value_words(Value(Interval(Decimal(130), None, low_open=True)), Kind.COUNT, "partner")
    'more than 130 partners'
    """
    bounds = value.bounds
    if bounds.low is None and bounds.high is None:
        return "no bound given" if value.soft is None else f"about {value_words(Value(value.soft), kind, unit, per)}"
    text = _with_unit(_interval(bounds), kind, unit, per, one=_is_one(bounds))
    scale = _scale(bounds)
    return text if scale is None else f"{text} ({scale})"


def _interval(bounds: Interval) -> str:
    low, high = bounds.low, bounds.high
    if low is not None and low == high:
        return number(low)
    if high is None and low is not None:
        return f"{'more than' if bounds.low_open else 'at least'} {number(low)}"
    if low is None and high is not None:
        return f"{'less than' if bounds.high_open else 'at most'} {number(high)}"
    if low is None or high is None:
        return ""
    if not (bounds.low_open or bounds.high_open):
        return f"{number(low)} to {number(high)}"
    first = "more than" if bounds.low_open else "at least"
    last = "less than" if bounds.high_open else "at most"
    return f"{first} {number(low)} and {last} {number(high)}"


def _scale(bounds: Interval) -> str | None:
    ends = [end for end in (bounds.low, bounds.high) if end is not None]
    if bounds.is_point:
        ends = ends[:1]
    for power, name in _SCALES:
        if max(abs(end) for end in ends) >= Decimal(1).scaleb(power):
            parts = [short(end, power) for end in ends]
            return None if None in parts else f"{' to '.join(p for p in parts if p)} {name}"
    return None


def _is_one(bounds: Interval) -> bool:
    return bounds.is_point and bounds.low == 1


def _with_unit(text: str, kind: Kind, unit: str | None, per: str | None, *, one: bool) -> str:
    rate = "" if per is None else f" per {_spaced(per)}"
    match kind:
        case Kind.PERCENT:
            return f"{text}%{rate}"
        case Kind.POINTS if unit in (None, "percent", "%"):
            return f"{text} percentage {'point' if one else 'points'}{rate}"
        case Kind.RANK:
            return f"rank {text}{rate}"
        case Kind.AGE:
            return f"{text} {'year' if one else 'years'} old"
        case Kind.RATIO if unit is None:
            return f"{text} times{rate}"
    if unit is None:
        return f"{text}{rate}"
    return f"{text} {unit_words(unit, one=one)}{rate}"


def unit_words(unit: str, *, one: bool = False) -> str:
    """A unit's name in the plural, unless `one`; currency codes and names that hold signs stay as they are.

    >>> unit_words("active country"), unit_words("USD")
    ('active countries', 'USD')
    """
    name = _spaced(unit)
    if not one and name.startswith("degree "):
        return f"degrees{name.removeprefix('degree')}"
    head, _, last = name.rpartition(" ")
    if one or not (last.isalpha() and last.islower()) or len(last) < 3:
        return name
    return f"{head} {_plural(last)}".strip()


def _plural(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_SIBILANT) else f"{noun}s"


def _spaced(name: str) -> str:
    return name.replace("_", " ")
