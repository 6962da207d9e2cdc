"""Documents: one source's text, never altered, and what is known about who published it and when.

Rows: claims that a person or program already wrote down, one a row, before their cells are read.

A document split into blocks and sentences over one list of tokens.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from reconcile.model.span import Span
from reconcile.model.tokens import Tokens

# What a cell of a table of claims can say; `low` and `high` stand for `value` where a program wrote the table.
FIELDS = (
    "subject", "metric", "value", "low", "high", "low_open", "high_open", "ulp", "unit", "period", "qualifiers",
    "factuality", "attribution",
)  # fmt: skip
# What says who speaks; rows that give it alike are of one source.
SOURCE_FIELDS = ("source", "title", "url", "author", "published", "country", "origin")
# What only a declared fact has.
FACT_FIELDS = ("as_of", "expires", "precision", "note")


class Cell(NamedTuple):
    """The text of a cell and where it stands in its document."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """One claim as given: its cells by field name, and the span of the whole row."""

    span: Span
    cells: Mapping[str, Cell]

    def text(self, field: str) -> str:
        """What a field says; empty where the row has no such cell."""
        cell = self.cells.get(field)
        return cell.text if cell is not None else ""

    def shifted_by(self, by: int) -> Row:
        """The same row `by` code points further on."""
        cells = {name: Cell(cell.text, shifted(cell.span, by)) for name, cell in self.cells.items()}
        return Row(shifted(self.span, by), cells)


def shifted(span: Span, by: int) -> Span:
    """The span `by` code points further on."""
    return Span(span.start + by, span.end + by)


@dataclass(frozen=True, slots=True)
class Source:
    """Who published, when, where; every field is None where nobody says.

    `published_from` names what the date rests on: `sources.yaml`, `front matter`, `date line`, `dateline`,
    `table`, `caller`. `story` names the story that it is read in, whatever it is like. `declared` when the user
    vouches for what it says: a file of reference facts.
    """

    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    published: date | None = None
    published_from: str | None = None
    country: str | None = None
    origin: str | None = None
    story: str | None = None
    declared: bool = False


class Format(StrEnum):
    """How a document's text is to be read."""

    PLAIN = "plain"
    MARKDOWN = "markdown"


@dataclass(frozen=True)
class Document:
    """One source's text; offsets everywhere are code points into `text`.

    `id` names it in reports and JSON; `body` is where the article begins (after front matter); `path` is how a report
    links to it, relative to where the report is read, or None for a document made in memory.

    `rows` are the claims of a table, which are given and not read out of the text; None for an article. The rows of
    one source need not stand together in their file: `lines` gives the number there of each line of `text`.
    """

    id: str
    text: str
    source: Source = field(default_factory=Source)
    format: Format = Format.PLAIN
    body: int = 0
    path: str | None = None
    rows: tuple[Row, ...] | None = None
    lines: tuple[int, ...] = ()

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def line(self, offset: int) -> int:
        """The line of an offset in the file, from 1."""
        line = bisect_right(self._line_starts, offset)
        return self.lines[min(line, len(self.lines)) - 1] if self.lines else line

    def column(self, offset: int) -> int:
        """The column of an offset in its line, from 1."""
        return offset - self._line_starts[bisect_right(self._line_starts, offset) - 1] + 1

    def where(self, offset: int) -> str:
        """`file:line:column`, for diagnostics."""
        file = (self.path or self.id) if self.rows is not None else self.id
        return f"{file}:{self.line(offset)}:{self.column(offset)}"


class Scope(StrEnum):
    """What part of an article a block is."""

    HEADLINE = "headline"
    META = "meta"
    HEADING = "heading"
    BODY = "body"
    ITEM = "item"
    QUOTE = "quote"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, its token range `[first, last)`, the block it stands in, and that block's part."""

    span: Span
    first: int
    last: int
    block: int
    scope: Scope


# A line that was broken for width is about as wide as a terminal or a mail, in characters.
WRAP_MIN, WRAP_MAX = 50, 100


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, quotation or table row."""

    span: Span
    scope: Scope


@dataclass(frozen=True, slots=True)
class Segments:
    """A document ready to be read.

    `tokens` cover the readable text, which has the document's own length: mark-up is blanked out, never cut, so that
    offsets hold. `sentences` are in order and cover every token.
    """

    document: Document
    tokens: Tokens
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
