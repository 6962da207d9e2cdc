"""SARIF 2.1.0 (OASIS): findings for code scanning, each with every side, known again by what it says, not by lines."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from reconcile.errors import Diagnostic, Severity
from reconcile.model.decision import Review
from reconcile.model.finding import Evidence, Finding
from reconcile.report.counts import decision_words
from reconcile.report.gfm import visible
from reconcile.report.index import Index
from reconcile.report.jsonform import json_text
from reconcile.report.reading import ended, finding_sentences

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# The name says which recipe made the value; another recipe is to have another name.
FINGERPRINT = "reconcileFinding/v1"
# GitHub takes no more locations with a result.
_MOST_LOCATIONS = 1000

Object = dict[str, object]


def render_sarif(index: Index) -> str:
    """The findings as one SARIF run; places are relative to where the articles were given from, not to the report."""
    codes = sorted({finding.code for finding in index.findings})
    driver: Object = {"name": "reconcile", "rules": [_rule(index, code) for code in codes]}
    if isinstance(index.run.manifest.get("version"), str):
        driver["version"] = index.run.manifest["version"]
    log: Object = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(index)],
                "results": [_result(index, codes, finding) for finding in index.findings],
            }
        ],
    }
    return json_text(log)


def _rule(index: Index, code: str) -> Object:
    finding = next(finding for finding in index.findings if finding.code == code)
    meaning = ended(finding.help or finding.title)
    return {
        "id": code,
        "shortDescription": {"text": visible(finding.title)},
        "fullDescription": {"text": visible(meaning)},
        "help": {"text": f"{visible(meaning)} The report lists what can be decided about each finding."},
    }


def _result(index: Index, codes: list[str], finding: Finding) -> Object:
    others = finding.evidence[1:]
    result: Object = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": str(finding.severity),
        "message": {"text": _message(index, finding, others)},
        "locations": [_location(index, side) for side in finding.evidence[:1]],
        "relatedLocations": [
            {**_location(index, side), "id": n, "message": {"text": _plain(side.quote)}}
            for n, side in enumerate(others[:_MOST_LOCATIONS], 1)
        ],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
    }
    review = index.settled.get(finding.fingerprint)
    if review is not None:
        result["suppressions"] = [_suppression(review)]
    return result


def _message(index: Index, finding: Finding, others: Sequence[Evidence]) -> str:
    """The sentence, the reason, the likely slip, and links to the other sides, without which GitHub hides them."""
    sentences = [_plain(part) for part in finding_sentences(finding)]
    places = (_plain(index.place_words(side.source, side.start)) for side in others[:_MOST_LOCATIONS])
    links = [f"[{place}]({n})" for n, place in enumerate(places, 1)]
    return " ".join([*sentences, *([f"Against: {', '.join(links)}."] if links else [])])


def _plain(text: str) -> str:
    """Text in which no reader of SARIF sees a link that we did not make."""
    shown = visible(text)
    return shown.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]") if "](" in shown else shown


def _location(index: Index, side: Evidence) -> Object:
    document = index.documents.get(side.source)
    path = side.source if document is None or document.path is None else document.path
    physical: Object = {"artifactLocation": {"uri": _uri(path)}}
    if document is not None:
        physical["region"] = {
            "startLine": document.line(side.start),
            "startColumn": document.column(side.start),
            "endLine": document.line(side.end),
            "endColumn": document.column(side.end),
            "snippet": {"text": visible(document.text[side.start : side.end])},
        }
    return {"physicalLocation": physical}


def _uri(path: str) -> str:
    uri = quote(path, errors="replace")
    return f"file://{uri}" if uri.startswith("/") else uri


def _suppression(review: Review) -> Object:
    return {"kind": "external", "status": "accepted", "justification": visible(decision_words(review.decision))}


def _invocation(index: Index) -> Object:
    first = [reason for file in index.run.unread_files for reason in file.reasons]
    problems = [*first, *(problem for problem in index.run.diagnostics if problem not in first)]
    return {
        "executionSuccessful": all(problem.severity is not Severity.ERROR for problem in problems),
        "toolExecutionNotifications": [_notification(problem) for problem in problems],
    }


def _notification(problem: Diagnostic) -> Object:
    return {
        "descriptor": {"id": visible(problem.code)},
        "level": str(problem.severity),
        "message": {"text": visible(f"{problem.where}: {problem.message}")},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(problem.file)}}}],
    }
