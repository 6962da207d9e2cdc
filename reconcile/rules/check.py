"""What types alone cannot say of a rule pack: each check is one small function, `CHECKS` is all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from reconcile.errors import Diagnostic, Severity
from reconcile.guard import guarded
from reconcile.rules.calendars import FiscalYear
from reconcile.rules.check_metrics import METRIC_CHECKS
from reconcile.rules.check_words import WORD_CHECKS
from reconcile.rules.currencies import Currency
from reconcile.rules.entities import Entity
from reconcile.rules.entries import Check, Scope, UnitTest
from reconcile.rules.examples import Example, Want
from reconcile.rules.lexicon import items_of
from reconcile.rules.load import FAILED, Pack
from reconcile.rules.policy import FindingRule
from reconcile.rules.source import Loaded, nearest
from reconcile.rules.units import Cue, UnitEntry


def check(pack: Pack, is_unit: UnitTest, below: tuple[str, ...] = ("",)) -> tuple[Diagnostic, ...]:
    """Everything wrong with a pack that loads, by file and line; `is_unit` tells whether a unit's name is known.

    Only files whose shown path begins with one of `below` are looked at.
    """
    scope = Scope.of(pack, is_unit, below)
    found = {problem for one_check in CHECKS for problem in _checked(one_check, scope, below)}
    return tuple(sorted(found, key=_by_place))


def _checked(each: Check, scope: Scope, below: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    where = f"{below[-1].rstrip('/') or 'rules'}:1:1"
    found = guarded(lambda: tuple(each(scope)), FAILED, f"making the check {each.__name__!r} of these rules", where)
    return (found,) if isinstance(found, Diagnostic) else found


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
    values = (getattr(entry, f.name) for f in msgspec.structs.fields(entry) if f.name != "examples")
    return any(value if (items := items_of(value)) is None else items for value in values)


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
    cues = {entry.id for _, _, entry in scope.entries if isinstance(entry, Cue)}
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


CHECKS: tuple[Check, ...] = (
    examples_of_both_kinds,
    examples_are_sound,
    ids_are_unique,
    bounds_are_in_order,
    references_lead_somewhere,
    units_are_known,
    *WORD_CHECKS,
    *METRIC_CHECKS,
)
