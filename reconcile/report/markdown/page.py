"""The Markdown report: one page that opens with what needs a person and closes with how it was made."""

from __future__ import annotations

from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.report.counts import between, counted, nothing, read_counts, tally, unread_heading, unread_lines
from reconcile.report.gfm import bold, code, escape, filled
from reconcile.report.index import Index, anchor
from reconcile.report.markdown.coverage import coverage, unread
from reconcile.report.markdown.facts import agreements, matrix, singles, undecided
from reconcile.report.markdown.findings import applied, findings
from reconcile.report.periods import day_words
from reconcile.report.view_model import manifest_entries


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
    entries = [f"- {escape(key)}: {code(value)}" for key, value in manifest_entries(index)]
    return [*lines, *entries, *([""] if entries else [])]


def _source(document: Document) -> tuple[str, ...]:
    source = document.source
    return (
        escape(document.id),
        escape(source.title or ""),
        escape(source.publisher or ""),
        "not known" if source.published is None else day_words(source.published),
        escape(source.published_from or "") if source.published is not None else "",
    )


# The page, in reading order.
SECTIONS = (header, findings, applied, agreements, undecided, singles, matrix, unread, coverage, manifest)


def render_markdown(index: Index) -> str:
    """The report as GitHub Flavored Markdown; its links to documents lead from the folder of the index."""
    lines = [line for section in SECTIONS for line in section(index)]
    return "\n".join(lines).rstrip("\n") + "\n"
