"""A run held against a ledger: what people decided steers it, settles its findings, or is reported as moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from reconcile.errors import Diagnostic
from reconcile.model.claim import Claim
from reconcile.model.decision import Decision
from reconcile.model.document import Document
from reconcile.model.run import Run
from reconcile.model.ties import Ties
from reconcile.pipeline import Pipeline
from reconcile.review.linking import ties
from reconcile.review.moves import locate
from reconcile.review.standing import notes, reviews, standing


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
        return ties(standing(locate(decisions, claims, by_id, stages.pack), today))

    run = stages.run(documents, diagnostics, steer, as_of=as_of)
    located = locate(decisions, run.claims, {d.id: d for d in run.documents}, stages.pack)
    held = reviews(located, run.findings, today)
    problems = (*run.diagnostics, *notes(held, standing(located, today)))
    ordered = tuple(sorted(problems, key=lambda d: (d.where, d.code, d.message)))
    return replace(run, reviews=held, diagnostics=ordered)
