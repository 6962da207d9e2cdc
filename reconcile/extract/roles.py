"""Role claims: a person's titles at an organisation, in every order news uses.

- "Jane Marsh, chairman and CEO of Acme"   - "Jane Marsh, Acme founder and CEO"   - "Jane Marsh, its founder"
- "Acme CEO Jane Marsh", "Acme's CEO, Jane Marsh"   - "Prime Minister Jane Marsh"   - "Professor Jane Marsh of Acme"
- "Jane Marsh is chairman of Acme", "Jane Marsh was named CEO of Acme", "Acme named Jane Marsh CEO"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reconcile.extract.bodies import Body, body_of, owner_of
from reconcile.extract.draft import base
from reconcile.extract.frame import Frame, Group
from reconcile.extract.holders import appointed, beside, by_verb, gone, office_verb
from reconcile.extract.scope import factuality
from reconcile.extract.subjects import denoted, said_of
from reconcile.extract.titles import Titles, title_lists
from reconcile.extract.topics import Topics
from reconcile.model.claim import Claim, Factuality, Metric, Step, Subject
from reconcile.model.mention import Kind
from reconcile.model.names import Name


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
