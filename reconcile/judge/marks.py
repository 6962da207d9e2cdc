"""A word beside one of two values alone that makes it another: an average, a total, the others, a change of it."""

from __future__ import annotations

from reconcile.model.claim import Claim
from reconcile.model.mention import Kind
from reconcile.model.words import stems
from reconcile.rules.policy import Policy

# How near the value such a word stands, in words; 1 is right after it, 2 right before it.
BESIDE = 2
# Kinds of values that move; a percentage beside "rose" is the change already.
LEVELS = frozenset({Kind.MONEY, Kind.COUNT, Kind.NUMBER, Kind.MEASURE})


def marked_off(a: Claim, b: Claim, policy: Policy) -> str | None:
    """Why a word beside one value speaks for two things, or None; symmetric."""
    one, other = _beside(a), _beside(b)
    odd = (one ^ other) & policy.marks
    if odd and not (one & policy.marks and other & policy.marks):
        return f"“{min(odd)}” stands beside one value alone"
    if a.kind in LEVELS and b.kind in LEVELS and bool(one & policy.moves) != bool(other & policy.moves):
        return "one may be a change, the other what it changed to"
    return None


def _beside(claim: Claim) -> frozenset[str]:
    near = (word for word, away in claim.context if away <= BESIDE)
    return stems(claim.quote) | frozenset(near)
