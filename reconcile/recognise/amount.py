"""An amount: one number with what it counts or measures, before hedges and ranges."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from reconcile.model.mention import Kind, Reading
from reconcile.model.span import Span
from reconcile.recognise.numeral import ONE, Numeral


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
