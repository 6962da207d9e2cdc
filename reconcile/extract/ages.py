"""Whose an age is: "Ann Marsh, 52,", "a 3-year-old mare", "the 60-year-old mill"."""

from __future__ import annotations

from reconcile.extract.counted import Binding
from reconcile.extract.frame import Bound, Frame, Phrase
from reconcile.extract.subjects import denoted
from reconcile.extract.tags import Tag
from reconcile.extract.topics import Topics
from reconcile.model.claim import Step
from reconcile.model.mention import Kind

LABEL = "age"


def aged(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """An age between commas is of the name before it, one before a noun of that noun; None for any other."""
    if bound.mention.kind is not Kind.AGE:
        return None
    phrase = _before(frame, bound) or _after(frame, bound) or _alone(frame, bound)
    subject = denoted(frame, topics, phrase) if phrase is not None else None
    return None if subject is None else (subject, LABEL, (Step("bind.age", "the age of whom it stands beside"),))


def _before(frame: Frame, bound: Bound) -> Phrase | None:
    """The name before "Ann Marsh, 52" and "Ann Marsh (52)"."""
    i = bound.first - 1
    if frame.key(i) not in (",", "(") or i <= frame.first or frame.tag(i - 1) is not Tag.NAME:
        return None
    return frame.phrase_at(i - 1)


def _alone(frame: Frame, bound: Bound) -> Phrase | None:
    """An age by which someone is called: "the 24-year-old"."""
    called = bound.mention.quote.lower().endswith("old") and frame.key(bound.first - 1) == "the"
    return Phrase(bound.first - 1, bound.last) if called else None


def _after(frame: Frame, bound: Bound) -> Phrase | None:
    if bound.last >= frame.last or frame.tag(bound.last) not in (Tag.NOUN, Tag.NAME):
        return None
    phrase = frame.phrase_at(bound.last)
    return None if phrase is None else Phrase(bound.last, phrase.last)
