"""The matrix: what each source says on each fact, at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.report.escape import escape
from reconcile.report.index import Index, place
from reconcile.report.reading import said_of, scope_read
from reconcile.report.tables import BREAK, foldable, table

# More columns than this and no screen shows the table whole; it is cut into several.
COLUMNS = 6


@dataclass(frozen=True, slots=True)
class _Row:
    """A fact in words, its group if it has one, and the claims on it."""

    about: str
    group: str | None
    claims: tuple[Claim, ...]


def matrix(index: Index) -> list[str]:
    """One row a fact, one column a source; claims in a conflict are marked and linked to it."""
    rows = _rows(index)
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


def _part(index: Index, rows: Iterable[_Row], documents: Sequence[Document], at: int) -> list[str]:
    columns = documents[at : at + COLUMNS]
    ids = {document.id for document in columns}
    cells = [
        (escape(row.about), *(_cell(index, row, document.id) for document in columns))
        for row in rows
        if any(claim.source in ids for claim in row.claims)
    ]
    names = [f"S{n}" for n in range(at + 1, at + 1 + len(columns))]
    return foldable(f"Facts of {names[0]} to {names[-1]}", len(cells), table(("fact", *names), cells))


def _rows(index: Index) -> list[_Row]:
    """Every conflict; each other claim whose subject is known, once, beside those of other sources."""
    rows: list[_Row] = []
    shown: set[str] = set()
    disputed = {group for group, _ in index.contested}
    for group in sorted(index.shared(), key=lambda g: g.id not in disputed):
        claims = index.members(group)
        if group.id in disputed or any(claim.id not in shown for claim in claims):
            rows.append(_Row(group.about, group.id, claims))
            shown.update(claim.id for claim in claims)
    return sorted([*rows, *_others(index, shown)], key=lambda row: (row.about.casefold(), row.about, row.group or ""))


def _others(index: Index, shown: set[str]) -> list[_Row]:
    facts: dict[str, list[Claim]] = {}
    for claim in sorted(index.run.claims, key=place):
        if claim.subject is not None and claim.id not in shown:
            facts.setdefault(_about(claim), []).append(claim)
    return [_Row(about, None, tuple(claims)) for about, claims in facts.items()]


def _about(claim: Claim) -> str:
    subject = "" if claim.subject is None else claim.subject.label
    return f"{subject}: {claim.kind if claim.metric is None else claim.metric.label or claim.kind}"


def _cell(index: Index, row: _Row, source: str) -> str:
    return BREAK.join(dict.fromkeys(_said(index, row, claim) for claim in row.claims if claim.source == source))


def _said(index: Index, row: _Row, claim: Claim) -> str:
    said = escape("; ".join((said_of(claim, brief=True), *scope_read(claim, brief=True))))
    target = index.contested.get((row.group, claim.id), index.contested.get((None, claim.id)))
    return said if target is None else f"[⚠](#{target}) {said}"
