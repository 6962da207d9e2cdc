"""Measures, percent and points: the unit after a number, what ambiguous letters mean, and units of two sizes.

Powers of units: "m/s2", "4e14 s-1", "9.8 m s-2"; in the International System a negative power is a denominator.
"""

from __future__ import annotations

from decimal import Decimal

from reconcile.extractors.quantities.amount import ONE, Amount, Numeral
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.extractors.quantities.numerals import read_number
from reconcile.model.mention import Kind, Reading
from reconcile.rules.units import Cue, Unit
from reconcile.text.scan import Scan

_MINUS = frozenset("-−–⁻")
_POWERS = {"1": 1, "2": 2, "3": 3, "¹": 1, "²": 2, "³": 3}
_NAMES = {1: "", 2: " squared", 3: " cubed"}


def raised(scan: Scan, name: str, j: int) -> tuple[str, int]:
    """The unit whose spelling ends before token `j` with the positive power that touches it, and the index after."""
    k = j + (scan.keys[j] == "^" and scan.touches(j))
    power = _POWERS.get(scan.keys[k])
    if power is None or power == 1 or not scan.touches(k) or _is_joined_on(scan, k + 1):
        return name, j
    return name + _NAMES[power], k + 1


def inverse(scan: Scan, name: str, j: int) -> tuple[str, int] | None:
    """The denominator that a unit ending before token `j` is by its negative power: "s-1" is per second."""
    keys = scan.keys
    if keys[j - 1] not in scan.pack.units.powered:
        return None
    k = j + (keys[j] == "^" and scan.touches(j))
    power = _POWERS.get(keys[k + 1]) if keys[k] in _MINUS and scan.touches(k) and scan.touches(k + 1) else None
    if power is None or _is_joined_on(scan, k + 2):
        return None
    return name + _NAMES[power], k + 2


def _is_joined_on(scan: Scan, j: int) -> bool:
    """Whether something joins the power at once, so that it is none: "m2b", "s-1-4"."""
    return scan.touches(j) and (scan.keys[j][:1].isalnum() or scan.keys[j] in _MINUS)


# What the minutes of "7.30 pm" look like: two decimals.
_MINUTES = Decimal("0.01")
_LETTERS = {"meter": "length", "kilometer": "length", "kelvin": "temperature"}
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_EQUATES = frozenset({"and", ",", "(", "is", "are", "=", "equal", "equals", "to", "or", "about"})
# More marks than this in forty tokens are sizes, not speech.
_QUOTE_WINDOW = 8
_STOPS = frozenset({"", ".", ",", ";", ":", ")", "]", "!", "?", "(", "—", "–", "and", "more"})


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
        if unit.cue is None or _allowed(scan, unit.cue, number, k, end):
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
    if len(keys[k]) == 1 and keys[k].isalpha() and scan.touches(end) and (keys[end].isalnum() or _runs_on(scan, end)):
        return None
    readings: tuple[Reading, ...] = ()
    if end == k + 1 and keys[k] in scan.pack.numerals.scale_units:
        readings = (Reading(f"{keys[k]} is {unit.name} or a scale", kind=Kind.NUMBER),)
    if unit.name == "degree":
        unit = _degrees(scan, unit, end)
    return as_measure(number, unit, end)._replace(readings=readings)


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


def _runs_on(scan: Scan, j: int) -> bool:
    return scan.keys[j] in HYPHENS and scan.touches(j + 1) and scan.keys[j + 1][:1].isdecimal()


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


def _allowed(scan: Scan, cue: Cue, number: Numeral, k: int, end: int) -> bool:
    keys = scan.keys
    if cue.id == "quote":
        if not scan.touches(k):
            return keys[end] in scan.pack.units.cues["meter"].after
        return not (scan.touches(end) and keys[end].isalpha()) and not _quote_open(scan, k)
    if cue.id == "hour":
        return number.ulp != ONE and number.ulp != _MINUTES
    if cue.id == "sky":
        return scan.touches(k) and bool(_near(scan, cue, k - 1 - cue.reach, k - 1, end, end + cue.reach))
    if cue.id == "decade":
        if inverse(scan, "", end) is not None:
            return True
        return scan.touches(k) and number.value % 10 != 0 and number.value < 1000
    if cue.id == "alone":
        return keys[end] in _STOPS or keys[end] in scan.pack.units.cues["meter"].after
    if keys[end] in cue.after or (
        cue.id == "temperature" and keys[k - 2] in scan.pack.hedges.minus and scan.touches(k)
    ):
        return True
    near = _near(scan, cue, k - 1 - cue.reach, k - 1, end, end + cue.reach)
    if near is not None:
        return near
    return cue.default == "unit" or (cue.default == "money" and _loose_default(scan, number, end))


