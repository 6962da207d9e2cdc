"""Subjects: the noun phrase a verb is said of, and who or what that phrase denotes.

Whom or what a sentence speaks of: the subject of its first clause that does more than say something.
"""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.extractors.entities.coreference import Topics
from reconcile.model.claim import Subject
from reconcile.model.document import Scope
from reconcile.model.mention import Kind
from reconcile.model.names import Name, folded
from reconcile.text.parse import RELATIVES, Frame, Group, Phrase, is_participle, opening
from reconcile.text.word_classes import HYPHENS, Tag

# What sets a clause off from the noun before it.
SETTING_OFF = frozenset({",", "-", "–", "—"})
QUOTES = frozenset("\"'”’")
# Opening a sentence, these point back to what the one before spoke of: "That led 90 firms to move".
DEMONSTRATIVES = frozenset({"that", "this"})
_SKIPPED = frozenset({Tag.ADVERB})


@dataclass(frozen=True, slots=True)
class Said:
    """A clause's subject: its head noun phrase, the whole chain ("revenue of the firm") and the verb group."""

    head: Phrase
    chain: Phrase
    group: Group


def said_of(frame: Frame, group: Group, depth: int = 4) -> Said | None:
    """The subject of a verb group: what stands before it, past relative clauses, appositions and shared verbs."""
    i = _skip_left(frame, group.first - 1)
    if i < frame.first or depth == 0:
        return None
    key, tag = frame.key(i), frame.tag(i)
    if key in RELATIVES and not _points_back(frame, i) and tag in (Tag.SUBORDINATOR, Tag.PRONOUN, Tag.DETERMINER):
        return _antecedent(frame, i, group)
    if key == "to" or tag is Tag.CONJUNCTION:
        return _shared(frame, i, group, depth)
    if key in SETTING_OFF:
        return _across_comma(frame, i, group, depth)
    told = _reported(frame, i)
    if told is not None:
        return _antecedent(frame, told, group)
    phrase = frame.phrase_at(i)
    if phrase is None or tag is Tag.PREPOSITION:
        return _shared(frame, i, group, depth)
    return _chain(frame, Phrase(phrase.first, min(phrase.last, max(group.first, phrase.first + 1))), group)


def _skip_left(frame: Frame, i: int) -> int:
    """Left over adverbs, closing quotes, brackets and times ("Acme *on Friday* sold")."""
    while i >= frame.first:
        if frame.tag(i) is Tag.TIME:
            while i >= frame.first and frame.tag(i) is Tag.TIME:
                i -= 1
            i -= i >= frame.first and frame.tag(i) is Tag.PREPOSITION
        elif frame.key(i) == ")":
            i = opening(frame, i) - 1
        elif frame.tag(i) in _SKIPPED or frame.key(i) in QUOTES or _abbreviates(frame, i):
            i -= 1
        else:
            break
    return i


def _reported(frame: Frame, i: int) -> int | None:
    """The relative before a speaker that is put in: "rules, *which* the council says are strict"."""
    if frame.tag(i) is not Tag.VERB or frame.key(i) not in frame.pack.language.reporting:
        return None
    speaker = frame.phrase_at(i - 1) if i > frame.first else None
    before = speaker.first - 1 if speaker is not None else frame.first
    return before if before > frame.first and frame.key(before) in RELATIVES else None


def _abbreviates(frame: Frame, i: int) -> bool:
    """A full stop inside a sentence that touches the name before it ("Acme Inc.")."""
    return frame.key(i) == "." and i > frame.first and frame.tag(i - 1) is Tag.NAME and frame.tokens.touches(i)


def _antecedent(frame: Frame, i: int, group: Group) -> Said | None:
    j = _skip_left(frame, i - 1)
    j = _skip_left(frame, j - 1) if frame.key(j) == "," else j
    phrase = frame.phrase_at(j) if j >= frame.first else None
    named = _apposed_to(frame, phrase) if phrase is not None else None
    head = named or phrase
    return None if head is None else Said(head, head, group)


def _apposed_to(frame: Frame, phrase: Phrase) -> Phrase | None:
    """The name that a noun phrase stands in apposition to: "Ann Marsh, the painter who"."""
    i = phrase.first
    if i - 2 < frame.first or frame.key(i - 1) != "," or frame.tag(i) is not Tag.DETERMINER:
        return None
    return frame.phrase_at(i - 2) if frame.tag(i - 2) is Tag.NAME else None


def _shared(frame: Frame, i: int, group: Group, depth: int) -> Said | None:
    """The subject of the verb group before, for "rose and reached" and "plans to open"."""
    before = [g for g in frame.groups if g.last <= i + 1 and g is not group]
    raised = _raised(frame, i, before[-1]) if before and frame.key(i) == "to" else None
    if raised is not None:
        return Said(raised, raised, group)
    found = said_of(frame, before[-1], depth - 1) if before else None
    return None if found is None else Said(found.head, found.chain, group)


