"""How the source stands to a claim (asserted, forecast, denied ...) and who it says said it."""

from __future__ import annotations

from reconcile.extract.frame import Frame
from reconcile.extract.tags import Tag
from reconcile.model.claim import Factuality, Step, Subject
from reconcile.model.period import Period
from reconcile.rules.scopes import Cue, Direction

MAX_NAME = 8


def factuality(frame: Frame, first: int, last: int, period: Period | None) -> tuple[Factuality, tuple[Step, ...]]:
    """The factuality of a value at tokens `[first, last)`: the nearest cue in reach; a time to come is a forecast."""
    best: tuple[int, Cue, int] | None = None
    i = frame.first
    while i < frame.last:
        match = frame.pack.scopes.cues.match(frame.tokens, i)
        if match is None:
            i += 1
            continue
        cue, end = match
        if cue.direction is Direction.TERMINATE and end <= first:
            best = None
        distance = None if _spent(frame, i, end, first) else _reach(cue, i, end, first, last)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, cue, i)
        i = end
    if best is not None and best[1].factuality is not None:
        cue_text = frame.text(best[2], best[2] + 1)
        return best[1].factuality, (Step("factuality.cue", f"“{cue_text}” makes it {best[1].factuality}"),)
    published = frame.segments.document.source.published
    if published is not None and period is not None and period.begins_after(published):
        return Factuality.FORECAST, (Step("factuality.future", "its time lies after the publication date"),)
    return Factuality.ASSERTED, ()


def _spent(frame: Frame, start: int, end: int, first: int) -> bool:
    """Whether a modal's own verb group is over and another verb governs the value ("could explain the deal signed")."""
    if frame.tag(start) is not Tag.AUXILIARY:
        return False
    return any(
        end < group.first and group.last <= first and frame.key(group.first - 1) != "to" for group in frame.groups
    )


def _reach(cue: Cue, start: int, end: int, first: int, last: int) -> int | None:
    """How far the value is from a cue that acts on it; None when it does not."""
    if cue.factuality is None:
        return None
    if end <= first and cue.direction in (Direction.FORWARD, Direction.BOTH):
        return first - end
    if start >= last and cue.direction in (Direction.BACKWARD, Direction.BOTH):
        return start - last
    return None


def attribution(frame: Frame, first: int, subject: Subject | None = None) -> str | None:
    """Who the sentence says said it: "according to X", "X said", "said X"; not the subject speaking of what it did."""
    for i in range(frame.first, frame.last):
        match = frame.pack.scopes.attribution.match(frame.tokens, i)
        if match is not None:
            return _who(frame, match[1])
    for group in frame.groups:
        if frame.key(group.main) in frame.pack.language.reporting:
            found = _speaker(frame, group.first, group.last, first)
            if found is not None and (subject is None or found not in subject.label):
                return found
    return None


def _speaker(frame: Frame, first: int, last: int, value: int) -> str | None:
    """The name right after a reporting verb, or right before one that the value follows."""
    after = next((n for n in frame.names if n.first == last), None)
    if after is not None:
        return after.label
    before = next((n for n in frame.names if n.last == first), None)
    return before.label if before is not None and value > last else None


def _who(frame: Frame, i: int) -> str | None:
    if i >= frame.last:
        return None
    phrase = frame.phrase_at(i)
    if phrase is None or phrase.last - phrase.first > MAX_NAME:
        return None
    named = bool(frame.names_in(phrase.first, phrase.last))
    first = phrase.first + (named and frame.tag(phrase.first) is Tag.DETERMINER)
    return frame.text(first, phrase.last)
