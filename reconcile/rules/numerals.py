"""Number words and scales: `lexicon/en/numerals.yaml` and `lexicon/en/scales.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

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


class MultipleWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one multiple; `alone` ones need nothing after them that they multiply ("sales doubled")."""

    words: tuple[str, ...]
    value: Decimal
    alone: bool = False


class OneWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When "one" is a pronoun: the words before or after it."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class ScaleWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one scale; `glued` forms count only where they touch the digits or the number has a currency.

    `loose` ones may stand apart from the digits too ("5 k"); `money` forms need the currency; `units` are what the same
    letter may also stand for.
    """

    words: tuple[str, ...]
    value: Decimal
    glued: bool = False
    loose: bool = False
    money: bool = False
    units: tuple[str, ...] = ()


class GroupWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of a group of things.

    `scales` says which numbers it multiplies: all ("12 dozen"), those in words ("three score") or none. `stands` says
    where it is a number by itself: alone ("dozen ships"), after an article ("a pair of ships") or never.
    """

    words: tuple[str, ...]
    value: Decimal
    scales: Literal["all", "words", "none"] = "none"
    stands: Literal["alone", "article", "never"] = "article"


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


class AgeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What makes a number an age: phrases before it, after its unit of time, and right after it."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    short: tuple[str, ...] = ()


class NumeralsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/numerals.yaml`."""

    cardinals: tuple[NumberWord, ...] = ()
    ordinals: tuple[NumberWord, ...] = ()
    ordinal_suffixes: tuple[str, ...] = ()
    fractions: tuple[FractionWord, ...] = ()
    multiples: tuple[MultipleWord, ...] = ()
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
    lone_fractions: tuple[str, ...] = ()
    scaled_fractions: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    share_joins: tuple[str, ...] = ()
    hyphened_share_joins: tuple[str, ...] = ()
    ages: AgeWords = AgeWords()
    comparatives: tuple[str, ...] = ()
    comparative_endings: tuple[str, ...] = ()
    before_days: tuple[str, ...] = ()
    one: OneWords = OneWords()
    examples: tuple[Example, ...] = ()


class ScalesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/scales.yaml`."""

    scales: tuple[ScaleWord, ...] = ()
    groups: tuple[GroupWord, ...] = ()
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
    lone_fractions: frozenset[str]
    scaled_fractions: frozenset[str]
    both: frozenset[str]
    share_joins: PhraseTable[str]
    hyphened_share_joins: frozenset[str]
    before_ages: PhraseTable[str]
    after_ages: PhraseTable[str]
    short_ages: PhraseTable[str]
    lone_multiples: frozenset[str]
    comparatives: frozenset[str]
    comparative_endings: tuple[str, ...]
    ordinal_plurals: dict[str, Decimal]
    joined_ordinals: dict[str, Decimal]
    loose_scales: frozenset[str]
    scaling_groups: dict[str, Decimal]
    word_scaling_groups: dict[str, Decimal]
    article_groups: dict[str, Decimal]
    lone_groups: dict[str, Decimal]
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
    cardinals = _by_word(w for f in numerals for w in f.cardinals)
    folds = {word + fold: value for word, value in cardinals.items() for f in numerals for fold in f.folds}
    multiples = [w for f in numerals for w in f.multiples]
    entries = [w for f in scales for w in f.scales]
    groups = [w for f in scales for w in f.groups]
    return NumeralLexicon(
        cardinals=cardinals,
        ordinals=ordinals,
        ordinal_suffixes=frozenset(s for f in numerals for s in f.ordinal_suffixes),
        scales=_by_word(w for w in entries if not w.glued),
        glued_scales=_by_word(w for w in entries if w.glued and not w.money),
        money_scales=_by_word(w for w in entries if w.glued),
        scale_units={word.lower(): w.units for w in entries if w.units for word in w.words},
        groups=_by_word(groups),
        fractions=fractions,
        plural_fractions=frozenset(w for w in fractions if w.endswith("s")),
        multiples=folds | _by_word(multiples),
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
        lone_fractions=frozenset(s for f in numerals for s in f.lone_fractions),
        scaled_fractions=frozenset(s for f in numerals for s in f.scaled_fractions),
        both=frozenset(s for f in numerals for s in f.both),
        share_joins=_phrases(s for f in numerals for s in f.share_joins),
        hyphened_share_joins=frozenset(s for f in numerals for s in f.hyphened_share_joins),
        before_ages=_phrases(s for f in numerals for s in f.ages.before),
        after_ages=_phrases(s for f in numerals for s in f.ages.after),
        short_ages=_phrases(s for f in numerals for s in f.ages.short),
        lone_multiples=frozenset(folds) | {word for w in multiples if w.alone for word in w.words},
        comparatives=frozenset(s for f in numerals for s in f.comparatives),
        comparative_endings=tuple(s for f in numerals for s in f.comparative_endings),
        ordinal_plurals={word + "s": value for word, value in ordinals.items()},
        joined_ordinals=_joined_ordinals(cardinals, ordinals),
        loose_scales=frozenset(word for w in entries if w.loose for word in w.words),
        scaling_groups=_by_word(g for g in groups if g.scales == "all"),
        word_scaling_groups=_by_word(g for g in groups if g.scales == "words"),
        article_groups=_by_word(g for g in groups if g.stands in ("article", "alone")),
        lone_groups=_by_word(g for g in groups if g.stands == "alone"),
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


def _joined_ordinals(cardinals: dict[str, Decimal], ordinals: dict[str, Decimal]) -> dict[str, Decimal]:
    """Tens and an ordinal in one word: "twentyfifth"."""
    tens = [(word, value) for word, value in cardinals.items() if value >= 20]
    units = [(word, value) for word, value in ordinals.items() if value < 10]
    return {ten + unit: value + last for ten, value in tens for unit, last in units}


def _by_word(entries: Iterable[NumberWord | ScaleWord | GroupWord | MultipleWord]) -> dict[str, Decimal]:
    return {word.lower(): entry.value for entry in entries for word in entry.words}


def _phrases(phrases: Iterable[str]) -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in phrases)
