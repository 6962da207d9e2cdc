"""One person, two spellings: names that hold one office of one organisation and are almost alike are put together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from reconcile.model.claim import Claim
from reconcile.model.mention import Kind
from reconcile.model.spelling import likely_same_name


def spellings(claims: Iterable[Claim]) -> dict[str, str]:
    """Maps a person's id to the spelling most claims use, where one organisation gives titles to both spellings."""
    holders: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.kind is Kind.ROLE and claim.subject is not None and claim.organisation is not None:
            holders[claim.organisation.id][claim.subject.id] += 1
    out: dict[str, str] = {}
    for counts in holders.values():
        for a, b in combinations(sorted(counts), 2):
            if likely_same_name(a, b):
                common, rare = sorted((a, b), key=lambda name: (-counts[name], name))
                out[rare] = common
    return out
