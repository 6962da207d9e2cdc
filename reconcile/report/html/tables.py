"""Nothing is silent: what could not be dated, what no rule read, and trouble with inputs.

Tables on an HTML page: with a caption, headers that name their columns, and room to scroll on a small screen.

The matrix of sources by fact: what each source says on each, conflicts marked and linked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.errors import Diagnostic
from reconcile.model.claim import Claim
from reconcile.report.element import Child, Markup, joined, tag
from reconcile.report.html.places import cite, claim_anchor
from reconcile.report.index import Index
from reconcile.report.reading import claim_value_words, scope_read, timex_read
from reconcile.report.view_model import Row, Undated, rows_of, undated_in


def table(caption: str, header: Sequence[str], rows: Iterable[Sequence[Child]], *, named: bool = False) -> Markup:
    """A table that can be scrolled by keyboard; `named` rows open with a header of their own."""
    head = tag("tr", [tag("th", words, scope="col") if words else tag("td") for words in header])
    made = tag(
        "table",
        tag("caption", caption),
        tag("thead", head),
        tag("tbody", [_table_row(cells, named=named) for cells in rows]),
    )
    return tag("div", made, class_="wide", tabindex=0, role="region", aria_label=caption)


def _table_row(cells: Sequence[Child], *, named: bool) -> Markup:
    first = tag("th", cells[0], scope="row") if named else tag("td", cells[0])
    return tag("tr", first, [tag("td", cell) for cell in cells[1:]])


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
    by_words = {_words(claim): claim for claim in reversed(row.claims) if claim.source == source}
    return joined((_cell_text(index, row, claim, words) for words, claim in reversed(by_words.items())), " / ")


def _words(claim: Claim) -> str:
    return "; ".join((claim_value_words(claim, brief=True), *scope_read(claim, brief=True)))


def _cell_text(index: Index, row: Row, claim: Claim, words: str) -> Markup:
    target = index.contested.get((row.group, claim.id), index.contested.get((None, claim.id)))
    link = tag("a", words, href=f"#{claim_anchor(claim)}")
    if target is None:
        return link
    return tag("span", tag("a", "⚠", href=f"#{target}", aria_label="to the conflict"), " ", link, class_="contested")


def trouble(index: Index) -> Markup | None:
    """The section on what was not read or dated; None when no text was given."""
    undated = undated_in(index)
    parts = [part for part in (_undated(index, undated), _unread(index), _inputs(index, undated)) if part is not None]
    if not parts and not index.run.documents:
        return None
    title = tag("h2", "What could not be read or dated", id="trouble")
    every = tag("p", "Every number and date that was seen is in a claim or set aside by a rule.")
    return tag("section", title, parts or every, aria_labelledby="trouble")


def _undated(index: Index, undated: Undated) -> Markup | None:
    rows: list[list[Child]] = [
        [
            cite(index, source, mention.span.start),
            f"“{mention.quote}”",
            None if mention.timex is None else timex_read(mention.timex),
            joined(messages, "; "),
        ]
        for source, mention, messages in undated.rows
    ]
    return table("Not dated", ("source", "says", "read as", "why"), rows) if rows else None


def _unread(index: Index) -> Markup | None:
    items = sorted((i for c in index.run.coverage for i in c.unread), key=lambda i: (i.source, i.span, i.quote))
    rows: list[list[Child]] = [[cite(index, i.source, i.span.start), f"“{i.quote}”"] for i in items]
    return table("In no claim", ("source", "unread"), rows) if rows else None


def _inputs(index: Index, undated: Undated) -> Markup | None:
    diagnostics = [d for d in index.run.diagnostics if d not in undated.explained]
    rows: list[list[Child]] = [_diagnostic_row(diagnostic) for diagnostic in diagnostics]
    return table("Trouble with inputs", ("severity", "where", "what", "code"), rows) if rows else None


def _diagnostic_row(diagnostic: Diagnostic) -> list[Child]:
    return [str(diagnostic.severity), diagnostic.where, diagnostic.message, tag("code", diagnostic.code)]
