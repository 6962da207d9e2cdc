"""Who or what a noun phrase denotes.

Whom or what a sentence speaks of: the subject of its first clause that does more than say something.
"""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.entities.clause_subjects import SubjectArc, appositive, find_subject, is_anaphoric
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.model.claim import Subject
from reconcile.model.document import Scope
from reconcile.model.mention import Kind
from reconcile.model.names import Name, folded
from reconcile.rules.language import Refers
from reconcile.text.parse import NounPhrase, SentenceParse, VerbGroup, governing_group_before
from reconcile.text.word_classes import HYPHENS, Tag


def resolve_reference(parse: SentenceParse, discourse: DiscourseState, phrase: NounPhrase) -> Subject | None:
    """Who or what a noun phrase stands for; pronouns and descriptions only where one candidate does."""
    language = parse.pack.language
    i = phrase.first
    if phrase.last - i == 1 and parse.tag(i) is Tag.PRONOUN:
        if is_anaphoric(parse, i):
            return discourse.resolve_demonstrative(parse)
        refers = language.pronouns.get(parse.key(i))
        return None if refers is None else _speaker(parse, i, refers) or resolve_pronoun(parse, discourse, i, refers)
    called = appositive(parse, phrase)
    if called is not None:
        return Subject(called.id, called.label)
    names = parse.names_in(phrase.first, phrase.last)
    if names and names[-1].last == phrase.last:
        return _named(parse, phrase, names[-1])
    if _is_aged(parse, phrase):
        return discourse.resolve_person(parse) or _labelled(parse, discourse, phrase)
    if names and names[0].first == phrase.first and parse.key(phrase.last - 1) in language.company_metrics:
        return Subject(names[0].id, names[0].label)
    described = discourse.resolve_description(parse, phrase.first, phrase.last)
    return described or _labelled(parse, discourse, phrase)


def resolve_pronoun(parse: SentenceParse, discourse: DiscourseState, i: int, refers: Refers) -> Subject | None:
    """The one a pronoun or possessive at token `i` stands for.

    The name joined to it ("Acme and *its* rivals"), a name before it, what a clause before it is said of, or what the
    clause is said of that it stands before ("In *its* report, Acme"); else whom or what the text has spoken of.
    """
    joined = next((n for n in parse.names if n.last == i - 1 and parse.key(i - 1) == "and"), None)
    if joined is not None:
        return Subject(joined.id, joined.label, weak=True)
    if is_expletive(parse, i):
        return None
    own = _own_subject(parse, i)
    if own is not None:
        return _object_of(parse, discourse, i, refers, own)
    return _free(parse, discourse, i, refers)


def _own_subject(parse: SentenceParse, i: int) -> SubjectArc | None:
    """The subject of the clause that a pronoun at token `i` is an object of; None for a subject or a possessor."""
    if i == parse.first or parse.tag(i) is not Tag.PRONOUN or parse.tag(i - 1) not in (Tag.VERB, Tag.PREPOSITION):
        return None
    if any(g.first == i + 1 for g in parse.groups):
        return None
    group = governing_group_before(parse, i)
    return find_subject(parse, group) if group is not None else None


def _object_of(
    parse: SentenceParse, discourse: DiscourseState, i: int, refers: Refers, own: SubjectArc
) -> Subject | None:
    """What an object stands for: never what its own clause is said of (principle B of binding theory, Chomsky 1981).

    The nearest phrase before it that fits; else whom or what a free pronoun there stands for.
    """
    seen: NounPhrase | None = None
    for k in range(i - 1, parse.first - 1, -1):
        phrase = parse.phrase_at(k)
        if phrase is None or phrase == seen or phrase.first <= own.head.first < phrase.last:
            continue
        seen = phrase
        noun = refers is not Refers.THING and parse.tag(phrase.last - 1) is Tag.NOUN and phrase.last <= i
        if noun and _fits(parse, discourse, SubjectArc(phrase, phrase, own.group), refers):
            return _weak(resolve_reference(parse, discourse, phrase))
    found = _free(parse, discourse, i, refers)
    subject = resolve_reference(parse, discourse, own.head)
    return None if found is not None and subject is not None and found.id == subject.id else found


def _free(parse: SentenceParse, discourse: DiscourseState, i: int, refers: Refers) -> Subject | None:
    """The one that a pronoun or possessor stands for that is no object."""
    if discourse.has_candidate(parse, i, refers):
        return discourse.resolve_pronoun(parse, i, refers)
    return (
        _earlier_subject(parse, discourse, i, refers)
        or _main_subject(parse, discourse, i, refers)
        or discourse.resolve_pronoun(parse, i, refers)
    )


