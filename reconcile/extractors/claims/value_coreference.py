"""A value told again, in the text or in its headline, takes over what was said of it where it stands in full."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reconcile.model.claim import Claim, Factuality, Step
from reconcile.model.document import Scope, Segments

AGAIN = "bind.told-before"
# Steps by which a claim came to a time of its own.
OWN = frozenset({"period.clause", "period.points-back"})
# Steps that give a claim the time of its publication, because the text gives none.
OF_PUBLICATION = frozenset({"period.news", "period.published"})
# How far a value in brackets begins after the one it converts, in code points.
BRACKET = 2


class ValueCoreference:
    """The claims of one text by value, so that one told again can take over what was said the first time."""

    __slots__ = ("_first",)

    def __init__(self) -> None:
        self._first: dict[tuple[object, ...], Claim] = {}

    def complete(self, claim: Claim, before: Claim | None) -> Claim:
        """`claim` with time and factuality of the claim it repeats, where it has none of its own.

        `before` is the claim before it in the sentence, which a value in brackets converts.
        """
        rules = {step.rule for step in claim.trail}
        found = self._first.setdefault(_claim_key(claim), claim)
        if AGAIN not in rules:
            return claim
        if found is claim and before is not None and 0 <= claim.span.start - before.span.end <= BRACKET:
            found = before
        if found is claim:
            return claim
        step = Step("period.told-before", f"as it was told before: “{found.quote}”")
        period = claim.period if rules & OWN else found.period
        stance = found.factuality if claim.factuality is Factuality.ASSERTED else claim.factuality
        if (period, stance) == (claim.period, claim.factuality):
            return claim
        kept = tuple(s for s in claim.trail if s.rule not in OF_PUBLICATION)
        source = claim if rules & OWN else found
        dating_steps = tuple(s for s in source.trail if s.rule in OF_PUBLICATION)
        return replace(claim, period=period, factuality=stance, trail=(*kept, *dating_steps, step))


def _claim_key(claim: Claim) -> tuple[object, ...]:
    """By what a claim is known again: its subject and value."""
    value = claim.value
    subject = claim.subject.id if claim.subject is not None else None
    return claim.kind, claim.unit, subject, None if value is None else (value.low, value.high)


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
