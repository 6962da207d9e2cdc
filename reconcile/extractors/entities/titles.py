"""Titles as a sentence lists them, and the organisation they are held at: "CEO *of Acme*", "vice chairman and COO"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.extractors.entities.subjects import resolve_reference
from reconcile.model.claim import Subject
from reconcile.model.names import Name
from reconcile.rules.entities import EntityType
from reconcile.text.parse import NounPhrase, SentenceParse
from reconcile.text.word_classes import HYPHENS, Tag


@dataclass(frozen=True, slots=True)
class Titles:
    """A list of titles at tokens `[first, last)`: each as written, and whether they are said to be of the past."""

    first: int
    last: int
    titles: tuple[str, ...]
    past: bool


def title_lists(parse: SentenceParse) -> Iterator[Titles]:
    """The title lists of a sentence, from the left."""
    keys, occupations = parse.tokens.keys[parse.first : parse.last], parse.pack.language.occupations
    if parse.pack.offices.starts.isdisjoint(keys) and occupations.isdisjoint(keys):
        return
    i = parse.first
    while i < parse.last:
        begins = parse.tag(i) is Tag.NOUN or parse.key(i) in parse.pack.offices.starts
        listed = tuple(_listed(parse, i)) if begins else ()
        if listed:
            past = parse.key(i) in parse.pack.offices.past_modifiers
            yield Titles(i, listed[-1][1], tuple(_written(parse, *place) for place in listed), past)
        i = listed[-1][1] if listed else i + 1


def _listed(parse: SentenceParse, i: int) -> Iterator[tuple[int, int]]:
    """The tokens of each title of the list that begins at token `i`."""
    end = _title(parse, i)
    title = None if end is None else (i, end)
    while title is not None:
        yield title
        title = _next_title(parse, title[1])


def _next_title(parse: SentenceParse, i: int) -> tuple[int, int] | None:
    """The title that a comma or "and" at token `i` adds: "director *and a founder*", "editor *and Acme director*"."""
    k = i
    while parse.key(k) in (",", "and", "&"):
        k += 1
    if k == i:
        return _second_title(parse, i)
    k += parse.key(k) in parse.pack.language.articles
    employer = next((n for n in parse.names if n.first == k), None)
    for start in (k, employer.last if employer is not None else k):
        end = _title(parse, start) if start < parse.last else None
        if end is not None:
            return start, end
    return None


def _second_title(parse: SentenceParse, i: int) -> tuple[int, int] | None:
    """The title with a capital that follows another at token `i`: "Astrophysicist *Professor* Ida Holm"."""
    end = _title(parse, i) if i < parse.last and parse.tokens.word(i)[0].isupper() else None
    return None if end is None else (i, end)


def _title(parse: SentenceParse, i: int) -> int | None:
    """The end of the title that begins at `i`: an office, or an occupation with the nouns before it."""
    return _office(parse, i) or _occupation(parse, i)


def _office(parse: SentenceParse, i: int) -> int | None:
    """The end of the office that begins at `i`, modifiers before and tails after it included."""
    offices = parse.pack.offices
    if parse.key(i) not in offices.starts:
        return None
    j = i
    while parse.key(j) in offices.modifiers:
        j += 1
        if parse.key(j) in HYPHENS:
            j += 1
    match = offices.titles.match(parse.tokens, j) if j < parse.last else None
    if match is None or match[1] > parse.last or parse.tag(match[1] - 1) is Tag.VERB:
        return None
    tail = offices.tails.match(parse.tokens, match[1]) if match[1] < parse.last else None
    return tail[1] if tail is not None and tail[1] <= parse.last else match[1]


def _occupation(parse: SentenceParse, i: int) -> int | None:
    """The end of the run of common nouns at `i` that ends in what a person does: "*asteroid expert* Ida Holm"."""
    language, j = parse.pack.language, i
    if not _is_common(parse, i) or parse.key(i) in language.epithets:
        return None
    while j < min(parse.last, i + LONGEST) and _is_common(parse, j):
        j += 1
    j -= j < parse.last and parse.tag(j) is Tag.GENITIVE
    if j == i or parse.key(j - 1) not in language.occupations:
        return None
    tail = parse.pack.offices.tails.match(parse.tokens, j) if j < parse.last else None
    return tail[1] if tail is not None and tail[1] <= parse.last else j


def _is_common(parse: SentenceParse, i: int) -> bool:
    """Whether token `i` is a common noun or the hyphen of a compound."""
    if parse.tag(i) is Tag.NOUN:
        return True
    joined = parse.key(i) in HYPHENS and i + 1 < parse.last and parse.tokens.touches(i)
    return joined and parse.tokens.touches(i + 1)


def _written(parse: SentenceParse, first: int, last: int) -> str:
    """A title as written, spaces around its hyphens dropped ("governor - general")."""
    return parse.text(first, last).replace(" - ", "-")


# The most tokens of a title that names an occupation.
LONGEST = 5
# The longest rest of an organisation's name after its first phrase, in tokens.
LONG = 8
# How many fields may stand between a title and its organisation ("head of sales for Asia at Acme").
FIELDS = 2
_NAMED = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.GENITIVE, Tag.NAME, Tag.NUMBER})


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """An organisation, or None, and the tokens `[first, last)` that it makes up with the titles held there."""

    subject: Subject | None
    first: int
    last: int
    how: str


def find_organisation(parse: SentenceParse, discourse: DiscourseState, titles: Titles) -> OrganisationMention:
    """The organisation beside a title list: after it, past the field of the work, or before it."""
    i, employer = titles.last, _employer_before(parse, titles.first)
    if employer is not None:
        # "Acme *head of sales in Asia*": what follows says of which field the title is
        end = _before_name(parse, i)
        return OrganisationMention(Subject(employer.id, employer.label), employer.first, end, "organisation-titles")
    for _ in range(FIELDS):
        phrase = _after(parse, i)
        if phrase is None:
            break
        if not _is_field(parse, phrase):
            end = _to_comma(parse, phrase.last)
            return OrganisationMention(
                resolve_reference(parse, discourse, phrase), titles.first, end, "titles-of-organisation"
            )
        i = _field_end(parse, phrase)
    return _before(parse, discourse, titles, i)


def _employer_before(parse: SentenceParse, i: int) -> Name | None:
    """The name, of no place, right before a title at token `i`: "*Acme* head", "*Acme*'s head"."""
    j = _field_start(parse, i)
    while j > parse.first and parse.tag(j - 1) is Tag.GENITIVE:
        j -= 1
    name = next((n for n in parse.names if n.last == j), None)
    return None if name is None or name.type == EntityType.PLACE else name


def _before_name(parse: SentenceParse, i: int) -> int:
    """Past the field that a preposition at `i` opens, up to a name that ends it: "*of Asian sales* Ida Holm"."""
    phrase = _after(parse, i)
    if phrase is None:
        return i
    last = next((n for n in parse.names if n.last == phrase.last and n.first > i + 1), None)
    return phrase.last if last is None else last.first


def _after(parse: SentenceParse, i: int) -> NounPhrase | None:
    """The noun phrase after "of", "at" or the like at token `i`."""
    if (
        parse.key(i) not in parse.pack.language.title_prepositions
        or i + 1 >= parse.last
        or parse.tag(i + 1) is Tag.TIME
    ):
        return None
    return parse.phrase_at(i + 1)


def _is_field(parse: SentenceParse, phrase: NounPhrase) -> bool:
    """Whether a phrase is a field of work and no body: common nouns without an article ("marketing", "trade")."""
    if any(parse.tag(k) in _NAMED for k in range(phrase.first, phrase.last)):
        return False
    head = parse.key(phrase.last - 1)
    return head not in parse.pack.scopes.speakers and head not in parse.pack.language.organisation_nouns


def _field_end(parse: SentenceParse, phrase: NounPhrase) -> int:
    """The end of a field, what "and" adds to it included ("trade and industry")."""
    i = phrase.last
    while parse.key(i) in ("and", "&") and i + 1 < parse.last and parse.tag(i + 1) is Tag.NOUN:
        more = parse.phrase_at(i + 1)
        if more is None or not _is_field(parse, more):
            break
        i = more.last
    return i


def _before(parse: SentenceParse, discourse: DiscourseState, titles: Titles, last: int) -> OrganisationMention:
    first = _field_start(parse, titles.first)
    j = first - 1
    while j >= parse.first and parse.tag(j) is Tag.GENITIVE:
        j -= 1
    before = next((n for n in parse.names if n.last == j + 1), None)
    if before is not None:
        return OrganisationMention(Subject(before.id, before.label), before.first, last, "organisation-titles")
    described = parse.phrase_at(j)
    if j < first - 1 and described is not None:
        owner = discourse.resolve_description(parse, described.first, j + 1)
        return OrganisationMention(owner, described.first, last, "owner-titles")
    refers = parse.pack.language.possessors.get(parse.key(first - 1))
    if refers is not None:
        owner = discourse.resolve_pronoun(parse, first - 1, refers)
        return OrganisationMention(owner, first - 1, last, "pronoun-titles")
    return OrganisationMention(None, first, last, "titles")


def _field_start(parse: SentenceParse, i: int) -> int:
    """Left over the nouns that say of which field a title at token `i` is: "a *state government* minister"."""
    for _ in range(LONGEST):
        if i <= parse.first or not _is_common(parse, i - 1) or parse.key(i - 1) in parse.pack.language.epithets:
            break
        i -= 1
    return i


def _to_comma(parse: SentenceParse, i: int) -> int:
    """Where the organisation's long name ends: the next comma before a name, with no verb between; else `i`."""
    for k in range(i, min(parse.last, i + LONG)):
        if parse.tag(k) in (Tag.VERB, Tag.AUXILIARY):
            return i
        if parse.key(k) == ",":
            return k if any(n.first == k + 1 for n in parse.names) else i
    return i
