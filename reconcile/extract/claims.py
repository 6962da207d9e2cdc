"""Mentions and rules to claims, sentence by sentence; what made no claim is excused by name or left unread."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reconcile.extract.events import event_claim
from reconcile.extract.frame import Bound, Frame
from reconcile.extract.measures import KINDS, measure_claim
from reconcile.extract.metrics import triggers
from reconcile.extract.periods import dates
from reconcile.extract.ranks import rank_claim
from reconcile.extract.roles import role_claims
from reconcile.extract.topics import Topics
from reconcile.model.claim import Claim
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import Name
from reconcile.model.segments import Segments
from reconcile.rules.load import Pack

DEFINITE = "count.definite"
STRESS = frozenset({"only", "just", "exactly", "alone", "single"})


def extract(
    segments: Segments, pack: Pack, names: tuple[Name, ...], mentions: tuple[Mention, ...]
) -> tuple[Claim, ...]:
    """All claims of a document, in the order of their places."""
    topics = Topics(segments, pack, names)
    name_starts = [n.first for n in names]
    mention_starts = [m.span.start for m in mentions]
    out: list[Claim] = []
    for index, sentence in enumerate(segments.sentences):
        own_names = names[bisect_left(name_starts, sentence.first) : bisect_left(name_starts, sentence.last)]
        a = bisect_left(mention_starts, sentence.span.start)
        own = mentions[a : bisect_left(mention_starts, sentence.span.end)]
        if own or len(own_names) > 0:
            out.extend(_sentence(Frame(segments, pack, index, own_names, own), topics))
    return tuple(sorted(out, key=lambda c: (c.span.start, c.span.end, c.kind)))


def _sentence(frame: Frame, topics: Topics) -> list[Claim]:
    out = list(role_claims(frame, topics))
    found = triggers(frame) if frame.mentions else ()
    for bound in frame.mentions:
        claim = None
        if any(bound.mention.span.overlaps(c.span) for c in out):
            continue
        if bound.mention.kind is Kind.RANK:
            claim = rank_claim(frame, topics, bound)
        elif bound.mention.kind in KINDS and excuse(frame, bound) is None:
            claim = measure_claim(frame, topics, bound, found)
        if claim is not None:
            out.append(claim)
    dated = {c.period for c in out if c.period is not None}
    for bound in frame.mentions:
        timex = bound.mention.timex
        if dates(bound) and timex is not None and timex.period not in dated:
            claim = event_claim(frame, topics, bound, found)
            if claim is not None:
                out.append(claim)
    return out


def excuse(frame: Frame, bound: Bound) -> str | None:
    """Why a value asserts nothing by itself: it points back ("the two companies"), or is a plain "one"."""
    mention = bound.mention
    if mention.rule == DEFINITE:
        return "excuse.definite"
    plain_one = mention.kind is Kind.COUNT and mention.quote.lower() == "one"
    if plain_one and not any(frame.key(i) in STRESS for i in range(bound.first - 6, bound.first)):
        return "excuse.plain-one"
    if mention.kind is Kind.DURATION and mention.value is None:
        return "excuse.duration"
    return None


def unclaimed(mentions: Sequence[Mention], claims: Sequence[Claim]) -> tuple[Mention, ...]:
    """The mentions that neither make a claim nor date one."""
    taken = [c.span for c in claims]
    periods = {c.period for c in claims}
    return tuple(
        m
        for m in mentions
        if not any(m.span.overlaps(s) for s in taken) and (m.timex is None or m.timex.period not in periods)
    )
