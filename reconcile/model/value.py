"""The value of a quantity: hard bounds, what a reader takes them to mean, and the precision of the digits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from reconcile.model.interval import Interval

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


def _text(number: Decimal | None) -> str | None:
    return None if number is None else plain(number)
