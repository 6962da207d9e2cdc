"""The summary of a CI job, in Markdown: what was read, what waits for a person, what is decided, and no more."""

from __future__ import annotations

from reconcile.errors import Severity
from reconcile.model.finding import Finding
from reconcile.model.run import Run
from reconcile.report.counts import counted, read_counts, summary
from reconcile.report.escape import code, escape
from reconcile.report.index import Index
from reconcile.report.markdown.header import unread_files
from reconcile.report.tables import BREAK, table

# A job's page is no report: so many findings, then their number.
MOST = 25


def render_summary(run: Run, folder: str = "reports") -> str:
    """A page short enough for a job's summary; links would lead nowhere there, so places are named."""
    index = Index.of(run, folder)
    lines = ["## Reconciliation", "", *unread_files(index)]
    lines += [escape(summary(index)), "", escape(read_counts(index)), ""]
    if index.waiting:
        rows = [_row(index, finding) for finding in index.waiting[:MOST]]
        lines += [*table(("", "finding", "where", "code"), rows), ""]
    left = len(index.waiting) - MOST
    if left > 0:
        lines += [f"{counted(left, 'more finding')} in the report.", ""]
    listed = {reason for file in run.unread_files for reason in file.reasons}
    troubles = [d for d in run.diagnostics if d.severity is Severity.ERROR and d not in listed]
    lines += [f"- **not read:** {escape(d.where)}: {escape(d.message)}" for d in troubles]
    return "\n".join(lines).rstrip("\n") + "\n"


def _row(index: Index, finding: Finding) -> tuple[str, ...]:
    places = dict.fromkeys(_place(index, side.source, side.start) for side in finding.evidence)
    return (
        str(finding.severity),
        escape(finding.message or finding.title),
        BREAK.join(escape(place) for place in places),
        code(finding.code),
    )


def _place(index: Index, source: str, offset: int) -> str:
    document = index.documents.get(source)
    return source if document is None else f"{index.names[source]}:{document.line(offset)}"
