"""Shares over 100: the shares of one whole are no more than the whole, within rounding.

"Brandt won 58 percent of the vote and Fisk 47 percent" does not hold. Only metrics that the policy names as shares of
one whole (`wholes`), given in one sentence to different holders.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from reconcile.model.claim import Claim, Factuality
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.value import grouped
from reconcile.reconciler.checks.change_frames import by_sentence
from reconcile.reconciler.checks.text_finding import make_finding
from reconcile.rules.load import Pack

CODE = "RC417"
WHOLE = Decimal(100)


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each sentence whose holders share more than the whole."""
    del documents
    for members in by_sentence(claims):
        shares: defaultdict[tuple[str, object], dict[str, Claim]] = defaultdict(dict)
        for claim in members:
            if claim.metric is not None and claim.metric.id in pack.policy.additive_metrics and _plain(claim):
                holder = claim.subject.id if claim.subject is not None else ""
                shares[(claim.metric.id, claim.period)].setdefault(holder, claim)
        for _, by_holder in sorted(shares.items(), key=lambda item: item[0][0]):
            yield from _checked(tuple(by_holder.values()), pack)


def _checked(sides: tuple[Claim, ...], pack: Pack) -> Iterator[Finding]:
    if len(sides) < 2 or any(c.subject is None for c in sides):
        return
    least = sum((c.value.written().low or Decimal(0) for c in sides if c.value is not None), Decimal(0))
    if least > WHOLE:
        total = grouped(sum((c.value.low or Decimal(0) for c in sides if c.value is not None), Decimal(0)))
        quotes = " and ".join(f"“{c.quote}”" for c in sides)
        yield make_finding(CODE, sides, f"{quotes} of one whole are {total} percent.", f"together {total}", pack.policy)


def _plain(claim: Claim) -> bool:
    point = claim.value is not None and claim.value.is_point and claim.hedge is None
    return claim.kind is Kind.PERCENT and point and claim.factuality is Factuality.ASSERTED
