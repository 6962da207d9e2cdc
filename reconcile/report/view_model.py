"""What the sections of a page show, whatever the format: passages, rows of the matrix, times without a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from reconcile.errors import Diagnostic
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Evidence, Finding
from reconcile.model.mention import Mention, TimexType
from reconcile.model.span import Span
from reconcile.report.index import Index, place
from reconcile.report.reading import claim_value_words, metric_words, normal_read, other_readings, scope_read


@dataclass(frozen=True, slots=True)
class Row:
    """A fact in words, its group if it has one, and the claims on it."""

    about: str
    group: str | None
    claims: tuple[Claim, ...]


def rows_of(index: Index) -> list[Row]:
    """Every conflict; each other claim whose subject is known, once, beside those of other sources."""
    rows: list[Row] = []
    shown: set[str] = set()
    disputed = {group for group, _ in index.contested}
    for group in sorted(index.shared(), key=lambda g: g.id not in disputed):
        claims = index.members(group)
        if group.id in disputed or any(claim.id not in shown for claim in claims):
            rows.append(Row(group.about, group.id, claims))
            shown.update(claim.id for claim in claims)
    return sorted([*rows, *_others(index, shown)], key=lambda row: (row.about.casefold(), row.about, row.group or ""))


def _others(index: Index, shown: set[str]) -> list[Row]:
    facts: dict[str, list[Claim]] = {}
    for claim in sorted(index.run.claims, key=place):
        if claim.subject is not None and claim.id not in shown:
            facts.setdefault(_about(claim), []).append(claim)
    return [Row(about, None, tuple(claims)) for about, claims in facts.items()]


def _about(claim: Claim) -> str:
    subject = "" if claim.subject is None else claim.subject.label
    return f"{subject}: {metric_words(claim)}"


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
    return (claim_value_words(claim), *same, *scope_read(claim), *also)


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


@dataclass(frozen=True, slots=True)
class Undated:
    """`rows`: source, mention and the messages on it, in order; `explained`: the diagnostics that these
    messages are of.
    """

    rows: tuple[tuple[str, Mention, tuple[str, ...]], ...]
    explained: frozenset[Diagnostic]


def undated_in(index: Index) -> Undated:
    """The undated mentions of a run; a diagnostic on a claim that rests on one is told beside it."""
    by_place: dict[str, list[Diagnostic]] = {}
    for diagnostic in index.run.diagnostics:
        by_place.setdefault(diagnostic.where, []).append(diagnostic)
    rows: list[tuple[str, Mention, tuple[str, ...]]] = []
    explained: set[Diagnostic] = set()
    open_claims = _open_claims(index)
    for source, mentions in sorted(index.run.mentions.items()):
        undated = sorted((m for m in mentions if _is_undated(m)), key=lambda m: m.span)
        places = _places(index.documents.get(source), undated, open_claims.get(source, ()))
        for mention, wheres in zip(undated, places, strict=True):
            found = [d for where in wheres for d in by_place.get(where, ()) if d not in explained]
            explained.update(found)
            rows.append((source, mention, tuple(dict.fromkeys(d.message for d in found))))
    return Undated(tuple(rows), frozenset(explained))


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
