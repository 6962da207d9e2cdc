"""Change against its ends: from a to b is a change of (b - a) / a; written as 100 (b - a) / a per cent.

Each of the three is taken for all that it may stand for as written. The base b is tried as well: when only that
fits, the slip is named. "Sales rose 12% from $50 million to $60 million" does not hold; "rose 20%" does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from reconcile.judge.within.alarm import alarm
from reconcile.judge.within.ends import Change, changes
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.interval import Interval
from reconcile.model.value import Value, plain
from reconcile.rules.load import Pack

CODE = "RC402"
HUNDRED = Decimal(100)


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each change with one percentage that fits neither base, or only the wrong one."""
    for change in changes(claims, documents, pack.policy):
        if len(change.percents) == 1 and change.before.unit != "percent":
            yield from _checked(change, change.percents[0], pack)


def _checked(change: Change, percent: Claim, pack: Pack) -> Iterator[Finding]:
    before, after, stated = change.before.value, change.after.value, percent.value
    if before is None or after is None or stated is None or stated.soft is not None or not stated.is_point:
        return
    if fits(stated, before, after):
        return
    wrong_base = fits(stated, after, before)
    why = f"from {change.before.quote} to {change.after.quote} is {_shown(before, after)} per cent"
    yield alarm(
        CODE,
        (percent, change.before, change.after),
        f"A change from “{change.before.quote}” to “{change.after.quote}” is given as “{percent.quote}”.",
        why,
        pack.policy,
        "the change was taken of the value after it" if wrong_base else None,
    )


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
