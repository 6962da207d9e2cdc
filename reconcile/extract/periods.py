"""When a claim holds: the time beside it in its clause or at the head of its sentence, else what the metric allows."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extract.frame import BREAK_KEYS, Bound, Frame
from reconcile.extract.tags import Tag
from reconcile.extract.timeline import Timeline
from reconcile.model.claim import Step
from reconcile.model.mention import Kind, TimexType
from reconcile.model.period import Grain, Period
from reconcile.rules.metrics import MetricRule, Nature

UNTIL = frozenset({"until", "till", "through"})
SPANS = frozenset({("from", "to"), ("from", "until"), ("from", "through"), ("between", "and")})
# Lengths, areas and ages are told of no day.
TIMELESS = frozenset({Kind.MEASURE, Kind.DURATION, Kind.AGE, Kind.RANK})
# A time further off than this belongs to something else.
REACH = 14


Found = tuple[Period | None, tuple[Step, ...]]


def period_of(frame: Frame, times: Timeline, bound: Bound, rule: MetricRule | None) -> Found:
    """The period of a claim whose value is `bound`, and the step that found it.

    In this order: the time beside the value in its clause; the time of the section that a heading opens; the week of
    news that ends on the day of publication.
    """
    best = min(_candidates(frame, bound.first, bound.last), key=lambda c: c[0], default=None)
    if best is not None:
        return _since(best[1]) or reach_of(frame, best[1]), (
            Step("period.clause", f"“{best[1].mention.quote}” stands with the value"),
        )
    return _inherited(frame, times) or _present(frame, times, bound, rule)


def _since(bound: Bound) -> Period | None:
    """What has gone on since a time goes on: "sold since 2015" is no sale of 2015."""
    timex = bound.mention.timex
    return timex.period if timex is not None and timex.mod == "ON_OR_AFTER" else None


def reach_of(frame: Frame, bound: Bound) -> Period | None:
    """The period a time gives with its neighbours: "from 2009 to 2011" is all between, "through 2018" ends there."""
    own = bound.mention.timex.own if bound.mention.timex is not None else None
    if own is None:
        return None
    for start, end in ((bound, _joined(frame, bound, 1)), (_joined(frame, bound, -1), bound)):
        if start is not None and end is not None:
            return _between(start, end) or own
    whole = _length_of(frame, bound)
    if whole is not None:
        return whole
    if frame.key(bound.first - 1) in UNTIL and own.end is not None:
        return replace(own, start=None, edtf=f"../{own.edtf}")
    return own


def _length_of(frame: Frame, bound: Bound) -> Period | None:
    """The period of a length that the time places: "the first nine months of 2016", "the three months to June"."""
    at = frame.mentions.index(bound) - 1
    before = frame.mentions[at] if at >= 0 else None
    if before is None or before.mention.timex is None or before.mention.timex.type is not TimexType.DURATION:
        return None
    return before.mention.timex.own if bound.first - before.last <= _LINK else None


# Words between a length and the time that places it: "ended", "of", "to the".
_LINK = 2


def _joined(frame: Frame, bound: Bound, step: int) -> Bound | None:
    """The time that "from ... to" or "between ... and" joins to one, on the side `step` says."""
    at = frame.mentions.index(bound) + step
    if not 0 <= at < len(frame.mentions):
        return None
    other = frame.mentions[at]
    first, last = (bound, other) if step > 0 else (other, bound)
    opens = frame.key(first.first - 1)
    joins = last.first == first.last + 1 and (opens, frame.key(first.last)) in SPANS
    return other if dates(other) and joins else None


def _between(first: Bound, last: Bound) -> Period | None:
    a, b = first.mention.timex, last.mention.timex
    if a is None or b is None or a.own is None or b.own is None:
        return None
    ordered = a.own.is_resolved and b.own.is_resolved and not b.own.overlaps(a.own)
    return Period(a.own.start, b.own.end, f"{a.own.edtf}/{b.own.edtf}", a.own.grain) if ordered else None


def _inherited(frame: Frame, times: Timeline) -> Found | None:
    """The time of the section that a heading with a colon opens ("Orle: 26 killed")."""
    found = times.section(frame.index)
    if found is None or found.timex is None:
        return None
    return found.timex.own, (Step("period.section", f"“{found.quote}” is the time of the section"),)


def _candidates(frame: Frame, first: int, last: int) -> list[tuple[int, Bound]]:
    out = []
    for bound in frame.mentions:
        if not dates(bound):
            continue
        opening = bound.first <= frame.first + 2
        distance = bound.first - last if bound.first >= last else first - bound.last
        between = range(last, bound.first) if bound.first >= last else range(bound.last, first)
        if _broken(frame, between) or (distance > REACH and not opening):
            continue
        out.append((distance + 2 * _rivals(frame, between), bound))
    return out


def dates(bound: Bound) -> bool:
    """Whether a mention of time can say when something holds."""
    timex = bound.mention.timex
    if timex is None:
        return False
    placed = timex.type is TimexType.DURATION and timex.own is not None
    return placed or (bound.mention.kind is Kind.DATE and timex.type is TimexType.DATE)


def _broken(frame: Frame, between: range) -> bool:
    return any(frame.key(k) in BREAK_KEYS or frame.tag(k) is Tag.SUBORDINATOR for k in between)


def _rivals(frame: Frame, between: range) -> int:
    """Other values between a value and a time: the time is more likely theirs."""
    return sum(b.mention.kind is not Kind.DATE and b.first in between for b in frame.mentions)


def _present(frame: Frame, times: Timeline, bound: Bound, rule: MetricRule | None) -> Found:
    """What is told as past or present is of the week of news; an instant of a rule, of the day of publication."""
    published = times.published
    if rule is not None and rule.nature is Nature.INSTANT and published is not None:
        period = Period(published, published.fromordinal(published.toordinal() + 1), published.isoformat(), Grain.DAY)
        return period, (Step("period.published", "an instant without a time holds on the day of publication"),)
    if times.news is None or rule is not None or bound.mention.kind in TIMELESS or _timeless(frame):
        return None, ()
    return times.news, (Step("period.news", f"told as past or present: the week of the news, {times.news.edtf}"),)


def _timeless(frame: Frame) -> bool:
    """A sentence of what may come or might be, or without a verb, tells nothing of the day."""
    language = frame.pack.language
    keys = [frame.key(i) for i in range(frame.first, frame.last)]
    return not frame.groups or any(k in language.modals for k in keys) or "if" in keys
