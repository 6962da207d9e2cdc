"""Nothing is silent: what could not be dated, what no rule read, what a rule set aside, and trouble with inputs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reconcile.errors import Diagnostic
from reconcile.model.mention import Mention, TimexType
from reconcile.model.run import Unread
from reconcile.model.span import Span
from reconcile.report.escape import code, escape
from reconcile.report.index import Index
from reconcile.report.quotes import in_quotes
from reconcile.report.reading import timex_read
from reconcile.report.tables import BREAK, filled, foldable, folded, table


def unread(index: Index) -> list[str]:
    """The section on what was not read or not dated."""
    undated = _undated_mentions(index)
    told = {_where(index, source, span): list[str]() for source, span in undated}
    for diagnostic in index.run.diagnostics:
        if diagnostic.where in told:
            told[diagnostic.where].append(escape(diagnostic.message))
    others = [d for d in index.run.diagnostics if d.where not in told]
    parts = [*_undated(index, undated, told), *_unread(index), *_trouble(index, others), *_excused(index)]
    lines = ["## What could not be read or dated", ""]
    if not parts and not index.run.documents:
        return []
    if not parts:
        return [*lines, "Every number and date that was seen is in a claim.", ""]
    return [*lines, *parts]


def _where(index: Index, source: str, span: Span) -> str:
    document = index.documents.get(source)
    return "" if document is None else document.where(span.start)


def _undated_mentions(index: Index) -> dict[tuple[str, Span], Mention]:
    """Mentions of time without a place on the calendar, in order."""
    found = {
        (source, mention.span): mention
        for source, mentions in index.run.mentions.items()
        for mention in mentions
        if _is_undated(mention)
    }
    return dict(sorted(found.items()))


def _is_undated(mention: Mention) -> bool:
    timex = mention.timex
    if timex is None or timex.type in (TimexType.DURATION, TimexType.SET):
        return False
    if timex.value is not None and timex.value.endswith("_REF"):
        # "now", "in the future": no day is meant, so none is missing
        return False
    return timex.period is None or not timex.period.is_resolved


def _undated(
    index: Index, mentions: Mapping[tuple[str, Span], Mention], told: Mapping[str, Sequence[str]]
) -> list[str]:
    """What has no place on the calendar, with what the diagnostics of that place say."""
    rows = [
        (*_place(index, source, span, mention.quote), _read(mention), BREAK.join(told[_where(index, source, span)]))
        for (source, span), mention in mentions.items()
    ]
    return ["### Not dated", "", *filled(("source", "says", "read as", "why"), rows), ""] if rows else []


def _read(mention: Mention) -> str:
    return "" if mention.timex is None else escape(timex_read(mention.timex))


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
