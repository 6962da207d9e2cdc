"""Claims that no rule puts together, joined by what is said around them.

Two claims are linked when their contexts are alike enough and nothing tells them apart. Links are followed strongest
first; two groups become one only if none of the one stands apart from one of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reconcile.align.candidates import candidates
from reconcile.align.context import Contexts
from reconcile.align.likeness import Bars, linked, parted
from reconcile.align.separate import sort_of
from reconcile.model.claim import Claim
from reconcile.model.fact import FactKind

# A group is compared by at most this many of its claims.
WITNESSES = 12


class Link(NamedTuple):
    """Two claims by their places in the block, and how strongly they are linked."""

    strength: Decimal
    left: int
    right: int


def joined(kind: FactKind, parts: list[list[Claim]], contexts: Contexts, bars: Bars) -> list[list[Claim]]:
    """The parts of one sort, those alike put together; order of the input does not matter."""
    blocks: defaultdict[tuple[str, str], list[list[Claim]]] = defaultdict(list)
    for part in parts:
        blocks[sort_of(part[0])].append(part)
    return [group for _, block in sorted(blocks.items()) for group in _joined(kind, block, contexts, bars)]


def _joined(kind: FactKind, parts: list[list[Claim]], contexts: Contexts, bars: Bars) -> list[list[Claim]]:
    members = [(i, claim) for i, part in enumerate(parts) for claim in witnesses(part)]
    links = sorted(_links(kind, [c for _, c in members], contexts, bars), key=lambda k: (-k.strength, k.left, k.right))
    homes = Homes(parts, contexts)
    for link in links:
        homes.unite(members[link.left][0], members[link.right][0])
    return homes.groups()


def witnesses(part: list[Claim]) -> list[Claim]:
    """The claims that speak for a part: one a source, no more than a few."""
    first: dict[str, Claim] = {}
    for claim in part:
        first.setdefault(claim.source, claim)
    return list(first.values())[:WITNESSES]


def _links(kind: FactKind, claims: list[Claim], contexts: Contexts, bars: Bars) -> Iterator[Link]:
    """Every link between claims that share a telling stem."""
    for left, right in candidates(kind, claims, contexts, bars):
        strength = linked(kind, claims[right], claims[left], contexts, bars)
        if strength is not None:
            yield Link(strength, left, right)


class Homes:
    """Groups of parts that grow by links; a group has the number of its first part."""

    __slots__ = ("_apart", "_contexts", "_home", "_members", "_parted", "_witnesses")

    def __init__(self, parts: list[list[Claim]], contexts: Contexts) -> None:
        self._contexts = contexts
        self._members = {i: list(part) for i, part in enumerate(parts)}
        self._home = list(range(len(parts)))
        self._witnesses = [witnesses(part) for part in parts]
        # Groups found to stand apart stay so while both keep their numbers: whatever joins a group, its witnesses stay.
        self._apart: set[tuple[int, int]] = set()
        self._parted: dict[tuple[str, str], bool] = {}

    def unite(self, left: int, right: int) -> None:
        """Puts the groups of two parts together where all of both can stand together."""
        a, b = sorted((self._find(left), self._find(right)))
        if a == b or (a, b) in self._apart:
            return
        if not self._together(a, b):
            self._apart.add((a, b))
            return
        self._members[a] += self._members.pop(b)
        self._witnesses[a] = witnesses([*self._witnesses[a], *self._witnesses[b]])
        self._home[b] = a

    def groups(self) -> list[list[Claim]]:
        """All groups, in the order of their first parts."""
        return [self._members[i] for i in sorted(self._members)]

    def _find(self, i: int) -> int:
        while self._home[i] != i:
            self._home[i] = self._home[self._home[i]]
            i = self._home[i]
        return i

    def _together(self, one: int, other: int) -> bool:
        """Whether none of one group stands apart from one of the other."""
        return not any(self._two(a, b) for a in self._witnesses[one] for b in self._witnesses[other])

    def _two(self, a: Claim, b: Claim) -> bool:
        """Whether two claims are of two things; each pair is looked at once."""
        pair = (a.id, b.id)
        found = self._parted.get(pair)
        if found is None:
            found = self._parted[pair] = parted(a, b, self._contexts)
        return found
