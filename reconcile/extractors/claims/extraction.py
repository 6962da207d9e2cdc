"""Mentions and rules to claims, sentence by sentence; what made no claim is excused by name or left unread.

A value of the headline takes its time and subject from where the text gives the same value in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reconcile.extractors.claims.claim_builder import date_line_claim, sentence_parts, with_length
from reconcile.extractors.claims.clock_claims import clock_claim
from reconcile.extractors.claims.events import event_claim, is_occurrence
from reconcile.extractors.claims.measure_claims import KINDS, measure_claim
from reconcile.extractors.claims.metric_matching import Trigger, triggers
from reconcile.extractors.claims.ranks import rank_claim
from reconcile.extractors.claims.roles import role_claims
from reconcile.extractors.claims.table_cells import Tables, heads
from reconcile.extractors.claims.temporal_attachment import can_date, is_since_superlative
from reconcile.extractors.claims.timeline import Timeline, open_timeline
from reconcile.extractors.entities.coreference import DiscourseState, open_discourse
from reconcile.extractors.entities.event_coreference import KnownEvents, resolve_events
from reconcile.extractors.entities.subjects import first_subject, sentence_topic
from reconcile.model.claim import Claim, Step
from reconcile.model.document import Scope, Segments
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import Name
from reconcile.model.period import Period
from reconcile.rules.load import Pack
from reconcile.rules.metrics import Nature
from reconcile.text.parse import AnchoredMention, SentenceParse, VerbGroup, governing_verb

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
        read, state = read_sentence(parse, state)
        claims += read
        skipped += [(b.mention, why) for b in parse.mentions if (why := skip_reason(parse, b)) is not None]
    claims = complete_headline(claims, segments)
    return Extraction(tuple(sorted(claims, key=lambda c: (c.span.start, c.span.end, c.kind))), tuple(skipped))


def read_sentence(parse: SentenceParse, state: ArticleState) -> tuple[tuple[Claim, ...], ArticleState]:
    """The claims of a sentence and the state after it."""
    discourse = state.discourse.enter_sentence(parse)
    claims = list(role_claims(parse, discourse))
    discourse = discourse.note_titles(claims, parse.index)
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
    clocks = tuple(_clocks(parse, discourse, dates, found))
    discourse = discourse.leave_sentence(parse, sentence_topic(parse, discourse), first_subject(parse, discourse))
    resolved, events = resolve_events(parse, claims, state.events)
    return (*resolved, *clocks), ArticleState(discourse, state.times.leave_sentence(parse, resolved), events)


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


def _clocks(
    parse: SentenceParse, discourse: DiscourseState, free: list[AnchoredMention], found: tuple[Trigger, ...]
) -> Iterator[Claim]:
    """At what time of day something happened, of which the day is told elsewhere or not at all."""
    for anchored in free:
        claim = clock_claim(parse, discourse, anchored, found) if skip_reason(parse, anchored) is None else None
        if claim is not None:
            yield claim


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
    if anchored.mention.kind is not Kind.DURATION:
        return None
    if with_length(anchored.mention).value is None:
        return "excuse.vague-time"
    setters = parse.pack.language.scene_setters
    scene = parse.key(anchored.first - 1) in setters or anchored.mention.quote.lower().startswith(setters.listed)
    return "excuse.duration-adjunct" if scene else None


def _stressed(parse: SentenceParse, anchored: AnchoredMention) -> bool:
    """Whether "one" is said as a number: "only released in one"."""
    return any(
        parse.key(i) in parse.pack.language.stresses for i in range(anchored.first - STRESS_REACH, anchored.first)
    )


def complete_headline(claims: Iterable[Claim], segments: Segments) -> list[Claim]:
    """The claims, those of the headline with time and subject of the first that gives the same value of the same."""
    claims = list(claims)
    top = {s.span for s in segments.sentences if s.scope is Scope.HEADLINE}
    body_claims: dict[object, list[Claim]] = {}
    for claim in claims:
        if claim.value is not None and claim.sentence not in top:
            body_claims.setdefault(_value_key(claim), []).append(claim)
    return [_completed(c, body_claims.get(_value_key(c), ())) if c.sentence in top and c.value else c for c in claims]


def _completed(claim: Claim, candidates: Iterable[Claim]) -> Claim:
    found = next((c for c in candidates if _same_metric(claim, c)), None)
    if found is None:
        return claim
    timed = found.says_when and not claim.says_when
    vague = claim.subject is None or (claim.subject.weak and found.subject is not None and not found.subject.weak)
    if not timed and not vague:
        return claim
    step = Step("headline.text", f"left out here, taken from “{found.quote}” in the text")
    return replace(
        claim,
        period=found.period if timed else claim.period,
        subject=found.subject if vague else claim.subject,
        trail=(*claim.trail, step),
    )


def _value_key(claim: Claim) -> object:
    value = claim.value
    return claim.kind, claim.unit, None if value is None else (value.low, value.high)


def _same_metric(a: Claim, b: Claim) -> bool:
    """Whether both are of one rule's metric, or of open ones that share a word."""
    if a.metric is None or b.metric is None or a.metric.id != b.metric.id:
        return False
    return not a.metric.is_open or bool(a.metric.content & b.metric.content)
