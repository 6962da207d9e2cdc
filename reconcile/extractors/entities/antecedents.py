"""Antecedents: the names and events that a pronoun or a description can stand for."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model.claim import Subject
from reconcile.model.mention import Kind
from reconcile.model.names import Name, folded
from reconcile.rules.entities import EntityType
from reconcile.rules.language import Refers
from reconcile.text.parse import SentenceParse
from reconcile.text.word_classes import Tag


def event_in(parse: SentenceParse) -> Subject | None:
    """The first event noun of a sentence with its modifiers; known by its plain name ("a quake": "earthquake")."""
    events = parse.pack.language.events
    nouns = (i for i in range(parse.first, parse.last) if parse.tag(i) is Tag.NOUN and parse.key(i) in events)
    at = next((i for i in nouns if _heads(parse, i) and parse.phrase_at(i) is not None), None)
    phrase = parse.phrase_at(at) if at is not None else None
    if at is None or phrase is None:
        return None
    first = phrase.first
    while parse.tag(first) in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER) and first < at:
        first += 1
    before, where = parse.text(first, at) if at > first else "", _where(parse, at + 1)
    plain, written = events[parse.key(at)], parse.text(at, at + 1)
    id_, label = (" ".join(filter(None, (before, noun, where))) for noun in (plain, written))
    return Subject(folded(id_), label)


def _heads(parse: SentenceParse, i: int) -> bool:
    """Whether an event noun is no mere modifier: no noun follows it but a participle or another event noun."""
    following = parse.key(i + 1)
    if i + 1 >= parse.last or parse.tag(i + 1) is not Tag.NOUN:
        return True
    return following.endswith("ing") or following in parse.pack.language.events


def _where(parse: SentenceParse, i: int) -> str:
    """The place right after an event noun: "in Orle", "on a Gulf island"."""
    if (
        parse.key(i) not in parse.pack.language.place_prepositions
        or i + 1 >= parse.last
        or parse.tag(i + 1) in (Tag.NUMBER, Tag.TIME)
    ):
        return ""
    phrase = parse.phrase_at(i + 1)
    return parse.text(i, phrase.last) if phrase is not None else ""


def is_person(parse: SentenceParse, name: Name) -> bool:
    """Whether a noun for a person stands right before a name, or an age after its comma: "striker Sam Orr, 24"."""
    called = name.first > parse.first and parse.tag(name.first - 1) is Tag.NOUN
    if called and parse.key(name.first - 1) in parse.pack.language.agents:
        return True
    after = name.last + (parse.key(name.last) in (",", "("))
    return any(b.mention.kind is Kind.AGE and b.first == after and after > name.last for b in parse.mentions)


def may_be_person(name: Name) -> bool:
    """Whether a name is known as a person's, or as nothing."""
    return name.type in (EntityType.PERSON, EntityType.UNKNOWN)


def can_be_antecedent(name: Name, refers: Refers) -> bool:
    if refers is Refers.PERSON:
        return may_be_person(name) and " " in name.id
    return name.type in (EntityType.ORGANISATION, EntityType.PRODUCT)


def is_party(parse: SentenceParse, name: Name, refers: Refers) -> bool:
    """A place or an unknown name of one word that does something: "Orle told the council of its plan"."""
    short = name.type == EntityType.UNKNOWN and " " not in name.id
    return refers is Refers.THING and (short or name.type == EntityType.PLACE) and is_agent(parse, name)


def is_agent(parse: SentenceParse, name: Name) -> bool:
    """Whether a verb follows a name, adverbs passed over."""
    i = name.last
    while i < parse.last and parse.tag(i) is Tag.ADVERB:
        i += 1
    return i < parse.last and parse.tag(i) in (Tag.VERB, Tag.AUXILIARY)


def nearest_name(parse: SentenceParse, names: list[Name]) -> Name | None:
    """The nearest name; a possessor ("Acme's plan") only when nothing else stands."""
    free = [n for n in names if not (n.last < parse.last and _owns(parse, n.last))]
    chosen = free or names
    return chosen[-1] if chosen else None


def _owns(parse: SentenceParse, i: int) -> bool:
    return parse.tag(i) is Tag.GENITIVE or (i + 1 < parse.last and parse.tag(i + 1) is Tag.GENITIVE)


def called_in(parse: SentenceParse) -> Iterator[tuple[Name, str]]:
    """What a sentence calls the things it names: "the *ship* Orle", "Orle, a *ship*", "Orle is a *ship*".

    Also "the *ship*, the Orle," and "a *ship* called Orle".
    """
    for name in parse.names:
        before = name.first - 1
        before -= before > parse.first and parse.key(before) in parse.pack.language.articles
        apposed = parse.key(before) == "," and parse.key(name.last) in (",", ".", "")
        before -= before > parse.first and (apposed or parse.key(before) in ("called", "named", "dubbed"))
        if before >= parse.first and parse.tag(before) is Tag.NOUN:
            yield name, parse.key(before)
        i = name.last
        copula = parse.key(i) in parse.pack.language.auxiliaries
        if not (copula or parse.key(i) == ",") or parse.key(i + 1) not in parse.pack.language.articles:
            continue
        phrase = parse.phrase_at(i + 1)
        if phrase is not None and parse.tag(phrase.last - 1) is Tag.NOUN:
            yield name, parse.key(phrase.last - 1)


def title_noun(title: str) -> str:
    """The noun of a title: the last word before "of" ("chairman of the group": chairman)."""
    return title.lower().split(" of ")[0].split()[-1]


def people_before(parse: SentenceParse, until: int) -> Subject | None:
    """The last group of people a sentence names by a common noun before token `until` ("registered voters")."""
    for i in range(until - 1, parse.first - 1, -1):
        if parse.key(i) in parse.pack.language.people and parse.tag(i) is Tag.NOUN:
            phrase = parse.phrase_at(i)
            first = phrase.first if phrase is not None and phrase.last == i + 1 else i
            while first < i and parse.tag(first) is not Tag.NOUN:
                first += 1
            label = parse.text(first, i + 1)
            return Subject(folded(label), label, weak=True)
    return None


def heading_topic(parse: SentenceParse) -> Subject | None:
    """The topic a heading names: what stands before its colon."""
    at = next((i for i in range(parse.first, parse.last) if parse.key(i) == ":"), parse.first)
    if at == parse.first:
        return None
    label = parse.text(parse.first, at)
    return Subject(folded(label), label)
