"""Clock times of claims: which time of day each gives, and how far apart two are, by their zones and days."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from reconcile.model.claim import Claim
from reconcile.model.mention import WHEN, Kind
from reconcile.model.period import Grain

_EDTF = re.compile(r"(\d{4}-\d\d-\d\d)?T(\d\d):(\d\d)(?::\d\d)?(?:(Z)|([+-])(\d\d):(\d\d))?")
HOUR, DAY = 60, 24 * 60
# The qualifier of a zone of which nobody knows how far it is from Greenwich.
ZONE = "zone"


class ClockTime(NamedTuple):
    """A time of day in minutes from midnight, on a day if one is known; `offset` is its zone's minutes from Greenwich.

    `unit` is the minutes that it is told in: an hour, five minutes, one.
    """

    minutes: int
    day: date | None
    offset: int | None
    unit: int

    @property
    def hour(self) -> int:
        """The hour, from 0 to 24."""
        return self.minutes // HOUR


def clock_of(claim: Claim) -> ClockTime | None:
    """The time of day that a claim of a time gives; None for a day, or a claim of anything else."""
    period = claim.period
    match = _EDTF.fullmatch(period.edtf) if claim.kind in WHEN and period is not None else None
    if period is None or match is None:
        return None
    day, hour, minute, greenwich, sign, hours, minutes = match.groups()
    offset = 0 if greenwich else None
    if sign:
        offset = (HOUR * int(hours) + int(minutes)) * (-1 if sign == "-" else 1)
    unit = HOUR if period.grain is Grain.HOUR else _ROUND if int(minute) % _ROUND == 0 else 1
    return ClockTime(HOUR * int(hour) + int(minute), date.fromisoformat(day) if day else None, offset, unit)


# Minutes that end in 0 or 5 may be rounded.
_ROUND = 5


def minutes_apart(a: ClockTime, b: ClockTime) -> int | None:
    """How many minutes `b` is after `a`; None where only one side has a known zone.

    Where a day is not known the shorter way around the clock counts, from -720 to 719.
    """
    if (a.offset is None) != (b.offset is None):
        return None
    apart = b.minutes - a.minutes - ((b.offset or 0) - (a.offset or 0))
    if a.day is not None and b.day is not None:
        return apart + DAY * (b.day - a.day).days
    return (apart + DAY // 2) % DAY - DAY // 2


def same_clock_time(a: Claim, b: Claim) -> bool | None:
    """Whether two claims give one time of day, in one zone or another; None where one gives none."""
    x, y = clock_of(a), clock_of(b)
    if x is None or y is None:
        return None
    return minutes_apart(x, y) == 0 and _zone(a) == _zone(b)


def zones_differ(a: Claim, b: Claim) -> bool:
    """Whether one claim's clock is of a zone that the other's is not said to be of."""
    return _zone(a) != _zone(b)


def _zone(claim: Claim) -> str | None:
    return claim.qualifiers.get(ZONE)


def is_clock_against_day(a: Claim, b: Claim) -> bool:
    """Whether one claim gives a time of day and the other a day without one, which is another thing to tell."""
    return (a.kind is Kind.TIME and clock_of(b) is None) or (b.kind is Kind.TIME and clock_of(a) is None)
