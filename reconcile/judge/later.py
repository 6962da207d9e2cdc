"""What the days of publication say of two values that differ, where a text does not say when its value holds."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from reconcile.judge.values import Judged
from reconcile.model.claim import Claim
from reconcile.model.finding import Relation
from reconcile.model.period import Grain, Period
from reconcile.rules.metrics import Nature

# News of one event seldom runs for longer without saying when it was.
NEWS = timedelta(days=7)
# A day so near its text is one of news or of what is to come, and no date of history.
RECENT = timedelta(days=60)
# What counts up after one event no longer does after so long.
LONG = timedelta(days=365)


def told_later(a: Claim, b: Claim, day: date | None, other: date | None, nature: Nature) -> Judged | None:
    """A count that only grows, told later and larger, is revised; anything else told much later may be news of another.

    None where both say when, a day of publication is not known, or a named thing does not change. Symmetric with the
    days swapped alike.
    """
    if day is None or other is None or (a.says_when and b.says_when):
        return None
    if nature is Nature.CUMULATIVE and day != other:
        early, late = (a, b) if day < other else (b, a)
        if _least(early) < _least(late):
            return Judged(Relation.REVISED, "the count only grows, and the larger was published later")
    if abs(day - other) <= NEWS or (nature is Nature.CONSTANT and named(a) and named(b)):
        return None
    return Judged(Relation.UNDECIDED, "published far apart, and one does not say when: it may be news of another event")


def _least(claim: Claim) -> Decimal:
    value = claim.norm or claim.value
    if value is None:
        return Decimal(0)
    return (value.low if value.low is not None else value.high) or Decimal(0)


def named(claim: Claim) -> bool:
    """Whether a claim is of something that has a name, so that it is the same in every text."""
    return claim.subject is not None and not claim.subject.weak and claim.subject.label[:1].isupper()


def two_occasions(a: Claim, b: Claim, day: date | None, other: date | None) -> bool:
    """Whether two days are each of the news of their own text, and the texts of two times: what recurs may be meant."""
    if day is None or other is None or abs(day - other) <= NEWS:
        return False
    return all(_near(c.period, published) for c, published in ((a, day), (b, other)))


def _near(period: Period | None, published: date) -> bool:
    return period is not None and period.gap(Period(published, published, "", Grain.DAY)) <= RECENT.days


def another_event(a: Claim, b: Claim, nature: Nature) -> bool:
    """Whether two counts of what grows, years apart and of nothing with a name, are of two events."""
    if nature is not Nature.CUMULATIVE or (named(a) and named(b)):
        return False
    return a.period is not None and b.period is not None and a.period.gap(b.period) > LONG.days
