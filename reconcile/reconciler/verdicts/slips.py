"""The likely slip behind two claims that differ: what their units, times and neighbours say, then their digits.

Each law names the one cause under which both sides would fit; the first that does is told. What a text says of itself
(points for percent, the wrong base, a name misspelt) is named by the check that finds it.

The likely slip behind two numbers that differ: the first of a closed list of laws that makes both sides fit.

A law looks at two plain numbers above zero, the larger first, and fits within their written precision. The table is all
there is: a slip that is not in it is not named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from reconcile.model.claim import Claim, figure, two_labels
from reconcile.model.mention import WHEN, Kind
from reconcile.model.period import Period
from reconcile.model.value import Interval, Value, plain, significant_digits
from reconcile.rules.metrics import Nature
from reconcile.rules.policy import Policy

# How many digits are not alike by chance: in one order, and swapped.
_SAME, _SWAPPED = 2, 3
THOUSAND, MILLION, BILLION, TEN = Decimal(1000), Decimal(10) ** 6, Decimal(10) ** 9, Decimal(10)
LENGTHS, MASSES = frozenset({"length", "speed"}), frozenset({"mass"})
AREAS, VOLUMES = frozenset({"area"}), frozenset({"volume"})


class Law(NamedTuple):
    """A slip: its name, its words in the report, whether it makes larger and smaller fit, and of what dimensions."""

    name: str
    words: str
    fits: Callable[[Value, Value], bool]
    dimensions: frozenset[str] = frozenset()


def _times(factor: Decimal, large: Value, small: Value) -> bool:
    """Whether the larger is so many times the smaller, as far as both are written."""
    return small.scaled(factor).written().overlaps(large.written()) and small.low != large.low


def _in_unit(factor: Decimal, large: Value, small: Value) -> bool:
    """As `_times`, with trailing zeros taken for rounding, as those who convert write them."""
    return small.scaled(factor).written(loose=True).overlaps(large.written(loose=True))


def _digits(value: Value) -> str:
    return significant_digits(value.low or Decimal(0))


def _swapped(large: Value, small: Value) -> bool:
    a, b = _digits(large), _digits(small)
    a, b = a.ljust(len(b), "0"), b.ljust(len(a), "0")
    wrong = [i for i in range(len(a)) if a[i] != b[i]]
    are_neighbours = len(wrong) == 2 and wrong[1] == wrong[0] + 1
    return are_neighbours and sorted(a) == sorted(b) and _one_scale(large, small)


def _one_scale(large: Value, small: Value) -> bool:
    """Whether both have as many digits before the point."""
    return large.low is not None and small.low is not None and large.low.adjusted() == small.low.adjusted()


def _dropped(large: Value, small: Value) -> bool:
    longer, shorter = sorted((_digits(large), _digits(small)), key=len, reverse=True)
    if len(longer) != len(shorter) + 1 or len(shorter) < 2:
        return False
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def _unit(name: str, words: str, factor: str, dimensions: frozenset[str]) -> Law:
    return Law(name, f"fits if one side has {words}", partial(_in_unit, Decimal(factor)), dimensions)


def _scale(factor: Decimal, word: str) -> Law:
    words = f"one is {plain(factor)} times the other: a scale word may be wrong ({word})"
    return Law(f"times {plain(factor)}", words, partial(_times, factor))


# Two numbers: (14.6 billion, 14.6 million), (142, 124), (1234, 124), (161 km, 100 miles).
LAWS: tuple[Law, ...] = (
    _scale(THOUSAND, "million for billion"),
    _scale(MILLION, "million for trillion"),
    _scale(BILLION, "none for billion"),
    Law("times 10", "one is ten times the other: a digit may be lost or added", partial(_times, TEN)),
    Law("digits swapped", "two neighbouring digits are swapped", _swapped),
    Law("digit dropped", "one digit is missing", _dropped),
    _unit("mile and kilometre", "miles for kilometres", "1.609344", LENGTHS),
    _unit("foot and metre", "feet for metres", "3.2808399", LENGTHS),
    _unit("nautical mile", "nautical miles for kilometres", "1.852", LENGTHS),
    _unit("knot and mile", "knots for miles an hour", "1.15077945", frozenset({"speed"})),
    _unit("pound and kilogram", "kilograms for pounds", "2.20462262", MASSES),
    _unit("short and metric ton", "short tons for tonnes", "1.10231131", MASSES),
    _unit("long and short ton", "long tons for short tons", "1.12", MASSES),
    _unit("acre and hectare", "acres for hectares", "2.47105381", AREAS),
    _unit("square mile", "square miles for square kilometres", "2.58998811", AREAS),
    _unit("gallon and litre", "gallons for litres", "3.78541178", VOLUMES),
)


def is_unmistakable_slip(a: Claim, b: Claim) -> bool:
    """Whether a slip fits two numbers that hardly come about by chance: the same digits, two of them at least.

    Swapped, or in another scale, unit, currency or rate, they speak for one thing said twice more than other words
    speak against it.
    """
    if two_labels(a, b):
        return bool(figure(a))
    x, y = a.scaled_value, b.scaled_value
    if a.source == b.source or x is None or y is None or a.value is None or b.value is None:
        return False
    law = law_of(x, y, a.dimension)
    if law is None:
        return False
    one, other = _digits(a.value.anchor), _digits(b.value.anchor)
    if law.fits is _swapped:
        return len(one) >= _SWAPPED
    return len(one) >= _SAME and one == other


def slip(a: Value, b: Value, dimension: str | None) -> str | None:
    """The likely slip in words, or None where none fits; symmetric. Only plain numbers above zero are tried."""
    law = law_of(a, b, dimension)
    return None if law is None else law.words


def law_of(a: Value, b: Value, dimension: str | None) -> Law | None:
    """The first law that makes two numbers fit, each with the bound at it left aside."""
    a, b = a.anchor, b.anchor
    x, y = a.low, b.low
    if not (a.is_point and b.is_point) or x is None or y is None or x <= 0 or y <= 0 or x == y:
        return None
    large, small = (a, b) if x > y else (b, a)
    return next((w for w in LAWS if (not w.dimensions or dimension in w.dimensions) and w.fits(large, small)), None)


HUNDRED = Decimal(100)


class Series:
    """What a run says of each subject and metric at each time: where a value may have been taken from."""

    __slots__ = ("_natures", "_of")

    def __init__(self, claims: Iterable[Claim], natures: Callable[[str], Nature]) -> None:
        self._natures = natures
        self._of: defaultdict[tuple[str | None, ...], list[Claim]] = defaultdict(list)
        for claim in claims:
            key = _key(claim)
            if key is not None and claim.period is not None and claim.period.is_resolved:
                self._of[key].append(claim)

    def elsewhere(self, claim: Claim, other: Claim) -> Claim | None:
        """A claim of another time than both sides that gives the very value of `claim`, once per time."""
        key = _key(claim)
        own = {c.period for c in (claim, other)}
        found = (c for c in self._of.get(key, ()) if c.period not in own) if key is not None else iter(())
        return next((c for c in found if c.source != claim.source and _equal(c, claim)), None)

    def nature(self, claim: Claim) -> Nature:
        """How the metric of a claim behaves in time."""
        return Nature.FLOW if claim.metric is None else self._natures(claim.metric.id)


def _currency(a: Claim, b: Claim, _series: Series, _policy: Policy) -> str | None:
    """The same digits, once as dollars and once as euros."""
    if a.dimension == b.dimension == "currency" and a.unit != b.unit and _equal(a, b):
        return "the currency of one side is likely wrong"
    return None


def _period(a: Claim, b: Claim, series: Series, _policy: Policy) -> str | None:
    """One side has the value that another source gives for another time."""
    for claim, other in ((a, b), (b, a)):
        found = series.elsewhere(claim, other)
        if found is not None and found.period is not None and claim.period is not None:
            return _named(claim, claim.period, found.period, series.nature(claim))
    return None


def _named(claim: Claim, own: Period, given: Period, nature: Nature) -> str:
    """What it is called to give the value of one time for another."""
    tail = f"“{' '.join(claim.quote.split())}” is elsewhere the value of {given.edtf}"
    if any(a.days in HALVES and b.days in YEARS for a, b in ((own, given), (given, own))):
        return f"half a year may be taken for the year: {tail}"
    if own.covers(given) or given.covers(own):
        return f"the value of a part may be taken for that of the whole time: {tail}"
    if nature is Nature.INSTANT and given.ends_before(own):
        return f"a stale value may be given as current: {tail}"
    return f"the value of another time may be given: {tail}"


HALVES, YEARS = frozenset({181, 182, 183, 184}), frozenset({365, 366})


def _base(a: Claim, b: Claim, _series: Series, policy: Policy) -> str | None:
    """A rise of 25 per cent is 20 per cent of what it rose to: one side took the wrong base."""
    moving = all(frozenset(word for word, _ in c.context) & policy.moves for c in (a, b))
    if not (a.kind is b.kind is Kind.PERCENT and moving) or a.value is None or b.value is None:
        return None
    low, high = sorted((a.value, b.value), key=lambda v: v.low or Decimal(0))
    if not (low.is_point and high.is_point) or not high.low or high.low <= 0:
        return None
    taken = high.written()
    if taken.low is None or taken.high is None:
        return None
    least, most = (HUNDRED * end / (HUNDRED + end) for end in (taken.low, taken.high))
    fits = low.low is not None and low.written().overlaps(Interval(least, most)) and low.low != high.low
    return "one side may have taken the change of the value after it" if fits else None


def _number(a: Claim, b: Claim, _series: Series, _policy: Policy) -> str | None:
    x, y = a.scaled_value, b.scaled_value
    return None if x is None or y is None or a.kind in WHEN else slip(x, y, a.dimension)


def _date(a: Claim, b: Claim, _series: Series, _policy: Policy) -> str | None:
    """Two days that differ in the year alone, or have day and month the other way round."""
    one, other = (c.period.single_day if c.period is not None and c.kind is Kind.DATE else None for c in (a, b))
    if one is None or other is None:
        return None
    if (one.month, one.day) == (other.month, other.day) and one.year != other.year:
        return "the year of one side is likely wrong"
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return "day and month are likely swapped"
    return None


# What their labels, times and neighbours say of two claims, before their digits; the words where both would fit.
CAUSES = (_currency, _date, _period, _base, _number)


def cause(a: Claim, b: Claim, series: Series, policy: Policy) -> str | None:
    """The likely slip behind two claims that differ, in words; None where no law makes both fit."""
    return next((words for law in CAUSES if (words := law(a, b, series, policy)) is not None), None)


def _key(claim: Claim) -> tuple[str | None, ...] | None:
    if claim.subject is None or claim.metric is None or claim.metric.is_open or claim.kind in WHEN:
        return None
    return claim.subject.id, claim.metric.id, claim.norm_unit or claim.unit, claim.denominator


def _equal(a: Claim, b: Claim) -> bool:
    x, y = a.scaled_value, b.scaled_value
    return x is not None and y is not None and x.is_point and x.bounds == y.bounds
