"""What the sections of a report look up: documents and claims by id, and how to cite a place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding, Group, Relation
from reconcile.model.run import Run
from reconcile.model.span import Span
from reconcile.report.escape import escape, fragment
from reconcile.report.links import to_line
from reconcile.report.order import by_consequence
from reconcile.report.periods import day_words
from reconcile.report.quotes import quoted


@dataclass(frozen=True, slots=True)
class Index:
    """A run, ready to be written about; `folder` is where the report will lie, for its links."""

    run: Run
    folder: str
    findings: tuple[Finding, ...]
    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    contested: Mapping[str, str]

    @classmethod
    def of(cls, run: Run, folder: str) -> Index:
        """The index of a run."""
        findings = by_consequence(run.findings)
        contested: dict[str, str] = {}
        for finding in findings:
            if finding.verdict is Relation.CONFLICT:
                for side in finding.evidence:
                    if side.claim is not None:
                        contested.setdefault(side.claim, anchor(finding))
        return cls(
            run,
            folder,
            findings,
            {document.id: document for document in run.documents},
            {claim.id: claim for claim in run.claims},
            contested,
        )

    def cite(self, source: str, offset: int) -> str:
        """A link to a place: document and line."""
        document = self.documents.get(source)
        if document is None:
            return escape(source)
        line = document.line(offset)
        target = to_line(document.path, self.folder, line)
        name = f"{escape(document.id)}:{line}"
        return name if target is None else f"[{name}]({target})"

    def about_source(self, source: str) -> str:
        """Who published a source and when, as far as known; else empty."""
        document = self.documents.get(source)
        if document is None:
            return ""
        told = document.source
        date = None if told.published is None else day_words(told.published)
        return ", ".join(escape(part) for part in (told.publisher, date) if part)

    def quote(self, source: str, sentence: Span, highlights: Iterable[Span], otherwise: str) -> str:
        """A sentence with its highlights; `otherwise` when the document is not at hand."""
        document = self.documents.get(source)
        if document is None:
            return f"“{escape(otherwise)}”"
        return quoted(document.text, sentence, highlights)

    def sentence(self, source: str, span: Span) -> Span:
        """The line of text round a span, for evidence that no claim gives a sentence to."""
        document = self.documents.get(source)
        if document is None:
            return span
        start = document.text.rfind("\n", 0, span.start) + 1
        end = document.text.find("\n", span.end)
        return Span(start, len(document.text) if end < 0 else end)

    def members(self, group: Group) -> tuple[Claim, ...]:
        """The claims of a group, in the order of their sources and places."""
        found = [self.claims[name] for name in group.claims if name in self.claims]
        return tuple(sorted(found, key=place))


def place(claim: Claim) -> tuple[str, int, int, str]:
    """Where a claim stands, for sorting."""
    return (claim.source, claim.span.start, claim.span.end, claim.id)


def anchor(finding: Finding) -> str:
    """The name of a finding's anchor on the page."""
    return f"finding-{fragment(finding.fingerprint)}"
