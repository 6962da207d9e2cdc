"""Counts and decisions in words, the same in every format: what was read, found and decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from reconcile.errors import Severity
from reconcile.model.decision import Decision, Judgement, Review, State
from reconcile.model.finding import Finding
from reconcile.model.run import Run, whole_percent
from reconcile.report.index import Index, sources
from reconcile.report.periods import day_words


def counted(n: int, noun: str) -> str:
    """A count with its noun: "1 source", "3 sources"."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def between(finding: Finding) -> str:
    """How far a finding reaches: "within one source", "between 2 sources"."""
    n = len(sources(finding))
    return "within one source" if n <= 1 else f"between {n} sources"


def read_counts(index: Index) -> str:
    """What was read: sources, claims, facts of several sources, numbers and dates."""
    run = index.run
    parts = [counted(len(run.documents), "source"), counted(len(run.claims), "claim")]
    if len(run.documents) > 1:
        parts.append(f"{counted(len(index.shared()), 'fact')} of two sources or more")
    seen = sum(c.total for c in run.coverage)
    if seen:
        unread = sum(len(c.unread) for c in run.coverage)
        numbers = "1 number or date" if seen == 1 else f"{seen:,} numbers and dates"
        parts.append(f"{numbers} seen, {unread:,} unread")
    if run.unread_files:
        parts.append(f"{counted(len(run.unread_files), 'file')} not read")
    return " · ".join(parts)


def tally(waiting: Sequence[Finding]) -> str:
    """How many findings wait for a person, by severity."""
    by = Counter(finding.severity for finding in waiting)
    parts = [counted(by[severity], severity) for severity in reversed(Severity) if by[severity]]
    return f"{counted(len(waiting), 'finding')} for a person to decide{': ' if parts else ''}{', '.join(parts)}"


def summary(index: Index) -> str:
    """What was found in one line: what waits for a person, and what is decided."""
    if not index.findings:
        return nothing(index.run)
    waiting = f"{tally(index.waiting)}{', most consequential first' if index.waiting else ''}"
    settled = ((index.decided, "decided"), (index.known, "known before"))
    return f"{'; '.join((waiting, *(f'{len(those):,} {state}' for those, state in settled if those)))}."


# So many files are named at the head of a report; all of them stand with its diagnostics.
MOST_FILES = 20


def unread_heading(run: Run) -> str:
    """How many files were not read, or not all of them, and what that means; empty where all were read."""
    files = run.unread_files
    them = "it" if len(files) == 1 else "them"
    return (
        f"{counted(len(files), 'file')} not read, or not all of {them}, so this report is incomplete" if files else ""
    )


def unread_lines(run: Run) -> tuple[str, ...]:
    """The files that were not read, each with the reason, and how many more there are."""
    files = run.unread_files
    more = (f"and {counted(len(files) - MOST_FILES, 'more file')}",) if len(files) > MOST_FILES else ()
    return (*(f"{file.path}: {file.why}" for file in files[:MOST_FILES]), *more)


def nothing(run: Run) -> str:
    """Why a run without findings has none."""
    if not run.documents:
        return "No source was given, so nothing was compared."
    if not run.claims:
        return "No claim was found in what was read, so nothing was compared."
    read = " in what was read" if run.unread_files else ""
    return f"Nothing for a person to decide{read}: no two claims were found that cannot stand together."


_WORDS = {
    Judgement.BOTH_STAND: "both stand",
    Judgement.SAME: "the same thing",
    Judgement.NOT_SAME: "not the same thing",
    Judgement.TOOL_WRONG: "the tool misread this",
    Judgement.KNOWN: "not judged yet",
}
AGAIN = {
    State.REOPENED: "open again",
    State.EXPIRED: "to be looked at again",
    State.DISPUTED: "disputed by another reviewer",
}


def verdict_words(decision: Decision) -> str:
    """What was decided, in words."""
    return decision.keeps or _WORDS.get(decision.verdict, str(decision.verdict))


def decision_words(decision: Decision, strong: Callable[[str], str] = str, safe: Callable[[str], str] = str) -> str:
    """What was decided, why, by whom, when, and until when.

    `strong` sets the verdict off in the mark-up of a format, `safe` makes a person's words harmless in it.
    """
    recheck = "" if decision.recheck is None else f"; to be looked at again by {day_words(decision.recheck)}"
    by = f"{safe(decision.by)}, {day_words(decision.on)}{recheck}"
    return f"{strong(verdict_words(decision))}: {safe(decision.reason)} ({by})"


def lapsed(index: Index, finding: Finding) -> tuple[Review, ...]:
    """The decisions on a finding that no longer stand."""
    return tuple(r for r in index.run.reviews if finding.fingerprint in r.findings and r.state in AGAIN)


def lapsed_words(review: Review, strong: Callable[[str], str] = str, safe: Callable[[str], str] = str) -> str:
    """Of a decision that no longer stands, what it was and what changed since."""
    changes = f": {safe('; '.join(review.changes))}" if review.changes else ""
    before = decision_words(review.decision, strong, safe)
    return f"Decided before: {before}. Now {AGAIN[review.state]}{changes}."


def percent(part: int, whole: int) -> str:
    """A share in whole percent, rounded down, so that 100% means all of it.

    >>> percent(199, 200)
    '99%'
    """
    share = whole_percent(part, whole)
    return "–" if share is None else f"{share}%"
