"""Whether the tense and sense of a verb let a time date what it tells."""

from __future__ import annotations

from reconcile.model.claim import Factuality
from reconcile.model.period import Grain, Period, day_on
from reconcile.model.timeexpr import Fields
from reconcile.text.parse import SHARES, Bound, Frame, Group, group_after, group_before

TO_COME = frozenset({Factuality.FORECAST, Factuality.TARGET})
PERFECT = frozenset({"has", "have", "ve"})
# A time this many days before publication is over for a verb in the perfect.
FRESH = 7


def governing(frame: Frame, bound: Bound) -> Group | None:
    """The verb group a mention stands under: the one before it in its clause, else the one after."""
    return group_before(frame, bound.first) or group_after(frame, bound.last)


def allows(frame: Frame, value: Bound, time: Bound, stance: Factuality) -> bool:
    """Whether a time can be that of a value, by the verb the value stands under and that of the time."""
    group = governing(frame, value)
    if is_misplaced(frame, time, group) or (stance in TO_COME and _is_now(time)):
        return False
    share = value.mention.kind in SHARES and stance is Factuality.ASSERTED
    if share and _tells(frame, group) and _is_to_come(frame, time):
        return False
    return not (_is_over(frame, time, group) or _is_when_said(frame, time, group))


def is_misplaced(frame: Frame, time: Bound, group: Group | None) -> bool:
    """Whether a bare weekday, month, quarter or feast was placed after publication, and a verb tells it as past."""
    timex = time.mention.timex
    core = timex.expr.core if timex is not None and timex.expr is not None else None
    bare = isinstance(core, Fields) and core.selector is None and core.year is None and core.day is None
    return bare and group is not None and frame.is_past(group) and _is_to_come(frame, time)


def _tells(frame: Frame, group: Group | None) -> bool:
    """Whether a verb tells what was or is: none that says, foretells or may be."""
    language = frame.pack.language
    if group is None or frame.key(group.main) in language.reporting:
        return False
    return not any(frame.key(i) in language.modals for i in range(group.first, group.last))


def _is_to_come(frame: Frame, time: Bound) -> bool:
    """Whether a time lies after the day of publication: no share told in past or present is of such a time."""
    published, period = frame.segments.document.source.published, _period(time)
    return published is not None and period is not None and period.begins_after(published)


def _is_now(time: Bound) -> bool:
    """Whether a time is the present: "now, it will be 5%" tells when that was settled."""
    return time.mention.timex is not None and time.mention.timex.value == "PRESENT_REF"


def _is_over(frame: Frame, time: Bound, group: Group | None) -> bool:
    """Whether a time is over and the verb in the perfect, which reaches to now: "opened in 2026 and has sold 5"."""
    published, period = frame.segments.document.source.published, _period(time)
    if group is None or frame.key(group.first) not in PERFECT or group.main == group.first:
        return False
    if published is None or period is None or period.end is None or governing(frame, time) == group:
        return False
    if any(frame.key(k) == "since" for k in range(frame.first, time.first)):
        return False
    return str(period.end)[:10] < (day_on(published, -FRESH) or published.min).isoformat()


def _is_when_said(frame: Frame, time: Bound, group: Group | None) -> bool:
    """Whether a day or month stands under another verb, one of saying: "sales rose 5%, it said *on Monday*"."""
    period, said = _period(time), governing(frame, time)
    if period is None or said is None or said == group or period.grain.rank > Grain.MONTH.rank:
        return False
    return frame.key(said.main) in frame.pack.language.reporting


def _period(time: Bound) -> Period | None:
    return time.mention.timex.own if time.mention.timex is not None else None
