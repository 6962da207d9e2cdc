"""Coverage: how much of each source was read, in numbers and in percent."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model.run import Coverage
from reconcile.report.escape import escape
from reconcile.report.index import Index
from reconcile.report.shares import percent
from reconcile.report.tables import table

_HEADER = ("source", "numbers and dates", "in a claim", "set aside by a rule", "unread", "accounted for")


def coverage(index: Index) -> list[str]:
    """A row a source and one for all; nothing when no text was read."""
    parts = sorted(index.run.coverage, key=lambda c: c.source)
    if not parts:
        return []
    rows = [_row(escape(index.names.get(part.source, part.source)), (part,)) for part in parts]
    if len(parts) > 1:
        rows.append(_row("**all**", parts))
    return ["## Coverage", "", *table(_HEADER, rows, right=range(1, len(_HEADER))), ""]


def _row(name: str, parts: Sequence[Coverage]) -> tuple[str, ...]:
    total = sum(part.total for part in parts)
    bound = sum(part.bound for part in parts)
    excused = sum(len(part.excused) for part in parts)
    return (
        name,
        f"{total:,}",
        f"{bound:,}",
        f"{excused:,}",
        f"{total - bound - excused:,}",
        percent(bound + excused, total),
    )
