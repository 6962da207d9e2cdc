"""Claims put together by how probable it is that they are of one fact: average linkage under constraints.

Which claims of a block are worth comparing: those that share a telling stem, or any and the value.

Two groups become one where the mean probability over their pairs reaches the bar, the likeliest first, and none of the
one is told apart from one of the other.

Groups that give one figure under two labels ("$499", "€499") are put together where words or a name bind them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from heapq import heapify, heappop, heappush
from itertools import chain, combinations, product
from typing import NamedTuple

from reconcile.model.claim import Claim, figure, two_labels
from reconcile.model.value import plain
from reconcile.reconciler.matching.cannot_link import block_key, cannot_link, differ_within_text, has_name
from reconcile.reconciler.matching.contexts import Profile
from reconcile.reconciler.matching.evidence import Evidence, Weighed
from reconcile.reconciler.matching.features import may_agree

# A stem that more claims of a block have finds no candidates: it is no evidence, and it would cost their square.
COMMON_STEM_CLAIMS = 120
# At most this many of a claim's rarest stems are looked up.
LOOKUPS = 16
# Two claims that differ in value and have less than one part in so many of their words in common are never of one fact.
LEAST = 20


def candidates(claims: list[Claim], evidence: Evidence) -> Iterator[tuple[int, int]]:
    """The places of two claims of two texts, the earlier one first, that share a telling stem, or any and the value.

    What the stems looked up have in common is summed as they are found; a pair that would have too little even with all
    other stems in common is passed over at once.
    """
    profiles = [evidence.contexts.of(claim) for claim in claims]
    totals = [sum(profile.values()) for profile in profiles]
    stem_counts = Counter(chain.from_iterable(profiles))
    holders: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    equal: defaultdict[str, list[int]] = defaultdict(list)
    for i, (claim, profile) in enumerate(zip(claims, profiles, strict=True)):
        rare_stems = [w for w in profile if stem_counts[w] <= COMMON_STEM_CLAIMS]
        common, rest = _in_common(profile, sorted(rare_stems, key=lambda w: (-profile[w], w))[:LOOKUPS], holders)
        found = {j for j, shared in common.items() if 2 * LEAST * (shared + rest) >= totals[i] + totals[j]}
        found.update(_add_to(equal, i, claim, profiles))
        yield from ((j, i) for j in sorted(found) if claims[j].source != claim.source)
        for word in rare_stems:
            holders[word].append((i, profile[word]))


def _add_to(equal: defaultdict[str, list[int]], place: int, claim: Claim, profiles: list[Profile]) -> list[int]:
    """The places before of claims that give the same and share a stem, after which this one stands there too."""
    own = profiles[place].keys()
    before = [j for key in _values(claim) for j in equal[key] if not own.isdisjoint(profiles[j])]
    for key in _values(claim):
        if len(equal[key]) < COMMON_STEM_CLAIMS:
            equal[key].append(place)
    return before


def _values(claim: Claim) -> Iterator[str]:
    """What a claim is found by that gives the same: its number or bounds, its time, its place in a sentence."""
    value = claim.scaled_value
    if value is not None:
        yield from sorted({plain(end) for end in (value.low, value.high) if end is not None})
    elif claim.period is not None:
        yield claim.period.edtf
    if claim.slot is not None:
        yield claim.slot


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
# A pair less probable than this, in thousandths, links nothing.
FAINT = 50


class Link(NamedTuple):
    """Two parts by their places in the block, and how probable it is that two claims of theirs are of one fact."""

    probability: int
    left: int
    right: int
    same: bool


def cluster_claims(parts: list[list[Claim]], evidence: Evidence) -> list[list[Claim]]:
    """The parts of one sort, those of one fact put together; order of the input does not matter."""
    blocks: defaultdict[tuple[str, str], list[list[Claim]]] = defaultdict(list)
    for part in parts:
        blocks[block_key(part[0])].append(part)
    return [group for _, block in sorted(blocks.items()) for group in _joined(block, evidence)]


def _joined(parts: list[list[Claim]], evidence: Evidence) -> list[list[Claim]]:
    members = [(i, claim) for i, part in enumerate(parts) for claim in representatives(part)]
    pairs = list(linkable_pairs([claim for _, claim in members], evidence))
    evidence.learn((members[left][1], members[right][1]) for left, right in pairs)
    clusters = AverageLinkage(parts, evidence)
    clusters.link(
        Link(
            evidence.probability(members[i][1], members[j][1]),
            members[i][0],
            members[j][0],
            may_agree(members[i][1], members[j][1]),
        )
        for i, j in pairs
        if members[i][0] != members[j][0]
    )
    return clusters.groups()


def linkable_pairs(claims: list[Claim], evidence: Evidence) -> Iterator[tuple[int, int]]:
    """The candidates that nothing tells apart, by their places."""
    for left, right in candidates(claims, evidence):
        if not are_two(claims[left], claims[right], evidence):
            yield left, right


def are_two(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """Whether structure, or words near both values, say that two claims are of two things."""
    return cannot_link(a, b, evidence.growing) or evidence.contexts.cannot_link(a, b)


def representatives(part: list[Claim]) -> list[Claim]:
    """The claims that speak for a part: one a source, no more than a few."""
    first: dict[str, Claim] = {}
    for claim in part:
        first.setdefault(claim.source, claim)
    return list(first.values())[:REPRESENTATIVES]


class AverageLinkage:
    """Groups of parts that grow by links; a group has the number of its first part.

    With a model of `slots` groups answer one question, whatever they answer, so that nothing tells them apart.
    """

    __slots__ = ("_evidence", "_heap", "_members", "_model", "_representatives", "_same", "_slots", "_sources", "_sums")

    def __init__(self, parts: list[list[Claim]], evidence: Evidence, slots: Weighed | None = None) -> None:
        self._evidence = evidence
        self._slots = slots is not None
        self._model = slots or evidence.model(parts[0][0])
        self._members = {i: list(part) for i, part in enumerate(parts)}
        self._representatives = [representatives(part) for part in parts]
        self._sources = [Counter(c.source for c in some) for some in self._representatives]
        # of two groups the probabilities of all their pairs that are candidates, summed up
        self._sums: list[dict[int, int]] = [{} for _ in parts]
        # the groups of which some claim gives the same as one of a group
        self._same: list[set[int]] = [set() for _ in parts]
        self._heap: list[tuple[int, int, int]] = []

    def link(self, links: Iterator[Link]) -> None:
        """Puts together what the links bind."""
        for probability, left, right, same_value in links:
            if same_value:
                self._same[left].add(right)
                self._same[right].add(left)
            if probability >= FAINT:
                self._sums[left][right] = self._sums[left].get(right, 0) + probability
                self._sums[right][left] = self._sums[left][right]
        self._heap = [e for i, near in enumerate(self._sums) for j in near if i < j and (e := self._entry(i, j))]
        heapify(self._heap)
        while self._heap:
            entry = heappop(self._heap)
            _, a, b = entry
            if a in self._members and b in self._members and entry == self._entry(a, b) and self._may_merge(a, b):
                self._merge(a, b)

    def groups(self) -> list[list[Claim]]:
        """All groups, in the order of their first parts."""
        return [self._members[i] for i in sorted(self._members)]

    def _entry(self, a: int, b: int) -> tuple[int, int, int] | None:
        """A pair of groups for the heap, None where they are not to be one."""
        mean = self._mean(a, b)
        return None if mean < self._bar(a, b) else (-mean, min(a, b), max(a, b))

    def _bar(self, a: int, b: int) -> int:
        """What the mean must reach: groups that agree on nothing are one fact where their difference would be told."""
        return self._model.join if self._slots or b in self._same[a] else min(self._model.join, self._model.find)

    def _mean(self, a: int, b: int) -> int:
        """The mean probability over the pairs of claims of two texts; a pair that is no candidate counts as 0."""
        one, other = self._sources[a], self._sources[b]
        pairs = one.total() * other.total() - sum(n * other[source] for source, n in one.items())
        return self._sums[a].get(b, 0) // pairs if pairs else 0

    def _merge(self, a: int, b: int) -> None:
        self._members[a] += self._members.pop(b)
        self._representatives[a] += self._representatives[b]
        self._sources[a] += self._sources[b]
        self._sums[a].pop(b, None)
        for near, total in sorted(self._sums[b].items()):
            self._sums[near].pop(b, None)
            if near != a:
                self._sums[a][near] = self._sums[near][a] = self._sums[a].get(near, 0) + total
        self._same[a] |= self._same[b]
        for near in sorted(self._same[b]):
            self._same[near].add(a)
        for near in self._sums[a]:
            if (entry := self._entry(a, near)) is not None:
                heappush(self._heap, entry)

    def _may_merge(self, one: int, other: int) -> bool:
        """Whether no claim of one group is told apart from one of the other."""
        pairs = product(self._representatives[one], self._representatives[other])
        return self._slots or not any(self._are_two(a, b) for a, b in pairs)

    def _are_two(self, a: Claim, b: Claim) -> bool:
        return differ_within_text(a, b) or are_two(a, b, self._evidence)


# Of more groups with one figure than this it is a round number that says nothing.
ROUND_NUMBER_GROUPS = 20


def merge_relabelled(groups: list[list[Claim]], evidence: Evidence) -> list[list[Claim]]:
    """The groups, those united that give one figure under two labels; each is united once at most."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, group in enumerate(groups):
        for number in sorted({figure(c) for c in representatives(group)} - {""}):
            holders[number].append(i)
    merged: set[int] = set()
    for numbers in holders.values():
        for i, j in combinations(numbers[:ROUND_NUMBER_GROUPS], 2):
            if not {i, j} & merged and _one_thing(groups[i], groups[j], evidence):
                groups[i] = groups[i] + groups[j]
                merged.add(j)
    return [group for i, group in enumerate(groups) if i not in merged]


def _one_thing(one: list[Claim], other: list[Claim], evidence: Evidence) -> bool:
    """Whether two claims, one of each group, are of one figure and bound; and no source has both."""
    if {c.source for c in one} & {c.source for c in other}:
        return False
    return any(
        figure(a) and two_labels(a, b) and _share_evidence(a, b, evidence)
        for a in representatives(one)
        for b in representatives(other)
    )


def _share_evidence(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """Whether both are probably of one fact, or said of one party by name and of no two metrics."""
    shared = evidence.contexts.of(a).keys() & evidence.contexts.of(b).keys()
    if shared and evidence.probability(a, b) >= evidence.model(a).join:
        return True
    if a.subject is None or b.subject is None or a.subject.id != b.subject.id or (a.subject.weak and b.subject.weak):
        return False
    return has_name(a) and (a.metric is None or b.metric is None or a.metric.id == b.metric.id)
