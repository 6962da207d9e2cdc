"""On how many independent origins a group rests, what speaks for each value, and how a number came down the line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from reconcile.judge.origins import Origins, Parts
from reconcile.judge.ways import Way, ways
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Support


class Backed(NamedTuple):
    """A way with the number of independent origins that give it."""

    way: Way
    origins: int


def support(parts: Parts, documents: Mapping[str, Document]) -> Support:
    """`reference` where a declared fact is among them, `single` for one source, `echo` when all copy one origin."""
    sources = {claim.source for part in parts for claim in part}
    if len(sources) > 1 and any(documents[source].source.declared for source in sources):
        return Support.REFERENCE
    if len(sources) < 2:
        return Support.SINGLE
    return Support.CORROBORATED if len(parts) > 1 else Support.ECHO


def backed(claims: Iterable[Claim], origins: Origins, documents: Mapping[str, Document]) -> tuple[Backed, ...]:
    """The ways a value is given, the one with most independent support first; of equals the one given first."""
    claims = sorted(claims, key=lambda c: _given(c, documents))
    found = [Backed(way, len(origins.parts(way.claims))) for way in ways(claims)]
    return tuple(sorted(found, key=lambda b: -b.origins))


def path(parts: Parts, documents: Mapping[str, Document]) -> tuple[str, ...]:
    """How a number that several sources copy was written, first to last, and where its hedge was lost.

    Only for sources whose days of publication are known; one clause a source.
    """
    out: list[str] = []
    for part in parts:
        dated = sorted((c for c in part if documents[c.source].source.published), key=lambda c: _given(c, documents))
        out.extend(_steps(dated, documents))
    return tuple(out)


def _steps(dated: list[Claim], documents: Mapping[str, Document]) -> Iterable[str]:
    if len({c.source for c in dated}) < 2:
        return
    before: Claim | None = None
    for claim in dated:
        day = documents[claim.source].source.published
        lost = before is not None and _hedged(before) and not _hedged(claim) and _day(before, documents) != day
        quote = " ".join(claim.quote.split())
        yield f"{claim.source} ({day}): “{quote}”{', the hedge is lost' if lost else ''}"
        before = claim


def _hedged(claim: Claim) -> bool:
    return claim.hedge is not None


def _day(claim: Claim, documents: Mapping[str, Document]) -> date | None:
    return documents[claim.source].source.published


def _given(claim: Claim, documents: Mapping[str, Document]) -> tuple[date, str, int, str]:
    """When a claim was made: by day of publication, in one file by line."""
    document = documents[claim.source]
    day = document.source.published or date.max
    return day, document.path or "", document.line(claim.span.start), claim.id
