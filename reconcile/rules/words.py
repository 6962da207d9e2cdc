"""Words about ranks, counted nouns and traps: `lexicon/en/ranks.yaml`, `nouns.yaml` and `traps.yaml`.

Hedges, range words and signs: `lexicon/en/hedges.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import msgspec

from reconcile.model.tokens import PhraseTable
from reconcile.rules.examples import Example
from reconcile.rules.lexemes import LexemeTable


class RanksFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/ranks.yaml`."""

    superlatives: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    number_signs: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    no_place: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


class Plural(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An irregular plural."""

    plural: str
    singular: str


class NounsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/nouns.yaml`."""

    stops: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    plurals: tuple[Plural, ...] = ()
    singular_s: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


class TrapsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/traps.yaml`."""

    names: tuple[str, ...] = ()
    any_case: tuple[str, ...] = ()
    resolutions: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    scores: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    engagement: tuple[str, ...] = ()
    live: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class RankLexicon:
    """Compiled words about ranks."""

    superlatives: frozenset[str]
    leads: frozenset[str]
    number_signs: frozenset[str]
    not_before: frozenset[str]
    openers: frozenset[str]
    sizes: frozenset[str]
    places: frozenset[str]
    no_place: frozenset[str]


@dataclass(frozen=True, slots=True)
class NounLexicon:
    """Compiled words about counted nouns; `plurals` maps an irregular plural to its singular."""

    stops: frozenset[str]
    between: frozenset[str]
    plurals: dict[str, str]
    singular_s: frozenset[str]
    definite: frozenset[str]


@dataclass(frozen=True, slots=True)
class NonQuantityLexicon:
    """Compiled words about digits that are no quantity."""

    names: frozenset[str]
    any_case: frozenset[str]
    resolutions: frozenset[str]
    codes: PhraseTable[str]
    later: frozenset[str]
    streets: frozenset[str]
    abbreviations: frozenset[str]
    scores: frozenset[str]
    counters: frozenset[str]
    engagement: PhraseTable[str]
    live: PhraseTable[str]


def compile_ranks(files: Iterable[RanksFile]) -> RankLexicon:
    """All rank files as one lexicon."""
    files = tuple(files)
    return RankLexicon(
        superlatives=frozenset(w for f in files for w in f.superlatives),
        leads=frozenset(w for f in files for w in f.leads),
        number_signs=frozenset(w.rstrip(".") for f in files for w in f.number_signs),
        not_before=frozenset(w for f in files for w in f.not_before),
        openers=frozenset(w for f in files for w in f.openers),
        sizes=frozenset(w for f in files for w in f.sizes),
        places=frozenset(w for f in files for w in f.places),
        no_place=frozenset(w for f in files for w in f.no_place),
    )


def compile_nouns(files: Iterable[NounsFile]) -> NounLexicon:
    """All noun files as one lexicon."""
    files = tuple(files)
    return NounLexicon(
        stops=frozenset(w for f in files for w in f.stops),
        between=frozenset(w for f in files for w in f.between),
        plurals={p.plural: p.singular for f in files for p in f.plurals},
        singular_s=frozenset(w for f in files for w in f.singular_s),
        definite=frozenset(w for f in files for w in f.definite),
    )


def compile_non_quantities(files: Iterable[TrapsFile]) -> NonQuantityLexicon:
    """All trap files as one lexicon."""
    files = tuple(files)
    return NonQuantityLexicon(
        names=frozenset(w for f in files for w in f.names),
        any_case=frozenset(w for f in files for w in f.any_case),
        codes=PhraseTable((w, w) for f in files for w in f.codes),
        later=frozenset(w for f in files for w in f.later),
        resolutions=frozenset(w for f in files for w in f.resolutions),
        streets=frozenset(w for f in files for w in f.streets),
        abbreviations=frozenset(w for f in files for w in f.abbreviations),
        scores=frozenset(w for f in files for w in f.scores),
        counters=frozenset(w for f in files for w in f.counters),
        engagement=PhraseTable((w, w) for f in files for w in f.engagement),
        live=PhraseTable((w, w) for f in files for w in f.live),
    )


HedgeSign = Literal[">", ">=", "<", "<=", "~", "="]


class Hedge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one bound; `soft` gives its usual meaning in parts of the number.

    `ordinary` words are common otherwise: before a number they hedge only what follows at once, after one only where no
    noun follows them. `approximate` words say near and below at once ("nearly").
    """

    words: tuple[str, ...]
    bound: HedgeSign
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
