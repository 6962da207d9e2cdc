"""Examples beside the rules: a sentence and what must (or must not) be read in it, or two and how they must stand.

One form serves lexicons (`recognise` is asked) and metrics (`extract` is asked). One sentence shows how a rule reads;
that a tolerance lets two values agree, or that two words part them, only two can show (`pairs/*.yaml`).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

import msgspec

from reconcile.rules.lexicon import says


class Want(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one mention or claim of the example must be; only the keys given are asked, but `quote` always is.

    `quote`: the stretch of the sentence it stands on, with its hedge
    `value`: the number in full, where it is one number; `low` and `high` ask for the ends of a range or bound
    `low_open`: whether the low end itself is left out ("more than")
    `high_open`: whether the high end itself is left out ("less than")
    `timex`: the TIMEX3 value of a time
    `period`: when it holds, as EDTF (2031, 2031-05, 2031-05-03)
    `subject`: what the claim is about, by name or id
    `metric`: by id or label
    `ahead`: those whom the text ranks above
    """

    quote: str
    kind: str | None = None
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool | None = None
    high_open: bool | None = None
    unit: str | None = None
    hedge: str | None = None
    timex: str | None = None
    period: str | None = None
    subject: str | None = None
    metric: str | None = None
    organisation: str | None = None
    titles: tuple[str, ...] | None = None
    ahead: tuple[str, ...] | None = None
    factuality: str | None = None
    attribution: str | None = None
    qualifiers: dict[str, str] | None = None


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence `say`, read as published on `on`; `get` lists what must be found, `none` marks a negative example.

    A negative example asserts that the rule it stands under finds nothing in the sentence.

    `say`: the sentence
    `get`: everything of its kind that must be found
    `none`: true for a negative example
    `on`: the day of publication, for sentences with "today" or "last week"
    `why`: the reason, for the next author
    """

    say: str
    get: tuple[Want, ...] = ()
    none: bool = False
    on: date | None = None
    why: str | None = None


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

    pairs: Annotated[
        tuple[PairExample, ...],
        says("How what two sentences say must stand to each other."),
    ] = ()
