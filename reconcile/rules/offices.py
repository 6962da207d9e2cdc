"""Titles and offices: `offices.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from reconcile.model.phrases import PhraseTable
from reconcile.rules.examples import Example


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
