"""Examples of two sentences set side by side (`pairs/*.yaml`): how what they say must stand to each other.

One sentence shows how a rule reads; that a tolerance lets two values agree, or that two words part them, only two can
show.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec


class Wanted(StrEnum):
    """How two claims must stand; `apart` when they must not be taken for one thing, or not be compared."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    REVISED = "revised"
    UNDECIDED = "undecided"
    APART = "apart"


class PairExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two sentences, as if of two sources, and how the claims on the words quoted must stand to each other.

    `one`: a sentence
    `other`: another
    `quotes`: the words of the value in the one and in the other, each with its hedge
    `relation`: how they must stand; `apart` when they are not of one thing
    `on`: the day on which both were published
    `why`: the reason, for the next author
    """

    one: str
    other: str
    quotes: tuple[str, str]
    relation: Wanted
    on: date | None = None
    why: str | None = None


class PairsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `pairs/*.yaml`."""

    pairs: tuple[PairExample, ...] = ()
