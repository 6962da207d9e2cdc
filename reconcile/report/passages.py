"""The passages a finding rests on: each sentence once, with what is marked in it and how that was read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reconcile.model.claim import Claim
from reconcile.model.finding import Evidence, Finding
from reconcile.model.span import Span
from reconcile.report.index import Index
from reconcile.report.reading import normal_read, other_readings, said_of, scope_read


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a source with its `marks`; `quote` stands in where the text is not at hand; `read` is in words."""

    source: str
    sentence: Span
    marks: tuple[Span, ...]
    quote: str
    read: tuple[str, ...]

    @property
    def start(self) -> int:
        """Where the first mark begins, for citing."""
        return min(mark.start for mark in self.marks)


def passages(index: Index, finding: Finding) -> tuple[Passage, ...]:
    """One passage a sentence, in the order of the evidence: several sides that stand in one sentence share it."""
    sides: dict[tuple[str, Span], list[Evidence]] = {}
    for side in finding.evidence:
        sides.setdefault((side.source, _sentence(index, side)), []).append(side)
    return tuple(_passage(index, source, sentence, group) for (source, sentence), group in sides.items())


def claim_passage(index: Index, claim: Claim) -> Passage:
    """The passage of one claim."""
    quote = " ".join(claim.quote.split())
    sentence = claim.sentence if claim.sentence.covers(claim.span) else index.sentence(claim.source, claim.span)
    return Passage(claim.source, sentence, (claim.span,), quote, tuple(dict.fromkeys(claim_read(claim))))


def claim_read(claim: Claim) -> Iterable[str]:
    """How a claim was read: its value, the same in the unit of comparison, what bounds it, and other readings."""
    same = (f"= {normal}" for normal in (normal_read(claim),) if normal)
    also = (f"or read as {other}" for other in other_readings(claim))
    return (said_of(claim), *same, *scope_read(claim), *also)


def _passage(index: Index, source: str, sentence: Span, sides: list[Evidence]) -> Passage:
    read = dict.fromkeys(part for side in sides for part in _read(index, side))
    marks = tuple(Span(side.start, side.end) for side in sides)
    return Passage(source, sentence, marks, " … ".join(side.quote for side in sides), tuple(read))


def _sentence(index: Index, side: Evidence) -> Span:
    claim = _claim(index, side)
    span = Span(side.start, side.end)
    if claim is not None and claim.sentence.covers(span):
        return claim.sentence
    return index.sentence(side.source, span)


def _claim(index: Index, side: Evidence) -> Claim | None:
    return None if side.claim is None else index.claims.get(side.claim)


def _read(index: Index, side: Evidence) -> Iterable[str]:
    """Where the judge says nothing on how a side was read, its claim speaks for itself."""
    claim = _claim(index, side)
    if side.read_as or claim is None:
        return (side.read_as,) if side.read_as else ()
    return claim_read(claim)
