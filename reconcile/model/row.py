"""Rows: claims that a person or program already wrote down, one a row, before their cells are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from reconcile.model.span import Span

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

    def moved(self, by: int) -> Row:
        """The same row `by` code points further on."""
        cells = {name: Cell(cell.text, shifted(cell.span, by)) for name, cell in self.cells.items()}
        return Row(shifted(self.span, by), cells)


def shifted(span: Span, by: int) -> Span:
    """The span `by` code points further on."""
    return Span(span.start + by, span.end + by)
