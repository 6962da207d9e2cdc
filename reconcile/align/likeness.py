"""Claims that no rule puts together, joined by what is said around them.

Two claims of different sources are linked when their contexts are alike enough, nothing tells them apart, and each is
about the best match of the other in that source. Links are followed best first; a claim joins a group only if it is
alike to the group on average and stands apart from none of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from reconcile.align.context import Contexts, alike
from reconcile.align.separate import apart, sort_of
from reconcile.model.claim import Claim
from reconcile.model.mention import Kind

# A stem that more claims of a block have finds no candidates: it is no evidence, and it would cost their square.
COMMON = 120
# At most this many of a claim's rarest stems are looked up.
LOOKUPS = 16
# How far below the best match of a source a second one may lie.
MARGIN = Decimal("0.02")
# Two values of one text are seldom of one thing; more must speak for it.
SAME_TEXT = Decimal("0.5")
# A group is compared by at most this many of its claims.
WITNESSES = 12
# What a part of structure that both claims give alike (subject, metric, rate, counted noun, period) adds.
PART = Decimal("0.04")
# The share of the threshold that a group must reach on average with a newcomer's group.
AVERAGE = Decimal("0.5")


# What two numbers without a noun or unit, or two times, need beyond others before they are in conflict.
BARE = Decimal("0.15")
VAGUE = frozenset({Kind.NUMBER, Kind.DATE})
# Two claims this alike are the same sentence, give or take a word.
CLOSE = Decimal("0.65")
# In a group of more claims than this, pairs are no longer looked at one by one.
CROWD = 200

Pairs = frozenset[frozenset[str]]


class Link(NamedTuple):
    """Two claims by their places in the block, and how alike they are."""

    score: Decimal
    left: int
    right: int


def joined(parts: list[list[Claim]], contexts: Contexts, least: Decimal) -> list[list[Claim]]:
    """The parts of one sort, those alike put together; order of the input does not matter."""
    blocks: defaultdict[tuple[str, str], list[list[Claim]]] = defaultdict(list)
    for part in parts:
        blocks[sort_of(part[0])].append(part)
    return [group for _, block in sorted(blocks.items()) for group in _joined(block, contexts, least)]


def _joined(parts: list[list[Claim]], contexts: Contexts, least: Decimal) -> list[list[Claim]]:
    members = [(i, claim) for i, part in enumerate(parts) for claim in witnesses(part)]
    claims = [claim for _, claim in members]
    links = sorted(_links(claims, contexts, least), key=lambda k: (-k.score, k.left, k.right))
    homes = Homes(parts, contexts, least)
    for link in links:
        homes.unite(members[link.left][0], members[link.right][0])
    return homes.groups()


def witnesses(part: list[Claim]) -> list[Claim]:
    """The claims that speak for a part: one a source, no more than a few."""
    first: dict[str, Claim] = {}
    for claim in part:
        first.setdefault(claim.source, claim)
    return list(first.values())[:WITNESSES]


def _links(claims: list[Claim], contexts: Contexts, least: Decimal) -> Iterator[Link]:
    """Every pair that shares a telling stem, is alike enough and not apart."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        for word in contexts.of(claim):
            holders[word].append(i)
    for i, claim in enumerate(claims):
        for j in _candidates(i, claim, holders, contexts):
            other = claims[j]
            score = likeness(claim, other, contexts)
            if score >= (least + SAME_TEXT if claim.source == other.source else least) and not apart(claim, other):
                yield Link(score, j, i)


def likeness(a: Claim, b: Claim, contexts: Contexts) -> Decimal:
    """How alike two claims are: their contexts, and something for each part of structure that both give alike."""
    if contexts.rivals(a, b):
        return Decimal(0)
    shared = (
        a.subject is not None and b.subject is not None and a.subject.id == b.subject.id,
        a.metric is not None and b.metric is not None and a.metric.id == b.metric.id and not a.metric.is_open,
        a.per is not None and a.per == b.per,
        a.kind is Kind.COUNT and a.unit is not None and a.unit == b.unit,
        a.kind is not Kind.DATE and a.period is not None and b.period is not None and a.period.edtf == b.period.edtf,
    )
    return alike(contexts.of(a), contexts.of(b)) + PART * sum(shared)


# Part of the likeness needed where one rule names the metric of both claims.
NAMED = Decimal("0.8")


def bonds(group: tuple[Claim, ...], contexts: Contexts, firm: Decimal) -> tuple[Pairs, Pairs]:
    """The pairs of a group less alike than `firm` that no rule's metric binds, and those in nearly the same words."""
    weak, close = set(), set()
    for a, b in combinations(group[:CROWD], 2):
        score = likeness(a, b, contexts)
        if score >= CLOSE:
            close.add(frozenset((a.id, b.id)))
        elif score < _needed(a, b, firm) and not _ruled(a, b):
            weak.add(frozenset((a.id, b.id)))
    return frozenset(weak), frozenset(close)


def _ruled(a: Claim, b: Claim) -> bool:
    """Whether a rule names the metric of both, and both are said of one subject."""
    if a.metric is None or b.metric is None or a.subject is None or b.subject is None:
        return False
    return not a.metric.is_open and a.metric.id == b.metric.id and a.subject.id == b.subject.id


def _needed(a: Claim, b: Claim, firm: Decimal) -> Decimal:
    """How alike two claims must be; less where one rule names both metrics, more for a bare number or a time."""
    named = a.metric is not None and b.metric is not None and not a.metric.is_open and a.metric.id == b.metric.id
    return (firm * NAMED if named else firm) + (BARE if a.kind in VAGUE or b.kind in VAGUE else Decimal(0))


def _candidates(i: int, claim: Claim, holders: dict[str, list[int]], contexts: Contexts) -> list[int]:
    profile = contexts.of(claim)
    telling = sorted((w for w in profile if len(holders[w]) <= COMMON), key=lambda w: (-profile[w], w))
    found = {j for word in telling[:LOOKUPS] for j in holders[word] if j < i}
    return sorted(found)


class Homes:
    """Groups of parts that grow by links."""

    __slots__ = ("_contexts", "_home", "_least", "_members")

    def __init__(self, parts: list[list[Claim]], contexts: Contexts, least: Decimal) -> None:
        self._contexts, self._least = contexts, least * AVERAGE
        self._members = {i: list(part) for i, part in enumerate(parts)}
        self._home = list(range(len(parts)))

    def unite(self, left: int, right: int) -> None:
        """Puts the groups of two parts together where all of both can stand together."""
        a, b = self._find(left), self._find(right)
        if a == b or not self._together(self._members[a], self._members[b]):
            return
        a, b = min(a, b), max(a, b)
        self._members[a] += self._members.pop(b)
        self._home[b] = a

    def groups(self) -> list[list[Claim]]:
        """All groups, in the order of their first parts."""
        return [self._members[i] for i in sorted(self._members)]

    def _find(self, i: int) -> int:
        while self._home[i] != i:
            self._home[i] = self._home[self._home[i]]
            i = self._home[i]
        return i

    def _together(self, one: list[Claim], other: list[Claim]) -> bool:
        pairs = [(a, b) for a in witnesses(one) for b in witnesses(other)]
        if any(apart(a, b) for a, b in pairs):
            return False
        scores = sum((likeness(a, b, self._contexts) for a, b in pairs), Decimal(0))
        return scores / len(pairs) >= self._least
