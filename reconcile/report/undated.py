"""Mentions of time that have no place on the calendar, each with what the diagnostics say of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from reconcile.errors import Diagnostic
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.mention import Mention, TimexType
from reconcile.report.index import Index


@dataclass(frozen=True, slots=True)
class Undated:
    """`rows`: source, mention and the messages on it, in order; `told`: the diagnostics that these messages are of."""

    rows: tuple[tuple[str, Mention, tuple[str, ...]], ...]
    told: frozenset[Diagnostic]


def undated_in(index: Index) -> Undated:
    """The undated mentions of a run; a diagnostic on a claim that rests on one is told beside it."""
    by_place: dict[str, list[Diagnostic]] = {}
    for diagnostic in index.run.diagnostics:
        by_place.setdefault(diagnostic.where, []).append(diagnostic)
    rows: list[tuple[str, Mention, tuple[str, ...]]] = []
    told: set[Diagnostic] = set()
    open_claims = _open_claims(index)
    for source, mentions in sorted(index.run.mentions.items()):
        undated = sorted((m for m in mentions if _is_undated(m)), key=lambda m: m.span)
        places = _places(index.documents.get(source), undated, open_claims.get(source, ()))
        for mention, wheres in zip(undated, places, strict=True):
            found = [d for where in wheres for d in by_place.get(where, ()) if d not in told]
            told.update(found)
            rows.append((source, mention, tuple(dict.fromkeys(d.message for d in found))))
    return Undated(tuple(rows), frozenset(told))


def _is_undated(mention: Mention) -> bool:
    timex = mention.timex
    if timex is None or timex.type in (TimexType.DURATION, TimexType.SET):
        return False
    if timex.value is not None and timex.value.endswith("_REF"):
        # "now", "in the future": no day is meant, so none is missing
        return False
    return timex.period is None or not timex.period.is_resolved


def _open_claims(index: Index) -> dict[str, list[Claim]]:
    """By source, the claims whose period has no place on the calendar."""
    found: dict[str, list[Claim]] = {}
    for claim in index.run.claims:
        if claim.period is not None and not claim.period.is_resolved:
            found.setdefault(claim.source, []).append(claim)
    return found


def _places(document: Document | None, undated: list[Mention], claims: Iterable[Claim]) -> list[list[str]]:
    """For each mention its own place, and those of the claims in whose sentence it is the first undated one."""
    places: list[list[str]] = [[] for _ in undated]
    if document is not None:
        starts = [mention.span.start for mention in undated]
        for start, own in zip(starts, places, strict=True):
            own.append(document.where(start))
        for claim in claims:
            first = bisect_left(starts, claim.sentence.start)
            if first < len(starts) and starts[first] < claim.sentence.end:
                places[first].append(document.where(claim.span.start))
    return places
