"""The manifest: which tool, which rules, which texts; what a reader needs to get the same page again."""

from __future__ import annotations

import json
from collections.abc import Mapping

from reconcile.model.document import Document
from reconcile.report.escape import code, escape
from reconcile.report.index import Index
from reconcile.report.periods import day_words
from reconcile.report.tables import filled


def manifest(index: Index) -> list[str]:
    """The sources with what is known of them, then what else the manifest holds."""
    if not index.run.documents and not index.run.manifest:
        return []
    lines = ["## How this page was made", ""]
    documents = sorted(index.run.documents, key=lambda d: d.id)
    if documents:
        rows = [_source(document) for document in documents]
        lines += [*filled(("source", "title", "publisher", "published", "date taken from"), rows), ""]
    return [*lines, *_entries(index.run.manifest)]


def _source(document: Document) -> tuple[str, ...]:
    told = document.source
    return (
        escape(document.id),
        escape(told.title or ""),
        escape(told.publisher or ""),
        "not known" if told.published is None else day_words(told.published),
        escape(told.published_from or "") if told.published is not None else "",
    )


def _entries(entries: Mapping[str, object]) -> list[str]:
    """The manifest's own entries, a line each; what is no single word or number as JSON."""
    lines = [
        f"- {escape(key.replace('_', ' '))}: {_value(entries[key])}" for key in sorted(entries) if key not in _SHOWN
    ]
    return [*lines, ""] if lines else []


# Told in the table above.
_SHOWN = frozenset({"sources", "documents"})


def _value(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return code(text)
