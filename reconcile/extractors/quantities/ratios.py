"""Ratios: "one in five", "nine out of ten", "3-for-1", "sixfold", "four times", "doubled"."""

from __future__ import annotations

from reconcile.extractors.quantities import counts
from reconcile.extractors.quantities.amount import ONE, Amount, Numeral, PlacedNumber
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.extractors.quantities.numerals import read_cardinal
from reconcile.model.mention import Kind
from reconcile.text.scan import Scan

TIMES_SIGNS = frozenset("x×")
# The largest whole after "of" that makes a share of a number without a scale: "nine of 10", but "5 of 2,000 ships".
_LARGEST_WHOLE = 1000
# The largest part of a share after "in": "7 in 10".
_LARGEST_PART = 10
# Round thousands below this may be years.
_PAST_YEARS = 3000
# Tokens back in its sentence at which a word such as "ratio" makes "9 to 4" one.
_RATIO_REACH = 12


def read_share(scan: Scan, at: PlacedNumber) -> Amount | None:
    """A part of a whole: "one in five", "2 out of 3", "nine of 10"; the part is below the whole."""
    keys, number, j = scan.keys, at.number, at.number.end
    k = _past_share_join(scan, j)
    whole = None if k is None else read_cardinal(scan, k)
    if whole is None or not _is_whole(number) or not _is_whole(whole) or whole.value == 0:
        return None
    if keys[j] in HYPHENS and keys[j + 1] == "for":
        return _divided(number, whole, "ratio.split", "times")
    fits = 0 < number.value < whole.value and _fits(scan, j, number, whole)
    return _divided(number, whole, "ratio.share", "share") if fits else None


def _past_share_join(scan: Scan, j: int) -> int | None:
    """Where the whole of a share stands after what joins it at token `j`: "in", "out of", "-in-", "in every"."""
    keys, lexicon = scan.keys, scan.pack.numerals
    if keys[j] in HYPHENS:
        hyphened = keys[j + 1] in lexicon.hyphened_share_joins and keys[j + 2] in HYPHENS
        return j + 3 + (keys[j + 3] == "every") if hyphened else None
    found = lexicon.share_joins.match(scan.tokens, j)
    return None if found is None else found[1] + (keys[found[1]] == "every")


def _fits(scan: Scan, j: int, number: Numeral, whole: Numeral) -> bool:
    """As in "two in 2017" and "5 in 24 hours" are no shares: after "in" the whole is a round number without a unit."""
    if scan.keys[j] == "of":
        return whole.value <= _LARGEST_WHOLE or whole.scale > 1
    if scan.keys[j] == "out":
        return True
    if whole.value > _LARGEST_WHOLE and not (whole.value % _LARGEST_WHOLE == 0 and whole.value >= _PAST_YEARS):
        return False
    unit = scan.pack.units.table.match(scan.tokens, whole.end)
    return (unit is None or unit[0].dimension != "time") and number.value <= _LARGEST_PART


def rate_follows(scan: Scan, at: PlacedNumber) -> bool:
    """Whether what opens a rate follows a number."""
    return scan.keys[at.number.end] in scan.pack.units.rates


def read_rate(scan: Scan, at: PlacedNumber) -> Amount | None:
    """As in "5.4 per 100,000 people": one number of a rate, not two."""
    return with_so_many(scan, Amount(at.number, Kind.NUMBER, "number.bare", at.number.end), at.number.end)


def with_so_many(scan: Scan, amount: Amount, j: int) -> Amount | None:
    """An amount as a rate of so many of something that follows it at token `j`: "12 deaths per 100,000 births"."""
    per = counts.read_rate(scan, j)
    if per is None:
        return None
    rate = amount._replace(per=per[0], end=per[1])
    shares = amount.bare and per[0].partition(" ")[2] not in scan.pack.units.dimensions
    return rate._replace(kind=Kind.RATIO, rule="ratio.rate", dimension="ratio") if shares else rate


