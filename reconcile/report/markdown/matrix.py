"""The matrix: what each source says on each fact, at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.report.escape import escape
from reconcile.report.facts import Row, rows_of
from reconcile.report.index import Index
from reconcile.report.reading import said_of, scope_read
from reconcile.report.tables import BREAK, foldable, table

# More columns than this and no screen shows the table whole; it is cut into several.
COLUMNS = 6


def matrix(index: Index) -> list[str]:
    """One row a fact, one column a source; claims in a conflict are marked and linked to it."""
    rows = rows_of(index)
    documents = sorted(index.run.documents, key=lambda d: d.id)
    if not rows or not documents:
        return []
    lines = ["## Facts by source", "", f"{_legend(documents)}.", ""]
    for at in range(0, len(documents), COLUMNS):
        lines += [*_part(index, rows, documents, at), ""]
    return lines


def _legend(documents: Sequence[Document]) -> str:
    names = " · ".join(f"**S{n}** {escape(d.id)}" for n, d in enumerate(documents, 1))
    return f"{names}. ⚠ marks a side of a conflict"


def _part(index: Index, rows: Iterable[Row], documents: Sequence[Document], at: int) -> list[str]:
    columns = documents[at : at + COLUMNS]
    ids = {document.id for document in columns}
    cells = [
        (escape(row.about), *(_cell(index, row, document.id) for document in columns))
        for row in rows
        if any(claim.source in ids for claim in row.claims)
    ]
    names = [f"S{n}" for n in range(at + 1, at + 1 + len(columns))]
    return foldable(f"Facts of {names[0]} to {names[-1]}", len(cells), table(("fact", *names), cells))


def _cell(index: Index, row: Row, source: str) -> str:
    return BREAK.join(dict.fromkeys(_said(index, row, claim) for claim in row.claims if claim.source == source))


def _said(index: Index, row: Row, claim: Claim) -> str:
    said = escape("; ".join((said_of(claim, brief=True), *scope_read(claim, brief=True))))
    target = index.contested.get((row.group, claim.id), index.contested.get((None, claim.id)))
    return said if target is None else f"[⚠](#{target}) {said}"
