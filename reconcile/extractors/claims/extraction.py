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
from reconcile.extractors.claims.claim_builder import date_line_claim, sentence_parts
from reconcile.extractors.claims.events import event_claim, is_occurrence
from reconcile.extractors.claims.headlines import complete_headline
from reconcile.extractors.claims.measure_claims import KINDS, measure_claim
from reconcile.extractors.claims.metric_matching import Trigger, triggers
from reconcile.extractors.claims.ranks import rank_claim
from reconcile.extractors.claims.roles import role_claims
from reconcile.extractors.claims.table_cells import Tables, heads
from reconcile.extractors.claims.temporal_attachment import can_date, is_since_superlative
from reconcile.extractors.claims.tenses import governing_verb
from reconcile.extractors.claims.timeline import Timeline, open_timeline
from reconcile.extractors.entities.coreference import DiscourseState, open_discourse
from reconcile.extractors.entities.event_coreference import KnownEvents, resolve_events
from reconcile.extractors.entities.subjects import first_subject, sentence_topic
from reconcile.model.claim import Claim
from reconcile.model.document import Document, Segments
from reconcile.model.mention import Kind, Mention, SkippedNumber
from reconcile.model.names import Name
from reconcile.model.period import Period
from reconcile.model.run import Coverage, Unread
from reconcile.model.span import Span
from reconcile.model.timeexpr import Anchor, UnitAt
from reconcile.rules.load import Pack
from reconcile.rules.metrics import Nature
from reconcile.text.parse import AnchoredMention, SentenceParse, VerbGroup

