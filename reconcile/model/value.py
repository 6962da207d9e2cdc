"""The value of a quantity: hard bounds, what a reader takes them to mean, and the precision of the digits.

Intervals of exact decimals, open or closed at either end, unbounded where an end is `None`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
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

    def minus(self, other: Interval) -> Interval | None:
        """All differences of a number of each; None where an end of one is not known."""
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return None
        return Interval(self.low - other.high, self.high - other.low)

    def over(self, other: Interval) -> Interval | None:
        """All quotients of a number of each; None where an end is not known, a number below zero, or a divisor zero."""
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return None
        return Interval(self.low / other.high, self.high / other.low) if self.low >= 0 < other.low else None

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


HALF = Decimal("0.5")


def plain(number: Decimal) -> str:
    """A decimal without exponent or trailing fraction zeros: `Decimal("9.24E+7")` gives "92400000"."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def grouped(number: Decimal) -> str:
    """As `plain`, with thousands set off by commas: "92,400,000"."""
    return f"{Decimal(plain(number)):,f}"


def significant_digits(number: Decimal) -> str:
    """The digits that do not depend on the scale: 1,420 and 1.42 both have "142"."""
    return plain(number).replace(".", "").strip("0")


@dataclass(frozen=True, slots=True)
class Value:
    """What a quantity says of its number.

    `bounds`: what cannot be left without contradicting the text (hard bounds). `ulp`: one unit in the last place as
    written ("92.4 million" has 100,000); `loose_ulp`: the same when trailing zeros may be rounding ("500" has 1 and
    100). None where the value is a definition or a word that carries no precision. `soft`: what a reader takes a hedge
    to mean ("nearly 40": 38 to 40); None where nothing is hedged.
    """

    bounds: Interval
    ulp: Decimal | None = None
    loose_ulp: Decimal | None = None
    soft: Interval | None = None

    @classmethod
    def exact(cls, number: Decimal, ulp: Decimal | None = None, loose_ulp: Decimal | None = None) -> Value:
        """A single number as written."""
        return cls(Interval.point(number), ulp, loose_ulp if loose_ulp is not None else ulp)

    @property
    def low(self) -> Decimal | None:
        """The lower hard bound."""
        return self.bounds.low

    @property
    def high(self) -> Decimal | None:
        """The upper hard bound."""
        return self.bounds.high

    @property
    def is_point(self) -> bool:
        """Whether the text gives a single number."""
        return self.bounds.is_point

    @property
    def number(self) -> Decimal | None:
        """The single number that the text gives; None for a bound or a range."""
        return self.bounds.low if self.bounds.is_point else None

    @property
    def magnitude(self) -> Decimal:
        """How large the number is, its sign aside: the lower bound of several, or the only bound; 0 without any."""
        return abs((self.low if self.low is not None else self.high) or Decimal(0))

    @property
    def anchor(self) -> Value:
        """The single number that the text gives, a bound at it aside: 5 of "almost 5"; a range as it is."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return self if self.soft is None or len(ends) != 1 else Value.exact(ends[0], self.ulp)

    def rounds_with(self, other: Value, *, loose: bool = False) -> bool:
        """Whether the finer of two single numbers lies where the coarser one is rounded from."""
        fine, coarse = sorted((self, other), key=lambda v: (v.loose_ulp if loose else v.ulp) or Decimal(0))
        return fine.low is not None and coarse.written(loose=loose).contains(fine.low)

    def written(self, *, loose: bool = False) -> Interval:
        """Every number that would be written this way: half a unit in the last place to each closed side.

        Rounding is half-up to half-even by outlet, so both ends count (XBRL, *Handling Duplicate Facts*).
        """
        ulp = (self.loose_ulp if loose else self.ulp) or Decimal(0)
        slack = ulp * HALF
        b = self.bounds
        low = b.low if b.low is None or b.low_open else b.low - slack
        high = b.high if b.high is None or b.high_open else b.high + slack
        return Interval(low, high, b.low_open, b.high_open)

    def scaled(self, factor: Decimal) -> Value:
        """The same value in a unit `1/factor` as large."""
        return replace(
            self,
            bounds=self.bounds.scaled(factor),
            ulp=None if self.ulp is None else self.ulp * factor,
            loose_ulp=None if self.loose_ulp is None else self.loose_ulp * factor,
            soft=None if self.soft is None else self.soft.scaled(factor),
        )

    def to_dict(self) -> dict[str, object]:
        """The JSON form: decimals as plain strings."""
        b = self.bounds
        return {
            "low": _text(b.low),
            "high": _text(b.high),
            "low_open": b.low_open,
            "high_open": b.high_open,
            "ulp": _text(self.ulp),
            "loose_ulp": _text(self.loose_ulp),
            "soft": None if self.soft is None else {"low": _text(self.soft.low), "high": _text(self.soft.high)},
        }


# Of what gives no value: it may be anything.
ANY_VALUE = Value(Interval())


def _text(number: Decimal | None) -> str | None:
    return None if number is None else plain(number)
