"""Questions beside the findings: of claims set side by side without a verdict, whether they are of one thing."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.errors import Severity
from reconcile.judge.findings import evidence, fingerprint
from reconcile.model.decision import Judgement, State
from reconcile.model.finding import Finding, Group, Option, Relation
from reconcile.model.mention import Kind
from reconcile.model.run import Run

CODE = "same"
_OPTIONS = (Option(str(Judgement.SAME), "the same thing"), Option(str(Judgement.NOT_SAME), "not the same thing"))


def questions(run: Run) -> tuple[Finding, ...]:
    """One question for each group of several sources that is undecided, but those already answered."""
    answered = {review.decision.finding for review in run.reviews if review.state is State.APPLIED}
    found = (q for group in run.groups if group.verdict is Relation.UNDECIDED for q in _question(run, group))
    return tuple(sorted((q for q in found if q.fingerprint not in answered), key=lambda q: q.fingerprint))


def _question(run: Run, group: Group) -> Iterator[Finding]:
    doubtful = [p for p in group.relations if p.relation is Relation.UNDECIDED]
    named = {name for pair in doubtful for name in (pair.left, pair.right)}
    sides = tuple(c for c in run.claims if c.id in named and c.kind is not Kind.ROLE)
    if len({claim.source for claim in sides}) < 2:
        return
    yield Finding(
        code=CODE,
        title="one thing or two",
        severity=Severity.NOTE,
        verdict=Relation.UNDECIDED,
        message=f"Are these of one thing: {group.about}?",
        why=doubtful[0].why,
        group=group.id,
        slip=None,
        evidence=tuple(evidence(claim) for claim in sides),
        options=_OPTIONS,
        fingerprint=fingerprint(CODE, sides),
        trail=tuple(dict.fromkeys(step for claim in sides for step in claim.trail)),
    )
