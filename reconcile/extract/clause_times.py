"""The time that stands with a value: in its clause, or at the head of its sentence."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extract.baselines import is_of_another
from reconcile.extract.frame import BREAK_KEYS, RELATIVES, SHARES, Bound, Frame, Group
from reconcile.extract.subjects import group_after, group_before
from reconcile.extract.tags import Tag
from reconcile.model.claim import Factuality
from reconcile.model.mention import Kind, Mention, TimexType
from reconcile.model.period import Period
from reconcile.model.timeexpr import Fields

UNTIL = frozenset({"until", "till", "through"})
SPANS = frozenset({("from", "to"), ("from", "until"), ("from", "through"), ("between", "and")})
TO_COME = frozenset({Factuality.FORECAST, Factuality.TARGET})
# A time further off than this belongs to something else.
REACH = 14
# How much farther a time is for each comma, conjunction or other value between, in tokens.
COMMA, CONJUNCTION, RIVAL = 1, 3, 2
# How near the head of a sentence a time must begin to hold for all of it.
OPENING = 2


def beside(frame: Frame, bound: Bound, stance: Factuality, dateline: Mention | None) -> Bound | None:
    """The nearest time that can date a value; None where none can. A `dateline` dates the text and nothing in it."""
    best: tuple[int, Bound] | None = None
    group = group_before(frame, bound.first) or group_after(frame, bound.last)
    told = bound.mention.kind in SHARES and stance is Factuality.ASSERTED and _told(frame, group)
    for at, time in enumerate(frame.mentions):
        fits = dates(time) and time.mention is not dateline and not is_misplaced(frame, time, group)
        fits = fits and not (told and _to_come(frame, time)) and not (stance in TO_COME and _now(time))
        cost = _cost(frame, at, bound) if fits else None
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, time)
    return None if best is None else best[1]


def _told(frame: Frame, group: Group | None) -> bool:
    """Whether a verb in the past or present governs a value, none that says, foretells or may be."""
    language = frame.pack.language
    if group is None or frame.key(group.main) in language.reporting:
        return False
    return not any(frame.key(i) in language.modals for i in range(group.first, group.last))


def _to_come(frame: Frame, time: Bound) -> bool:
    """Whether a time lies after the day of publication: no share told in past or present is of such a time."""
    published = frame.segments.document.source.published
    period = time.mention.timex.period if time.mention.timex is not None else None
    return published is not None and period is not None and period.begins_after(published)


def _now(time: Bound) -> bool:
    """Whether a time is the present: "now, it will be 5%" tells when that was settled."""
    return time.mention.timex is not None and time.mention.timex.value == "PRESENT_REF"


def is_misplaced(frame: Frame, time: Bound, group: Group | None) -> bool:
    """Whether a bare weekday or feast was placed after the day of publication, and a verb tells it as past."""
    timex = time.mention.timex
    core = timex.expr.core if timex is not None and timex.expr is not None else None
    bare = isinstance(core, Fields) and core.selector is None and core.year is None
    named = isinstance(core, Fields) and (core.weekday is not None or core.holiday is not None)
    return bare and named and group is not None and frame.is_past(group) and _to_come(frame, time)


def dates(bound: Bound) -> bool:
    """Whether a mention of time can say when something holds."""
    timex = bound.mention.timex
    return bound.mention.kind is Kind.DATE and timex is not None and timex.type is TimexType.DATE


def _cost(frame: Frame, at: int, value: Bound) -> int | None:
    """How far the time `frame.mentions[at]` is from a value; None where it cannot date it."""
    time = frame.mentions[at]
    between = range(value.last, time.first) if time.first >= value.last else range(time.last, value.first)
    opening = time.first <= frame.first + OPENING
    if (len(between) > REACH and not opening) or _broken(frame, between, opening=opening):
        return None
    if is_of_another(frame, at, value):
        return None
    cost = len(between)
    for k in between:
        cost += COMMA * (frame.key(k) == ",") + CONJUNCTION * (frame.tag(k) is Tag.CONJUNCTION)
    return cost + RIVAL * sum(b.mention.kind is not Kind.DATE and b.first in between for b in frame.mentions)


def _broken(frame: Frame, between: range, *, opening: bool) -> bool:
    """Whether another clause begins between; a time that opens the sentence holds for its relative clauses too."""
    if any(frame.key(k) in BREAK_KEYS for k in between):
        return True
    starts = [k for k in between if frame.tag(k) is Tag.SUBORDINATOR]
    return bool(starts) and not (opening and all(_relative(frame, k) for k in starts))


def _relative(frame: Frame, i: int) -> bool:
    """Whether a clause that begins at `i` describes a noun, and is not what someone says."""
    before = next((g for g in reversed(frame.groups) if g.last <= i), None)
    said = before is not None and frame.key(before.main) in frame.pack.language.reporting
    return (frame.key(i) in RELATIVES or frame.key(i) == "where") and not said


def reach_of(frame: Frame, bound: Bound) -> Period | None:
    """The period a time gives with its neighbours: "from 2009 to 2011" is all between, "through 2018" ends there."""
    own = bound.mention.timex.period if bound.mention.timex is not None else None
    if own is None:
        return None
    for start, end in ((bound, _joined(frame, bound, 1)), (_joined(frame, bound, -1), bound)):
        if start is not None and end is not None:
            return _between(start, end) or own
    if frame.key(bound.first - 1) in UNTIL and own.end is not None:
        return replace(own, start=None, edtf=f"../{own.edtf}")
    return own


def since(frame: Frame, time: Bound, value: Bound) -> Period | None:
    """The stretch from a time to now that "since" makes of it: "sold 5 ships since 2028", "since she came in May"."""
    between = range(value.last, time.first) if time.first >= value.last else range(time.first - 1, time.first)
    period = reach_of(frame, time)
    if period is None or period.start is None or not any(frame.key(k) == "since" for k in between):
        return None
    published = frame.segments.document.source.published
    opening = period.edtf.split("/")[0]
    if published is None or period.begins_after(published):
        return Period(period.start, None, f"{opening}/..", period.grain)
    end = published.fromordinal(published.toordinal() + 1)
    return Period(period.start, end, f"{opening}/{published.isoformat()}", period.grain)


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
    if a is None or b is None or a.period is None or b.period is None:
        return None
    ordered = a.period.is_resolved and b.period.is_resolved and not b.period.overlaps(a.period)
    return Period(a.period.start, b.period.end, f"{a.period.edtf}/{b.period.edtf}", a.period.grain) if ordered else None
