"""The top of the page: what was read, what was found, and the way to each finding."""

from __future__ import annotations

from reconcile.model.finding import Finding
from reconcile.report.counts import between, counted, nothing, read_counts, tally, unread_heading, unread_lines
from reconcile.report.escape import bold, escape
from reconcile.report.index import Index, anchor


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
    return [*lines, *_ways(index.known, "known before, not judged yet"), *_ways(index.decided, "decided by a person")]


def unread_files(index: Index) -> list[str]:
    """The files that were not read; nothing where all were."""
    heading = unread_heading(index.run)
    return [f"{bold(heading)}:", "", *(f"- {escape(line)}" for line in unread_lines(index.run)), ""] if heading else []


def _ways(findings: tuple[Finding, ...], state: str) -> list[str]:
    """How many findings are settled in some way, with the way to each."""
    if not findings:
        return []
    ways = ", ".join(f"[{escape(f.code)}](#{anchor(f)})" for f in findings)
    return [f"{counted(len(findings), 'finding')} {state}: {ways}.", ""]


def _entry(n: int, finding: Finding) -> str:
    what = escape(finding.message) or escape(finding.title)
    return f"{n}. {finding.severity}: [{what}](#{anchor(finding)}) ({between(finding)})"
