"""Possessors and agents: whose a measure is, by "X's" or "of X", and who does what a clause tells."""

from __future__ import annotations

from reconcile.extractors.entities.coreference import Topics
from reconcile.extractors.entities.subjects import Said, denoted, joint, said_of
from reconcile.model.claim import Subject
from reconcile.model.mention import Kind
from reconcile.rules.entities import EntityType
from reconcile.text.parse import ASIDE, Bound, Frame, Phrase, group_before
from reconcile.text.word_classes import Tag

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


# Values that belong to an owner: "Acme shares rose 5 percent" is of Acme.
OWNED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.RATIO})


def actor(frame: Frame, topics: Topics, said: Said, bound: Bound) -> Subject | None:
    """The clause's subject; the owner of what rose or cost; not one who only says or expects the value."""
    named = frame.names_in(said.head.first, said.head.last)
    verb = frame.key(said.group.main)
    if bound.mention.kind in OWNED and named and facet(frame, said):
        return Subject(named[-1].id, named[-1].label)
    if bound.mention.kind in OWNED and frame.key(said.head.last - 1) in frame.pack.language.belongings:
        owner = owner_after(frame, topics, said.head.last, said.group.first)
        if owner is not None:
            return owner
    person = bool(named) and named[-1].type in ("person", "unknown") and " " in named[-1].id
    speaks = verb in frame.pack.language.reporting and person
    if speaks and topics.focus is not None and topics.focus.id != named[-1].id:
        return topics.standing()
    return joint(frame, said.chain) or denoted(frame, topics, said.head)


def facet(frame: Frame, said: Said) -> str:
    """The common noun that heads a subject with a name in it ("Acme *shares* rose"): part of what is measured."""
    owned = frame.names_in(said.head.first, said.head.last)
    ends = bool(owned) and owned[-1].last < said.head.last
    return frame.text(owned[-1].last, said.head.last).removeprefix("'s ") if ends else ""


def clause_actor(frame: Frame, topics: Topics, bound: Bound) -> Subject | None:
    """The actor of the clause that a value stands in."""
    group = group_before(frame, bound.first)
    said = said_of(frame, group) if group is not None else None
    return None if said is None else actor(frame, topics, said, bound)
