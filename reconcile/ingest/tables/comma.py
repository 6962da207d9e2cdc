"""CSV to records of cells with their places (RFC 4180; comma, semicolon or tab, whichever the first line has most)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reconcile.model.row import Cell
from reconcile.model.span import Span

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
