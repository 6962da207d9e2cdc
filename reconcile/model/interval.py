"""Intervals of exact decimals, open or closed at either end, unbounded where an end is `None`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """All x between `low` and `high`; an end that is open does not belong.

    Raises ValueError when no number lies in it.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is None or self.high is None:
            return
        if self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)):
            raise ValueError(f"empty interval {self}")

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        """The interval that holds `value` alone."""
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        """Whether exactly one number lies in it."""
        return self.low is not None and self.low == self.high

    def intersect(self, other: Interval) -> Interval | None:
        """What lies in both, or None when nothing does."""
        low, low_open = _tighter(self.low, self.low_open, other.low, other.low_open, upper=False)
        high, high_open = _tighter(self.high, self.high_open, other.high, other.high_open, upper=True)
        if low is not None and high is not None and (low > high or (low == high and (low_open or high_open))):
            return None
        return Interval(low, high, low_open, high_open)

    def overlaps(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return self.intersect(other) is not None

    def contains(self, value: Decimal) -> bool:
        """Whether `value` lies in it."""
        return self.overlaps(Interval.point(value))

    def covers(self, other: Interval) -> bool:
        """Whether every number of `other` lies in it."""
        return self.intersect(other) == other

    def scaled(self, factor: Decimal) -> Interval:
        """Every number times `factor`, which must be above zero."""
        if factor <= 0:
            raise ValueError("an interval is scaled by a factor above zero")
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.low_open,
            self.high_open,
        )


def _tighter(
    a: Decimal | None, a_open: bool, b: Decimal | None, b_open: bool, *, upper: bool
) -> tuple[Decimal | None, bool]:
    if a is None:
        return b, b_open
    if b is None:
        return a, a_open
    if a == b:
        return a, a_open or b_open
    return (a, a_open) if (a < b) == upper else (b, b_open)
