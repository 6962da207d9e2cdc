"""The JSON of a report as records: all that people read in it, or where it has not the form of the public contract.

A record whose JSON has its own fields is converted as it is; the others are made of a form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import EnumType
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from reconcile.errors import Diagnostic
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding, Group
from reconcile.model.run import Coverage
from reconcile.rules.source import explain
from reconcile.verify.forms import (
    ClaimForm,
    CoverageForm,
    SourceEntry,
    SourceForm,
    Whole,
    read_claim,
    read_coverage,
    read_source,
)
from reconcile.verify.problem import Path, Problem, brief

T = TypeVar("T")
F = TypeVar("F")
# How the codes of diagnostics begin that tell a fault of the tool on one group or check.
FAULT = "internal."
_TYPES = re.compile(r"Expected `([^`]+)`( >= 0)?")
_WORDS = {
    "str": "a text", "int": "a whole number", "bool": "true or false", "object": "an object", "array": "a list",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """A report read back. `data` is the JSON itself; the records stand in the order that the JSON has them in.

    `rules` are the rules that it was made with. `is_reviewed` when decisions of a ledger were held against it.
    """

    data: Mapping[str, Any]
    rules: str
    sources: tuple[SourceEntry, ...]
    claims: tuple[Claim, ...]
    groups: tuple[Group, ...]
    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]
    diagnostics: tuple[Diagnostic, ...]
    is_reviewed: bool

    @property
    def has_faults(self) -> bool:
        """Whether the tool failed on a part of it, which then stands in no group or finding."""
        return any(diagnostic.code.startswith(FAULT) for diagnostic in self.diagnostics)

    @property
    def documents(self) -> dict[str, Document]:
        """The sources by id, without their texts."""
        return {entry.document.id: entry.document for entry in self.sources}


class _Totals(msgspec.Struct):
    total: Whole
    percent: Whole | None
    claimed: Whole = msgspec.field(name="bound")
    excused: Whole
    unread: Whole
    sources: list[Any]


class _Manifest(msgspec.Struct):
    version: str
    rules: str
    sources: list[Any]


class _ReportForm(msgspec.Struct):
    manifest: _Manifest
    coverage: _Totals
    claims: list[Any]
    groups: list[Any]
    findings: list[Any]
    diagnostics: list[Any]
    reviews: list[Any] = []


def read_report(data: object) -> Report | tuple[Problem, ...]:
    """The report in the JSON `data`, or every part that has not the form of one."""
    refused = list(_spans_turned(data))
    form = _convert(data, _ReportForm, (), refused)
    if form is None:
        return tuple(refused)

    def each(items: list[Any], path: Path, shape: type[F], make: Callable[[F], T]) -> tuple[T, ...]:
        """The records of a list; those that are refused are told and left out."""
        made = (_made(item, (*path, i), shape, make, refused) for i, item in enumerate(items))
        return tuple(one for one in made if one is not None)

    report = Report(
        data=data if isinstance(data, Mapping) else {},
        rules=form.manifest.rules,
        sources=each(form.manifest.sources, ("manifest", "sources"), SourceForm, read_source),
        claims=each(form.claims, ("claims",), ClaimForm, read_claim),
        groups=each(form.groups, ("groups",), Group, _as_it_is),
        findings=each(form.findings, ("findings",), Finding, _as_it_is),
        coverage=each(form.coverage.sources, ("coverage", "sources"), CoverageForm, read_coverage),
        diagnostics=each(form.diagnostics, ("diagnostics",), Diagnostic, _as_it_is),
        is_reviewed=bool(form.reviews),
    )
    return tuple(refused) if refused else report


def _made(item: object, path: Path, shape: type[F], make: Callable[[F], T], refused: list[Problem]) -> T | None:
    form = _convert(item, shape, path, refused)
    try:
        return None if form is None else make(form)
    except ValueError as error:
        # the records check themselves: a value within its bounds, bounds in their order
        refused.append(Problem(path, str(error), "verify.form"))
        return None


def _convert(data: object, shape: type[F], path: Path, refused: list[Problem]) -> F | None:
    try:
        form = msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        message, inner, _ = explain(str(error), shape)
        refused.append(Problem((*path, *inner), _expected(str(error), shape, data, inner) or message, "verify.form"))
        return None
    if isinstance(data, dict) and isinstance(form, Group | Finding):
        refused.extend(_keys_missing(form.to_dict(), data, path))
    return form


def _keys_missing(whole: Any, data: Any, path: Path) -> Iterator[Problem]:
    """Keys that a record writes and that its JSON has not."""
    if isinstance(whole, list):
        for i, item in enumerate(whole):
            yield from _keys_missing(item, data[i], (*path, i))
    for key in whole if isinstance(whole, dict) else ():
        if key in data:
            yield from _keys_missing(whole[key], data[key], (*path, key))
        else:
            yield Problem(path, f"missing key {key!r}", "verify.form")


def _expected(error: str, shape: Any, data: Any, path: Path) -> str | None:
    """What msgspec expected in the words of JSON, and what is there instead; None where it expected no other value."""
    for step in path:
        data = data[step]
    types = _TYPES.match(error)
    if error.startswith("Invalid enum value"):
        kind = _kind_at(shape, path)
        words = f"one of {', '.join(next(k for k in (kind, *get_args(kind)) if isinstance(k, EnumType)))}"
    elif " matching regex " in error:
        words = "a number written as text, such as “12.5”"
    elif types is not None:
        words = " or ".join(_WORDS.get(name, name) for name in types[1].split(" | ")) + (types[2] or "")
    else:
        return None
    return f"expected {words}, not {brief(data)}"


def _kind_at(shape: Any, path: Path) -> Any:
    """The type that stands at a place of a shape."""
    for step in path:
        records = (kind for kind in (shape, *get_args(shape)) if hasattr(kind, "__annotations__"))
        shape = get_args(shape)[0] if isinstance(step, int) else get_type_hints(next(records))[step]
    return shape


def _spans_turned(data: object) -> Iterator[Problem]:
    """Stretches of text that end before they start."""
    waiting: list[tuple[Path, object]] = [((), data)]
    for path, part in waiting:
        start, end = (part.get("start"), part.get("end")) if isinstance(part, dict) else (None, None)
        if isinstance(start, int) and isinstance(end, int) and start > end:
            yield Problem((*path, "end"), f"ends at {brief(end)}, before it starts, at {brief(start)}", "verify.form")
        inside = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
        waiting.extend(((*path, key), value) for key, value in inside)


def _as_it_is(record: T) -> T:
    return record
