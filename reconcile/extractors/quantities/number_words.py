"""Numbers and fractions in words: "twenty-five", "three crore twelve lakh", "two-thirds", "two and a half billion"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.extractors.quantities.amount import HUNDRED, ONE, TEN, ZERO, Numeral, loose
from reconcile.model.tokens import Tokens
from reconcile.text.scan import Scan

HYPHENS = frozenset("-‐‑–—")
_TWENTY = Decimal(20)
# After "hundred and", as many parts as this or more are counted by the hundred too.
_FOUR = Decimal(4)
# Above every scale.
_INFINITE = Decimal("Infinity")
# Digits after a point that are read in words; no text goes on longer.
_SPOKEN_DIGITS = 12
# A denominator of two words has one of these after its tens: "thirty-seconds".
_LAST_UNIT = 9


def read_words(scan: Scan, i: int) -> Numeral | None:
    """Number words at token `i`: "twenty-five", "one hundred and four", "two hundred thousand"."""
    if not words_begin(scan, i):
        return None
    scales = scan.pack.numerals.scales
    total, last, j, end = ZERO, _INFINITE, i, i
    while last > ONE:
        part = _below_thousand(scan, j, first=j == i)
        scale = ONE if part is None else scales.get(scan.keys[part.end], ONE)
        if part is None or scale >= last or scale == HUNDRED or (j > end > i and _is_numerator(scan, part)):
            break
        total, last = total + part.value * scale, scale
        end = part.end + (scale > 1)
        j = _past_and(scan, end, scale)
    return None if end == i else _whole_words(scan, total, last, end)


def words_begin(scan: Scan, i: int) -> bool:
    """Whether number words may begin at token `i`: a cardinal, or an article before a scale ("a million")."""
    lexicon, key = scan.pack.numerals, scan.keys[i]
    return key in lexicon.cardinals or (key in lexicon.articles and scan.keys[i + 1] in lexicon.scales)


def _whole_words(scan: Scan, total: Decimal, scale: Decimal, end: int) -> Numeral:
    """The number whose last scale word is `scale`; it is exact to that scale where it is a multiple of it."""
    whole = Numeral(total, ONE, loose(total, ONE), end, in_words=True, scale=scale)
    if scale > 1 and total % scale == 0:
        whole = whole._replace(ulp=scale, loose_ulp=max(scale, whole.loose_ulp))
    return _pointed(scan, whole) if scan.keys[end] in scan.pack.numerals.points else whole


def _is_numerator(scan: Scan, part: Numeral) -> bool:
    """Whether a part after "and" is that of a fraction: "two hundred and three quarters"."""
    return part.value < TEN and scan.keys[part.end] in scan.pack.numerals.fractions


def _past_and(scan: Scan, end: int, scale: Decimal) -> int:
    """Where the next part of a number stands after one in `scale` that ends before token `end`."""
    keys, lexicon = scan.keys, scan.pack.numerals
    if keys[end] == "," and scale > HUNDRED and _hundreds_follow(scan, end + 1):
        return end + 1
    return end + (keys[end] in lexicon.ands and keys[end + 1] in lexicon.cardinals)


def _hundreds_follow(scan: Scan, j: int) -> bool:
    """Whether hundreds in words follow a comma, as in "two million, three hundred and forty"."""
    keys, lexicon = scan.keys, scan.pack.numerals
    return keys[j] in lexicon.cardinals and lexicon.scales.get(keys[j + 1]) == HUNDRED


def _below_thousand(scan: Scan, i: int, *, first: bool = False) -> Numeral | None:
    lexicon, keys = scan.pack.numerals, scan.keys
    value = ONE if first and keys[i] in lexicon.articles else lexicon.cardinals.get(keys[i])
    if value is None:
        return None
    j = i + 1
    if value >= _TWENTY:
        value, j = _with_unit(scan, value, j)
    if lexicon.scales.get(keys[j]) == HUNDRED:
        value, j = value * HUNDRED, j + 1
        k = j + (keys[j] in lexicon.ands)
        rest = lexicon.cardinals.get(keys[k])
        if rest is not None and _joined(scan, j, k):
            rest, k = _with_unit(scan, rest, k + 1) if rest >= _TWENTY else (rest, k + 1)
            value, j = value + rest, k
    return Numeral(value, ONE, ONE, j, in_words=True)


def _joined(scan: Scan, j: int, k: int) -> bool:
    """Whether what follows "hundred" belongs to it: not in "one hundred and three quarters"."""
    lexicon = scan.pack.numerals
    return k == j or scan.keys[k + 1] not in lexicon.fractions or not 0 < lexicon.cardinals[scan.keys[k]] < _FOUR


def _with_unit(scan: Scan, tens: Decimal, j: int) -> tuple[Decimal, int]:
    k = j + (scan.keys[j] in HYPHENS)
    unit = scan.pack.numerals.cardinals.get(scan.keys[k])
    if unit is not None and 0 < unit < 10:
        return tens + unit, k + 1
    return tens, j


def _pointed(scan: Scan, whole: Numeral) -> Numeral:
    """As in "three point one four", "two point oh five", "six point twenty-five": what is said after the point."""
    lexicon, keys = scan.pack.numerals, scan.keys
    digits, j = "", whole.end + 1
    while len(digits) < _SPOKEN_DIGITS:
        digit = ZERO if keys[j] in lexicon.spoken_zeros else lexicon.cardinals.get(keys[j])
        if digit is None or (digit >= 10 and digits):
            break
        digit, j = _with_unit(scan, digit, j + 1) if digit >= _TWENTY else (digit, j + 1)
        digits += str(digit)
        if digit >= 10:
            break
    if not digits or keys[j - 1] in lexicon.spoken_zeros:
        return whole
    ulp = ONE.scaleb(-len(digits))
    return whole._replace(value=whole.value + Decimal("0." + digits), ulp=ulp, loose_ulp=ulp, end=j)


def read_ordinal_words(scan: Scan, i: int) -> Numeral | None:
    """An ordinal in words at token `i`: "fifth", "twenty-first", "seventythird", "one hundred and fifth"."""
    lexicon, keys = scan.pack.numerals, scan.keys
    value = lexicon.ordinals.get(keys[i])
    if value is not None:
        return Numeral(value, ONE, ONE, i + 1, in_words=True)
    together = lexicon.joined_ordinals.get(keys[i])
    if together is not None:
        return Numeral(together, ONE, ONE, i + 1, in_words=True)
    words = read_words(scan, i)
    if words is None:
        return None
    hyphen = keys[words.end] in HYPHENS
    k = words.end + (hyphen or keys[words.end] in lexicon.ands)
    value = lexicon.ordinals.get(keys[k])
    if value is None or not _completes(words.value, value, tens=hyphen or k == words.end):
        return None
    grown = words.value * value if value >= HUNDRED else words.value + value
    return Numeral(grown, ONE, ONE, k + 1, in_words=True)


def _completes(total: Decimal, last: Decimal, *, tens: bool) -> bool:
    if last >= HUNDRED:
        return total > 1
    if last < 10 and tens and total % 100 >= 20 and total % 10 == 0:
        return True
    return last < HUNDRED and total >= HUNDRED and total % HUNDRED == 0


def read_fraction(scan: Scan, i: int) -> Numeral | None:
    """A fraction at token `i`, with the scale it is taken of: "half", "a third", "three quarters of a million"."""
    lexicon, keys = scan.pack.numerals, scan.keys
    top, j = _numerator(scan, i)
    if top is None:
        return None
    j += keys[j] in HYPHENS
    article = keys[i] in lexicon.articles
    parts = lexicon.fractions.get(keys[j])
    if parts is None:
        return _composite(scan, top, j) if top >= 1 and not article else None
    counted = top == 1 or keys[j] in lexicon.plural_fractions or _is_attributive(scan, j)
    if not counted or _goes_on(scan, j + 1):
        return None
    if article and _is_order_verb(scan, j):
        return None
    value = _split(scan, i, j, parts) or top / parts
    return _of_scale(scan, Numeral(value, ONE, ONE, j + 1, in_words=True, fraction=True))


def _numerator(scan: Scan, i: int) -> tuple[Decimal | None, int]:
    """How many parts a fraction at token `i` has, and where its denominator stands; None where none begins."""
    lexicon, keys = scan.pack.numerals, scan.keys
    if keys[i] in lexicon.articles and keys[i + 1] not in lexicon.scales:
        return ONE, i + 1
    if words_begin(scan, i):
        words = read_words(scan, i)
        return (None, i) if words is None else (words.value, words.end)
    return (ONE, i) if _stands_alone(scan, i) else (None, i)


def _goes_on(scan: Scan, j: int) -> bool:
    """Whether a hyphen at token `j` makes a fraction part of a compound that names no unit: "a third-party"."""
    hyphen = scan.keys[j] in HYPHENS and scan.touches(j) and scan.touches(j + 1)
    return hyphen and not _names_unit(scan, j + 1)


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
    lexicon = scan.pack.numerals
    compares = after in lexicon.comparatives or after.endswith(lexicon.comparative_endings)
    return not compares and not _names_unit(scan, j + 1)


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
    several = lexicon.ordinal_plurals.get(keys[k])
    unit = several or (lexicon.ordinals.get(keys[k]) if top == 1 else None)
    if unit is None or unit > _LAST_UNIT:
        return None
    return Numeral(top / (tens + unit), ONE, ONE, k + 1, in_words=True, fraction=True)


def _stands_alone(scan: Scan, i: int) -> bool:
    """Whether a fraction word without a number or article is one: "half", "quarter million", "tenth of a gallon"."""
    lexicon, key, after = scan.pack.numerals, scan.keys[i], scan.keys[i + 1]
    if key in lexicon.lone_fractions:
        return scan.before(i) not in lexicon.no_half_after
    if key in lexicon.scaled_fractions and (after in lexicon.scales or after in HYPHENS):
        return after not in HYPHENS or _names_unit(scan, i + 2)
    return key in lexicon.fractions and after == "of" and _names_unit(scan, i + 2)


def _is_attributive(scan: Scan, j: int) -> bool:
    """Whether a hyphen joins the fraction word at token `j` to its numerator before a unit: "a three-quarter mile"."""
    return scan.keys[j - 1] in HYPHENS and _names_unit(scan, j + 1 + (scan.keys[j + 1] in HYPHENS))


def _names_unit(scan: Scan, i: int) -> bool:
    """Whether a unit follows: "tenth of a gallon" is a part of one, "tenth of May" is not."""
    i += scan.keys[i] in scan.pack.numerals.articles
    return scan.keys[i] in scan.pack.units.table or scan.keys[i] in scan.pack.numerals.scales


def _of_scale(scan: Scan, part: Numeral) -> Numeral:
    """As in "half a million", "quarter million", "three quarters of a billion", "half a dozen"."""
    lexicon, keys = scan.pack.numerals, scan.keys
    j = part.end
    k = j + (keys[j] == "of")
    k += keys[k] in lexicon.articles or keys[k] in HYPHENS
    scale = lexicon.scales.get(keys[k]) or lexicon.lone_groups.get(keys[k])
    if scale is None:
        return part
    whole = part.times(scale, k + 1)
    return whole._replace(fraction=False, ulp=whole.value, loose_ulp=whole.value)


def with_fraction(scan: Scan, number: Numeral) -> Numeral:
    """As in "two and a half", "2-and-a-half", "one million and a half"; a scale may follow: "two and a half dozen"."""
    lexicon, keys = scan.pack.numerals, scan.keys
    j = number.end
    hyphens = keys[j] in HYPHENS and keys[j + 2] in HYPHENS and scan.touches(j)
    j += hyphens
    if keys[j] not in lexicon.ands:
        return number
    part = read_part(scan, j + 1 + hyphens)
    if part is None or keys[part.end] == "of":
        return number
    if number.scale > 1 and keys[part.end] in lexicon.scales:
        return number._replace(value=number.value + part.value * lexicon.scales[keys[part.end]], end=part.end + 1)
    value = number.value + part.value * number.scale
    grown = number._replace(value=value, end=part.end, fraction=number.scale == 1, plain=False)
    return _then_scale(scan, grown) if number.scale == 1 else grown._replace(ulp=number.scale / 2)


def read_part(scan: Scan, i: int) -> Numeral | None:
    """As in "a half", "three quarters", after "and"; the part must be below one."""
    lexicon, keys = scan.pack.numerals, scan.keys
    article = keys[i] in lexicon.articles
    words = None if article else read_words(scan, i)
    if words is None and not article:
        return None
    top, j = (ONE, i + 1) if words is None else (words.value, words.end)
    j += keys[j] in HYPHENS
    parts = lexicon.fractions.get(keys[j])
    if parts is None or top >= parts:
        return None
    return Numeral(top / parts, ONE, ONE, j + 1)


def _then_scale(scan: Scan, number: Numeral) -> Numeral:
    lexicon, key = scan.pack.numerals, scan.keys[number.end]
    scale = lexicon.scales.get(key) or lexicon.scaling_groups.get(key)
    if scale is None:
        return number
    return number.times(scale, number.end + 1)._replace(fraction=False, ulp=scale / 10, loose_ulp=scale / 2)
