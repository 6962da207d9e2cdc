"""Said twice: a figure in brackets after another says the same in another unit.

"A wall 40 feet (20 meters) high" does not hold: 40 feet are 12 meters. Writers round when they convert, so only what is
out by more than a tenth counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.value import Value, plain
from reconcile.reconciler.checks.change_frames import by_sentence, cut
from reconcile.reconciler.checks.text_finding import make_finding
from reconcile.rules.load import Pack

CODE = "RC418"
# Conversions are out by this much through rounding alone.
ROUNDED = Decimal("0.1")


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each figure in brackets that is not the one before it in another unit."""
    for members in by_sentence(claims):
        text = documents[members[0].source].text
        for a, b in pairwise(members):
            x, y = a.norm, b.norm
            if x is None or y is None or cut(a, text) or not _repeats(a, b, text) or _near(x, y):
                continue
            one, other = (f"{plain(_short(v.low or Decimal(0)))} {a.norm_unit}" for v in (x, y))
            why = f"“{a.quote}” is {one}, “{b.quote}” is {other}"
            message = f"“{a.quote}” is given as “{b.quote}” in brackets."
            yield make_finding(CODE, (a, b), message, why, pack.policy, "one figure or one unit is wrong")


def _repeats(a: Claim, b: Claim, text: str) -> bool:
    """Whether the second is the first in another unit: alone in brackets right after it."""
    measures = a.kind is b.kind is Kind.MEASURE and a.dimension == b.dimension and a.norm_unit == b.norm_unit
    between, after = text[a.span.end : b.span.start], text[b.span.end : b.span.end + 1]
    return measures and a.unit != b.unit and a.per == b.per and between.strip() == "(" and after == ")"


def _short(number: Decimal) -> Decimal:
    """A number with three digits that tell."""
    return Decimal(f"{number:.3g}")


def _near(x: Value, y: Value) -> bool:
    """Whether two values, as loosely as they may be written, are within a tenth; hedged ones are."""
    if not (x.is_point and y.is_point) or x.soft is not None or y.soft is not None:
        return True
    if x.written(loose=True).overlaps(y.written(loose=True)):
        return True
    one, other = abs(x.low or Decimal(0)), abs(y.low or Decimal(0))
    return abs(one - other) <= ROUNDED * max(one, other)
