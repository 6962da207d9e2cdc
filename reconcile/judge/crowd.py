"""Which pairs of a group are held side by side: all of a small one, the distinct values of a crowd.

Ten thousand equal claims are fifty million pairs that say one thing. In a crowd each claim is paired with the first
that gives the same value, and the commonest values with each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.model.claim import Claim

# The most claims of which all pairs are judged.
CROWD = 200
# The most distinct values of a crowd that are compared with each other.
DISTINCT = 60


def telling_pairs(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs to judge, each once; linear in the number of claims beyond `CROWD`."""
    if len(claims) <= CROWD:
        yield from combinations(claims, 2)
        return
    same: defaultdict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        same[_said(claim)].append(claim)
    for first, *others in same.values():
        yield from ((first, other) for other in others)
    common = sorted(same.values(), key=len, reverse=True)[:DISTINCT]
    yield from combinations([members[0] for members in common], 2)


def _said(claim: Claim) -> object:
    """All by which two claims of one fact can differ."""
    value = claim.norm or claim.value
    who = claim.subject.id if claim.subject is not None else None
    what = claim.metric.id if claim.metric is not None else None
    return value, claim.unit, claim.kind, claim.period, claim.factuality, claim.titles, claim.organisation, who, what
