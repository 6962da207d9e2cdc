"""Whose a measure is: the possessor before its noun, or the one its "of", "for", "at" or "in" leads to."""

from __future__ import annotations

from reconcile.extract.clauses import ASIDE
from reconcile.extract.frame import Frame, Phrase
from reconcile.extract.subjects import denoted
from reconcile.extract.tags import Tag
from reconcile.extract.topics import Topics
from reconcile.model.claim import Subject
from reconcile.rules.entities import EntityType

CHAIN = frozenset({"of", "for", "at", "in", "on", "among", "by"})
# After these a common noun is the owner too ("revenue of the firm"); after the others only a name is.
OWNING = frozenset({"of", "for", "at"})


def possessor(frame: Frame, topics: Topics, phrase: Phrase) -> tuple[Subject | None, int]:
    """The possessor at the head of a phrase ("Acme's", "its", "Acme") and where the rest begins."""
    for i in range(phrase.first, phrase.last):
        if frame.tag(i) is Tag.GENITIVE:
            if _ends_in_name(frame, i + 1, phrase.last):
                return None, phrase.first
            return denoted(frame, topics, Phrase(phrase.first, i)), i + 1
    refers = frame.pack.language.possessors.get(frame.key(phrase.first))
    if refers is not None:
        return topics.pronoun(frame, phrase.first, refers), phrase.first + 1
    names = frame.names_in(phrase.first, phrase.last)
    if names and names[0].last < phrase.last and names[0].first <= phrase.first + 1:
        return Subject(names[0].id, names[0].label), names[0].last
    return None, phrase.first


def _ends_in_name(frame: Frame, first: int, last: int) -> bool:
    """Whether what a possessor has is a party with a name of its own: "Ann Marsh's Orle League"."""
    names = frame.names_in(first, last)
    return bool(names) and names[-1].last == last and names[-1].type != EntityType.PLACE


def owner_after(frame: Frame, topics: Topics, i: int, until: int) -> Subject | None:
    """The owner that a chain from token `i` leads to: its first name, else what its first "of" names.

    "prevalence of hunger in Austria" is Austria's; "revenue of the firm" the firm's.
    """
    common: Subject | None = None
    while i < until:
        if frame.key(i) == "(":
            i = next((k + 1 for k in range(i, min(until, i + ASIDE)) if frame.key(k) == ")"), until)
        elif frame.tag(i) is Tag.TIME:
            i += 1
        elif frame.key(i) in CHAIN and i + 1 < until:
            phrase = frame.phrase_at(i + 1) if frame.tag(i + 1) is not Tag.TIME else Phrase(i + 1, i + 2)
            if phrase is None or frame.tag(i + 1) is Tag.NUMBER:
                break
            if frame.names_in(phrase.first, phrase.last):
                return denoted(frame, topics, phrase)
            if common is None and frame.key(i) in OWNING:
                common = denoted(frame, topics, phrase)
            i = phrase.last
        else:
            break
    return common
