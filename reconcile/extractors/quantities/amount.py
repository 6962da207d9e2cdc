"""Numerals and amounts as written: an exact value, the place of its last digit, and what it counts or measures."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from reconcile.model.mention import Kind, Reading
from reconcile.model.span import Span
from reconcile.model.value import Interval

ZERO = Decimal(0)
ONE = Decimal(1)
TEN = Decimal(10)
HUNDRED = Decimal(100)


class Numeral(NamedTuple):
    """A number as written: `ulp` is one unit in its last place, `end` the index after its last token.

    `scale` is the product of its scale words; `glued` the letter that served as one ("m" of "280m"). A fraction in
    words or signs has `fraction`; a number nobody counted ("thousands") has `bounds` and `soft`. Digits that may be two
    numbers ("4 312") are `unsure` until something beside them takes one.
    """

    value: Decimal
    ulp: Decimal
    loose_ulp: Decimal
    end: int
    in_words: bool = False
    scale: Decimal = ONE
    glued: str = ""
    fraction: bool = False
    plain: bool = False
    bounds: Interval | None = None
    soft: Interval | None = None
    unsure: bool = False

    def times(self, factor: Decimal, end: int, glued: str = "") -> Numeral:
        """The same digits in a scale `factor` as large."""
        return self._replace(
            value=self.value * factor,
            ulp=self.ulp * factor,
            loose_ulp=self.loose_ulp * factor,
            end=end,
            scale=self.scale * factor,
            fraction=False,
            glued=glued,
            plain=False,
            unsure=False,
        )


def loose(value: Decimal, ulp: Decimal) -> Decimal:
    """The place of the last digit that is not zero: "500" may be given to the nearest hundred."""
    if ulp != ONE or not value:
        return ulp
    digits = str(value)
    if digits[-1] != "0":
        return ulp
    return ulp.scaleb(len(digits) - len(digits.rstrip("0")))


class PlacedNumber(NamedTuple):
    """A number and the index of its first token; `signed` where a minus stands before that."""

    start: int
    number: Numeral
    signed: bool = False


class Amount(NamedTuple):
    """One number with its unit. `end` is the index after the last token of the mention, `factor` what part of the unit
    the number counts (a cent is 0.01 of its currency).
    """

    number: Numeral
    kind: Kind
    rule: str
    end: int
    unit: str | None = None
    dimension: str | None = None
    per: str | None = None
    factor: Decimal = ONE
    noun: Span | None = None
    readings: tuple[Reading, ...] = ()
    signed: bool = False

    @property
    def bare(self) -> bool:
        """Whether nothing but the number was read."""
        return self.kind is Kind.NUMBER or self.kind is Kind.COUNT

    def in_unit_of(self, other: Amount) -> Amount:
        """The same number with the unit of `other`."""
        return other._replace(number=self.number, end=self.end, noun=other.noun)
