"""Number words and scales: `lexicon/en/numerals.yaml` and `lexicon/en/scales.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Self

import msgspec

from reconcile.rules.examples import Example
from reconcile.rules.lexicon import ByPhrase, ByWord, Lexicon, Words, empty, says


class NumberWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one number."""

    words: tuple[str, ...]
    value: Decimal

    @property
    def meaning(self) -> Decimal:
        """The number."""
        return self.value


class FractionWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one part of `parts`."""

    words: tuple[str, ...]
    parts: Decimal

    @property
    def meaning(self) -> Decimal:
        """How many parts make one."""
        return self.parts


class ScaleWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one scale.

    `glued`: these count only where they touch the digits or the number has a currency sign
    `money`: these need the currency sign ("$2t", but "2t" is two tonnes)
    `units`: what the same letter may stand for; each is kept as another reading
    """

    words: tuple[str, ...]
    value: Decimal
    glued: bool = False
    money: bool = False
    units: tuple[str, ...] = ()


class VagueWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A plural that stands for a number nobody counted.

    `low`: the hard bounds, with `high`, in units of `value`
    `soft`: the usual meaning, in the same units
    `multiplies`: whether it multiplies what follows ("tens of thousands")
    `of`: the word is common otherwise and counts only before "of"
    """

    words: tuple[str, ...]
    value: Decimal
    low: Decimal
    soft: tuple[Decimal, Decimal]
    high: Decimal | None = None
    multiplies: bool = False
    of: bool = False

    @property
    def meaning(self) -> Self:
        """The word itself."""
        return self


class FewWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A vague number word before a scale ("several hundred")."""

    words: tuple[str, ...]
    low: Decimal
    soft: tuple[Decimal, Decimal]

    @property
    def meaning(self) -> Self:
        """The word itself."""
        return self


class ScaleWords(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/scales.yaml`."""

    scales: Annotated[tuple[ScaleWord, ...], says("Scale words and the letters glued to digits (“280m”).")] = ()
    groups: Annotated[
        ByWord[NumberWord, Decimal],
        says("Dozens and their like multiply too, and stand alone after “a”: “two dozen”, “a dozen”."),
    ] = empty(ByWord)
    vague: Annotated[
        ByWord[VagueWord, VagueWord], says("Plurals that stand for a number nobody counted: “dozens”.")
    ] = empty(ByWord)
    few: Annotated[
        ByPhrase[FewWord, FewWord], says("Words that stand before a scale: “several hundred”, “a few thousand”.")
    ] = empty(ByPhrase)
    examples: tuple[Example, ...] = ()


class NumberWords(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/numerals.yaml`."""

    cardinals: Annotated[
        ByWord[NumberWord, Decimal],
        says("Cardinal words; a value is what the word adds, “hundred” and the scales multiply."),
    ] = empty(ByWord)
    ordinals: Annotated[ByWord[NumberWord, Decimal], says("Ordinal words.")] = empty(ByWord)
    ordinal_suffixes: Annotated[Words, says("What digits of an ordinal end in: “3rd”.")] = empty(Words)
    named_fractions: Annotated[
        ByWord[FractionWord, Decimal],
        says(
            "Parts of one; plurals count them (“two-thirds”). Every ordinal from third on is one too, with or "
            "without -s."
        ),
    ] = empty(ByWord)
    multiples: Annotated[ByWord[NumberWord, Decimal], says("Words for a multiple of something else.")] = empty(ByWord)
    folds: Annotated[Words, says("What a multiple in digits ends in: “5-fold”.")] = empty(Words)
    times: Annotated[Words, says("What follows a multiple: “5 times”.")] = empty(Words)
    ratios: Annotated[Words, says("After one of these “9 to 4” is a ratio, no range.")] = empty(Words)
    no_half_after: Annotated[Words, says("After one of these a half is six months or part of a match.")] = empty(Words)
    multiplied: Annotated[Words, says("Before one of these “twice” or “triple” multiplies.")] = empty(Words)
    quarters_before: Annotated[
        Words, says("After one of these “three quarters” are nine months, elsewhere three parts of four.")
    ] = empty(Words)
    quarters_after: Annotated[Words, says("The same before one of these.")] = empty(Words)
    points: Annotated[Words, says("Words for a decimal point.")] = empty(Words)
    before_days: Annotated[Words, says("After one of these 3/4 is a day, elsewhere a part.")] = empty(Words)
    one_before: Annotated[Words, says("After one of these “one” is a pronoun and counts nothing.")] = empty(Words)
    one_after: Annotated[Words, says("The same before one of these.")] = empty(Words)
    examples: tuple[Example, ...] = ()

    @cached_property
    def fractions(self) -> dict[str, Decimal]:
        """How many parts a fraction word makes: each ordinal from third on, singular and plural, and the named ones."""
        parts = {word: value for word, value in self.ordinals.items() if value >= _FIRST_FRACTION}
        return parts | {word + "s": value for word, value in parts.items()} | self.named_fractions

    @cached_property
    def plural_fractions(self) -> frozenset[str]:
        """The fraction words that count parts ("two-thirds")."""
        return frozenset(word for word in self.fractions if word.endswith("s"))


# The least ordinal that is a part of one: a second is none.
_FIRST_FRACTION = 3


class NumeralLexicon(NumberWords, frozen=True, forbid_unknown_fields=True):
    """Number words with the scales that multiply them."""

    scale_words: ScaleWords = ScaleWords()

    @cached_property
    def scales(self) -> dict[str, Decimal]:
        """Scales that stand as words of their own."""
        return _by_word(entry for entry in self.scale_words.scales if not entry.glued)

    @cached_property
    def glued_scales(self) -> dict[str, Decimal]:
        """Letters that are a scale where they touch the digits."""
        return _by_word(entry for entry in self.scale_words.scales if entry.glued and not entry.money)

    @cached_property
    def money_scales(self) -> dict[str, Decimal]:
        """Letters that are a scale where they touch the digits of an amount of money."""
        return _by_word(entry for entry in self.scale_words.scales if entry.glued)

    @cached_property
    def scale_units(self) -> dict[str, tuple[str, ...]]:
        """What else the letters of a scale may stand for."""
        return {word.lower(): entry.units for entry in self.scale_words.scales if entry.units for word in entry.words}

    @cached_property
    def groups(self) -> ByWord[NumberWord, Decimal]:
        """Dozens and their like."""
        return self.scale_words.groups

    @cached_property
    def vague(self) -> ByWord[VagueWord, VagueWord]:
        """Plurals that stand for a number nobody counted."""
        return self.scale_words.vague

    @cached_property
    def few(self) -> ByPhrase[FewWord, FewWord]:
        """Vague words before a scale."""
        return self.scale_words.few


def _by_word(entries: Iterable[ScaleWord]) -> dict[str, Decimal]:
    return {word.lower(): entry.value for entry in entries for word in entry.words}
