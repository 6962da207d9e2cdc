"""Nothing is silent: what could not be dated, what no rule read, what a rule set aside, and trouble with inputs."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.errors import Diagnostic
from reconcile.model.run import Unread
from reconcile.model.span import Span
from reconcile.report.escape import code, escape
from reconcile.report.index import Index
from reconcile.report.quotes import in_quotes
from reconcile.report.reading import timex_read
from reconcile.report.tables import BREAK, filled, foldable, folded, table
from reconcile.report.undated import Undated, undated_in


def unread(index: Index) -> list[str]:
    """The section on what was not read or not dated."""
    undated = undated_in(index)
    others = [d for d in index.run.diagnostics if d not in undated.told]
    parts = [*_undated(index, undated), *_unread(index), *_trouble(index, others), *_excused(index)]
    lines = ["## What could not be read or dated", ""]
    if not parts and not index.run.documents:
        return []
    if not parts:
        return [*lines, "Every number and date that was seen is in a claim.", ""]
    return [*lines, *parts]


def _undated(index: Index, undated: Undated) -> list[str]:
    """What has no place on the calendar, with what the diagnostics say of it."""
    rows = [
        (
            *_place(index, source, mention.span, mention.quote),
            "" if mention.timex is None else escape(timex_read(mention.timex)),
            BREAK.join(escape(message) for message in messages),
        )
        for source, mention, messages in undated.rows
    ]
    return ["### Not dated", "", *filled(("source", "says", "read as", "why"), rows), ""] if rows else []


def _unread(index: Index) -> list[str]:
    items = [item for coverage in index.run.coverage for item in coverage.unread]
    rows = [(*_place(index, item.source, item.span, item.quote), _context(index, item)) for item in _sorted(items)]
    made = table(("source", "unread", "where it stands"), rows)
    return ["### In no claim", "", *foldable("Numbers and dates", len(rows), made), ""] if rows else []


def _trouble(index: Index, diagnostics: Iterable[Diagnostic]) -> list[str]:
    rows = [(str(d.severity), _at(index, d.where), escape(d.message), code(d.code)) for d in diagnostics]
    return ["### Trouble with inputs", "", *table(("", "where", "what", "code"), rows), ""] if rows else []


def _at(index: Index, where: str) -> str:
    """A link, where `where` reads `id:line:column` of a known document."""
    name, _, place = where.rpartition(":")
    source, _, line = name.rpartition(":")
    known = source in index.documents and line.isdecimal() and place.isdecimal()
    return index.cite_line(source, int(line)) if known else escape(where)


def _excused(index: Index) -> list[str]:
    """What rules set aside: a row for each rule and wording, with every place."""
    places: dict[tuple[str, str], list[str]] = {}
    items = _sorted(item for coverage in index.run.coverage for item in coverage.excused)
    for item in items:
        key = (item.excuse or "", in_quotes(escape(item.quote)))
        places.setdefault(key, []).append(index.cite(item.source, item.span.start))
    rows = [(code(rule), said, ", ".join(dict.fromkeys(where))) for (rule, said), where in sorted(places.items())]
    if not rows:
        return []
    return [*folded(f"Set aside by a rule: {len(items)}", table(("rule", "set aside", "where"), rows)), ""]


def _sorted(items: Iterable[Unread]) -> list[Unread]:
    return sorted(items, key=lambda item: (item.source, item.span, item.quote))


def _place(index: Index, source: str, span: Span, quote: str) -> tuple[str, str]:
    return (index.cite(source, span.start), in_quotes(escape(quote)))


def _context(index: Index, item: Unread) -> str:
    return index.quote(item.source, index.sentence(item.source, item.span), (item.span,), item.quote)
