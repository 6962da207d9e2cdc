"""A sentence with its figures left out: two that are left alike say one thing, whatever figures they give.

Case, punctuation and endings make no difference, nor does "a" or "an", which the figure after it asks for. A time that
has its place on the calendar counts as that place, so that "on Monday" is of its own week.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.extract.lengths import with_length
from reconcile.model.document import Scope, Sentence
from reconcile.model.mention import Kind, Mention
from reconcile.model.segments import Segments
from reconcile.model.words import stem
from reconcile.rules.language import Language

# A sentence with fewer words of content can be said of many things.
WORDS = 3
TOLD = frozenset({Scope.HEADLINE, Scope.HEADING, Scope.BODY, Scope.ITEM, Scope.QUOTE})
NO_FIGURES = frozenset({Kind.DATE, Kind.ROLE, Kind.NAME})
SLOT = "#"
ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Wording:
    """What a sentence says beside its figures, as one text (`key`), and its figures in order, lengths valued."""

    key: str
    sentence: int
    slots: tuple[Mention, ...]


def wordings(segments: Segments, mentions: tuple[Mention, ...], language: Language) -> Iterator[Wording]:
    """The wording of every sentence that has a figure, and words enough to be known by."""
    starts = [m.span.start for m in mentions]
    for index, sentence in enumerate(segments.sentences):
        own = mentions[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]
        slots = tuple(m for m in map(with_length, own) if m.kind not in NO_FIGURES and m.value is not None)
        if not slots or sentence.scope not in TOLD:
            continue
        words = tuple(_words(segments, sentence, own, frozenset(m.span.start for m in slots)))
        content = {w for w in words if len(w) > 1 and w.isalpha() and w not in language.function_words}
        if len(content) >= WORDS:
            yield Wording(" ".join(words), index, slots)


def _words(
    segments: Segments, sentence: Sentence, mentions: tuple[Mention, ...], slots: frozenset[int]
) -> Iterator[str]:
    """The stems of a sentence, each figure as `SLOT`, each time that is placed as its place."""
    tokens = segments.tokens
    signs = {m.span.start: sign for m in mentions if (sign := _sign(m, slots)) is not None}
    past = 0
    for i in range(sentence.first, sentence.last):
        start, key = tokens.starts[i], tokens.keys[i]
        if start in signs:
            yield signs[start]
            past = next(m.span.end for m in mentions if m.span.start == start)
        elif start >= past and key[0].isalnum():
            yield "a" if key in ARTICLES else stem(key)


def _sign(mention: Mention, slots: frozenset[int]) -> str | None:
    """What stands for a mention; None where its own words do."""
    if mention.span.start in slots:
        return SLOT
    placed = mention.timex.period if mention.timex is not None else None
    return placed.edtf if placed is not None and placed.is_resolved else None
