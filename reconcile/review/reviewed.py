"""A run held against a ledger: what people decided steers it, settles its findings, or is reported as moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from reconcile.errors import Diagnostic
from reconcile.guard import failure, without_failing
from reconcile.model.claim import Claim
from reconcile.model.decision import Decision, Review
from reconcile.model.document import Document
from reconcile.model.run import Run
from reconcile.model.ties import Ties
from reconcile.pipeline import Pipeline
from reconcile.review.ledger import FAILED
from reconcile.review.linking import ties
from reconcile.review.moves import locate
from reconcile.review.standing import notes, reviews, standing
from reconcile.rules.load import Pack


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

    def steer(claims: tuple[Claim, ...], by_id: Mapping[str, Document]) -> Ties:
        return without_failing(decisions, partial(_ties, claims, by_id, stages.pack, today), _failed)[0]

    run = stages.run(documents, diagnostics, steer, as_of=as_of)
    (held, told), failed = without_failing(decisions, partial(_held, run, stages.pack, today), _failed)
    ordered = tuple(sorted((*run.diagnostics, *told, *failed), key=lambda d: (d.where, d.code, d.message)))
    return replace(run, reviews=held, diagnostics=ordered)


def _ties(
    claims: tuple[Claim, ...], by_id: Mapping[str, Document], pack: Pack, today: date, decisions: tuple[Decision, ...]
) -> Ties:
    """Which claims those decisions that stand make one thing or two."""
    return ties(standing(locate(decisions, claims, by_id, pack), today))


def _held(
    run: Run, pack: Pack, today: date, decisions: tuple[Decision, ...]
) -> tuple[tuple[Review, ...], tuple[Diagnostic, ...]]:
    """The reviews of decisions held against a run, and what a reader must be told of them.

    What they tie is asked again here, so that a decision on which that failed is found and told.
    """
    by_id = {d.id: d for d in run.documents}
    _ties(run.claims, by_id, pack, today, decisions)
    located = locate(decisions, run.claims, by_id, pack)
    held = reviews(located, run.findings, today)
    return held, tuple(notes(held, standing(located, today)))


def _failed(error: Exception, decision: Decision) -> Diagnostic:
    return failure(error, FAILED, "holding this decision against the articles, which is left out", decision.where)
