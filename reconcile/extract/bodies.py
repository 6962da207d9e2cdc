"""The organisation that a title is held at: "CEO *of Acme*", "*Acme's* CEO", "head of marketing *at Acme*"."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.extract.frame import Frame, Phrase
from reconcile.extract.subjects import denoted
from reconcile.extract.tags import Tag
from reconcile.extract.titles import Titles
from reconcile.extract.topics import Topics
from reconcile.model.claim import Subject

AT = frozenset({"of", "at", "in", "for", "with", "to"})
# The longest rest of an organisation's name after its first phrase, in tokens.
LONG = 8
# How many fields may stand between a title and its organisation ("head of sales for Asia at Acme").
FIELDS = 2
_NAMED = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE, Tag.NAME, Tag.NUMBER})


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, or None, and the tokens `[first, last)` that it makes up with the titles held there."""

    subject: Subject | None
    first: int
    last: int
    how: str


def body_of(frame: Frame, topics: Topics, titles: Titles) -> Body:
    """The organisation beside a title list: after it, past the field of the work, or before it."""
    i = titles.last
    for _ in range(FIELDS):
        phrase = _after(frame, i)
        if phrase is None:
            break
        if not _is_field(frame, phrase):
            end = _to_comma(frame, phrase.last)
            return Body(denoted(frame, topics, phrase), titles.first, end, "titles-of-organisation")
        i = _field_end(frame, phrase)
    return _before(frame, topics, titles, i)


def owner_of(frame: Frame, titles: Titles, body: Body) -> Body | None:
    """The organisation right before titles with a field in `body`: "*Fjord Bank* head of Asia"; None without one."""
    name = next((n for n in frame.names if n.last == titles.first), None)
    return None if name is None else Body(Subject(name.id, name.label), name.first, body.last, "organisation-titles")


def _after(frame: Frame, i: int) -> Phrase | None:
    """The noun phrase after "of", "at" or the like at token `i`."""
    if frame.key(i) not in AT or i + 1 >= frame.last or frame.tag(i + 1) is Tag.TIME:
        return None
    return frame.phrase_at(i + 1)


def _is_field(frame: Frame, phrase: Phrase) -> bool:
    """Whether a phrase is a field of work and no body: common nouns without an article ("marketing", "trade")."""
    if any(frame.tag(k) in _NAMED for k in range(phrase.first, phrase.last)):
        return False
    head = frame.key(phrase.last - 1)
    return head not in frame.pack.scopes.speakers and head not in frame.pack.language.organisation_nouns


def _field_end(frame: Frame, phrase: Phrase) -> int:
    """The end of a field, what "and" adds to it included ("trade and industry")."""
    i = phrase.last
    while frame.key(i) in ("and", "&") and i + 1 < frame.last and frame.tag(i + 1) is Tag.NOUN:
        more = frame.phrase_at(i + 1)
        if more is None or not _is_field(frame, more):
            break
        i = more.last
    return i


def _before(frame: Frame, topics: Topics, titles: Titles, last: int) -> Body:
    j = titles.first - 1
    while j >= frame.first and frame.tag(j) is Tag.GENITIVE:
        j -= 1
    before = next((n for n in frame.names if n.last == j + 1), None)
    if before is not None:
        return Body(Subject(before.id, before.label), before.first, last, "organisation-titles")
    refers = frame.pack.language.possessors.get(frame.key(titles.first - 1))
    if refers is not None:
        owner = topics.pronoun(frame, titles.first - 1, refers)
        return Body(owner, titles.first - 1, last, "pronoun-titles")
    return Body(None, titles.first, last, "titles")


def _to_comma(frame: Frame, i: int) -> int:
    """Where the organisation's long name ends: the next comma before a name, with no verb between; else `i`."""
    for k in range(i, min(frame.last, i + LONG)):
        if frame.tag(k) in (Tag.VERB, Tag.AUXILIARY):
            return i
        if frame.key(k) == ",":
            return k if any(n.first == k + 1 for n in frame.names) else i
    return i
