"""Role claims: a person's titles at an organisation, by the name beside them or the verb that gives them.

- "Jane Marsh, chairman and CEO of Acme"   - "Jane Marsh, Acme founder and CEO"   - "Jane Marsh, its founder"
- "Acme CEO Jane Marsh", "Acme's CEO, Jane Marsh"   - "Prime Minister Jane Marsh"
- "Jane Marsh is chairman of Acme", "Jane Marsh was named CEO of Acme", "Acme named Jane Marsh CEO"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reconcile.extractors.claims.claim_builder import new_claim
from reconcile.extractors.claims.factuality import factuality
from reconcile.extractors.entities.antecedents import may_be_person
from reconcile.extractors.entities.clause_subjects import find_subject
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.extractors.entities.subjects import resolve_pronoun, resolve_reference
from reconcile.extractors.entities.titles import (
    OrganisationMention,
    Titles,
    find_organisation,
    title_lists,
)
from reconcile.model.claim import Claim, Factuality, Metric, Step, Subject
from reconcile.model.mention import Kind
from reconcile.model.names import Name
from reconcile.rules.language import Refers
from reconcile.text.parse import SentenceParse, VerbGroup, governing_group_before
from reconcile.text.word_classes import Tag

# What may stand between "as" and a title: "as its new chief executive".
BEFORE_TITLE = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADVERB})
OPENINGS = frozenset({",", "(", "-", "–", "—"})
# The longest stretch of tokens a title may stand from its "as".
NEAR = 3


def adjacent_person(parse: SentenceParse, body: OrganisationMention) -> Name | None:
    """The person named right before or after titles and body, who is taken to hold them.

    A name that nothing parts from the title comes first: "To Ida Holm, *coach Tom Orr* said".
    """
    after = _after(parse, body.last)
    if (
        after is not None
        and after.first == body.last
        and parse.key(after.last - 1) not in parse.pack.language.occupations
    ):
        return after
    return _before(parse, body.first) or after


def person_by_verb(parse: SentenceParse, body: OrganisationMention) -> Name | None:
    """The person that a verb gives titles and body to."""
    return _named(parse, body.first) or _as(parse, body.first)


def appointed(parse: SentenceParse, i: int) -> tuple[Name, VerbGroup] | None:
    """The name right before a title at `i` that a verb gives it to, and that verb: "Acme named *Jane Marsh* CEO"."""
    j = i
    while _is_determiner(parse, j - 1):
        j -= 1
    name = next((n for n in parse.names if n.last == j), None)
    group = next((g for g in parse.groups if name is not None and g.last == name.first), None)
    if name is None or group is None or not _personal(name) or not _is_active(parse, group):
        return None
    return (name, group) if _base(parse, group.main) in parse.pack.offices.appointing else None


def _before(parse: SentenceParse, i: int) -> Name | None:
    """A name and a comma, bracket or dash right before; an age may stand between ("Jane Marsh, 52, ")."""
    j = i - 1
    while _is_before_title(parse, j):
        j -= 1
    if parse.key(j) not in OPENINGS:
        return None
    if parse.key(j - 1).isdigit() and parse.key(j - 2) == ",":
        j -= 2
    name = next((n for n in parse.names if n.last == j), None)
    return name if name is not None and _personal(name) else None


def _is_before_title(parse: SentenceParse, i: int) -> bool:
    """Whether token `i` may stand before a title and is no part of it: "a", "the former", "the 21st", "its veteran"."""
    key, language = parse.key(i), parse.pack.language
    if key in language.articles or key in parse.pack.offices.past_modifiers or key in language.epithets:
        return True
    return i > parse.first and parse.tag(i) is Tag.NUMBER


def _after(parse: SentenceParse, i: int) -> Name | None:
    """A name right after, with or without a comma: "CEO Jane Marsh", "CEO, Jane Marsh,"."""
    comma = parse.key(i) == ","
    name = next((n for n in parse.names if n.first == i + comma), None)
    if name is None or _personal(name):
        return name
    return name if not comma and may_be_person(name) and _calls(parse, i - 1, name.last) else None


def _calls(parse: SentenceParse, i: int, end: int) -> bool:
    """Whether the title at token `i` is written short or with a capital: so it calls a surname too: "Capt. Marsh".

    Not a name torn by a title at token `end`: "President Billy King".
    """
    torn = parse.key(end) in parse.pack.offices.starts and parse.tokens.word(end)[0].isupper()
    return not torn and (parse.key(i) == "." or parse.tokens.word(i)[0].isupper())


def _named(parse: SentenceParse, i: int) -> Name | None:
    """A name before a form of "be" or "named": "Jane Marsh was named "."""
    j = i - 1
    while parse.key(j) == "as" or _is_determiner(parse, j) or _is_before_title(parse, j):
        j -= 1
    group = next((g for g in parse.groups if g.main == j), None)
    passive = group is not None and not _is_active(parse, group) and _base(parse, j) in parse.pack.offices.appointing
    if not passive and parse.key(j) not in parse.pack.language.copulas:
        return None
    while j > parse.first and parse.tag(j) in (Tag.AUXILIARY, Tag.VERB, Tag.ADVERB):
        j -= 1
    if parse.key(j) == "who":
        j -= 1 + (parse.key(j - 1) == ",")
    name = next((n for n in parse.names if n.last == j + 1), None)
    return name if name is not None and _personal(name) else None


def pronoun_by_verb(parse: SentenceParse, discourse: DiscourseState, i: int) -> Subject | None:
    """Whom "he" or "she" before the verb that gives the title at token `i` stands for: "*She* served as coach"."""
    owner = _post_owner(parse, i)
    if owner is not None:
        refers = parse.pack.language.possessors.get(parse.key(owner))
        return discourse.resolve_pronoun(parse, owner, refers) if refers is Refers.PERSON else None
    found = office_verb(parse, i)
    group = governing_group_before(parse, i) if found is None else None if found[2] else found[0]
    arc = find_subject(parse, group) if group is not None else None
    if group is None or arc is None or (found is None and not _gives_title(parse, group, i)):
        return None
    refers = parse.pack.language.pronouns.get(parse.key(arc.head.first))
    return resolve_pronoun(parse, discourse, arc.head.first, refers) if refers is Refers.PERSON else None


def _gives_title(parse: SentenceParse, group: VerbGroup, i: int) -> bool:
    """Whether a verb with nothing but what may stand before a title between says that its subject holds it."""
    j = i - 1
    while j >= group.last and (_is_determiner(parse, j) or _is_before_title(parse, j)):
        j -= 1
    if j != group.last - 1:
        return False
    passive = not _is_active(parse, group) and _base(parse, group.main) in parse.pack.offices.appointing
    return passive or parse.key(group.main) in parse.pack.language.copulas


def _as(parse: SentenceParse, i: int) -> Name | None:
    """Whom a verb before "as" puts in office: "Jane Marsh took over *as* ", "Acme hired Jane Marsh *as* "."""
    owner, found = _post_owner(parse, i), office_verb(parse, i)
    if owner is not None or found is None:
        end = owner
    elif found[2]:
        end = found[1]
    else:
        arc = find_subject(parse, found[0])
        end = arc.head.last if arc is not None else None
    return next((n for n in parse.names if n.last == end and _personal(n)), None)


def _as_before(parse: SentenceParse, i: int) -> int | None:
    """The place of the "as" before a title at token `i`, or None: "served *as* ", "her job *as* its new "."""
    j = i - 1
    while i - j <= NEAR and j > parse.first and (_is_before_title(parse, j) or parse.tag(j) in BEFORE_TITLE):
        j -= 1
    return j if parse.key(j) == "as" else None


def _post_owner(parse: SentenceParse, i: int) -> int | None:
    """The genitive or possessive of the noun before "as" and a title at `i`: "*her* job as ", "Orle*'s* post as "."""
    at = _as_before(parse, i)
    phrase = parse.phrase_at(at - 1) if at is not None and at > parse.first else None
    if phrase is None or phrase.last != at:
        return None
    if parse.tag(phrase.first) is Tag.POSSESSIVE:
        return phrase.first
    return parse.genitive_in(phrase.first, phrase.last)


def office_verb(parse: SentenceParse, i: int) -> tuple[VerbGroup, int, bool] | None:
    """The verb before "as" and a title at token `i`, the place of "as", and whether its object gets the office.

    What stands "as" something is its subject ("earned $5 as a nurse"), unless the verb says how a thing seems.
    """
    j = _as_before(parse, i)
    group = governing_group_before(parse, j) if j is not None else None
    if j is None or group is None:
        return None
    lemma, offices = _base(parse, group.main), parse.pack.offices
    if lemma in offices.appointing and _is_active(parse, group):
        return group, j, True
    if lemma in offices.appointing | offices.serving | offices.following | offices.leaving:
        return group, j, False
    between = [parse.key(k) for k in range(group.last, j)]
    compares = "as" in between or parse.tag(j - 1) is Tag.DETERMINER
    named = any(n.last == j for n in parse.names)
    return None if compares or named or lemma in offices.seeming else (group, j, False)


def is_former_office(parse: SentenceParse, i: int) -> bool:
    """Whether the words before token `i` say that an office is of the past: "the former ", "stepped down as "."""
    if parse.key(i - 1) in parse.pack.offices.past_modifiers:
        return True
    found = office_verb(parse, i)
    if found is None:
        return False
    lemma, offices = _base(parse, found[0].main), parse.pack.offices
    return lemma in offices.leaving or (lemma in offices.following and not _is_active(parse, found[0]))


def _is_determiner(parse: SentenceParse, i: int) -> bool:
    return parse.key(i) in parse.pack.language.articles | parse.pack.language.possessives


def _base(parse: SentenceParse, i: int) -> str:
    """The base form of the verb at token `i`."""
    return parse.pack.language.lemmas.get(parse.key(i), parse.key(i))


def _is_active(parse: SentenceParse, group: VerbGroup) -> bool:
    """Whether no form of "be" stands before a verb."""
    language = parse.pack.language
    return not any(parse.key(i) in language.auxiliaries & language.copulas for i in range(group.first, group.main))


def _personal(name: Name) -> bool:
    """Whether a name can be a person's: of two to four words, and known as nothing else."""
    return may_be_person(name) and 2 <= len(name.label.split()) <= 4


