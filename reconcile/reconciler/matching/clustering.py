"""Claims that no rule puts together, joined by what is said around them.

Two claims are linked when their contexts are alike enough and nothing tells them apart. Links are followed strongest
first; two groups become one only if none of the one stands apart from one of the other.

Which claims of a block are worth comparing: those that share a telling stem, and may share enough besides it.

Groups that give one figure under two labels ("$499", "€499") are put together where words or a name bind them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import chain, combinations
from typing import NamedTuple

from reconcile.model.claim import Claim, figure, in_one_slot, two_labels
from reconcile.model.disjoint_sets import DisjointSets
from reconcile.model.finding import FactKind
from reconcile.reconciler.matching.cannot_link import block_key, has_name
from reconcile.reconciler.matching.contexts import Contexts, Profile
from reconcile.reconciler.matching.similarity import (
    PART,
    PARTS,
    Thresholds,
    cannot_link,
    link_strength,
    measure_similarity,
)

# A stem that more claims of a block have finds no candidates: it is no evidence, and it would cost their square.
COMMON_STEM_CLAIMS = 120
# At most this many of a claim's rarest stems are looked up.
LOOKUPS = 16
# Likeness is counted here in whole parts of this many, rounded so that no pair is lost.
WHOLE = 10_000


def candidates(
    kind: FactKind, claims: list[Claim], contexts: Contexts, thresholds: Thresholds
) -> Iterator[tuple[int, int]]:
    """The places of two claims, the earlier one first, that share a telling stem and may be alike enough to be linked.

    What the stems looked up have in common is summed as they are found; a pair that would stay below the bar even with
    all other stems in common is passed over at once.
    """
    profiles = [contexts.of(claim) for claim in claims]
    totals = [sum(profile.values()) for profile in profiles]
    least, part = int(thresholds.lowest(kind) * WHOLE), int(PART * WHOLE) + 1
    stem_counts = Counter(chain.from_iterable(profiles))
    holders: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for i, (claim, profile) in enumerate(zip(claims, profiles, strict=True)):
        rare_stems = [w for w in profile if stem_counts[w] <= COMMON_STEM_CLAIMS]
        common, rest = _in_common(profile, sorted(rare_stems, key=lambda w: (-profile[w], w))[:LOOKUPS], holders)
        for j, shared in common.items():
            total = totals[i] + totals[j]
            # how much of the likeness that is needed the words cannot give
            lacking = least * total - 2 * WHOLE * (shared + rest)
            if lacking <= 0 or _may_be_one(claims[j], claim, lacking, part * total, contexts):
                yield j, i
        for word in rare_stems:
            holders[word].append((i, profile[word]))


def _may_be_one(a: Claim, b: Claim, lacking: int, part: int, contexts: Contexts) -> bool:
    """Whether one sentence, or parts of structure worth `part` each, make up for what words are lacking."""
    return in_one_slot(a, b) or (lacking <= PARTS * part and lacking <= part * contexts.parts(a, b))


def _in_common(
    profile: Profile, looked_up: list[str], holders: Mapping[str, list[tuple[int, int]]]
) -> tuple[dict[int, int], int]:
    """Of each claim that holds a stem looked up, the weight in common by those; and the weight of all other stems.

    `holders` has of a stem the places of the claims so far that have it, each with its weight there.
    """
    common: dict[int, int] = {}
    rest = sum(profile.values())
    for word in looked_up:
        weight = profile[word]
        rest -= weight
        for j, other in holders[word]:
            common[j] = common.get(j, 0) + (min(other, weight))
    return common, rest


# A group is compared by at most this many of its claims.
REPRESENTATIVES = 12


class Link(NamedTuple):
    """Two claims by their places in the block, and how strongly they are linked."""

    strength: Decimal
    left: int
    right: int


def cluster_claims(
    kind: FactKind, parts: list[list[Claim]], contexts: Contexts, thresholds: Thresholds
) -> list[list[Claim]]:
    """The parts of one sort, those alike put together; order of the input does not matter."""
    blocks: defaultdict[tuple[str, str], list[list[Claim]]] = defaultdict(list)
    for part in parts:
        blocks[block_key(part[0])].append(part)
    return [group for _, block in sorted(blocks.items()) for group in _joined(kind, block, contexts, thresholds)]


def _joined(kind: FactKind, parts: list[list[Claim]], contexts: Contexts, thresholds: Thresholds) -> list[list[Claim]]:
    members = [(i, claim) for i, part in enumerate(parts) for claim in representatives(part)]
    links = sorted(
        _links(kind, [c for _, c in members], contexts, thresholds), key=lambda k: (-k.strength, k.left, k.right)
    )
    clusters = ConstrainedClusters(parts, contexts)
    for link in links:
        clusters.merge(members[link.left][0], members[link.right][0])
    return clusters.groups()


def representatives(part: list[Claim]) -> list[Claim]:
    """The claims that speak for a part: one a source, no more than a few."""
    first: dict[str, Claim] = {}
    for claim in part:
        first.setdefault(claim.source, claim)
    return list(first.values())[:REPRESENTATIVES]


def _links(kind: FactKind, claims: list[Claim], contexts: Contexts, thresholds: Thresholds) -> Iterator[Link]:
    """Every link between claims that share a telling stem."""
    for left, right in candidates(kind, claims, contexts, thresholds):
        strength = link_strength(kind, claims[right], claims[left], contexts, thresholds)
        if strength is not None:
            yield Link(strength, left, right)


class ConstrainedClusters:
    """Groups of parts that grow by links; a group has the number of its first part."""

    __slots__ = ("_cannot_link", "_contexts", "_kept_separate", "_members", "_representatives", "_sets")

    def __init__(self, parts: list[list[Claim]], contexts: Contexts) -> None:
        self._contexts = contexts
        self._members = {i: list(part) for i, part in enumerate(parts)}
        self._sets = DisjointSets(len(parts))
        self._representatives = [representatives(part) for part in parts]
        # Groups found to stand apart stay so while both keep their numbers: whatever joins a group, its witnesses stay.
        self._kept_separate: set[tuple[int, int]] = set()
        self._cannot_link: dict[tuple[str, str], bool] = {}

    def merge(self, left: int, right: int) -> None:
        """Puts the groups of two parts together where all of both can stand together."""
        a, b = sorted((self._sets.find(left), self._sets.find(right)))
        if a == b or (a, b) in self._kept_separate:
            return
        if not self._may_merge(a, b):
            self._kept_separate.add((a, b))
            return
        self._members[a] += self._members.pop(b)
        self._representatives[a] = representatives([*self._representatives[a], *self._representatives[b]])
        self._sets.join(a, b)

    def groups(self) -> list[list[Claim]]:
        """All groups, in the order of their first parts."""
        return [self._members[i] for i in sorted(self._members)]

    def _may_merge(self, one: int, other: int) -> bool:
        """Whether none of one group stands apart from one of the other."""
        return not any(self._two(a, b) for a in self._representatives[one] for b in self._representatives[other])

    def _two(self, a: Claim, b: Claim) -> bool:
        """Whether two claims are of two things; each pair is looked at once."""
        pair = (a.id, b.id)
        if pair not in self._cannot_link:
            self._cannot_link[pair] = cannot_link(a, b, self._contexts)
        return self._cannot_link[pair]


# Of more groups with one figure than this it is a round number that says nothing.
ROUND_NUMBER_GROUPS = 20


def merge_relabelled(groups: list[list[Claim]], contexts: Contexts) -> list[list[Claim]]:
    """The groups, those united that give one figure under two labels; each is united once at most."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, group in enumerate(groups):
        for number in sorted({figure(c) for c in representatives(group)} - {""}):
            holders[number].append(i)
    merged: set[int] = set()
    for numbers in holders.values():
        for i, j in combinations(numbers[:ROUND_NUMBER_GROUPS], 2):
            if not {i, j} & merged and _one_thing(groups[i], groups[j], contexts):
                groups[i] = groups[i] + groups[j]
                merged.add(j)
    return [group for i, group in enumerate(groups) if i not in merged]


def _one_thing(one: list[Claim], other: list[Claim], contexts: Contexts) -> bool:
    """Whether two claims, one of each group, are of one figure and bound; and no source has both."""
    if {c.source for c in one} & {c.source for c in other}:
        return False
    return any(
        figure(a) and two_labels(a, b) and _share_evidence(a, b, contexts)
        for a in representatives(one)
        for b in representatives(other)
    )


def _share_evidence(a: Claim, b: Claim, contexts: Contexts) -> bool:
    """Whether the words are alike, or both are said of one party by name and neither of two metrics."""
    if measure_similarity(a, b, contexts) >= contexts.firm:
        return True
    if a.subject is None or b.subject is None or a.subject.id != b.subject.id or (a.subject.weak and b.subject.weak):
        return False
    return has_name(a) and (a.metric is None or b.metric is None or a.metric.id == b.metric.id)
