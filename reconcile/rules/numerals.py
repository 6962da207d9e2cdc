"""Number words and scales: `lexicon/en/numerals.yaml` and `lexicon/en/scales.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from reconcile.rules.examples import Example
from reconcile.rules.lexicon import ByPhrase, ByWord, Entry, Lexicon, Phrases, Words, empty, says


class NumberWord(Entry, frozen=True, forbid_unknown_fields=True):
    """Spellings of one number."""

    value: Decimal

    @property
    def meaning(self) -> Decimal:
        """The number."""
        return self.value


class MultipleWord(Entry, frozen=True, forbid_unknown_fields=True):
    """Spellings of one multiple.

    `alone`: these need nothing after them that they multiply ("sales doubled")
    """

    value: Decimal
    alone: bool = False


class GroupWord(Entry, frozen=True, forbid_unknown_fields=True):
    """Spellings of a group of things.

    `scales`: which numbers it multiplies: all ("12 dozen"), those in words ("three score") or none
    `stands`: where it is a number by itself: alone ("dozen ships"), after an article ("a pair of ships") or never
    """

    value: Decimal
    scales: Literal["all", "words", "none"] = "none"
    stands: Literal["alone", "article", "never"] = "article"


class FractionWord(Entry, frozen=True, forbid_unknown_fields=True):
    """Spellings of one part of `parts`."""

    parts: Decimal

    @property
    def meaning(self) -> Decimal:
        """How many parts make one."""
        return self.parts


class ScaleWord(Entry, frozen=True, forbid_unknown_fields=True):
    """Spellings of one scale.

    `glued`: these count only where they touch the digits or the number has a currency sign
    `loose`: these may stand apart from the digits too ("5 k")
    `money`: these need the currency sign ("$2t", but "2t" is two tonnes)
    `units`: what the same letter may stand for; each is kept as another reading
    """

    value: Decimal
    glued: bool = False
    loose: bool = False
    money: bool = False
    units: tuple[str, ...] = ()


class VagueWord(Entry, frozen=True, forbid_unknown_fields=True):
    """A plural that stands for a number nobody counted.

    `low`: the hard bounds, with `high`, in units of `value`
    `soft`: the usual meaning, in the same units
    `multiplies`: whether it multiplies what follows ("tens of thousands")
    `of`: the word is common otherwise and counts only before "of"
    """

    value: Decimal
    low: Decimal
    soft: tuple[Decimal, Decimal]
    high: Decimal | None = None
    multiplies: bool = False
    of: bool = False


class FewWord(Entry, frozen=True, forbid_unknown_fields=True):
    """A vague number word before a scale ("several hundred")."""

    low: Decimal
    soft: tuple[Decimal, Decimal]


class ScaleWords(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/scales.yaml`."""

    scales: Annotated[tuple[ScaleWord, ...], says("Scale words and the letters glued to digits (“280m”).")] = ()
    groups: Annotated[tuple[GroupWord, ...], says("Dozens and their like: “two dozen”, “a dozen”, “a pair of”.")] = ()
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
    multiple_words: Annotated[tuple[MultipleWord, ...], says("Words for a multiple of something else.")] = ()
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
    spoken_zeros: Annotated[Words, says("Zero among the digits after that point: “two point oh five”.")] = empty(Words)
    before_days: Annotated[Words, says("After one of these 3/4 is a day, elsewhere a part.")] = empty(Words)
    articles: Annotated[
        Words, says("Before a scale, a group or a unit each of these counts one: “a million”, “a dozen”.")
    ] = empty(Words)
    ands: Annotated[Words, says("Joins the parts of one number: “one hundred and four”.")] = empty(Words)
    choices: Annotated[Words, says("Between two numbers that share what follows: “5 and 6 kg”, “7- or 8-inch”.")] = (
        empty(Words)
    )
    both: Annotated[Words, says("Two known things: “both firms”.")] = empty(Words)
    lone_fractions: Annotated[Words, says("These are a fraction without a number or an article: “half of them”.")] = (
        empty(Words)
    )
    scaled_fractions: Annotated[Words, says("These are one before a scale or a unit only: “quarter million”.")] = empty(
        Words
    )
    comparatives: Annotated[Words, says("After a fraction these compare: “a third more”.")] = empty(Words)
    comparative_endings: Annotated[
        tuple[str, ...], says("So does a word with one of these endings: “a third larger”, but “a third term”.")
    ] = ()
    share_joins: Annotated[
        Phrases, says("Between the part and the whole of a share: “one in five”, “two out of 3”.")
    ] = empty(Phrases)
    hyphened_share_joins: Annotated[Words, says("The same between hyphens: “one-in-five”, “3-for-1”.")] = empty(Words)
    before_ages: Annotated[Phrases, says("After one of these a number is an age: “aged 25”.")] = empty(Phrases)
    after_ages: Annotated[Phrases, says("After a unit of time these make it an age: “25 years old”.")] = empty(Phrases)
    records: Annotated[Words, says("After two numbers and a hyphen: games won and lost, “an 18-30 record”.")] = empty(
        Words
    )
    ballots: Annotated[Words, says("The same: votes for and against, “a 5-4 ruling”.")] = empty(Words)
    short_ages: Annotated[Phrases, says("After a bare number these make it an age: “87 yo”.")] = empty(Phrases)
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

    @cached_property
    def multiples(self) -> dict[str, Decimal]:
        """Words for a multiple, those of a cardinal and a fold among them: "sixfold"."""
        folds = {word + fold: value for word, value in self.cardinals.items() for fold in self.folds}
        return folds | {word: entry.value for entry in self.multiple_words for word in entry.words}

    @cached_property
    def lone_multiples(self) -> frozenset[str]:
        """The multiples that need nothing after them that they multiply."""
        needy = frozenset(word for entry in self.multiple_words if not entry.alone for word in entry.words)
        return frozenset(self.multiples) - needy

    @cached_property
    def ordinal_plurals(self) -> dict[str, Decimal]:
        """Ordinals with -s, the last word of a denominator: "thirty-seconds"."""
        return {word + "s": value for word, value in self.ordinals.items()}

    @cached_property
    def joined_ordinals(self) -> dict[str, Decimal]:
        """Tens and an ordinal in one word: "twentyfifth"."""
        tens = [(word, value) for word, value in self.cardinals.items() if value >= _TENS]
        units = [(word, value) for word, value in self.ordinals.items() if value < _TEN]
        return {ten + unit: value + last for ten, value in tens for unit, last in units}


