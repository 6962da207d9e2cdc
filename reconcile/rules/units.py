"""Units of measure: `lexicon/en/units.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import msgspec

from reconcile.model.mention import Kind
from reconcile.model.tokens import PhraseTable
from reconcile.rules.examples import Example
from reconcile.rules.lexemes import LexemeTable

Prefix = Literal[
    "pico", "nano", "micro", "milli", "centi", "deci", "hecto", "kilo", "mega", "giga", "tera", "peta", "exa", "zetta",
    "yotta",
]  # fmt: skip
# The prefixes of the International System (BIPM, SI Brochure, 9th edition, table 7), with the spellings of micro.
PREFIXES: dict[Prefix, tuple[str, ...]] = {
    "pico": ("p",),
    "nano": ("n",),
    "micro": ("µ", "μ", "u"),
    "milli": ("m",),
    "centi": ("c",),
    "deci": ("d",),
    "hecto": ("h",),
    "kilo": ("k",),
    "mega": ("M",),
    "giga": ("G",),
    "tera": ("T",),
    "peta": ("P",),
    "exa": ("E",),
    "zetta": ("Z",),
    "yotta": ("Y",),
}


class UnitEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One unit and its spellings; see the head of `units.yaml`."""

    name: str
    dimension: str
    words: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    prefixes: tuple[Prefix, ...] = ()
    per: str | None = None
    cue: str | None = None
    kind: Literal["measure", "percent", "points"] = "measure"


class Compound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many of a smaller unit make a larger one."""

    large: str
    small: str
    parts: Decimal


class Constant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that are a number and a unit at once."""

    words: tuple[str, ...]
    value: Decimal
    name: str
    dimension: str


class PerWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What opens a denominator, and what may be one after an article."""

    words: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words near a number that settle what an ambiguous unit is; see `units.yaml`."""

    id: str
    default: Literal["money", "none", "unit"]
    reach: int
    capital: bool = False
    words: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


class UnitsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/units.yaml`."""

    units: tuple[UnitEntry, ...] = ()
    cues: tuple[Cue, ...] = ()
    compounds: tuple[Compound, ...] = ()
    constants: tuple[Constant, ...] = ()
    per: PerWords = PerWords()
    powered: tuple[str, ...] = ()
    single_dimensions: tuple[str, ...] = ()
    not_single: tuple[str, ...] = ()
    after_single: tuple[str, ...] = ()
    equates: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class CueWords:
    """A compiled cue."""

    id: str
    default: str
    reach: int
    capital: bool
    words: frozenset[str]
    after: frozenset[str]
    against: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as read: pint's name for it, its dimension, the unit of its denominator, and what must stand near it."""

    name: str
    dimension: str
    per: str | None = None
    cue: CueWords | None = None
    kind: Kind = Kind.MEASURE


@dataclass(frozen=True, slots=True)
class UnitLexicon:
    """Compiled units, by spelling."""

    table: LexemeTable[Unit]
    names: frozenset[str]
    cues: dict[str, CueWords]
    compounds: dict[tuple[str, str], Decimal]
    constants: PhraseTable[Constant]
    per_words: frozenset[str]
    per_articles: frozenset[str]
    per_nouns: PhraseTable[str]
    per_not_before: frozenset[str]
    powered: frozenset[str]
    single_dimensions: frozenset[str]
    not_single: frozenset[str]
    after_single: frozenset[str]
    equates: frozenset[str]
    dimensions: dict[str, str]


def compile_units(files: Iterable[UnitsFile]) -> UnitLexicon:
    """All unit files as one lexicon."""
    files = tuple(files)
    cues = {c.id: _cue(c) for f in files for c in f.cues}
    words: list[tuple[str, Unit]] = []
    symbols: list[tuple[str, Unit]] = []
    for entry in (e for f in files for e in f.units):
        for prefix, signs in (("", ("",)), *((p, PREFIXES[p]) for p in entry.prefixes)):
            unit = Unit(prefix + entry.name, entry.dimension, entry.per, cues.get(entry.cue or ""), Kind(entry.kind))
            words.extend((prefix + word, unit) for word in entry.words if not prefix or len(word) > 2)
            symbols.extend((sign + symbol, unit) for sign in signs for symbol in entry.symbols)
    per_nouns = [w for f in files for w in f.per.nouns]
    return UnitLexicon(
        table=LexemeTable(words, symbols),
        names=frozenset(unit.name for _, unit in _both(words, symbols)),
        cues=cues,
        compounds={(c.large, c.small): c.parts for f in files for c in f.compounds},
        constants=PhraseTable((w, c) for f in files for c in f.constants for w in c.words),
        per_words=frozenset(w for f in files for w in f.per.words),
        per_articles=frozenset(w for f in files for w in f.per.articles),
        per_nouns=PhraseTable((w, w) for w in per_nouns),
        per_not_before=frozenset(w for f in files for w in f.per.not_before),
        powered=frozenset(w for f in files for w in f.powered),
        single_dimensions=frozenset(w for f in files for w in f.single_dimensions),
        not_single=frozenset(w for f in files for w in f.not_single),
        after_single=frozenset(w for f in files for w in f.after_single),
        equates=frozenset(w for f in files for w in f.equates),
        dimensions={unit.name: unit.dimension for _, unit in _both(words, symbols) if unit.per is None},
    )


def _both(words: list[tuple[str, Unit]], symbols: list[tuple[str, Unit]]) -> Iterator[tuple[str, Unit]]:
    yield from words
    yield from symbols


def _cue(cue: Cue) -> CueWords:
    return CueWords(
        cue.id, cue.default, cue.reach, cue.capital, frozenset(cue.words), frozenset(cue.after), frozenset(cue.against)
    )
