"""The JSON of a report as records: all that people read in it, or where it has not the form of the public contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reconcile.errors import Diagnostic, Severity
from reconcile.model.claim import Claim
from reconcile.model.decision import Judgement, State
from reconcile.model.document import Document, Source
from reconcile.model.finding import Evidence, FactKind, Finding, Group, Option, Pair, Relation, Support
from reconcile.model.run import Coverage, Unread
from reconcile.verify.json_nodes import Node, read_each
from reconcile.verify.problem import MalformedError, Problem
from reconcile.verify.restore import restore_claim, restore_span, restore_trail

# How the codes of diagnostics begin that tell a fault of the tool on one group or check.
FAULT = "internal."


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source as the manifest names it: a document without its text, and the hash of that text."""

    document: Document
    sha256: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report read back. `data` is the JSON itself; the records stand in the order that the JSON has them in.

    `rules` and `version` are the rules and the version of the tool that it was made with. `is_reviewed` when decisions
    of a ledger were held against it.
    """

    data: Mapping[str, Any]
    version: str
    rules: str
    sources: tuple[SourceEntry, ...]
    claims: tuple[Claim, ...]
    groups: tuple[Group, ...]
    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]
    diagnostics: tuple[Diagnostic, ...]
    is_reviewed: bool

    @property
    def has_faults(self) -> bool:
        """Whether the tool failed on a part of it, which then stands in no group or finding."""
        return any(diagnostic.code.startswith(FAULT) for diagnostic in self.diagnostics)

    @property
    def documents(self) -> dict[str, Document]:
        """The sources by id, without their texts."""
        return {entry.document.id: entry.document for entry in self.sources}


def read_report(data: object) -> Report | tuple[Problem, ...]:
    """The report in the JSON `data`, or every part that has not the form of one."""
    root, refused = Node(data), list[Problem]()
    try:
        manifest, coverage = root.at("manifest"), root.at("coverage")
        for key in ("total", "bound", "excused", "unread"):
            coverage.at(key).whole()
        coverage.at("percent").optional(Node.whole)
        reviews = root.maybe("reviews").optional(Node.items) or ()
        read_each(reviews, _review, refused)
        report = Report(
            data=root.data,
            version=manifest.at("version").text(),
            rules=manifest.at("rules").text(),
            sources=read_each(manifest.at("sources").items(), _source, refused),
            claims=read_each(root.at("claims").items(), restore_claim, refused),
            groups=read_each(root.at("groups").items(), _group, refused),
            findings=read_each(root.at("findings").items(), _finding, refused),
            coverage=read_each(coverage.at("sources").items(), _covered, refused),
            diagnostics=read_each(root.at("diagnostics").items(), _diagnostic, refused),
            is_reviewed=bool(reviews),
        )
    except MalformedError as error:
        return (*refused, error.problem)
    return tuple(refused) if refused else report


def _source(node: Node) -> SourceEntry:
    day = node.at("published").optional(Node.day)
    origin = node.at("published_from").optional(Node.text)
    declared = bool(node.maybe("declared").optional(Node.flag))
    about = Source(published=day, published_from=origin, declared=declared)
    return SourceEntry(Document(node.at("id").text(), "", about), node.at("sha256").text())


def _group(node: Node) -> Group:
    return Group(
        id=node.at("id").text(),
        about=node.at("about").text(),
        claims=node.at("claims").texts(),
        verdict=node.at("verdict").word(Relation),
        support=node.at("support").word(Support),
        relations=tuple(_pair(pair) for pair in node.at("relations").items()),
        origins=tuple(part.texts() for part in node.at("origins").items()),
        path=node.at("path").texts(),
        kind=node.at("kind").word(FactKind),
    )


def _pair(node: Node) -> Pair:
    relation = node.at("relation").word(Relation)
    return Pair(node.at("left").text(), node.at("right").text(), relation, node.at("why").text())


def _finding(node: Node) -> Finding:
    return Finding(
        code=node.at("code").text(),
        title=node.at("title").text(),
        severity=node.at("severity").word(Severity),
        verdict=node.at("verdict").word(Relation),
        message=node.at("message").text(),
        why=node.at("why").text(),
        group=node.at("group").optional(Node.text),
        slip=node.at("slip").optional(Node.text),
        evidence=tuple(_evidence(side) for side in node.at("evidence").items()),
        options=tuple(Option(o.at("key").text(), o.at("label").text()) for o in node.at("options").items()),
        fingerprint=node.at("fingerprint").text(),
        trail=restore_trail(node.at("trail")),
        severity_steps=node.at("severity_steps").texts(),
    )


def _evidence(node: Node) -> Evidence:
    start, end = restore_span(node)
    source, quote, read_as = (node.at(key).text() for key in ("source", "quote", "read_as"))
    return Evidence(source, start, end, quote, read_as, node.at("claim").optional(Node.text))


def _covered(node: Node) -> Coverage:
    for key in ("total", "bound"):
        node.at(key).whole()
    node.at("percent").optional(Node.whole)
    return Coverage(
        source=node.at("source").text(),
        claimed=node.at("bound").whole(),
        skipped=tuple(_unread(item) for item in node.at("excused").items()),
        unread=tuple(_unread(item) for item in node.at("unread").items()),
        places=tuple(restore_span(place) for place in node.at("in_claims").items()),
    )


def _unread(node: Node) -> Unread:
    excuse = node.at("excuse").optional(Node.text)
    return Unread(node.at("source").text(), restore_span(node), node.at("quote").text(), excuse)


def _diagnostic(node: Node) -> Diagnostic:
    code, message, where = (node.at(key).text() for key in ("code", "message", "where"))
    return Diagnostic(code, node.at("severity").word(Severity), message, where)


def _review(node: Node) -> None:
    node.at("state").word(State)
    node.at("findings").texts()
    node.at("moved").texts()
    decision = node.at("decision")
    decision.at("verdict").word(Judgement)
    decision.at("on").day()
    decision.at("recheck").optional(Node.day)
    for key in ("finding", "code", "reason", "by"):
        decision.at(key).text()
    for basis in decision.at("claims").items():
        basis.at("side").whole()