def _raised(frame: Frame, i: int, governing: Group) -> Phrase | None:
    """Who is to do something in "expects *Acme* to sell" and "allowed *the bank* to open"."""
    language, key = frame.pack.language, frame.key(governing.main)
    if key not in language.reporting and language.lemmas.get(key, key) not in language.raising:
        return None
    phrase = frame.phrase_at(i - 1)
    if phrase is None or phrase.first < governing.last or frame.tag(i - 1) in (Tag.NUMBER, Tag.TIME):
        return None
    return phrase


def _across_comma(frame: Frame, i: int, group: Group, depth: int) -> Said | None:
    """Skips what commas set off: "Acme, which ..., has"; "Acme, a maker, has"; "Acme, founded in Orle, has".

    An apposition that is a name ("the CEO, Jane Marsh, has") is what the verb is said of; a participle right after the
    comma is said of the noun before it.
    """
    j = i - 1
    while j >= frame.first and frame.key(j) not in (",", ";", frame.key(i)):
        j -= 1
    if _describes(frame, j, i, group):
        phrase = frame.phrase_at(_skip_left(frame, i - 1))
        if phrase is not None and frame.tag(phrase.last - 1) in (Tag.NOUN, Tag.NAME):
            return _chain(frame, phrase, group)
    if j <= frame.first or frame.key(j) != ",":
        return _shared(frame, i, group, depth)
    person = next((n for n in frame.names if n.first == j + 1 and n.last == i), None)
    if person is not None:
        return Said(Phrase(person.first, person.last), Phrase(person.first, person.last), group)
    inner = [g for g in frame.groups if j < g.first < i]
    aside = (
        frame.key(j + 1) in RELATIVES
        or not inner
        or (_leads(frame, j + 1, inner[0]) and is_participle(frame, inner[0]))
    )
    phrase = frame.phrase_at(_skip_left(frame, j - 1)) if aside else None
    return _shared(frame, i, group, depth) if phrase is None else _chain(frame, phrase, group)


def _describes(frame: Frame, before: int, comma: int, group: Group) -> bool:
    """Whether a past participle after a comma describes the noun before it, and is no past tense.

    So where another verb has the clause: before it ("took the loan, repaid in May") or after its own comma ("Orle,
    founded in 1200, has").
    """
    if not is_participle(frame, group) or frame.key(group.main).endswith("ing"):
        return False
    held = any(before < g.first < comma for g in frame.groups) and frame.key(before + 1) not in RELATIVES
    following = next((g for g in frame.groups if g.first >= group.last), None)
    return held or (following is not None and frame.key(_skip_left(frame, following.first - 1)) in SETTING_OFF)


def _leads(frame: Frame, i: int, group: Group) -> bool:
    """Whether a verb group begins at token `i`, adverbs passed over."""
    return all(frame.tag(k) is Tag.ADVERB for k in range(i, group.first))


def _chain(frame: Frame, phrase: Phrase, group: Group) -> Said:
    """Walks left over "of", "for", "in", "between ... and" to the head of the chain."""
    head = phrase
    while True:
        i = head.first - 1
        if i <= frame.first or frame.key(i) in frame.pack.language.subordinators:
            break
        joined = frame.tag(i) is Tag.PREPOSITION or (frame.key(i) in ("and", ",") and _lists(frame, i))
        j = opening(frame, i - 1) - 1 if frame.key(i - 1) == ")" else i - 1
        left = frame.phrase_at(j) if joined and j >= frame.first and frame.tag(j) is not Tag.PUNCTUATION else None
        if left is None:
            break
        head = left
    return Said(head, Phrase(head.first, phrase.last), group)


def _lists(frame: Frame, i: int) -> bool:
    """Whether "and" or a comma joins two names ("Acme and Borex")."""
    return frame.tag(i - 1) is Tag.NAME and frame.tag(i + 1) in (Tag.NAME, Tag.NOUN)


def denoted(frame: Frame, topics: Topics, phrase: Phrase) -> Subject | None:
    """Who or what a noun phrase stands for; pronouns and descriptions only where one candidate does."""
    language = frame.pack.language
    i = phrase.first
    if phrase.last - i == 1 and frame.tag(i) is Tag.PRONOUN:
        if _points_back(frame, i):
            return topics.demonstrated(frame)
        refers = language.pronouns.get(frame.key(i))
        return None if refers is None else topics.pronoun(frame, i, refers)
    if _is_aged(frame, phrase):
        return topics.person(frame)
    names = frame.names_in(phrase.first, phrase.last)
    if names and names[-1].last == phrase.last:
        return _named(frame, phrase, names[-1])
    if names and names[0].first == phrase.first and frame.key(phrase.last - 1) in language.belongings:
        return Subject(names[0].id, names[0].label)
    described = topics.description(frame, phrase.first, phrase.last)
    return described or _labelled(frame, topics, phrase)


