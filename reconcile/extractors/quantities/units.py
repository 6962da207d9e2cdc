"""Measures, percent and points: the unit after a number, what ambiguous letters mean, and products of units.

Powers of units: "m/s2", "4e14 s-1", "9.8 m s-2"; in the International System a negative power is a denominator.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from reconcile.extractors.quantities.amount import ONE, Amount, Numeral
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.extractors.quantities.numerals import read_number
from reconcile.model.mention import Kind, Reading
from reconcile.rules.units import Cue, Unit
from reconcile.text.scan import Scan

# Signs of a negative power, and powers as written and as the names of units have them.
_MINUS = frozenset("-−–⁻")
# What joins two units to their product.
_TIMES = HYPHENS | frozenset("·⋅*∙")
_POWERS = {"1": 1, "2": 2, "3": 3, "¹": 1, "²": 2, "³": 3}
_NAMES = {1: "", 2: " squared", 3: " cubed"}
# What the minutes of "7.30 pm" look like: two decimals.
_MINUTES = Decimal("0.01")
# "the 60s" are ten years, "1900s" too, "45s" seconds.
_DECADE, _YEARS = 10, 1000
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
# What a unit may begin with besides its name.
OPENERS = HYPHENS | frozenset(_BRACKETS)
_EQUATES = frozenset(",(=")
# Tokens back in which a quotation was opened.
_QUOTE_REACH = 40
_SENTENCE_ENDS = frozenset(".!?")
STOPS = frozenset({"", ".", ",", ";", ":", ")", "]", "!", "?", "(", "—", "–"})


def raised(scan: Scan, name: str, j: int) -> tuple[str, int]:
    """The unit whose spelling ends before token `j` with the positive power that touches it, and the index after."""
    k = j + (scan.keys[j] == "^" and scan.touches(j))
    power = _POWERS.get(scan.keys[k])
    if power is None or power == 1 or not scan.touches(k):
        return name, j
    return name + _NAMES[power], k + 1


def inverse(scan: Scan, name: str, j: int) -> tuple[str, int] | None:
    """The denominator that a unit ending before token `j` is by its negative power: "s-1" is per second."""
    keys = scan.keys
    if keys[j - 1] not in scan.pack.units.powered:
        return None
    k = j + (keys[j] == "^" and scan.touches(j))
    power = _POWERS.get(keys[k + 1]) if keys[k] in _MINUS and scan.touches(k) and scan.touches(k + 1) else None
    if power is None or (scan.touches(k + 2) and keys[k + 2][:1].isalnum()):
        # "5mm-2m" goes on
        return None
    return name + _NAMES[power], k + 2


def read_unit(scan: Scan, number: Numeral, j: int) -> Amount | None:
    """The unit at token `j` after a number: "37 km", "3-inch", "5 per cent", "30 degrees Celsius"."""
    table, keys = scan.pack.units.table, scan.keys
    k = j
    if keys[j] in HYPHENS and scan.touches(j + 1):
        k = j + 1
    elif keys[j] in _BRACKETS:
        return _bracketed(scan, number, j)
    if keys[k] not in table:
        return None
    for unit, end in table.matches(scan.tokens, k):
        cue = unit.cue
        if cue is None or CUES.get(cue.id, _cued)(scan, _Spelling(cue, number, k, end)):
            return _of_unit(scan, number, unit, k, end)
    return None


def _bracketed(scan: Scan, number: Numeral, j: int) -> Amount | None:
    """As in "20 (kg)", "3 [m]": a symbol alone in brackets is the unit of the number before it."""
    found = scan.pack.units.table.match(scan.tokens, j + 1) if scan.keys[j + 1] in scan.pack.units.table else None
    if found is None or scan.keys[found[1]] != _BRACKETS[scan.keys[j]] or found[0].cue is not None:
        return None
    return as_measure(number, found[0], found[1] + 1)


def _of_unit(scan: Scan, number: Numeral, unit: Unit, k: int, end: int) -> Amount | None:
    """The number in the unit whose spelling is `[k, end)`; None where a letter is the first of something longer."""
    keys = scan.keys
    powered = _powered(scan, number, unit, end)
    if powered is not None:
        return powered
    if keys[end] in _TIMES and unit.kind is Kind.MEASURE and unit.per is None:
        unit, end = _multiplied(scan, unit, end)
    runs_on = keys[end] in HYPHENS and scan.touches(end + 1) and keys[end + 1][:1].isdecimal()
    if len(keys[k]) == 1 and keys[k].isalpha() and scan.touches(end) and (runs_on or keys[end].isalnum()):
        return None
    readings: tuple[Reading, ...] = ()
    if end == k + 1 and keys[k] in scan.pack.numerals.scale_units:
        readings = (Reading(f"{keys[k]} is {unit.name} or a scale", kind=Kind.NUMBER),)
    if unit.name == "degree":
        unit = _degrees(scan, unit, end)
    return as_measure(number, unit, end)._replace(readings=readings)


def _multiplied(scan: Scan, unit: Unit, end: int) -> tuple[Unit, int]:
    """The unit that ends before token `end` times those joined to it: "kg·m", "tonne-kilometres", but "minute-mile"."""
    while scan.keys[end] in _TIMES and scan.touches(end) and scan.touches(end + 1):
        found = scan.pack.units.table.match(scan.tokens, end + 1)
        if found is None or unit.dimension in ("time", "ratio") or (found[0].cue and scan.keys[end] in HYPHENS):
            break
        name, last = raised(scan, found[0].name, found[1])
        under = inverse(scan, found[0].name, found[1])
        if under is not None:
            return Unit(unit.name, unit.dimension, under[0]), under[1]
        unit = Unit(f"{unit.name} {name}", f"{unit.dimension} {found[0].dimension}", found[0].per)
        end = last
        if unit.per is not None:
            break
    return unit, end


def read_divisor(scan: Scan, j: int) -> tuple[str, int] | None:
    """The unit that divides at token `j`, several in brackets: "h", "s2", "(m·K)"."""
    bracket = scan.keys[j] == "("
    found = scan.pack.units.table.match(scan.tokens, j + bracket)
    if found is None or not bracket:
        return None if found is None else raised(scan, found[0].name, found[1])
    unit, end = _multiplied(scan, found[0], found[1])
    return (unit.name, end + 1) if scan.keys[end] == ")" and unit.per is None else None


def _powered(scan: Scan, number: Numeral, unit: Unit, end: int) -> Amount | None:
    """A unit with a negative power of its own ("4e14 s-1") or of the one after it ("9.8 m s-2")."""
    own = inverse(scan, unit.name, end)
    if own is not None:
        return as_measure(number, Unit(f"inverse {own[0]}", unit.dimension), own[1])
    if scan.keys[end] not in scan.pack.units.powered or scan.touches(end):
        return None
    found = scan.pack.units.table.match(scan.tokens, end)
    under = None if found is None else inverse(scan, found[0].name, found[1])
    return None if under is None else as_measure(number, unit, under[1])._replace(per=under[0])


def _degrees(scan: Scan, unit: Unit, end: int) -> Unit:
    """Degrees of the scale that is named just after: "40° on the Celsius scale"."""
    if scan.keys[end] != "on":
        return unit
    for k in range(end + 1, end + 4):
        named = scan.pack.units.table.match(scan.tokens, k)
        if named is not None and named[0].dimension == "temperature":
            return named[0]
    return unit


def read_constant(scan: Scan, i: int) -> Amount | None:
    """Words that are a number and a unit at once: "absolute zero"."""
    found = scan.pack.units.constants.match(scan.tokens, i)
    if found is None:
        return None
    constant, end = found
    number = Numeral(constant.value, ONE, ONE, end, in_words=True)
    return Amount(number, Kind.MEASURE, "measure.constant", end, constant.name, constant.dimension)


def as_measure(number: Numeral, unit: Unit, end: int) -> Amount:
    """The number in a unit."""
    return Amount(number, unit.kind, f"{unit.kind}.unit", end, unit.name, unit.dimension, unit.per)


class _Spelling(NamedTuple):
    """A spelling `[k, end)` after a number that may be a unit or something else, and the cue that it needs."""

    cue: Cue
    number: Numeral
    k: int
    end: int


def _is_inches(scan: Scan, it: _Spelling) -> bool:
    """A quotation mark that touches the digits and closes no quotation, or one before "wide" and the like."""
    if not scan.touches(it.k):
        return scan.keys[it.end] in scan.pack.units.cues["meter"].after
    return not (scan.touches(it.end) and scan.keys[it.end].isalpha()) and not _quote_open(scan, it.k)


def _is_no_clock(_: Scan, it: _Spelling) -> bool:
    return it.number.ulp != ONE and it.number.ulp != _MINUTES


def _is_of_sky(scan: Scan, it: _Spelling) -> bool:
    return scan.touches(it.k) and bool(_near_number(scan, it))


def _is_no_decade(scan: Scan, it: _Spelling) -> bool:
    if inverse(scan, "", it.end) is not None:
        return True
    return scan.touches(it.k) and it.number.value % _DECADE != 0 and it.number.value < _YEARS


def _stands_alone(scan: Scan, it: _Spelling) -> bool:
    after = scan.keys[it.end]
    if scan.touches(it.k) and scan.keys[it.k - 1].isdecimal() and not scan.touches(it.end):
        # "a 5ft 10in man"
        return True
    return after in STOPS or after in it.cue.after or after in scan.pack.units.cues["meter"].after


def _is_temperature(scan: Scan, it: _Spelling) -> bool:
    return (scan.keys[it.k - 2] in scan.pack.hedges.minus and scan.touches(it.k)) or _cued(scan, it)


def _cued(scan: Scan, it: _Spelling) -> bool:
    """Whether a word of the cue stands near; without one its default decides."""
    if scan.keys[it.end] in it.cue.after:
        return True
    near = _near_number(scan, it)
    if near is not None:
        return near
    if it.cue.default == "money":
        # "a 25-pound dumb-bell" is mass even without a cue; "20 million pounds" and "25 pounds" are money
        return scan.keys[it.end - 2] in HYPHENS and it.number.scale == 1
    return it.cue.default == "unit"


def _near_number(scan: Scan, it: _Spelling) -> bool | None:
    reach = it.cue.reach
    return _near(scan, it.cue, it.k - 1 - reach, it.k - 1, it.end, it.end + reach)


# The cues of the lexicon that more than words decide, by their ids there.
CUES: dict[str, Callable[[Scan, _Spelling], bool]] = {
    "quote": _is_inches,
    "hour": _is_no_clock,
    "sky": _is_of_sky,
    "decade": _is_no_decade,
    "alone": _stands_alone,
    "temperature": _is_temperature,
}


def _near(scan: Scan, cue: Cue, first: int, last: int, after: int, limit: int) -> bool | None:
    """Whether a cue word (True) or a word against it (False) stands near, in the same sentence; None for neither."""
    before = _first_cue(scan, cue, range(last, max(first, -1), -1))
    return _first_cue(scan, cue, range(after, min(limit, scan.n))) if before is None else before


def _first_cue(scan: Scan, cue: Cue, places: range) -> bool | None:
    """Whether the first word of a cue, for or against it, is for it; None where the sentence ends before one."""
    for k in places:
        key = scan.keys[k]
        if key in _SENTENCE_ENDS:
            return None
        if key in cue.words:
            return True
        if key in cue.against:
            return False
    return None


def _quote_open(scan: Scan, k: int) -> bool:
    """Whether a quotation mark of this kind is open at token `k`, as far as `_QUOTE_REACH` tokens back can tell."""
    keys, sign, first = scan.keys, scan.keys[k], max(0, k - _QUOTE_REACH)
    if sign == "”":
        return "“" in keys[first:k]
    inches = (m for m in range(first, k) if scan.touches(m) and keys[m - 1][-1].isalnum() and keys[m] == sign)
    return (keys[first:k].count(sign) - len(tuple(inches))) % 2 == 1


def letter_as_unit(scan: Scan, number: Numeral) -> Amount | None:
    """A glued scale letter read as its unit where the text speaks of one: "1.8m tall", "3m and 5cm"."""
    for name in scan.pack.numerals.scale_units.get(number.glued, ()):
        if _is_cued(scan, name, number.end):
            unscaled = number.times(1 / number.scale, number.end)._replace(plain=True)
            dimension = scan.pack.units.dimensions[name]
            return Amount(unscaled, Kind.MEASURE, "measure.letter", number.end, name, dimension)
    return None


def _is_cued(scan: Scan, name: str, end: int) -> bool:
    """Whether the text speaks of the unit `name` around a letter that ends before token `end`."""
    cue = scan.pack.units.cues.get(name)
    if cue is None or (cue.capital and not scan.is_capital(end - 1)):
        return False
    if scan.keys[end] in cue.after or _near(scan, cue, end - 3 - cue.reach, end - 3, end, end):
        return True
    other = _next_measure(scan, end)
    return other is not None and other.dimension == scan.pack.units.dimensions[name]


def as_letter_reading(letter: str, name: str) -> Reading:
    """The other reading of a glued scale letter."""
    return Reading(f"{letter} is a scale or {name}", unit=name, kind=Kind.MEASURE)


def _next_measure(scan: Scan, j: int) -> Amount | None:
    """The measure that follows at once, or is said to be equal: "3 km equal to 3,000 m"."""
    for _ in range(3):
        j += scan.keys[j] in _EQUATES or scan.keys[j] in scan.pack.units.equates
    number = read_number(scan, j) if scan.keys[j][:1].isdecimal() else None
    return None if number is None else read_unit(scan, number, number.end)
