"""The manifest: which tool, which rules, which texts; what a reader needs to get the same page again.

The top of the page: what was read, what was found, and the way to each finding.

The Markdown report: one page that opens with what needs a person.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.run import Run
from reconcile.report.counts import between, counted, nothing, read_counts, tally, unread_heading, unread_lines
from reconcile.report.gfm import bold, code, escape, filled
from reconcile.report.index import Index, anchor
from reconcile.report.markdown.coverage import coverage, unread
from reconcile.report.markdown.facts import agreements, matrix, singles, undecided
from reconcile.report.markdown.findings import applied, findings
from reconcile.report.periods import day_words


def header(index: Index) -> list[str]:
    """Title, counts, and the index of findings."""
    lines = ["# Reconciliation report", "", read_counts(index), "", *unread_files(index)]
    if not index.findings:
        first, colon, rest = nothing(index.run).partition(":")
        return [*lines, f"**{first}:**{rest}" if colon else first, ""]
    if index.waiting:
        lines += [f"**{tally(index.waiting)}**, most consequential first:", ""]
        lines += [_entry(n, finding) for n, finding in enumerate(index.waiting, 1)]
        lines += [""]
    return [
        *lines,
        *_settled_links(index.known, "known before, not judged yet"),
        *_settled_links(index.decided, "decided by a person"),
    ]


def unread_files(index: Index) -> list[str]:
    """The files that were not read; nothing where all were."""
    heading = unread_heading(index.run)
    return [f"{bold(heading)}:", "", *(f"- {escape(line)}" for line in unread_lines(index.run)), ""] if heading else []


def _settled_links(findings: tuple[Finding, ...], state: str) -> list[str]:
    """How many findings are settled in some way, with the way to each."""
    if not findings:
        return []
    links = ", ".join(f"[{escape(f.code)}](#{anchor(f)})" for f in findings)
    return [f"{counted(len(findings), 'finding')} {state}: {links}.", ""]


def _entry(n: int, finding: Finding) -> str:
    what = escape(finding.message) or escape(finding.title)
    return f"{n}. {finding.severity}: [{what}](#{anchor(finding)}) ({between(finding)})"


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
    source = document.source
    return (
        escape(document.id),
        escape(source.title or ""),
        escape(source.publisher or ""),
        "not known" if source.published is None else day_words(source.published),
        escape(source.published_from or "") if source.published is not None else "",
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


# The page, in reading order.
SECTIONS = (header, findings, applied, agreements, undecided, singles, matrix, unread, coverage, manifest)


def render_markdown(run: Run, folder: str = "reports") -> str:
    """The report as GitHub Flavored Markdown, to lie in `folder`: links to documents are worked out from there."""
    index = Index.of(run, folder)
    lines = [line for section in SECTIONS for line in section(index)]
    return "\n".join(lines).rstrip("\n") + "\n"
