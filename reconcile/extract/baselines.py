"""Change frames: which value and which time are what a change starts from ("up 5% *from a year earlier*")."""

from __future__ import annotations

from reconcile.extract.frame import Bound, Frame
from reconcile.extract.tags import Tag
from reconcile.model.mention import Kind
from reconcile.model.period import Grain

COMPARING = frozenset({"from", "than", "against", "versus"})
COMPARED = frozenset({"compared", "comparing", "relative"})
CHANGES = frozenset({Kind.PERCENT, Kind.POINTS, Kind.RATIO})
MOVED = frozenset({"up", "down"})
ENDS = frozenset({"to", "through", "until", "till", "-", "–"})
# How far the word that compares stands before a value, and a value before its time, in tokens.
NEAR = 6
_STOPS = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.CONJUNCTION, Tag.PUNCTUATION, Tag.SUBORDINATOR})


def is_start(frame: Frame, bound: Bound) -> bool:
    """Whether a value is what a change starts from: after "from", with another of its sort, or after "down from"."""
    mention = bound.mention
    if frame.key(bound.first - 1) != "from":
        return False
    return frame.key(bound.first - 2) in MOVED or any(
        b is not bound and (b.mention.kind, b.mention.unit) == (mention.kind, mention.unit) for b in frame.mentions
    )


def is_of_another(frame: Frame, at: int, value: Bound) -> bool:
    """Whether the time `frame.mentions[at]` belongs to what a value is compared with: to another value, or to none."""
    time = frame.mentions[at]
    if _compares_with(frame, time, value):
        return True
    owner = frame.mentions[at - 1] if at else None
    if owner is None or owner == value or owner.mention.kind is Kind.DATE or time.first - owner.last > NEAR:
        return False
    apart = any(frame.tag(k) in _STOPS for k in range(owner.last, time.first))
    return not apart and _compared(frame, owner.first)


def _compares_with(frame: Frame, time: Bound, value: Bound) -> bool:
    """Whether a change is counted from the time itself: "rose 5% from 2029", "down 3% on the previous year"."""
    i = time.first - 1
    i -= frame.key(i) in ("in", "for", "at", "during")
    word = frame.key(i)
    if word in ("than", "versus") or (word in ("with", "to") and frame.key(i - 1) in COMPARED):
        return True
    if value.mention.kind not in CHANGES or value.last > i:
        return False
    period = time.mention.timex.own if time.mention.timex is not None else None
    long = period is not None and period.grain.rank >= Grain.MONTH.rank
    return (word == "from" and frame.key(time.last) not in ENDS) or (word == "on" and long)


def _compared(frame: Frame, i: int) -> bool:
    """Whether a word that compares leads to token `i`, with nothing between but the value's own noun phrase."""
    for k in range(i - 1, max(frame.first, i - NEAR) - 1, -1):
        if frame.key(k) in COMPARING or (frame.key(k) in ("with", "to") and frame.key(k - 1) in COMPARED):
            return True
        if frame.tag(k) in _STOPS:
            return False
    return False
