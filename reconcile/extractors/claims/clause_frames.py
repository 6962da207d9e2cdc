"""Frames in which a verb or a noun before a value says what it is of.

- *subject copula value*: "revenue was $5 billion", "shipments rose to 5 million": the subject names the metric;
- *subject verb value noun*: "Acme sold 5 million phones": verb and counted noun name the metric;
- *noun of value*, *owned noun value*: "a pledge of $4 billion", "her debts between $3 and 4 million";
- ages: "Ann Marsh, 52,", "the 24-year-old".
"""

from __future__ import annotations

from reconcile.extractors.claims.claim_builder import Binding
from reconcile.extractors.claims.counted_subjects import in_subject_place
from reconcile.extractors.claims.labels import attribute, bare, chain_label, noun_label, object_label
from reconcile.extractors.entities.clause_subjects import SubjectArc, find_subject
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.extractors.entities.owners import OWNED, actor, clause_actor, facet, owner_after, possessor
from reconcile.extractors.entities.subjects import resolve_reference
from reconcile.model.claim import Step, Subject
from reconcile.model.mention import Kind
from reconcile.model.words import singular
from reconcile.rules.entities import EntityType
from reconcile.text.parse import ASIDE, AnchoredMention, NounPhrase, SentenceParse, VerbGroup, governing_group_before
from reconcile.text.word_classes import Tag

CHANGES = frozenset({Kind.PERCENT, Kind.POINTS})
RELATIVE = CHANGES | {Kind.RATIO}


