"""What follows a number and makes it an amount: a currency, a unit, a multiple, an age, a share; and what it is per."""

from __future__ import annotations

from reconcile.extractors.quantities import ages, counts, money, ratios, units
from reconcile.extractors.quantities.amount import Amount, Numeral, PlacedNumber
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.model.mention import Kind
from reconcile.text.scan import Reader, Scan


def _has_letter(_: Scan, at: PlacedNumber) -> bool:
    return at.number.glued != ""


def _letter(scan: Scan, at: PlacedNumber) -> Amount | None:
    amount = units.letter_as_unit(scan, at.number)
    return None if amount is None else units.with_smaller(scan, amount)


def _unit_follows(scan: Scan, at: PlacedNumber) -> bool:
    key = scan.keys[_to_unit(scan, at.number)]
    return key in scan.pack.units.table or key in HYPHENS


def _currency_follows(scan: Scan, at: PlacedNumber) -> bool:
    key = scan.keys[_to_unit(scan, at.number)]
    return key in scan.pack.currencies.suffix or key in HYPHENS


def _currency(scan: Scan, at: PlacedNumber) -> Amount | None:
    """A currency after the number, where its word is no unit of measure, or is more than one word."""
    k = _to_unit(scan, at.number)
    amount = money.read_suffix(scan, at.number, k)
    if amount is None or (amount.end <= k + 2 and units.read_unit(scan, at.number, k) is not None):
        return None
    return with_rate(scan, money.with_cents(scan, amount))


def _unit(scan: Scan, at: PlacedNumber) -> Amount | None:
    amount = units.read_unit(scan, at.number, _to_unit(scan, at.number))
    return None if amount is None else _finish_measure(scan, amount)


def _times_follow(scan: Scan, at: PlacedNumber) -> bool:
    lexicon, key = scan.pack.numerals, scan.keys[at.number.end]
    return key in HYPHENS or key in lexicon.folds or key in lexicon.times or key in ratios.TIMES_SIGNS


def _times(scan: Scan, at: PlacedNumber) -> Amount | None:
    times = ratios.read_times(scan, at.number, at.number.end)
    return None if times is None else with_rate(scan, times)


def _to_unit(scan: Scan, number: Numeral) -> int:
    """Where the unit may stand: after "of" for numbers nobody counted and for fractions, and after "a" for those."""
    keys, j = scan.keys, number.end
    if keys[j] == "of" and (number.bounds is not None or number.fraction):
        j += 1
    return j + (number.fraction and keys[j] in scan.pack.numerals.articles)


def _finish_measure(scan: Scan, amount: Amount) -> Amount:
    if amount.kind is not Kind.MEASURE:
        return amount
    if amount.dimension == "time":
        aged = ages.read_age(scan, amount)
        if aged is not None:
            return aged
    amount = units.with_smaller(scan, amount)
    if scan.keys[amount.end] == "below" and amount.dimension in scan.pack.units.signed_dimensions:
        end = amount.end + 1 + (scan.keys[amount.end + 1] == "zero")
        amount = amount._replace(number=amount.number._replace(value=-amount.number.value), end=end)
    return amount if amount.per is not None else with_rate(scan, amount)


def with_rate(scan: Scan, amount: Amount) -> Amount:
    j = amount.end
    key = scan.keys[j]
    per = scan.pack.units
    if key not in per.per_words and key not in per.per_articles and key not in HYPHENS:
        return amount
    found = counts.read_per(scan, j)
    if found is None:
        return amount
    return amount._replace(per=found[0], end=found[1])


def _is_share_join(scan: Scan, at: PlacedNumber) -> bool:
    key = scan.keys[at.number.end]
    return key in scan.pack.numerals.share_joins or key in HYPHENS


def _share(scan: Scan, at: PlacedNumber) -> Amount | None:
    return ratios.read_share(scan, at.number)


def _odds_follow(scan: Scan, at: PlacedNumber) -> bool:
    return ratios.are_odds(scan, at.number.end)


def _odds(scan: Scan, at: PlacedNumber) -> Amount | None:
    return ratios.read_odds(scan, at.number)


def _over_follows(scan: Scan, at: PlacedNumber) -> bool:
    return scan.keys[at.number.end] == "over"


def _over(scan: Scan, at: PlacedNumber) -> Amount | None:
    return ratios.read_over(scan, at.number)


def _zero_follows(scan: Scan, at: PlacedNumber) -> bool:
    return scan.keys[at.number.end] == "below" and scan.keys[at.number.end + 1] == "zero"


def _below_zero(_: Scan, at: PlacedNumber) -> Amount | None:
    number = at.number._replace(value=-at.number.value, plain=False)
    return Amount(number, Kind.MEASURE, "measure.below-zero", number.end + 2, "degree", "temperature")


def _comma_stands_before(scan: Scan, at: PlacedNumber) -> bool:
    return at.number.plain and scan.before(at.start) == ","


def _apposed_age(scan: Scan, at: PlacedNumber) -> Amount | None:
    return ages.apposed(at.number) if ages.is_apposed(scan, at.start, at.number) else None


# What a number is followed by.
MEASURES: tuple[Reader[PlacedNumber, Amount], ...] = (
    Reader("letter", _has_letter, _letter, "The wall is 1.8m tall."),
    Reader("currency", _currency_follows, _currency, "The wall cost 20 dollars."),
    Reader("unit", _unit_follows, _unit, "The wall is 37 km long."),
    Reader("multiple", _times_follow, _times, "Sales grew four times."),
)
EXPRESSIONS: tuple[Reader[PlacedNumber, Amount], ...] = (
    Reader("over", _over_follows, _over, "The odds are one over 20."),
    Reader("odds", _odds_follow, _odds, "A 10-to-1 favourite won."),
    Reader("share", _is_share_join, _share, "One in five sailors came."),
    Reader("below zero", _zero_follows, _below_zero, "It was twelve below zero."),
    Reader("apposed age", _comma_stands_before, _apposed_age, "John Armstrong, 25, spoke."),
)
