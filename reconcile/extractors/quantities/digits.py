"""Numbers in digits: 1,234,567.8 and 12,34,567 and 1.234,5 and .5, fractions, powers and scientific notation.

Groups of digits with a space or an apostrophe between them are in `digit_groups`.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from reconcile.extractors.quantities.amount import ONE, TEN, Numeral, PlacedNumber, loose
from reconcile.extractors.quantities.digit_groups import (
    APOSTROPHES,
    MAX_DIGITS,
    is_ill_marked,
    read_marked,
    read_spaced,
    read_split,
)
from reconcile.text.scan import Reader, Scan, read_first

# The largest exponent, and the most digits before the point of a power: larger ones are no quantities.
MAX_POWER = 60
# Decimal places of a fraction sign such as a third.
_SIGN_PLACES = 12
# Characters of an exponent with its sign.
_EXPONENT = 3
MINUS = frozenset("-−–")
VULGAR = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒")
# No day of a month is later: 1/40 can be no date.
_LAST_DAY = 31
# Parts that are written with a slash; 9/11 and 24/7 are something else.
_PARTS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20})
# Digits above and below a slash: "1/10000".
_PART_DIGITS = 5
_POINTED = re.compile(r"\d++\.\d++")
# How digits with signs between them are written, and the signs that only group them; a comma left over is the point.
_SEPARATED: tuple[tuple[re.Pattern[str], str], ...] = (
    (_POINTED, ""),
    (re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?"), ","),
    (re.compile(r"\d{1,2}(?:,\d{2}(?=,))++,\d{3}(?:\.\d++)?"), ","),
    (re.compile(r"\d{1,3}(?:\.\d{3})*+,\d++|\d{1,3}(?:\.\d{3}){2,}+"), "."),
    (re.compile(r"\d++,\d++"), ""),
)
# General categories of Unicode: signs of currencies and sums, dashes, what opens a bracket or a quotation.
_OPENING = frozenset({"Sc", "Sm", "Pd", "Ps", "Pi"})
_QUOTES = frozenset("\"'")
_SLASHES = frozenset("/⁄")
_TIMES = frozenset("x×*·⋅")
# Raised digits and signs, with those on the line.
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+", strict=True))
# What joins a third number to a fraction and makes it a date; and the bases of a power.
_JOINS = frozenset("/-")
_BASES = frozenset({"10", "2"})


def read_digits(scan: Scan, i: int) -> Numeral | None:
    """Digits at token `i`; None for anything else (versions, odd grouping, endless runs)."""
    key = scan.keys[i]
    if len(key) > MAX_DIGITS or (scan.keys[i + 1] in APOSTROPHES and is_ill_marked(scan, i)):
        return None
    bare = read_first(DIGITS, scan, i)
    if bare is None or scan.keys[bare.end] not in _FOLLOWING or not key[0].isdecimal():
        return bare
    return read_first(FOLLOWERS, scan, PlacedNumber(i, bare)) or bare


def _is_before_digits(scan: Scan, i: int) -> bool:
    return scan.keys[i].isdecimal() and scan.keys[i + 1][:1].isdecimal() and len(scan.keys[i + 1]) <= MAX_DIGITS


def _whole(scan: Scan, i: int) -> Numeral:
    value = Decimal(scan.keys[i])
    return Numeral(value, ONE, loose(value, ONE), i + 1, plain=True)


def _separated(scan: Scan, i: int) -> Numeral | None:
    """Digits with points and commas, by the shapes of `_SEPARATED`."""
    key = scan.keys[i]
    for shape, grouping in _SEPARATED:
        if shape.fullmatch(key):
            text = (key.replace(grouping, "") if grouping else key).replace(",", ".")
            value, point = Decimal(text), text.find(".")
            ulp = ONE if point < 0 else ONE.scaleb(point + 1 - len(text))
            return Numeral(value, ulp, loose(value, ulp), i + 1)
    return None


def _leading_point(scan: Scan, i: int) -> Numeral | None:
    """A point that digits touch, after a space or a sign: .5, -.38, $.45, (.25)."""
    digits = scan.keys[i + 1]
    if not digits.isdecimal() or len(digits) > MAX_DIGITS or not scan.touches(i + 1):
        return None
    if scan.touches(i) and not _opens(scan.keys[i - 1]):
        return None
    value = Decimal("0." + digits)
    ulp = ONE.scaleb(-len(digits))
    return Numeral(value, ulp, ulp, i + 2)


def _opens(sign: str) -> bool:
    """Whether a point may touch a sign on its left: one of a currency or a sum, a dash, an opening bracket or quote."""
    return sign in _QUOTES or unicodedata.category(sign[-1]) in _OPENING


def _fraction_sign(scan: Scan, i: int) -> Numeral:
    return Numeral(vulgar(scan.keys[i]), ONE, ONE, i + 1, fraction=True)


def vulgar(sign: str) -> Decimal:
    """The value of a vulgar fraction sign, thirds and their like to twelve places."""
    return Decimal(str(round(unicodedata.numeric(sign), _SIGN_PLACES)))


def _may_be_mixed(scan: Scan, i: int) -> bool:
    """Whether a fraction may follow a whole number: at once, or after "and" or a hyphen."""
    between = scan.keys[i + 1] in scan.pack.numerals.ands or scan.keys[i + 1] == "-"
    return scan.keys[i].isdecimal() and scan.keys[i + 1 + between][:1].isdecimal()


def _mixed(scan: Scan, i: int) -> Numeral | None:
    """A fraction after a whole number: 2 1/4, 2-1/4, 2 and 1/4."""
    hyphen = scan.keys[i + 1] == "-"
    k = i + 1 + (hyphen or not scan.keys[i + 1].isdecimal())
    if hyphen and not (scan.touches(i + 1) and scan.touches(k)):
        return None
    part = _slashed(scan, k, joined=hyphen)
    if part is None or (scan.touches(i + 1) and not hyphen) or part.value >= 1:
        return None
    return part._replace(value=Decimal(scan.keys[i]) + part.value)


def _slashed(scan: Scan, i: int, *, joined: bool = False) -> Numeral | None:
    """3/4: two whole numbers with a slash, and no third; `joined` says that one before it is the whole of 2-3/4."""
    top, low = scan.keys[i], scan.keys[i + 2]
    if scan.keys[i + 1] not in _SLASHES or not (_may_be_part(top) and _may_be_part(low)):
        return None
    if not (scan.touches(i + 1) and scan.touches(i + 2)) or _is_of_three(scan, i, joined=joined):
        return None
    if int(low) not in _PARTS and max(int(top), _LAST_DAY) >= int(low):
        return None
    return Numeral(Decimal(top) / Decimal(low), ONE, ONE, i + 3, fraction=True)


def _may_be_part(key: str) -> bool:
    return key.isdecimal() and len(key) <= _PART_DIGITS


def _is_of_three(scan: Scan, i: int, *, joined: bool) -> bool:
    """Whether a third number is joined to the two at tokens `i` and `i + 2`, as in a date: 1/2/2020."""
    keys = scan.keys
    if scan.touches(i + 3) and keys[i + 3] in _JOINS and keys[i + 4][:1].isdecimal():
        return True
    return not joined and scan.touches(i) and scan.before(i) in _JOINS and scan.touches(i - 1)


def _after(scan: Scan, at: PlacedNumber) -> str:
    return scan.keys[at.number.end]


def _sign_after(scan: Scan, at: PlacedNumber) -> Numeral | None:
    bare, j = at.number, at.number.end
    return bare._replace(value=bare.value + vulgar(scan.keys[j]), end=j + 1, fraction=True, plain=False)


def _exponent_after(scan: Scan, at: PlacedNumber) -> Numeral | None:
    power = _power(scan, at.number.end + 1) if scan.touches(at.number.end) else None
    return None if power is None else at.number.times(TEN ** power[0], power[1])


def _power_after(scan: Scan, at: PlacedNumber) -> Numeral | None:
    bare, power = at.number, _power(scan, at.number.end + 1)
    if power is None or bare.value == 0 or bare.value.adjusted() * power[0] > MAX_POWER:
        return None
    return bare._replace(value=bare.value ** power[0], end=power[1], plain=False)


def _times_power_after(scan: Scan, at: PlacedNumber) -> Numeral | None:
    j = at.number.end + 1
    base = scan.keys[j]
    if base not in _BASES or not scan.touches(j + 1):
        return None
    power = _power(scan, j + 1 + (scan.keys[j + 1] == "^"))
    return None if power is None else at.number.times(Decimal(base) ** power[0], power[1])


def _power(scan: Scan, j: int) -> tuple[int, int] | None:
    """A signed whole exponent at `j`, raised or on the line, and the index after it."""
    if scan.keys[j][:1] in _RAISED:
        return _raised_power(scan, j)
    negative = scan.keys[j] in MINUS
    k = j + (negative or scan.keys[j] == "+")
    digits = scan.keys[k]
    if not digits.isdecimal() or len(digits) > 2 or int(digits) > MAX_POWER or not scan.touches(k):
        return None
    return (-int(digits) if negative else int(digits)), k + 1


def _raised_power(scan: Scan, j: int) -> tuple[int, int] | None:
    """A signed whole exponent in raised digits at `j` and the index after it."""
    k = j
    while scan.keys[k] and all(c in _RAISED for c in scan.keys[k]) and scan.touches(k):
        k += 1
    digits = "".join(_RAISED[c] for key in scan.keys[j:k] for c in key)
    if not digits.lstrip("-+").isdecimal() or len(digits) > _EXPONENT or abs(int(digits)) > MAX_POWER:
        return None
    return int(digits), k


# What may touch or follow digits and go on with their number: 2½, 3/4, 4e14, 10^6, 3 x 10^5.
_FOLLOWING = VULGAR | _SLASHES | _TIMES | {"e", "^"}
FOLLOWERS: tuple[Reader[PlacedNumber, Numeral], ...] = (
    Reader("fraction sign", lambda scan, at: _after(scan, at) in VULGAR, _sign_after, "The loaf weighs 2½ ounces."),
    Reader(
        "slash",
        lambda scan, at: _after(scan, at) in _SLASHES,
        lambda scan, at: _slashed(scan, at.start),
        "Then 3/4 of the boats came.",
    ),
    Reader("exponent", lambda scan, at: _after(scan, at) == "e", _exponent_after, "The jar holds 4e14 grains."),
    Reader("power", lambda scan, at: _after(scan, at) == "^", _power_after, "The jar holds 10^6 grains."),
    Reader("times a power", lambda scan, at: _after(scan, at) in _TIMES, _times_power_after, "It has 3 x 10^5 cells."),
)
# Digits by themselves; those that join several tokens are asked before the one that takes the first alone.
DIGITS: tuple[Reader[int, Numeral], ...] = (
    Reader(
        "separated",
        lambda scan, i: scan.keys[i][:1].isdecimal() and not scan.keys[i].isdecimal(),
        _separated,
        "The barn holds 1,234.5 sacks.",
    ),
    Reader(
        "apostrophes",
        lambda scan, i: scan.keys[i + 1] in APOSTROPHES and scan.keys[i].isdecimal(),
        read_marked,
        "The barn holds 1'234'567 sacks.",
    ),
    Reader("mixed", _may_be_mixed, _mixed, "The loaf weighs 2 1/4 ounces."),
    Reader("spaced groups", _is_before_digits, read_spaced, "The barn holds 1 234 567 sacks."),
    Reader(
        "split groups",
        lambda scan, i: scan.keys[i + 1] == "," and scan.keys[i].isdecimal(),
        read_split,
        "It holds about 1, 400 sacks.",
    ),
    Reader("whole", lambda scan, i: scan.keys[i].isdecimal(), _whole, "The barn holds 12 sacks."),
    Reader("leading point", lambda scan, i: scan.keys[i] == ".", _leading_point, "The loaf weighs .5 ounces."),
    Reader("lone fraction sign", lambda scan, i: scan.keys[i] in VULGAR, _fraction_sign, "The loaf weighs ½ ounce."),
)
