"""Ratios: "one in five", "nine out of ten", "3-for-1", "sixfold", "four times", "doubled"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.extractors.quantities.amount import ONE, Amount, Numeral
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.extractors.quantities.numerals import read_cardinal
from reconcile.model.mention import Kind
from reconcile.text.scan import Scan


def read_share(scan: Scan, number: Numeral) -> Amount | None:
    """A part of a whole: "one in five", "2 out of 3", "nine of 10"; the part is below the whole."""
    keys, j = scan.keys, number.end
    if keys[j] in ("to", ":") or (keys[j] in HYPHENS and keys[j + 1] == "to"):
        return _odds(scan, number)
    if keys[j] == "out" and keys[j + 1] == "of":
        k = j + 2
    elif keys[j] in ("in", "of"):
        k = j + 1
    elif keys[j] in HYPHENS and keys[j + 1] in ("in", "for") and keys[j + 2] in HYPHENS:
        k = j + 3
    else:
        return None
    k += keys[k] == "every"
    whole = read_cardinal(scan, k)
    if whole is None or not _is_whole(number) or not _is_whole(whole) or whole.value == 0:
        return None
    split = keys[j + 1] == "for"
    if not split and not (0 < number.value < whole.value and _fits(scan, j, number, whole)):
        return None
    share = number._replace(value=number.value / whole.value, ulp=ONE, loose_ulp=ONE, end=whole.end, fraction=True)
    rule, unit = ("ratio.split", "times") if split else ("ratio.share", "share")
    return Amount(share._replace(plain=False), Kind.RATIO, rule, whole.end, unit, "ratio")


def _odds(scan: Scan, number: Numeral) -> Amount | None:
    """Two sides of a ratio: "a ratio of 9 to 4", "odds of 3:1", "a 10-to-1 favourite"; elsewhere "to" joins a range."""
    keys, j = scan.keys, number.end
    hyphens = keys[j] in HYPHENS
    k = j + 1 + hyphens + (keys[j + 2] in HYPHENS and hyphens)
    named = _of_ratio(scan, j)
    other = read_cardinal(scan, k) if (named or hyphens) and _is_whole(number) else None
    if other is None or not _is_whole(other) or other.value <= 0 or number.value <= 0:
        return None
    if not named and not other.value == 1 < number.value:
        return None
    ratio = number._replace(value=number.value / other.value, ulp=ONE, loose_ulp=ONE, end=other.end, fraction=True)
    return Amount(ratio._replace(plain=False), Kind.RATIO, "ratio.odds", other.end, "times", "ratio")


def _of_ratio(scan: Scan, j: int) -> bool:
    """Whether a word such as "ratio" stands before token `j` in its sentence, as far as twelve tokens back."""
    words = scan.pack.numerals.ratios
    for k in range(j - 1, max(j - 13, -1), -1):
        if scan.keys[k] in (".", ";", "?", "!"):
            return False
        if scan.keys[k] in words:
            return True
    return False


def _is_whole(number: Numeral) -> bool:
    return number.value == number.value.to_integral_value() and number.bounds is None


def _fits(scan: Scan, j: int, number: Numeral, whole: Numeral) -> bool:
    """As in "two in 2017" and "5 in 24 hours" are no shares: after "in" the whole is a round number without a unit."""
    if scan.keys[j] == "of":
        return whole.value <= 1000 or whole.scale > 1
    if scan.keys[j] == "out":
        return True
    if whole.value > 1000 and not (whole.value % 1000 == 0 and not 1000 < whole.value < 3000):
        return False
    unit = scan.pack.units.table.match(scan.tokens, whole.end)
    return (unit is None or unit[0].dimension != "time") and number.value <= 10


def read_over(scan: Scan, number: Numeral) -> Amount | None:
    """As in "one over 20", where the phrase ends with the second number: "12 over 3 years" is something else."""
    if scan.keys[number.end] != "over":
        return None
    whole = read_cardinal(scan, number.end + 1)
    if (
        whole is None
        or whole.value == 0
        or scan.keys[whole.end][:1].isalnum()
        or scan.keys[whole.end] in ("%", "-", "$")
    ):
        return None
    part = number._replace(value=number.value / whole.value, ulp=ONE, loose_ulp=ONE, end=whole.end, fraction=True)
    return Amount(part._replace(plain=False), Kind.RATIO, "ratio.over", whole.end, "share", "ratio")


def read_times(scan: Scan, number: Numeral, j: int) -> Amount | None:
    """As in "four times", "3-fold", "1.5x", "ten-fold"."""
    keys, lexicon = scan.keys, scan.pack.numerals
    k = j + (keys[j] in HYPHENS)
    if keys[k] in lexicon.folds:
        return _times(number, k + 1)
    if keys[j] in lexicon.times or (
        keys[j] in ("x", "×") and scan.touches(j) and not (scan.touches(j + 1) and keys[j + 1][:1].isalnum())
    ):
        return _times(number, j + 1)
    return None


def read_multiple(scan: Scan, i: int) -> Amount | None:
    """As in "doubled", "twice as many", "sixfold"."""
    lexicon, key = scan.pack.numerals, scan.keys[i]
    value = lexicon.multiples.get(key)
    if value is not None:
        if not (key.endswith(("ed", "fold")) or scan.keys[i + 1] in lexicon.multiplied or _of_one(scan, i + 1)):
            return None
        return _times(_exact(value, i + 1), i + 1)
    if key.endswith("fold"):
        value = lexicon.cardinals.get(key[:-4])
        return None if value is None else _times(_exact(value, i + 1), i + 1)
    return None


def _of_one(scan: Scan, j: int) -> bool:
    """Whether something to multiply follows, as in "twice a number", "triple another sum"; not "twice a week"."""
    if scan.keys[j] not in scan.pack.numerals.articles and scan.keys[j] != "another":
        return False
    unit = scan.pack.units.table.match(scan.tokens, j + 1)
    return unit is None or unit[0].dimension != "time"


def multiple_starts(
    folds: frozenset[str], cardinals: dict[str, Decimal], multiples: dict[str, Decimal]
) -> frozenset[str]:
    """The keys at which `read_multiple` may begin."""
    return frozenset(multiples) | {word + fold for word in cardinals for fold in folds}


def _exact(value: Decimal, end: int) -> Numeral:
    return Numeral(value, ONE, ONE, end, in_words=True)


def _times(number: Numeral, end: int) -> Amount:
    return Amount(number, Kind.RATIO, "ratio.times", end, "times", "ratio")
