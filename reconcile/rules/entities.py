"""Entities: organisations, people, places and products with their aliases (`entities/*.yaml`).

Titles and offices: `offices.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from reconcile.model.tokens import PhraseTable, Tokens
from reconcile.rules.examples import Example


class EntityType(StrEnum):
    """What sort of thing a name stands for."""

    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"
    PRODUCT = "product"
    UNKNOWN = "unknown"


class Entity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entity: a name that news reports use, with everything else it is called.

    `id`: the name in reports and rules; an entity of a later pack with the same id replaces this one
    `name`: its usual name; a name whose first letter is a capital is found only where the text has a capital too
    `type`: what sort of thing it is
    `aliases`: other names, acronyms and spellings; an acronym counts only where the text has it in capitals too;
        never a word that sentences begin with
    `country`: the id of its own country, by which "the Chinese company" is understood
    `kinds`: the nouns a text may call it by ("the chipmaker")
    `adjectives`: for countries, what "Chinese" is to China
    """

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    country: str | None = None
    kinds: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


class EntitiesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `entities/*.yaml`."""

    entities: tuple[Entity, ...] = ()
    examples: tuple[Example, ...] = ()


class NameTable:
    """Names to entities, the longest at a place; an acronym ("WHO") is one only where it is written in capitals.

    `numbers` are the digits that some name begins with ("3M").
    """

    __slots__ = ("_any_case", "_capitals", "numbers")

    def __init__(self, names: Iterable[tuple[str, Entity]]) -> None:
        names = tuple(names)
        self._any_case = PhraseTable((name, entity) for name, entity in names if not name.isupper())
        self._capitals = PhraseTable((name, entity) for name, entity in names if name.isupper())
        self.numbers = frozenset(Tokens(name).keys[0] for name, _ in names if name[:1].isdecimal())

    def __contains__(self, key: str) -> bool:
        """Whether some name begins with the token `key`."""
        return key in self._any_case or key in self._capitals

    def match(self, tokens: Tokens, i: int) -> tuple[Entity, int] | None:
        """The entity whose longest name begins at token `i`, and the index after the name."""
        found = self._any_case.match(tokens, i)
        acronym = self._capitals.match(tokens, i)
        if acronym is None or (found is not None and found[1] >= acronym[1]):
            return found
        return acronym if all(tokens.word(j).upper() == tokens.word(j) for j in range(i, acronym[1])) else found


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities: by id, by name or alias, and the adjectives of countries."""

    by_id: dict[str, Entity]
    names: NameTable
    adjectives: dict[str, str]
    kinds: frozenset[str]


def compile_entities(files: Iterable[EntitiesFile]) -> Entities:
    """All entity files as one table; an entity of a later file replaces one with the same id."""
    by_id = {e.id: e for f in files for e in f.entities}
    everyone = by_id.values()
    return Entities(
        by_id=by_id,
        names=NameTable((name, e) for e in everyone for name in (e.name, *e.aliases)),
        adjectives={a.lower(): e.id for e in everyone for a in e.adjectives},
        kinds=frozenset(kind.lower() for e in everyone for kind in e.kinds),
    )


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An office and the titles that name it; `unique` when an organisation has one holder at a time."""

    id: str
    titles: tuple[str, ...]
    unique: bool = False


class OfficesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `offices.yaml`.

    `modifiers` before a title make another office of it ("vice", "former"); `tails` after it leave it the same
    ("chairman of the board"). The base forms of verbs before "as" and a title: `appointing` puts its object in office
    ("hired her as CEO"), `serving` its subject ("works as"), `following` too, but in the passive its subject loses it
    ("was replaced as"), `leaving` says that its subject gave the office up.
    """

    offices: tuple[Office, ...] = ()
    modifiers: tuple[str, ...] = ()
    past_modifiers: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    appointing: tuple[str, ...] = ()
    serving: tuple[str, ...] = ()
    following: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Offices:
    """All offices: by id, by title, and the words around titles; `starts` holds every token a title can begin with."""

    by_id: dict[str, Office]
    titles: PhraseTable[Office]
    modifiers: frozenset[str]
    starts: frozenset[str]
    past_modifiers: frozenset[str]
    tails: PhraseTable[str]
    appointing: frozenset[str]
    serving: frozenset[str]
    following: frozenset[str]
    leaving: frozenset[str]


def compile_offices(files: Iterable[OfficesFile]) -> Offices:
    """All office files as one table."""
    files = tuple(files)
    by_id = {o.id: o for f in files for o in f.offices}
    titles = PhraseTable((title, o) for o in by_id.values() for title in o.titles)
    modifiers = frozenset(m for f in files for m in (*f.modifiers, *f.past_modifiers))
    return Offices(
        by_id=by_id,
        titles=titles,
        modifiers=modifiers,
        starts=titles.firsts() | modifiers,
        past_modifiers=frozenset(m for f in files for m in f.past_modifiers),
        tails=PhraseTable((tail, tail) for f in files for tail in f.tails),
        appointing=frozenset(v for f in files for v in f.appointing),
        serving=frozenset(v for f in files for v in f.serving),
        following=frozenset(v for f in files for v in f.following),
        leaving=frozenset(v for f in files for v in f.leaving),
    )
