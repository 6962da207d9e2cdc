"""Words of which a thing is one at most: a value next to one of them is not of what a value next to another is of."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.model.claim import Claim
from reconcile.rules.policy import Policy

# A word that excludes another does so only this near.
TOUCH = 3


def beside(claim: Claim, policy: Policy) -> Mapping[int, str]:
    """Of each set of rivals the word nearest to the value, where one is near enough."""
    out: dict[int, str] = {}
    for word, away in claim.context:
        if away > TOUCH:
            break
        key = policy.kin.get(word, word)
        if key in policy.rivals:
            out.setdefault(policy.rivals[key], key)
    return out


def exclude(one: Mapping[int, str], other: Mapping[int, str]) -> bool:
    """Whether two values stand next to words that exclude one another; symmetric."""
    return any(one[k] != other[k] for k in one.keys() & other.keys())
