"""What people decided: the findings it settles, what it put together or told apart, and what is open again."""

from __future__ import annotations

from reconcile.model.decision import Review, State
from reconcile.report.decided import AGAIN, verdict_words
from reconcile.report.escape import bold, escape
from reconcile.report.index import Index
from reconcile.report.periods import day_words


def decided_line(review: Review) -> str:
    """A decision on one line: what, why, who, when, and until when."""
    decision = review.decision
    recheck = "" if decision.recheck is None else f"; to be looked at again by {day_words(decision.recheck)}"
    by = f"{escape(decision.by)}, {day_words(decision.on)}{recheck}"
    return f"{bold(verdict_words(decision))}: {escape(decision.reason)} ({by})"


def before_lines(index: Index, fingerprint: str) -> list[str]:
    """Of an open finding, the decisions that no longer stand, and what moved."""
    lines: list[str] = []
    for review in index.run.reviews:
        if fingerprint in review.findings and review.state in AGAIN:
            moved = f": {escape('; '.join(review.moved))}" if review.moved else ""
            lines += [f"Decided before: {decided_line(review)}. Now {AGAIN[review.state]}{moved}.", ""]
    return lines


def applied(index: Index) -> list[str]:
    """The decisions by which claims were put together or told apart; nothing when there are none."""
    held = [review for review in index.run.reviews if review.state is State.APPLIED]
    if not held:
        return []
    lines = [f"- {escape(review.decision.about)} {decided_line(review)}" for review in held]
    return ["## Put together or told apart by a person", "", *lines, ""]
