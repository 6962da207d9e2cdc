"""Plain aligned tables for terminals."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from reconcile.cli.session import visible

PLACE = "where"
_WIDEST = 48


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows under a head, columns aligned by their width on screen; long cells are cut, but never a place."""
    seen = ([visible(cell) for cell in row] for row in (head, *rows))
    cells = [[c if name == PLACE else cut(c) for name, c in zip(head, row, strict=True)] for row in seen]
    widths = [max(width(row[i]) for row in cells) for i in range(len(head))]
    rule = [["─" * w for w in widths]]
    lines = ("  ".join(padded(c, w) for c, w in zip(row, widths, strict=True)) for row in cells[:1] + rule + cells[1:])
    return "\n".join(line.rstrip() for line in lines)


def width(text: str) -> int:
    """How many columns a terminal gives a text: wide letters take two, combining marks none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def padded(text: str, columns: int) -> str:
    """A text with spaces after it."""
    return text + " " * (columns - width(text))


def cut(text: str) -> str:
    """A text of at most the width of a cell."""
    if len(text) <= _WIDEST:
        return text
    return text[: _WIDEST - 1].rstrip() + "…"
