"""Shares and remainder: a share and the one that is said to remain make 100 per cent, within rounding.

"60 percent were for it, the remaining 30 percent against" leaves a tenth out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from reconcile.judge.within.alarm import alarm
from reconcile.judge.within.ends import by_sentence
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.interval import Interval
from reconcile.model.mention import Kind
from reconcile.rules.load import Pack

CODE = "RC406"
WHOLE = Interval.point(Decimal(100))
# How many characters before a share are searched for the word that makes it a remainder.
REACH = 24


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each sentence whose shares, the last of which is called the rest, cannot make a whole."""
    for members in by_sentence(claims):
        shares = [c for c in members if c.kind is Kind.PERCENT and c.value is not None]
        text = documents[members[0].source].text
        if len(shares) < 2 or not _remains(shares[-1], text, pack):
            continue
        if not whole(shares) and all(c.value is not None and c.value.is_point for c in shares):
            quotes = " and ".join(f"“{c.quote}”" for c in shares)
            yield alarm(
                CODE, tuple(shares), f"{quotes} are not a whole.", "the shares do not make 100 per cent", pack.policy
            )


def whole(shares: Iterable[Claim]) -> bool:
    """Whether shares as written can make 100 per cent."""
    shares = tuple(shares)
    low, high = (sum((_end(c, low=low) for c in shares), Decimal(0)) for low in (True, False))
    return Interval(low, high).overlaps(WHOLE)


def _remains(claim: Claim, text: str, pack: Pack) -> bool:
    lead = text[max(claim.sentence.start, claim.span.start - REACH) : claim.span.start].lower().split()
    return bool(pack.policy.cues["rest"] & frozenset(lead))


def _end(claim: Claim, *, low: bool) -> Decimal:
    """The least or greatest share that would be written so, hedges taken at their word."""
    value = claim.value
    if value is None:
        return Decimal(0)
    meant = value.soft or value.written()
    return (meant.low if low else meant.high) or Decimal(0)