DEFINITE = "count.definite"
STAMP = "time.stamp"
HEAD = "excuse.table-head"
# How far before "one" a word may stand that makes a number of it, in tokens.
STRESS_REACH = 4


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a document asserts, and the mentions that a named rule set aside."""

    claims: tuple[Claim, ...]
    skipped: tuple[tuple[Mention, str], ...]


@dataclass(frozen=True, slots=True)
class ArticleState:
    """What one article has told so far, of whom, when and of which events; each sentence returns it anew."""

    discourse: DiscourseState
    times: Timeline
    events: KnownEvents = ()


def extract(
    segments: Segments,
    pack: Pack,
    names: tuple[Name, ...],
    mentions: tuple[Mention, ...],
    dateline: Mention | None = None,
) -> Extraction:
    """All claims of a document, in the order of their places; `dateline` is the time by which it dates itself."""
    state = ArticleState(open_discourse(segments, names), open_timeline(segments, mentions, dateline))
    tables = Tables(segments, pack, names, mentions)
    claims: list[Claim] = [date_line_claim(segments, dateline)] if dateline is not None else []
    skipped: list[tuple[Mention, str]] = []
    for index in range(len(segments.sentences)):
        own_names, own = sentence_parts(segments, names, mentions, index)
        if not own and not own_names:
            continue
        parse, place = SentenceParse(segments, pack, index, own_names, own), tables.place(index)
        if place is not None:
            claims += tables.claims(parse, state.discourse, place)
            skipped += [(b.mention, HEAD) for b in parse.mentions if heads(place, b)]
            continue
        read, state = _read_sentence(parse, state)
        claims += read
        skipped += [(b.mention, why) for b in parse.mentions if (why := skip_reason(parse, b)) is not None]
    claims = complete_headline(claims, segments)
    return Extraction(tuple(sorted(claims, key=lambda c: (c.span.start, c.span.end, c.kind))), tuple(skipped))


def _read_sentence(parse: SentenceParse, state: ArticleState) -> tuple[tuple[Claim, ...], ArticleState]:
    """The claims of a sentence and the state after it."""
    discourse = state.discourse.enter_sentence(parse)
    claims = list(role_claims(parse, discourse))
    found = triggers(parse) if parse.mentions else ()
    free = [b for b in parse.mentions if not any(b.mention.span.overlaps(c.span) for c in claims)]
    lasting: set[tuple[Period | None, VerbGroup | None]] = set()
    for anchored in free:
        claim, discourse = _valued(parse, discourse, state.times, anchored, found)
        if claim is not None:
            claims.append(claim)
            if _has_lasting_metric(parse, claim):
                lasting.add((claim.period, governing_verb(parse, anchored)))
    dates = [b for b in free if b.mention != state.times.dateline]
    claims.extend(_events(parse, discourse, dates, found, frozenset(lasting)))
    discourse = discourse.leave_sentence(parse, sentence_topic(parse, discourse), first_subject(parse, discourse))
    resolved, events = resolve_events(parse, claims, state.events)
    return resolved, ArticleState(discourse, state.times.leave_sentence(parse, resolved), events)


def _events(
    parse: SentenceParse,
    discourse: DiscourseState,
    free: list[AnchoredMention],
    found: tuple[Trigger, ...],
    seen_times: frozenset[tuple[Period | None, VerbGroup | None]],
) -> Iterator[Claim]:
    """What happened when; a time under the verb of a value that goes on in time only says when that value holds."""
    spans: set[Period | None] = set()
    dated = {period for period, _ in seen_times if period is not None}
    for anchored in free:
        claim = (
            event_claim(parse, discourse, anchored, found)
            if can_date(anchored) and skip_reason(parse, anchored) is None
            else None
        )
        if claim is None or claim.period in spans or (claim.period, governing_verb(parse, anchored)) in seen_times:
            continue
        if claim.period not in dated or is_occurrence(parse, anchored):
            yield claim
            spans |= {claim.period} if claim.period != _own(anchored) else set()


def _has_lasting_metric(parse: SentenceParse, claim: Claim) -> bool:
    """Whether a rule knows the metric as a flow or an instant: sales of a year, a price of a day, not what happens."""
    rule = parse.pack.metrics.by_id.get(claim.metric.id) if claim.metric is not None else None
    return rule is not None and rule.nature in (Nature.FLOW, Nature.INSTANT)


def _own(anchored: AnchoredMention) -> Period | None:
    """The period a time names by itself."""
    return anchored.mention.timex.own if anchored.mention.timex is not None else None


def _valued(
    parse: SentenceParse,
    discourse: DiscourseState,
    times: Timeline,
    anchored: AnchoredMention,
    found: tuple[Trigger, ...],
) -> tuple[Claim | None, DiscourseState]:
    """The claim of a mention with a value, unless a rule excuses it, and the state after it."""
    if skip_reason(parse, anchored) is not None:
        return None, discourse
    if anchored.mention.kind is Kind.RANK:
        return rank_claim(parse, discourse, times, anchored), discourse
    if anchored.mention.kind in KINDS:
        return measure_claim(parse, discourse, times, anchored, found)
    return None, discourse


def skip_reason(parse: SentenceParse, anchored: AnchoredMention) -> str | None:
    """Why a value asserts nothing by itself: it points back, stamps an entry, is a plain "one" or in a simile."""
    mention = anchored.mention
    if mention.rule == DEFINITE:
        return "excuse.definite"
    if mention.rule == STAMP:
        return "excuse.stamp"
    if mention.quote.lower() == "one" and not _stressed(parse, anchored):
        return "excuse.plain-one"
    if mention.kind is Kind.COUNT and parse.key(anchored.first - 1) == "like":
        return "excuse.simile"
    if can_date(anchored) and is_since_superlative(parse, anchored):
        return "excuse.reach"
    return _vague_time(parse, anchored)


def _vague_time(parse: SentenceParse, anchored: AnchoredMention) -> str | None:
    """A time that names none ("recently", "the future"), or a length of time that only sets the scene."""
    timex = anchored.mention.timex
    if timex is None:
        return None
    if timex.value is not None and timex.value.endswith("_REF"):
        return "excuse.vague-time"
    setters = parse.pack.language.scene_setters
    scene = parse.key(anchored.first - 1) in setters or anchored.mention.quote.lower().startswith(setters.listed)
    return "excuse.duration-adjunct" if anchored.mention.kind is Kind.DURATION and scene else None


def _stressed(parse: SentenceParse, anchored: AnchoredMention) -> bool:
    """Whether "one" is said as a number: "only released in one"."""
    return any(
        parse.key(i) in parse.pack.language.stresses for i in range(anchored.first - STRESS_REACH, anchored.first)
    )


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
