"""Noun phrases of a sentence, found in one pass over its word classes.

A phrase is a run of nominal words and of what stands inside one: an adverb, a hyphen or a time. A determiner opens a
new one even right after another ("sold *the firm* *3 million phones*"). No phrase holds another: what "of" or a comma
joins are two (base noun phrases, as in Ramshaw and Marcus 1995).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.model.tokens import Tokens
from reconcile.text.word_classes import HYPHENS, NOMINAL, Tag

# Joins two words of a phrase where it touches both.
JOINTS = frozenset((*HYPHENS, "/"))
OPENERS = frozenset({Tag.DETERMINER, Tag.POSSESSIVE})
# After these a determiner goes on with the phrase: "all the ships", "nearly every ship".
BEFORE_OPENER = frozenset({Tag.DETERMINER, Tag.ADVERB})
OWNING = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE})
# What an adverb inside a phrase stands between: "a *publicly* traded firm", "in *publicly* traded firms".
BEFORE_ADVERB = NOMINAL | {Tag.PREPOSITION}
AFTER_ADVERB = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase at tokens `[first, last)`."""

    first: int
    last: int


def find_noun_phrases(tokens: Tokens, tags: Sequence[Tag], start: int) -> tuple[NounPhrase | None, ...]:
    """For each token of a sentence its noun phrase, or None; `tags` are its classes, `start` its first token.

    A genitive that opens a phrase ("Monday's vote", the day a time) is in none but its own.
    """
    members = _members(tokens, tags, start)
    out: list[NounPhrase | None] = []
    at, n = 0, len(tags)
    while at < n:
        if not members[at]:
            out.append(NounPhrase(start + at, start + at + 1) if tags[at] is Tag.PRONOUN else None)
            at += 1
            continue
        last = at + 1
        while last < n and members[last] and not _opens(tags, last):
            last += 1
        first = at
        while first < last and tags[first] is Tag.GENITIVE:
            out.append(NounPhrase(start + first, start + last))
            first += 1
        out.extend([NounPhrase(start + first, start + last)] * (last - first))
        at = last
    return tuple(out)


def _opens(tags: Sequence[Tag], at: int) -> bool:
    """Whether a noun phrase begins at a place even though one stands before it."""
    return tags[at] in OPENERS and tags[at - 1] not in BEFORE_OPENER


def _members(tokens: Tokens, tags: Sequence[Tag], start: int) -> list[bool]:
    """For each token of a sentence, whether it is part of a noun phrase."""
    out = [tag in NOMINAL for tag in tags]
    times = 0
    for at in range(1, len(tags) - 1):
        tag = tags[at]
        if tag is Tag.ADVERB:
            out[at] = tags[at + 1] in AFTER_ADVERB and tags[at - 1] in BEFORE_ADVERB
        elif tag is Tag.PUNCTUATION:
            i = start + at
            out[at] = tokens.keys[i] in JOINTS and tokens.touches(i) and tokens.touches(i + 1)
        elif tag is Tag.TIME and at >= times:
            times = _time_end(tags, at)
            out[at:times] = [_dates_noun(tags, at, times)] * (times - at)
    return out


def _time_end(tags: Sequence[Tag], at: int) -> int:
    """The end of the run of times at a place."""
    return next((k for k in range(at, len(tags)) if tags[k] is not Tag.TIME), len(tags))


def _dates_noun(tags: Sequence[Tag], first: int, last: int) -> bool:
    """Whether the times at `[first, last)` stand between an owner or determiner and its noun: "its *2012* budget"."""
    return last < len(tags) and tags[first - 1] in OWNING and tags[last] in (Tag.NOUN, Tag.NAME)
