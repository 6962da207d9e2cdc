"""Who the source says said it: "according to X", "X said", "said X"."""

from __future__ import annotations

from reconcile.extract.frame import Frame, Group
from reconcile.extract.subjects import said_of
from reconcile.extract.tags import Tag
from reconcile.model.claim import Subject

# The longest name of a speaker, in tokens.
MAX_NAME = 8


def attribution(frame: Frame, first: int, subject: Subject | None = None) -> str | None:
    """Who the sentence says said it; not the subject speaking of what it did. `first` is the claim's first token."""
    for i in range(frame.first, frame.last):
        match = frame.pack.scopes.attribution.match(frame.tokens, i)
        if match is not None:
            return _who(frame, match[1])
    for group in frame.groups:
        if frame.key(group.main) in frame.pack.language.reporting:
            found = _named(frame, group, first) or _described(frame, group)
            if found is not None and (subject is None or found not in subject.label):
                return found
    return None


def _named(frame: Frame, group: Group, value: int) -> str | None:
    """The name right after a reporting verb, or right before one that the value follows."""
    after = next((n for n in frame.names if n.first == group.last), None)
    if after is not None and _inverted(frame, group):
        return after.label
    before = next((n for n in frame.names if n.last == group.first), None)
    return before.label if before is not None and value > group.last else None


def _described(frame: Frame, group: Group) -> str | None:
    """Those who speak for others and have no name: "police in Norwick said", "said a harbour official"."""
    after = frame.phrase_at(group.last) if group.last < frame.last and _inverted(frame, group) else None
    if after is not None and _speaks(frame, after.last - 1):
        return frame.text(after.first, after.last)
    said = said_of(frame, group)
    if said is None or not _speaks(frame, said.head.last - 1) or said.chain.last - said.chain.first > MAX_NAME:
        return None
    return frame.text(said.head.first, said.chain.last)


def _inverted(frame: Frame, group: Group) -> bool:
    """Whether a reporting verb stands before its subject: right after what is said, a comma or a quotation mark."""
    return group.first == frame.first or frame.tag(group.first - 1) is Tag.PUNCTUATION


def _speaks(frame: Frame, i: int) -> bool:
    return frame.tag(i) is Tag.NOUN and frame.key(i) in frame.pack.scopes.speakers


def _who(frame: Frame, i: int) -> str | None:
    if i >= frame.last:
        return None
    phrase = frame.phrase_at(i)
    if phrase is None or phrase.last - phrase.first > MAX_NAME:
        return None
    named = bool(frame.names_in(phrase.first, phrase.last))
    first = phrase.first + (named and frame.tag(phrase.first) is Tag.DETERMINER)
    return frame.text(first, phrase.last)