def are_odds(scan: Scan, at: PlacedNumber) -> bool:
    """Whether what joins two sides of a ratio follows: ":", "to", "-to-"."""
    keys, j = scan.keys, at.number.end
    return keys[j] == "to" or keys[j] == ":" or (keys[j] in HYPHENS and keys[j + 1] == "to")


def read_odds(scan: Scan, at: PlacedNumber) -> Amount | None:
    """Two sides of a ratio: "a ratio of 9 to 4", "odds of 3:1", "a 10-to-1 favourite"; elsewhere "to" joins a range."""
    keys, number, j = scan.keys, at.number, at.number.end
    hyphens = keys[j] in HYPHENS
    k = j + 1 + hyphens + (keys[j + 2] in HYPHENS and hyphens)
    named = _of_ratio(scan, j)
    other = read_cardinal(scan, k) if (named or hyphens) and _is_whole(number) else None
    if other is None or not _is_whole(other) or other.value <= 0 or number.value <= 0:
        return None
    return _divided(number, other, "ratio.odds", "times") if named or other.value == 1 < number.value else None


def _of_ratio(scan: Scan, j: int) -> bool:
    """Whether a word such as "ratio" stands before token `j` in its sentence, up to `_RATIO_REACH` tokens back."""
    words = scan.pack.numerals.ratios
    for k in range(j - 1, max(j - 1 - _RATIO_REACH, -1), -1):
        if scan.keys[k] in (".", ";", "?", "!"):
            return False
        if scan.keys[k] in words:
            return True
    return False


def read_over(scan: Scan, at: PlacedNumber) -> Amount | None:
    """As in "one over 20", where the phrase ends with the second number: "12 over 3 years" is something else."""
    whole = read_cardinal(scan, at.number.end + 1)
    if whole is None or whole.value == 0:
        return None
    after = scan.keys[whole.end]
    goes_on = after[:1].isalnum() or after in ("%", "-", "$")
    return None if goes_on else _divided(at.number, whole, "ratio.over", "share")


def read_times(scan: Scan, at: PlacedNumber) -> Amount | None:
    """As in "four times", "3-fold", "1.5x", "ten-fold"."""
    keys, lexicon, j = scan.keys, scan.pack.numerals, at.number.end
    k = j + (keys[j] in HYPHENS)
    if keys[k] in lexicon.folds:
        return _times(at.number, k + 1)
    sign = keys[j] in TIMES_SIGNS and scan.touches(j) and not (scan.touches(j + 1) and keys[j + 1][:1].isalnum())
    return _times(at.number, j + 1) if sign or keys[j] in lexicon.times else None


def read_multiple(scan: Scan, i: int) -> Amount | None:
    """As in "doubled", "twice as many", "sixfold"."""
    lexicon, key, after = scan.pack.numerals, scan.keys[i], scan.keys[i + 1]
    if key not in lexicon.lone_multiples and after not in lexicon.multiplied and not _of_one(scan, i + 1):
        return None
    return _times(Numeral(lexicon.multiples[key], ONE, ONE, i + 1, in_words=True), i + 1)


def _of_one(scan: Scan, j: int) -> bool:
    """Whether something to multiply follows, as in "twice a number", "triple another sum"; not "twice a week"."""
    if scan.keys[j] not in scan.pack.numerals.articles and scan.keys[j] != "another":
        return False
    unit = scan.pack.units.table.match(scan.tokens, j + 1)
    return unit is None or unit[0].dimension != "time"


def _is_whole(number: Numeral) -> bool:
    return number.value == number.value.to_integral_value() and number.bounds is None and not number.unsure


def _divided(number: Numeral, whole: Numeral, rule: str, unit: str) -> Amount:
    """The number divided by the whole that follows it."""
    value, end = number.value / whole.value, whole.end
    part = number._replace(value=value, ulp=ONE, loose_ulp=ONE, end=end, fraction=True, plain=False)
    return Amount(part, Kind.RATIO, rule, end, unit, "ratio")


def _times(number: Numeral, end: int) -> Amount:
    return Amount(number, Kind.RATIO, "ratio.times", end, "times", "ratio")
