"""Whether two sources tell one story: the names in what they assert."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from reconcile.model.claim import Claim

# Two sources of one story share so many words of names, and this part of those of the one with fewer.
SHARED = 2
PART = Decimal("0.25")


class Stories:
    """The names of each source, as stems."""

    __slots__ = ("_names",)

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._names: defaultdict[str, set[str]] = defaultdict(set)
        for claim in claims:
            self._names[claim.source] |= claim.names

    def one(self, a: Claim, b: Claim) -> bool:
        """Whether the sources of two claims share enough names, or are one; symmetric."""
        one, other = self._names[a.source], self._names[b.source]
        shared = len(one & other)
        return a.source == b.source or (shared >= SHARED and shared >= PART * min(len(one), len(other)))

    def share_no_name(self, a: Claim, b: Claim) -> bool:
        """Whether the sources of two claims are two, and no name stands in both; symmetric."""
        return a.source != b.source and self._names[a.source].isdisjoint(self._names[b.source])

    def have_names(self, a: Claim, b: Claim) -> bool:
        """Whether the sources of both claims name somebody or some place; symmetric."""
        return bool(self._names[a.source]) and bool(self._names[b.source])
