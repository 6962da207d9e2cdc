"""Two amounts in two currencies: they meet at the dated rate and its band, or they do not meet.

The very same digits in two currencies are one label too many, unless the rate makes one of the other or a bare sign may
be either's: a dollar may be any country's.
"""

from __future__ import annotations

from reconcile.judge.values import Judged
from reconcile.model.claim import Claim, Exchanged
from reconcile.model.finding import Relation
from reconcile.model.labels import two_labels
from reconcile.model.value import Value


def relate_currencies(a: Claim, b: Claim, x: Value, y: Value) -> Judged:
    """How the values `x` of `a` and `y` of `b` stand; symmetric.

    A sign that may be several currencies is tried as each.
    """
    pairs = ((a, b, y), (b, a, x))
    known = [(e, other) for one, two, other in pairs for e in one.exchanged if e.unit == two.unit]
    told = known[0][0].told() if known else ""
    if any(_fits(e, other, loose=False) for e, other in known):
        return Judged(Relation.COMPATIBLE, f"equal at the rate of that time ({told})")
    if two_labels(a, b) and not (a.says_when and b.says_when and a.period != b.period):
        return Judged(Relation.CONFLICT, f"the same figure in {a.unit} and in {b.unit}")
    if not known:
        return Judged(Relation.NOT_COMPARABLE, f"{a.unit} and {b.unit}: no rate table for that date")
    if any(_fits(e, other, loose=True) for e, other in known):
        return Judged(Relation.COMPATIBLE, f"equal at the rate of that time, if trailing zeros are rounding ({told})")
    return Judged(Relation.CONFLICT, f"apart by more than the rate allows ({told})")


def _fits(converted: Exchanged, other: Value, *, loose: bool) -> bool:
    one, two = converted.value.soft or converted.value.bounds, other.soft or other.written(loose=loose)
    return one.overlaps(two)
