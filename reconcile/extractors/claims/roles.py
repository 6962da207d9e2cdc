"""Role claims: a person's titles at an organisation, by the name beside them or the verb that gives them.

- "Jane Marsh, chairman and CEO of Acme"   - "Jane Marsh, Acme founder and CEO"   - "Jane Marsh, its founder"
- "Acme CEO Jane Marsh", "Acme's CEO, Jane Marsh"   - "Prime Minister Jane Marsh"   - "Professor Jane Marsh of Acme"
- "Jane Marsh is chairman of Acme", "Jane Marsh was named CEO of Acme", "Acme named Jane Marsh CEO"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reconcile.extractors.claims.claim_builder import base
from reconcile.extractors.claims.factuality import factuality
from reconcile.extractors.entities.coreference import Topics
from reconcile.extractors.entities.subjects import denoted, said_of
from reconcile.extractors.entities.titles import Body, Titles, body_of, owner_of, title_lists
from reconcile.model.claim import Claim, Factuality, Metric, Step, Subject
from reconcile.model.mention import Kind
from reconcile.model.names import Name
from reconcile.text.parse import Frame, Group, group_before
from reconcile.text.word_classes import Tag

NAMING = frozenset(
    {"is", "was", "became", "become", "becomes", "been", "named", "appointed", "elected", "as", "remains", "be"}
)
ARTICLES = frozenset({"the", "a", "an"})
# What may stand between "as" and a title: "as its new chief executive".
BEFORE_TITLE = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADVERB})
OPENINGS = frozenset({",", "(", "-", "–", "—"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
# The longest stretch of tokens a title may stand from its "as".
NEAR = 3


def beside(frame: Frame, body: Body) -> Name | None:
    """The person named right before or after titles and body, who is taken to hold them."""
    return _before(frame, body.first) or _after(frame, body.last)


def by_verb(frame: Frame, body: Body) -> Name | None:
    """The person that a verb gives titles and body to."""
    return _named(frame, body.first) or _as(frame, body.first)


def appointed(frame: Frame, i: int) -> tuple[Name, Group] | None:
    """The name right before a title at `i` that a verb gives it to, and that verb: "Acme named *Jane Marsh* CEO"."""
    j = i
    while frame.key(j - 1) in ARTICLES | {"its", "their"}:
        j -= 1
    name = next((n for n in frame.names if n.last == j), None)
    group = next((g for g in frame.groups if name is not None and g.last == name.first), None)
    if name is None or group is None or not _personal(name) or not _is_active(frame, group):
        return None
    return (name, group) if _lemma(frame, group) in frame.pack.offices.appointing else None


def _before(frame: Frame, i: int) -> Name | None:
    """A name and a comma, bracket or dash right before; an age may stand between ("Jane Marsh, 52, ")."""
    j = i - 1
    while frame.key(j) in ARTICLES or frame.key(j) in frame.pack.offices.past_modifiers:
        j -= 1
    if frame.key(j) not in OPENINGS:
        return None
    if frame.key(j - 1).isdigit() and frame.key(j - 2) == ",":
        j -= 2
    name = next((n for n in frame.names if n.last == j), None)
    return name if name is not None and _personal(name) else None


def _after(frame: Frame, i: int) -> Name | None:
    """A name right after, with or without a comma: "CEO Jane Marsh", "CEO, Jane Marsh,"."""
    comma = frame.key(i) == ","
    name = next((n for n in frame.names if n.first == i + comma), None)
    return name if name is not None and _personal(name) else None


def _named(frame: Frame, i: int) -> Name | None:
    """A name before a form of "be" or "named": "Jane Marsh was named "."""
    j = i - 1
    while frame.key(j) in ("the", "a", "an", "as", "its", "their"):
        j -= 1
    if frame.key(j) not in NAMING:
        return None
    j -= frame.key(j) == "as"
    while j > frame.first and frame.tag(j) in (Tag.AUXILIARY, Tag.VERB, Tag.ADVERB):
        j -= 1
    if frame.key(j) == "who":
        j -= 1 + (frame.key(j - 1) == ",")
    name = next((n for n in frame.names if n.last == j + 1), None)
    return name if name is not None and _personal(name) else None


def _as(frame: Frame, i: int) -> Name | None:
    """Whom a verb before "as" puts in office: "Jane Marsh took over *as* ", "Acme hired Jane Marsh *as* "."""
    found = office_verb(frame, i)
    if found is None:
        return None
    group, at, gives = found
    if gives:
        name = next((n for n in frame.names if n.last == at), None)
    else:
        said = said_of(frame, group)
        names = frame.names_in(said.head.first, said.head.last) if said is not None else ()
        name = names[-1] if names and said is not None and names[-1].last == said.head.last else None
    return name if name is not None and _personal(name) else None


def office_verb(frame: Frame, i: int) -> tuple[Group, int, bool] | None:
    """The verb before "as" and a title at token `i`, the place of "as", and whether its object gets the office."""
    j = i - 1
    while i - j <= NEAR and (frame.key(j) == "new" or (j > frame.first and frame.tag(j) in BEFORE_TITLE)):
        j -= 1
    group = group_before(frame, j) if frame.key(j) == "as" else None
    if group is None:
        return None
    lemma, offices = _lemma(frame, group), frame.pack.offices
    if lemma in offices.appointing and _is_active(frame, group):
        return group, j, True
    return (
        (group, j, False)
        if lemma in offices.appointing | offices.serving | offices.following | offices.leaving
        else None
    )


def gone(frame: Frame, i: int) -> bool:
    """Whether the words before token `i` say that an office is of the past: "the former ", "stepped down as "."""
    if frame.key(i - 1) in frame.pack.offices.past_modifiers:
        return True
    found = office_verb(frame, i)
    if found is None:
        return False
    lemma, offices = _lemma(frame, found[0]), frame.pack.offices
    return lemma in offices.leaving or (lemma in offices.following and not _is_active(frame, found[0]))


def _lemma(frame: Frame, group: Group) -> str:
    key = frame.key(group.main)
    return frame.pack.language.lemmas.get(key, key)


def _is_active(frame: Frame, group: Group) -> bool:
    return not any(frame.key(i) in BE for i in range(group.first, group.main))


def _personal(name: Name) -> bool:
    """Whether a name can be a person's: of two to four words, and known as nothing else."""
    return name.type in ("person", "unknown") and 2 <= len(name.label.split()) <= 4


