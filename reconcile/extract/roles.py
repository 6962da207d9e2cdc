"""Role claims: a person's titles at an organisation, in every order news uses.

- "Jane Marsh, chairman and CEO of Acme"   - "Jane Marsh, Acme founder and CEO"   - "Jane Marsh, its founder"
- "Acme CEO Jane Marsh", "Acme's CEO, Jane Marsh"   - "Prime Minister Jane Marsh"
- "Jane Marsh is chairman of Acme", "Jane Marsh was named CEO of Acme"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reconcile.extract.draft import base
from reconcile.extract.frame import Frame
from reconcile.extract.subjects import denoted
from reconcile.extract.tags import Tag
from reconcile.extract.topics import Topics
from reconcile.model.claim import Claim, Factuality, Metric, Step, Subject
from reconcile.model.mention import Kind
from reconcile.model.names import Name

AT = frozenset({"of", "at", "in", "for"})
# The longest rest of an organisation's name after its first phrase, in tokens.
LONG = 8
NAMING = frozenset({"is", "was", "became", "named", "appointed", "elected", "as", "remains", "be"})


@dataclass(frozen=True, slots=True)
class Titles:
    """A list of titles at tokens `[first, last)`: each as written, with the id of its office."""

    first: int
    last: int
    titles: tuple[str, ...]
    past: bool


def role_claims(frame: Frame, topics: Topics) -> Iterator[Claim]:
    """Every role claim of a sentence."""
    for titles in title_lists(frame):
        claim = _claim(frame, topics, titles)
        if claim is not None:
            yield claim


def title_lists(frame: Frame) -> Iterator[Titles]:
    """The title lists of a sentence: "vice chairman, group president and COO"."""
    i = frame.first
    while i < frame.last:
        end = _title(frame, i)
        if end is None:
            i += 1
            continue
        titles, j = [frame.text(i, end)], end
        while True:
            k = j
            while frame.key(k) in (",", "and", "&"):
                k += 1
            more = _title(frame, k) if k > j else None
            if more is None:
                break
            titles.append(frame.text(k, more))
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
        if frame.key(j) in "-‐‑":
            j += 1
    match = offices.titles.match(frame.tokens, j) if j < frame.last else None
    if match is None or match[1] > frame.last:
        return None
    if frame.tag(match[1] - 1) is Tag.VERB:
        return None
    tail = offices.tails.match(frame.tokens, match[1]) if match[1] < frame.last else None
    return tail[1] if tail is not None and tail[1] <= frame.last else match[1]


def _claim(frame: Frame, topics: Topics, titles: Titles) -> Claim | None:
    organisation, start, end, how = _organisation(frame, topics, titles)
    person = _person_before(frame, start) or _person_after(frame, end) or _person_named(frame, start)
    if person is None or (organisation is not None and organisation.id == person.id):
        return None
    span = frame.span(titles.first, titles.last)
    note = f"“{person.label}” holds “{', '.join(titles.titles)}”"
    claim = base(frame, span, Kind.ROLE, f"role.{how}", (Step(f"role.{how}", note),))
    return replace(
        claim,
        subject=Subject(person.id, person.label),
        metric=Metric("role", "role"),
        organisation=organisation,
        titles=titles.titles,
        factuality=Factuality.HISTORICAL if titles.past else Factuality.ASSERTED,
        evidence=(person.span,),
    )


def _organisation(frame: Frame, topics: Topics, titles: Titles) -> tuple[Subject | None, int, int, str]:
    """The organisation beside a title list, and the tokens where titles and organisation begin and end."""
    i = titles.last
    if frame.key(i) in AT and i + 1 < frame.last and frame.tag(i + 1) is not Tag.TIME:
        phrase = frame.phrase_at(i + 1)
        if phrase is not None:
            return denoted(frame, topics, phrase), titles.first, _to_comma(frame, phrase.last), "titles-of-organisation"
    j = titles.first - 1
    while j >= frame.first and frame.tag(j) is Tag.GENITIVE:
        j -= 1
    before = next((n for n in frame.names if n.last == j + 1), None)
    if before is not None:
        return Subject(before.id, before.label), before.first, titles.last, "organisation-titles"
    refers = frame.pack.language.possessors.get(frame.key(titles.first - 1))
    if refers is not None:
        owner = topics.pronoun(frame, titles.first - 1, refers)
        return owner, titles.first - 1, titles.last, "pronoun-titles"
    return None, titles.first, titles.last, "titles"


def _to_comma(frame: Frame, i: int) -> int:
    """Where the organisation's long name ends: the next comma before a name, with no verb between; else `i`."""
    for k in range(i, min(frame.last, i + LONG)):
        if frame.tag(k) in (Tag.VERB, Tag.AUXILIARY):
            return i
        if frame.key(k) == ",":
            return k if any(n.first == k + 1 for n in frame.names) else i
    return i


def _person_before(frame: Frame, i: int) -> Name | None:
    """A name and a comma right before: "Jane Marsh, "; an age may stand between ("Jane Marsh, 52, ")."""
    j = i - 1
    while frame.key(j) in ("the", "a", "an"):
        j -= 1
    if frame.key(j) != ",":
        return None
    if frame.key(j - 1).isdigit() and frame.key(j - 2) == ",":
        j -= 2
    name = next((n for n in frame.names if n.last == j), None)
    return name if name is not None and _personal(name) else None


def _person_after(frame: Frame, i: int) -> Name | None:
    """A name right after, with or without a comma: "CEO Jane Marsh", "CEO, Jane Marsh,"."""
    comma = frame.key(i) == ","
    name = next((n for n in frame.names if n.first == i + comma), None)
    return name if name is not None and _personal(name) else None


def _person_named(frame: Frame, i: int) -> Name | None:
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


def _personal(name: Name) -> bool:
    """Whether a name can be a person's: of two to four words, and known as nothing else."""
    return name.type in ("person", "unknown") and 2 <= len(name.label.split()) <= 4
