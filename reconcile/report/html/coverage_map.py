"""The article's own text with each numeral and date marked: in a claim, set aside by a rule, or not read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.span import Span
from reconcile.report.element import Markup, markup, tag, verbatim
from reconcile.report.excuses import excuse_words
from reconcile.report.html.places import claim_anchor
from reconcile.report.html.view import View

BOUND, EXCUSED, UNREAD = "bound", "excused", "unread"
_TOLD = {BOUND: "in a claim", EXCUSED: "set aside", UNREAD: "not read"}


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
    for mark in marks(view, document):
        parts += (verbatim(document.text[at : mark.span.start]), _shown(document.text, mark))
        at = mark.span.end
    return tag("div", *parts, verbatim(document.text[at:]), class_="article")


def legend() -> Markup:
    """What the marks look like."""
    words = {BOUND: "in a claim", EXCUSED: "set aside by a rule", UNREAD: "not read"}
    shown = [(tag("mark", text, class_=state), " ") for state, text in words.items()]
    return tag("p", "Numbers and dates: ", shown, class_="legend")


def marks(view: View, document: Document) -> tuple[Mark, ...]:
    """The marks of a text in order, none inside another: of two that overlap the first, and the longer."""
    found = sorted(_all(view, document), key=lambda m: (m.span.start, -m.span.end, m.claim is None, m.rule))
    out: list[Mark] = []
    for mark in found:
        if mark.span.start < mark.span.end and (not out or mark.span.start >= out[-1].span.end):
            out.append(mark)
    return tuple(out)


def _all(view: View, document: Document) -> Iterator[Mark]:
    claimed = {claim.span: claim for claim in view.claims.get(document.id, ())}
    yield from (Mark(span, BOUND, claim.rule, claim) for span, claim in claimed.items())
    part = view.coverage.get(document.id)
    if part is not None:
        rules = {mention.span: mention.rule for mention in view.index.run.mentions.get(document.id, ())}
        yield from (Mark(span, BOUND, rules.get(span, "")) for span in part.places if span not in claimed)
        yield from (Mark(item.span, EXCUSED, excuse_words(item.excuse or "")) for item in part.excused)
        yield from (Mark(item.span, UNREAD, "no rule") for item in part.unread)


def _shown(text: str, mark: Mark) -> Markup:
    told = f"{_TOLD[mark.state]}: {mark.rule}" if mark.rule else _TOLD[mark.state]
    words = verbatim(text[mark.span.start : mark.span.end])
    inner = words if mark.claim is None else tag("a", words, href=f"#{claim_anchor(mark.claim)}")
    note = tag("span", f" ({told})", class_="unseen")
    return tag("mark", markup((inner, note)), class_=mark.state, title=told)
