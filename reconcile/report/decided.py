"""Decisions in plain words, for formats that have no mark-up."""

from __future__ import annotations

from reconcile.model.decision import Review
from reconcile.report.markdown.decisions import verdict_words
from reconcile.report.periods import day_words


def decision_words(review: Review) -> str:
    """What was decided, why, by whom, when, and until when."""
    decision = review.decision
    recheck = "" if decision.recheck is None else f"; to be looked at again by {day_words(decision.recheck)}"
    return f"{verdict_words(decision)}: {decision.reason} ({decision.by}, {day_words(decision.on)}{recheck})"
