"""Number words and scales: `lexicon/en/numerals.yaml` and `lexicon/en/scales.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from reconcile.model.tokens import PhraseTable
from reconcile.rules.examples import Example


class NumberWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one number."""

    words: tuple[str, ...]
    value: Decimal


class FractionWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one part of `parts`."""

    words: tuple[str, ...]
    parts: Decimal


class OneWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When "one" is a pronoun: the words before or after it."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class ScaleWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one scale; `glued` forms count only where they touch the digits or the number has a currency.

    `money` forms need the currency; `units` are what the same letter may also stand for.
    """

    words: tuple[str, ...]
    value: Decimal
    glued: bool = False
    money: bool = False
    units: tuple[str, ...] = ()


class VagueWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A plural that stands for a number nobody counted; bounds are in units of `value`."""

    words: tuple[str, ...]
    value: Decimal
    low: Decimal
    soft: tuple[Decimal, Decimal]
    high: Decimal | None = None
    multiplies: bool = False
    of: bool = False


class FewWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A vague number word before a scale ("several hundred")."""

    words: tuple[str, ...]
    low: Decimal
    soft: tuple[Decimal, Decimal]


class QuarterWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words beside quarters that make them parts of a year."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class NumeralsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/numerals.yaml`."""

    cardinals: tuple[NumberWord, ...] = ()
    ordinals: tuple[NumberWord, ...] = ()
    ordinal_suffixes: tuple[str, ...] = ()
    fractions: tuple[FractionWord, ...] = ()
    multiples: tuple[NumberWord, ...] = ()
    folds: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    ratios: tuple[str, ...] = ()
    no_half_after: tuple[str, ...] = ()
    multiplied: tuple[str, ...] = ()
    quarters: QuarterWords = QuarterWords()
    points: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    ands: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    before_days: tuple[str, ...] = ()
    one: OneWords = OneWords()
    examples: tuple[Example, ...] = ()


class ScalesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/scales.yaml`."""

    scales: tuple[ScaleWord, ...] = ()
    groups: tuple[NumberWord, ...] = ()
    vague: tuple[VagueWord, ...] = ()
    few: tuple[FewWord, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class NumeralLexicon:
    """Compiled number words, by case-folded word."""

    cardinals: dict[str, Decimal]
    ordinals: dict[str, Decimal]
    ordinal_suffixes: frozenset[str]
    scales: dict[str, Decimal]
    glued_scales: dict[str, Decimal]
    money_scales: dict[str, Decimal]
    scale_units: dict[str, tuple[str, ...]]
    groups: dict[str, Decimal]
    fractions: dict[str, Decimal]
    plural_fractions: frozenset[str]
    multiples: dict[str, Decimal]
    folds: frozenset[str]
    times: frozenset[str]
    ratios: frozenset[str]
    no_half_after: frozenset[str]
    multiplied: frozenset[str]
    quarters_before: frozenset[str]
    quarters_after: frozenset[str]
    points: frozenset[str]
    articles: frozenset[str]
    ands: frozenset[str]
    choices: frozenset[str]
    before_days: frozenset[str]
    vague: dict[str, VagueWord]
    few: PhraseTable[FewWord]
    one_before: frozenset[str]
    one_after: frozenset[str]


def compile_numerals(numerals: Iterable[NumeralsFile], scales: Iterable[ScalesFile]) -> NumeralLexicon:
    """All files of both kinds as one lexicon; a later file wins."""
    numerals, scales = tuple(numerals), tuple(scales)
    ordinals = _by_word(w for f in numerals for w in f.ordinals)
    named = {word.lower(): e.parts for f in numerals for e in f.fractions for word in e.words}
    fractions = _fractions(ordinals, named)
    entries = [w for f in scales for w in f.scales]
    return NumeralLexicon(
        cardinals=_by_word(w for f in numerals for w in f.cardinals),
        ordinals=ordinals,
        ordinal_suffixes=frozenset(s for f in numerals for s in f.ordinal_suffixes),
        scales=_by_word(w for w in entries if not w.glued),
        glued_scales=_by_word(w for w in entries if w.glued and not w.money),
        money_scales=_by_word(w for w in entries if w.glued),
        scale_units={word.lower(): w.units for w in entries if w.units for word in w.words},
        groups=_by_word(w for f in scales for w in f.groups),
        fractions=fractions,
        plural_fractions=frozenset(w for w in fractions if w.endswith("s")),
        multiples=_by_word(w for f in numerals for w in f.multiples),
        folds=frozenset(s for f in numerals for s in f.folds),
        times=frozenset(s for f in numerals for s in f.times),
        multiplied=frozenset(s for f in numerals for s in f.multiplied),
        no_half_after=frozenset(s for f in numerals for s in f.no_half_after),
        ratios=frozenset(s for f in numerals for s in f.ratios),
        quarters_before=frozenset(s for f in numerals for s in f.quarters.before),
        quarters_after=frozenset(s for f in numerals for s in f.quarters.after),
        points=frozenset(s for f in numerals for s in f.points),
        articles=frozenset(s for f in numerals for s in f.articles),
        ands=frozenset(s for f in numerals for s in f.ands),
        choices=frozenset(s for f in numerals for s in f.choices),
        before_days=frozenset(s for f in numerals for s in f.before_days),
        vague={word.lower(): w for f in scales for w in f.vague for word in w.words},
        few=PhraseTable((word, w) for f in scales for w in f.few for word in w.words),
        one_before=frozenset(w for f in numerals for w in f.one.before),
        one_after=frozenset(w for f in numerals for w in f.one.after),
    )


def _fractions(ordinals: dict[str, Decimal], named: dict[str, Decimal]) -> dict[str, Decimal]:
    """How many parts a fraction word makes: every ordinal from third on, singular and plural, and the named ones."""
    parts = {word: value for word, value in ordinals.items() if value >= 3}
    return parts | {word + "s": value for word, value in parts.items()} | named


def _by_word(entries: Iterable[NumberWord | ScaleWord]) -> dict[str, Decimal]:
    return {word.lower(): entry.value for entry in entries for word in entry.words}
