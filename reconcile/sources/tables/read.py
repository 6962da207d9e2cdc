"""A table of claims to documents: one for each source that speaks in it, with its own rows and no others."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from typing import Any

from reconcile.errors import Diagnostic, Severity, line_and_column
from reconcile.model.document import SOURCE_FIELDS, Cell, Document, Format, Row, Source
from reconcile.model.span import Span
from reconcile.sources.decode import BOM
from reconcile.sources.tables import entries
from reconcile.sources.tables.delimited import UnclosedError, columns, records
from reconcile.sources.tables.entries import fact_rows

SourceKey = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file of claims: its text, its name for messages, what is known of it as a whole, and the user's mapping.

    `named` when the user gave this very file: then it should be a table of claims.
    """

    text: str
    shown: str
    about: Source
    mapping: Mapping[str, str]
    named: bool = False


def read_table(table: Table, name: str) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """One document a source, named after the file's `name` and the source, and everything that could not be read."""
    rows, problems = _rows(table)
    by_source: defaultdict[SourceKey, list[Row]] = defaultdict(list)
    for row in rows:
        by_source[tuple(row.text(field) for field in SOURCE_FIELDS)].append(row)
    starts = (0, *accumulate(len(line) + 1 for line in table.text.split("\n")))
    speak = Counter(source[0] for source in by_source)
    documents: list[Document] = []
    for source, own in by_source.items():
        about, trouble = _source(table, source, own[0], alone=speak[source[0]] == 1)
        problems.extend(trouble)
        documents.append(_excerpt(table, about, own, starts))
    return _named(name, documents), tuple(problems)


def _rows(table: Table) -> tuple[list[Row], list[Diagnostic]]:
    if table.shown.lower().endswith((".yaml", ".yml")):
        return fact_rows(table.text, table.shown)
    if table.shown.lower().endswith(".jsonl"):
        return _of_lines(table)
    return _of_cells(table)


def _of_lines(table: Table) -> tuple[list[Row], list[Diagnostic]]:
    rows: list[Row] = []
    problems: list[Diagnostic] = []
    start = 1 if table.text.startswith(BOM) else 0
    for row in entries.rows(table.text, table.shown, start):
        if isinstance(row, Diagnostic):
            problems.append(row)
            continue
        given = columns(row.cells, table.mapping)
        if given.missing:
            problems.append(_lacking(given.missing, _where(table, row.span.start)))
        else:
            rows.append(Row(row.span, {given.fields[n]: c for n, c in row.cells.items() if n in given.fields}))
    if not rows and not table.named:
        # found in a folder, and of something else: one note is enough
        return [], [replace(problem, severity=Severity.NOTE) for problem in problems[:1]]
    return rows, problems


def _of_cells(table: Table) -> tuple[list[Row], list[Diagnostic]]:
    """The rows below the header. A record with too many or too few cells is told and left out."""
    rows: list[Row] = []
    problems: list[Diagnostic] = []
    lines = records(table.text, 1 if table.text.startswith(BOM) else 0)
    try:
        header = next(lines, ())
        names = [cell.text for cell in header]
        given = columns(names, table.mapping)
        if given.missing:
            lacking = _lacking(given.missing, f"{table.shown}:1:1")
            return [], [lacking if table.named else replace(lacking, severity=Severity.NOTE)]
        fields = [given.fields.get(name) for name in names]
        for record in lines:
            if len(record) != len(names):
                problems.append(_uneven(table, record, len(names)))
                continue
            cells = {field: cell for field, cell in zip(fields, record, strict=True) if field is not None}
            rows.append(Row(Span(record[0].span.start, record[-1].span.end), cells))
    except UnclosedError as error:
        problems.append(Diagnostic("claims.csv", Severity.ERROR, str(error), _where(table, error.offset)))
    if not rows and not problems:
        message = "a table of claims with no row below its header"
        problems.append(Diagnostic("claims.empty", Severity.WARNING, message, f"{table.shown}:1:1"))
    return rows, problems


def _lacking(missing: Sequence[str], where: str) -> Diagnostic:
    message = f"no table of claims: it has no column {', no column '.join(missing)}"
    return Diagnostic("claims.columns", Severity.ERROR, message, where)


def _uneven(table: Table, record: Sequence[Cell], wanted: int) -> Diagnostic:
    message = f"{len(record)} cells, and the header has {wanted}"
    return Diagnostic("claims.csv", Severity.ERROR, message, _where(table, record[0].span.start))


def _where(table: Table, offset: int) -> str:
    line, column = line_and_column(table.text, offset)
    return f"{table.shown}:{line}:{column}"


def _source(table: Table, key: SourceKey, first: Row, *, alone: bool) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Who speaks: the cells that say so, completed by what is known of the file.

    A publisher with several dates or addresses in one table is one origin.
    """
    stated: dict[str, Any] = {field: word for field, word in zip(SOURCE_FIELDS, key, strict=True) if word}
    publisher, day = stated.pop("source", None), stated.pop("published", None)
    about = replace(table.about, **stated)
    if publisher:
        about = replace(about, publisher=publisher, origin=about.origin if alone else about.origin or publisher)
    if day is None:
        return about, ()
    try:
        return replace(about, published=date.fromisoformat(day), published_from="table"), ()
    except ValueError:
        where = _where(table, first.cells["published"].span.start)
        message = f"{day!r} is not a date; write it as 2024-01-31"
        return about, (Diagnostic("claims.published", Severity.ERROR, message, where),)


def _excerpt(table: Table, about: Source, rows: Iterable[Row], starts: Sequence[int]) -> Document:
    """The lines of a source's rows as a text of its own, and the number of each line in the file."""
    parts: list[str] = []
    lines: list[int] = []
    shifted_rows: list[Row] = []
    length = 0
    for row in rows:
        first, last = bisect_right(starts, row.span.start), bisect_right(starts, max(row.span.start, row.span.end - 1))
        start = starts[first - 1]
        part = table.text[start : starts[last] - 1] + "\n"
        shifted_rows.append(row.shifted_by(length - start))
        parts.append(part)
        lines.extend(range(first, last + 1))
        length += len(part)
    name = about.publisher or ""
    return Document(
        name, "".join(parts), about, Format.PLAIN, 0, table.shown, rows=tuple(shifted_rows), lines=tuple(lines)
    )


def _named(name: str, documents: Iterable[Document]) -> tuple[Document, ...]:
    """Each document named after the file and its source, counted where one source has several."""
    seen: Counter[str] = Counter()
    out: list[Document] = []
    for item in documents:
        seen[item.id] += 1
        again = f" ({seen[item.id]})" if seen[item.id] > 1 else ""
        out.append(replace(item, id=f"{name}#{item.id}{again}" if item.id else f"{name}{again}"))
    return tuple(out)
