"""Frames of a clause: the verb before a value, and the subject that this verb has.

- *subject copula value*: "revenue was $5 billion", "shipments rose to 5 million": the subject names the metric;
- *subject verb value noun*: "Acme sold 5 million phones": verb and counted noun name the metric.
"""

from __future__ import annotations

from reconcile.extractors.claims.change_amounts import change_head
from reconcile.extractors.claims.claim_builder import Binding
from reconcile.extractors.claims.counted_subjects import in_subject_place
from reconcile.extractors.claims.labels import bare, chain_label, noun_label, object_label
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.extractors.entities.owners import OWNED, actor, facet, owner_after, possessor
from reconcile.extractors.entities.subjects import SubjectArc, find_subject, resolve_reference
from reconcile.model.claim import Step
from reconcile.model.mention import Kind
from reconcile.model.words import singular
from reconcile.text.parse import AnchoredMention, SentenceParse, VerbGroup, governing_group_before
from reconcile.text.word_classes import Tag

CHANGES = frozenset({Kind.PERCENT, Kind.POINTS})


def measured_subject(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """Frame *METRIC [of SUBJECT] was VALUE*."""
    arc = _own_subject(parse, anchored)
    if arc is None or not _names_metric(parse, discourse, arc, anchored):
        return None
    owner, first = possessor(parse, discourse, arc.head)
    owner = owner or owner_after(parse, discourse, arc.head.last, arc.group.first)
    of_value = parse.key(anchored.last) == "of" or (anchored.mention.kind is Kind.MEASURE and parse.key(anchored.last) == "in")
    rest = chain_label(parse, anchored.last) if of_value else ""
    pronoun = parse.tag(arc.head.first) is Tag.PRONOUN
    noun = "" if pronoun and rest else bare(parse, first, arc.head.last)
    return Binding(
        owner or resolve_reference(parse, discourse, arc.head),
        f"{noun}{_movement(parse, arc.group, anchored)} {rest}".strip(),
        (Step("bind.copula", "the clause's subject names the metric"),),
    )


def acting_subject(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """Frame *SUBJECT VERB VALUE NOUN*."""
    arc = _own_subject(parse, anchored)
    if arc is None:
        return None
    subject = actor(parse, discourse, arc, anchored)
    verb = parse.text(arc.group.main, arc.group.last)
    noun, goal = noun_label(parse, anchored), object_label(parse, arc.group, anchored.first)
    # "homes had" names nothing that "homes" does not
    named = "" if noun and parse.key(arc.group.last - 1) in parse.pack.language.auxiliaries else verb
    label = " ".join(part for part in (facet(parse, arc), noun, named, goal) if part)
    return Binding(subject, label, (Step("bind.subject-verb-value", f"“{verb}” binds the value to its subject"),))


def _own_subject(parse: SentenceParse, anchored: AnchoredMention) -> SubjectArc | None:
    """The subject of the verb before a value; None for a value that is a subject itself."""
    group = governing_group_before(parse, anchored.first)
    arc = find_subject(parse, group) if group is not None else None
    return None if arc is None or in_subject_place(parse, anchored) else arc


def _movement(parse: SentenceParse, group: VerbGroup, anchored: AnchoredMention) -> str:
    """The verb, with a space before it, where the value is how much its subject moved: " rise"."""
    verb, language = parse.key(group.main), parse.pack.language
    changes = anchored.mention.kind in CHANGES or change_head(parse, anchored) is not None
    return f" {language.lemmas.get(verb, verb)}" if changes and verb not in language.auxiliaries else ""


def _names_metric(parse: SentenceParse, discourse: DiscourseState, arc: SubjectArc, anchored: AnchoredMention) -> bool:
    """Whether a clause's subject is what is measured, and not who did it.

    It is with a verb of being or changing ("revenue was", "rose to"), with a passive verb of measuring ("was estimated
    at"), and where it is an owned measure and the value right after the verb ("the firm's costs ran to").
    """
    language, group = parse.pack.language, arc.group
    key = parse.key(group.main)
    near = _direct(parse, group, anchored)
    copula = key in language.copulas or language.lemmas.get(key) in language.copulas
    if anchored.mention.noun is None and copula and (near or key in language.auxiliaries):
        return True
    if near and language.lemmas.get(key) in language.measuring and group.main > group.first:
        return True
    levels = key in language.copulas or anchored.mention.kind in OWNED | {Kind.MEASURE}
    return near and levels and _owned(parse, discourse, arc)


def _direct(parse: SentenceParse, group: VerbGroup, anchored: AnchoredMention) -> bool:
    """Whether a value follows its verb, with no other noun between but in a phrase of its own ("rose in May to")."""
    i: int | None = group.last
    while i is not None and i < anchored.first:
        i = _past_adjunct(parse, i, anchored.first)
    return i is not None


def _past_adjunct(parse: SentenceParse, i: int, until: int) -> int | None:
    """The token after the adverb, time or prepositional phrase at token `i`; None where another word stands there."""
    opens = parse.key(i) == "," and parse.tag(i + 1) is Tag.PREPOSITION
    if opens or parse.tag(i) in (Tag.ADVERB, Tag.NUMBER, Tag.TIME):
        return i + 1
    if parse.tag(i) is not Tag.PREPOSITION:
        return None
    phrase = parse.phrase_at(i + 1) if i + 1 < until else None
    return i + 1 if phrase is None else phrase.last


def _owned(parse: SentenceParse, discourse: DiscourseState, arc: SubjectArc) -> bool:
    """Whether a clause's subject is a measure with an owner: "its costs", "revenue of Acme"; not "a unit of Acme"."""
    language, head = parse.pack.language, arc.head
    if parse.tag(head.last - 1) is not Tag.NOUN:
        return False
    noun = parse.key(head.last - 1)
    acts = language.people | language.organisation_nouns | language.agents
    if noun in acts or singular(noun) in acts:
        return False
    return possessor(parse, discourse, head)[0] is not None or (
        owner_after(parse, discourse, head.last, arc.group.first) is not None
    )
