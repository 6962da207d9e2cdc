"""Cues that set how a source stands to what it says (`lexicon/en/factuality.yaml`), after ConText's directions."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

import msgspec

from reconcile.model.claim import Factuality
from reconcile.rules.examples import Example
from reconcile.rules.lexicon import ByPhrase, Lexicon, Phrases, Words, empty, says


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

    @property
    def meaning(self) -> Self:
        """The cue itself."""
        return self


class Scopes(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/factuality.yaml`."""

    cues: Annotated[
        ByPhrase[Cue, Cue],
        says(
            "How a source stands to what it says. A cue acts on the clause it stands in, forward or backward, until a "
            "terminator."
        ),
    ] = empty(ByPhrase)
    attribution: Annotated[Phrases, says("Phrases before the one who said it.")] = empty(Phrases)
    speakers: Annotated[
        Words,
        says(
            "Nouns for those who speak and are given no name: “police in Norwick said”; not “the company”, which is a "
            "party named before."
        ),
    ] = empty(Words)
    noun_complements: Annotated[
        Words, says("After a form that a verb and its noun share these say that it is the noun: “a forecast of 5%”.")
    ] = empty(Words)
    examples: tuple[Example, ...] = ()