# The least cardinal that a unit may follow, and the first number that is no unit.
_TENS, _TEN = 20, 10
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
    def first_words(self) -> frozenset[str]:
        """The words that a number may begin with."""
        words = frozenset(self.cardinals) | frozenset(self.vague) | frozenset(self.fractions)
        return words | self.few.firsts() | frozenset(self.lone_groups) | self.articles

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
    def loose_scales(self) -> frozenset[str]:
        """Letters that are a scale apart from the digits too."""
        return frozenset(word for entry in self.scale_words.scales if entry.loose for word in entry.words)

    @cached_property
    def groups(self) -> dict[str, Decimal]:
        """Dozens and their like."""
        return _by_word(self.scale_words.groups)

    @cached_property
    def scaling_groups(self) -> dict[str, Decimal]:
        """Groups that multiply any number: "12 dozen"."""
        return _by_word(entry for entry in self.scale_words.groups if entry.scales == "all")

    @cached_property
    def word_scaling_groups(self) -> dict[str, Decimal]:
        """Groups that multiply numbers in words: "three score"."""
        return _by_word(entry for entry in self.scale_words.groups if entry.scales == "words")

    @cached_property
    def lone_groups(self) -> dict[str, Decimal]:
        """Groups that are a number by themselves: "dozen ships"."""
        return _by_word(entry for entry in self.scale_words.groups if entry.stands == "alone")

    @cached_property
    def article_groups(self) -> dict[str, Decimal]:
        """Groups that are a number after an article: "a pair of ships"."""
        return _by_word(entry for entry in self.scale_words.groups if entry.stands != "never")

    @cached_property
    def vague(self) -> ByWord[VagueWord, VagueWord]:
        """Plurals that stand for a number nobody counted."""
        return self.scale_words.vague

    @cached_property
    def few(self) -> ByPhrase[FewWord, FewWord]:
        """Vague words before a scale."""
        return self.scale_words.few


def _by_word(entries: Iterable[ScaleWord | GroupWord]) -> dict[str, Decimal]:
    return {word.lower(): entry.value for entry in entries for word in entry.words}