def role_claims(parse: SentenceParse, discourse: DiscourseState) -> Iterator[Claim]:
    """Every role claim of a sentence; who holds titles holds those that "and" adds past their organisation too."""
    last: Held | None = None
    for titles in title_lists(parse):
        last = _find_holder(parse, discourse, titles, last)
        claim = _claim(parse, titles, last)
        if claim is not None:
            yield claim


def _claim(parse: SentenceParse, titles: Titles, held: Held) -> Claim | None:
    holder, body, by_verb = held
    organisation = body.subject
    if holder is None:
        return None
    person, evidence = (Subject(holder.id, holder.label), (holder.span,)) if isinstance(holder, Name) else (holder, ())
    if organisation is not None and organisation.id == person.id:
        return None
    stance, why = factuality(parse, titles.first, titles.last) if by_verb else (Factuality.ASSERTED, ())
    if titles.past or is_former_office(parse, body.first):
        stance = Factuality.HISTORICAL
    how = f"role.{body.how}"
    note = f"“{person.label}” holds “{', '.join(titles.titles)}”"
    claim = new_claim(parse, parse.span(titles.first, titles.last), Kind.ROLE, how, (Step(how, note), *why))
    return replace(
        claim,
        subject=person,
        metric=Metric("role", "role"),
        organisation=organisation,
        titles=titles.titles,
        factuality=stance,
        evidence=evidence,
    )


