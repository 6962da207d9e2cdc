"""What types alone cannot say of a rule pack: each check is one small function, `CHECKS` is all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from reconcile.errors import Diagnostic
from reconcile.guard import guarded
from reconcile.rules.check_metrics import METRIC_CHECKS
from reconcile.rules.check_words import WORD_CHECKS
from reconcile.rules.currencies import Currency
from reconcile.rules.entities import Entity
from reconcile.rules.entries import Check, Scope, UnitTest
from reconcile.rules.examples import Example, Want
from reconcile.rules.lexicon import children, items_of
from reconcile.rules.load import FAILED, Pack
from reconcile.rules.policy import FindingRule
from reconcile.rules.source import Loaded, did_you_mean
from reconcile.rules.time_entries import FiscalYear
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
    for placed in scope.entries(msgspec.Struct):
        examples = getattr(placed.entry, "examples", None)
        if examples is None or not _says_anything(placed.entry):
            continue
        if not any(e.get for e in examples):
            yield placed.error("no-example", "no example with `get:`, a sentence this must read")
        if not any(e.none for e in examples):
            yield placed.error("no-example", "no example with `none: true`, a sentence it must leave alone")


def _says_anything(entry: msgspec.Struct) -> bool:
    values = (value for key, value in children(entry) if key != "examples")
    return any(value if (items := items_of(value)) is None else items for value in values)


def examples_are_sound(scope: Scope) -> Iterator[Diagnostic]:
    """An example asks for something or for nothing, and quotes its own sentence."""
    for placed in scope.entries(Example):
        example = placed.entry
        if example.none == bool(example.get):
            yield placed.error("bad-example", "an example has either `get:` or `none: true`")
        for i, want in enumerate(example.get):
            if want.quote not in example.say:
                yield placed.error("bad-example", f"the sentence does not say {want.quote!r}", "get", i, "quote")
            elif want == Want(want.quote):
                message = "asks for a quote only; say what must be read in it (value, unit, period ...)"
                yield placed.error("bad-example", message, "get", i)


def ids_are_unique(scope: Scope) -> Iterator[Diagnostic]:
    """No two entries of one pack and kind share an id; a later pack may replace an entry of an earlier one."""
    seen: dict[tuple[str, type, str], str] = {}
    for placed in scope.entries(msgspec.Struct):
        key = "code" if isinstance(placed.entry, FindingRule | Currency) else "id"
        name = getattr(placed.entry, key, None)
        if isinstance(name, str):
            mark = (_root(placed.loaded), type(placed.entry), name)
            own = placed.where(key)
            if seen.setdefault(mark, own) != own:
                yield placed.error("duplicate-id", f"the {key} {name!r} is already that of {seen[mark]}", key)


def _root(loaded: Loaded) -> str:
    return loaded.file.shown.removesuffix(loaded.file.name)


def bounds_are_in_order(scope: Scope) -> Iterator[Diagnostic]:
    """A low end does not lie above its high end, and a relative tolerance lies between 0 and 1."""
    for placed in scope.entries(msgspec.Struct):
        low, high, tolerance = (getattr(placed.entry, key, None) for key in ("low", "high", "tolerance"))
        if isinstance(low, Decimal) and isinstance(high, Decimal) and low > high:
            yield placed.error("bad-bounds", f"low {low} is above high {high}")
        if isinstance(tolerance, Decimal) and not 0 <= tolerance < 1:
            message = "a tolerance is relative, from 0 to below 1 (0.05 is five per cent)"
            yield placed.error("bad-bounds", message, "tolerance")


def references_lead_somewhere(scope: Scope) -> Iterator[Diagnostic]:
    """An entity's country is an entity, a unit's cue a cue, and a calendar's entities are entities."""
    entities = scope.pack.entities.by_id
    for placed in scope.entries(Entity):
        if placed.entry.country is not None and placed.entry.country not in entities:
            yield placed.error("unknown-id", _nobody("entity", placed.entry.country, entities), "country")
    cues = {cue.entry.id for cue in scope.live(Cue)}
    for unit in scope.entries(UnitEntry):
        if unit.entry.cue is not None and unit.entry.cue not in cues:
            yield unit.error("unknown-id", _nobody("cue", unit.entry.cue, cues), "cue")
    for year in scope.entries(FiscalYear):
        for i, name in enumerate(year.entry.entities):
            if name not in entities:
                # a further pack may bring the entity
                yield year.warning("unknown-id", _nobody("entity", name, entities), "entities", i)


def _nobody(noun: str, name: str, known: Iterable[str]) -> str:
    return f"no {noun} has the id {name!r}{did_you_mean(name, known)}"


def units_are_known(scope: Scope) -> Iterator[Diagnostic]:
    """A unit, and the unit of its denominator, has a definition; what it converts to is never written in a rule."""
    for placed in scope.entries(UnitEntry):
        for key in ("name", "per") if placed.entry.kind == "measure" else ():
            name = getattr(placed.entry, key)
            if name is not None and not scope.is_unit(name):
                yield placed.error("unknown-unit", f"no unit is called {name!r}", key)


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
