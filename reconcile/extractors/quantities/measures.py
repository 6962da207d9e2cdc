"""What follows a number and makes it an amount: a currency, a unit, a multiple, an age, a share; and what it is per.

Ages: "25 years old", "18-year-old", "87 yo", "aged 25", "six months of age", "Armstrong, 25, said".
"""

from __future__ import annotations

from reconcile.extractors.quantities import counts, mixed_units, money, ratios, units
from reconcile.extractors.quantities.amount import Amount, Numeral, PlacedNumber
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.extractors.quantities.numerals import read_number
from reconcile.model.mention import Kind, Timex, TimexType
from reconcile.model.timeexpr import Unit
from reconcile.model.value import plain
from reconcile.text.scan import Reader, Scan
from reconcile.text.word_classes import is_inner_apostrophe

# Years that nobody has lived longer than, and the most that a bare number between commas is believed to be.
_OLDEST, _OLDEST_APPOSED = 120, 110
_STOPS = frozenset({".", "!", "?", "”", '"', "“"})
# Durations as TIMEX3 writes them (ISO 8601).
_PERIODS: dict[str, str] = {Unit.YEAR: "P{}Y", Unit.MONTH: "P{}M", Unit.WEEK: "P{}W", Unit.DAY: "P{}D"}


def _letter(scan: Scan, at: PlacedNumber) -> Amount | None:
    amount = units.letter_as_unit(scan, at.number)
    return None if amount is None else mixed_units.with_smaller(scan, amount)


def _currency_follows(scan: Scan, at: PlacedNumber) -> bool:
    key = scan.keys[_to_unit(scan, at.number)]
    return key in scan.pack.currencies.suffix or key in HYPHENS


def _currency(scan: Scan, at: PlacedNumber) -> Amount | None:
    """A currency after the number, where its word is no unit of measure, or is more than one word."""
    k = _to_unit(scan, at.number)
    amount = money.read_suffix(scan, at.number, k)
    if amount is None or (amount.end <= k + 2 and units.read_unit(scan, at.number, k) is not None):
        return None
    return with_rate(scan, mixed_units.with_half(scan, money.with_cents(scan, amount)))


def _unit_follows(scan: Scan, at: PlacedNumber) -> bool:
    key = scan.keys[_to_unit(scan, at.number)]
    return key in scan.pack.units.table or key in units.OPENERS


def _unit(scan: Scan, at: PlacedNumber) -> Amount | None:
    amount = units.read_unit(scan, at.number, _to_unit(scan, at.number))
    if amount is None or amount.kind is not Kind.MEASURE:
        return amount and (ratios.with_so_many(scan, amount, amount.end) or amount)
    aged = read_age(scan, amount) if amount.dimension == "time" else None
    if aged is not None:
        return aged
    amount = mixed_units.with_smaller(scan, amount)
    if scan.keys[amount.end] == "below" and amount.dimension in scan.pack.units.signed_dimensions:
        end = amount.end + 1 + (scan.keys[amount.end + 1] == "zero")
        amount = amount._replace(number=amount.number._replace(value=-amount.number.value), end=end)
    return with_rate(scan, amount) if amount.per is None or _divides(scan, amount.end) else amount


def _to_unit(scan: Scan, number: Numeral) -> int:
    """Where the unit may stand: after "of" for fractions, pairs and what nobody counted; for the first, of one unit."""
    keys, j, lexicon = scan.keys, number.end, scan.pack.numerals
    if keys[j] == "of" and (number.bounds is not None or number.fraction or keys[j - 1] in lexicon.groups):
        j += 1
    return j + (number.fraction and (keys[j] in lexicon.articles or lexicon.cardinals.get(keys[j]) == 1))


def with_rate(scan: Scan, amount: Amount) -> Amount:
    """The amount with what it is per, if that follows: "$52 a barrel", "9 litres per head"."""
    key, lexicon = scan.keys[amount.end], scan.pack.units
    if key not in lexicon.per_words and key not in lexicon.per_articles and key not in HYPHENS:
        return ratios.with_so_many(scan, amount, amount.end) or amount
    per = counts.read_per(scan, amount.end)
    if per is None:
        return amount
    divided = amount.per is not None
    again = None if divided or not _divides(scan, per[1]) else counts.read_per(scan, per[1])
    if divided:
        # "9.8 m/s/s"
        per = f"{amount.per} per {per[0]}", per[1]
    elif again is not None:
        # "20 litres per head per day", "5 mg/kg/day"
        per = f"{per[0]} per {again[0]}", again[1]
    return amount._replace(per=per[0], end=per[1])


def _divides(scan: Scan, j: int) -> bool:
    return scan.keys[j] == "per" or (scan.keys[j] == "/" and scan.touches(j))


def _times_follow(scan: Scan, at: PlacedNumber) -> bool:
    lexicon, key = scan.pack.numerals, scan.keys[at.number.end]
    return key in HYPHENS or key in lexicon.folds or key in lexicon.times or key in ratios.TIMES_SIGNS