def measured_subject(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """Frame *METRIC [of SUBJECT] was VALUE*."""
    arc = _own_subject(parse, anchored)
    if arc is None or not _names_metric(parse, discourse, arc, anchored):
        return None
    owner, first = possessor(parse, discourse, arc.head)
    owner = owner or owner_after(parse, discourse, arc.head.last, arc.group.first)
    sized = anchored.mention.kind is Kind.MEASURE and parse.key(anchored.last) == "in"
    of_value = sized or parse.key(anchored.last) == "of"
    rest = chain_label(parse, anchored.last) if of_value else ""
    pronoun = parse.tag(arc.head.first) is Tag.PRONOUN
    says_nothing = pronoun and (rest or attribute(parse, anchored, anchored.mention, ""))
    noun = "" if says_nothing else bare(parse, first, arc.head.last)
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


def noun_of_value(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """Frame "NOUN of VALUE", or "sees a NOUN at VALUE for X": the noun is the metric, its owner the subject."""
    i = anchored.first - 1
    group = governing_group_before(parse, anchored.first)
    verbless = parse.key(i) == "at" and group is None
    phrase = parse.phrase_at(i - 1)
    if phrase is None:
        return None
    owner, first = possessor(parse, discourse, phrase)
    if anchored.mention.noun is not None and (owner is None or parse.key(i) != "of"):
        return None
    if parse.key(i) == "at" and group is not None and group.last == phrase.first and parse.key(anchored.last) == "for":
        owner = owner or owner_after(parse, discourse, anchored.last, parse.last)
    elif not (parse.key(i) == "of" or verbless):
        return None
    if owner is None and parse.key(phrase.first - 1) in parse.pack.language.bearer_links:
        owner = _bearer(parse, discourse, anchored, phrase.first - 1)
    if owner is None:
        owner = clause_actor(parse, discourse, anchored)
    step = Step("bind.noun-of-value", "the noun before “of” is the metric")
    return Binding(owner, bare(parse, first, phrase.last), (step,), triggers_before=True)


def _bearer(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention, i: int) -> Subject | None:
    """Who has what follows "with" at token `i`: the noun before it; after a comma in a told clause its subject."""
    comma = parse.key(i - 1) == ","
    if comma and any(g.last < i for g in parse.groups):
        return clause_actor(parse, discourse, anchored)
    left = parse.phrase_at(i - 1 - comma)
    names = parse.names_in(left.first, left.last) if left is not None else ()
    if left is not None and parse.key(left.first - 1) == "in" and names and names[-1].type == EntityType.PLACE:
        # "builds a plant in Norway at a cost of": the place has no cost
        return clause_actor(parse, discourse, anchored)
    return resolve_reference(parse, discourse, left) if left is not None else None


def owned_noun(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """Frame "OWNER'S NOUN VALUE": a value right after what somebody has ("her debts between $3 and 4 million")."""
    follows = anchored.last < parse.last and parse.tag(anchored.last) in (Tag.NOUN, Tag.NAME)
    if anchored.mention.noun is not None or follows or anchored.first == parse.first:
        return None
    phrase = parse.phrase_at(anchored.first - 1) if parse.tag(anchored.first - 1) is Tag.NOUN else None
    owner, first = (
        possessor(parse, discourse, NounPhrase(phrase.first, anchored.first)) if phrase is not None else (None, 0)
    )
    if owner is None or first >= anchored.first:
        return None
    step = Step("bind.owned-noun", "the owned noun right before the value")
    return Binding(owner, bare(parse, first, anchored.first), (step,))


def described_noun(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """Frame "NOUN VALUE wide": a size right after a noun is of that noun, "and VALUE deep" after it too."""
    if anchored.mention.kind is not Kind.MEASURE or not _sizes(parse, anchored):
        return None
    first = _first_size(parse, anchored)
    i = first.first - 1 - (parse.key(first.first - 1) == ",")
    phrase = parse.phrase_at(i) if i >= parse.first and parse.tag(i) in (Tag.NOUN, Tag.NAME) else None
    described = NounPhrase(phrase.first, i + 1) if phrase is not None else None
    subject = resolve_reference(parse, discourse, described) if described is not None else None
    if described is None or subject is None:
        return None
    step = Step("bind.described-noun", "the size of the noun right before it")
    return Binding(subject, bare(parse, described.first, described.last), (step,))


def _sizes(parse: SentenceParse, anchored: AnchoredMention) -> int | None:
    """The token after the adjective of a size, a conversion in brackets passed over: "40 feet (12 m) *wide*"."""
    i = anchored.last
    if parse.key(i) == "(" and parse.key(anchored.first - 1) != "(":
        i = next((k + 1 for k in range(i, min(parse.last, i + ASIDE)) if parse.key(k) == ")"), i)
    elif parse.key(i) == ")":
        i += 1
    return i + 1 if parse.key(i) in parse.pack.language.size_adjectives else None


def _first_size(parse: SentenceParse, anchored: AnchoredMention) -> AnchoredMention:
    """The first of the sizes that "and" or commas join, or that a size in brackets converts."""
    for other in reversed([b for b in parse.mentions if b.last <= anchored.first]):
        end = other.last if parse.key(anchored.first - 1) == "(" else _sizes(parse, other)
        joined = end is not None and all(parse.key(k) in (",", "and", "(") for k in range(end, anchored.first))
        if not joined or other.mention.kind is not Kind.MEASURE:
            break
        anchored = other
    return anchored


LABEL = "age"


def age_holder(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """An age between commas is of the name before it, one before a noun of that noun; None for any other."""
    if anchored.mention.kind is not Kind.AGE:
        return None
    phrase = _before(parse, anchored) or _after(parse, anchored) or _alone(parse, anchored)
    subject = resolve_reference(parse, discourse, phrase) if phrase is not None else None
    step = Step("bind.age", "the age of the person named next to it")
    return None if subject is None else Binding(subject, LABEL, (step,))


def _before(parse: SentenceParse, anchored: AnchoredMention) -> NounPhrase | None:
    """The name before "Ann Marsh, 52" and "Ann Marsh (52)"."""
    i = anchored.first - 1
    if parse.key(i) not in (",", "(") or i <= parse.first or parse.tag(i - 1) is not Tag.NAME:
        return None
    return parse.phrase_at(i - 1)


def _alone(parse: SentenceParse, anchored: AnchoredMention) -> NounPhrase | None:
    """An age by which someone is called: "the 24-year-old"."""
    called = anchored.mention.quote.lower().endswith("old") and parse.key(anchored.first - 1) == "the"
    return NounPhrase(anchored.first - 1, anchored.last) if called else None


def _after(parse: SentenceParse, anchored: AnchoredMention) -> NounPhrase | None:
    if anchored.last >= parse.last or parse.tag(anchored.last) not in (Tag.NOUN, Tag.NAME):
        return None
    phrase = parse.phrase_at(anchored.last)
    if phrase is None:
        return None
    called = phrase.first == anchored.first - 1 and parse.key(phrase.first) == "the"
    return NounPhrase(phrase.first if called else anchored.last, phrase.last)


def change_head(parse: SentenceParse, anchored: AnchoredMention) -> int | None:
    """The token that makes a value the size of a change: "*grew* by 60,000 to 5 million", "a $5 million *increase*"."""
    verb = _change_verb(parse, anchored)
    if verb is not None:
        return verb.main
    noun = anchored.last < parse.last and parse.tag(anchored.last) is Tag.NOUN
    phrase = parse.phrase_at(anchored.last) if noun else None
    return phrase.last - 1 if phrase is not None and parse.key(phrase.last - 1) in parse.pack.language.moves else None


def _change_verb(parse: SentenceParse, anchored: AnchoredMention) -> VerbGroup | None:
    """The verb of change right before "by" and a value, or right before a value that "to" and another follow."""
    group, language = governing_group_before(parse, anchored.first), parse.pack.language
    if group is None or anchored.mention.kind in RELATIVE:
        return None
    verb = parse.key(group.main)
    if language.lemmas.get(verb) not in language.copulas or verb in language.auxiliaries:
        return None
    if parse.key(anchored.first - 1) == "by" and group.last == anchored.first - 1:
        return group
    other = next((b for b in parse.mentions if b.first == anchored.last + 1 and parse.key(anchored.last) == "to"), None)
    like = other is not None and other.mention.dimension == anchored.mention.dimension
    return group if like and group.last == anchored.first else None
