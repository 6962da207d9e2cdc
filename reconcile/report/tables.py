"""GFM tables from cells that are Markdown already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

BREAK = "<br>"


def table(header: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> list[str]:
    """The lines of a table; columns whose index is in `right` are set flush right."""
    flush = frozenset(right)
    rule = ["--:" if i in flush else "---" for i in range(len(header))]
    return [_line(header), _line(rule), *(_line(row) for row in rows)]


def filled(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table without the columns that no row has anything in."""
    kept = [i for i in range(len(header)) if any(row[i] for row in rows)]
    return table([header[i] for i in kept], [[row[i] for i in kept] for row in rows])


# A longer table is folded, so that what comes after it stays in reach.
OPEN = 60


def foldable(title: str, rows: int, lines: Sequence[str]) -> list[str]:
    """Lines as they are, or folded when they hold many rows."""
    return list(lines) if rows <= OPEN else folded(f"{title}: {rows:,}", lines)


def folded(title: str, lines: Sequence[str]) -> list[str]:
    """Lines that a reader opens by a click on `title`, which is our own words."""
    return [f"<details><summary>{title}</summary>", "", *lines, "", "</details>"]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell or ' ' for cell in cells)} |"