def _earlier_subject(parse: SentenceParse, discourse: DiscourseState, i: int, refers: Refers) -> Subject | None:
    """Who or what a clause before token `i` is said of, where it fits: "*the plane* is new and, he says, it"."""
    groups = [g for g in parse.groups if g.last <= i]
    for group in reversed(groups) if refers is Refers.PLURAL else groups:
        arc = find_subject(parse, group)
        if arc is not None and arc.head.last <= i and _fits(parse, discourse, arc, refers):
            return _weak(joint_subject(parse, arc.chain) or resolve_reference(parse, discourse, arc.head))
    return None


def _main_subject(parse: SentenceParse, discourse: DiscourseState, i: int, refers: Refers) -> Subject | None:
    """Who or what the main clause is said of after a phrase that opens the sentence: "In *its* report, *Acme* said"."""
    opens = parse.tag(parse.first) in (Tag.PREPOSITION, Tag.SUBORDINATOR) and not any(g.last <= i for g in parse.groups)
    comma = next((k for k in range(i, parse.last) if parse.key(k) == ","), parse.last) if opens else parse.last
    group = next((g for g in parse.groups if g.first > comma), None)
    arc = find_subject(parse, group) if group is not None else None
    if arc is None or arc.head.first <= comma:
        return None
    names = parse.names_in(arc.head.first, arc.head.last)
    known = bool(names) and discourse.can_stand_for(names[-1], refers)
    return (
        _weak(resolve_reference(parse, discourse, arc.head)) if known or _fits(parse, discourse, arc, refers) else None
    )


def is_expletive(parse: SentenceParse, i: int) -> bool:
    """Whether "it" at token `i` stands for nothing: "*It* was expected that", "*It* will be interesting to see"."""
    group = next((g for g in parse.groups if g.first == i + 1), None)
    if parse.key(i) != "it" or group is None:
        return False
    helps = any(parse.key(k) in parse.pack.language.copulas for k in range(group.first, group.last))
    k = group.last + (parse.tag(min(group.last, parse.last - 1)) in (Tag.NOUN, Tag.ADVERB))
    return helps and (parse.key(k) == "that" or (parse.key(k) == "to" and k > group.last))


def _weak(subject: Subject | None) -> Subject | None:
    return None if subject is None else replace(subject, weak=True)


def _fits(parse: SentenceParse, discourse: DiscourseState, arc: SubjectArc, refers: Refers) -> bool:
    """Whether a subject by a common noun, or several, can be what a pronoun stands for, by number and personhood."""
    language, noun = parse.pack.language, arc.head.last - 1
    key = parse.key(noun)
    if refers is Refers.PLURAL:
        names = parse.names_in(arc.head.first, arc.head.last)
        group = bool(names) and names[-1].last == arc.head.last and not discourse.is_known_person(names[-1])
        several = parse.tag(noun) is Tag.NOUN and (key in language.people or (key.endswith("s") and key[-2:] != "ss"))
        return group or several or joint_subject(parse, arc.chain) is not None
    if key in language.people or not (parse.tag(noun) is Tag.NOUN or _ends_in_age(parse, arc.head)):
        return False
    if key in language.persons | language.occupations | language.agents or _ends_in_age(parse, arc.head):
        return refers is Refers.PERSON and key not in language.organisation_nouns
    return refers is Refers.THING and not key.endswith("s")


def _ends_in_age(parse: SentenceParse, phrase: NounPhrase) -> bool:
    """Whether someone is called by an age: "a 20-year-old"."""
    return any(b.mention.kind is Kind.AGE and b.last == phrase.last for b in parse.mentions)


def _speaker(parse: SentenceParse, i: int, refers: Refers) -> Subject | None:
    """The named speaker whom a pronoun that opens what is said stands for: "*Acme* says *they* have 800 orders"."""
    before = i - 1 - (parse.key(i - 1) == "that")
    group = next((g for g in parse.groups if g.last == before + 1), None)
    if group is None or refers not in (Refers.THING, Refers.PLURAL) or not _says(parse, group):
        return None
    arc = find_subject(parse, group)
    name = next((n for n in parse.names if arc is not None and n.last == arc.head.last), None)
    return None if name is None else Subject(name.id, name.label)


def _says(parse: SentenceParse, group: VerbGroup) -> bool:
    return parse.key(group.main) in parse.pack.language.reporting


def _is_aged(parse: SentenceParse, phrase: NounPhrase) -> bool:
    """Whether someone is called by an age: "the 24-year-old", "the 24-year-old striker"."""
    ages = (b for b in parse.mentions if b.mention.kind is Kind.AGE and b.last <= phrase.last)
    return parse.key(phrase.first) == "the" and any(b.first == phrase.first + 1 for b in ages)


