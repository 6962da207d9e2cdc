"""Tables on the HTML page: facts by source with conflicts marked, and all that was not read, not dated, or trouble."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.report.element import Child, Markup, joined, tag
from reconcile.report.html.view import cite, claim_anchor
from reconcile.report.index import Index
from reconcile.report.reading import timex_read
from reconcile.report.view_model import Row, Saying, Undated, rows_of, sayings, undated_in, unread_in


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
    names = list(index.documents)
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
    return joined(map(_saying, sayings(index, row, source)), " / ")


def _saying(saying: Saying) -> Markup:
    link = tag("a", saying.words, href=f"#{claim_anchor(saying.claim)}")
    if saying.conflict is None:
        return link
    sign = tag("a", "⚠", href=f"#{saying.conflict}", aria_label="to the conflict")
    return tag("span", sign, " ", link, class_="contested")


def trouble(index: Index) -> Markup | None:
    """The section on what was not read or dated; None when no text was given."""
    undated, others = undated_in(index)
    tables: tuple[tuple[str, tuple[str, ...], list[list[Child]]], ...] = (
        ("Not dated", ("source", "says", "read as", "why"), [_undated(index, one) for one in undated]),
        (
            "In no claim",
            ("source", "unread"),
            [[cite(index, i.source, i.span.start), f"“{i.quote}”"] for i in unread_in(index)],
        ),
        (
            "Trouble with inputs",
            ("severity", "where", "what", "code"),
            [[str(d.severity), d.where, d.message, tag("code", d.code)] for d in others],
        ),
    )
    parts = [table(caption, header, rows) for caption, header, rows in tables if rows]
    if not parts and not index.run.documents:
        return None
    title = tag("h2", "What could not be read or dated", id="trouble")
    every = tag("p", "Every number and date that was seen is in a claim or set aside by a rule.")
    return tag("section", title, parts or every, aria_labelledby="trouble")


def _undated(index: Index, one: Undated) -> list[Child]:
    return [
        cite(index, one.source, one.mention.span.start),
        f"“{one.mention.quote}”",
        None if one.mention.timex is None else timex_read(one.mention.timex),
        joined(one.messages, "; "),
    ]
