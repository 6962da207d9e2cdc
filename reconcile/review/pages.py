"""The review page as HTML, from the templates in `page/`; every word of an article is escaped on its way in.

The passages of a finding, to be read side by side: each sentence with a little around it, the value marked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from reconcile.model.claim import Claim, Step
from reconcile.model.decision import Decision, Review, State
from reconcile.model.finding import Evidence, Finding
from reconcile.report.counts import AGAIN, decision_words, lapsed_words
from reconcile.report.reading import source_words
from reconcile.report.view_model import side_read
from reconcile.review.deciding import Lookup
from reconcile.review.proposals import Proposal, proposals
from reconcile.review.session import ReviewSession

# So many code points before and after the sentence are shown with it, and of a sentence at most so many.
CONTEXT_CHARACTERS = 160
LONGEST_CHARACTERS = 1200


@dataclass(frozen=True, slots=True)
class Passage:
    """One side of a finding as a reader sees it: three stretches of text, of which the middle one is the value."""

    where: str
    who: str
    before: str
    quote: str
    after: str
    read_as: tuple[str, ...]
    trail: tuple[Step, ...]


def passages(finding: Finding, known: Lookup) -> tuple[Passage, ...]:
    """The passages of a finding, one a side, in its order."""
    return tuple(_passage(side, known.claims.get(side.claim or ""), known) for side in finding.evidence)


def _passage(side: Evidence, claim: Claim | None, known: Lookup) -> Passage:
    document = known.documents.get(side.source)
    trail = () if claim is None else claim.trail
    if document is None:
        return Passage(side.source, "", "", side.quote, "", tuple(side_read(side, claim)), trail)
    start, end = claim.sentence if claim is not None else (side.start, side.end)
    first, last = _stretch(
        document.text, max(start - CONTEXT_CHARACTERS, side.start - LONGEST_CHARACTERS), end + CONTEXT_CHARACTERS, side
    )
    return Passage(
        where=f"{side.source}:{document.line(side.start)}",
        who=source_words(document.source),
        before=("… " if first else "") + document.text[first : side.start],
        quote=document.text[side.start : side.end],
        after=document.text[side.end : last] + (" …" if last < len(document.text) else ""),
        read_as=tuple(side_read(side, claim)),
        trail=trail,
    )


def _stretch(text: str, first: int, last: int, side: Evidence) -> tuple[int, int]:
    """From `first` to `last`, within the text and cut between words: each end moves inwards to the next blank."""
    first, last = max(first, 0), min(last, len(text), side.end + LONGEST_CHARACTERS)
    if first:
        blank = next((i for i in range(first, side.start) if text[i].isspace()), None)
        first = first if blank is None else blank + 1
    if last < len(text):
        last = next((i for i in range(last, side.end, -1) if text[i].isspace()), last)
    return first, last


_FOLDER = Path(__file__).parent / "page"


@cache
def part(name: str) -> str:
    """A file of the page: a template, the style or the script."""
    return (_FOLDER / name).read_text(encoding="utf-8")


def page(session: ReviewSession, token: str) -> str:
    """The whole page."""
    findings = session.findings
    numbered = list(enumerate(findings, 1))
    return _filled(
        "page.html",
        token=escape(token),
        by=escape(session.by),
        folder=escape(session.folder.as_posix()),
        total=str(len(findings)),
        done=str(len(findings) - len(session.open)),
        list="\n".join(_entry(session, number, finding) for number, finding in numbered),
        items="\n".join(_item(session, number, finding) for number, finding in numbered)
        or "<p>Nothing was found that needs a person.</p>",
    )


def _filled(name: str, **values: str) -> str:
    return Template(part(name)).substitute(values)


def _entry(session: ReviewSession, number: int, finding: Finding) -> str:
    state = "decided" if finding.fingerprint in session.settled else "open"
    mark = "✓" if state == "decided" else "·"
    return (
        f'<li><a href="#f{number}" data-entry="{escape(finding.fingerprint)}" data-state="{state}">'
        f'<span class="mark" aria-hidden="true">{mark}</span> {escape(finding.message)}'
        f'<span class="hidden state">({state})</span></a></li>'
    )


def _item(session: ReviewSession, number: int, finding: Finding) -> str:
    decision = session.settled.get(finding.fingerprint)
    shown = passages(finding, session.known)
    return _filled(
        "item.html",
        number=str(number),
        finding=escape(finding.fingerprint),
        severity=str(finding.severity),
        code=escape(finding.code),
        title=escape(finding.title),
        message=escape(finding.message),
        before="".join(_before(review) for review in session.reviews(finding.fingerprint)),
        sides="\n".join(_side(passage) for passage in shown),
        why=escape(finding.why),
        slip=f"<p class='slip'>Likely slip: {escape(finding.slip)}.</p>" if finding.slip else "",
        options="\n".join(_option(n, o.key, o.label) for n, o in enumerate(finding.options, 1)),
        state="" if decision is None else escape(decided_words(decision)),
        reason="" if decision is None else escape(decision.reason),
        trail="\n".join(_steps(passage) for passage in shown),
        rules="\n".join(_rule(p) for p in proposals(finding, session.known)),
    )


def decided_words(decision: Decision) -> str:
    """A decision in one line."""
    return f"Decided: {decision_words(decision)}"


def _before(review: Review) -> str:
    if review.state in AGAIN:
        words = lapsed_words(review)
    elif review.state is State.KNOWN:
        words = decided_words(review.decision)
    else:
        return ""
    return f'<p class="before">{escape(words)}</p>'


def _side(passage: Passage) -> str:
    return _filled(
        "side.html",
        where=escape(passage.where),
        who=escape(passage.who),
        before=escape(passage.before),
        quote=escape(passage.quote),
        after=escape(passage.after),
        read_as="; ".join(escape(part) for part in passage.read_as),
    )


def _option(number: int, key: str, label: str) -> str:
    return f'<li><button type="button" data-option="{escape(key)}"><kbd>{number}</kbd> {escape(label)}</button></li>'


def _steps(passage: Passage) -> str:
    steps = "".join(f"<li><code>{escape(s.rule)}</code> {escape(s.note)}</li>" for s in passage.trail)
    return f"<h4>{escape(passage.where)}: “{escape(passage.quote)}”</h4><ol>{steps}</ol>"


def _rule(proposal: Proposal) -> str:
    return f'<li><button type="button" data-proposal="{escape(proposal.key)}">{escape(proposal.label)}</button></li>'
