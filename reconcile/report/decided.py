"""What people decided, in plain words."""

from __future__ import annotations

from reconcile.model.decision import Decision, Judgement, Review, State
from reconcile.report.periods import day_words

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


def decision_words(review: Review) -> str:
    """What was decided, why, by whom, when, and until when."""
    decision = review.decision
    recheck = "" if decision.recheck is None else f"; to be looked at again by {day_words(decision.recheck)}"
    return f"{verdict_words(decision)}: {decision.reason} ({decision.by}, {day_words(decision.on)}{recheck})"
