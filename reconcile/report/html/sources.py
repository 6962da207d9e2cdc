"""A section for each source: what is known of it, what it says, where it is contradicted, how much of it was read."""

from __future__ import annotations

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.run import Coverage
from reconcile.report.element import Child, Markup, tag
from reconcile.report.html.coverage_map import coverage_map, legend
from reconcile.report.html.places import claim_anchor, file_link, source_anchor
from reconcile.report.html.tables import table
from reconcile.report.html.view import View
from reconcile.report.index import Index, anchor
from reconcile.report.periods import day_words
from reconcile.report.reading import metric_words, scope_read, value_read
from reconcile.report.shares import percent

_HEAD = ("line", "subject", "what", "says", "read as", "when, on whose word", "rule")


def sources(view: View) -> Markup | None:
    """The sections of all sources, by name; None when there are none."""
    documents = sorted(view.index.documents.values(), key=lambda d: d.id)
    if not documents:
        return None
    made = [_source(view, document) for document in documents]
    return tag("section", tag("h2", "Source by source", id="sources"), made, aria_labelledby="sources")


def _source(view: View, document: Document) -> Markup:
    index = view.index
    name = source_anchor(document.id)
    claims = view.claims.get(document.id, ())
    told = table(f"Claims of {index.names[document.id]}", _HEAD, [_row(document, c) for c in claims])
    return tag(
        "article",
        tag("h3", document.source.title or document.id, id=name),
        _known(index, document),
        _findings(view.findings.get(document.id, ())),
        tag("p", coverage_words(view.coverage[document.id])) if document.id in view.coverage else None,
        tag("details", tag("summary", f"Its claims: {len(claims):,}"), told) if claims else tag("p", "No claims."),
        tag("details", tag("summary", "Its text, with every number and date"), legend(), coverage_map(view, document)),
        class_="card source",
        aria_labelledby=name,
    )


def _known(index: Index, document: Document) -> Markup:
    """Who published it, when, where it is from; unknown things are said to be unknown."""
    told = document.source
    day = "not known" if told.published is None else day_words(told.published)
    origin = f" ({told.published_from})" if told.published is not None and told.published_from else ""
    web = told.url if told.url is not None and told.url.startswith(("https://", "http://")) else None
    entries: list[tuple[str, Child]] = [
        ("file", file_link(index, document.id) or document.id),
        ("publisher", told.publisher),
        ("author", told.author),
        ("published", f"{day}{origin}"),
        ("from", None if told.url is None else tag("a", told.url, href=web, rel="noreferrer") if web else told.url),
        ("copied from", told.origin),
    ]
    return tag("dl", [tag("div", tag("dt", key), tag("dd", value)) for key, value in entries if value])


def _findings(findings: tuple[Finding, ...]) -> Markup:
    links = [tag("li", tag("a", finding.message or finding.title, href=f"#{anchor(finding)}")) for finding in findings]
    if not links:
        return tag("p", "No finding rests on it.")
    return tag("div", tag("p", "Findings that rest on it:"), tag("ul", links))


def coverage_words(part: Coverage) -> str:
    """How much of a text was read, in a sentence."""
    if not part.total:
        return "It holds no number and no date."
    read = part.bound + len(part.excused)
    return (
        f"Of {part.total:,} numbers and dates {part.bound:,} are in a claim, {len(part.excused):,} set aside "
        f"by a rule, {len(part.unread):,} not read: {percent(read, part.total)} accounted for."
    )


def _row(document: Document, claim: Claim) -> list[Child]:
    subject = "" if claim.subject is None else claim.subject.label
    metric = metric_words(claim)
    line = tag("span", str(document.line(claim.span.start)), id=claim_anchor(claim))
    bounds = "; ".join(scope_read(claim, brief=True))
    return [line, subject, metric, f"“{claim.quote}”", value_read(claim), bounds, tag("code", claim.rule)]
