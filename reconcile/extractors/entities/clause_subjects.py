"""The noun phrase that a verb is said of: what stands before it, past relative clauses, asides and shared verbs."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model.names import Name
from reconcile.text.parse import NounPhrase, SentenceParse, VerbGroup, is_participle, opening
from reconcile.text.word_classes import Tag

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
    if key in parse.pack.language.relatives and not is_anaphoric(parse, i) and tag in RELATIVE_TAGS:
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
    head, first, joined_by_and = phrase, phrase.first, False
    while True:
        i = first - 1
        if i <= parse.first or parse.key(i) in parse.pack.language.subordinators:
            break
        joined = parse.tag(i) is Tag.PREPOSITION or _lists(parse, i, comma=joined_by_and)
        j = opening(parse, i - 1) - 1 if parse.key(i - 1) == ")" else i - 1
        left = parse.phrase_at(j) if joined and j >= parse.first and parse.tag(j) is not Tag.PUNCTUATION else None
        if left is None:
            break
        first, joined_by_and = left.first, joined_by_and or parse.key(i) == "and"
        head = left if appositive(parse, left) is None else head
    return SubjectArc(head, NounPhrase(head.first, phrase.last), group)


def appositive(parse: SentenceParse, phrase: NounPhrase) -> Name | None:
    """The name that "of" ties to the noun of its kind: "the village of *Orle*" (the appositive genitive).

    The term is that of Quirk et al. 1985, section 17.47.
    """
    i = phrase.last
    if parse.key(i) != "of" or parse.key(i - 1) not in parse.pack.language.place_kinds:
        return None
    named = parse.phrase_at(i + 1)
    names = parse.names_in(i + 1, named.last) if named is not None else ()
    return next((n for n in names if named is not None and (n.first, n.last) == (i + 1, named.last)), None)


def _lists(parse: SentenceParse, i: int, *, comma: bool) -> bool:
    """Whether "and", or a `comma`, joins two names ("Acme and Borex")."""
    joint = parse.key(i) == "and" or (comma and parse.key(i) == ",")
    return joint and parse.tag(i - 1) is Tag.NAME and parse.tag(i + 1) in (Tag.NAME, Tag.NOUN)


def is_anaphoric(parse: SentenceParse, i: int) -> bool:
    """Whether "that" or "this" opens its sentence, alone or after "but"."""
    opens = i == parse.first or (i == parse.first + 1 and parse.tag(parse.first) is Tag.CONJUNCTION)
    return opens and parse.key(i) in parse.pack.language.demonstratives