def role_claims(frame: Frame, topics: Topics) -> Iterator[Claim]:
    """Every role claim of a sentence."""
    for titles in title_lists(frame):
        claim = _claim(frame, topics, titles)
        if claim is not None:
            yield claim


def _claim(frame: Frame, topics: Topics, titles: Titles) -> Claim | None:
    person, body, said = _held(frame, topics, titles)
    organisation = body.subject
    if person is None or (organisation is not None and organisation.id == person.id):
        return None
    stance, why = factuality(frame, titles.first, titles.last) if said else (Factuality.ASSERTED, ())
    if titles.past or gone(frame, body.first):
        stance = Factuality.HISTORICAL
    how = f"role.{body.how}"
    note = f"“{person.label}” holds “{', '.join(titles.titles)}”"
    claim = base(frame, frame.span(titles.first, titles.last), Kind.ROLE, how, (Step(how, note), *why))
    return replace(
        claim,
        subject=Subject(person.id, person.label),
        metric=Metric("role", "role"),
        organisation=organisation,
        titles=titles.titles,
        factuality=stance,
        evidence=(person.span,),
    )


def _held(frame: Frame, topics: Topics, titles: Titles) -> tuple[Name | None, Body, bool]:
    """Who holds titles, where anyone is named, at which organisation, and whether a verb says so."""
    body = body_of(frame, topics, titles)
    given = appointed(frame, titles.first)
    if given is not None:
        own = body if body.how == "titles-of-organisation" else _employer(frame, topics, body, given[1])
        return given[0], own, True
    person, verb = beside(frame, body), by_verb(frame, body)
    other = owner_of(frame, titles, body) if person is None and verb is None else None
    if other is not None:
        return beside(frame, other), other, False
    if person is not None:
        return person, body if body.subject is not None else _of_person(frame, topics, body, person), False
    found = office_verb(frame, titles.first)
    if found is not None and found[2] and body.subject is None:
        body = _employer(frame, topics, body, found[0])
    return verb, body, True


def _employer(frame: Frame, topics: Topics, body: Body, verb: Group) -> Body:
    """The subject of a verb that puts someone in office: "*Acme* hired Jane Marsh as"."""
    said = said_of(frame, verb)
    subject = denoted(frame, topics, said.head) if said is not None else None
    return Body(subject, body.first, body.last, "appointed")


def _of_person(frame: Frame, topics: Topics, body: Body, person: Name) -> Body:
    """The body named after a person with a title before: "Professor Jane Marsh *of Norwick University*"."""
    if person.first != body.last or frame.key(person.last) not in ("of", "from", "at"):
        return body
    phrase = frame.phrase_at(person.last + 1)
    if phrase is None or not frame.names_in(phrase.first, phrase.last):
        return body
    return Body(denoted(frame, topics, phrase), body.first, body.last, "titles-person-of-organisation")