def _loose_default(scan: Scan, number: Numeral, end: int) -> bool:
    """As in "a 25-pound dumb-bell" is mass even without a cue; "20 million pounds" and "25 pounds" are money."""
    return scan.keys[end - 2] in HYPHENS and number.scale == 1


def _near(scan: Scan, cue: Cue, first: int, last: int, after: int, limit: int) -> bool | None:
    """Whether a cue word (True) or a word against it (False) stands near, in the same sentence; None for neither."""
    keys = scan.keys
    for k in range(last, max(first, -1), -1):
        if keys[k] in (".", "!", "?"):
            break
        if keys[k] in cue.words:
            return True
        if keys[k] in cue.against:
            return False
    for k in range(after, min(limit, scan.n)):
        if keys[k] in (".", "!", "?"):
            break
        if keys[k] in cue.words:
            return True
        if keys[k] in cue.against:
            return False
    return None


def _quote_open(scan: Scan, k: int) -> bool:
    """Whether a quotation mark of this kind is open at token `k`, as far as forty tokens back can tell."""
    sign = scan.keys[k]
    if sign == "”":
        return "“" in scan.keys[max(0, k - 40) : k]
    near = scan.keys[max(0, k - 40) : k].count(sign)
    if near == 0 or near > _QUOTE_WINDOW:
        return False
    quotes = sum(
        1
        for m in range(max(0, k - 40), k)
        if scan.keys[m] == sign and not (scan.touches(m) and scan.keys[m - 1][-1].isalnum())
    )
    return quotes % 2 == 1


def letter_as_unit(scan: Scan, number: Numeral) -> Amount | None:
    """A glued scale letter read as its unit where the text speaks of one: "1.8m tall", "3m and 5cm"."""
    for name in scan.pack.numerals.scale_units.get(number.glued, ()):
        if _is_cued(scan, name, number.end):
            return Amount(_unscaled(number), Kind.MEASURE, "measure.letter", number.end, name, _LETTERS[name])
    return None


def _is_cued(scan: Scan, name: str, end: int) -> bool:
    """Whether the text speaks of the unit `name` around a letter that ends before token `end`."""
    cue = scan.pack.units.cues.get(name)
    if cue is None or (cue.capital and not scan.is_capital(end - 1)):
        return False
    if scan.keys[end] in cue.after or _near(scan, cue, end - 3 - cue.reach, end - 3, end, end):
        return True
    other = _next_measure(scan, end)
    return other is not None and other.dimension == _LETTERS[name]


def as_letter_reading(letter: str, name: str) -> Reading:
    """The other reading of a glued scale letter."""
    return Reading(f"{letter} is a scale or {name}", unit=name, kind=Kind.MEASURE)


def _unscaled(number: Numeral) -> Numeral:
    return number.times(1 / number.scale, number.end)._replace(plain=True)


def _next_measure(scan: Scan, j: int) -> Amount | None:
    """The measure that follows at once, or is said to be equal: "3 km equal to 3,000 m"."""
    for _ in range(3):
        j += scan.keys[j] in _EQUATES
    number = read_number(scan, j) if scan.keys[j][:1].isdecimal() else None
    return None if number is None else read_unit(scan, number, number.end)


def _feet_and(scan: Scan, amount: Amount) -> Amount | None:
    """As in "6-foot-4": after feet a bare number below twelve is inches."""
    j = amount.end
    if scan.keys[j] not in HYPHENS or not (scan.touches(j) and scan.touches(j + 1)) or scan.touches(j + 2):
        return None
    inches = read_number(scan, j + 1)
    twelve = scan.pack.units.compounds.get(("foot", "inch"))
    if inches is None or twelve is None or not inches.plain or inches.value >= twelve:
        return None
    height = inches._replace(value=amount.number.value * twelve + inches.value, plain=False)
    return amount._replace(number=height, unit="inch", end=inches.end)


def with_smaller(scan: Scan, amount: Amount) -> Amount:
    """As in "5 ft 2 in", "4 yards, 2 feet and 9 inches": one measure in the smallest of its units."""
    compounds = scan.pack.units.compounds
    tall = _feet_and(scan, amount) if amount.unit == "foot" else None
    if tall is not None:
        return tall
    for _ in range(3):
        j = amount.end
        if amount.number.scale != 1 or amount.per is not None:
            break
        j += scan.keys[j] == ","
        j += scan.keys[j] == "and"
        key = scan.keys[j]
        if not (key[:1].isdecimal() or key in scan.pack.numerals.cardinals):
            break
        number = read_number(scan, j)
        part = None if number is None else read_unit(scan, number, number.end)
        factor = None if part is None else compounds.get((amount.unit or "", part.unit or ""))
        if part is None or factor is None or part.number.scale != 1:
            break
        value = amount.number.value * factor + part.number.value
        amount = part._replace(number=part.number._replace(value=value, plain=False))
    return amount
