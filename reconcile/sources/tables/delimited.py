"""Which column of a table says what: by its header, by a name other tables use for it, or as the user maps it.

CSV to records of cells with their places (RFC 4180; comma, semicolon or tab, whichever the first line has most).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reconcile.errors import Diagnostic, Severity
from reconcile.model.document import FACT_FIELDS, FIELDS, SOURCE_FIELDS, Cell
from reconcile.model.span import Span
from reconcile.rules.source import unknown_key

KNOWN = (*FIELDS, *SOURCE_FIELDS, *FACT_FIELDS)
# What other tables call our columns.
OTHERS = {
    "entity": "subject", "item": "subject", "attribute": "metric", "property": "metric", "amount": "value",
    "date": "period", "year": "period", "publisher": "source", "as-of": "as_of",
}  # fmt: skip
# One of each makes a claim.
NEEDED: tuple[tuple[str, ...], ...] = (("subject",), ("metric",), ("value", "low", "high"))


@dataclass(frozen=True, slots=True)
class Columns:
    """The field of each column by the column's name as written, and what the table lacks to be one of claims."""

    fields: Mapping[str, str]
    missing: tuple[str, ...]


def columns(names: Iterable[str], mapping: Mapping[str, str]) -> Columns:
    """The fields of columns; `mapping` goes from field to column and comes first, then our names, then `OTHERS`."""
    names = tuple(names)
    chosen = {column.casefold(): field for field, column in mapping.items()}
    out: dict[str, str] = {}
    for name in names:
        key = name.casefold()
        if key in chosen:
            out[name] = chosen[key]
    for table in ({field: field for field in KNOWN}, OTHERS):
        for name in names:
            field = table.get(name.casefold().replace(" ", "_"))
            if name not in out and field is not None and field not in out.values():
                out[name] = field
    found = frozenset(out.values())
    return Columns(out, tuple(" or ".join(group) for group in NEEDED if not found & frozenset(group)))


def mapping_problems(mapping: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """An error for each field that a mapping names and no claim has."""
    return tuple(
        Diagnostic("claims.columns", Severity.ERROR, unknown_key(field, KNOWN), "--columns:1:1")
        for field in mapping
        if field not in KNOWN
    )


DELIMITERS = (",", ";", "\t")


class UnclosedError(ValueError):
    """A cell that a quotation mark opens and none ends; `offset` is where it begins."""

    def __init__(self, offset: int) -> None:
        super().__init__("the cell that a quotation mark opens here does not end with one")
        self.offset = offset


def records(text: str, start: int = 0) -> Iterator[tuple[Cell, ...]]:
    """The records of a text from `start`, empty lines left out. Raises UnclosedError."""
    head = text[start : _line_end(text, start)]
    cell = _pattern(max(DELIMITERS, key=head.count))
    at, row = start, []
    while at < len(text):
        match = cell.match(text, at)
        if match is None:
            raise UnclosedError(at)
        row.append(_cell(match))
        at = match.end()
        if match["end"] not in DELIMITERS:
            if len(row) > 1 or row[0].text:
                yield tuple(row)
            row = []
    if row:
        # the text ends with a delimiter: one more, empty cell
        yield (*row, Cell("", Span(at, at)))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


@cache
def _pattern(delimiter: str) -> re.Pattern[str]:
    """One cell with what ends it; possessive, so the scan never backtracks."""
    d = re.escape(delimiter)
    quoted, bare = r'[ ]*+"(?P<quoted>(?:[^"]++|"")*+)"[ ]*+', rf'(?P<bare>(?:[^"\n{d}][^\n{d}]*+)?+)'
    return re.compile(rf"(?:{quoted}(?={d}|\r?\n|\Z)|{bare})(?P<end>{d}|\r?\n|\Z)")


def _cell(match: re.Match[str]) -> Cell:
    quoted = match["quoted"]
    if quoted is not None:
        return Cell(quoted.replace('""', '"').strip(), Span(*match.span("quoted")))
    bare, start = match["bare"], match.start("bare")
    lead = len(bare) - len(bare.lstrip())
    text = bare.strip()
    return Cell(text, Span(start + lead, start + lead + len(text)))
