"""Mentions and rules to claims, sentence by sentence; what made no claim is excused by name or left unread.

Coverage: every numeral and date of a text is bound in a claim, excused by a named rule, or unread.

A mention is bound where a claim's value covers its place, or where a claim has its period from it; equal periods
elsewhere in the text bind nothing.

Times that a text leaves open, told to whoever can give the publication date that would settle them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reconcile.errors import Diagnostic, Severity
from reconcile.extractors.claims.claim_builder import date_line_claim
from reconcile.extractors.claims.events import event_claim, happens
from reconcile.extractors.claims.frames import KINDS, measure_claim
from reconcile.extractors.claims.metric_matching import Trigger, triggers
from reconcile.extractors.claims.ranks import rank_claim
from reconcile.extractors.claims.roles import role_claims
from reconcile.extractors.claims.table_cells import Tables, heads
from reconcile.extractors.claims.temporal_attachment import dates, reaches_back
from reconcile.extractors.claims.tenses import governing
from reconcile.extractors.claims.timeline import Timeline
from reconcile.extractors.claims.value_coreference import Retold, complete_headline
from reconcile.extractors.entities.coreference import Topics
from reconcile.extractors.entities.event_coreference import Occasions
from reconcile.extractors.entities.subjects import acted, spoken_of
from reconcile.model.claim import Claim
from reconcile.model.document import Document, Segments
from reconcile.model.mention import Excuse, Kind, Mention
from reconcile.model.names import Name
from reconcile.model.period import Period
from reconcile.model.run import Coverage, Unread
from reconcile.model.span import Span
from reconcile.model.timeexpr import Anchor, UnitAt
from reconcile.rules.load import Pack
from reconcile.rules.metrics import Nature
from reconcile.text.parse import Bound, Frame, Group

DEFINITE = "count.definite"
STAMP = "time.stamp"
HEAD = "excuse.table-head"
STRESS_REACH = 4
SCENE = frozenset({"after", "over", "in", "within", "during", "for", "before", "until"})
STRESS = frozenset({"only", "just", "exactly", "alone", "single"})


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a document asserts, and the mentions that a named rule set aside."""

    claims: tuple[Claim, ...]
    excused: tuple[tuple[Mention, str], ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What a text has told so far that a later sentence can tell again: values and events."""

    retold: Retold
    occasions: Occasions


def extract(
    segments: Segments,
    pack: Pack,
    names: tuple[Name, ...],
    mentions: tuple[Mention, ...],
    dateline: Mention | None = None,
) -> Extraction:
    """All claims of a document, in the order of their places; `dateline` is the time by which it dates itself."""
    topics = Topics(segments, pack, names)
    times = Timeline(segments, mentions, dateline)
    tables = Tables(segments, pack, names, mentions)
    name_starts = [n.first for n in names]
    mention_starts = [m.span.start for m in mentions]
    memory = Memory(Retold(), Occasions())
    claims: list[Claim] = [date_line_claim(segments, dateline)] if dateline is not None else []
    excused: list[tuple[Mention, str]] = []
    for index, sentence in enumerate(segments.sentences):
        own_names = names[bisect_left(name_starts, sentence.first) : bisect_left(name_starts, sentence.last)]
        a = bisect_left(mention_starts, sentence.span.start)
        own = mentions[a : bisect_left(mention_starts, sentence.span.end)]
        if own or own_names:
            frame = Frame(segments, pack, index, own_names, own)
            place = tables.place(index)
            if place is None:
                claims.extend(_sentence(frame, topics, times, memory, dateline))
                excused.extend((b.mention, why) for b in frame.mentions if (why := excuse(frame, b)) is not None)
            else:
                claims.extend(c for b in frame.mentions if (c := tables.claim(frame, topics, place, b)) is not None)
                excused.extend((b.mention, HEAD) for b in frame.mentions if heads(place, b))
    claims = complete_headline(claims, segments)
    return Extraction(tuple(sorted(claims, key=lambda c: (c.span.start, c.span.end, c.kind))), tuple(excused))


def _sentence(frame: Frame, topics: Topics, times: Timeline, memory: Memory, dateline: Mention | None) -> list[Claim]:
    topics.enter(frame)
    claims = list(role_claims(frame, topics))
    found = triggers(frame) if frame.mentions else ()
    free = [b for b in frame.mentions if not any(b.mention.span.overlaps(c.span) for c in claims)]
    told: set[tuple[Period | None, Group | None]] = set()
    for bound in free:
        claim = _valued(frame, topics, times, bound, found)
        if claim is not None:
            claim = memory.retold.complete(claim, claims[-1] if claims else None)
            claims.append(claim)
            if _goes_on(frame, claim):
                told.add((claim.period, governing(frame, bound)))
    claims.extend(_events(frame, topics, [b for b in free if b.mention != dateline], found, told))
    topics.leave(frame, spoken_of(frame, topics), acted(frame, topics))
    claims = memory.occasions.settle(frame, claims)
    times.leave(frame, claims)
    return claims


def _events(
    frame: Frame,
    topics: Topics,
    free: list[Bound],
    found: tuple[Trigger, ...],
    told: set[tuple[Period | None, Group | None]],
) -> Iterator[Claim]:
    """What happened when; a time under the verb of a value that goes on in time only says when that value holds."""
    spans: set[Period | None] = set()
    dated = {period for period, _ in told if period is not None}
    for bound in free:
        claim = event_claim(frame, topics, bound, found) if dates(bound) and excuse(frame, bound) is None else None
        if claim is None or claim.period in spans or (claim.period, governing(frame, bound)) in told:
            continue
        if claim.period not in dated or happens(frame, bound):
            yield claim
            spans |= {claim.period} if claim.period != _own(bound) else set()


def _goes_on(frame: Frame, claim: Claim) -> bool:
    """Whether a rule knows the metric as a flow or an instant: sales of a year, a price of a day, not what happens."""
    rule = frame.pack.metrics.by_id.get(claim.metric.id) if claim.metric is not None else None
    return rule is not None and rule.nature in (Nature.FLOW, Nature.INSTANT)


def _own(bound: Bound) -> Period | None:
    """The period a time names by itself."""
    return bound.mention.timex.own if bound.mention.timex is not None else None


def _valued(frame: Frame, topics: Topics, times: Timeline, bound: Bound, found: tuple[Trigger, ...]) -> Claim | None:
    """The claim of a mention with a value, unless a rule excuses it."""
    if excuse(frame, bound) is not None:
        return None
    if bound.mention.kind is Kind.RANK:
        return rank_claim(frame, topics, times, bound)
    return measure_claim(frame, topics, times, bound, found) if bound.mention.kind in KINDS else None


def excuse(frame: Frame, bound: Bound) -> str | None:
    """Why a value asserts nothing by itself: it points back, stamps an entry, is a plain "one" or in a simile."""
    mention = bound.mention
    if mention.rule == DEFINITE:
        return "excuse.definite"
    if mention.rule == STAMP:
        return "excuse.stamp"
    if mention.quote.lower() == "one" and not _stressed(frame, bound):
        return "excuse.plain-one"
    if mention.kind is Kind.COUNT and frame.key(bound.first - 1) == "like":
        return "excuse.simile"
    if dates(bound) and reaches_back(frame, bound):
        return "excuse.reach"
    return _vague_time(frame, bound)


def _vague_time(frame: Frame, bound: Bound) -> str | None:
    """A time that names none ("recently", "the future"), or a length of time that only sets the scene."""
    timex = bound.mention.timex
    if timex is None:
        return None
    if timex.value is not None and timex.value.endswith("_REF"):
        return "excuse.vague-time"
    scene = frame.key(bound.first - 1) in SCENE or bound.mention.quote.lower().startswith(tuple(SCENE))
    return "excuse.duration-adjunct" if bound.mention.kind is Kind.DURATION and scene else None


def _stressed(frame: Frame, bound: Bound) -> bool:
    """Whether "one" is said as a number: "only released in one"."""
    return any(frame.key(i) in STRESS for i in range(bound.first - STRESS_REACH, bound.first))


def coverage(
    document: Document, mentions: tuple[Mention, ...], extraction: Extraction, outside: tuple[Excuse, ...]
) -> Coverage:
    """What of a document's mentions is in claims and what is not; `outside` are the numerals in no mention at all."""
    places = bound_places(mentions, extraction.claims)
    excuses = {mention.span: why for mention, why in extraction.excused}
    left = [Unread(document.id, m.span, m.quote, excuses.get(m.span)) for m in mentions if m.span not in places]
    left += [Unread(document.id, item.span, item.quote, item.rule) for item in outside]
    return _coverage(document.id, places, left)


def covering(coverage: Coverage, mentions: tuple[Mention, ...], claims: tuple[Claim, ...]) -> Coverage:
    """The coverage with what has since come to be in a claim; all else as it was."""
    places = bound_places(mentions, claims)
    left = [item for item in (*coverage.excused, *coverage.unread) if item.span not in places]
    return _coverage(coverage.source, places.union(coverage.places), left)


def bound_places(mentions: Sequence[Mention], claims: Sequence[Claim]) -> frozenset[Span]:
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
        times = named.get(claim.period, []) if claim.period is not None else []
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
    excused = tuple(item for item in entries if item.excuse is not None)
    unread = tuple(item for item in entries if item.excuse is None)
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
