"""What the values of two claims say of their being one: a tie among likely matches, or a distance no report spans.

Two values are never put together because they are equal; but of several matches alike in words the equal one is taken.
"""

from __future__ import annotations

from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.value import Value, plain

# Two reports of one thing are seldom farther apart than this.
FACTOR = Decimal(4)
# A text may give two reports of one thing that differ by this part; what differs by more is of two.
NEAR = Decimal("0.15")


def fit(a: Claim, b: Claim) -> bool:
    """Whether some number, or time, would be written as both are; of two as precise, only the same number."""
    x, y = a.norm or a.value, b.norm or b.value
    if x is not None and y is not None:
        return _rounds(x, y) if x.is_point and y.is_point else x.written().overlaps(y.written())
    if x is not y or a.period is None or b.period is None or a.period.edtf != b.period.edtf:
        return False
    return a.period.says_something or a.quote.casefold() == b.quote.casefold()


def far(a: Claim, b: Claim) -> bool:
    """Whether one value is several times the other, and no slip of the pen makes the one of the other."""
    x, y = a.norm or a.value, b.norm or b.value
    if x is None or y is None:
        return False
    low, high = sorted((_size(x), _size(y)))
    return high > low * FACTOR and _digits(low) != _digits(high)


def told_apart(a: Claim, b: Claim) -> bool:
    """Whether two values of one text differ by more than how they are rounded or a slip of the pen."""
    x, y = a.norm or a.value, b.norm or b.value
    if x is None or y is None:
        return a.period != b.period
    low, high = sorted((_size(x), _size(y)))
    return high - low > NEAR * high and not x.bounds.overlaps(y.bounds) and _digits(low) != _digits(high)


def _rounds(x: Value, y: Value) -> bool:
    coarse, fine = (x, y) if (x.ulp or 0) > (y.ulp or 0) else (y, x)
    if x.ulp == y.ulp or fine.low is None:
        return x.low == y.low
    return coarse.written().contains(fine.low)


def _size(value: Value) -> Decimal:
    return abs((value.low if value.low is not None else value.high) or Decimal(0))


def _digits(number: Decimal) -> list[str]:
    """The significant digits in any order: the same for a number with its scale or its digits mistaken."""
    return sorted(plain(number).replace(".", "").strip("0"))
