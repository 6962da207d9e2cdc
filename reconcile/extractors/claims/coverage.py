"""Coverage: every numeral and date of a text is in a claim, excused by a named rule, or unread.

A mention is in a claim where the claim's value covers its place, or where the claim has its period from it; equal
periods elsewhere in the text are in none. Times that a text leaves open are told to whoever can give the publication
date that would settle them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from reconcile.errors import Diagnostic, Severity
from reconcile.extractors.claims.extraction import Extraction
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.mention import Mention, SkippedNumber
from reconcile.model.period import Period
from reconcile.model.run import Coverage, Unread
from reconcile.model.span import Span
from reconcile.model.timeexpr import Anchor, UnitAt


def coverage(
    document: Document, mentions: tuple[Mention, ...], extraction: Extraction, outside: tuple[SkippedNumber, ...]
) -> Coverage:
    """What of a document's mentions is in claims and what is not; `outside` are the numerals in no mention at all."""
    places = claimed_places(mentions, extraction.claims)
    skip_reasons = {mention.span: why for mention, why in extraction.skipped}
    left = [Unread(document.id, m.span, m.quote, skip_reasons.get(m.span)) for m in mentions if m.span not in places]
    left += [Unread(document.id, item.span, item.quote, item.rule) for item in outside]
    return _coverage(document.id, places, left)


def covering(coverage: Coverage, mentions: tuple[Mention, ...], claims: tuple[Claim, ...]) -> Coverage:
    """The coverage with what has since come to be in a claim; all else as it was."""
    places = claimed_places(mentions, claims)
    left = [item for item in (*coverage.skipped, *coverage.unread) if item.span not in places]
    return _coverage(coverage.source, places.union(coverage.places), left)


def claimed_places(mentions: Sequence[Mention], claims: Sequence[Claim]) -> frozenset[Span]:
    """The places of the mentions that are in a claim, as its value or as the time at which it holds.

    Both come in the order of the text.
    """
    starts = [claim.span.start for claim in claims]
    reach = list(accumulate((claim.span.end for claim in claims), max))
    values = (m.span for m in mentions if _is_covered(m.span, starts, reach))
    return frozenset((*values, *_times(mentions, claims)))


def _is_covered(span: Span, starts: Sequence[int], reach: Sequence[int]) -> bool:
    """Whether a claim that begins before the end of a place reaches past its start."""
    before = bisect_left(starts, span.end)
    return before > 0 and reach[before - 1] > span.start


def _times(mentions: Iterable[Mention], claims: Iterable[Claim]) -> Iterator[Span]:
    """The times that give claims their periods: those of the sentence, or the nearest one before that it takes up.

    "That year" in the sentence is such a time, and so is the year before it that it points back to.
    """
    named: dict[Period, list[Mention]] = {}
    for mention in mentions:
        if mention.timex is not None and mention.timex.own is not None:
            named.setdefault(mention.timex.own, []).append(mention)
    for claim in claims:
        if claim.period is not None:
            yield from _dating(claim, named.get(claim.period, ()))


def _dating(claim: Claim, times: Sequence[Mention]) -> Iterator[Span]:
    """Those of the times of a claim's period that give it that period."""
    within = [m for m in times if claim.sentence.overlaps(m.span)]
    yield from (m.span for m in within)
    if all(_points_back(m) for m in within):
        before = [m for m in times if m.span.end <= claim.sentence.start and not _points_back(m)]
        yield from (m.span for m in before[-1:])


def _points_back(mention: Mention) -> bool:
    """Whether a time is that of another in the text: "that year", "the same month"."""
    core = mention.timex.expr.core if mention.timex is not None and mention.timex.expr is not None else None
    return isinstance(core, UnitAt) and core.selector is not None and core.selector.anchor is Anchor.TEXT


def _coverage(source: str, places: Iterable[Span], left: Iterable[Unread]) -> Coverage:
    found = tuple(sorted(places))
    entries = sorted(left, key=lambda item: item.span)
    excused = tuple(item for item in entries if item.skip_rule is not None)
    unread = tuple(item for item in entries if item.skip_rule is None)
    return Coverage(source, len(found), excused, unread, found)


def open_times(document: Document, claims: tuple[Claim, ...]) -> tuple[Diagnostic, ...]:
    """A note for each claim whose time lacks what only a publication date could give."""
    return tuple(
        Diagnostic(
            "time.unresolved",
            Severity.NOTE,
            f"“{claim.quote}” is left open as {claim.period.edtf}: no year or day to count from; "
            "a publication date in sources.yaml would settle it",
            document.where(claim.span.start),
        )
        for claim in claims
        if claim.period is not None and not claim.period.is_resolved
    )
