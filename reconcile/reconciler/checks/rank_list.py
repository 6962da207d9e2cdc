"""Rank and list: whoever has exactly n named ahead is at place n + 1.

"Ranked fifth behind A, B and C" names three, which makes the fourth. The list may be cut short ("behind A and
others"), which is why the finding is a warning, and a rank of no more than n + 1 needs every one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Evidence, Finding, Option
from reconcile.model.value import plain
from reconcile.reconciler.checks.text_finding import make_finding
from reconcile.reconciler.verdicts.findings import ALWAYS, listed
from reconcile.rules.load import Pack

CODE = "RC412"
# One name ahead is a comparison with a rival, not the list of all who lead.
LEAST = 2


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each rank that does not fit the number of those listed ahead of it."""
    for claim in claims:
        rank = misplaced(claim)
        if rank is not None:
            yield _finding(claim, plain(rank), documents[claim.source], pack)


def misplaced(claim: Claim) -> Decimal | None:
    """The rank of a claim, where it does not fit the number of those listed ahead of it."""
    rank = claim.value.low if claim.value is not None and claim.value.is_point else None
    return None if rank is None or len(claim.ahead) < LEAST or rank == len(claim.ahead) + 1 else rank


def _finding(claim: Claim, rank: str, document: Document, pack: Pack) -> Finding:
    n = len(claim.ahead)
    who = claim.subject.label if claim.subject is not None else "It"
    message = f"{who} is placed “{claim.quote}”, but {n} are named ahead: {listed(claim.ahead)}."
    why = f"{n} named ahead make a rank of {n + 1}, not {rank}"
    slip = f"one is missing from the list, or “{claim.quote}” should be place {n + 1}"
    options = (
        Option("keep-a", f"“{claim.quote}” is right (the list is incomplete)"),
        Option("keep-b", f"place {n + 1} is right"),
        *ALWAYS,
    )
    found = make_finding(CODE, (claim,), message, why, pack.policy, slip, "check.rank-list")
    return replace(found, evidence=_evidence(claim, rank, document), options=options)


def _evidence(claim: Claim, rank: str, document: Document) -> tuple[Evidence, ...]:
    placed = Evidence(claim.source, claim.span.start, claim.span.end, claim.quote, f"rank {rank}", claim.id)
    start, end = claim.evidence[0].start, claim.evidence[-1].end
    listed = Evidence(claim.source, start, end, document.text[start:end], f"{len(claim.ahead)} ahead", claim.id)
    return placed, listed
