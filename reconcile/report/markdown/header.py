"""The top of the page: what was read, what was found, and the way to each finding."""

from __future__ import annotations

from collections import Counter

from reconcile.errors import Severity
from reconcile.model.decision import State
from reconcile.model.finding import Finding
from reconcile.model.run import Run
from reconcile.report.escape import escape
from reconcile.report.index import Index, anchor
from reconcile.report.order import sources


def header(index: Index) -> list[str]:
    """Title, counts, and the index of findings."""
    run = index.run
    lines = ["# Reconciliation report", "", _counts(index), ""]
    if not index.findings:
        return [*lines, _nothing(run), ""]
    open_ = tuple(f for f in index.findings if state_of(index, f) is None)
    if open_:
        lines += [f"**{_tally(open_)}**, most consequential first:", ""]
        lines += [_entry(n, finding) for n, finding in enumerate(open_, 1)]
        lines += [""]
    for state, words in ((State.KNOWN, "known before, not judged yet"), (State.DECIDED, "decided by a person")):
        those = [f for f in index.findings if state_of(index, f) is state]
        ways = ", ".join(f"[{escape(f.code)}](#{anchor(f)})" for f in those)
        lines += [f"{counted(len(those), 'finding')} {words}: {ways}.", ""] if those else []
    return lines


def state_of(index: Index, finding: Finding) -> State | None:
    """Whether a finding is decided or known from a baseline; None when it is open."""
    review = index.settled.get(finding.fingerprint)
    return None if review is None else review.state


def counted(n: int, noun: str) -> str:
    """A count with its noun: "1 source", "3 sources"."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def between(finding: Finding) -> str:
    """How far a finding reaches: "within one source", "between 2 sources"."""
    n = len(sources(finding))
    return "within one source" if n <= 1 else f"between {n} sources"


def _counts(index: Index) -> str:
    run = index.run
    parts = [counted(len(run.documents), "source"), counted(len(run.claims), "claim")]
    if len(run.documents) > 1:
        parts.append(f"{counted(len(index.shared()), 'fact')} of two sources or more")
    seen = sum(c.total for c in run.coverage)
    if seen:
        unread = sum(len(c.unread) for c in run.coverage)
        parts.append(
            f"{counted(seen, 'number or date').replace('number or dates', 'numbers and dates')} seen, {unread:,} unread"
        )
    return " · ".join(parts)


def _tally(findings: tuple[Finding, ...]) -> str:
    by = Counter(finding.severity for finding in findings)
    parts = [counted(by[severity], severity) for severity in reversed(Severity) if by[severity]]
    return f"{counted(len(findings), 'finding')} for a person to decide: {', '.join(parts)}"


def _nothing(run: Run) -> str:
    if not run.documents:
        return "No source was given, so nothing was compared."
    if not run.claims:
        return "No claim was found in what was read, so nothing was compared."
    return "**Nothing for a person to decide:** no two claims were found that cannot stand together."


def _entry(n: int, finding: Finding) -> str:
    what = escape(finding.message) or escape(finding.title)
    return f"{n}. {finding.severity}: [{what}](#{anchor(finding)}) ({between(finding)})"
