"""Coverage: how much of each source was read, in numbers and in percent."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model.run import Coverage
from reconcile.report.coverage_marks import LEGEND, marks
from reconcile.report.escape import code, escape
from reconcile.report.index import Index
from reconcile.report.shares import percent
from reconcile.report.tables import folded, table

_HEADER = ("source", "numbers and dates", "in a claim", "set aside by a rule", "unread", "accounted for")


def coverage(index: Index) -> list[str]:
    """A row a source and one for all; nothing when no text was read."""
    parts = sorted(index.run.coverage, key=lambda c: c.source)
    if not parts:
        return []
    rows = [_row(escape(index.names.get(part.source, part.source)), (part,)) for part in parts]
    if len(parts) > 1:
        rows.append(_row("**all**", parts))
    made = table(_HEADER, rows, right=range(1, len(_HEADER)))
    return ["## Coverage", "", *made, "", *_map(index, parts)]


def _map(index: Index, parts: Sequence[Coverage]) -> list[str]:
    """A sign for each number and date of each source, folded: where in the text something was left."""
    drawn = [
        (index.names.get(part.source, part.source), marks(part, index.documents.get(part.source))) for part in parts
    ]
    rows = [(escape(name), code(signs)) for name, signs in drawn if signs]
    if not rows:
        return []
    return [*folded("Map of numbers and dates", [LEGEND, "", *table(("source", "line by line"), rows)]), ""]


def _row(name: str, parts: Sequence[Coverage]) -> tuple[str, ...]:
    total = sum(part.total for part in parts)
    bound = sum(part.bound for part in parts)
    accounted = sum(part.accounted for part in parts)
    return (
        name,
        f"{total:,}",
        f"{bound:,}",
        f"{accounted - bound:,}",
        f"{total - accounted:,}",
        percent(accounted, total),
    )
