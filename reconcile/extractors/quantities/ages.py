"""Ages: "25 years old", "18-year-old", "aged 25", "six months of age", "Armstrong, 25, said"."""

from __future__ import annotations

from reconcile.extractors.quantities.amount import Amount, Numeral
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.extractors.quantities.numerals import read_number
from reconcile.model.mention import Kind, Timex, TimexType
from reconcile.model.timeexpr import Unit
from reconcile.model.value import plain
from reconcile.text.scan import Scan

# Years that nobody has lived longer than, and the most that a bare number between commas is believed to be.
_OLDEST, _OLDEST_APPOSED = 120, 110
_STOPS = frozenset({".", "!", "?", "”", '"', "“"})
# Durations as TIMEX3 writes them (ISO 8601).
_PERIODS: dict[str, str] = {Unit.YEAR: "P{}Y", Unit.MONTH: "P{}M", Unit.WEEK: "P{}W", Unit.DAY: "P{}D"}


def read_age(scan: Scan, amount: Amount) -> Amount | None:
    """The amount as an age, where "old" or "of age" follows its unit of time."""
    keys, j = scan.keys, amount.end
    attributive = keys[j] in HYPHENS
    j += attributive
    after = scan.pack.numerals.after_ages
    old = after.match(scan.tokens, j) if keys[j] in after else None
    if old is None:
        return None
    age = _age(amount.number, amount.unit, old[1])
    return age._replace(rule="age.attributive") if attributive else age


def read_aged(scan: Scan, i: int) -> Amount | None:
    """As in "aged 25", "age of 87", "age 87"."""
    aged = scan.pack.numerals.before_ages.match(scan.tokens, i)
    number = None if aged is None else read_number(scan, aged[1])
    if number is None or number.scale != 1 or not 0 <= number.value <= _OLDEST:
        return None
    unit = scan.pack.units.table.match(scan.tokens, number.end)
    if unit is not None and unit[0].dimension == "time":
        return _age(number, unit[0].name, unit[1])
    return _age(number, "year", number.end)


def is_apposed(scan: Scan, i: int, number: Numeral) -> bool:
    """Whether the number is an age between commas after a name: "Armstrong, 25, said"."""
    keys, j = scan.keys, number.end
    if not (number.plain and 1 <= number.value <= _OLDEST_APPOSED and keys[j] in (",", ".") and scan.before(i) == ","):
        return False
    if j != i + 1 or i < 2 or scan.word(i) != str(number.value):
        return False
    name = scan.keys[i - 2]
    named = scan.is_capital(i - 2) and len(name) > 1 and name not in scan.pack.nouns.stops
    return named and (i < 4 or scan.is_capital(i - 3) or scan.keys[i - 3] in _STOPS)


def apposed(number: Numeral) -> Amount:
    """The age that stands between commas."""
    return Amount(number, Kind.AGE, "age.apposition", number.end, "year", "time")


def as_duration(amount: Amount) -> Timex | None:
    """An age with its unit of time as TIMEX3 tags it; "a six-year-old boy" names a boy, no length of time."""
    pattern = _PERIODS.get(amount.unit or "")
    if amount.rule != "age.old" or pattern is None:
        return None
    return Timex(TimexType.DURATION, pattern.format(plain(amount.number.value)))


def _age(number: Numeral, unit: str | None, end: int) -> Amount:
    return Amount(number, Kind.AGE, "age.old", end, unit, "time")
