"""Numerals: digits and number words, with scales, to an exact value and the precision of what was written.

`read_cardinal(scan, i)` and `read_ordinal(scan, i)` read at token `i` and look only ahead, a bounded way.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from reconcile.recognise.scan import Scan
from reconcile.rules.numerals import NumeralLexicon

# Longer runs are identifiers, not quantities, and would make arithmetic on them slow.
MAX_DIGITS = 40
HYPHENS = frozenset("-‐‑")
HUNDRED = Decimal(100)
ONE = Decimal(1)


class Numeral(NamedTuple):
    """A number as written: `ulp` is one unit in its last place, `end` the index after its last token."""

    value: Decimal
    ulp: Decimal
    loose_ulp: Decimal
    end: int
    in_words: bool = False
    scale: Decimal = ONE


def read_cardinal(scan: Scan, i: int) -> Numeral | None:
    """The cardinal that begins at token `i`, with the scale words after it."""
    bare = read_digits(scan, i) or read_words(scan, i)
    return None if bare is None else _scaled(scan, bare)


def read_ordinal(scan: Scan, i: int) -> Numeral | None:
    """The ordinal that begins at token `i`: "fifth", "twenty-first", "22nd"."""
    lexicon, tokens = scan.pack.numerals, scan.tokens
    digits = read_digits(scan, i)
    if digits is not None:
        j = digits.end
        if j < len(tokens) and tokens.touches(j) and tokens.keys[j] in lexicon.ordinal_suffixes:
            return digits._replace(end=j + 1)
        return None
    value = lexicon.ordinals.get(tokens.keys[i])
    if value is not None:
        return Numeral(value, ONE, ONE, i + 1, in_words=True)
    tens = lexicon.cardinals.get(tokens.keys[i])
    if tens is not None and tens >= 20:
        j = _after_hyphen(scan, i + 1)
        unit = lexicon.ordinals.get(tokens.keys[j]) if j < len(tokens) else None
        if unit is not None and unit < 10:
            return Numeral(tens + unit, ONE, ONE, j + 1, in_words=True)
    return None


_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_POINTED = re.compile(r"\d+(?:\.\d+)?")


def read_digits(scan: Scan, i: int) -> Numeral | None:
    """Digits at token `i`: 1,234,567.8 or 12,34,567 or 92.4; None for anything else (versions, odd grouping)."""
    key = scan.tokens.keys[i]
    if not key[0].isdigit() or len(key) > MAX_DIGITS:
        return None
    if not (_POINTED.fullmatch(key) or _GROUPED.fullmatch(key) or _INDIAN.fullmatch(key)):
        return None
    value = Decimal(key.replace(",", ""))
    exponent = value.as_tuple().exponent
    ulp = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else ONE
    return Numeral(value, ulp, _loose(value, ulp), i + 1)


def _loose(value: Decimal, ulp: Decimal) -> Decimal:
    """The place of the last digit that is not zero: "500" may be given to the nearest hundred."""
    if ulp < 1 or value == 0:
        return ulp
    digits = str(value)
    return ulp.scaleb(len(digits) - len(digits.rstrip("0")))


def read_words(scan: Scan, i: int) -> Numeral | None:
    """Number words at token `i`: "twenty-five", "one hundred and four", "two hundred thousand"."""
    lexicon, keys = scan.pack.numerals, scan.tokens.keys
    if keys[i] not in lexicon.cardinals:
        return None
    total = Decimal(0)
    j = i
    last = Decimal("Infinity")
    while j < len(keys):
        part = _below_thousand(scan, j)
        if part is None:
            break
        scale = lexicon.scales.get(keys[part.end], ONE) if part.end < len(keys) else ONE
        if scale >= last or scale == HUNDRED:
            break
        total += part.value * scale
        j = part.end + (scale > 1)
        last = scale
        if scale == 1:
            break
        j = _skip_and(scan, j, lexicon)
    if j == i:
        return None
    end = j if keys[j - 1] not in _JOINERS else j - 1
    return Numeral(total, _words_ulp(total), _words_ulp(total), end, in_words=True)


_JOINERS = frozenset({"and"})


def _words_ulp(total: Decimal) -> Decimal:
    return _loose(total, ONE) if total >= 1000 else ONE


def _below_thousand(scan: Scan, i: int) -> Numeral | None:
    lexicon, keys = scan.pack.numerals, scan.tokens.keys
    value = lexicon.cardinals.get(keys[i]) if i < len(keys) else None
    if value is None:
        return None
    j = i + 1
    if value >= 20:
        k = _after_hyphen(scan, j)
        unit = lexicon.cardinals.get(keys[k]) if k < len(keys) else None
        if unit is not None and 0 < unit < 10:
            value, j = value + unit, k + 1
    if j < len(keys) and lexicon.scales.get(keys[j]) == HUNDRED:
        value, j = value * HUNDRED, j + 1
        rest = _below_thousand(scan, _skip_and(scan, j, lexicon))
        if rest is not None and rest.value < HUNDRED:
            value, j = value + rest.value, rest.end
    return Numeral(value, ONE, ONE, j, in_words=True)


def _after_hyphen(scan: Scan, j: int) -> int:
    return j + 1 if j < len(scan.tokens) and scan.tokens.keys[j] in HYPHENS else j


def _skip_and(scan: Scan, j: int, lexicon: NumeralLexicon) -> int:
    keys = scan.tokens.keys
    follows = j + 1 < len(keys) and keys[j] in _JOINERS and keys[j + 1] in lexicon.cardinals
    return j + 1 if follows else j


def _scaled(scan: Scan, bare: Numeral) -> Numeral:
    """Multiplies by the scale words that follow: "3.2 billion", "280m", "2 hundred thousand"."""
    lexicon, tokens = scan.pack.numerals, scan.tokens
    value, j = bare, bare.end
    while j < len(tokens):
        key = tokens.keys[j]
        factor = lexicon.scales.get(key)
        if factor is None and not value.in_words and tokens.touches(j):
            factor = lexicon.glued_scales.get(key)
        if factor is None:
            break
        value = value._replace(
            value=value.value * factor,
            ulp=value.ulp * factor,
            loose_ulp=value.loose_ulp * factor,
            end=j + 1,
            scale=value.scale * factor,
        )
        j += 1
    return value
