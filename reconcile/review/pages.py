"""The review page as HTML, from the templates in `page/`; every word of an article is escaped on its way in."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from string import Template

from reconcile.model.decision import Decision, Review, State
from reconcile.model.finding import Finding
from reconcile.report.decided import AGAIN, verdict_words
from reconcile.report.periods import day_words
from reconcile.review.desk import Desk
from reconcile.review.passages import Passage, passages
from reconcile.review.proposals import Proposal, proposals

_FOLDER = Path(__file__).parent / "page"


@cache
def part(name: str) -> str:
    """A file of the page: a template, the style or the script."""
    return (_FOLDER / name).read_text(encoding="utf-8")


def page(desk: Desk, token: str) -> str:
    """The whole page."""
    findings = desk.findings
    numbered = list(enumerate(findings, 1))
    return _filled(
        "page.html",
        token=escape(token),
        by=escape(desk.by),
        folder=escape(desk.folder.as_posix()),
        total=str(len(findings)),
        done=str(len(findings) - len(desk.open)),
        list="\n".join(_entry(desk, number, finding) for number, finding in numbered),
        items="\n".join(_item(desk, number, finding) for number, finding in numbered)
        or "<p>Nothing was found that needs a person.</p>",
    )


def _filled(name: str, **values: str) -> str:
    return Template(part(name)).substitute(values)


def _entry(desk: Desk, number: int, finding: Finding) -> str:
    state = "decided" if finding.fingerprint in desk.settled else "open"
    mark = "✓" if state == "decided" else "·"
    return (
        f'<li><a href="#f{number}" data-entry="{escape(finding.fingerprint)}" data-state="{state}">'
        f'<span class="mark" aria-hidden="true">{mark}</span> {escape(finding.message)}'
        f'<span class="hidden state">({state})</span></a></li>'
    )


def _item(desk: Desk, number: int, finding: Finding) -> str:
    decision = desk.settled.get(finding.fingerprint)
    shown = passages(finding, desk.known)
    return _filled(
        "item.html",
        number=str(number),
        finding=escape(finding.fingerprint),
        severity=str(finding.severity),
        code=escape(finding.code),
        title=escape(finding.title),
        message=escape(finding.message),
        before="".join(_before(review) for review in desk.reviews(finding.fingerprint)),
        sides="\n".join(_side(passage) for passage in shown),
        why=escape(finding.why),
        slip=f"<p class='slip'>Likely slip: {escape(finding.slip)}.</p>" if finding.slip else "",
        options="\n".join(_option(n, o.key, o.label) for n, o in enumerate(finding.options, 1)),
        state="" if decision is None else escape(decided_words(decision)),
        reason="" if decision is None else escape(decision.reason),
        trail="\n".join(_steps(passage) for passage in shown),
        rules="\n".join(_rule(p) for p in proposals(finding, desk.known)),
    )


def decided_words(decision: Decision) -> str:
    """A decision in one line."""
    recheck = "" if decision.recheck is None else f", to be looked at again by {day_words(decision.recheck)}"
    said = f"{verdict_words(decision)}: {decision.reason}"
    return f"Decided: {said} ({decision.by}, {day_words(decision.on)}{recheck})"


def _before(review: Review) -> str:
    again = AGAIN.get(review.state)
    if again is None and review.state is not State.KNOWN:
        return ""
    moved = f": {'; '.join(review.moved)}" if review.moved else ""
    words = f"{decided_words(review.decision)}. Now {again}{moved}." if again else decided_words(review.decision)
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
