"""The formats a run can be reported in, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from reconcile.model.run import Run
from reconcile.report.html.page import render_html
from reconcile.report.jsonform import render_json
from reconcile.report.markdown.page import render_markdown


class Render(Protocol):
    """Turns a run into text; `folder` is where the report will lie, for its links."""

    def __call__(self, run: Run, folder: str = "reports") -> str:
        """The report."""


@dataclass(frozen=True, slots=True)
class Reporter:
    """A format: the name of its file, and how it is made."""

    filename: str
    render: Render


FORMATS: Mapping[str, Reporter] = MappingProxyType(
    {
        "md": Reporter("report.md", render_markdown),
        "json": Reporter("report.json", render_json),
        "html": Reporter("report.html", render_html),
    }
)
