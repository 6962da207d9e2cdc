"""The passages of a finding, to be read side by side: each sentence with a little around it, the value marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.model.claim import Claim, Step
from reconcile.model.finding import Evidence, Finding
from reconcile.report.passages import claim_read
from reconcile.report.periods import day_words
from reconcile.review.lookup import Lookup

# So many code points before and after the sentence are shown with it, and of a sentence at most so many.
AROUND = 160
LONGEST = 1200


@dataclass(frozen=True, slots=True)
class Passage:
    """One side of a finding as a reader sees it: three stretches of text, of which the middle one is the value."""

    where: str
    who: str
    before: str
    quote: str
    after: str
    read_as: tuple[str, ...]
    trail: tuple[Step, ...]


def passages(finding: Finding, known: Lookup) -> tuple[Passage, ...]:
    """The passages of a finding, one a side, in its order."""
    return tuple(_passage(side, known.claims.get(side.claim or ""), known) for side in finding.evidence)


def _passage(side: Evidence, claim: Claim | None, known: Lookup) -> Passage:
    document = known.documents.get(side.source)
    trail = () if claim is None else claim.trail
    if document is None:
        return Passage(side.source, "", "", side.quote, "", tuple(_read(side, claim)), trail)
    start, end = claim.sentence if claim is not None else (side.start, side.end)
    first, last = _stretch(document.text, max(start - AROUND, side.start - LONGEST), end + AROUND, side)
    told = document.source
    published = None if told.published is None else day_words(told.published)
    return Passage(
        where=f"{side.source}:{document.line(side.start)}",
        who=", ".join(part for part in (told.publisher, published) if part),
        before=("… " if first else "") + document.text[first : side.start],
        quote=document.text[side.start : side.end],
        after=document.text[side.end : last] + (" …" if last < len(document.text) else ""),
        read_as=tuple(_read(side, claim)),
        trail=trail,
    )


def _stretch(text: str, first: int, last: int, side: Evidence) -> tuple[int, int]:
    """From `first` to `last`, within the text and cut between words: each end moves inwards to the next blank."""
    first, last = max(first, 0), min(last, len(text), side.end + LONGEST)
    if first:
        blank = next((i for i in range(first, side.start) if text[i].isspace()), None)
        first = first if blank is None else blank + 1
    if last < len(text):
        last = next((i for i in range(last, side.end, -1) if text[i].isspace()), last)
    return first, last


def _read(side: Evidence, claim: Claim | None) -> Iterator[str]:
    """Where the judge says nothing on how a side was read, its claim speaks for itself."""
    if side.read_as:
        yield side.read_as
    elif claim is not None:
        yield from claim_read(claim)
