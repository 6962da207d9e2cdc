"""Values and units in words, as an editor would read them back: "more than 280,000,000 users (280 million)"."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal

from reconcile.model.mention import Kind
from reconcile.model.value import Interval, Value, plain

# Presentation alone: what a plural looks like where the rule for regular nouns does not give it.
_IRREGULAR = {
    "foot": "feet", "person": "people", "man": "men", "woman": "women", "child": "children", "hertz": "hertz",
    "percent": "percent", "people": "people", "staff": "staff", "personnel": "personnel",
    "police": "police", "cattle": "cattle", "sheep": "sheep", "aircraft": "aircraft",
    "celsius": "degrees Celsius", "fahrenheit": "degrees Fahrenheit",
}  # fmt: skip
_SIBILANT = ("s", "x", "z", "ch", "sh")
_SINGULAR_IN_S = ("ss", "us", "is")


def unit_words(unit: str, *, one: bool = False) -> str:
    """A unit's name in the plural, unless `one`; currency codes and names that hold signs stay as they are.

    >>> unit_words("active_country"), unit_words("USD")
    ('active countries', 'USD')
    """
    name = spaced(unit)
    head, _, last = name.rpartition(" ")
    if one or not (last.isalpha() and last.islower()) or len(last) < 3:
        return name
    return f"{head} {_plural(last)}".strip()


def spaced(name: str) -> str:
    """A name of several words, as people write it."""
    return name.replace("_", " ")


def _plural(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("s") and not noun.endswith(_SINGULAR_IN_S):
        return noun
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_SIBILANT) else f"{noun}s"


_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
# Beyond this many digits nobody reads a number; it is given as a power of ten.
_MOST_DIGITS = 30
# A fraction longer than this never stood in an article: it is a quotient, and cut.
_LONG_FRACTION_DIGITS = 8
_CUT_FRACTION_DIGITS = 6


def number(value: Decimal) -> str:
    """A decimal with its thousands separated.

    >>> number(Decimal("92400000.50"))
    '92,400,000.5'
    """
    if not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS:
        return str(value)
    whole, _, fraction = f"{Decimal(plain(value)):,f}".partition(".")
    if len(fraction) > _LONG_FRACTION_DIGITS:
        return f"{whole}.{fraction[:_CUT_FRACTION_DIGITS]}…"
    return f"{whole}.{fraction}" if fraction else whole


def short(value: Decimal, power: int) -> str | None:
    """`value` in units of ten to the `power`; None where that would take more than three places after the point."""
    scaled = Decimal(plain(Context(prec=200).scaleb(value, -power)))
    exponent = scaled.as_tuple().exponent
    return f"{scaled:,f}" if isinstance(exponent, int) and exponent >= -3 else None


def value_words(
    value: Value, kind: Kind, unit: str | None = None, per: str | None = None, *, brief: bool = False
) -> str:
    """What a value says, in words, with its unit; a large one with its scale in brackets, or if `brief` only so.

    >>> value_words(Value(Interval(Decimal(130), None, low_open=True)), Kind.COUNT, "partner")
    'more than 130 partners'
    """
    bounds = value.bounds
    if bounds.low is None and bounds.high is None:
        if value.soft is None:
            return "no bound given"
        return f"about {value_words(Value(value.soft), kind, unit, per, brief=brief)}"
    about = "about " if bounds.is_point and value.soft not in (None, bounds) else ""
    scale = _scale(bounds)
    if scale is None:
        return about + _with_unit(_interval(bounds, number), kind, unit, per, one=_is_one(bounds))
    power, name = scale

    def scaled(end: Decimal) -> str:
        return short(end, power) or ""

    if brief:
        return about + _with_unit(f"{_interval(bounds, scaled)} {name}", kind, unit, per, one=False)
    bare = " to ".join(dict.fromkeys(map(scaled, _ends(bounds))))
    return f"{about}{_with_unit(_interval(bounds, number), kind, unit, per, one=False)} ({bare} {name})"


def scaled_words(value: Decimal) -> str | None:
    """A number in millions, billions or trillions, where that is short: "1.2 million"; else None."""
    scale = _scale(Interval.point(abs(value)))
    return None if scale is None else f"{short(value, scale[0])} {scale[1]}"


def _interval(bounds: Interval, show: Callable[[Decimal], str]) -> str:
    low, high = bounds.low, bounds.high
    if low is not None and high is not None and (low == high or not (bounds.low_open or bounds.high_open)):
        return show(low) if low == high else f"{show(low)} to {show(high)}"
    first = "" if low is None else f"{'more than' if bounds.low_open else 'at least'} {show(low)}"
    last = "" if high is None else f"{'less than' if bounds.high_open else 'at most'} {show(high)}"
    return " and ".join(part for part in (first, last) if part)


def _scale(bounds: Interval) -> tuple[int, str] | None:
    """The largest scale that every end reaches, if all can be given in it shortly."""
    ends = _ends(bounds)
    for power, name in _SCALES:
        if all(end and end.adjusted() >= power for end in ends):
            return (power, name) if all(short(end, power) is not None for end in ends) else None
    return None


def _ends(bounds: Interval) -> list[Decimal]:
    return [end for end in (bounds.low, bounds.high) if end is not None]


def _is_one(bounds: Interval) -> bool:
    return bounds.is_point and bounds.low == 1


def _with_unit(text: str, kind: Kind, unit: str | None, per: str | None, *, one: bool) -> str:
    rate = "" if per is None else f" per {spaced(per)}"
    match kind:
        case Kind.PERCENT:
            return f"{text}%{rate}"
        case Kind.POINTS if unit in (None, "percent", "%"):
            return f"{text} percentage {'point' if one else 'points'}{rate}"
        case Kind.RANK:
            return f"rank {text}{rate}"
        case Kind.AGE:
            return f"{text} {'year' if one else 'years'} old"
        case Kind.RATIO if unit == "share":
            return f"a share of {text}{rate}"
        case Kind.RATIO if unit is None:
            return f"{text} times{rate}"
    if unit is None:
        return f"{text}{rate}"
    return f"{text} {unit_words(unit, one=one)}{rate}"
