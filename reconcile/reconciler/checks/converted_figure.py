"""Said twice: a figure in brackets after another says the same in another unit.

"A wall 40 feet (20 meters) high" does not hold: 40 feet are 12 meters. Writers round when they convert, so only what is
out by more than a tenth counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reconcile.model.claim import Claim
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.value import Value, plain
from reconcile.reconciler.checks.sentence_claims import SentenceClaims
from reconcile.reconciler.verdicts.findings import make_finding
from reconcile.rules.load import Pack

CODE = "RC418"
# Conversions are out by this part of the larger figure through rounding alone.
ROUNDED = Decimal("0.1")


def check(sentence: SentenceClaims, pack: Pack) -> Iterator[Finding]:
    """One finding for each figure in brackets that is not the one before it in another unit."""
    for a, b in pairwise(sentence.claims):
        x, y = a.norm, b.norm
        if x is None or y is None or sentence.is_cut(a) or not _repeats(sentence, a, b) or _is_near(x, y):
            continue
        # three digits that tell
        one, other = (f"{plain(Decimal(f'{v.low or 0:.3g}'))} {a.norm_unit}" for v in (x, y))
        why = f"“{a.quote}” is {one}, “{b.quote}” is {other}"
        message = f"“{a.quote}” is given as “{b.quote}” in brackets."
        yield make_finding(CODE, (a, b), message, why, pack.policy, "one figure or one unit is wrong")


def _repeats(sentence: SentenceClaims, a: Claim, b: Claim) -> bool:
    """Whether the second is the first in another unit: alone in brackets right after it."""
    measures = a.kind is b.kind is Kind.MEASURE and (a.dimension, a.norm_unit) == (b.dimension, b.norm_unit)
    between, after = sentence.text[a.span.end : b.span.start], sentence.text[b.span.end : b.span.end + 1]
    return measures and a.unit != b.unit and a.per == b.per and between.strip() == "(" and after == ")"


def _is_near(x: Value, y: Value) -> bool:
    """Whether two values, as loosely as they may be written, are within a tenth; hedged ones are."""
    one, other = x.number, y.number
    if one is None or other is None or x.soft is not None or y.soft is not None:
        return True
    near = abs(abs(one) - abs(other)) <= ROUNDED * max(abs(one), abs(other))
    return near or x.written(loose=True).overlaps(y.written(loose=True))
