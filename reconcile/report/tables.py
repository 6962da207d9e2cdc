"""GFM tables from cells that are Markdown already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

BREAK = "<br>"


def table(header: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> list[str]:
    """The lines of a table; columns whose index is in `right` are set flush right."""
    flush = frozenset(right)
    rule = ["--:" if i in flush else "---" for i in range(len(header))]
    return [_line(header), _line(rule), *(_line(row) for row in rows)]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell or ' ' for cell in cells)} |"
