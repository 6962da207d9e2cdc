"""The matrix: what each source says on each fact, at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.report.escape import escape
from reconcile.report.index import Index, place
from reconcile.report.reading import scope_read, value_read
from reconcile.report.tables import BREAK, table

# More columns than this and no screen shows the table whole; it is cut into several.
COLUMNS = 6


def matrix(index: Index) -> list[str]:
    """One row a fact, one column a source; claims in a conflict are marked and linked to it."""
    facts = _facts(index)
    documents = sorted(index.run.documents, key=lambda d: d.id)
    if not facts or not documents:
        return []
    lines = ["## Facts by source", "", f"{_legend(documents)}.", ""]
    for at in range(0, len(documents), COLUMNS):
        lines += [*_part(index, facts, documents, at), ""]
    return lines


def _legend(documents: Sequence[Document]) -> str:
    names = " · ".join(f"**S{n}** {escape(d.id)}" for n, d in enumerate(documents, 1))
    return f"{names}. ⚠ marks a side of a conflict"


def _part(index: Index, facts: dict[str, list[Claim]], documents: Sequence[Document], at: int) -> list[str]:
    columns = documents[at : at + COLUMNS]
    ids = {document.id for document in columns}
    rows = [
        (escape(about), *(_cell(index, claims, document.id) for document in columns))
        for about, claims in facts.items()
        if any(claim.source in ids for claim in claims)
    ]
    return table(("fact", *(f"S{n}" for n in range(at + 1, at + 1 + len(columns)))), rows)


def _facts(index: Index) -> dict[str, list[Claim]]:
    """Claims by what they are about, in the order of the words; only claims whose subject is known."""
    facts: dict[str, list[Claim]] = {}
    for claim in sorted(index.run.claims, key=place):
        if claim.subject is not None:
            facts.setdefault(_about(claim), []).append(claim)
    return dict(sorted(facts.items(), key=lambda item: (item[0].casefold(), item[0])))


def _about(claim: Claim) -> str:
    subject = "" if claim.subject is None else claim.subject.label
    if claim.metric is None or (claim.metric.is_open and not claim.metric.label):
        return f"{subject}: {claim.kind}"
    return f"{subject}: {claim.metric.label}"


def _cell(index: Index, claims: list[Claim], source: str) -> str:
    return BREAK.join(dict.fromkeys(_said(index, claim) for claim in claims if claim.source == source))


def _said(index: Index, claim: Claim) -> str:
    said = escape("; ".join((value_read(claim), *scope_read(claim))))
    target = index.contested.get(claim.id)
    return said if target is None else f"[⚠](#{target}) {said}"
