"""Fractions in words: "half", "two-thirds", "a quarter of a million", "two and a half billion"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.model.tokens import Tokens
from reconcile.recognise.digits import VULGAR, vulgar
from reconcile.recognise.number_words import ARTICLES, HYPHENS, read_ordinal_words, read_words
from reconcile.recognise.numeral import HUNDRED, ONE, TEN, Numeral
from reconcile.recognise.scan import Scan

_TWENTY = Decimal(20)


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
    if keys[i] in ARTICLES and _orders(scan, j):
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


def _orders(scan: Scan, j: int) -> bool:
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
