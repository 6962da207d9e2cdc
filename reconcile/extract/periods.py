"""When a claim holds: the time beside it in its clause or at the head of its sentence, else what the metric allows."""

from __future__ import annotations

from reconcile.extract.frame import BREAK_KEYS, Bound, Frame
from reconcile.extract.tags import Tag
from reconcile.model.claim import Step
from reconcile.model.mention import Kind, TimexType
from reconcile.model.period import Grain, Period
from reconcile.rules.metrics import MetricRule, Nature

# A time further off than this belongs to something else.
REACH = 14


def period_of(frame: Frame, first: int, last: int, rule: MetricRule | None) -> tuple[Period | None, tuple[Step, ...]]:
    """The period of a claim whose value stands at tokens `[first, last)`, and the step that found it."""
    best = min(_candidates(frame, first, last), key=lambda c: c[0], default=None)
    if best is not None and best[1].mention.timex is not None:
        mention = best[1].mention
        timex = best[1].mention.timex
        return timex.period if timex else None, (Step("period.clause", f"“{mention.quote}” stands with the value"),)
    return _present(frame, rule)


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
    return bound.mention.kind is Kind.DATE and timex is not None and timex.type is TimexType.DATE


def _broken(frame: Frame, between: range) -> bool:
    return any(frame.key(k) in BREAK_KEYS or frame.tag(k) is Tag.SUBORDINATOR for k in between)


def _rivals(frame: Frame, between: range) -> int:
    """Other values between a value and a time: the time is more likely theirs."""
    return sum(b.mention.kind is not Kind.DATE and b.first in between for b in frame.mentions)


def _present(frame: Frame, rule: MetricRule | None) -> tuple[Period | None, tuple[Step, ...]]:
    """An instant without a time holds on the day its article was published, where that is known."""
    published = frame.segments.document.source.published
    if rule is None or rule.nature is not Nature.INSTANT or published is None:
        return None, ()
    period = Period(published, published.fromordinal(published.toordinal() + 1), published.isoformat(), Grain.DAY)
    return period, (Step("period.published", "an instant without a time holds on the day of publication"),)
