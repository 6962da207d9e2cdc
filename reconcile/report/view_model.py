"""What the sections of a page show, whatever the format: rows of the matrix, passages, what was not read or dated."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from reconcile.errors import Diagnostic
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Evidence, Finding
from reconcile.model.mention import Mention, TimexType
from reconcile.model.run import Unread
from reconcile.model.span import Span
from reconcile.model.story import Story
from reconcile.report.index import Index
from reconcile.report.reading import (
    claim_value_words,
    claim_words,
    metric_words,
    normal_read,
    other_readings,
    scope_read,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A fact in words, its group if it has one, and the claims on it."""

    about: str
    group: str | None
    claims: tuple[Claim, ...]


class Saying(NamedTuple):
    """What a source says on a fact: in words, with its claim, and the anchor of the conflict it is a side of."""

    words: str
    claim: Claim
    conflict: str | None


def stories_with_findings(index: Index) -> list[tuple[Story, tuple[Finding, ...]]]:
    """The stories of two sources or more, each with the findings on one of its sources; none where all tell one."""
    stories = index.run.stories
    if len(stories) < 2:
        return []
    return [
        (story, tuple(f for f in index.findings if any(e.source in story.documents for e in f.evidence)))
        for story in stories
        if len(story.documents) > 1
    ]


def side_by_side(index: Index) -> list[tuple[str, str, list[tuple[Claim, bool]]]]:
    """The tables: story, what is asked, and the claims, each with whether its words are new in the table."""
    names = {story.id: story.name for story in index.run.stories}
    out = []
    for table in index.run.tables:
        seen: set[str] = set()
        rows: list[tuple[Claim, bool]] = []
        for claim in (index.claims[name] for name in table.claims):
            words = claim_value_words(claim)
            rows.append((claim, words not in seen))
            seen.add(words)
        out.append((names[table.story], table.slot, rows))
    return out


def sayings(index: Index, row: Row, source: str) -> tuple[Saying, ...]:
    """What one source says on the fact of a row: each wording once, and once for each conflict that it stands in."""
    by_words: dict[tuple[str, str | None], Saying] = {}
    for claim in row.claims:
        if claim.source == source:
            words = claim_words(claim)
            conflict = index.contested.get((row.group, claim.id), index.contested.get((None, claim.id)))
            by_words.setdefault((words, conflict), Saying(words, claim, conflict))
    return tuple(by_words.values())


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
    for claim in index.claims.values():
        if claim.subject is not None and claim.id not in shown:
            facts.setdefault(f"{claim.subject.label}: {metric_words(claim)}", []).append(claim)
    return [Row(about, None, tuple(claims)) for about, claims in facts.items()]


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
    read = dict.fromkeys(part for side in sides for part in side_read(side, _claim(index, side)))
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


def side_read(side: Evidence, claim: Claim | None) -> Iterable[str]:
    """How a side of a finding was read; where the judge says nothing of it, its claim speaks for itself."""
    if side.read_as or claim is None:
        return (side.read_as,) if side.read_as else ()
    return claim_read(claim)


class Undated(NamedTuple):
    """A mention without a place on the calendar, and what the diagnostics say of it."""

    source: str
    mention: Mention
    messages: tuple[str, ...]


def undated_in(index: Index) -> tuple[tuple[Undated, ...], tuple[Diagnostic, ...]]:
    """The undated mentions of a run with the diagnostics that are put beside them, and all other diagnostics."""
    notes: defaultdict[str, list[str]] = defaultdict(list)
    for diagnostic in index.run.diagnostics:
        notes[diagnostic.where].append(diagnostic.message)
    rows: list[Undated] = []
    open_claims = _open_claims(index)
    for source, mentions in sorted(index.run.mentions.items()):
        undated = sorted(filter(_is_undated, mentions), key=lambda m: m.span)
        places = _places(index.documents.get(source), undated, open_claims.get(source, ()))
        for mention, wheres in zip(undated, places, strict=True):
            # each diagnostic is put beside the first mention that it is of
            messages = [message for where in wheres for message in notes.pop(where, ())]
            rows.append(Undated(source, mention, tuple(dict.fromkeys(messages))))
    return tuple(rows), tuple(d for d in index.run.diagnostics if d.where in notes)


def unread_in(index: Index) -> list[Unread]:
    """The numbers and dates that are in no claim and that no rule set aside, by source and place."""
    return in_order(item for coverage in index.run.coverage for item in coverage.unread)


def in_order(items: Iterable[Unread]) -> list[Unread]:
    """Items by source and place."""
    return sorted(items, key=lambda item: (item.source, item.span, item.quote))


def manifest_entries(index: Index) -> list[tuple[str, str]]:
    """What the manifest holds but its sources, named in words; what is no single word as JSON."""
    entries = sorted((key, value) for key, value in index.run.manifest.items() if key not in ("sources", "documents"))
    return [
        (
            key.replace("_", " "),
            value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True, default=str),
        )
        for key, value in entries
    ]


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
    by_source: dict[str, list[Claim]] = {}
    for claim in index.run.claims:
        if claim.period is not None and not claim.period.is_resolved:
            by_source.setdefault(claim.source, []).append(claim)
    return by_source


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
