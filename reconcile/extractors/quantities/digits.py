"""Numbers in digits: 1,234,567.8 and 12,34,567 and 1.234,5 and .5, fractions, powers and scientific notation.

Grouped digits torn by a space after the comma, as copied text has them: "about 1, 400 barns", "$30, 000".
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from reconcile.extractors.quantities.amount import ONE, TEN, Numeral, PlacedNumber, loose
from reconcile.text.scan import Reader, Scan, read_first

# Digits of a group: 1 234 567.
GROUP = 3
THOUSANDS = "000"
# The longest hedge or currency before a number, in tokens.
REACH = 3
# Digits. Longer runs are identifiers, not quantities, and would make arithmetic on them slow.
MAX_DIGITS = 40
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
# A group that ends a number with decimals: the 567.8 of 1 234 567.8.
_POINTED_GROUP = re.compile(r"\d{3}(?:\.\d++|,\d\d?)")
# How digits with signs between them are written, and the signs that only group them; a comma left over is the point.
_SEPARATED: tuple[tuple[re.Pattern[str], str], ...] = (
    (_POINTED, ""),
    (re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?"), ","),
    (re.compile(r"\d{1,2}(?:,\d{2}(?=,))++,\d{3}(?:\.\d++)?"), ","),
    (re.compile(r"\d{1,3}(?:\.\d{3})*+,\d++|\d{1,3}(?:\.\d{3}){2,}+"), "."),
    (re.compile(r"\d++,\d++"), ""),
)
# Spaces that group digits (ISO 80000-1); an ordinary space needs two groups before it is believed.
_GROUP_SPACES = frozenset("\u202f\u00a0\u2009")
_APOSTROPHES = frozenset("'’")
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
    if len(key) > MAX_DIGITS:
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
    digits = scan.keys[i + 1]
    if not digits.isdecimal() or len(digits) > MAX_DIGITS or not scan.touches(i + 1) or _ends_before(scan, i):
        return None
    value = Decimal("0." + digits)
    ulp = ONE.scaleb(-len(digits))
    return Numeral(value, ulp, ulp, i + 2)


def _ends_before(scan: Scan, i: int) -> bool:
    """Whether a point touches what ends before it: a full stop, the point of "1.5"; not a sign: "-.5", "$.75"."""
    return scan.touches(i) and scan.before(i) not in MINUS and scan.before(i) not in scan.pack.currencies.prefix


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


def _spaced(scan: Scan, i: int) -> Numeral | None:
    """Groups of three with spaces between, the last perhaps with decimals: 1 234 567, 1 234.5."""
    keys = scan.keys
    digits, j, narrow = keys[i], i + 1, True
    if len(digits) > GROUP:
        return None
    while _is_group(keys[j]) and len(digits) < MAX_DIGITS and len(gap := scan.tokens.gap(j)) == 1:
        narrow = narrow and gap in _GROUP_SPACES
        digits += keys[j]
        j += 1
    pointed = _POINTED_GROUP.fullmatch(keys[j]) is not None and len(scan.tokens.gap(j)) == 1
    if j == i + 1:
        believed = pointed and scan.tokens.gap(j) in _GROUP_SPACES
    else:
        believed = narrow or j + pointed > i + 2 or keys[i + 1] == THOUSANDS
    if not believed:
        return None
    if pointed:
        ulp = ONE.scaleb(GROUP + 1 - len(keys[j]))
        return Numeral(Decimal(digits + keys[j].replace(",", ".")), ulp, ulp, j + 1)
    value = Decimal(digits)
    return Numeral(value, ONE, loose(value, ONE), j)


def _is_group(key: str) -> bool:
    return len(key) == GROUP and key.isdecimal()


def _split_groups(scan: Scan, i: int) -> Numeral | None:
    """The number whose first group is token `i`; None for a list ("5, 120 and 7") or where nothing tells.

    A group of three zeros is no number of its own; any other is believed after a hedge or a currency, which take one
    number and no list.
    """
    digits, j = scan.keys[i], i
    while len(digits) <= GROUP * GROUP and _group_follows(scan, j):
        digits += scan.keys[j + 2]
        j += 2
    if j == i or len(scan.keys[i]) > GROUP or scan.keys[i][0] == "0" or _list_goes_on(scan, j):
        return None
    if not (scan.keys[i + 2] == THOUSANDS or _announced(scan, i)):
        return None
    value = Decimal(digits)
    return Numeral(value, ONE, loose(value, ONE), j + 1)


def _apostrophes(scan: Scan, i: int) -> Numeral | None:
    """Groups of three with apostrophes between, as Switzerland writes them: 1'234'567, 1’234.50."""
    keys, digits, j = scan.keys, scan.keys[i], i + 1
    if len(digits) > GROUP or digits[0] == "0":
        return None
    while keys[j] in _APOSTROPHES and scan.touches(j) and scan.touches(j + 1) and _is_group(keys[j + 1][:GROUP]):
        digits, j = digits + keys[j + 1], j + 2
        if not keys[j - 1].isdecimal():
            break
    if j == i + 1 or len(digits) > MAX_DIGITS or (scan.touches(j) and keys[j] in _APOSTROPHES):
        return None
    whole, _, decimals = digits.partition(".")
    if not whole.isdecimal() or (len(whole) - len(keys[i])) % GROUP or (decimals and not decimals.isdecimal()):
        return None
    value, ulp = Decimal(digits), ONE.scaleb(-len(decimals))
    return Numeral(value, ulp, loose(value, ulp), j)


def _group_follows(scan: Scan, j: int) -> bool:
    """Whether a comma that touches token `j`, one space and three digits follow it."""
    group = scan.keys[j + 2] if scan.keys[j + 1] == "," else ""
    return _is_group(group) and scan.touches(j + 1) and scan.tokens.gap(j + 2) == " "


def _list_goes_on(scan: Scan, j: int) -> bool:
    """Whether another number of a list follows token `j`: ", 120", "and 7"."""
    joins = scan.keys[j + 1] == "," or scan.keys[j + 1] in scan.pack.numerals.choices
    return joins and scan.keys[j + 2][:1].isdecimal()


def _announced(scan: Scan, i: int) -> bool:
    """Whether a hedge or a currency ends right before token `i`."""
    for k in range(max(0, i - REACH), i):
        for table in (scan.pack.hedges.all_before, scan.pack.currencies.prefix):
            found = table.match(scan.tokens, k)
            if found is not None and found[1] == i:
                return True
    return False


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
    Reader("mixed", _may_be_mixed, _mixed, "The loaf weighs 2 1/4 ounces."),
    Reader("spaced groups", _is_before_digits, _spaced, "The barn holds 1 234 567 sacks."),
    Reader(
        "apostrophes",
        lambda scan, i: scan.keys[i].isdecimal() and scan.keys[i + 1] in _APOSTROPHES,
        _apostrophes,
        "The barn holds 1'234'567 sacks.",
    ),
    Reader(
        "split groups",
        lambda scan, i: scan.keys[i + 1] == "," and scan.keys[i].isdecimal(),
        _split_groups,
        "It holds about 1, 400 sacks.",
    ),
    Reader("whole", lambda scan, i: scan.keys[i].isdecimal(), _whole, "The barn holds 12 sacks."),
    Reader("leading point", lambda scan, i: scan.keys[i] == ".", _leading_point, "The loaf weighs .5 ounces."),
    Reader("lone fraction sign", lambda scan, i: scan.keys[i] in VULGAR, _fraction_sign, "The loaf weighs ½ ounce."),
)
