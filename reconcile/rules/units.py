"""Units of measure: `lexicon/en/units.yaml`. Sizes and dimensions of named units are pint's; nothing repeats them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal, Self

import msgspec

from reconcile.model.mention import Kind
from reconcile.rules.examples import Example
from reconcile.rules.lexemes import LexemeTable
from reconcile.rules.lexicon import ByKey, ByPhrase, Entry, Lexicon, Phrases, Words, empty, says

Prefix = Literal[
    "femto", "pico", "nano", "micro", "milli", "centi", "deci", "hecto", "kilo", "mega", "giga", "tera", "peta", "exa",
    "zetta", "yotta",
]  # fmt: skip
# The prefixes of the International System (BIPM, SI Brochure, 9th edition, table 7), with the spellings of micro.
PREFIXES: dict[Prefix, tuple[str, ...]] = {
    "femto": ("f",),
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
# The powers of ten that they stand for, by the same table.
POWERS: dict[Prefix, int] = {
    "femto": -15, "pico": -12, "nano": -9, "micro": -6, "milli": -3, "centi": -2, "deci": -1, "hecto": 2, "kilo": 3,
    "mega": 6, "giga": 9, "tera": 12, "peta": 15, "exa": 18, "zetta": 21, "yotta": 24,
}  # fmt: skip


class UnitEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One unit and its spellings.

    `name`: singular, as pint spells it with spaces for underscores
    `words`: any case; a hyphen and a space are the same
    `symbols`: case counts
    `prefixes`: metric prefixes that are added to the name (kilo-, milli- ...) and to the symbols (k, m ...)
    `per`: the unit of the denominator
    `cue`: the spelling is also an ordinary word or another unit; it counts only as the cue with this id says
    `kind`: percent and points are kinds of their own; all else is a measure
    """

    name: str
    dimension: str
    words: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    prefixes: tuple[Prefix, ...] = ()
    per: str | None = None
    cue: str | None = None
    kind: Literal["measure", "percent", "points"] = "measure"

    def spellings(self) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        """The unit alone and with each prefix: its name, its words and its symbols."""
        yield self.name, self.words, self.symbols
        for prefix in self.prefixes:
            words = tuple(prefix + word for word in self.words if len(word) > _SYMBOL_LETTERS)
            symbols = tuple(sign + symbol for sign in PREFIXES[prefix] for symbol in self.symbols)
            yield prefix + self.name, words, symbols


# A word as short as this is a symbol, which takes no prefix in full ("kilom").
_SYMBOL_LETTERS = 2


