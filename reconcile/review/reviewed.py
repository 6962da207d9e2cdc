"""A run held against a ledger: what people decided steers it, settles its findings, or is reported as moved.

Questions beside the findings: of claims set side by side without a verdict, whether they are of one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from reconcile.errors import Diagnostic, Severity
from reconcile.guard import failure, without_failing
from reconcile.model.claim import Claim
from reconcile.model.decision import Constraints, Decision, Judgement, Review, State
from reconcile.model.document import Document
from reconcile.model.finding import Finding, Group, Option, Relation
from reconcile.model.mention import Kind
from reconcile.model.run import Run
from reconcile.pipeline import Pipeline
from reconcile.reconciler.verdicts.findings import evidence, fingerprint, joint_trail
from reconcile.review.deciding import locate
from reconcile.review.decision_status import decision_constraints, notes, reviews, standing_decisions
from reconcile.review.ledger import FAILED
from reconcile.rules.load import Pack

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
        trail=joint_trail(sides),
    )


def reviewed(
    stages: Pipeline,
    documents: Iterable[Document],
    diagnostics: Iterable[Diagnostic],
    decisions: Iterable[Decision],
    today: date,
    *,
    as_of: date | None = None,
) -> Run:
    """The run with its reviews; re-check days are held against `today`, declared facts against `as_of`."""
    decisions = tuple(decisions)
    if not decisions:
        return stages.run(documents, diagnostics, as_of=as_of)

    def constraint_source(claims: tuple[Claim, ...], by_id: Mapping[str, Document]) -> Constraints:
        return without_failing(decisions, partial(_ties, claims, by_id, stages.pack, today), _failed)[0]

    run = stages.run(documents, diagnostics, constraint_source, as_of=as_of)
    (run_reviews, notes_of_run), failed = without_failing(
        decisions, partial(_review_run, run, stages.pack, today), _failed
    )
    ordered = tuple(sorted((*run.diagnostics, *notes_of_run, *failed), key=lambda d: (d.where, d.code, d.message)))
    return replace(run, reviews=run_reviews, diagnostics=ordered)


def _ties(
    claims: tuple[Claim, ...], by_id: Mapping[str, Document], pack: Pack, today: date, decisions: tuple[Decision, ...]
) -> Constraints:
    """Which claims those decisions that stand make one thing or two."""
    return decision_constraints(standing_decisions(locate(decisions, claims, by_id, pack), today))


def _review_run(
    run: Run, pack: Pack, today: date, decisions: tuple[Decision, ...]
) -> tuple[tuple[Review, ...], tuple[Diagnostic, ...]]:
    """The reviews of decisions held against a run, and what a reader must be told of them.

    What they tie is asked again here, so that a decision on which that failed is found and told.
    """
    by_id = {d.id: d for d in run.documents}
    _ties(run.claims, by_id, pack, today, decisions)
    located = locate(decisions, run.claims, by_id, pack)
    held = reviews(located, run.findings, today)
    return held, tuple(notes(held, standing_decisions(located, today)))


def _failed(error: Exception, decision: Decision) -> Diagnostic:
    return failure(error, FAILED, "holding this decision against the articles, which is left out", decision.where)
