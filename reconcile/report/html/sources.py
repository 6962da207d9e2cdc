"""A section for each source: what is known of it, what it says, where it is contradicted, how much of it was read.

The article's own text with each numeral and date marked: in a claim, set aside by a rule, or not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.run import Coverage
from reconcile.model.span import Span
from reconcile.report.counts import percent
from reconcile.report.element import Child, Markup, markup, tag, verbatim
from reconcile.report.html.tables import table
from reconcile.report.html.view import View, claim_anchor, file_link, links_to, source_anchor
from reconcile.report.index import Index
from reconcile.report.periods import day_words
from reconcile.report.reading import metric_words, scope_read, skip_reason_words, value_read

CLAIMED, SKIPPED, UNREAD = "bound", "excused", "unread"
_STATE_WORDS = {CLAIMED: "in a claim", SKIPPED: "set aside", UNREAD: "not read"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text, its state, the rule that read it or set it aside, and the claim it is the value of."""

    span: Span
    state: str
    rule: str
    claim: Claim | None = None


def coverage_map(view: View, document: Document) -> Markup:
    """The text, marked; the same facts stand beside each mark for those who do not see colours."""
    parts: list[Markup] = []
    at = 0
    for mark in coverage_marks(view, document):
        parts += (verbatim(document.text[at : mark.span.start]), _shown(document.text, mark))
        at = mark.span.end
    return tag("div", *parts, verbatim(document.text[at:]), class_="article")


def legend() -> Markup:
    """What the marks look like."""
    words = {CLAIMED: "in a claim", SKIPPED: "set aside by a rule", UNREAD: "not read"}
    shown = [(tag("mark", text, class_=state), " ") for state, text in words.items()]
    return tag("p", "Numbers and dates: ", shown, class_="legend")


def coverage_marks(view: View, document: Document) -> tuple[Mark, ...]:
    """The marks of a text in order, none inside another: of two that overlap the first, and the longer."""
    marks = sorted(_all(view, document), key=lambda m: (m.span.start, -m.span.end, m.claim is None, m.rule))
    out: list[Mark] = []
    for mark in marks:
        if mark.span.start < mark.span.end and (not out or mark.span.start >= out[-1].span.end):
            out.append(mark)
    return tuple(out)


def _all(view: View, document: Document) -> Iterator[Mark]:
    claimed = {claim.span: claim for claim in view.claims.get(document.id, ())}
    yield from (Mark(span, CLAIMED, claim.rule, claim) for span, claim in claimed.items())
    part = view.coverage.get(document.id)
    if part is not None:
        rules = {mention.span: mention.rule for mention in view.index.run.mentions.get(document.id, ())}
        yield from (Mark(span, CLAIMED, rules.get(span, "")) for span in part.places if span not in claimed)
        yield from (Mark(item.span, SKIPPED, skip_reason_words(item.skip_rule or "")) for item in part.skipped)
        yield from (Mark(item.span, UNREAD, "no rule") for item in part.unread)


def _shown(text: str, mark: Mark) -> Markup:
    title = f"{_STATE_WORDS[mark.state]}: {mark.rule}" if mark.rule else _STATE_WORDS[mark.state]
    words = verbatim(text[mark.span.start : mark.span.end])
    inner = words if mark.claim is None else tag("a", words, href=f"#{claim_anchor(mark.claim)}")
    note = tag("span", f" ({title})", class_="unseen")
    return tag("mark", markup((inner, note)), class_=mark.state, title=title)


_HEAD = ("line", "subject", "what", "says", "read as", "when, on whose word", "rule")


def sources(view: View) -> Markup | None:
    """The sections of all sources, by name; None when there are none."""
    made = [_source(view, document) for document in view.index.documents.values()]
    if not made:
        return None
    return tag("section", tag("h2", "Source by source", id="sources"), made, aria_labelledby="sources")


def _source(view: View, document: Document) -> Markup:
    index = view.index
    name = source_anchor(document.id)
    claims = view.claims.get(document.id, ())
    claim_table = table(f"Claims of {index.names[document.id]}", _HEAD, [_row(document, c) for c in claims])
    return tag(
        "article",
        tag("h3", document.source.title or document.id, id=name),
        _known(index, document),
        _findings(view.findings.get(document.id, ())),
        tag("p", coverage_words(view.coverage[document.id])) if document.id in view.coverage else None,
        tag("details", tag("summary", f"Its claims: {len(claims):,}"), claim_table)
        if claims
        else tag("p", "No claims."),
        tag("details", tag("summary", "Its text, with every number and date"), legend(), coverage_map(view, document)),
        class_="card source",
        aria_labelledby=name,
    )


def _known(index: Index, document: Document) -> Markup:
    """Who published it, when, where it is from; unknown things are said to be unknown."""
    source = document.source
    day = "not known" if source.published is None else day_words(source.published)
    origin = f" ({source.published_from})" if source.published is not None and source.published_from else ""
    web = source.url if source.url is not None and source.url.startswith(("https://", "http://")) else None
    entries: list[tuple[str, Child]] = [
        ("file", file_link(index, document.id) or document.id),
        ("publisher", source.publisher),
        ("author", source.author),
        ("published", f"{day}{origin}"),
        (
            "from",
            None if source.url is None else tag("a", source.url, href=web, rel="noreferrer") if web else source.url,
        ),
        ("copied from", source.origin),
    ]
    return tag("dl", [tag("div", tag("dt", key), tag("dd", value)) for key, value in entries if value])


def _findings(findings: tuple[Finding, ...]) -> Markup:
    links = links_to(findings)
    if links is None:
        return tag("p", "No finding rests on it.")
    return tag("div", tag("p", "Findings that rest on it:"), links)


def coverage_words(part: Coverage) -> str:
    """How much of a text was read, in a sentence."""
    if not part.total:
        return "It holds no number and no date."
    return (
        f"Of {part.total:,} numbers and dates {part.claimed:,} are in a claim, {len(part.skipped):,} set aside "
        f"by a rule, {len(part.unread):,} not read: {percent(part.accounted, part.total)} accounted for."
    )


def _row(document: Document, claim: Claim) -> list[Child]:
    subject = "" if claim.subject is None else claim.subject.label
    metric = metric_words(claim)
    line = tag("span", str(document.line(claim.span.start)), id=claim_anchor(claim))
    bounds = "; ".join(scope_read(claim, brief=True))
    return [line, subject, metric, f"“{claim.quote}”", value_read(claim), bounds, tag("code", claim.rule)]
