"""One figure under two labels: the same digits of money, once in another currency or at another rate."""

from __future__ import annotations

from reconcile.model.claim import Claim
from reconcile.model.mention import Kind
from reconcile.model.value import plain

# Fewer significant digits than this are the same by chance.
LEAST = 2


def figure(claim: Claim) -> str:
    """The amount of money as one number, whatever its currency; empty where it is none or too short to tell."""
    value = claim.value
    if claim.kind is not Kind.MONEY or value is None or value.low is None or not value.is_point:
        return ""
    number = plain(value.low)
    return number if len(number.replace(".", "").strip("0")) >= LEAST else ""


def two_labels(a: Claim, b: Claim) -> bool:
    """Whether two sources give one figure, once in another currency or at another rate; symmetric.

    A bare dollar may be any country's, and an amount without a rate may be at any.
    """
    if a.source == b.source or a.value is None or b.value is None or {a.kind, b.kind} != {Kind.MONEY}:
        return False
    if a.value.bounds != b.value.bounds or not a.value.is_point:
        return False
    currencies, rates = a.unit != b.unit, a.per != b.per
    dollars = all((c.unit or "").endswith("D") for c in (a, b))
    return (currencies and not rates and not dollars) or (rates and not currencies and None not in (a.per, b.per))
