"""The names of an article before it is read: of which sentence, which of its lead, and which of them persons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reconcile.extractors.entities.antecedents import may_be_person
from reconcile.model.document import Scope, Segments
from reconcile.model.names import Name
from reconcile.rules.entities import EntityType

# How far into the article its main parties are introduced, in sentences after the headline.
LEAD = 2
# How many times more than any other an article must name the party that it is about.
MARGIN = 2


@dataclass(frozen=True, slots=True)
class NamedParties:
    """The names of one article: those of each sentence by its number, `main`, the organisations of its lead, and
    `surnamed`, the ids of those called by their surname alone, and `foremost`, the one that it names most.

    The lead is the headline and the first sentences of the body; a description in the text denotes one of `main`.
    """

    by_sentence: Mapping[int, tuple[Name, ...]]
    main: tuple[Name, ...]
    surnamed: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()
    foremost: Name | None = None


def read_parties(segments: Segments, names: tuple[Name, ...]) -> NamedParties:
    """The parties of an article with these names, in order."""
    by_sentence = _by_sentence(segments, names)
    lead = (n for s in _lead(segments) for n in by_sentence.get(s, ()) if n.type == EntityType.ORGANISATION)
    return NamedParties(
        by_sentence, _distinct(lead), _surnamed(segments, names), _impersonal(segments, names), _foremost(names)
    )


def _impersonal(segments: Segments, names: tuple[Name, ...]) -> frozenset[str]:
    """The ids of those that stand after an article somewhere: no person is called so."""
    keys = segments.tokens.keys
    return frozenset(n.id for n in names if n.first and keys[n.first - 1] in ("the", "a", "an"))


def _foremost(names: tuple[Name, ...]) -> Name | None:
    """The party, no place, that an article names clearly more often than any other: whom it is about."""
    counts = Counter(n.id for n in names if n.type != EntityType.PLACE)
    often = [*counts.most_common(2), ("", 0), ("", 0)]
    clear = often[0][1] >= often[1][1] + MARGIN
    return next(n for n in names if n.id == often[0][0]) if clear else None


def _surnamed(segments: Segments, names: tuple[Name, ...]) -> frozenset[str]:
    """The ids of those whom the text calls by name and surname and then by the surname alone: persons."""
    keys = segments.tokens.keys
    short = (n for n in names if n.last == n.first + 1 and may_be_person(n) and n.id.endswith(f" {keys[n.first]}"))
    with_article = {n.id for n in names if n.first and keys[n.first - 1] == "the"}
    return frozenset(n.id for n in short) - with_article


def _by_sentence(segments: Segments, names: tuple[Name, ...]) -> dict[int, tuple[Name, ...]]:
    out: dict[int, tuple[Name, ...]] = {}
    at = 0
    for index, sentence in enumerate(segments.sentences):
        start = at
        while at < len(names) and names[at].first < sentence.last:
            at += 1
        if at > start:
            out[index] = names[start:at]
    return out


def _lead(segments: Segments) -> Iterator[int]:
    body = 0
    for index, sentence in enumerate(segments.sentences):
        if sentence.scope is Scope.HEADLINE:
            yield index
        elif sentence.scope is Scope.BODY and body < LEAD:
            body += 1
            yield index


def _distinct(names: Iterable[Name]) -> tuple[Name, ...]:
    seen: dict[str, Name] = {}
    for name in names:
        seen.setdefault(name.id, name)
    return tuple(seen.values())
