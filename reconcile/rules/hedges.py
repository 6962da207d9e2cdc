"""Hedges, range words and signs: `lexicon/en/hedges.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import msgspec

from reconcile.model.phrases import PhraseTable
from reconcile.rules.examples import Example
from reconcile.rules.lexemes import LexemeTable

Bound = Literal[">", ">=", "<", "<=", "~", "="]


class Hedge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one bound; `soft` gives its usual meaning in parts of the number.

    `ordinary` words are common otherwise: before a number they hedge only what follows at once, after one only where no
    noun follows them. `approximate` words say near and below at once ("nearly").
    """

    words: tuple[str, ...]
    bound: Bound
    soft: tuple[Decimal, Decimal] | None = None
    ordinary: bool = False
    approximate: bool = False


class HedgesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/hedges.yaml`."""

    before: tuple[Hedge, ...] = ()
    after: tuple[Hedge, ...] = ()
    between: tuple[str, ...] = ()
    from_: tuple[str, ...] = msgspec.field(default=(), name="from")
    and_: tuple[str, ...] = msgspec.field(default=(), name="and")
    glue: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class HedgeLexicon:
    """Compiled hedges. `opens` maps the words that open a range to the table of words that join its ends."""

    before: PhraseTable[Hedge]
    after: LexemeTable[Hedge]
    opens: PhraseTable[str]
    joins: dict[str, PhraseTable[str]]
    glue: PhraseTable[str]
    lists: frozenset[str]
    levels: frozenset[str]
    minus: frozenset[str]
    asks: frozenset[str]


def compile_hedges(files: Iterable[HedgesFile]) -> HedgeLexicon:
    """All hedge files as one lexicon."""
    files = tuple(files)
    glue = PhraseTable((w, w) for f in files for w in f.glue)
    between = [w for f in files for w in f.between]
    return HedgeLexicon(
        before=PhraseTable((w, h) for f in files for h in f.before for w in h.words),
        after=LexemeTable((w, h) for f in files for h in f.after for w in h.words),
        opens=PhraseTable([(w, "between") for w in between] + [(w, "from") for f in files for w in f.from_]),
        joins={"between": PhraseTable((w, w) for f in files for w in f.and_), "from": glue},
        glue=glue,
        lists=frozenset(w for f in files for w in f.lists),
        levels=frozenset(w for f in files for w in f.levels),
        minus=frozenset(w for f in files for w in f.minus),
        asks=frozenset(w for f in files for w in f.asks),
    )
