"""Entities with their aliases (`entities/*.yaml`), and offices with the titles that name them (`offices.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from typing import Annotated

import msgspec

from reconcile.model.tokens import PhraseTable, Tokens
from reconcile.rules.examples import Example
from reconcile.rules.lexicon import Lexicon, Name, Phrases, Words, empty, says


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
    name: Name
    type: EntityType
    aliases: tuple[str, ...] = ()
    country: str | None = None
    kinds: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


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


class Entities(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `entities/*.yaml`; an entity of a later file replaces one with the same id."""

    entities: Annotated[
        tuple[Entity, ...],
        says("Organisations, people, places and products, with what texts call them."),
    ] = ()
    examples: tuple[Example, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Entity]:
        """The entities by id."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def names(self) -> NameTable:
        """The entities by name and alias."""
        return NameTable((name, e) for e in self.by_id.values() for name in (e.name, *e.aliases))

    @cached_property
    def adjectives(self) -> dict[str, str]:
        """The ids of countries by adjective, in small letters."""
        return {adjective.lower(): e.id for e in self.by_id.values() for adjective in e.adjectives}

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The nouns that a text may call some entity by, in small letters."""
        return frozenset(kind.lower() for e in self.by_id.values() for kind in e.kinds)


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An office and the titles that name it; `unique` when an organisation has one holder at a time."""

    id: str
    titles: tuple[str, ...]
    unique: bool = False


class Offices(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `offices.yaml`."""

    offices: Annotated[tuple[Office, ...], says("Titles by office.")] = ()
    other_modifiers: Annotated[Words, says("Words before a title that make another office of it: “vice”.")] = empty(
        Words
    )
    past_modifiers: Annotated[Words, says("The same where it is held no more: “former”.")] = empty(Words)
    tails: Annotated[Phrases, says("Words after a title that leave it the same: “chairman of the board”.")] = empty(
        Phrases
    )
    appointing: Annotated[
        Words,
        says("Verbs, in the base form, that before “as” and a title put their object in office: “hired her as CEO”."),
    ] = empty(Words)
    serving: Annotated[Words, says("Verbs that there put their subject in office: “works as”.")] = empty(Words)
    following: Annotated[
        Words, says("Verbs that do too, but in the passive their subject loses it: “was replaced as”.")
    ] = empty(Words)
    leaving: Annotated[Words, says("Verbs that say that their subject gave the office up.")] = empty(Words)
    seeming: Annotated[
        Words, says("Verbs that before “as” say how someone seems and give no office: “described as a poet”.")
    ] = empty(Words)
    examples: tuple[Example, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Office]:
        """The offices by id; of two with one id the later wins."""
        return {office.id: office for office in self.offices}

    @cached_property
    def titles(self) -> PhraseTable[Office]:
        """The offices by title."""
        return PhraseTable((title, office) for office in self.by_id.values() for title in office.titles)

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """All words before a title that make another office of it."""
        return self.other_modifiers | self.past_modifiers

    @cached_property
    def starts(self) -> frozenset[str]:
        """Every token that a title can begin with."""
        return self.titles.firsts() | self.modifiers