def _named(parse: SentenceParse, phrase: NounPhrase, name: Name) -> Subject:
    """The name a phrase ends in; an abbreviation ("IoT") or a compound ("Orle-on-Sea") keeps what stands before it."""
    first = phrase.first
    while parse.tag(first) is Tag.DETERMINER:
        first += 1
    joined = parse.key(name.first - 1) in HYPHENS and parse.tokens.touches(name.first)
    if first < name.first and (joined or _abbreviation(name)):
        label = parse.text(first, phrase.last)
        return Subject(folded(label), label)
    return Subject(name.id, name.label)


def _abbreviation(name: Name) -> bool:
    return name.type == "unknown" and name.last == name.first + 1 and sum(c.isupper() for c in name.label) > 1


def _labelled(parse: SentenceParse, discourse: DiscourseState, phrase: NounPhrase) -> Subject | None:
    """A common noun phrase as its own label, "its" replaced by the owner's name."""
    first = phrase.first
    owner = ""
    if parse.tag(first) is Tag.POSSESSIVE:
        refers = parse.pack.language.possessors.get(parse.key(first))
        found = resolve_pronoun(parse, discourse, first, refers) if refers else None
        if found is None:
            return None
        owner = f"{found.label}'s "
    while first < phrase.last - 1 and parse.tag(first) in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.PUNCTUATION):
        first += 1
    if parse.tag(phrase.last - 1) not in (Tag.NOUN, Tag.NAME):
        return None
    label = owner + parse.text(first, phrase.last)
    return Subject(folded(label), owner + parse.text(first, _described_until(parse, phrase.last)), weak=bool(owner))


def _described_until(parse: SentenceParse, i: int) -> int:
    """The end of what describes the noun before token `i`, linked by "of", "in" or "for": "rate *of theft in Orle*"."""
    while (
        parse.key(i) in parse.pack.language.owner_links
        and i + 1 < parse.last
        and parse.tag(i + 1) not in (Tag.NUMBER, Tag.TIME)
    ):
        phrase = parse.phrase_at(i + 1)
        if phrase is None:
            break
        i = phrase.last
    return i


def joint_subject(parse: SentenceParse, chain: NounPhrase) -> Subject | None:
    """A subject made of names joined by "and" ("Acme and Borex"); None when fewer than two are."""
    names = parse.names_in(chain.first, chain.last)
    i = chain.last
    run: list[str] = []
    for name in reversed(names):
        joined = name.last == i or (name.last < i and parse.key(name.last) in ("and", ",", "&"))
        if not joined:
            break
        run.append(name.label)
        i = name.first
    if len(run) < 2:
        return None
    label = " and ".join(reversed(run))
    return Subject(folded(label), label)


# A verb so near after the noun that follows a reporting verb makes a clause of them: "said sales in May rose".
_CLAUSE = 3


def sentence_topic(parse: SentenceParse, discourse: DiscourseState) -> Subject | None:
    """The party that the first clause of a sentence of the body or the headline speaks of, where it is a name.

    Who only says something is not spoken of; who reports a thing is: "Acme reported revenue of $5 million".
    """
    if parse.sentence.scope not in (Scope.BODY, Scope.HEADLINE):
        return None
    for group in parse.groups:
        arc = None if _is_speech_verb(parse, group) else find_subject(parse, group)
        if arc is None:
            continue
        if parse.names_in(arc.head.first, arc.head.last) or joint_subject(parse, arc.chain) is not None:
            return joint_subject(parse, arc.chain) or resolve_reference(parse, discourse, arc.head)
        return None
    return None


def _is_speech_verb(parse: SentenceParse, group: VerbGroup) -> bool:
    """Whether a reporting verb has a clause after it ("said sales rose") and no thing ("reported sales of")."""
    if parse.key(group.main) not in parse.pack.language.reporting:
        return False
    i = group.last
    while i < parse.last and parse.tag(i) in (Tag.TIME, Tag.ADVERB):
        i += 1
    thing = parse.phrase_at(i) if i < parse.last and parse.tag(i) not in (Tag.PREPOSITION, Tag.PUNCTUATION) else None
    if thing is None or parse.tag(thing.last - 1) is not Tag.NOUN:
        return True
    return any(thing.last <= g.first <= thing.last + _CLAUSE for g in parse.groups)


def first_subject(parse: SentenceParse, discourse: DiscourseState) -> Subject | None:
    """What the first clause with a subject is said of, a name or not; what "it" or "that" can point back to."""
    for group in parse.groups:
        arc = None if _is_speech_verb(parse, group) else find_subject(parse, group)
        if arc is not None:
            return resolve_reference(parse, discourse, arc.head)
    return None
