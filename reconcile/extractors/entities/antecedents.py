"""Antecedents: the names and events that a pronoun or a description can stand for, and those tied to it by their
place.
"""

from __future__ import annotations

from reconcile.model.claim import Subject
from reconcile.model.mention import Kind
from reconcile.model.names import Name, folded
from reconcile.rules.entities import EntityType
from reconcile.rules.language import Refers
from reconcile.text.parse import Frame
from reconcile.text.word_classes import Tag


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


JOINING = frozenset({"and", "or", "with", "&"})
OPENERS = frozenset({"which", "who", "whose"})
THINGS = frozenset({EntityType.ORGANISATION, EntityType.PRODUCT, EntityType.UNKNOWN, EntityType.PLACE})
PERSONS = frozenset({EntityType.PERSON, EntityType.UNKNOWN})


def tied(frame: Frame, i: int, refers: Refers) -> Name | None:
    """The name right before "and its", or the one that the relative clause around token `i` describes."""
    kinds = {Refers.THING: THINGS, Refers.PERSON: PERSONS}.get(refers, frozenset())
    joined = frame.tag(i) is Tag.POSSESSIVE and frame.key(i - 1) in JOINING
    for name in reversed(frame.names):
        if name.last > i or name.type not in kinds:
            continue
        if joined and name.last == i - 1:
            return name
        opener = name.last + (frame.key(name.last) == ",")
        if opener < i and frame.key(opener) in OPENERS and _open(frame, opener + 1, i):
            return name
    return None


def is_person(frame: Frame, name: Name) -> bool:
    """Whether a noun for a person stands right before a name, or an age after its comma: "striker Sam Orr, 24"."""
    called = name.first > frame.first and frame.tag(name.first - 1) is Tag.NOUN
    if called and frame.key(name.first - 1) in frame.pack.language.agents:
        return True
    after = name.last + (frame.key(name.last) in (",", "("))
    return any(b.mention.kind is Kind.AGE and b.first == after and after > name.last for b in frame.mentions)


def _open(frame: Frame, first: int, last: int) -> bool:
    """Whether a relative clause is not over: no comma, stop or other clause in tokens `[first, last)`."""
    return not any(
        frame.tag(k) in (Tag.PUNCTUATION, Tag.SUBORDINATOR) and frame.key(k) != "'" for k in range(first, last)
    )


def fits(name: Name, refers: Refers) -> bool:
    if refers is Refers.PERSON:
        return name.type in (EntityType.PERSON, EntityType.UNKNOWN) and " " in name.id
    return name.type in (EntityType.ORGANISATION, EntityType.PRODUCT)


def is_party(frame: Frame, name: Name, refers: Refers) -> bool:
    """A place or an unknown name of one word that does something: "Orle told the council of its plan"."""
    short = name.type == EntityType.UNKNOWN and " " not in name.id
    return refers is Refers.THING and (short or name.type == EntityType.PLACE) and acts(frame, name)


def acts(frame: Frame, name: Name) -> bool:
    """Whether a verb follows a name, adverbs passed over."""
    i = name.last
    while i < frame.last and frame.tag(i) is Tag.ADVERB:
        i += 1
    return i < frame.last and frame.tag(i) in (Tag.VERB, Tag.AUXILIARY)


def nearest(frame: Frame, names: list[Name]) -> Name | None:
    """The nearest name; a possessor ("Acme's plan") only when nothing else stands."""
    free = [n for n in names if not (n.last < frame.last and _owns(frame, n.last))]
    chosen = free or names
    return chosen[-1] if chosen else None


def _owns(frame: Frame, i: int) -> bool:
    return frame.tag(i) is Tag.GENITIVE or (i + 1 < frame.last and frame.tag(i + 1) is Tag.GENITIVE)
