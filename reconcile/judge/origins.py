"""Which claims of a fact go back to one origin: nine articles that copy two are two.

One origin have claims of one source; of sources declared to copy the same; of sentences that share a long run of words;
that name the same person or body as having said it; and of two sources that share errors again and again (Dong and
others, *Integrating Conflicting Data*, 2009): whoever copies also copies what the others contradict.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from reconcile.judge.ways import by_period, ways
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.fact import Fact, FactKind
from reconcile.model.names import folded
from reconcile.rules.load import Pack

_WORD = re.compile(r"[^\W_]+")
# Of more sources than this that give one value, pairs are not counted.
CROWD = 50

Parts = tuple[tuple[Claim, ...], ...]


class Origins:
    """What is known of who copies whom in all facts of a run."""

    __slots__ = ("_copies", "_documents", "_pronouns", "_run")

    def __init__(self, facts: Iterable[Fact], documents: Mapping[str, Document], pack: Pack) -> None:
        self._documents = documents
        self._run = pack.policy.echo_run
        self._pronouns = frozenset(pack.language.pronouns)
        shared = Counter(pair for fact in facts for pair in _shared_errors(fact))
        self._copies = frozenset(pair for pair, times in shared.items() if times >= pack.policy.echo_errors)

    def parts(self, claims: tuple[Claim, ...]) -> Parts:
        """The claims by origin, in the order given; a declared fact is an origin of its own."""
        if len(claims) == 1:
            return (claims,)
        home = list(range(len(claims)))
        first: dict[object, int] = {}
        for i, claim in enumerate(claims):
            for mark in self._marks(claim):
                _unite(home, first.setdefault(mark, i), i)
        if self._copies and len(claims) <= CROWD:
            for i, j in combinations(range(len(claims)), 2):
                if _pair(claims[i].source, claims[j].source) in self._copies:
                    _unite(home, i, j)
        parts: dict[int, list[Claim]] = {}
        for i, claim in enumerate(claims):
            parts.setdefault(_find(home, i), []).append(claim)
        return tuple(tuple(part) for part in parts.values())

    def _marks(self, claim: Claim) -> Iterator[tuple[str, object]]:
        """What two claims of one origin have in common."""
        document = self._documents[claim.source]
        yield "source", claim.source
        if document.source.declared:
            return
        if document.source.origin is not None:
            yield "origin", document.source.origin
        if claim.attribution is not None and folded(claim.attribution) not in self._pronouns:
            yield "attribution", folded(claim.attribution)
        if document.rows is None:
            yield from (("words", run) for run in self._runs(claim, document))

    def _runs(self, claim: Claim, document: Document) -> Iterator[tuple[str, ...]]:
        """The runs of words of a claim's sentence; a shorter sentence is one run."""
        words = _WORD.findall(document.text[claim.sentence.start : claim.sentence.end].lower())
        for i in range(max(1, len(words) - self._run + 1)):
            yield tuple(words[i : i + self._run])


def _shared_errors(fact: Fact) -> Iterator[tuple[str, str]]:
    """The pairs of sources that give a value which more sources contradict than give it."""
    if fact.kind is not FactKind.VALUE or len(fact.claims) < 2:
        return
    for claims in by_period(fact.claims):
        given = [sorted({c.source for c in way.claims}) for way in ways(claims)]
        most = max((len(sources) for sources in given), default=0)
        for sources in given:
            if 1 < len(sources) < most and len(sources) <= CROWD:
                yield from (_pair(a, b) for a, b in combinations(sources, 2))


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _find(home: list[int], i: int) -> int:
    while home[i] != i:
        home[i] = home[home[i]]
        i = home[i]
    return i


def _unite(home: list[int], i: int, j: int) -> None:
    a, b = _find(home, i), _find(home, j)
    home[max(a, b)] = min(a, b)
