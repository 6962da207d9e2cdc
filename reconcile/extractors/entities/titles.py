"""Titles as a sentence lists them, and the organisation they are held at: "CEO *of Acme*", "vice chairman and COO"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.extractors.entities.coreference import Topics
from reconcile.extractors.entities.subjects import denoted
from reconcile.model.claim import Subject
from reconcile.text.parse import Frame, Phrase
from reconcile.text.word_classes import Tag

HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Titles:
    """A list of titles at tokens `[first, last)`: each as written, and whether they are said to be of the past."""

    first: int
    last: int
    titles: tuple[str, ...]
    past: bool


def title_lists(frame: Frame) -> Iterator[Titles]:
    """The title lists of a sentence, from the left."""
    starts, keys = frame.pack.offices.starts, frame.tokens.keys
    i = frame.first
    while i < frame.last:
        end = _title(frame, i) if keys[i] in starts else None
        if end is None:
            i += 1
            continue
        titles, j = [_written(frame, i, end)], end
        while True:
            k = j
            while frame.key(k) in (",", "and", "&"):
                k += 1
            more = _title(frame, k) if k > j else None
            if more is None:
                break
            titles.append(_written(frame, k, more))
            j = more
        past = frame.key(i) in frame.pack.offices.past_modifiers
        yield Titles(i, j, tuple(titles), past)
        i = j


def _title(frame: Frame, i: int) -> int | None:
    """The end of the title that begins at `i`, modifiers before and tails after it included."""
    offices = frame.pack.offices
    j = i
    while frame.key(j) in offices.modifiers:
        j += 1
        if frame.key(j) in HYPHENS:
            j += 1
    match = offices.titles.match(frame.tokens, j) if j < frame.last else None
    if match is None or match[1] > frame.last:
        return None
    if frame.tag(match[1] - 1) is Tag.VERB:
        return None
    tail = offices.tails.match(frame.tokens, match[1]) if match[1] < frame.last else None
    return tail[1] if tail is not None and tail[1] <= frame.last else match[1]


def _written(frame: Frame, first: int, last: int) -> str:
    """A title as written, spaces around its hyphens dropped ("governor - general")."""
    return frame.text(first, last).replace(" - ", "-")


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
