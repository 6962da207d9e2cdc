"""Rows and cells of the tables of a document, from its table blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reconcile.model.document import Scope
from reconcile.model.segments import Segments
from reconcile.model.tokens import Tokens

BAR = "|"
YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at tokens `[first, last)`; an empty one has none."""

    first: int
    last: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return self.first >= self.last


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the row that heads its columns, and the number of the sentence right above that may be its caption."""

    head: Row
    caption: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands in a table: its row; `is_head` where that heads the columns."""

    table: Table
    row: Row
    is_head: bool


def places(segments: Segments) -> dict[int, Place]:
    """For each sentence that is a row of a table with headed columns: its place; by the number of the sentence."""
    return {index: place for run in _runs(segments) for index, place in _placed(segments, run)}


def _runs(segments: Segments) -> Iterator[list[int]]:
    """Runs of sentences that are table rows."""
    run: list[int] = []
    for index, sentence in enumerate(segments.sentences):
        apart = bool(run) and _apart(segments, run[-1], index)
        if run and (apart or sentence.scope is not Scope.TABLE):
            yield run
            run = []
        if sentence.scope is Scope.TABLE:
            run.append(index)
    if run:
        yield run


def _apart(segments: Segments, before: int, index: int) -> bool:
    """Whether a blank line parts two rows; the line of dashes below the head is none."""
    sentences, text = segments.sentences, segments.document.text
    lines = text[sentences[before].span.end : sentences[index].span.start].split("\n")
    return any(not line.strip() for line in lines[1:-1])


def _placed(segments: Segments, run: list[int]) -> Iterator[tuple[int, Place]]:
    blocks: dict[int, list[int]] = {}
    for index in run:
        blocks.setdefault(segments.sentences[index].block, []).append(index)
    rows = [(indices, _row(segments, indices)) for indices in blocks.values()]
    head = rows[0][1]
    if len(rows) == 1 or any(_is_value(segments.tokens, cell) for cell in head):
        return
    table = Table(head, _caption(segments, run[0] - 1))
    for number, (indices, row) in enumerate(rows):
        for index in indices:
            yield index, Place(table, row, number == 0)


def _row(segments: Segments, indices: list[int]) -> Row:
    tokens = segments.tokens
    first, last = segments.sentences[indices[0]].first, segments.sentences[indices[-1]].last
    bars = [i for i in range(first, last) if tokens.keys[i] == BAR]
    edges = [*bars, last] if bars and bars[-1] < last - 1 else bars
    return tuple(Cell(a + 1, b) for a, b in pairwise(edges))


def _is_value(tokens: Tokens, cell: Cell) -> bool:
    """Whether a cell holds a number that is no year."""
    digits = [tokens.keys[i] for i in range(cell.first, cell.last) if tokens.keys[i][0].isdigit()]
    return any(len(key) != YEAR_DIGITS or not key.isdigit() for key in digits)


def _caption(segments: Segments, index: int) -> int | None:
    """A heading right above the table, or a line that ends in a colon."""
    if index < 0:
        return None
    sentence = segments.sentences[index]
    opens = segments.tokens.keys[sentence.last - 1] == ":"
    return index if opens or sentence.scope in (Scope.HEADING, Scope.HEADLINE) else None
