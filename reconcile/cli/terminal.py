"""What goes to a terminal: text made harmless, aligned tables, and a progress bar for long work."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import click

T = TypeVar("T")
# The column of a table that is never cut.
PLACE = "where"
# The widest cell, in characters.
_WIDEST = 48
# Fewer articles are read before a bar could be looked at.
_MANY = 20


def visible(text: str) -> str:
    """Text on one line, with nothing in it that a terminal would act on."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows under a head, columns aligned by their width on screen; long cells are cut, but never a place."""
    cells = [tuple(map(_cell, head, row)) for row in (head, *rows)]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    rule = tuple("─" * columns for columns in widths)
    lines = ("  ".join(map(padded, row, widths)) for row in (cells[0], rule, *cells[1:]))
    return "\n".join(line.rstrip() for line in lines)


def _cell(name: str, text: str) -> str:
    text = visible(text)
    return text if name == PLACE else cut(text)


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


def progress(items: Iterable[T], label: str = "Reading", *, quiet: bool = False) -> Iterator[T]:
    """The same items, in order; a bar on standard error advances, if that is a terminal and there is much to do."""
    known: Sequence[T] = tuple(items)
    if quiet or len(known) < _MANY or sys.stderr is None or not sys.stderr.isatty():
        yield from known
        return
    with click.progressbar(known, label=label, file=sys.stderr, show_pos=True) as bar:
        yield from bar
