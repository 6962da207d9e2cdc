"""The matrix of sources by fact: what each source says on each, conflicts marked and linked."""

from __future__ import annotations

from reconcile.model.claim import Claim
from reconcile.report.element import Child, Markup, joined, tag
from reconcile.report.facts import Row, rows_of
from reconcile.report.html.places import claim_anchor
from reconcile.report.html.tables import table
from reconcile.report.index import Index
from reconcile.report.reading import said_of, scope_read

# More columns than this and no screen shows the table whole; it is cut into several.
COLUMNS = 8


def matrix(index: Index) -> Markup | None:
    """The section with one table for every few sources; None without facts."""
    rows = rows_of(index)
    names = sorted(index.documents)
    if not rows or not names:
        return None
    parts = [_part(index, rows, names[at : at + COLUMNS]) for at in range(0, len(names), COLUMNS)]
    return tag("section", tag("h2", "Facts by source", id="matrix"), parts, aria_labelledby="matrix")


def _part(index: Index, rows: list[Row], names: list[str]) -> Markup:
    cells: list[list[Child]] = [
        [row.about, *(_cell(index, row, name) for name in names)]
        for row in rows
        if any(claim.source in names for claim in row.claims)
    ]
    first, last = index.names[names[0]], index.names[names[-1]]
    caption = f"What {first} to {last} say" if len(names) > 1 else f"What {first} says"
    return table(caption, ["fact", *(index.names[name] for name in names)], cells, named=True)


def _cell(index: Index, row: Row, source: str) -> Markup:
    said = {_words(claim): claim for claim in reversed(row.claims) if claim.source == source}
    return joined((_said(index, row, claim, words) for words, claim in reversed(said.items())), " / ")


def _words(claim: Claim) -> str:
    return "; ".join((said_of(claim, brief=True), *scope_read(claim, brief=True)))


def _said(index: Index, row: Row, claim: Claim, words: str) -> Markup:
    target = index.contested.get((row.group, claim.id), index.contested.get((None, claim.id)))
    said = tag("a", words, href=f"#{claim_anchor(claim)}")
    if target is None:
        return said
    return tag("span", tag("a", "⚠", href=f"#{target}", aria_label="to the conflict"), " ", said, class_="contested")