def _points_back(frame: Frame, i: int) -> bool:
    """Whether "that" or "this" opens its sentence, alone or after "but"."""
    opens = i == frame.first or (i == frame.first + 1 and frame.tag(frame.first) is Tag.CONJUNCTION)
    return opens and frame.key(i) in DEMONSTRATIVES


def _is_aged(frame: Frame, phrase: Phrase) -> bool:
    """Whether someone is called by an age alone: "the 24-year-old"."""
    ages = (b for b in frame.mentions if b.mention.kind is Kind.AGE and b.last == phrase.last)
    return frame.key(phrase.first) == "the" and any(b.first == phrase.first + 1 for b in ages)


def _named(frame: Frame, phrase: Phrase, name: Name) -> Subject:
    """The name a phrase ends in; an abbreviation ("IoT") or a compound ("Orle-on-Sea") keeps what stands before it."""
    first = phrase.first
    while frame.tag(first) is Tag.DETERMINER:
        first += 1
    joined = frame.key(name.first - 1) in HYPHENS and frame.tokens.touches(name.first)
    if first < name.first and (joined or _abbreviation(name)):
        label = frame.text(first, phrase.last)
        return Subject(folded(label), label)
    return Subject(name.id, name.label)


def _abbreviation(name: Name) -> bool:
    return name.type == "unknown" and name.last == name.first + 1 and sum(c.isupper() for c in name.label) > 1


def _labelled(frame: Frame, topics: Topics, phrase: Phrase) -> Subject | None:
    """A common noun phrase as its own label, "its" replaced by the owner's name."""
    first = phrase.first
    owner = ""
    if frame.tag(first) is Tag.POSSESSIVE:
        refers = frame.pack.language.possessors.get(frame.key(first))
        found = topics.pronoun(frame, first, refers) if refers else None
        if found is None:
            return None
        owner = f"{found.label}'s "
    while first < phrase.last - 1 and frame.tag(first) in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.PUNCTUATION):
        first += 1
    if frame.tag(phrase.last - 1) not in (Tag.NOUN, Tag.NAME):
        return None
    label = owner + frame.text(first, phrase.last)
    return Subject(folded(label), label, weak=bool(owner))


def joint(frame: Frame, chain: Phrase) -> Subject | None:
    """A subject made of names joined by "and" ("Acme and Borex"); None when fewer than two are."""
    names = frame.names_in(chain.first, chain.last)
    i = chain.last
    run: list[str] = []
    for name in reversed(names):
        joined = name.last == i or (name.last < i and frame.key(name.last) in ("and", ",", "&"))
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


def spoken_of(frame: Frame, topics: Topics) -> Subject | None:
    """The party that the first clause of a sentence of the body or the headline speaks of, where it is a name.

    Who only says something is not spoken of; who reports a thing is: "Acme reported revenue of $5 million".
    """
    if frame.sentence.scope not in (Scope.BODY, Scope.HEADLINE):
        return None
    for group in frame.groups:
        said = None if _speaks(frame, group) else said_of(frame, group)
        if said is None:
            continue
        placed = _named_by(frame, group)
        if placed is not None:
            return placed
        if frame.names_in(said.head.first, said.head.last) or joint(frame, said.chain) is not None:
            return joint(frame, said.chain) or denoted(frame, topics, said.head)
        return None
    return None


def _speaks(frame: Frame, group: Group) -> bool:
    """Whether a reporting verb has a clause after it ("said sales rose") and no thing ("reported sales of")."""
    if frame.key(group.main) not in frame.pack.language.reporting:
        return False
    i = group.last
    while i < frame.last and frame.tag(i) in (Tag.TIME, Tag.ADVERB):
        i += 1
    thing = frame.phrase_at(i) if i < frame.last and frame.tag(i) not in (Tag.PREPOSITION, Tag.PUNCTUATION) else None
    if thing is None or frame.tag(thing.last - 1) is not Tag.NOUN:
        return True
    return any(thing.last <= g.first <= thing.last + _CLAUSE for g in frame.groups)


def _named_by(frame: Frame, group: Group) -> Subject | None:
    """The name a form of "be" gives to what stands before it ("the winner was Acme")."""
    if frame.key(group.main) not in frame.pack.language.auxiliaries:
        return None
    name = next((n for n in frame.names if n.first == group.last), None)
    return Subject(name.id, name.label) if name is not None else None


def acted(frame: Frame, topics: Topics) -> Subject | None:
    """What the first clause with a subject is said of, a name or not; what "it" or "that" can point back to."""
    for group in frame.groups:
        said = None if _speaks(frame, group) else said_of(frame, group)
        if said is not None:
            return denoted(frame, topics, said.head)
    return None
