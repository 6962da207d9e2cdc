"""Nothing is silent: what could not be dated, what no rule read, and trouble with inputs."""

from __future__ import annotations

from reconcile.errors import Diagnostic
from reconcile.report.element import Child, Markup, joined, tag
from reconcile.report.html.places import cite
from reconcile.report.html.tables import table
from reconcile.report.index import Index
from reconcile.report.reading import timex_read
from reconcile.report.undated import Undated, undated_in


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
    told = [d for d in index.run.diagnostics if d not in undated.told]
    rows: list[list[Child]] = [_row(diagnostic) for diagnostic in told]
    return table("Trouble with inputs", ("severity", "where", "what", "code"), rows) if rows else None


def _row(diagnostic: Diagnostic) -> list[Child]:
    return [str(diagnostic.severity), diagnostic.where, diagnostic.message, tag("code", diagnostic.code)]
