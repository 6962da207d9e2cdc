"""The Markdown report: one page that opens with what needs a person."""

from __future__ import annotations

from reconcile.model.run import Run
from reconcile.report.index import Index
from reconcile.report.markdown.agreements import agreements, undecided
from reconcile.report.markdown.coverage import coverage
from reconcile.report.markdown.decisions import applied
from reconcile.report.markdown.findings import findings
from reconcile.report.markdown.header import header
from reconcile.report.markdown.manifest import manifest
from reconcile.report.markdown.matrix import matrix
from reconcile.report.markdown.singles import singles
from reconcile.report.markdown.unread import unread

# The page, in reading order.
SECTIONS = (header, findings, applied, agreements, undecided, singles, matrix, unread, coverage, manifest)


def render_markdown(run: Run, folder: str = "reports") -> str:
    """The report as GitHub Flavored Markdown, to lie in `folder`: links to documents are worked out from there."""
    index = Index.of(run, folder)
    lines = [line for section in SECTIONS for line in section(index)]
    return "\n".join(lines).rstrip("\n") + "\n"
