"""Numbers and fractions in words: "twenty-five", "three crore twelve lakh", "two-thirds", "two and a half billion"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.extractors.quantities.amount import HUNDRED, ONE, TEN, Numeral, loose
from reconcile.extractors.quantities.digits import VULGAR, vulgar
from reconcile.model.tokens import Tokens
from reconcile.text.scan import Scan

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
        if keys[end] == "," and scale > HUNDRED and _hundreds_follow(scan, end + 1):
            j = end + 1
    if end == i:
        return None
    whole = Numeral(total, ONE, loose(total, ONE), end, in_words=True, scale=last if last != _INFINITE else ONE)
    if whole.scale > 1 and total == whole.scale * (total // whole.scale):
        whole = whole._replace(ulp=whole.scale, loose_ulp=max(whole.scale, whole.loose_ulp))
    return _pointed(scan, whole) if keys[end] in lexicon.points else whole


def _hundreds_follow(scan: Scan, j: int) -> bool:
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


def read_fraction(scan: Scan, i: int) -> Numeral | None:
    """A fraction at token `i`, with the scale it is taken of: "half", "a third", "three quarters of a million"."""
    lexicon, keys = scan.pack.numerals, scan.keys
    if keys[i] in ARTICLES and keys[i + 1] not in lexicon.scales:
        top, j = ONE, i + 1
    elif keys[i] in lexicon.cardinals or keys[i] in ARTICLES:
        words = read_words(scan, i)
        if words is None:
            return None
        top, j = words.value, words.end
    elif _stands_alone(scan, i):
        top, j = ONE, i
    else:
        return None
    j += keys[j] in HYPHENS
    parts = lexicon.fractions.get(keys[j])
    if parts is None and top >= 1 and keys[i] not in ARTICLES:
        return _composite(scan, top, j)
    if parts is None or (keys[j] not in lexicon.plural_fractions and top != 1):
        return None
    if keys[j + 1] in HYPHENS and scan.touches(j + 1) and scan.touches(j + 2) and not _names_unit(scan, j + 2):
        return None
    if keys[i] in ARTICLES and _is_order_verb(scan, j):
        return None
    value = _split(scan, i, j, parts) or top / parts
    return _of_scale(scan, Numeral(value, ONE, ONE, j + 1, in_words=True, fraction=True))


def _split(scan: Scan, i: int, j: int, parts: Decimal) -> Decimal | None:
    """As in "one hundred thirty fifths": the denominator is as long as it can be, thirty-fifths of a hundred."""
    for k in range(i + 1, j):
        under = read_words(scan, k) if scan.keys[k] in scan.pack.numerals.cardinals else None
        if under is None or under.end != j or not parts < TEN or under.value % TEN:
            continue
        over = Scan(Tokens(scan.text[scan.starts[i] : scan.ends[k - 1]]), scan.pack)
        top = read_words(over, 0)
        if top is not None and top.end == over.n:
            return top.value / (under.value + parts)
    return None


def _is_order_verb(scan: Scan, j: int) -> bool:
    """Whether an ordinal after an article counts the noun that follows: "a third term", but not "a third more"."""
    after = scan.keys[j + 1]
    if scan.keys[j] not in scan.pack.numerals.ordinals or not after.isalpha() or after in scan.pack.nouns.stops:
        return False
    if _is_verb(scan, j + 1):
        return False
    return not (after.endswith("er") or after in ("more", "less")) and not _names_unit(scan, j + 1)


def _is_verb(scan: Scan, j: int) -> bool:
    """Whether token `j` is the verb of a clause, as far as the word after it tells: "a third agreed."."""
    language, after = scan.pack.language, scan.keys[j + 1]
    if scan.keys[j] not in language.lemmas or scan.keys[j] in language.noun_first:
        return False
    return not after.isalpha() or after in scan.pack.nouns.stops


def _composite(scan: Scan, top: Decimal, j: int) -> Numeral | None:
    """A denominator of two words: "seven thirty-seconds", "three twenty-firsts"."""
    lexicon, keys = scan.pack.numerals, scan.keys
    tens = lexicon.cardinals.get(keys[j])
    if tens is None or tens < _TWENTY:
        whole = read_ordinal_words(scan, j) if top == 1 and tens is not None else None
        if whole is None or whole.value <= HUNDRED:
            return None
        return Numeral(top / whole.value, ONE, ONE, whole.end, in_words=True, fraction=True)
    k = j + 1 + (keys[j + 1] in HYPHENS)
    unit = lexicon.ordinals.get(keys[k].removesuffix("s"))
    if unit is None or unit > 9 or not (keys[k].endswith("s") or top == 1):
        return None
    return Numeral(top / (tens + unit), ONE, ONE, k + 1, in_words=True, fraction=True)


def _stands_alone(scan: Scan, i: int) -> bool:
    """Whether a fraction word without a number or article is one: "half", "quarter million", "tenth of a gallon"."""
    key, after = scan.keys[i], scan.keys[i + 1]
    if key == "half":
        return scan.before(i) not in scan.pack.numerals.no_half_after
    if key == "quarter" and (after in scan.pack.numerals.scales or after in HYPHENS):
        return after not in HYPHENS or _names_unit(scan, i + 2)
    return key in scan.pack.numerals.fractions and after == "of" and _names_unit(scan, i + 2)


def _names_unit(scan: Scan, i: int) -> bool:
    """Whether a unit follows: "tenth of a gallon" is a part of one, "tenth of May" is not."""
    i += scan.keys[i] in ARTICLES
    return scan.keys[i] in scan.pack.units.table or scan.keys[i] in scan.pack.numerals.scales


def _of_scale(scan: Scan, part: Numeral) -> Numeral:
    """As in "half a million", "quarter million", "three quarters of a billion", "half a dozen"."""
    lexicon, keys = scan.pack.numerals, scan.keys
    j = part.end
    k = j + (keys[j] == "of")
    k += keys[k] in ARTICLES or keys[k] in HYPHENS
    scale = lexicon.scales.get(keys[k]) or lexicon.groups.get(keys[k])
    if scale is None or (keys[k] in lexicon.groups and keys[k] != "dozen"):
        return part
    whole = part.times(scale, k + 1)
    return whole._replace(fraction=False, ulp=whole.value, loose_ulp=whole.value)


def with_fraction(scan: Scan, number: Numeral) -> Numeral:
    """As in "two and a half", "one million and a half"; a scale may follow, as in "two and a half billion"."""
    lexicon, keys = scan.pack.numerals, scan.keys
    j = number.end
    if keys[j] in VULGAR and number.scale == 1:
        number = number._replace(value=number.value + vulgar(keys[j]), end=j + 1, fraction=True, plain=False)
        return _then_scale(scan, number)
    if keys[j] != "and":
        return number
    part = _part(scan, j + 1)
    if part is None:
        return number
    if number.scale > 1 and keys[part.end] in lexicon.scales:
        return number._replace(value=number.value + part.value * lexicon.scales[keys[part.end]], end=part.end + 1)
    value = number.value + part.value * number.scale
    grown = number._replace(value=value, end=part.end, fraction=number.scale == 1, plain=False)
    return _then_scale(scan, grown) if number.scale == 1 else grown._replace(ulp=number.scale / 2)


def _part(scan: Scan, i: int) -> Numeral | None:
    """As in "a half", "three quarters", after "and"; the part must be below one."""
    lexicon, keys = scan.pack.numerals, scan.keys
    words = None if keys[i] in ARTICLES else read_words(scan, i)
    if words is None and keys[i] not in ARTICLES:
        return None
    top, j = (ONE, i + 1) if words is None else (words.value, words.end)
    j += keys[j] in HYPHENS
    parts = lexicon.fractions.get(keys[j])
    if parts is None or top >= parts or keys[j + 1] == "of":
        return None
    return Numeral(top / parts, ONE, ONE, j + 1)


def _then_scale(scan: Scan, number: Numeral) -> Numeral:
    scale = scan.pack.numerals.scales.get(scan.keys[number.end])
    if scale is None:
        return number
    return number.times(scale, number.end + 1)._replace(fraction=False, ulp=scale / 10, loose_ulp=scale / 2)
