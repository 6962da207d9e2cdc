"""How much of each source was read, in numbers and as a row of signs, and what was not read, not dated or set aside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.errors import Diagnostic
from reconcile.model.document import Document
from reconcile.model.run import Coverage, Unread
from reconcile.model.span import Span
from reconcile.report.counts import percent
from reconcile.report.gfm import BREAK, code, escape, filled, foldable, folded, in_quotes, table
from reconcile.report.index import Index
from reconcile.report.reading import timex_read
from reconcile.report.view_model import Undated, in_order, undated_in, unread_in

CLAIMED, SKIPPED, UNREAD = "●", "○", "×"
LEGEND = f"{CLAIMED} in a claim, {SKIPPED} set aside by a rule, {UNREAD} unread; a gap begins another line of the text."
# A longer row says no more.
_MOST_SIGNS = 2000


def coverage_signs(coverage: Coverage, document: Document | None) -> str:
    """The signs of one text in its order; without the document there are no lines, and so no gaps."""
    places = [(span.start, CLAIMED) for span in coverage.places]
    places += [(item.span.start, SKIPPED) for item in coverage.skipped]
    places += [(item.span.start, UNREAD) for item in coverage.unread]
    signs: list[str] = []
    line = 0
    for start, sign in sorted(places)[:_MOST_SIGNS]:
        here = document.line(start) if document is not None else 0
        if signs and here != line:
            signs.append(" ")
        signs.append(sign)
        line = here
    return "".join(signs) + ("…" if len(places) > _MOST_SIGNS else "")


_HEADER = ("source", "numbers and dates", "in a claim", "set aside by a rule", "unread", "accounted for")


def coverage(index: Index) -> list[str]:
    """A row a source and one for all; nothing when no text was read."""
    parts = sorted(index.run.coverage, key=lambda c: c.source)
    if not parts:
        return []
    rows = [_row(escape(index.names.get(part.source, part.source)), (part,)) for part in parts]
    if len(parts) > 1:
        rows.append(_row("**all**", parts))
    made = table(_HEADER, rows, right=range(1, len(_HEADER)))
    return ["## Coverage", "", *made, "", *_map(index, parts)]


def _map(index: Index, parts: Sequence[Coverage]) -> list[str]:
    """A sign for each number and date of each source, folded: where in the text something was left."""
    drawn = [
        (index.names.get(part.source, part.source), coverage_signs(part, index.documents.get(part.source)))
        for part in parts
    ]
    rows = [(escape(name), code(signs)) for name, signs in drawn if signs]
    if not rows:
        return []
    return [*folded("Map of numbers and dates", [LEGEND, "", *table(("source", "line by line"), rows)]), ""]


def _row(name: str, parts: Sequence[Coverage]) -> tuple[str, ...]:
    total = sum(part.total for part in parts)
    claimed = sum(part.claimed for part in parts)
    accounted = sum(part.accounted for part in parts)
    return (
        name,
        f"{total:,}",
        f"{claimed:,}",
        f"{accounted - claimed:,}",
        f"{total - accounted:,}",
        percent(accounted, total),
    )


def unread(index: Index) -> list[str]:
    """The section on what was not read or not dated."""
    undated, others = undated_in(index)
    parts = [*_undated(index, undated), *_unread(index), *_trouble(index, others), *_skipped(index)]
    lines = ["## What could not be read or dated", ""]
    if not parts and not index.run.documents:
        return []
    return [*lines, *(parts or ["Every number and date that was seen is in a claim.", ""])]


def _undated(index: Index, undated: Iterable[Undated]) -> list[str]:
    """What has no place on the calendar, with what the diagnostics say of it."""
    rows = [
        (
            *_place(index, source, mention.span, mention.quote),
            "" if mention.timex is None else escape(timex_read(mention.timex)),
            BREAK.join(escape(message) for message in messages),
        )
        for source, mention, messages in undated
    ]
    return ["### Not dated", "", *filled(("source", "says", "read as", "why"), rows), ""] if rows else []


def _unread(index: Index) -> list[str]:
    rows = [(*_place(index, i.source, i.span, i.quote), _context(index, i)) for i in unread_in(index)]
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


def _skipped(index: Index) -> list[str]:
    """What rules set aside: a row for each rule and wording, with every place."""
    places: dict[tuple[str, str], list[str]] = {}
    items = in_order(item for coverage in index.run.coverage for item in coverage.skipped)
    for item in items:
        key = (item.skip_rule or "", in_quotes(escape(item.quote)))
        places.setdefault(key, []).append(index.cite(item.source, item.span.start))
    rows = [(code(rule), reason, ", ".join(dict.fromkeys(where))) for (rule, reason), where in sorted(places.items())]
    if not rows:
        return []
    return [*folded(f"Set aside by a rule: {len(items)}", table(("rule", "set aside", "where"), rows)), ""]


def _place(index: Index, source: str, span: Span, quote: str) -> tuple[str, str]:
    return (index.cite(source, span.start), in_quotes(escape(quote)))


def _context(index: Index, item: Unread) -> str:
    return index.quote(item.source, index.sentence(item.source, item.span), (item.span,), item.quote)
