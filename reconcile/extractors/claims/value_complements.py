"""Values beside what they are of: "a pledge of $4 billion", "put the share at 21 percent", "Output: 5 tonnes",
"Ann Marsh, 52,".
"""

from __future__ import annotations

from reconcile.extractors.claims.claim_builder import Binding
from reconcile.extractors.claims.labels import bare
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.extractors.entities.owners import clause_actor, owner_after, possessor
from reconcile.extractors.entities.subjects import resolve_reference
from reconcile.model.claim import Step, Subject
from reconcile.model.mention import Kind
from reconcile.rules.entities import EntityType
from reconcile.text.parse import AnchoredMention, NounPhrase, SentenceParse, governing_group_before
from reconcile.text.word_classes import Tag


def noun_of_value(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding | None:
    """Frame "NOUN of VALUE", or "sees a NOUN at VALUE for X": the noun is the metric, its owner the subject."""
    i = anchored.first - 1
    group = governing_group_before(parse, anchored.first)
    verbless = parse.key(i) == "at" and group is None
    phrase = parse.phrase_at(i - 1)
    if phrase is None or anchored.mention.noun is not None:
        return None
    owner, first = possessor(parse, discourse, phrase)
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
    return None if phrase is None else NounPhrase(anchored.last, phrase.last)
