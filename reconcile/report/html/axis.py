"""An axis: numbers to places on a line, evenly or, where they lie far apart, by their logarithm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Context, Decimal

# Values this many times apart share a line only on a logarithmic axis.
_APART = 20
_TENTH = Decimal("0.1")
_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
# Enough digits for any place on a drawing; the same on every machine.
_EXACT = Context(prec=40)


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high`, drawn from `left` to `right`; `low` is below `high`, and above zero if `logarithmic`."""

    low: Decimal
    high: Decimal
    left: Decimal
    right: Decimal
    logarithmic: bool = False

    @classmethod
    def over(cls, numbers: Iterable[Decimal], left: int, right: int) -> Axis | None:
        """An axis that shows every number with some room at either end; None without numbers."""
        ends = sorted(set(numbers))
        if not ends:
            return None
        low, high = ends[0], ends[-1]
        if low > 0 and high >= low * _APART:
            return cls(_EXACT.divide(low, Decimal(2)), high * 2, Decimal(left), Decimal(right), logarithmic=True)
        room = _EXACT.divide(high - low, Decimal(8)) or _EXACT.divide(abs(high), Decimal(10)) or Decimal(1)
        start = Decimal(0) if 0 <= low < room else low - room
        return cls(start, high + room, Decimal(left), Decimal(right))

    def at(self, number: Decimal) -> Decimal:
        """Where a number lies, to a tenth; a number beyond an end lies at that end."""
        inside = min(max(number, self.low), self.high)
        share = _EXACT.divide(self._scaled(inside) - self._scaled(self.low), self._length)
        return (self.left + share * (self.right - self.left)).quantize(_TENTH)

    def ticks(self, most: int = 4) -> tuple[Decimal, ...]:
        """Round numbers to print below the line, at most so many."""
        return self._powers(most) if self.logarithmic else self._even(most)

    @property
    def _length(self) -> Decimal:
        return self._scaled(self.high) - self._scaled(self.low)

    def _scaled(self, number: Decimal) -> Decimal:
        return _EXACT.log10(number) if self.logarithmic else number

    def _even(self, most: int) -> tuple[Decimal, ...]:
        length = self.high - self.low
        power = Decimal(1).scaleb(length.adjusted() - 1)
        steps = (power * scale * step for scale in (1, 10, 100) for step in _STEPS)
        for step in steps:
            first = -_EXACT.divide(-self.low, step).to_integral_value(ROUND_FLOOR)
            last = _EXACT.divide(self.high, step).to_integral_value(ROUND_FLOOR)
            if last - first < most:
                return tuple(step * n for n in range(int(first), int(last) + 1))
        return ()

    def _powers(self, most: int) -> tuple[Decimal, ...]:
        first, last = self.low.adjusted() + 1, self.high.adjusted()
        skip = max(1, -(-(last - first + 1) // most))
        return tuple(Decimal(1).scaleb(power) for power in range(first, last + 1, skip))
