"""The top of the page: what was read, what was found, and the way to each finding."""

from __future__ import annotations

from reconcile.model.finding import Finding
from reconcile.report.counts import between, nothing, read_counts, tally
from reconcile.report.escape import escape
from reconcile.report.index import Index, anchor


def header(index: Index) -> list[str]:
    """Title, counts, and the index of findings."""
    lines = ["# Reconciliation report", "", read_counts(index), ""]
    if not index.findings:
        first, colon, rest = nothing(index.run).partition(":")
        return [*lines, f"**{first}:**{rest}" if colon else first, ""]
    lines += [f"**{tally(index.findings, index.decisions)}**, most consequential first:", ""]
    lines += [_entry(index, n, finding) for n, finding in enumerate(index.findings, 1)]
    return [*lines, ""]


def _entry(index: Index, n: int, finding: Finding) -> str:
    what = escape(finding.message) or escape(finding.title)
    state = ", decided" if finding.fingerprint in index.decisions else ""
    return f"{n}. {finding.severity}: [{what}](#{anchor(finding)}) ({between(finding)}{state})"
