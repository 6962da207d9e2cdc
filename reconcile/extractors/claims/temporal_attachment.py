"""Temporal attachment: the time that stands with a value, in its clause, in one beside it, or at the head of its
sentence.

- a clause that says when: "since 1987, *when* 96 people died"
- a verb joined to one that is dated: "bought the mill in May, near the port, *and sold* three barns"
- not: how far back a superlative reaches ("the most *since 1987*"), a list of times ("in 2006, 2009 and 2013")
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reconcile.extractors.claims.change_amounts import COMPARING, is_of_another, is_start
from reconcile.extractors.claims.tenses import allows, governing
from reconcile.model.claim import Factuality
from reconcile.model.mention import Kind, Mention, TimexType
from reconcile.model.period import Grain, Period, one_day
from reconcile.model.timeexpr import At
from reconcile.text.parse import BREAK_KEYS, RELATIVES, Bound, Frame, Group
from reconcile.text.word_classes import Tag

WHEN = "when"
# The longest noun phrase between a superlative and its "since", in tokens, and the longest word that is none ("rest").
REACH_TOKENS, SHORT = 8, 4
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
    first = max(frame.first, time.first - REACH_TOKENS)
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


UNTIL = frozenset({"until", "till", "through"})
SPANS = frozenset({("from", "to"), ("from", "until"), ("from", "through"), ("between", "and")})
# A time further off than this belongs to something else.
WINDOW_TOKENS = 14
# How much farther a time is for each comma, word that joins or compares, or other value between, in tokens.
COMMA, CONJUNCTION, RIVAL = 1, 3, 2
# How many words may stand between a length and the time that places it: "ended", "of", "to the".
LINK = 2
# How near the head of a sentence a time must begin to hold for all of it.
OPENING = 2


def beside(frame: Frame, bound: Bound, stance: Factuality, dateline: Mention | None) -> Bound | None:
    """The nearest time that can date a value; None where none can. A `dateline` dates the text and nothing in it."""
    told = when_of(frame, bound)
    if told is not None and told.mention is not dateline:
        return told
    best: tuple[int, Bound] | None = None
    starts = is_start(frame, bound)
    for at, time in enumerate(frame.mentions):
        fits = dates(time) and time.mention is not dateline and not (starts and time.first < bound.first)
        cost = _cost(frame, at, bound) if fits and allows(frame, bound, time, stance) else None
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, time)
    return best[1] if best is not None else shared_time(frame, bound) or dated_by_when(frame, bound)


def day_of(period: Period | None) -> Period | None:
    """The day of a time shorter than a day, by which values of two sources meet; any other period as it is."""
    if period is None or period.start is None or period.grain.rank >= Grain.DAY.rank:
        return period
    day = date.fromisoformat(period.start.isoformat()[:10])
    return one_day(day)


def _cost(frame: Frame, at: int, value: Bound) -> int | None:
    """How far the time `frame.mentions[at]` is from a value; None where it cannot date it."""
    time = frame.mentions[at]
    between = range(value.last, time.first) if time.first >= value.last else range(time.last, value.first)
    opening = time.first <= frame.first + OPENING
    if (len(between) > WINDOW_TOKENS and not opening) or _broken(frame, between, opening=opening):
        return None
    if is_of_another(frame, at, value) or is_reach(frame, time, value) or is_listed(frame, at):
        return None
    cost = len(between)
    for k in between:
        joins = frame.tag(k) is Tag.CONJUNCTION or frame.key(k) in COMPARING
        cost += COMMA * (frame.key(k) == ",") + CONJUNCTION * joins
    return cost + RIVAL * sum(b.mention.kind is not Kind.DATE and b.first in between for b in frame.mentions)


def _broken(frame: Frame, between: range, *, opening: bool) -> bool:
    """Whether another clause begins between; a time that opens the sentence holds for its relative clauses too."""
    if any(frame.key(k) in BREAK_KEYS or (_closes(frame, k) and not _goes_through(frame, k, between)) for k in between):
        return True
    starts = [k for k in between if frame.tag(k) is Tag.SUBORDINATOR]
    return bool(starts) and not (opening and all(_relative(frame, k) for k in starts))


def _closes(frame: Frame, i: int) -> bool:
    """Whether a comma right before a verb ends an aside: "Borg, which runs two mills, was sold in 2030"."""
    verbal = i + 1 < frame.last and frame.tag(i + 1) in (Tag.VERB, Tag.AUXILIARY)
    return frame.key(i) == "," and verbal and not frame.key(i + 1).endswith("ing")


def _goes_through(frame: Frame, comma: int, between: range) -> bool:
    """Whether a time reaches a value past a comma before a verb."""
    return _set_off(frame, comma, between) or _describes(frame, comma, between)


def _describes(frame: Frame, comma: int, between: range) -> bool:
    """Whether a participle after the comma describes what has the value: "the $9 million sale, *closed* in 2029"."""
    within = all(
        frame.tag(k) in (Tag.NOUN, Tag.NAME, Tag.DETERMINER) or frame.key(k) == "of"
        for k in range(between.start, comma)
    )
    return within and frame.key(comma + 1) in frame.pack.language.participles and comma > between.start


def _set_off(frame: Frame, comma: int, between: range) -> bool:
    """Whether the comma only ends a time set off by two: "The last flood, *in 1987,* killed 90"."""
    i = between.start - 1
    if comma != between.start:
        return False
    while i > frame.first and frame.tag(i) in (Tag.TIME, Tag.PREPOSITION):
        i -= 1
    return frame.key(i) == ","


def _relative(frame: Frame, i: int) -> bool:
    """Whether a clause that begins at `i` describes a noun, and is not what someone says."""
    before = next((g for g in reversed(frame.groups) if g.last <= i), None)
    said = before is not None and frame.key(before.main) in frame.pack.language.reporting
    return (frame.key(i) in RELATIVES or frame.key(i) == "where") and not said


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
    return before.mention.timex.own if bound.first - before.last <= LINK else None


def since(frame: Frame, time: Bound, value: Bound) -> Period | None:
    """What goes on from a time: "sold 5 ships since 2028" is no sale of 2028; "since she took over in May" too."""
    timex = time.mention.timex
    if timex is None or (timex.mod == "ON_OR_AFTER" and when_of(frame, value) != time):
        return timex.period if timex is not None else None
    between, own = range(value.last, time.first), timex.own
    if own is None or own.start is None or when_of(frame, value) == time:
        return None
    if not any(frame.key(k) == "since" for k in between):
        return None
    return Period(own.start, None, f"{own.edtf.split('/')[0]}/..", own.grain)


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