def _times(scan: Scan, at: PlacedNumber) -> Amount | None:
    times = ratios.read_times(scan, at)
    return None if times is None else with_rate(scan, times)


def read_age(scan: Scan, amount: Amount) -> Amount | None:
    """The amount as an age, where "old" or "of age" follows its unit of time."""
    keys, j = scan.keys, amount.end
    attributive = keys[j] in HYPHENS
    j += attributive
    after = scan.pack.numerals.after_ages
    old = after.match(scan.tokens, j) if keys[j] in after else None
    if old is None:
        return None
    return _age(amount.number, amount.unit, old[1], "age.attributive" if attributive else "age.old")


def _short_age(scan: Scan, at: PlacedNumber) -> Amount | None:
    """As in "87 yo", "30 y/o"."""
    short = scan.pack.numerals.short_ages.match(scan.tokens, at.number.end)
    return None if short is None else _age(at.number, "year", short[1], "age.old")


def read_aged(scan: Scan, i: int) -> Amount | None:
    """As in "aged 25", "age of 87", "age 87", with years for its unit where none is said."""
    aged = scan.pack.numerals.before_ages.match(scan.tokens, i)
    number = None if aged is None else read_number(scan, aged[1])
    if number is None or number.scale != 1 or not 0 <= number.value <= _OLDEST:
        return None
    unit = scan.pack.units.table.match(scan.tokens, number.end)
    if unit is not None and unit[0].dimension == "time":
        return _age(number, unit[0].name, unit[1], "age.old")
    return _age(number, "year", number.end, "age.old")


def _apposed_age(scan: Scan, at: PlacedNumber) -> Amount | None:
    """A bare number of years between commas after a name: "Armstrong, 25, said"."""
    keys, number, i = scan.keys, at.number, at.start
    if not (1 <= number.value <= _OLDEST_APPOSED and keys[number.end] in (",", ".")):
        return None
    if number.end != i + 1 or i < 2 or scan.word(i) != str(number.value):
        return None
    name = keys[i - 2]
    named = scan.is_capital(i - 2) and len(name) > 1 and name not in scan.pack.nouns.stops
    before = i - 3 - 2 * is_inner_apostrophe(scan.tokens, scan.pack.language, i - 3)
    named = named and (i < 4 or scan.is_capital(before) or keys[before] in _STOPS)
    return _age(number, "year", number.end, "age.apposition") if named else None


def _age(number: Numeral, unit: str | None, end: int, rule: str) -> Amount:
    return Amount(number, Kind.AGE, rule, end, unit, "time")


def as_duration(amount: Amount) -> Timex | None:
    """An age with its unit of time as TIMEX3 tags it; "a six-year-old boy" names a boy, no length of time."""
    pattern = _PERIODS.get(amount.unit or "")
    if amount.rule != "age.old" or pattern is None:
        return None
    return Timex(TimexType.DURATION, pattern.format(plain(amount.number.value)))


def _share_follows(scan: Scan, at: PlacedNumber) -> bool:
    key = scan.keys[at.number.end]
    return key in scan.pack.numerals.share_joins or key in HYPHENS


def _zero_follows(scan: Scan, at: PlacedNumber) -> bool:
    return scan.keys[at.number.end] == "below" and scan.keys[at.number.end + 1] == "zero"


def _below_zero(_: Scan, at: PlacedNumber) -> Amount | None:
    number = at.number._replace(value=-at.number.value, plain=False)
    return Amount(number, Kind.MEASURE, "measure.below-zero", number.end + 2, "degree", "temperature")


# What a number is followed by.
MEASURES: tuple[Reader[PlacedNumber, Amount], ...] = (
    Reader("letter", lambda _, at: at.number.glued != "", _letter, "The wall is 1.8m tall."),
    Reader("currency", _currency_follows, _currency, "The wall cost 20 dollars."),
    Reader("unit", _unit_follows, _unit, "The wall is 37 km long."),
    Reader("multiple", _times_follow, _times, "Sales grew four times."),
    Reader(
        "short age",
        lambda scan, at: scan.keys[at.number.end] in scan.pack.numerals.short_ages,
        _short_age,
        "He is 87 yo.",
    ),
)
EXPRESSIONS: tuple[Reader[PlacedNumber, Amount], ...] = (
    Reader("over", lambda scan, at: scan.keys[at.number.end] == "over", ratios.read_over, "The odds are one over 20."),
    Reader("odds", ratios.are_odds, ratios.read_odds, "A 10-to-1 favourite won."),
    Reader("share", _share_follows, ratios.read_share, "One in five sailors came."),
    Reader("rate", ratios.rate_follows, ratios.read_rate, "The toll was 5.4 per 100,000 sailors."),
    Reader("below zero", _zero_follows, _below_zero, "It was twelve below zero."),
    Reader(
        "apposed age",
        lambda scan, at: at.number.plain and scan.before(at.start) == ",",
        _apposed_age,
        "John Armstrong, 25, spoke.",
    ),
)
