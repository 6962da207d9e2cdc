"""For GitHub: the gravest findings as notes beside the lines of the articles, and the summary of a job."""

from __future__ import annotations

from reconcile.errors import Severity
from reconcile.model.finding import Finding
from reconcile.report.counts import counted, read_counts, summary, unread_heading, unread_lines
from reconcile.report.gfm import BREAK, code, escape, table, visible
from reconcile.report.index import Index
from reconcile.report.markdown.page import unread_files
from reconcile.report.reading import finding_sentences, finding_words

# GitHub shows so many of one kind in a step.
MOST_ANNOTATIONS = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_annotations(index: Index) -> str:
    """One command a line, ten at most: the files that were not read, then what waits for a person, the gravest first.

    Last, how many are not shown.
    """
    heading = unread_heading(index.run)
    unread = [f"::error title={_property(heading)}::{_data('; '.join(unread_lines(index.run)))}"] if heading else []
    most = MOST_ANNOTATIONS - len(unread)
    lines = [*unread, *(_command(index, finding) for finding in index.waiting[:most])]
    left = len(index.waiting) - most
    if left > 0:
        lines.append(f"{counted(left, 'more finding')} in the report.")
    for those, state in ((index.known, "known before"), (index.decided, "decided")):
        if those:
            lines.append(f"{counted(len(those), 'finding')} {state}.")
    return "".join(f"{line}\n" for line in lines)


def _command(index: Index, finding: Finding) -> str:
    message = " ".join(finding_sentences(finding))
    where = ",".join(f"{key}={_property(value)}" for key, value in _annotation_place(index, finding).items())
    return f"::{_COMMANDS[finding.severity]} {where}::{_data(message)}"


def _annotation_place(index: Index, finding: Finding) -> dict[str, str]:
    """The first side that lies in a file; columns only where it lies on one line, as GitHub wants it."""
    title = {"title": f"{finding.code} {finding.title}"}
    for side in finding.evidence:
        document = index.documents.get(side.source)
        if document is None or document.path is None:
            continue
        first, last = document.line(side.start), document.line(side.end)
        place = {"file": document.path, "line": str(first), "endLine": str(last)}
        if first == last:
            place |= {"col": str(document.column(side.start)), "endColumn": str(document.column(side.end))}
        return place | title
    return title


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


# A job's page is no report: so many findings, then their number.
MOST_LISTED = 25


def render_summary(index: Index) -> str:
    """A page short enough for a job's summary; links would lead nowhere there, so places are named."""
    lines = ["## Reconciliation", "", *unread_files(index)]
    lines += [escape(summary(index)), "", escape(read_counts(index)), ""]
    if index.waiting:
        rows = [_row(index, finding) for finding in index.waiting[:MOST_LISTED]]
        lines += [*table(("", "finding", "where", "code"), rows), ""]
    left = len(index.waiting) - MOST_LISTED
    if left > 0:
        lines += [f"{counted(left, 'more finding')} in the report.", ""]
    listed = {reason for file in index.run.unread_files for reason in file.reasons}
    troubles = [d for d in index.run.diagnostics if d.severity is Severity.ERROR and d not in listed]
    lines += [f"- **not read:** {escape(d.where)}: {escape(d.message)}" for d in troubles]
    return "\n".join(lines).rstrip("\n") + "\n"


def _row(index: Index, finding: Finding) -> tuple[str, ...]:
    places = dict.fromkeys(index.place_words(side.source, side.start) for side in finding.evidence)
    return (
        str(finding.severity),
        escape(finding_words(finding)),
        BREAK.join(escape(place) for place in places),
        code(finding.code),
    )
