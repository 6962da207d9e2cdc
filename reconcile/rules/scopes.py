"""Cues that set how a source stands to what it says (`lexicon/en/factuality.yaml`), after ConText's directions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from reconcile.model.claim import Factuality
from reconcile.model.tokens import PhraseTable
from reconcile.rules.examples import Example


class Direction(StrEnum):
    """Where a cue acts: on what follows, on the value that describes it, on both sides, or not at all.

    A forward cue acts on what follows, and a modal on the subject of its verb; a backward one is a noun that the value
    describes ("its 2 percent target").
    A `pseudo` cue only looks like one ("no increase" ...); a `terminate` cue ends the reach of others.
    """

    FORWARD = "forward"
    BACKWARD = "backward"
    BOTH = "both"
    TERMINATE = "terminate"
    PSEUDO = "pseudo"


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases with one effect; `factuality` is absent for terminate and pseudo cues."""

    words: tuple[str, ...]
    direction: Direction
    factuality: Factuality | None = None


class FactualityFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/factuality.yaml`.

    `attribution` lists phrases before the one who said it, `speakers` nouns for those who speak without a name.
    """

    cues: tuple[Cue, ...] = ()
    attribution: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Scopes:
    """Compiled cues."""

    cues: PhraseTable[Cue]
    attribution: PhraseTable[str]
    speakers: frozenset[str]


def compile_scopes(files: Iterable[FactualityFile]) -> Scopes:
    """All factuality files as one table."""
    files = tuple(files)
    return Scopes(
        cues=PhraseTable((word, cue) for f in files for cue in f.cues for word in cue.words),
        attribution=PhraseTable((phrase, phrase) for f in files for phrase in f.attribution),
        speakers=frozenset(word for f in files for word in f.speakers),
    )
