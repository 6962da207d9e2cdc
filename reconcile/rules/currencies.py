"""Currencies: `lexicon/en/currencies.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Annotated

import msgspec

from reconcile.rules.examples import Example
from reconcile.rules.lexemes import LexemeTable
from reconcile.rules.lexicon import Lexicon, Name, Words, empty, says


class Currency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One currency of ISO 4217 and how it is written.

    `minor`: how many digits stand after the point
    `countries`: where it is the money of the land (ISO 3166); decides a sign that several share
    `words`: said without a country ("baht"); any case
    `national`: adjectives that, before the `nouns`, name this currency ("Australian dollars")
    `signs`: written before or after the digits; case counts
    """

    code: Name
    name: str
    minor: int
    countries: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    national: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()

    def lettered_signs(self) -> tuple[str, ...]:
        """Letters before a dollar sign, which stand in any case and with a space: "HK $", "nzd$".

        One letter alone is an article or an initial.
        """
        signs = (*self.signs, self.code + "$")
        return tuple(s for s in signs if s.endswith("$") and len(s.replace(" ", "")) > _ONE_LETTER_AND_SIGN)


class Shared(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word or sign of several currencies, the usual one first."""

    words: tuple[str, ...]
    codes: tuple[str, ...]


class Subunit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A hundredth (or other part, or many) of a currency.

    `of`: the currencies that have it, the usual one first
    `glued`: spellings that must touch the digits
    `joined`: the word counts only after a currency (“8 dinars 250 fils”) or an adjective of the land (“Kuwaiti fils”)
    `last`: the word is common otherwise and counts only where its phrase ends ("five grand", but "five grand pianos")
    """

    words: tuple[str, ...]
    of: tuple[Name, ...]
    part: Decimal
    glued: tuple[str, ...] = ()
    last: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Money:
    """A spelling of a currency: its code, what part of it, other codes it may mean, and limits on where it counts."""

    code: str
    part: Decimal = Decimal(1)
    others: tuple[str, ...] = ()
    weak: bool = False
    glued: bool = False
    last: bool = False


class CurrencyLexicon(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/currencies.yaml`.

    Codes, names and minor units are those of ISO 4217, signs and countries those of Unicode CLDR.
    """

    currencies: Annotated[
        tuple[Currency, ...],
        says(
            "Currencies: list one of ISO 4217, with the withdrawn codes news still quotes. Bitcoin and ether "
            "have no ISO code and carry the ones exchanges use."
        ),
    ] = ()
    shared: Annotated[
        tuple[Shared, ...], says("Signs and words that several currencies share: the first code is the usual reading.")
    ] = ()
    subunits: Annotated[
        tuple[Subunit, ...],
        says(
            "Parts of a currency: cents, pence. Alone a word is of the first that has it; after a currency (“8 dinars "
            "250 fils”) or an adjective of its land (“Hong Kong cents”) it is of that one."
        ),
    ] = ()
    weak: Annotated[
        tuple[str, ...],
        says(
            "Signs that are also ordinary letters: they count only before a number with a point, a comma or a "
            "scale (PS is what £ becomes when a text is forced into ASCII)."
        ),
    ] = ()
    before: Annotated[
        Words,
        says("Words that may also stand before the number (“rupees 500”); most money words mean something else there."),
    ] = empty(Words)
    code_scales: Annotated[
        dict[str, Decimal], says("Scales joined to a code after the number, as written: “30 MUSD”.")
    ] = empty(dict)
    loss_after: Annotated[
        Words, says("After one of these an amount in brackets is a loss, as in accounts: “the result was ($99)”.")
    ] = empty(Words)
    examples: tuple[Example, ...] = ()

    @cached_property
    def countries(self) -> dict[str, str]:
        """The currency of a land by its ISO 3166 code."""
        return {country: c.code for c in self.currencies for country in c.countries}

    @cached_property
    def prefix(self) -> LexemeTable[Money]:
        """What may stand before the digits; a money word alone only if it is one of `before`, or a code.

        Before a number "won 3" and "real 2" are something else.
        """
        before = {*self.before, *(word for word, _ in self._codes)}
        words = ((w, m) for w, m in self._words if " " in w or not w.isalpha() or w in before)
        return LexemeTable(words, self._signs)

    @cached_property
    def suffix(self) -> LexemeTable[Money]:
        """What may stand after the digits."""
        glued = [(w, m) for w, m in self._parts if m.glued]
        codes = [c.code for c in self.currencies]
        large = [(f"{sign}{code}", Money(code, part)) for code in codes for sign, part in self.code_scales.items()]
        return LexemeTable(self._words, self._signs + glued + large)

    @cached_property
    def smaller(self) -> LexemeTable[dict[str, Decimal]]:
        """Words for parts of a currency, with the part that each is of every currency that has it."""
        parts: dict[str, dict[str, Decimal]] = {}
        for unit in self.subunits:
            for word in unit.words:
                parts.setdefault(word, {}).update((code, unit.part) for code in unit.of)
        return LexemeTable((word, of) for word, of in parts.items())

    @cached_property
    def _others(self) -> dict[str, tuple[str, ...]]:
        """What else a word or sign may mean."""
        return {word: shared.codes[1:] for shared in self.shared for word in shared.words}

    @cached_property
    def _signs(self) -> list[tuple[str, Money]]:
        weak = frozenset(self.weak)
        signs = ((sign, c.code) for c in self.currencies for sign in (*c.signs, c.code))
        return [(sign, Money(code, others=self._others.get(sign, ()), weak=sign in weak)) for sign, code in signs]

    @cached_property
    def _codes(self) -> list[tuple[str, Money]]:
        """Codes that spell no word, which stand in small letters too: "20 sek"."""
        weak = frozenset(self.weak)
        return [(c.code.lower(), Money(c.code)) for c in self.currencies if c.code not in weak]

    @cached_property
    def _parts(self) -> list[tuple[str, Money]]:
        """Words for parts of a currency."""
        return [
            (word, Money(unit.of[0], unit.part, unit.of[1:], glued=word in unit.glued, last=unit.last))
            for unit in self.subunits
            for word in unit.words
            if not unit.joined
        ]

    @cached_property
    def _national(self) -> list[tuple[str, Money]]:
        """Names of currencies and of their parts after an adjective of the land: "Polish zloty", "US cents"."""
        parts: dict[str, list[tuple[str, Decimal]]] = {}
        for unit in self.subunits:
            words = [(word, unit.part) for word in unit.words if word not in unit.glued and not unit.last]
            for code in unit.of:
                parts.setdefault(code, []).extend(words)
        names: list[tuple[str, Money]] = []
        for c in self.currencies:
            words = [(word, _WHOLE) for word in (*c.nouns, *c.words)] + parts.get(c.code, [])
            names += [(f"{land} {word}", Money(c.code, part)) for land in c.national for word, part in words]
        return names

    @cached_property
    def _words(self) -> list[tuple[str, Money]]:
        """Words for currencies and their parts, those that several share last."""
        words = [(w, Money(c.code, others=self._others.get(w, ()))) for c in self.currencies for w in c.words]
        words += self._national + self._codes
        words += [(sign, Money(c.code)) for c in self.currencies for sign in c.lettered_signs()]
        known = {word for word, _ in (*words, *self._parts)}
        words += [
            (word, Money(shared.codes[0], others=shared.codes[1:]))
            for shared in self.shared
            for word in shared.words
            if word not in known and word.isalpha()
        ]
        return words + [(w, m) for w, m in self._parts if not m.glued]


_WHOLE = Decimal(1)
_ONE_LETTER_AND_SIGN = 2  # characters
