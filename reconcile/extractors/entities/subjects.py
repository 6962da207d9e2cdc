"""Subjects: the noun phrase a verb is said of, and who or what that phrase denotes.

Whom or what a sentence speaks of: the subject of its first clause that does more than say something.
"""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.model.claim import Subject
from reconcile.model.document import Scope
from reconcile.model.mention import Kind
from reconcile.model.names import Name, folded
from reconcile.rules.language import Refers
from reconcile.text.parse import NounPhrase, SentenceParse, VerbGroup, is_participle, opening
from reconcile.text.word_classes import HYPHENS, Tag

# What sets a clause off from the noun before it.
SETTING_OFF = frozenset({",", "-", "–", "—"})
QUOTES = frozenset("\"'”’")
_SKIPPED = frozenset({Tag.ADVERB})
# The classes that a word which opens a relative clause may have.
RELATIVE_TAGS = frozenset({Tag.SUBORDINATOR, Tag.PRONOUN, Tag.DETERMINER})


@dataclass(frozen=True, slots=True)
class SubjectArc:
    """A clause's subject: its head noun phrase, the whole chain ("revenue of the firm") and the verb group."""

    head: NounPhrase
    chain: NounPhrase
    group: VerbGroup


def find_subject(parse: SentenceParse, group: VerbGroup, depth: int = 4) -> SubjectArc | None:
    """The subject of a verb group: what stands before it, past relative clauses, appositions and shared verbs."""
    i = _skip_left(parse, group.first - 1)
    if i < parse.first or depth == 0:
        return None
    key, tag = parse.key(i), parse.tag(i)
    if key in parse.pack.language.relatives and not _is_anaphoric(parse, i) and tag in RELATIVE_TAGS:
        return _antecedent(parse, i, group)
    if key == "to" or tag is Tag.CONJUNCTION:
        return _shared(parse, i, group, depth)
    if key in SETTING_OFF:
        return _across_comma(parse, i, group, depth)
    phrase = parse.phrase_at(i)
    if phrase is None or tag is Tag.PREPOSITION:
        return _shared(parse, i, group, depth)
    return _chain(parse, NounPhrase(phrase.first, min(phrase.last, max(group.first, phrase.first + 1))), group)


def _skip_left(parse: SentenceParse, i: int) -> int:
    """Left over adverbs, closing quotes, brackets and times ("Acme *on Friday* sold")."""
    while i >= parse.first:
        if parse.tag(i) is Tag.TIME:
            while i >= parse.first and parse.tag(i) is Tag.TIME:
                i -= 1
            i -= i >= parse.first and parse.tag(i) is Tag.PREPOSITION
        elif parse.key(i) == ")":
            i = opening(parse, i) - 1
        elif parse.tag(i) in _SKIPPED or parse.key(i) in QUOTES or _abbreviates(parse, i):
            i -= 1
        else:
            break
    return i


def _abbreviates(parse: SentenceParse, i: int) -> bool:
    """A full stop inside a sentence that touches the name before it ("Acme Inc.")."""
    return parse.key(i) == "." and i > parse.first and parse.tag(i - 1) is Tag.NAME and parse.tokens.touches(i)


def _antecedent(parse: SentenceParse, i: int, group: VerbGroup) -> SubjectArc | None:
    j = _skip_left(parse, i - 1)
    j = _skip_left(parse, j - 1) if parse.key(j) == "," else j
    head = parse.phrase_at(j) if j >= parse.first else None
    return None if head is None else SubjectArc(head, head, group)


def _shared(parse: SentenceParse, i: int, group: VerbGroup, depth: int) -> SubjectArc | None:
    """The subject of the verb group before, for "rose and reached" and "plans to open"."""
    before = [g for g in parse.groups if g.last <= i + 1 and g is not group]
    raised = _raised(parse, i, before[-1]) if before and parse.key(i) == "to" else None
    if raised is not None:
        return SubjectArc(raised, raised, group)
    found = find_subject(parse, before[-1], depth - 1) if before else None
    return None if found is None else SubjectArc(found.head, found.chain, group)


def _raised(parse: SentenceParse, i: int, governing: VerbGroup) -> NounPhrase | None:
    """Who is to do something in "expects *Acme* to sell" and "allowed *the bank* to open"."""
    language, key = parse.pack.language, parse.key(governing.main)
    if key not in language.reporting and language.lemmas.get(key, key) not in language.raising:
        return None
    phrase = parse.phrase_at(i - 1)
    if phrase is None or phrase.first < governing.last or parse.tag(i - 1) in (Tag.NUMBER, Tag.TIME):
        return None
    return phrase


def _across_comma(parse: SentenceParse, i: int, group: VerbGroup, depth: int) -> SubjectArc | None:
    """Skips what commas set off: "Acme, which ..., has"; "Acme, a maker, has"; "Acme, founded in Orle, has".

    An apposition that is a name ("the CEO, Jane Marsh, has") is what the verb is said of.
    """
    j = i - 1
    while j >= parse.first and parse.key(j) not in (",", ";", parse.key(i)):
        j -= 1
    if j <= parse.first or parse.key(j) != ",":
        return _shared(parse, i, group, depth) or _reduced_relative(parse, i, group)
    person = next((n for n in parse.names if n.first == j + 1 and n.last == i), None)
    if person is not None:
        return SubjectArc(NounPhrase(person.first, person.last), NounPhrase(person.first, person.last), group)
    inner = [g for g in parse.groups if j < g.first < i]
    aside = (
        parse.key(j + 1) in parse.pack.language.relatives
        or not inner
        or (_leads(parse, j + 1, inner[0]) and is_participle(parse, inner[0]))
    )
    phrase = parse.phrase_at(_skip_left(parse, j - 1)) if aside else None
    return _shared(parse, i, group, depth) if phrase is None else _chain(parse, phrase, group)


