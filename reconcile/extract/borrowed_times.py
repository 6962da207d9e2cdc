"""Times a value has from a clause beside its own, and times that only seem to be its own.

- a clause that says when: "since 1987, *when* 96 people died"
- a verb joined to one that is dated: "bought the mill in May, near the port, *and sold* three barns"
- not: how far back a superlative reaches ("the most *since 1987*"), a list of times ("in 2006, 2009 and 2013")
"""

from __future__ import annotations

from reconcile.extract.frame import Bound, Frame, Group
from reconcile.extract.tags import Tag
from reconcile.extract.tenses import governing
from reconcile.model.mention import Kind, TimexType
from reconcile.model.timeexpr import At

WHEN = "when"
# The longest noun phrase between a superlative and its "since", in tokens, and the longest word that is none ("rest").
REACH, SHORT = 8, 4
SETTING_OFF = frozenset({",", "-", "–", "—"})
JOINS = frozenset({",", "and", "or"})


def dates(bound: Bound) -> bool:
    """Whether a mention of time can say when something holds: a date, a part of a day said, a length that is placed."""
    timex = bound.mention.timex
    if timex is None or bound.mention.kind is not Kind.DATE:
        return timex is not None and timex.type is TimexType.DURATION and timex.own is not None
    core = timex.expr.core if timex.expr is not None else None
    return timex.type is TimexType.DATE or (isinstance(core, At) and core.day is not None)


def when_of(frame: Frame, bound: Bound) -> Bound | None:
    """The time right before the "when" that opens the clause of a value."""
    opens = next((k for k in range(bound.first - 1, frame.first, -1) if frame.tag(k) is Tag.SUBORDINATOR), None)
    if opens is None or frame.key(opens) != WHEN:
        return None
    end = opens - (frame.key(opens - 1) == ",")
    return next((b for b in frame.mentions if b.last == end and dates(b)), None)


def shared_time(frame: Frame, bound: Bound) -> Bound | None:
    """The one time of the verb before, for a value under a past verb that "and" joins to it without a new subject."""
    own = governing(frame, bound)
    before = _joined_to(frame, own) if own is not None and frame.is_past(own) else None
    if before is None or not frame.is_past(before):
        return None
    times = [b for b in frame.mentions if dates(b) and governing(frame, b) == before and b.first < bound.first]
    return times[0] if len(times) == 1 and not is_listed(frame, frame.mentions.index(times[0])) else None


def dated_by_when(frame: Frame, bound: Bound) -> Bound | None:
    """The one time of the clause that says when: "12 men died *when a mill burned down in May*"."""
    opens = next((k for k in range(bound.last, frame.last) if frame.tag(k) is Tag.SUBORDINATOR), None)
    own = governing(frame, bound)
    if opens is None or frame.key(opens) != WHEN or own is None or not frame.is_past(own):
        return None
    times = [b for b in frame.mentions if b.first > opens and dates(b)]
    between = range(opens + 1, times[0].first) if times else range(0)
    closed = any(frame.tag(k) in (Tag.SUBORDINATOR, Tag.PUNCTUATION) for k in between)
    return times[0] if len(times) == 1 and not closed else None


def _joined_to(frame: Frame, group: Group) -> Group | None:
    """The verb that a verb right after "and" shares its subject with."""
    i = group.first - 1
    while i > frame.first and frame.tag(i) is Tag.ADVERB:
        i -= 1
    if frame.key(i) != "and":
        return None
    return next((g for g in reversed(frame.groups) if g.last <= i), None)


def is_reach(frame: Frame, time: Bound, value: Bound) -> bool:
    """Whether a time says how far a superlative reaches: "the worst since 1994", ", the best start this year"."""
    at = superlative(frame, value.last, time.first)
    if at is None:
        return False
    return after_since(frame, time) or any(frame.key(k) in SETTING_OFF for k in range(value.last, at))


def superlative(frame: Frame, first: int, last: int) -> int | None:
    """The first superlative in tokens `[first, last)`: "the lowest", "its third-largest"."""
    ranks = {b.first for b in frame.mentions if b.mention.kind is Kind.RANK}
    return next((k for k in range(first, last) if k in ranks or _is_superlative(frame, k)), None)


def _is_superlative(frame: Frame, i: int) -> bool:
    led = i > frame.first and frame.tag(i - 1) in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE)
    return led and frame.key(i).endswith("est") and len(frame.key(i)) > SHORT


def after_since(frame: Frame, time: Bound) -> bool:
    """Whether a time is one that something holds since."""
    return frame.key(time.first - 1) == "since" or "since" in time.mention.quote.lower().split()


def reaches_back(frame: Frame, time: Bound) -> bool:
    """Whether a time only says how far back a superlative right before it reaches: "the lowest since March"."""
    first = max(frame.first, time.first - REACH)
    at = superlative(frame, first, time.first) if after_since(frame, time) else None
    return at is not None and not any(frame.tag(k) in (Tag.VERB, Tag.AUXILIARY) for k in range(at, time.first))


def is_listed(frame: Frame, at: int) -> bool:
    """Whether a time is one of a list of times, none of which dates a value alone: "in 2006, 2009 and 2013"."""
    neighbours = (frame.mentions[k] for k in (at - 1, at + 1) if 0 <= k < len(frame.mentions))
    return any(dates(other) and _lists(frame, frame.mentions[at], other) for other in neighbours)


def _lists(frame: Frame, one: Bound, other: Bound) -> bool:
    """Whether only a comma or "and" stands between two times of one grain, and no "between" opens a range."""
    first, last = (one, other) if one.first < other.first else (other, one)
    a, b = one.mention.timex, other.mention.timex
    joined = first.last < last.first and all(frame.key(k) in JOINS for k in range(first.last, last.first))
    alike = a is not None and b is not None and a.own is not None and b.own is not None and a.own.grain is b.own.grain
    return joined and alike and frame.key(first.first - 1) != "between"
