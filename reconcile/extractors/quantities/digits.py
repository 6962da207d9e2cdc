"""Numbers in digits: 1,234,567.8 and 12,34,567 and 1.234,5 and .5, fractions, powers and scientific notation.

Grouped digits torn by a space after the comma, as copied text has them: "about 1, 400 barns", "$30, 000".
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from reconcile.extractors.quantities.amount import ONE, TEN, Numeral, loose
from reconcile.text.scan import Scan

GROUP = 3
THOUSANDS = "000"
# The longest hedge or currency before a number, in tokens.
REACH = 3


def join_split_digits(scan: Scan, i: int, bare: Numeral) -> Numeral | None:
    """The number whose first group is token `i`; None for a list ("5, 120 and 7"), a date, or where nothing tells.

    A group of three zeros is no number of its own; any other is believed after a hedge or a currency, which take one
    number and no list.
    """
    digits, j = scan.keys[i], i
    while len(digits) <= GROUP * GROUP and _group(scan, j):
        digits += scan.keys[j + 2]
        j += 2
    listed = scan.keys[j + 1] in (",", "and", "or") and scan.keys[j + 2][:1].isdecimal()
    if j == i or len(scan.keys[i]) > GROUP or scan.keys[i][0] == "0" or listed or _in_list(scan, i):
        return None
    if not (scan.keys[i + 2] == THOUSANDS or _announced(scan, i)):
        return None
    value = Decimal(digits)
    return bare._replace(value=value, loose_ulp=loose(value, ONE), end=j + 1, plain=False)


def _group(scan: Scan, j: int) -> bool:
    """Whether a comma that touches token `j`, one space and three digits follow it."""
    group = scan.keys[j + 2] if scan.keys[j + 1] == "," else ""
    return len(group) == GROUP and group.isdecimal() and scan.touches(j + 1) and scan.tokens.gap(j + 2) == " "


def _in_list(scan: Scan, i: int) -> bool:
    """Whether a list or a date goes on at token `i`: "5, 1, 000", "May 1, 000"."""
    before = scan.before(i)
    return before in scan.pack.times.months or (before == "," and i > 1 and scan.keys[i - 2][:1].isdecimal())


def _announced(scan: Scan, i: int) -> bool:
    """Whether a hedge or a currency ends right before token `i`."""
    for k in range(max(0, i - REACH), i):
        for table in (scan.pack.hedges.before, scan.pack.currencies.prefix):
            found = table.match(scan.tokens, k)
            if found is not None and found[1] == i:
                return True
    return False


# Longer runs are identifiers, not quantities, and would make arithmetic on them slow.
MAX_DIGITS = 40
MAX_POWER = 60
MINUS = frozenset("-−–")
VULGAR = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒")
# No day of a month is later: 1/40 can be no date.
_LAST_DAY = 31
# Parts that are written with a slash; 9/11 and 24/7 are something else.
_PARTS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 1000, 10000})
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2}(?=,))++,\d{3}(?:\.\d++)?")
_POINTED = re.compile(r"\d++\.\d++")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})*+,\d++|\d{1,3}(?:\.\d{3}){2,}+")
_DECIMAL_COMMA = re.compile(r"\d++,\d++")
# Spaces that group digits (ISO 80000-1); an ordinary space needs two groups before it is believed.
_GROUP_SPACES = frozenset("\u202f\u00a0\u2009")
_AFTER = frozenset({"/", "^", "e", "x", "×", "*", "⁄"}) | VULGAR


def read_digits(scan: Scan, i: int) -> Numeral | None:
    """Digits at token `i`; None for anything else (versions, odd grouping, endless runs)."""
    key = scan.keys[i]
    if not key[:1].isdecimal():
        if key == ".":
            return _leading_point(scan, i)
        return _vulgar(scan, i) if key in VULGAR else None
    if len(key) > MAX_DIGITS:
        return None
    if key.isdecimal():
        value = Decimal(key)
        bare = Numeral(value, ONE, loose(value, ONE), i + 1, plain=True)
        after = scan.keys[i + 1]
        if after[:1].isdecimal() and len(after) <= MAX_DIGITS:
            bare = _spaced(scan, i, bare) or bare
        elif after == ",":
            bare = join_split_digits(scan, i, bare) or bare
    else:
        number = _separated(key)
        if number is None:
            return None
        bare = number._replace(end=i + 1)
    return _continued(scan, i, bare) if scan.keys[bare.end] in _AFTER or bare.plain else bare


def _separated(key: str) -> Numeral | None:
    if _POINTED.fullmatch(key):
        text = key
    elif _GROUPED.fullmatch(key) or _INDIAN.fullmatch(key):
        text = key.replace(",", "")
    elif _CONTINENTAL.fullmatch(key):
        text = key.replace(".", "").replace(",", ".")
    elif _DECIMAL_COMMA.fullmatch(key):
        text = key.replace(",", ".")
    else:
        return None
    value = Decimal(text)
    point = text.find(".")
    ulp = ONE if point < 0 else ONE.scaleb(point + 1 - len(text))
    return Numeral(value, ulp, loose(value, ulp), 0)


def _leading_point(scan: Scan, i: int) -> Numeral | None:
    digits = scan.keys[i + 1]
    if not digits.isdecimal() or len(digits) > MAX_DIGITS or not scan.touches(i + 1) or scan.touches(i):
        return None
    value = Decimal("0." + digits)
    ulp = ONE.scaleb(-len(digits))
    return Numeral(value, ulp, ulp, i + 2)


def _vulgar(scan: Scan, i: int) -> Numeral:
    value = vulgar(scan.keys[i])
    return Numeral(value, ONE, ONE, i + 1, fraction=True)


def vulgar(sign: str) -> Decimal:
    """The value of a vulgar fraction sign, thirds and their like to twelve places."""
    return Decimal(str(round(unicodedata.numeric(sign), 12)))


def ratio(numerator: Decimal, parts: Decimal) -> Decimal:
    """`numerator / parts`; the context of `decimal` decides the places, as everywhere."""
    return numerator / parts


def _spaced(scan: Scan, i: int, bare: Numeral) -> Numeral | None:
    """Groups of three with spaces between: 1 234 567; and a fraction after a whole number: 2 1/4."""
    mixed = _mixed(scan, i)
    if mixed is not None:
        return mixed
    if len(scan.keys[i]) > 3:
        return None
    digits, j, narrow = scan.keys[i], i + 1, True
    while len(scan.keys[j]) == 3 and scan.keys[j].isdecimal() and len(digits) < MAX_DIGITS:
        gap = scan.tokens.gap(j)
        if len(gap) != 1:
            break
        narrow = narrow and gap in _GROUP_SPACES
        digits += scan.keys[j]
        j += 1
    if j == i + 1 or not (narrow or j >= i + 3 or scan.keys[i + 1] == "000"):
        tail = scan.keys[i + 1]
        if not (
            len(tail) > 4 and tail[3] == "." and _POINTED.fullmatch(tail) and scan.tokens.gap(i + 1) in _GROUP_SPACES
        ):
            return None
    tail = scan.keys[j]
    if len(tail) > 4 and tail[3] == "." and _POINTED.fullmatch(tail) and len(scan.tokens.gap(j)) == 1:
        value = Decimal(digits + tail)
        ulp = ONE.scaleb(4 - len(tail))
        return Numeral(value, ulp, ulp, j + 1)
    value = Decimal(digits)
    return bare._replace(value=value, loose_ulp=loose(value, ONE), end=j, plain=False)


def _mixed(scan: Scan, i: int) -> Numeral | None:
    part = _slashed(scan, i + 1)
    if part is None or scan.touches(i + 1) or part.value >= 1:
        return None
    return part._replace(value=Decimal(scan.keys[i]) + part.value)


def _slashed(scan: Scan, i: int) -> Numeral | None:
    """3/4: two whole numbers with a slash, and no third."""
    keys = scan.keys
    low = keys[i + 2]
    if keys[i + 1] not in ("/", "⁄") or not low.isdecimal() or not keys[i].isdecimal() or len(low) > 5:
        return None
    if (
        len(keys[i]) > 5
        or not (scan.touches(i + 1) and scan.touches(i + 2))
        or not (int(low) in _PARTS or max(int(keys[i]), _LAST_DAY) < int(low))
    ):
        return None
    if (scan.touches(i + 3) and keys[i + 3] in ("/", "-") and keys[i + 4][:1].isdecimal()) or (
        scan.touches(i) and scan.before(i) in ("/", "-") and scan.touches(i - 1)
    ):
        return None
    value = ratio(Decimal(keys[i]), Decimal(low))
    return Numeral(value, ONE, ONE, i + 3, fraction=True)


def _continued(scan: Scan, i: int, bare: Numeral) -> Numeral:
    """What may follow plain digits at once: a fraction sign, a slash, an exponent, a power of ten."""
    after, j = scan.keys[bare.end], bare.end
    if after in VULGAR:
        return bare._replace(value=bare.value + vulgar(after), end=j + 1, fraction=True, plain=False)
    if after in ("/", "⁄"):
        return _slashed(scan, i) or bare
    if after == "e" and scan.touches(j):
        power = _power(scan, j + 1)
        return bare if power is None else _raised(bare, TEN, power)
    if after == "^":
        power = _power(scan, j + 1)
        return bare if power is None else _to_power(bare, power)
    if after in ("x", "×", "*"):
        base = scan.keys[j + 1]
        if base in ("10", "2"):
            k = j + 2 + (scan.keys[j + 2] == "^")
            power = _power(scan, k) if scan.touches(j + 2) else None
            if power is not None:
                return _raised(bare, Decimal(base), power)
    return bare


def _power(scan: Scan, j: int) -> tuple[int, int] | None:
    """A signed whole exponent at `j` and the index after it."""
    negative = scan.keys[j] in MINUS
    k = j + (negative or scan.keys[j] == "+")
    digits = scan.keys[k]
    if not digits.isdecimal() or len(digits) > 2 or int(digits) > MAX_POWER or not scan.touches(k):
        return None
    return (-int(digits) if negative else int(digits)), k + 1


def _raised(bare: Numeral, base: Decimal, power: tuple[int, int]) -> Numeral:
    return bare.times(base ** power[0], power[1])


def _to_power(bare: Numeral, power: tuple[int, int]) -> Numeral:
    if bare.value == 0 or bare.value.adjusted() * power[0] > MAX_POWER:
        return bare
    return bare._replace(value=bare.value ** power[0], end=power[1], plain=False)
