"""Citing and quoting on an HTML page: links to a line, who published, a sentence with its marks."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from reconcile.model.claim import Claim
from reconcile.model.span import Span
from reconcile.report.element import Markup, joined, markup, tag, verbatim
from reconcile.report.gfm import excerpt, fragment
from reconcile.report.index import Index, relative
from reconcile.report.periods import day_words
from reconcile.report.view_model import Passage


def source_anchor(source: str) -> str:
    """The name of a source's section."""
    return f"source-{fragment(source)}"


def claim_anchor(claim: Claim) -> str:
    """The name of a claim's row."""
    return f"claim-{fragment(claim.id)}"


def cite(index: Index, source: str, offset: int) -> Markup:
    """Document and line, linked to the source's section on the page."""
    document = index.documents.get(source)
    if document is None:
        return markup(source)
    return tag("a", f"{index.names[source]}:{document.line(offset)}", href=f"#{source_anchor(source)}", title=source)


def file_link(index: Index, source: str) -> Markup | None:
    """A link to the article's file, where it can be reached from where the report lies."""
    document = index.documents[source]
    target = None if document.path is None else relative(document.path, index.folder)
    return None if target is None else tag("a", source, href=quote(target, errors="replace"))


def about(index: Index, source: str) -> str:
    """Who published a source and when, as far as known; else empty."""
    document = index.documents.get(source)
    if document is None:
        return ""
    origin = document.source
    day = None if origin.published is None else day_words(origin.published)
    return ", ".join(part for part in (origin.publisher, day) if part)


def quotation(index: Index, passage: Passage) -> Markup:
    """The sentence of a passage with its marks; stretches far from any are left out as "…"."""
    document = index.documents.get(passage.source)
    if document is None:
        return markup(passage.quote)
    marks, parts = excerpt(document.text, passage.sentence, passage.marks)
    shown = joined((_marked(document.text, part, marks) for part in parts), " … ")
    before = "… " if parts[0].start > passage.sentence.start else ""
    after = " …" if parts[-1].end < passage.sentence.end else ""
    return markup((before, shown, after))


def _marked(text: str, part: Span, marks: Iterable[Span]) -> Markup:
    out: list[Markup] = []
    at = part.start
    for mark in marks:
        if part.covers(mark):
            out += (verbatim(text[at : mark.start]), tag("mark", verbatim(text[mark.start : mark.end])))
            at = mark.end
    return markup((*out, verbatim(text[at : part.end])))