class Derived(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Units made from every unit of one dimension; `{}` stands for that unit.

    `name`: as pint spells it, from the name of that unit
    `of`: the dimension of the units it is made from
    `words`: from their words and symbols; any case
    `symbols`: from their symbols, and words as short as one; case counts
    """

    name: str
    of: str
    dimension: str
    words: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()

    def spellings(self, entry: UnitEntry) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        """What is made from one unit, with each of its prefixes: name, words, symbols."""
        for name, words, symbols in entry.spellings():
            signs = tuple(s for s in symbols if s[:1].isalpha())
            short = tuple(w for w in words if len(w) <= _SYMBOL_LETTERS)
            spelt = tuple(frame.format(word) for frame in self.words for word in (*words, *signs))
            yield self.name.format(name), spelt, tuple(frame.format(s) for frame in self.symbols for s in signs + short)


class Compound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many of a smaller unit make a larger one."""

    large: str
    small: str
    parts: Decimal

    def pairs(self) -> Iterator[tuple[tuple[str, str], Decimal]]:
        """The number by the two units."""
        yield (self.large, self.small), self.parts


class Constant(Entry, frozen=True, forbid_unknown_fields=True):
    """Words that are a number and a unit at once."""

    value: Decimal
    name: str
    dimension: str


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words near a number that settle what an ambiguous unit is.

    `id`: besides its words, `alone` counts only where nothing but a stop or the end follows, or after a larger unit
        ("5 ft 2 in"); `quote` where it touches the digits and no quotation is open; `decade` after digits that do not
        end in 0 ("the 60s"); `hour` after decimals that are no clock time ("2.5 pm"); `meter` is where a glued m is
        metres, not millions
    `default`: what stands without a cue
    `reach`: how many words before the number or after the unit, in the same sentence, a word of the cue may stand
    `after`: words that must follow the unit at once
    """

    id: str
    default: Literal["money", "none", "unit"]
    reach: int
    capital: bool = False
    words: Words = Words()
    after: Words = Words()
    against: Words = Words()

    def pairs(self) -> Iterator[tuple[str, Self]]:
        """The cue by its id."""
        yield self.id, self


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as read: pint's name for it, its dimension, the unit of its denominator, and what must stand near it."""

    name: str
    dimension: str
    per: str | None = None
    cue: Cue | None = None
    kind: Kind = Kind.MEASURE


class UnitLexicon(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/units.yaml`."""

    units: Annotated[tuple[UnitEntry, ...], says("How each unit is spelled, and the name pint knows it by.")] = ()
    derived: Annotated[
        tuple[Derived, ...],
        says("Units made from all units of one dimension: squares and cubes of lengths, degrees of a scale."),
    ] = ()
    cues: Annotated[ByKey[Cue, str, Cue], says("Readings that need a cue near the number.")] = empty(ByKey)
    compounds: Annotated[
        ByKey[Compound, tuple[str, str], Decimal],
        says(
            "Larger unit, smaller unit, how many make one: a measure in two units is one measure in the smaller "
            "(“5 ft 2 in”)."
        ),
    ] = empty(ByKey)
    spoken: Annotated[
        dict[str, str],
        says("After the larger unit a bare number that ends the phrase counts the smaller: “5 feet 3”, “9 stone 4”."),
    ] = empty(dict)
    constants: Annotated[ByPhrase[Constant, Constant], says("Words that are a number and a unit at once.")] = empty(
        ByPhrase
    )
    powered: Annotated[Words, says("Symbols that science writes with a negative power for “per”: “s-1”, “W m-2”.")] = (
        empty(Words)
    )
    signed_dimensions: Annotated[Words, says("What is measured below zero too: “5 degrees below”.")] = empty(Words)
    single_dimensions: Annotated[
        Words, says("After an article a unit of these dimensions counts one at the end of its phrase: “a gallon of”.")
    ] = empty(Words)
    not_single: Annotated[Words, says("Units that count none after an article: a bit is more often a little.")] = empty(
        Words
    )
    after_single: Annotated[Words, says("Words that end the phrase of such a unit.")] = empty(Words)
    equates: Annotated[Words, says("Between two measures that are one: “3 km equal to 3,000 m”.")] = empty(Words)
    per_words: Annotated[Words, says("What opens a denominator; “per” and “/” take any word.")] = empty(Words)
    rates: Annotated[
        Phrases, says("Between a number and so many of something that it is a rate of: “5.4 per 100,000 people”.")
    ] = empty(Phrases)
    population: Annotated[
        Words, says("Nouns in the singular for all who live somewhere: rates “per 100,000” of them are of one thing.")
    ] = empty(Words)
    per_articles: Annotated[Words, says("Articles that open a denominator before one of `per_nouns`.")] = empty(Words)
    per_not_before: Annotated[Words, says("Before one of these a length of time is no denominator: “a year ago”.")] = (
        empty(Words)
    )
    per_nouns: Annotated[Phrases, says("What a rate may be taken of after “a” or “an” (“$52 a barrel”).")] = empty(
        Phrases
    )
    examples: tuple[Example, ...] = ()

    @cached_property
    def table(self) -> LexemeTable[Unit]:
        """Units by their spellings; what is spelled out comes before what is made."""
        words: list[tuple[str, Unit]] = []
        symbols: list[tuple[str, Unit]] = []
        for entry in self.units:
            for name, spelt, signs in entry.spellings():
                unit = Unit(name, entry.dimension, entry.per, self.cues.get(entry.cue or ""), Kind(entry.kind))
                words.extend((word, unit) for word in spelt)
                symbols.extend((sign, unit) for sign in signs)
        for made, (name, spelt, signs) in self._made:
            unit = Unit(name, made.dimension)
            words.extend((word, unit) for word in spelt)
            symbols.extend((sign, unit) for sign in signs)
        return LexemeTable(words, symbols)

    @cached_property
    def _made(self) -> list[tuple[Derived, tuple[str, tuple[str, ...], tuple[str, ...]]]]:
        """What each of `derived` makes of each unit of its dimension."""
        pairs = [(made, entry) for made in self.derived for entry in self.units if entry.dimension == made.of]
        return [(made, spelling) for made, entry in pairs if entry.per is None for spelling in made.spellings(entry)]

    @cached_property
    def sizes(self) -> dict[str, tuple[str, Decimal]]:
        """Units with a prefix, or made of smaller ones, by name: a smaller unit and how many of it they are."""
        sizes = {
            prefix + entry.name: (entry.name, Decimal(1).scaleb(POWERS[prefix]))
            for entry in self.units
            for prefix in entry.prefixes
        }
        parts = dict(self.compounds)
        while parts:
            # a mile of yards waits for the yard of feet
            ready = [pair for pair in parts if not any(large == pair[1] for large, _ in parts)]
            for large, small in ready:
                base, times = sizes.get(small, (small, Decimal(1)))
                sizes.setdefault(large, (base, times * parts.pop((large, small))))
            if not ready:
                break
        return sizes

    @cached_property
    def dimensions(self) -> dict[str, str]:
        """The dimension of each unit that is no rate, by its name."""
        plain = (entry for entry in self.units if entry.per is None)
        made = {spelling[0]: made.dimension for made, spelling in self._made}
        return made | {name: entry.dimension for entry in plain for name, _, _ in entry.spellings()}

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all units that have a spelling, prefixes and all."""
        spelt = [spelling for entry in self.units for spelling in entry.spellings()]
        spelt += [spelling for _, spelling in self._made]
        return frozenset(name for name, words, symbols in spelt if words or symbols)
