"""Change against its ends: from a to b is a change of (b - a) / a; written as 100 (b - a) / a per cent.

An amount is b - a. Each of the three is taken for all that it may stand for as written. The base b is tried as well:
when only that fits, the slip is named. "Sales rose 12% from $50 million to $60 million" does not hold; "rose 20%" does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.value import Interval, Value, plain
from reconcile.reconciler.checks.change_frames import Change, changes
from reconcile.reconciler.checks.text_finding import make_finding
from reconcile.rules.load import Pack

CODE = "RC402"
HUNDRED = Decimal(100)


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each change whose one stated size its ends do not allow."""
    for change in changes(claims, documents, pack.policy):
        if len(change.stated) == 1 and not frozenset(change.sentence) & pack.policy.cues["adjusted"]:
            yield from _checked(change, change.stated[0], pack)


def _checked(change: Change, size: Claim, pack: Pack) -> Iterator[Finding]:
    before, after, stated = change.before.value, change.after.value, size.value
    if before is None or after is None or stated is None or stated.soft is not None or not stated.is_point:
        return
    relative_size = size.kind is Kind.PERCENT and change.before.kind is not Kind.PERCENT
    holds = fits(stated, before, after) if relative_size else amounts(change, size)
    if holds:
        return
    wrong_base = relative_size and fits(stated, after, before)
    shown = f"{_shown(before, after)} per cent" if relative_size else plain(abs(_difference(before, after)))
    yield make_finding(
        CODE,
        (size, change.before, change.after),
        f"A change from “{change.before.quote}” to “{change.after.quote}” is given as “{size.quote}”.",
        f"from {change.before.quote} to {change.after.quote} is {shown}",
        pack.policy,
        "the change was taken of the value after it" if wrong_base else None,
    )


def amounts(change: Change, size: Claim) -> bool:
    """Whether an amount can be the difference of two ends, all as written; of another unit, anything can."""
    before, after, stated = change.before, change.after, size.value
    in_points = before.kind is Kind.PERCENT and (size.kind is Kind.POINTS or size.unit == "point")
    same_unit = size.kind is before.kind and size.unit == before.unit and size.kind is not Kind.PERCENT
    if before.value is None or after.value is None or stated is None or not (same_unit or in_points):
        return True
    a, b = before.value.written(), after.value.written()
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return True
    return _size(Interval(b.low - a.high, b.high - a.low)).overlaps(_size(stated.written()))


def _difference(before: Value, after: Value) -> Decimal:
    return (after.low or Decimal(0)) - (before.low or Decimal(0))


def fits(stated: Value, base: Value, other: Value) -> bool:
    """Whether a percentage as written can be the change from `base` to `other`, both as written."""
    change = relative(base.written(), other.written())
    return change is None or change.overlaps(_size(stated.written()))


def relative(base: Interval, other: Interval) -> Interval | None:
    """The size of the change in per cent for all values of both; None where that has no bounds."""
    ends = (base.low, base.high, other.low, other.high)
    if any(e is None or e <= 0 for e in ends):
        return None
    b1, b2, o1, o2 = (e for e in ends if e is not None)
    return _size(Interval((o1 / b2 - 1) * HUNDRED, (o2 / b1 - 1) * HUNDRED))


def _size(change: Interval) -> Interval:
    """A change without its sign."""
    low, high = change.low or Decimal(0), change.high or Decimal(0)
    return change if low >= 0 else Interval(-high, -low) if high <= 0 else Interval(Decimal(0), max(-low, high))


def _shown(before: Value, after: Value) -> str:
    old, new = before.low or Decimal(1), after.low or Decimal(0)
    return plain(((new / old - 1) * HUNDRED).quantize(Decimal("0.1")))
