"""Currencies: `lexicon/en/currencies.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from reconcile.rules.examples import Example
from reconcile.rules.lexemes import LexemeTable


class Currency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One currency of ISO 4217 and how it is written; see the head of `currencies.yaml`."""

    code: str
    name: str
    minor: int
    countries: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    national: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


class Shared(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word or sign of several currencies, the usual one first."""

    words: tuple[str, ...]
    codes: tuple[str, ...]


class Subunit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A hundredth (or other part) of a currency; `glued` spellings must touch the digits."""

    words: tuple[str, ...]
    of: str
    part: Decimal
    glued: tuple[str, ...] = ()


class CurrenciesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/currencies.yaml`."""

    currencies: tuple[Currency, ...] = ()
    shared: tuple[Shared, ...] = ()
    subunits: tuple[Subunit, ...] = ()
    weak: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    loss_after: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Money:
    """A spelling of a currency: its code, what part of it, other codes it may mean, and limits on where it counts."""

    code: str
    part: Decimal = Decimal(1)
    others: tuple[str, ...] = ()
    weak: bool = False
    glued: bool = False


@dataclass(frozen=True, slots=True)
class CurrencyLexicon:
    """Compiled currencies.

    `prefix` is what may stand before the digits, `suffix` what may stand after; `countries` gives the currency of a
    land by its ISO 3166 code. After a word of `loss_after` an amount in brackets is a loss.
    """

    prefix: LexemeTable[Money]
    suffix: LexemeTable[Money]
    countries: dict[str, str]
    loss_after: frozenset[str]


def compile_currencies(files: Iterable[CurrenciesFile]) -> CurrencyLexicon:
    """All currency files as one lexicon."""
    files = tuple(files)
    entries = [c for f in files for c in f.currencies]
    shared = [(w, Money(s.codes[0], others=s.codes[1:])) for f in files for s in f.shared for w in s.words]
    doubtful = {w: m.others for w, m in shared}
    weak = frozenset(w for f in files for w in f.weak)
    large = [(f"{s}{c.code}", Money(c.code, part)) for c in entries for s, part in _LARGE]
    signs = [
        (s, Money(c.code, others=doubtful.get(s, ()), weak=s in weak)) for c in entries for s in (*c.signs, c.code)
    ]
    words = [(w, Money(c.code, others=doubtful.get(w, ()))) for c in entries for w in c.words]
    words += [(f"{a} {n}", Money(c.code)) for c in entries for a in c.national for n in c.nouns]
    # "HK $", "nzd$": letters before a sign, in any case and with a space; one letter alone is an article or an initial
    words += [
        (s, Money(c.code))
        for c in entries
        for s in (*c.signs, c.code + "$")
        if s[-1:] == "$" and len(s.replace(" ", "")) > 2
    ]
    parts = [
        (u, w, Money(u.of, u.part, doubtful.get(w, ()), glued=w in u.glued))
        for f in files
        for u in f.subunits
        for w in u.words
    ]
    before = frozenset(w for f in files for w in f.before)
    free = [(w, m) for _, w, m in parts if not m.glued]
    glued = [(w, m) for _, w, m in parts if m.glued]
    known = {w for w, _ in words} | {w for _, w, _ in parts}
    words += [(w, m) for w, m in shared if w not in known and w.isalpha()]
    # a money word alone counts only after its number: before one, "won 3" and "real 2" are something else
    return CurrencyLexicon(
        prefix=LexemeTable([(w, m) for w, m in words + free if " " in w or not w.isalpha() or w in before], signs),
        suffix=LexemeTable(words + free, signs + glued + large),
        countries={country: c.code for c in entries for country in c.countries},
        loss_after=frozenset(w for f in files for w in f.loss_after),
    )


# "30 MUSD": a scale joined to the code.
_LARGE = (("k", Decimal(1000)), ("M", Decimal(1000000)), ("bn", Decimal(1000000000)))
