"""A value of the headline takes its time and subject from where the text gives the same value in full."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reconcile.model.claim import Claim, Step
from reconcile.model.document import Scope, Segments


def complete_headline(claims: Iterable[Claim], segments: Segments) -> list[Claim]:
    """The claims, those of the headline with time and subject of the first that gives the same value of the same."""
    claims = list(claims)
    top = {s.span for s in segments.sentences if s.scope is Scope.HEADLINE}
    body_claims: dict[object, list[Claim]] = {}
    for claim in claims:
        if claim.value is not None and claim.sentence not in top:
            body_claims.setdefault(_value_key(claim), []).append(claim)
    return [_completed(c, body_claims.get(_value_key(c), ())) if c.sentence in top and c.value else c for c in claims]


def _completed(claim: Claim, candidates: Iterable[Claim]) -> Claim:
    found = next((c for c in candidates if _same_metric(claim, c)), None)
    if found is None:
        return claim
    timed = found.says_when and not claim.says_when
    vague = claim.subject is None or (claim.subject.weak and found.subject is not None and not found.subject.weak)
    if not timed and not vague:
        return claim
    step = Step("headline.text", f"left out here, taken from “{found.quote}” in the text")
    return replace(
        claim,
        period=found.period if timed else claim.period,
        subject=found.subject if vague else claim.subject,
        trail=(*claim.trail, step),
    )


def _value_key(claim: Claim) -> object:
    value = claim.value
    return claim.kind, claim.unit, None if value is None else (value.low, value.high)


def _same_metric(a: Claim, b: Claim) -> bool:
    """Whether both are of one rule's metric, or of open ones that share a word."""
    if a.metric is None or b.metric is None or a.metric.id != b.metric.id:
        return False
    return not a.metric.is_open or bool(a.metric.content & b.metric.content)
