"""The event that a sentence names by a noun: "a strong quake in Orle"."""

from __future__ import annotations

from reconcile.extract.frame import Frame
from reconcile.extract.tags import Tag
from reconcile.model.claim import Subject
from reconcile.model.names import folded


def event_in(frame: Frame) -> Subject | None:
    """The first event noun of a sentence with its modifiers; known by its plain name ("a quake": "earthquake")."""
    events = frame.pack.language.events
    for i in range(frame.first, frame.last):
        plain = events.get(frame.key(i)) if frame.tag(i) is Tag.NOUN else None
        phrase = frame.phrase_at(i) if plain is not None and _heads(frame, i) else None
        if phrase is not None and plain is not None:
            first = phrase.first
            while frame.tag(first) in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER) and first < i:
                first += 1
            before, where = frame.text(first, i) if i > first else "", _where(frame, i + 1)
            label = " ".join(part for part in (before, frame.text(i, i + 1), where) if part)
            return Subject(folded(" ".join(part for part in (before, plain, where) if part)), label)
    return None


def _heads(frame: Frame, i: int) -> bool:
    """Whether an event noun is no mere modifier: no noun follows it but a participle or another event noun."""
    following = frame.key(i + 1)
    if i + 1 >= frame.last or frame.tag(i + 1) is not Tag.NOUN:
        return True
    return following.endswith("ing") or following in frame.pack.language.events


def _where(frame: Frame, i: int) -> str:
    """The place right after an event noun: "in Orle", "on a Gulf island"."""
    if (
        frame.key(i) not in ("in", "on", "at", "near")
        or i + 1 >= frame.last
        or frame.tag(i + 1) in (Tag.NUMBER, Tag.TIME)
    ):
        return ""
    phrase = frame.phrase_at(i + 1)
    return frame.text(i, phrase.last) if phrase is not None else ""
