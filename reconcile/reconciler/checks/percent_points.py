"""Percent against points: from 6% to 4% is a fall of 2 percentage points, or of 33 per cent, and not of 2 per cent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.value import Value
from reconcile.reconciler.checks.change import fits
from reconcile.reconciler.checks.change_frames import by_sentence
from reconcile.reconciler.checks.text_finding import make_finding
from reconcile.rules.load import Pack

CODE = "RC404"


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each percentage that is the difference of the two beside it and not their relative change."""
    for members in by_sentence(claims):
        text = documents[members[0].source].text
        percents = [c for c in members if c.kind is Kind.PERCENT]
        ends = [c for c in percents if _is_range(c, text)]
        stated = [c for c in percents if c.value is not None and c.value.is_point]
        if len(percents) == 2 and len(ends) == len(stated) == 1 and _mistaken(stated[0], ends[0]):
            message = f"“{stated[0].quote}” is the difference of “{ends[0].quote}”."
            why, slip = "a difference of percentages is in points", "percent for percentage points"
            yield make_finding(CODE, (stated[0], ends[0]), message, why, pack.policy, slip)


def _is_range(claim: Claim, text: str) -> bool:
    value = claim.value
    begins = text[claim.span.start : claim.span.end].lower().startswith("from ")
    return begins and value is not None and None not in (value.low, value.high) and not value.is_point


def _mistaken(stated: Claim, ends: Claim) -> bool:
    value, pair = stated.value, ends.value
    if value is None or pair is None or pair.low is None or pair.high is None or value.low is None:
        return False
    low, high = Value.exact(pair.low, pair.ulp), Value.exact(pair.high, pair.ulp)
    return value.low == pair.high - pair.low and not fits(value, low, high) and not fits(value, high, low)
