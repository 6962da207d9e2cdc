"""Plausible range: a metric states what values it can take, and a value wholly outside is likely a slip.

"Dale Phones sold 14.6 billion handsets" is more than there are people. Such a value is still a claim and still
compared with others; only this finding says that it cannot well be. A small figure without a scale word, below the
range, is likelier of something else than wrong ("my two cents' worth" is no market value), and so is one without the
denominator that the metric has ("$100 million of crude oil").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding, Option
from reconcile.model.mention import Kind, unit_in_words
from reconcile.model.value import Interval, Value, grouped
from reconcile.reconciler.verdicts.findings import ALWAYS, make_finding
from reconcile.rules.load import Pack
from reconcile.rules.metrics import Range

CODE = "RC401"
THOUSAND = Decimal(1000)


def check(_document: Document, claims: tuple[Claim, ...], pack: Pack) -> Iterator[Finding]:
    """One finding for each value that shares no number with its metric's plausible range."""
    for claim in claims:
        missed = outside(claim, pack)
        if missed is not None and claim.metric is not None:
            yield _finding(claim, pack.metrics.by_id[claim.metric.id].label, missed, pack)


def outside(claim: Claim, pack: Pack) -> Range | None:
    """The plausible range of a claim's metric, where its value shares no number with it."""
    rule = pack.metrics.by_id.get(claim.metric.id) if claim.metric is not None else None
    if rule is None or rule.plausible is None:
        return None
    value = _gauged(claim, rule.plausible)
    allowed = Interval(rule.plausible.low, rule.plausible.high)
    if value is None or value.bounds.overlaps(allowed) or (rule.per and claim.per is None):
        return None
    small = allowed.low is not None and value.high is not None and value.high < allowed.low
    return None if small and claim.kind is not Kind.MEASURE and not _scaled(value) else rule.plausible


def _scaled(value: Value) -> bool:
    """Whether the last digit written stands for thousands or more, as with a scale word."""
    return value.ulp is not None and value.ulp >= THOUSAND


def _gauged(claim: Claim, plausible: Range) -> Value | None:
    """The value in the unit of the range; None where it has another unit or denominator than the range speaks of."""
    if plausible.unit is not None:
        own = unit_in_words(claim.unit, claim.per)
        return claim.value if own == plausible.unit else claim.norm if claim.norm_unit == plausible.unit else None
    return claim.value if claim.per is None and claim.kind is not Kind.MEASURE else None


def _finding(claim: Claim, label: str, plausible: Range, pack: Pack) -> Finding:
    low, high = (None if end is None else grouped(end) for end in (plausible.low, plausible.high))
    unit = f" {plausible.unit}" if plausible.unit else ""
    why = f"“{label}” is taken to lie between {low or 'any'} and {high or 'any'}{unit}"
    message = f"“{claim.quote}” is out of range for “{label}”."
    slip = "a scale word or a unit may be wrong"
    found = make_finding(CODE, (claim,), message, why, pack.policy, slip, "check.plausible")
    return replace(found, options=(Option("keep-a", f"keep “{claim.quote}”"), *ALWAYS[2:]))