# Who holds titles, the organisation with the tokens of both, and whether a verb says so.
Held = tuple[Name | Subject | None, OrganisationMention, bool]


def _adds(parse: SentenceParse, end: int, first: int) -> bool:
    """Whether "and" with at most an article stands between token `end` and titles at `first`."""
    first -= first > end and parse.tag(first - 1) is Tag.DETERMINER
    return first == end + 1 and parse.tag(end) is Tag.CONJUNCTION


def _find_holder(parse: SentenceParse, discourse: DiscourseState, titles: Titles, last: Held | None) -> Held:
    """Who holds titles, where anyone is named or meant, at which organisation, and whether a verb says so."""
    organisation = find_organisation(parse, discourse, titles)
    given = appointed(parse, titles.first)
    if given is not None:
        named = organisation.how == "titles-of-organisation"
        return given[0], organisation if named else _employer(parse, discourse, organisation, given[1]), True
    person = adjacent_person(parse, organisation)
    if person is not None:
        return person, organisation, False
    if last is not None and last[0] is not None and _adds(parse, last[1].last, organisation.first):
        return last[0], organisation, last[2]
    verb = office_verb(parse, titles.first)
    holder = person_by_verb(parse, organisation) or pronoun_by_verb(parse, discourse, organisation.first)
    if verb is not None and verb[2] and organisation.subject is None:
        organisation = _employer(parse, discourse, organisation, verb[0])
    if holder is None:
        meant = _fronted(parse, discourse, organisation) or _known_holder(parse, discourse, titles)
        return meant, organisation, False
    return holder, organisation, True


def _fronted(parse: SentenceParse, discourse: DiscourseState, body: OrganisationMention) -> Subject | None:
    """Whom the pronoun after a title that opens its sentence stands for: "*A former nurse*, she sold mills"."""
    opens = all(_is_before_title(parse, k) for k in range(parse.first, body.first))
    i = body.last + 1
    if not opens or parse.key(body.last) != "," or parse.pack.language.pronouns.get(parse.key(i)) is not Refers.PERSON:
        return None
    return discourse.resolve_pronoun(parse, i, Refers.PERSON)


def _known_holder(parse: SentenceParse, discourse: DiscourseState, titles: Titles) -> Subject | None:
    """Whom a title with "the" before it stands for, where the text gave it to someone: "*the* former *coach*"."""
    phrase = parse.phrase_at(titles.first)
    if phrase is None or phrase.last != titles.last or parse.key(titles.last) in parse.pack.language.title_prepositions:
        return None
    return discourse.resolve_description(parse, phrase.first, phrase.last)


def _employer(
    parse: SentenceParse, discourse: DiscourseState, body: OrganisationMention, verb: VerbGroup
) -> OrganisationMention:
    """The subject of a verb that puts someone in office: "*Acme* hired Jane Marsh as"."""
    arc = find_subject(parse, verb)
    subject = resolve_reference(parse, discourse, arc.head) if arc is not None else None
    return OrganisationMention(subject, body.first, body.last, "appointed")