def _reduced_relative(parse: SentenceParse, comma: int, group: VerbGroup) -> SubjectArc | None:
    """The noun before the comma at token `comma`, which a participle describes: "Orle, founded in 1200, has"."""
    describes = is_participle(parse, group) and parse.groups[-1].first > group.first
    phrase = parse.phrase_at(_skip_left(parse, comma - 1)) if describes else None
    return None if phrase is None else _chain(parse, phrase, group)


def _leads(parse: SentenceParse, i: int, group: VerbGroup) -> bool:
    """Whether a verb group begins at token `i`, adverbs passed over."""
    return all(parse.tag(k) is Tag.ADVERB for k in range(i, group.first))


def _chain(parse: SentenceParse, phrase: NounPhrase, group: VerbGroup) -> SubjectArc:
    """Walks left over "of", "for", "in", "between ... and" to the head of the chain, past what "of" only names."""
    head, first = phrase, phrase.first
    while True:
        i = first - 1
        if i <= parse.first or parse.key(i) in parse.pack.language.subordinators:
            break
        joined = parse.tag(i) is Tag.PREPOSITION or (parse.key(i) in ("and", ",") and _lists(parse, i))
        j = opening(parse, i - 1) - 1 if parse.key(i - 1) == ")" else i - 1
        left = parse.phrase_at(j) if joined and j >= parse.first and parse.tag(j) is not Tag.PUNCTUATION else None
        if left is None:
            break
        first = left.first
        head = left if _appositive(parse, left) is None else head
    return SubjectArc(head, NounPhrase(head.first, phrase.last), group)


def _appositive(parse: SentenceParse, phrase: NounPhrase) -> Name | None:
    """The name that "of" ties to the noun of its kind: "the village of *Orle*" (the appositive genitive).

    The term is that of Quirk et al. 1985, section 17.47.
    """
    i = phrase.last
    if parse.key(i) != "of" or parse.key(i - 1) not in parse.pack.language.place_kinds:
        return None
    named = parse.phrase_at(i + 1)
    names = parse.names_in(i + 1, named.last) if named is not None else ()
    return next((n for n in names if named is not None and (n.first, n.last) == (i + 1, named.last)), None)


def _lists(parse: SentenceParse, i: int) -> bool:
    """Whether "and" or a comma joins two names ("Acme and Borex")."""
    return parse.tag(i - 1) is Tag.NAME and parse.tag(i + 1) in (Tag.NAME, Tag.NOUN)


def resolve_reference(parse: SentenceParse, discourse: DiscourseState, phrase: NounPhrase) -> Subject | None:
    """Who or what a noun phrase stands for; pronouns and descriptions only where one candidate does."""
    language = parse.pack.language
    i = phrase.first
    if phrase.last - i == 1 and parse.tag(i) is Tag.PRONOUN:
        if _is_anaphoric(parse, i):
            return discourse.resolve_demonstrative(parse)
        refers = language.pronouns.get(parse.key(i))
        return None if refers is None else _speaker(parse, i, refers) or discourse.resolve_pronoun(parse, i, refers)
    if _is_aged(parse, phrase):
        return discourse.resolve_person(parse)
    called = _appositive(parse, phrase)
    if called is not None:
        return Subject(called.id, called.label)
    names = parse.names_in(phrase.first, phrase.last)
    if names and names[-1].last == phrase.last:
        return _named(parse, phrase, names[-1])
    if names and names[0].first == phrase.first and parse.key(phrase.last - 1) in language.company_metrics:
        return Subject(names[0].id, names[0].label)
    described = discourse.resolve_description(parse, phrase.first, phrase.last)
    return described or _labelled(parse, discourse, phrase)


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


def _is_anaphoric(parse: SentenceParse, i: int) -> bool:
    """Whether "that" or "this" opens its sentence, alone or after "but"."""
    opens = i == parse.first or (i == parse.first + 1 and parse.tag(parse.first) is Tag.CONJUNCTION)
    return opens and parse.key(i) in parse.pack.language.demonstratives


def _is_aged(parse: SentenceParse, phrase: NounPhrase) -> bool:
    """Whether someone is called by an age alone: "the 24-year-old"."""
    ages = (b for b in parse.mentions if b.mention.kind is Kind.AGE and b.last == phrase.last)
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
        found = discourse.resolve_pronoun(parse, first, refers) if refers else None
        if found is None:
            return None
        owner = f"{found.label}'s "
    while first < phrase.last - 1 and parse.tag(first) in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.PUNCTUATION):
        first += 1
    if parse.tag(phrase.last - 1) not in (Tag.NOUN, Tag.NAME):
        return None
    label = owner + parse.text(first, phrase.last)
    return Subject(folded(label), label, weak=bool(owner))


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
