"""Number words and scales: `lexicon/en/numerals.yaml` and `lexicon/en/scales.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from reconcile.rules.examples import Example


class NumberWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one number."""

    words: tuple[str, ...]
    value: Decimal


class ScaleWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one scale; `glued` forms count only where they touch the digits or the number has a currency."""

    words: tuple[str, ...]
    value: Decimal
    glued: bool = False


class NumeralsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/numerals.yaml`."""

    cardinals: tuple[NumberWord, ...] = ()
    ordinals: tuple[NumberWord, ...] = ()
    ordinal_suffixes: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


class ScalesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/scales.yaml`."""

    scales: tuple[ScaleWord, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class NumeralLexicon:
    """Compiled number words, by case-folded word."""

    cardinals: dict[str, Decimal]
    ordinals: dict[str, Decimal]
    ordinal_suffixes: frozenset[str]
    scales: dict[str, Decimal]
    glued_scales: dict[str, Decimal]


def compile_numerals(numerals: Iterable[NumeralsFile], scales: Iterable[ScalesFile]) -> NumeralLexicon:
    """All files of both kinds as one lexicon; a later file wins."""
    numerals, scales = tuple(numerals), tuple(scales)
    return NumeralLexicon(
        cardinals=_by_word(w for f in numerals for w in f.cardinals),
        ordinals=_by_word(w for f in numerals for w in f.ordinals),
        ordinal_suffixes=frozenset(s for f in numerals for s in f.ordinal_suffixes),
        scales=_by_word(w for f in scales for w in f.scales if not w.glued),
        glued_scales=_by_word(w for f in scales for w in f.scales if w.glued),
    )


def _by_word(entries: Iterable[NumberWord | ScaleWord]) -> dict[str, Decimal]:
    return {word.lower(): entry.value for entry in entries for word in entry.words}
