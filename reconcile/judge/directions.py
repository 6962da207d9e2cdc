"""Which way a change went is a part of it: what rose by 12 percent did not fall by 12 percent.

Only where the words of an open metric say so ("sales fall"), and say it of one way alone.
"""

from __future__ import annotations

from reconcile.model.claim import Claim
from reconcile.model.mention import Kind
from reconcile.model.words import stems
from reconcile.rules.policy import Policy

# Kinds that a change is given in; the rest are mostly what it changed to.
CHANGES = frozenset({Kind.PERCENT, Kind.POINTS, Kind.MONEY})
OPPOSED = "one says that it went up, the other that it went down"


def opposed(a: Claim, b: Claim, policy: Policy) -> bool:
    """Whether two changes went opposite ways; symmetric."""
    return _way(a, policy) * _way(b, policy) < 0


def _way(claim: Claim, policy: Policy) -> int:
    """1 for up, -1 for down, 0 where the claim says neither or both."""
    if claim.kind not in CHANGES or claim.metric is None or not claim.metric.is_open:
        return 0
    words = stems(claim.metric.label)
    return (not words.isdisjoint(policy.rises)) - (not words.isdisjoint(policy.falls))
