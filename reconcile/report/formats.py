"""The formats a run can be reported in, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from reconcile.model.run import Run
from reconcile.report.csvtables import (
    CLAIMS,
    FINDINGS,
    INPUTS,
    METADATA,
    render_claims,
    render_findings,
    render_inputs,
    render_metadata,
)
from reconcile.report.github import render_annotations, render_summary
from reconcile.report.html.page import render_html
from reconcile.report.jsonform import render_json
from reconcile.report.jsonld import render_jsonld
from reconcile.report.junit import render_junit
from reconcile.report.markdown.page import render_markdown
from reconcile.report.sarif import render_sarif


class Render(Protocol):
    """Turns a run into text; `folder` is where the report will lie, for its links."""

    def __call__(self, run: Run, folder: str = "reports") -> str:
        """The report."""


@dataclass(frozen=True, slots=True)
class Reporter:
    """A format: what it is for, the name of its file, how that is made, and the files that belong beside it."""

    purpose: str
    filename: str
    render: Render
    companion_files: Mapping[str, Render] = field(default_factory=dict)

    @property
    def files(self) -> Mapping[str, Render]:
        """Every file of the format, with what makes it."""
        return {self.filename: self.render, **self.companion_files}


_TABLES = {INPUTS: render_inputs, FINDINGS: render_findings, METADATA: render_metadata}

FORMATS: Mapping[str, Reporter] = MappingProxyType(
    {
        "md": Reporter("Markdown, with boxes to tick", "report.md", render_markdown),
        "json": Reporter("the run for other programs", "report.json", render_json),
        "html": Reporter("a page for the browser", "report.html", render_html),
        "sarif": Reporter("SARIF 2.1.0, for code scanning", "report.sarif", render_sarif),
        "junit": Reporter("JUnit XML, a test a fact", "junit.xml", render_junit),
        "csv": Reporter("claims and findings for a spreadsheet, with CSVW metadata", CLAIMS, render_claims, _TABLES),
        "jsonld": Reporter("schema.org claims with W3C anchors", "claims.jsonld", render_jsonld),
        "github": Reporter("annotations of a GitHub job, ten at most", "annotations.txt", render_annotations),
        "summary": Reporter("the summary of a CI job", "summary.md", render_summary),
    }
)
# What is written into a folder where no format is named.
USUAL = ("md", "json", "html")
