"""A word beside one of two values alone that makes it another: an average, a total, the others, a change of it."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.model.claim import Claim
from reconcile.model.mention import Kind
from reconcile.model.words import stems
from reconcile.rules.policy import Policy

# How near the value such a word stands, in words; 1 is right after it, 2 right before it.
BESIDE = 2
# Kinds of values that move; a percentage beside "rose" is the change already.
LEVELS = frozenset({Kind.MONEY, Kind.COUNT, Kind.NUMBER, Kind.MEASURE})


def one_is_a_mean(a: Claim, b: Claim, policy: Policy) -> str | None:
    """The doubt where one value alone is an average, or None; symmetric."""
    return _odd(_beside(a), _beside(b), policy.means)


def marked_off(a: Claim, b: Claim, policy: Policy) -> str | None:
    """Why a word beside one of two values that differ speaks for two things, or None; symmetric."""
    one, other = _beside(a), _beside(b)
    if a.kind in LEVELS and b.kind in LEVELS and bool(one & policy.moves) != bool(other & policy.moves):
        return "one may be a change, the other what it changed to"
    return _odd(one, other, policy.means) or _odd(one, other, policy.marks)


def _odd(one: frozenset[str], other: frozenset[str], words: Mapping[str, str]) -> str | None:
    if one.isdisjoint(words) == other.isdisjoint(words):
        return None
    return f"“{words[min((one | other) & words.keys())]}” stands beside one value alone"


def _beside(claim: Claim) -> frozenset[str]:
    near = (word for word, away in claim.context if away <= BESIDE)
    return stems(claim.quote) | frozenset(near)
