"""A value told again ("half of the $5 billion") holds when it was first told to, and as surely as then."""

from __future__ import annotations

from dataclasses import replace

from reconcile.model.claim import OF_PUBLICATION, Claim, Factuality, Step

AGAIN = "bind.told-before"
# Steps by which a claim came to a time of its own.
OWN = frozenset({"period.clause", "period.points-back"})
# How far a value in brackets begins after the one it converts, in code points.
BRACKET = 2


class Retold:
    """The claims of one text by value, so that one told again can take over what was said the first time."""

    __slots__ = ("_first",)

    def __init__(self) -> None:
        self._first: dict[tuple[object, ...], Claim] = {}

    def complete(self, claim: Claim, before: Claim | None) -> Claim:
        """`claim` with time and factuality of the claim it repeats, where it has none of its own.

        `before` is the claim before it in the sentence, which a value in brackets converts.
        """
        rules = {step.rule for step in claim.trail}
        found = self._first.setdefault(_key(claim), claim)
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
        told = tuple(s for s in source.trail if s.rule in OF_PUBLICATION)
        return replace(claim, period=period, factuality=stance, trail=(*kept, *told, step))


def _key(claim: Claim) -> tuple[object, ...]:
    """By what a claim is known again: its subject and value."""
    value = claim.value
    subject = claim.subject.id if claim.subject is not None else None
    return claim.kind, claim.unit, subject, None if value is None else (value.low, value.high)
