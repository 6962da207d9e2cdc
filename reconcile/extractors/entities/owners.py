"""Possessors and agents: whose a measure is, by "X's" or "of X", and who does what a clause tells."""

from __future__ import annotations

from reconcile.extractors.entities.antecedents import may_be_person
from reconcile.extractors.entities.clause_subjects import SubjectArc, find_subject
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.extractors.entities.subjects import joint_subject, resolve_pronoun, resolve_reference
from reconcile.model.claim import Subject
from reconcile.model.mention import Kind
from reconcile.rules.entities import EntityType
from reconcile.text.parse import ASIDE, AnchoredMention, NounPhrase, SentenceParse, governing_group_before
from reconcile.text.word_classes import Tag


def possessor(parse: SentenceParse, discourse: DiscourseState, phrase: NounPhrase) -> tuple[Subject | None, int]:
    """The possessor at the head of a phrase ("Acme's", "its", "Acme") and where the rest begins."""
    i = parse.genitive_in(phrase.first, phrase.last)
    if i is not None:
        if _ends_in_name(parse, i + 1, phrase.last):
            return None, phrase.first
        return resolve_reference(parse, discourse, NounPhrase(phrase.first, i)), i + 1
    refers = parse.pack.language.possessors.get(parse.key(phrase.first))
    if refers is not None:
        return resolve_pronoun(parse, discourse, phrase.first, refers), phrase.first + 1
    names = parse.names_in(phrase.first, phrase.last)
    if names and names[0].last < phrase.last and names[0].first <= phrase.first + 1:
        return Subject(names[0].id, names[0].label), names[0].last
    return None, phrase.first


def _ends_in_name(parse: SentenceParse, first: int, last: int) -> bool:
    """Whether what a possessor has is a party with a name of its own: "Ann Marsh's Orle League"."""
    names = parse.names_in(first, last)
    return bool(names) and names[-1].last == last and names[-1].type != EntityType.PLACE


def owner_after(parse: SentenceParse, discourse: DiscourseState, i: int, until: int) -> Subject | None:
    """The owner that a chain from token `i` leads to: its first name, else what its first "of" names.

    "prevalence of hunger in Austria" is Austria's; "revenue of the firm" the firm's.
    """
    common: Subject | None = None
    while i < until:
        if parse.key(i) == "(" or parse.tag(i) is Tag.TIME:
            i = _past_aside(parse, i, until)
            continue
        phrase = _linked(parse, i, until)
        if phrase is None:
            break
        if parse.names_in(phrase.first, phrase.last):
            return resolve_reference(parse, discourse, phrase)
        if common is None and parse.key(i) in parse.pack.language.owner_prepositions:
            common = resolve_reference(parse, discourse, phrase)
        i = phrase.last
    return common


def _past_aside(parse: SentenceParse, i: int, until: int) -> int:
    """The token after a time, or after the bracket that closes the one at token `i`."""
    if parse.key(i) != "(":
        return i + 1
    return next((k + 1 for k in range(i, min(until, i + ASIDE)) if parse.key(k) == ")"), until)


def _linked(parse: SentenceParse, i: int, until: int) -> NounPhrase | None:
    """The phrase to which a preposition at token `i` leads on the way to an owner, a time among them."""
    if parse.key(i) not in parse.pack.language.owner_links or i + 1 >= until or parse.tag(i + 1) is Tag.NUMBER:
        return None
    return NounPhrase(i + 1, i + 2) if parse.tag(i + 1) is Tag.TIME else parse.phrase_at(i + 1)


# Values that belong to an owner: "Acme shares rose 5 percent" is of Acme.
OWNED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.RATIO})


def actor(
    parse: SentenceParse, discourse: DiscourseState, arc: SubjectArc, anchored: AnchoredMention
) -> Subject | None:
    """The clause's subject; the owner of what rose or cost; not one who only says or expects the value."""
    named = parse.names_in(arc.head.first, arc.head.last)
    verb = parse.key(arc.group.main)
    if anchored.mention.kind in OWNED and named and facet(parse, arc):
        return Subject(named[-1].id, named[-1].label)
    if anchored.mention.kind in OWNED and parse.key(arc.head.last - 1) in parse.pack.language.company_metrics:
        owner = owner_after(parse, discourse, arc.head.last, arc.group.first)
        if owner is not None:
            return owner
    person = bool(named) and may_be_person(named[-1]) and " " in named[-1].id
    is_speech = verb in parse.pack.language.reporting and person
    if is_speech and discourse.focus is not None and discourse.focus.id != named[-1].id:
        return discourse.current_topic()
    return joint_subject(parse, arc.chain) or resolve_reference(parse, discourse, arc.head)


def facet(parse: SentenceParse, arc: SubjectArc) -> str:
    """The common noun that heads a subject with a name in it ("Acme *shares* rose"): part of what is measured."""
    owned = parse.names_in(arc.head.first, arc.head.last)
    ends = bool(owned) and owned[-1].last < arc.head.last
    return parse.text(owned[-1].last, arc.head.last).removeprefix("'s ") if ends else ""


def clause_actor(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Subject | None:
    """The actor of the clause that a value stands in."""
    group = governing_group_before(parse, anchored.first)
    arc = find_subject(parse, group) if group is not None else None
    return None if arc is None else actor(parse, discourse, arc, anchored)
