"""Tables on an HTML page: with a caption, headers that name their columns, and room to scroll on a small screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.report.element import Child, Markup, tag


def table(caption: str, header: Sequence[str], rows: Iterable[Sequence[Child]], *, named: bool = False) -> Markup:
    """A table that can be scrolled by keyboard; `named` rows open with a header of their own."""
    head = tag("tr", [tag("th", words, scope="col") if words else tag("td") for words in header])
    made = tag(
        "table",
        tag("caption", caption),
        tag("thead", head),
        tag("tbody", [_row(cells, named=named) for cells in rows]),
    )
    return tag("div", made, class_="wide", tabindex=0, role="region", aria_label=caption)


def _row(cells: Sequence[Child], *, named: bool) -> Markup:
    first = tag("th", cells[0], scope="row") if named else tag("td", cells[0])
    return tag("tr", first, [tag("td", cell) for cell in cells[1:]])
