"""Whom or what a sentence speaks of: the subject of its first clause that does more than say something."""

from __future__ import annotations

from reconcile.extract.frame import Frame, Group
from reconcile.extract.subjects import denoted, joint, said_of
from reconcile.extract.tags import Tag
from reconcile.extract.topics import Topics
from reconcile.model.claim import Subject
from reconcile.model.document import Scope

# A verb so near after the noun that follows a reporting verb makes a clause of them: "said sales in May rose".
_CLAUSE = 3


def spoken_of(frame: Frame, topics: Topics) -> Subject | None:
    """The party that the first clause of a sentence of the body or the headline speaks of, where it is a name.

    Who only says something is not spoken of; who reports a thing is: "Acme reported revenue of $5 million".
    """
    if frame.sentence.scope not in (Scope.BODY, Scope.HEADLINE):
        return None
    for group in frame.groups:
        said = None if _speaks(frame, group) else said_of(frame, group)
        if said is None:
            continue
        placed = _named_by(frame, group)
        if placed is not None:
            return placed
        if frame.names_in(said.head.first, said.head.last) or joint(frame, said.chain) is not None:
            return joint(frame, said.chain) or denoted(frame, topics, said.head)
        return None
    return None


def _speaks(frame: Frame, group: Group) -> bool:
    """Whether a reporting verb has a clause after it ("said sales rose") and no thing ("reported sales of")."""
    if frame.key(group.main) not in frame.pack.language.reporting:
        return False
    i = group.last
    while i < frame.last and frame.tag(i) in (Tag.TIME, Tag.ADVERB):
        i += 1
    thing = frame.phrase_at(i) if i < frame.last and frame.tag(i) not in (Tag.PREPOSITION, Tag.PUNCTUATION) else None
    if thing is None or frame.tag(thing.last - 1) is not Tag.NOUN:
        return True
    return any(thing.last <= g.first <= thing.last + _CLAUSE for g in frame.groups)


def _named_by(frame: Frame, group: Group) -> Subject | None:
    """The name a form of "be" gives to what stands before it ("the winner was Acme")."""
    if frame.key(group.main) not in frame.pack.language.auxiliaries:
        return None
    name = next((n for n in frame.names if n.first == group.last), None)
    return Subject(name.id, name.label) if name is not None else None


def acted(frame: Frame, topics: Topics) -> Subject | None:
    """What the first clause with a subject is said of, a name or not; what "it" or "that" can point back to."""
    for group in frame.groups:
        said = None if _speaks(frame, group) else said_of(frame, group)
        if said is not None:
            return denoted(frame, topics, said.head)
    return None
