"""Hedges and ranges to bounds: what "more than" leaves possible, "between $3 and $11 trillion", "7- or 8-inch"."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from reconcile.extractors.quantities.amount import ONE, Amount, Numeral
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.model.mention import Kind
from reconcile.model.value import Interval, Value
from reconcile.rules.words import Hedge
from reconcile.text.scan import Scan, is_level

Read = Callable[[Scan, int], Amount | None]
# How many further numbers of a list are looked at for its unit.
_LIST = 3
# "rose 5 to 7" is a range, "fell 300 to 4,000" a change and a level: no range is this many times as wide.
_STEP = 5
# How many times the last number of a list those before it may be in its scale.
_NEAR = 100
# No digits before a scale are more: "1,300 million" names its own.
_THOUSAND = 1000
# Years: four plain digits between the first two that count nothing; between the others where both ends look so; and
# how many years apart two are at most that a dash joins.
_FIRST_YEAR, _LAST_YEAR, _OLDEST_YEAR, _NEWEST_YEAR, _YEARS_APART = 1800, 2100, 1000, 2199, 100
# The first year that is no member of a list of counts.
_LISTED_YEAR = 1900
# Around an approximate range its ends may be this part off.
_SLACK = Decimal("0.1")
_DASHES = frozenset("-–−—~‐‑")


def value_of(number: Numeral, factor: Decimal, hedge: Hedge | None) -> Value:
    """The value of one number in its unit, hedged or not; fractions have no precision."""
    if number.bounds is not None:
        below = hedge is not None and hedge.bound[0] == "<"
        return Value(Interval(high=number.bounds.high) if below else number.bounds, None, None, number.soft)
    if factor == 1:
        # not multiplied: digits beyond the context of `decimal` stay
        point, ulp, loose = number.value, number.ulp, number.loose_ulp
    else:
        point, ulp, loose = number.value * factor, number.ulp * factor, number.loose_ulp * factor
    hard = Interval.point(point) if hedge is None else _hard(point, hedge)
    soft = None
    if hedge is not None and hedge.soft is not None:
        nearest, furthest = sorted((point * hedge.soft[0], point * hedge.soft[1]))
        soft = Interval(nearest, furthest)
    return Value(hard, None, None, soft) if number.fraction else Value(hard, ulp, loose, soft)


def _hard(point: Decimal, hedge: Hedge) -> Interval:
    """What a hedge leaves possible around a point: a half-line for a bound, the point itself for "about"."""
    side, strict = hedge.bound[0], len(hedge.bound) == 1
    if side == ">":
        return Interval(low=point, low_open=strict)
    if side == "<":
        return Interval(high=point, high_open=strict)
    return Interval.point(point)


def range_of(low: Numeral, high: Numeral, factor: Decimal, *, approximate: bool) -> Value:
    """Two ends as one value, both of them possible; the coarser end gives the precision."""
    first, last = sorted((low.value * factor, high.value * factor))
    soft = Interval(first - abs(first) * _SLACK, last + abs(last) * _SLACK) if approximate else None
    ulp, loose = max(low.ulp, high.ulp) * factor, max(low.loose_ulp, high.loose_ulp) * factor
    return Value(Interval(first, last), ulp, loose, soft)


def between(first: Numeral, a: Hedge, second: Numeral, b: Hedge, factor: Decimal) -> Value:
    """The range two bounds leave: "more than 10 and at most 40"."""
    hard = _hard(first.value * factor, a).intersect(_hard(second.value * factor, b))
    return Value(hard or Interval.point(first.value * factor), first.ulp * factor, first.loose_ulp * factor)


class Range(NamedTuple):
    """Two amounts in one unit."""

    low: Amount
    high: Amount
    rule: str

    @property
    def end(self) -> int:
        """The index after the last token."""
        return self.high.end


def read_opened(scan: Scan, i: int, read: Read) -> Range | None:
    """A range that says so: "between X and Y", "from X to Y"; a change of level is none."""
    lexicon = scan.pack.hedges
    found = lexicon.opens.match(scan.tokens, i)
    if found is None:
        return None
    opener, j = found
    if opener == "from" and is_level(scan, i):
        return None
    low = read(scan, j)
    if low is None and scan.keys[j] in scan.pack.units.per_articles:
        low = read(scan, j + 1)
    if low is None:
        return None
    joined = lexicon.joins[opener].match(scan.tokens, low.end)
    if joined is None and opener == "between":
        joined = lexicon.glue.match(scan.tokens, low.end)
    return None if joined is None else _close(scan, low, joined[1], read, f"range.{opener}", i, dashed=False)


def read_joined(scan: Scan, low: Amount, start: int, read: Read) -> Range | None:
    """A range without an opening word: "5 to 7", "5-7", "8- to 16-meter"."""
    keys, glue = scan.keys, scan.pack.hedges.glue
    j = low.end + _hangs(scan, low.end)
    joined = glue.match(scan.tokens, j) if keys[j] in glue else None
    if joined is None:
        return None
    high = joined[1]
    if keys[j] not in _DASHES:
        if scan.before(start) == "from" or not _to_joins(scan, low, high, read):
            return None
        return _close(scan, low, high, read, "range.to", start, dashed=False)
    if high == j + 1 and keys[j] == "—" and not scan.touches(j):
        return None
    if keys[j] == "-" and keys[j + 1] == "to" and keys[j + 2] in HYPHENS:
        high = j + 3
    return _close(scan, low, high, read, "range.dash", start, dashed=True)


def _hangs(scan: Scan, j: int) -> bool:
    """Whether a hyphen at token `j` stands for a unit that comes later: "8- to 16-meter"."""
    after = scan.keys[j + 1]
    return scan.keys[j] in HYPHENS and (after == "to" or after in scan.pack.numerals.choices)


def _to_joins(scan: Scan, low: Amount, j: int, read: Read) -> bool:
    """Whether "to" before token `j` may join two ends: not after a year, and a unit on the first asks for a second.

    "rose 1.3 percent to 4,210" gives a change and a level, no range.
    """
    if low.number.plain and low.kind is Kind.NUMBER and _FIRST_YEAR <= low.number.value <= _LAST_YEAR:
        return False
    if low.bare or low.rule == "money.sign":
        return True
    high = read(scan, j)
    return high is not None and not _in_letter_unit(scan, low, high).bare


def _close(scan: Scan, low: Amount, j: int, read: Read, rule: str, start: int, *, dashed: bool) -> Range | None:
    if scan.keys[j] in _DASHES and not dashed:
        j += not scan.touches(j + 1) or scan.touches(j)
    j += scan.keys[j] in scan.pack.hedges.before_high_end
    high = read(scan, j)
    if high is None or high.number.bounds is not None or low.number.bounds is not None:
        return None
    if _are_years(low, high, dashed=dashed):
        return None
    pair = shared(scan, low, high)
    if pair is None:
        return None
    low, high = pair
    if (dashed or rule == "range.to") and not _spans(low, high, dashed=dashed):
        return None
    if rule == "range.to" and is_level(scan, start) and high.number.value > _STEP * low.number.value:
        return None
    if dashed and scan.keys[high.end] in _DASHES and scan.touches(high.end) and scan.keys[high.end + 1][:1].isdecimal():
        return None
    return Range(low, high, rule)


def _spans(low: Amount, high: Amount, *, dashed: bool) -> bool:
    """Whether the second end is above the first, or below both of zero: "minus five to minus ten"."""
    rises = low.number.value * low.factor < high.number.value * high.factor
    return rises or (not dashed and high.number.value < low.number.value < 0)


def _are_years(low: Amount, high: Amount, *, dashed: bool) -> bool:
    """Whether both ends are four plain digits that count nothing: "between 1982 and 1992" is two years, no range."""
    if not all(a.bare and a.number.plain and _OLDEST_YEAR <= a.number.value <= _NEWEST_YEAR for a in (low, high)):
        return False
    return high.kind is Kind.NUMBER or (dashed and high.number.value - low.number.value <= _YEARS_APART)


def shared(scan: Scan, low: Amount, high: Amount) -> tuple[Amount, Amount] | None:
    """The two with the unit and the scale they share; None where they measure different things."""
    if Kind.RANK in (low.kind, high.kind):
        return None
    high = _in_letter_unit(scan, low, high)
    if low.kind is high.kind and low.per == high.per and (low.unit, low.factor) != (high.unit, high.factor):
        pair = _in_smaller_unit(scan, low, high)
        if pair is not None:
            return pair
    pair = _with_one_unit(low, high)
    if pair is None:
        return None
    low, high = pair
    if high.per is not None and low.per is None:
        low = low._replace(per=high.per)
    return _scaled(low, high), high


def _in_letter_unit(scan: Scan, low: Amount, high: Amount) -> Amount:
    """The second of two, its letter as a unit where the first is of that dimension: "50cm to 2m" ends at two metres."""
    number = high.number
    for name in scan.pack.numerals.scale_units.get(number.glued, ()) if high.kind is Kind.NUMBER else ():
        if scan.pack.units.dimensions[name] == low.dimension:
            unscaled = number.times(ONE / number.scale, number.end)
            return low._replace(number=unscaled, end=high.end, unit=name, factor=ONE, noun=None)
    return high


def _in_smaller_unit(scan: Scan, low: Amount, high: Amount) -> tuple[Amount, Amount] | None:
    """Two units of which one is so many of the other: "5 mm to 2 m", "50 cents to $2"; None where they are not."""
    base, a = _size(scan, low)
    other, b = _size(scan, high)
    if base != other or a == b:
        return None
    return (low, _times(high, b / a, low)) if a < b else (_times(low, a / b, high), high)


def _size(scan: Scan, amount: Amount) -> tuple[str, Decimal]:
    """The smallest unit that an amount's unit is made of, and how many of it one of the amount's number is."""
    name, parts = scan.pack.units.sizes.get(amount.unit or "", (amount.unit or "", ONE))
    return name, parts * amount.factor


def _times(amount: Amount, factor: Decimal, other: Amount) -> Amount:
    """The amount in the unit of another, of which one of its own is `factor`."""
    it = amount.number
    number = it._replace(value=it.value * factor, ulp=it.ulp * factor, loose_ulp=it.loose_ulp * factor, plain=False)
    return other._replace(number=number, end=amount.end, rule=amount.rule, noun=amount.noun)


def _with_one_unit(low: Amount, high: Amount) -> tuple[Amount, Amount] | None:
    """The two in one unit: the same on both, a sign that may be the other's, or that of the one that names it."""
    if low.bare != high.bare:
        return _with_lent_unit(low, high)
    if low.factor != high.factor:
        return None
    if low.unit == "degree" and high.dimension == "temperature":
        # "20° to 25°C"
        return low.in_unit_of(high), high
    if low.bare:
        counted = low.kind is Kind.NUMBER and high.kind is Kind.COUNT
        return (low.in_unit_of(high) if counted else low), high
    shared_sign = low.kind is high.kind is Kind.MONEY and low.unit in {r.unit for r in high.readings}
    return (low, high) if low.unit == high.unit or shared_sign else None


