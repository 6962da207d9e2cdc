"""Which documents tell one story: those that open in like words and name the same persons, places and things.

How alike two documents are depends on these two alone and on no other: adding documents changes no likeness. Groups
grow by average link, so that a third that is a little like either of two stories does not make them one.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import chain, combinations

from reconcile.model.document import Segments
from reconcile.model.names import Name
from reconcile.model.story import Story
from reconcile.model.words import stems
from reconcile.rules.load import Pack

# How much of a document is its opening, in code points behind its title; who is named in its lead, in tokens.
OPENING, LEAD = 400, 100
# What each sort of evidence adds in hundredths: the part of the shorter opening in common, the part of the names of the
# document with fewer, each name in both leads up to some, and days of publication near each other or far apart.
OPENING_WEIGHT, NAMES_WEIGHT, LEAD_WEIGHT, NEAR_WEIGHT, FAR_WEIGHT = 1100, 800, 30, 160, -90
MOST_LEADS = 5
# Two documents that name so many each, and not one alike, are of two things rather than of one.
SEVERAL_NAMES, STRANGERS_WEIGHT = 2, -300
# So many hundredths make a story.
BAR = 350
# An opening or a list of names shorter than this, in stems or names, counts as so long.
SHORT_OPENING, FEW_NAMES = 5, 3
# A story is called by so many names.
NAMED = 2
# Days.
NEAR, FAR = 3, 30
# Documents are compared that share so many stems of their openings and names of their leads; what more documents than
# this have finds none.
SHARED_STEMS, COMMON = 3, 200


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a document is known by: the stems of its title and opening, and the names in it and, as said, in its lead.

    `day` is that of its publication; `story` the name of the story that a user puts it in, which goes before likeness.
    """

    id: str
    day: date | None
    opening: frozenset[str]
    names: frozenset[str]
    lead: Mapping[str, str]
    story: str | None = None


def sketch(segments: Segments, names: Sequence[Name], pack: Pack) -> Sketch:
    """The sketch of a document that was read."""
    document = segments.document
    opening = f"{document.source.title or ''} {document.text[document.body : document.body + OPENING]}"
    return Sketch(
        document.id,
        document.source.published,
        stems(opening, pack.language.function_words),
        frozenset(name.id for name in names),
        {name.id: name.label for name in reversed(names) if name.first < LEAD},
        document.source.story,
    )


def likeness(a: Sketch, b: Sketch) -> int:
    """How alike two documents are, in hundredths; symmetric, and of these two alone."""
    if a.story is not None and b.story is not None:
        return BAR if a.story == b.story else 0
    shared = len(a.names & b.names)
    out = OPENING_WEIGHT * len(a.opening & b.opening) // max(SHORT_OPENING, min(len(a.opening), len(b.opening)))
    out += NAMES_WEIGHT * shared // max(FEW_NAMES, min(len(a.names), len(b.names)))
    if not shared and min(len(a.names), len(b.names)) >= SEVERAL_NAMES:
        out += STRANGERS_WEIGHT
    out += LEAD_WEIGHT * min(MOST_LEADS, len(a.lead.keys() & b.lead.keys()))
    gap = abs((a.day - b.day).days) if a.day is not None and b.day is not None else None
    if gap is None:
        return out
    return out + NEAR_WEIGHT * (gap <= NEAR) + FAR_WEIGHT * (gap > FAR)


def find_stories(sketches: Iterable[Sketch]) -> tuple[Story, ...]:
    """The stories of documents, each document in one; in any order of the documents the same."""
    ordered = sorted(sketches, key=lambda s: s.id)
    links = {(i, j): likeness(ordered[i], ordered[j]) for i, j in _candidates(ordered)}
    groups = _average_link(len(ordered), {pair: score for pair, score in links.items() if score > 0})
    return tuple(_story([ordered[i] for i in group]) for group in groups)


def _candidates(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """The pairs that open enough alike to be compared, or that a user puts in one story, the earlier first."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for j, one in enumerate(sketches):
        rare = [places for key in _keys(one) if len(places := holders[key]) < COMMON]
        shared = Counter(chain.from_iterable(rare))
        yield from ((i, j) for i, n in sorted(shared.items()) if n >= _enough(sketches[i], one))
        for places in rare:
            places.append(j)
    yield from _put_together(sketches)


def _keys(one: Sketch) -> list[str]:
    """By what a document is looked up: the stems of its opening and the names of its lead."""
    return [*sorted(one.opening), *(f"name {name}" for name in one.lead)]


def _put_together(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """The pairs that a user puts in one story."""
    named: defaultdict[str, list[int]] = defaultdict(list)
    for j, one in enumerate(sketches):
        if one.story is not None:
            named[one.story].append(j)
    for members in named.values():
        yield from combinations(members, 2)


def _enough(a: Sketch, b: Sketch) -> int:
    """How many stems and names of their leads two must share to be compared; half of a very short opening will do."""
    return min(SHARED_STEMS, -(-min(len(a.opening), len(b.opening)) // 2))


def _average_link(count: int, links: Mapping[tuple[int, int], int]) -> list[list[int]]:
    """Groups of numbers below `count`, merged from the most alike down while the mean link is at the bar."""
    groups = _Groups(count, links)
    heap = [(-score, i, j) for (i, j), score in links.items() if score >= BAR]
    heapq.heapify(heap)
    while heap:
        score, i, j = heapq.heappop(heap)
        if groups.mean(i, j) == -score:
            for k in groups.merge(i, j):
                a, b = sorted((i, k))
                mean = groups.mean(a, b)
                if mean is not None and mean >= BAR:
                    heapq.heappush(heap, (-mean, a, b))
    return sorted(sorted(group) for group in groups.members.values())


class _Groups:
    """Groups under the number of their first members, with the sum of the links between each two that have any."""

    __slots__ = ("_totals", "members")

    def __init__(self, count: int, links: Mapping[tuple[int, int], int]) -> None:
        self.members = {i: [i] for i in range(count)}
        self._totals: defaultdict[int, dict[int, int]] = defaultdict(dict)
        for (i, j), score in links.items():
            self._totals[i][j] = self._totals[j][i] = score

    def mean(self, i: int, j: int) -> int | None:
        """The mean link of two groups, what is not linked counting as nothing; None where one is there no more."""
        if i not in self.members or j not in self.members:
            return None
        return self._totals[i].get(j, 0) // (len(self.members[i]) * len(self.members[j]))

    def merge(self, i: int, j: int) -> Iterable[int]:
        """Puts the second group to the first; the groups that are then linked to it."""
        self.members[i] += self.members.pop(j)
        for k, total in self._totals.pop(j).items():
            del self._totals[k][j]
            if k != i:
                self._totals[i][k] = self._totals[k][i] = self._totals[i].get(k, 0) + total
        return tuple(self._totals[i])


def _story(sketches: Sequence[Sketch]) -> Story:
    """The story of some documents, named by the user or by what most of them name first."""
    given = next((s.story for s in sketches if s.story is not None), None)
    counts = Counter(name for s in sketches for name in s.lead)
    labels = {name: label for s in sketches for name, label in s.lead.items()}
    named = [labels[name] for name in sorted(counts, key=lambda name: (-counts[name], name))[:NAMED]]
    ids = tuple(s.id for s in sketches)
    return Story(sha256("\0".join(ids).encode()).hexdigest()[:12], given or " and ".join(named) or ids[0], ids)
