"""Nothing is silent: what could not be dated, what no rule read, what a rule set aside, and trouble with inputs."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.model.mention import Mention, TimexType
from reconcile.model.run import Unread
from reconcile.model.span import Span
from reconcile.report.escape import code, escape
from reconcile.report.index import Index
from reconcile.report.reading import timex_read
from reconcile.report.tables import table


def unread(index: Index) -> list[str]:
    """The section on what was not read or not dated."""
    parts = [*_trouble(index), *_undated(index), *_unread(index), *_excused(index)]
    lines = ["## What could not be read or dated", ""]
    if not parts and not index.run.documents:
        return []
    if not parts:
        return [*lines, "Every number and date that was seen is in a claim.", ""]
    return [*lines, *parts]


def _trouble(index: Index) -> list[str]:
    rows = [(str(d.severity), escape(d.where), escape(d.message), code(d.code)) for d in index.run.diagnostics]
    return [*table(("", "where", "what", "code"), rows), ""] if rows else []


def _undated(index: Index) -> list[str]:
    """Mentions of time, and periods of claims, without a place on the calendar; each stretch of text once."""
    found: dict[tuple[str, Span], tuple[str, str]] = {}
    for source, mentions in sorted(index.run.mentions.items()):
        for mention in mentions:
            if _is_undated(mention) and mention.timex is not None:
                found[source, mention.span] = (mention.quote, timex_read(mention.timex))
    rows = [
        (index.cite(source, span.start), f"“{escape(quote)}”", escape(read))
        for (source, span), (quote, read) in sorted(found.items())
    ]
    return ["### Not dated", "", *table(("source", "says", "read as"), rows), ""] if rows else []


def _is_undated(mention: Mention) -> bool:
    timex = mention.timex
    if timex is None or timex.type in (TimexType.DURATION, TimexType.SET):
        return False
    return timex.period is None or not timex.period.is_resolved


def _unread(index: Index) -> list[str]:
    items = [item for coverage in index.run.coverage for item in coverage.unread]
    if not items:
        return []
    rows = [(*_place(index, item), _context(index, item)) for item in _sorted(items)]
    return ["### In no claim", "", *table(("source", "unread", "where it stands"), rows), ""]


def _excused(index: Index) -> list[str]:
    items = [item for coverage in index.run.coverage for item in coverage.excused]
    if not items:
        return []
    rows = [(*_place(index, item), code(item.excuse or "")) for item in _sorted(items)]
    title = f"<details><summary>Set aside by a rule: {len(items)}</summary>"
    return [title, "", *table(("source", "set aside", "rule"), rows), "", "</details>", ""]


def _sorted(items: Iterable[Unread]) -> list[Unread]:
    return sorted(items, key=lambda item: (item.source, item.span, item.quote))


def _place(index: Index, item: Unread) -> tuple[str, str]:
    return (index.cite(item.source, item.span.start), f"“{escape(item.quote)}”")


def _context(index: Index, item: Unread) -> str:
    return index.quote(item.source, index.sentence(item.source, item.span), (item.span,), item.quote)
