"""What types alone cannot say of a rule pack: each check is one small function, `CHECKS` is all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import msgspec

from reconcile.errors import Diagnostic, Severity
from reconcile.rules.currencies import Currency
from reconcile.rules.entities import Entity
from reconcile.rules.examples import Example, Want
from reconcile.rules.load import Loaded, Pack
from reconcile.rules.policy import FindingRule
from reconcile.rules.source import nearest
from reconcile.rules.time_files import FiscalYear
from reconcile.rules.tree import Path
from reconcile.rules.units import Cue, UnitEntry
from reconcile.rules.walk import Places, entries

UnitTest = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a check may look at: the pack, the files in question, whether a name is a unit, the places of entries."""

    pack: Pack
    files: tuple[Loaded, ...]
    is_unit: UnitTest
    places: Places = field(default_factory=Places)

    def all(self) -> Iterator[tuple[Loaded, Path, Any]]:
        """Every entry of every file in question with its path."""
        for loaded in self.files:
            for path, entry in entries(loaded):
                yield loaded, path, entry

    def found(
        self, loaded: Loaded, path: Path, code: str, message: str, severity: Severity = Severity.ERROR
    ) -> Diagnostic:
        """A problem at an entry."""
        return Diagnostic(f"rules.{code}", severity, message, self.places.where(loaded, path))


Check = Callable[[Scope], Iterator[Diagnostic]]


def check(pack: Pack, is_unit: UnitTest, below: tuple[str, ...] = ("",)) -> tuple[Diagnostic, ...]:
    """Everything wrong with a pack that loads, by file and line; `is_unit` tells whether a unit's name is known.

    Only files whose shown path begins with one of `below` are looked at.
    """
    files = tuple(loaded for loaded in pack.files if loaded.file.shown.startswith(below))
    scope = Scope(pack, files, is_unit)
    found = {problem for each in CHECKS for problem in each(scope)}
    return tuple(sorted(found, key=_by_place))


def _by_place(problem: Diagnostic) -> tuple[str, int, int, str]:
    file, line, column = problem.where.rsplit(":", 2)
    return file, int(line), int(column), problem.message


def examples_of_both_kinds(scope: Scope) -> Iterator[Diagnostic]:
    """A rule, or a lexicon, needs a sentence it reads and a sentence it leaves alone."""
    for loaded, path, entry in scope.all():
        examples = getattr(entry, "examples", None)
        if examples is None or not _says_anything(entry):
            continue
        if not any(e.get for e in examples):
            yield scope.found(loaded, path, "no-example", "no example with `get:`, a sentence this must read")
        if not any(e.none for e in examples):
            yield scope.found(
                loaded, path, "no-example", "no example with `none: true`, a sentence it must leave alone"
            )


def _says_anything(entry: msgspec.Struct) -> bool:
    return any(getattr(entry, f.name) for f in msgspec.structs.fields(entry) if f.name != "examples")


def examples_are_sound(scope: Scope) -> Iterator[Diagnostic]:
    """An example asks for something or for nothing, and quotes its own sentence."""
    for loaded, path, entry in scope.all():
        if isinstance(entry, Example):
            if entry.none == bool(entry.get):
                yield scope.found(loaded, path, "bad-example", "an example has either `get:` or `none: true`")
            for i, want in enumerate(entry.get):
                if want.quote not in entry.say:
                    message = f"the sentence does not say {want.quote!r}"
                    yield scope.found(loaded, (*path, "get", i, "quote"), "bad-example", message)
                elif not _asks(want):
                    message = "asks for a quote only; say what must be read in it (value, unit, period ...)"
                    yield scope.found(loaded, (*path, "get", i), "bad-example", message)


def _asks(want: Want) -> bool:
    return any(getattr(want, f.name) is not None for f in msgspec.structs.fields(Want) if f.name != "quote")


def ids_are_unique(scope: Scope) -> Iterator[Diagnostic]:
    """No two entries of one pack and kind share an id; a later pack may replace an entry of an earlier one."""
    seen: dict[tuple[str, type, str, str], str] = {}
    for loaded, path, entry in scope.all():
        for key in ("id", "code") if isinstance(entry, FindingRule | Currency) else ("id",):
            name = getattr(entry, key, None)
            if not isinstance(name, str):
                continue
            mark = (_root(loaded), type(entry), key, name)
            where = scope.places.where(loaded, (*path, key))
            if mark in seen:
                message = f"the {key} {name!r} is already that of {seen[mark]}"
                yield scope.found(loaded, (*path, key), "duplicate-id", message)
            seen.setdefault(mark, where)


def _root(loaded: Loaded) -> str:
    return loaded.file.shown.removesuffix(loaded.file.name)


