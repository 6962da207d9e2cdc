"""Numerals: digits and number words, with scales, to an exact value and the precision of what was written.

Readers look only ahead, a bounded way; each returns None where no number of its kind begins.

Numbers listed with bare commas: "lots 22,24,26" are three numbers, where "22,240,260" is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reconcile.extractors.quantities.amount import HUNDRED, ONE, Numeral, loose
from reconcile.extractors.quantities.digits import VULGAR, read_digits
from reconcile.extractors.quantities.number_words import (
    read_fraction,
    read_ordinal_words,
    read_words,
    with_fraction,
    words_begin,
)
from reconcile.model.mention import Kind, Mention
from reconcile.model.span import Span
from reconcile.model.value import Interval, Value
from reconcile.rules.numerals import VagueWord
from reconcile.text.scan import Reader, Scan, read_first

# What a number may begin with besides digits and words.
NUMBER_SIGNS = VULGAR | {"."}
_THOUSAND = Decimal(1000)
# More scale words than this follow no number: "two hundred thousand million".
_SCALES = 4
# Digits after the word "point".
_POINT_DIGITS = 6
# Three numbers or more with bare commas between them.
_LIST = re.compile(r"[1-9]\d{0,2}(?:,[1-9]\d{0,2}){2,12}")


def read_cardinal(scan: Scan, i: int) -> Numeral | None:
    """The cardinal that begins at token `i`, with the scale words after it."""
    return scan.once("cardinal", _cardinal, i)


def _cardinal(scan: Scan, i: int) -> Numeral | None:
    bare = read_first(CARDINALS, scan, i)
    return None if bare is None else scaled(scan, bare)


def read_ordinal(scan: Scan, i: int) -> Numeral | None:
    """The ordinal that begins at token `i`: "fifth", "twenty-first", "22nd"."""
    if not scan.keys[i][:1].isdecimal():
        return read_ordinal_words(scan, i)
    j = i + 1
    if scan.keys[j] in scan.pack.numerals.ordinal_suffixes and scan.touches(j):
        digits = read_digits(scan, i)
        return None if digits is None or digits.end != j else digits._replace(end=j + 1)
    return None


def read_number(scan: Scan, i: int, *, money: bool = False) -> Numeral | None:
    """Any number at token `i`: cardinals, fractions, dozens, "half a million", "tens of thousands".

    `money` says that a currency sign stands before it, so that "2t" is two trillion.
    """
    return _whole_number(scan, i, money=True) if money else scan.once("number", _whole_number, i)


def _whole_number(scan: Scan, i: int, *, money: bool = False) -> Numeral | None:
    number = _read_number(scan, i, money=money)
    if number is not None and scan.keys[number.end] in ("±", "+"):
        return _tolerated(scan, number)
    return _restated(scan, number) if number is not None and scan.keys[number.end] == "(" else number


def _tolerated(scan: Scan, number: Numeral) -> Numeral:
    """As in "2.45 ± 0.01": the tolerance is half a unit in the last place."""
    keys, j = scan.keys, number.end + 1
    if keys[j - 1] == "+":
        if keys[j] != "/" or keys[j + 1] not in ("-", "−"):
            return number
        j += 2
    slack = read_digits(scan, j)
    if slack is None:
        return number
    ulp = slack.value * 2
    return number._replace(ulp=ulp, loose_ulp=max(ulp, number.loose_ulp), end=slack.end, plain=False)


def _restated(scan: Scan, number: Numeral) -> Numeral:
    """As in "five (5)", "45 (forty-five)": the same number given twice is one."""
    again = _read_number(scan, number.end + 1)
    same = again is not None and again.value == number.value and again.in_words != number.in_words
    if again is None or not same or scan.keys[again.end] != ")":
        return number
    return number._replace(end=again.end + 1)


def _read_number(scan: Scan, i: int, *, money: bool = False) -> Numeral | None:
    """The longer of a cardinal, with its scales and fraction, and a number of another make."""
    bare = read_first(CARDINALS, scan, i)
    other = None if scan.keys[i][:1].isdecimal() else read_first(OTHER_NUMBERS, scan, i)
    if other is not None and (bare is None or other.end > bare.end):
        return _group_and_part(scan, other)
    return None if bare is None else with_fraction(scan, scaled(scan, bare, money=money))


def _group_and_part(scan: Scan, number: Numeral) -> Numeral:
    """As in "a dozen and a half": a part of a group is so much of the group."""
    size = scan.pack.numerals.scaling_groups.get(scan.keys[number.end - 1])
    if size is None or number.value != size or number.bounds is not None:
        return number
    return with_fraction(scan, number._replace(scale=size))._replace(scale=ONE)


def scaled(scan: Scan, bare: Numeral, *, money: bool = False) -> Numeral:
    """Multiplies by the scale words that follow: "3.2 billion", "280m", "2 hundred thousand", "two dozen"."""
    number = bare if bare.in_words else _pointed(scan, bare)
    lettered = None if bare.in_words else _lettered(scan, number, money=money)
    if lettered is not None:
        return lettered
    for _ in range(_SCALES):
        factor, end = _scale(scan, number)
        if factor is None:
            break
        number = number.times(factor, end)
    return _and_rest(scan, number) if number.scale > 1 and not money else number


def _lettered(scan: Scan, number: Numeral, *, money: bool) -> Numeral | None:
    """As in "280m", "5k", "$2t": digits and a scale of one or two letters that nothing is joined to."""
    lexicon, keys, j = scan.pack.numerals, scan.keys, number.end
    factor = (lexicon.money_scales if money else lexicon.glued_scales).get(keys[j])
    if factor is None or (scan.touches(j + 1) and keys[j + 1][:1].isalnum()):
        return None
    small = money or number.value < _THOUSAND or keys[j] in lexicon.loose_scales
    stands = money or scan.touches(j) or _loose_letter(scan, j)
    return number.times(factor, j + 1, keys[j]) if small and stands else None


def _scale(scan: Scan, number: Numeral) -> tuple[Decimal | None, int]:
    """What the word after a number multiplies it by, and the index after that; None for nothing."""
    lexicon, keys, j = scan.pack.numerals, scan.keys, number.end
    j += keys[j] == "-" and keys[j + 1] in lexicon.scales
    factor = lexicon.scales.get(keys[j]) or lexicon.scaling_groups.get(keys[j])
    if factor is None and number.in_words:
        factor = lexicon.word_scaling_groups.get(keys[j])
    return factor, j + 1


def _pointed(scan: Scan, bare: Numeral) -> Numeral:
    """As in "1 point 5"."""
    j = bare.end
    digits = scan.keys[j + 1] if scan.keys[j] in scan.pack.numerals.points else ""
    if not digits.isdecimal() or len(digits) > _POINT_DIGITS:
        return bare
    ulp = ONE.scaleb(-len(digits))
    return bare._replace(value=bare.value + Decimal("0." + digits), ulp=ulp, loose_ulp=ulp, end=j + 2, plain=False)


def _loose_letter(scan: Scan, j: int) -> bool:
    """Whether a letter that is a scale may stand apart without a currency sign: two letters, or "k"."""
    dotted = scan.touches(j + 1) and scan.keys[j + 1] == "." and scan.touches(j + 2) and scan.keys[j + 2].isalpha()
    return len(scan.keys[j]) > 1 or (scan.keys[j] in scan.pack.numerals.loose_scales and not dotted)


def _and_rest(scan: Scan, number: Numeral) -> Numeral:
    """As in "3 hundred and 21", "2 crore 50 lakh": a smaller number added to a scale."""
    if number.in_words and number.scale == ONE:
        return number
    keys, j = scan.keys, number.end
    k = j + (keys[j] in scan.pack.numerals.ands)
    if keys[k] in scan.pack.numerals.cardinals:
        return _and_words(scan, number, k) if k == j else number
    if not keys[k].isdecimal() or len(keys[k]) > 3:
        return number
    rest = Decimal(keys[k])
    scale = scan.pack.numerals.scales.get(keys[k + 1])
    if scale is None:
        if k == j or number.scale != HUNDRED or rest >= HUNDRED:
            return number
        return number._replace(value=number.value + rest, ulp=ONE, loose_ulp=ONE, end=k + 1)
    if rest * scale >= number.scale:
        return number
    return number._replace(value=number.value + rest * scale, ulp=scale, loose_ulp=scale, end=k + 2)


def _and_words(scan: Scan, number: Numeral, k: int) -> Numeral:
    """As in "2 thousand five hundred": hundreds in words below the scale."""
    words = read_words(scan, k)
    if words is None or not HUNDRED <= words.value < number.scale:
        return number
    return number._replace(value=number.value + words.value, ulp=ONE, loose_ulp=words.loose_ulp, end=words.end)


def _vague(scan: Scan, i: int) -> Numeral | None:
    """As in "thousands", "tens of thousands", "hundreds of millions"."""
    lexicon, keys = scan.pack.numerals, scan.keys
    word = lexicon.vague[keys[i]]
    if word.of and keys[i + 1] != "of":
        return None
    scale, end = ONE, i + 1
    for _ in range(2):
        # "tens of thousands", "tens or hundreds of thousands" has two readings and is left to its parts
        if not word.multiplies or keys[end] != "of":
            break
        factor = lexicon.scales.get(keys[end + 1]) or (
            lexicon.vague[keys[end + 1]].value if keys[end + 1] in lexicon.vague else None
        )
        if factor is None:
            break
        scale, end = scale * factor, end + 2
    return _spread(word, scale, end)


def _spread(word: VagueWord, scale: Decimal, end: int) -> Numeral:
    unit = word.value * scale
    # with a scale after it the next word up is long enough that nobody stretches this one
    high = word.high or (Decimal(10) if scale > 1 else None)
    bounds = Interval(unit * word.low, None if high is None else unit * high)
    soft = Interval(unit * word.soft[0], unit * word.soft[1])
    return Numeral(unit * word.low, unit, unit, end, in_words=True, scale=unit, bounds=bounds, soft=soft)


def _few(scan: Scan, i: int) -> Numeral | None:
    """As in "several hundred", "a few thousand": only before a scale; alone they count nothing."""
    found = scan.pack.numerals.few.match(scan.tokens, i)
    if found is None:
        return None
    few, j = found
    lexicon = scan.pack.numerals
    scale = lexicon.scales.get(scan.keys[j]) or lexicon.scaling_groups.get(scan.keys[j])
    if scale is None:
        return None
    soft = Interval(few.soft[0] * scale, few.soft[1] * scale)
    return Numeral(few.low * scale, scale, scale, j + 1, True, scale, bounds=Interval(few.low * scale), soft=soft)


def _group(scan: Scan, i: int) -> Numeral | None:
    """As in "a dozen", "dozen", "a pair of"."""
    lexicon, keys = scan.pack.numerals, scan.keys
    j = i + (keys[i] in lexicon.articles)
    value = (lexicon.lone_groups if j == i else lexicon.article_groups).get(keys[j])
    return None if value is None else Numeral(value, ONE, ONE, j + 1, in_words=True)


def _digits_begin(scan: Scan, i: int) -> bool:
    key = scan.keys[i]
    return key[:1].isdecimal() or key in NUMBER_SIGNS


def _group_begins(scan: Scan, i: int) -> bool:
    lexicon, key = scan.pack.numerals, scan.keys[i]
    return key in lexicon.articles or key in lexicon.lone_groups


def _fraction_begins(scan: Scan, i: int) -> bool:
    lexicon, key = scan.pack.numerals, scan.keys[i]
    return key in lexicon.fractions or key in lexicon.articles or key in lexicon.cardinals


CARDINALS: tuple[Reader[int, Numeral], ...] = (
    Reader("digits", _digits_begin, read_digits, "Police held 12 sailors."),
    Reader("words", words_begin, read_words, "Police held twenty-five sailors."),
)
# Numbers of another make. They begin differently, but for an article, which opens a few, a group or a fraction.
OTHER_NUMBERS: tuple[Reader[int, Numeral], ...] = (
    Reader("vague", lambda scan, i: scan.keys[i] in scan.pack.numerals.vague, _vague, "Tens of thousands came."),
    Reader("few", lambda scan, i: scan.keys[i] in scan.pack.numerals.few, _few, "Several hundred sailors came."),
    Reader("group", _group_begins, _group, "A dozen sailors came."),
    Reader("fraction", _fraction_begins, read_fraction, "Two-thirds of the sailors came."),
)


def read_listed(scan: Scan, i: int) -> Iterator[Mention]:
    """The numbers of the list that digit run `i` is; none where it is a grouped number or joined to something."""
    key = scan.keys[i]
    if "," not in key or not _LIST.fullmatch(key) or read_digits(scan, i) is not None:
        return
    if scan.touches(i) or (scan.touches(i + 1) and scan.keys[i + 1].isalnum()):
        return
    start = scan.starts[i]
    for match in re.finditer(r"\d+", key):
        value = Decimal(match[0])
        span = Span(start + match.start(), start + match.end())
        precise = Value(Interval.point(value), ONE, loose(value, ONE))
        yield Mention(span, match[0], Kind.NUMBER, "number.listed", precise)
