"""The likely slip behind two claims that differ: what their units, times and neighbours say, then their digits.

Each law names the one cause under which both sides would fit; the first that does is told. What a text says of itself
(points for percent, the wrong base, a name misspelt) is named by the check that finds it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from reconcile.judge.slips import slip
from reconcile.model.claim import Claim
from reconcile.model.interval import Interval
from reconcile.model.mention import Kind
from reconcile.model.period import Grain, Period
from reconcile.rules.metrics import Nature
from reconcile.rules.policy import Policy

HUNDRED = Decimal(100)
Key = tuple[str, str, str | None, str | None]


class Series:
    """What a run says of each subject and metric at each time: where a value may have been taken from."""

    __slots__ = ("_natures", "_of")

    def __init__(self, claims: Iterable[Claim], natures: Callable[[str], Nature]) -> None:
        self._natures = natures
        self._of: defaultdict[Key, list[Claim]] = defaultdict(list)
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


class Cause(NamedTuple):
    """A law for two claims: its name, and the words where it makes both fit, else None."""

    name: str
    law: Callable[[Claim, Claim, Series, Policy], str | None]


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


def _named(claim: Claim, said: Period, given: Period, nature: Nature) -> str:
    """What it is called to give the value of one time for another."""
    tail = f"“{' '.join(claim.quote.split())}” is elsewhere the value of {given.edtf}"
    if any(a.days in HALVES and b.days in YEARS for a, b in ((said, given), (given, said))):
        return f"half a year may be taken for the year: {tail}"
    if said.covers(given) or given.covers(said):
        return f"the value of a part may be taken for that of the whole time: {tail}"
    if nature is Nature.INSTANT and _before(given, said):
        return f"a stale value may be given as current: {tail}"
    return f"the value of another time may be given: {tail}"


HALVES, YEARS = frozenset({181, 182, 183, 184}), frozenset({365, 366})


def _before(a: Period, b: Period) -> bool:
    return a.end is not None and b.start is not None and _day(a.end) <= _day(b.start)


def _one_day(period: Period) -> date | None:
    return _day(period.start) if period.grain is Grain.DAY and period.start is not None else None


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


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
    x, y = a.norm or a.value, b.norm or b.value
    return None if x is None or y is None or a.kind is Kind.DATE else slip(x, y, a.dimension)


def _date(a: Claim, b: Claim, _series: Series, _policy: Policy) -> str | None:
    """Two days that differ in the year alone, or have day and month the other way round."""
    days = [_one_day(c.period) for c in (a, b) if c.period is not None and c.kind is Kind.DATE]
    if len(days) != 2 or days[0] is None or days[1] is None:
        return None
    one, other = days[0], days[1]
    if (one.month, one.day) == (other.month, other.day) and one.year != other.year:
        return "the year of one side is likely wrong"
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return "day and month are likely swapped"
    return None


CAUSES: tuple[Cause, ...] = (
    Cause("currency label", _currency),
    Cause("date", _date),
    Cause("another period", _period),
    Cause("wrong base", _base),
    Cause("number", _number),
)


def cause(a: Claim, b: Claim, series: Series, policy: Policy) -> str | None:
    """The likely slip behind two claims that differ, in words; None where no law makes both fit."""
    return next((words for c in CAUSES if (words := c.law(a, b, series, policy)) is not None), None)


def _key(claim: Claim) -> Key | None:
    if claim.subject is None or claim.metric is None or claim.metric.is_open or claim.kind is Kind.DATE:
        return None
    return claim.subject.id, claim.metric.id, claim.norm_unit or claim.unit, claim.per


def _equal(a: Claim, b: Claim) -> bool:
    x, y = a.norm or a.value, b.norm or b.value
    return x is not None and y is not None and x.is_point and x.bounds == y.bounds