def _with_lent_unit(low: Amount, high: Amount) -> tuple[Amount, Amount] | None:
    """The two in the unit of the one that has one; None where the other counts a noun of its own."""
    if Kind.COUNT in (low.kind, high.kind):
        return None
    return (low.in_unit_of(high), high) if low.bare else (low, high.in_unit_of(low))


def _scaled(low: Amount, high: Amount) -> Amount:
    """As in "between 3 and 11 trillion": a small bare first end takes the scale of the second."""
    a, b = low.number, high.number
    small = not a.fraction and _is_unscaled(a, b) and a.value <= b.value / b.scale
    return low._replace(number=a.times(b.scale, a.end)) if small else low


def _is_unscaled(a: Numeral, b: Numeral) -> bool:
    """Whether the first of two numbers has no scale, and digits that may stand before that of the second."""
    return b.scale > ONE == a.scale and 0 < a.value < _THOUSAND


def shared_ahead(scan: Scan, amount: Amount, read: Read) -> Amount:
    """A bare number that borrows unit and scale from the last of its list: "5.6 and 2.9 million", "7- or 8-inch"."""
    if amount.number.plain and _LISTED_YEAR <= amount.number.value <= _LAST_YEAR:
        return amount
    other = _last_of_list(scan, amount, read)
    if other is None or (other.bare and other.number.scale == ONE):
        return amount
    borrowed = amount if other.bare else amount.in_unit_of(other)
    a, b = amount.number, other.number
    if _is_unscaled(a, b) and a.value <= _NEAR * b.value / b.scale:
        borrowed = borrowed._replace(number=a.times(b.scale, a.end))
    return borrowed._replace(noun=None)


def _last_of_list(scan: Scan, amount: Amount, read: Read) -> Amount | None:
    """The first number of the list after an amount that has a unit or a scale, else the last of those looked at."""
    other = _next(scan, amount, read)
    for _ in range(_LIST - 1):
        if other is None or not other.bare or other.number.scale > ONE:
            break
        other = None if scan.keys[other.end] == "to" else _next(scan, other, read)
    return other


def _next(scan: Scan, amount: Amount, read: Read) -> Amount | None:
    """The next number of a list; a comma alone joins only where "and" or "or" comes later."""
    keys, choices, j = scan.keys, scan.pack.numerals.choices, amount.end
    if keys[j] in HYPHENS and (keys[j + 1] == "to" or keys[j + 1] in choices):
        j += 1
    if keys[j] not in scan.pack.hedges.lists and keys[j] != "to":
        return None
    k = j + 1 + (keys[j] == "," and keys[j + 1] in choices)
    if not (keys[k][:1].isdecimal() or keys[k] in scan.pack.numerals.cardinals):
        return None
    other = read(scan, k)
    if other is None or (keys[j] == "," and k == j + 1 and keys[other.end] != "," and keys[other.end] not in choices):
        return None
    return other