def words_stand_once(scope: Scope) -> Iterator[Diagnostic]:
    """No list of words holds a word twice, in any case of letters where the list ignores it."""
    for loaded, path, entry in scope.all():
        for f in msgspec.structs.fields(entry):
            words = getattr(entry, f.name)
            if not (isinstance(words, tuple) and words and all(isinstance(w, str) for w in words)):
                continue
            seen: set[str] = set()
            for i, word in enumerate(words):
                if word in seen:
                    at = (*path, f.encode_name, i)
                    yield scope.found(loaded, at, "duplicate-word", f"{word!r} stands twice", Severity.WARNING)
                seen.add(word)


def words_mean_one_thing(scope: Scope) -> Iterator[Diagnostic]:
    """A word under two entries of one list, told apart by no flag, has one meaning that wins silently."""
    seen: dict[tuple[object, ...], str] = {}
    for loaded, path, entry in scope.all():
        if len(path) < 2 or not isinstance(path[-1], int) or isinstance(entry, Cue):
            # the words of a cue are evidence, and may speak for several
            continue
        flags = tuple(v for v in msgspec.structs.astuple(entry) if isinstance(v, bool))
        for name in ("words", "titles", "aliases"):
            for i, word in enumerate(getattr(entry, name, None) or ()):
                mark = (loaded.file.shown, path[:-1], flags, str(word).lower())
                at = (*path, name, i)
                own = scope.places.where(loaded, path)
                if seen.setdefault(mark, own) != own:
                    message = f"{word!r} also stands under the entry at {seen[mark]}; one of the two wins"
                    yield scope.found(loaded, at, "ambiguous-word", message, Severity.WARNING)


def bounds_are_in_order(scope: Scope) -> Iterator[Diagnostic]:
    """A low end does not lie above its high end, and a relative tolerance lies between 0 and 1."""
    for loaded, path, entry in scope.all():
        low, high = getattr(entry, "low", None), getattr(entry, "high", None)
        if isinstance(low, Decimal) and isinstance(high, Decimal) and low > high:
            yield scope.found(loaded, path, "bad-bounds", f"low {low} is above high {high}")
        tolerance = getattr(entry, "tolerance", None)
        if isinstance(tolerance, Decimal) and not 0 <= tolerance < 1:
            message = "a tolerance is relative, from 0 to below 1 (0.05 is five per cent)"
            yield scope.found(loaded, (*path, "tolerance"), "bad-bounds", message)


def references_lead_somewhere(scope: Scope) -> Iterator[Diagnostic]:
    """An entity's country is an entity, a unit's cue a cue, and a calendar's entities are entities."""
    entities = scope.pack.entities.by_id
    cues = {entry.id for loaded in scope.pack.files for _, entry in entries(loaded) if isinstance(entry, Cue)}
    for loaded, path, entry in scope.all():
        if isinstance(entry, Entity) and entry.country is not None and entry.country not in entities:
            yield scope.found(loaded, (*path, "country"), "unknown-id", _nobody("entity", entry.country, entities))
        if isinstance(entry, UnitEntry) and entry.cue is not None and entry.cue not in cues:
            yield scope.found(loaded, (*path, "cue"), "unknown-id", _nobody("cue", entry.cue, cues))
        for i, name in enumerate(entry.entities if isinstance(entry, FiscalYear) else ()):
            if name not in entities:
                # a further pack may bring the entity
                message, at = _nobody("entity", name, entities), (*path, "entities", i)
                yield scope.found(loaded, at, "unknown-id", message, Severity.WARNING)


def _nobody(noun: str, name: str, known: Iterable[str]) -> str:
    near = nearest(name, known)
    return f"no {noun} has the id {name!r}" + (f"; did you mean {near!r}?" if near else "")


def units_are_known(scope: Scope) -> Iterator[Diagnostic]:
    """A unit, and the unit of its denominator, has a definition; what it converts to is never written in a rule."""
    for loaded, path, entry in scope.all():
        if isinstance(entry, UnitEntry) and entry.kind == "measure":
            for key in ("name", "per"):
                name = getattr(entry, key)
                if name is not None and not scope.is_unit(name):
                    yield scope.found(loaded, (*path, key), "unknown-unit", f"no unit is called {name!r}")


def metrics_can_fire(scope: Scope) -> Iterator[Diagnostic]:
    """No phrase switches a metric on and off at once."""
    for loaded, path, entry in scope.all():
        triggers, exclude = getattr(entry, "triggers", None), getattr(entry, "exclude", None)
        if isinstance(triggers, tuple) and isinstance(exclude, tuple):
            for i, phrase in enumerate(exclude):
                if phrase in triggers:
                    message = f"{phrase!r} is a trigger and an exclusion: the rule cannot fire on it"
                    yield scope.found(loaded, (*path, "exclude", i), "dead-trigger", message)


CHECKS: tuple[Check, ...] = (
    examples_of_both_kinds,
    examples_are_sound,
    ids_are_unique,
    words_stand_once,
    words_mean_one_thing,
    bounds_are_in_order,
    references_lead_somewhere,
    units_are_known,
    metrics_can_fire,
)
