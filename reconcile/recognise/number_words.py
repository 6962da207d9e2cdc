"""Numbers in words: "twenty-five", "one hundred and four", "three crore twelve lakh", "a hundred", "two point five"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.recognise.numeral import HUNDRED, ONE, Numeral, loose
from reconcile.recognise.scan import Scan

HYPHENS = frozenset("-‐‑–—")
ARTICLES = frozenset({"a", "an"})
ANDS = frozenset({"and", "&"})
_TWENTY = Decimal(20)
_INFINITE = Decimal("Infinity")


def read_words(scan: Scan, i: int) -> Numeral | None:
    """Number words at token `i`: "twenty-five", "one hundred and four", "two hundred thousand"."""
    keys, lexicon = scan.keys, scan.pack.numerals
    if keys[i] not in lexicon.cardinals and not (keys[i] in ARTICLES and lexicon.scales.get(keys[i + 1])):
        return None
    total = Decimal(0)
    last = _INFINITE
    j = end = i
    while True:
        part = _below_thousand(scan, j, first=j == i)
        if part is None:
            break
        scale = lexicon.scales.get(keys[part.end], ONE)
        if scale >= last or scale == HUNDRED:
            break
        if j > end and end > i and part.value < 10 and keys[part.end] in lexicon.fractions:
            break
        total += part.value * scale
        end = part.end + (scale > 1)
        last = scale
        if scale == 1:
            break
        j = end + (keys[end] in ANDS and keys[end + 1] in lexicon.cardinals)
        if keys[end] == "," and scale > HUNDRED and _goes_on(scan, end + 1):
            j = end + 1
    if end == i:
        return None
    whole = Numeral(total, ONE, loose(total, ONE), end, in_words=True, scale=last if last != _INFINITE else ONE)
    if whole.scale > 1 and total == whole.scale * (total // whole.scale):
        whole = whole._replace(ulp=whole.scale, loose_ulp=max(whole.scale, whole.loose_ulp))
    return _pointed(scan, whole) if keys[end] in lexicon.points else whole


def _goes_on(scan: Scan, j: int) -> bool:
    """Whether hundreds in words follow a comma, as in "two million, three hundred and forty"."""
    keys, lexicon = scan.keys, scan.pack.numerals
    return keys[j] in lexicon.cardinals and lexicon.scales.get(keys[j + 1]) == HUNDRED


def _below_thousand(scan: Scan, i: int, *, first: bool = False) -> Numeral | None:
    lexicon, keys = scan.pack.numerals, scan.keys
    value = ONE if first and keys[i] in ARTICLES else lexicon.cardinals.get(keys[i])
    if value is None:
        return None
    j = i + 1
    if value >= _TWENTY:
        value, j = _with_unit(scan, value, j)
    if lexicon.scales.get(keys[j]) == HUNDRED:
        value, j = value * HUNDRED, j + 1
        k = j + (keys[j] in ANDS)
        rest = lexicon.cardinals.get(keys[k])
        if rest is not None and _joined(scan, j, k):
            rest, k = _with_unit(scan, rest, k + 1) if rest >= _TWENTY else (rest, k + 1)
            value, j = value + rest, k
    return Numeral(value, ONE, ONE, j, in_words=True)


def _joined(scan: Scan, j: int, k: int) -> bool:
    """Whether what follows "hundred" belongs to it: not in "one hundred and three quarters"."""
    return k == j or scan.keys[k + 1] not in scan.pack.numerals.fractions or scan.keys[k] not in ("one", "three", "two")


def _with_unit(scan: Scan, tens: Decimal, j: int) -> tuple[Decimal, int]:
    k = j + (scan.keys[j] in HYPHENS)
    unit = scan.pack.numerals.cardinals.get(scan.keys[k])
    if unit is not None and 0 < unit < 10:
        return tens + unit, k + 1
    return tens, j


def _pointed(scan: Scan, whole: Numeral) -> Numeral:
    """As in "three point one four": single digits in words after the point."""
    cardinals, keys = scan.pack.numerals.cardinals, scan.keys
    digits, j = "", whole.end + 1
    while len(digits) < 12:
        digit = cardinals.get(keys[j])
        if digit is None or (digit >= 10 and digits):
            break
        digits += str(digit)
        j += 1
        if digit >= 10:
            break
    if not digits:
        return whole
    ulp = ONE.scaleb(-len(digits))
    return whole._replace(value=whole.value + Decimal("0." + digits), ulp=ulp, loose_ulp=ulp, end=j)


def read_ordinal_words(scan: Scan, i: int) -> Numeral | None:
    """An ordinal in words at token `i`: "fifth", "twenty-first", "seventythird", "one hundred and fifth"."""
    lexicon, keys = scan.pack.numerals, scan.keys
    value = lexicon.ordinals.get(keys[i])
    if value is not None:
        return Numeral(value, ONE, ONE, i + 1, in_words=True)
    if keys[i] not in lexicon.cardinals and keys[i] not in ARTICLES:
        return _run_together(scan, i)
    total, j = Decimal(0), i
    words = read_words(scan, i)
    if words is not None:
        total, j = words.value, words.end
        k = j + (keys[j] in HYPHENS or keys[j] == "and")
        value = lexicon.ordinals.get(keys[k])
        if value is not None and _completes(total, value, tens=keys[j] in HYPHENS or k == j):
            grown = total * value if value >= HUNDRED else total + value
            return Numeral(grown, ONE, ONE, k + 1, in_words=True)
    return None


def _completes(total: Decimal, last: Decimal, *, tens: bool) -> bool:
    if last >= HUNDRED:
        return total > 1
    if last < 10 and tens and total % 100 >= 20 and total % 10 == 0:
        return True
    return last < HUNDRED and total >= HUNDRED and total % HUNDRED == 0


def _run_together(scan: Scan, i: int) -> Numeral | None:
    """As in "seventythird" in one word."""
    lexicon, key = scan.pack.numerals, scan.keys[i]
    cut = key.find("ty") + 2
    tens, unit = lexicon.cardinals.get(key[:cut]), lexicon.ordinals.get(key[cut:])
    if cut < 5 or tens is None or unit is None or unit >= 10:
        return None
    return Numeral(tens + unit, ONE, ONE, i + 1, in_words=True)


__all__ = ["ARTICLES", "HYPHENS", "read_ordinal_words", "read_words"]
