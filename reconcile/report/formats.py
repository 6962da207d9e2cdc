"""The formats a run can be reported in, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from reconcile.model.run import Run
from reconcile.report import csvtables
from reconcile.report.github import render_annotations, render_summary
from reconcile.report.html.page import render_html
from reconcile.report.index import Index
from reconcile.report.jsonform import json_text
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


def _of_run(write: Callable[[Index], str]) -> Render:
    """What writes an indexed run, as what writes a run."""

    def render(run: Run, folder: str = "reports") -> str:
        return write(Index.of(run, folder))

    return render


_TABLES = {
    csvtables.INPUTS: _of_run(csvtables.render_inputs),
    csvtables.FINDINGS: _of_run(csvtables.render_findings),
    csvtables.METADATA: _of_run(csvtables.render_metadata),
}

FORMATS: Mapping[str, Reporter] = MappingProxyType(
    {
        "md": Reporter("Markdown, with boxes to tick", "report.md", _of_run(render_markdown)),
        "json": Reporter("the run for other programs", "report.json", _of_run(lambda i: json_text(i.run.to_dict()))),
        "html": Reporter("a page for the browser", "report.html", _of_run(render_html)),
        "sarif": Reporter("SARIF 2.1.0, for code scanning", "report.sarif", _of_run(render_sarif)),
        "junit": Reporter("JUnit XML, a test a fact", "junit.xml", _of_run(render_junit)),
        "csv": Reporter(
            "claims and findings for a spreadsheet, with CSVW metadata",
            csvtables.CLAIMS,
            _of_run(csvtables.render_claims),
            _TABLES,
        ),
        "jsonld": Reporter("schema.org claims with W3C anchors", "claims.jsonld", _of_run(render_jsonld)),
        "github": Reporter("annotations of a GitHub job, ten at most", "annotations.txt", _of_run(render_annotations)),
        "summary": Reporter("the summary of a CI job", "summary.md", _of_run(render_summary)),
    }
)
# What is written into a folder where no format is named.
USUAL = ("md", "json", "html")
