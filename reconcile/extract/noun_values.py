"""Values beside the noun they are of: "a pledge of $4 billion", "Output: 5 million tonnes", "his debts of $3"."""

from __future__ import annotations

from reconcile.extract.actors import clause_actor
from reconcile.extract.clauses import group_before
from reconcile.extract.counted import Binding
from reconcile.extract.frame import Bound, Frame, Phrase
from reconcile.extract.labels import bare, noun_label
from reconcile.extract.owners import owner_after, possessor
from reconcile.extract.subjects import denoted
from reconcile.extract.tags import Tag
from reconcile.extract.topics import Topics
from reconcile.model.claim import Step, Subject
from reconcile.rules.entities import EntityType

# The rule of that frame in a trail.
NOUN_OF_VALUE = "bind.noun-of-value"


def noun_of_value(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """Frame "NOUN of VALUE", or "sees a NOUN at VALUE for X": the noun is the metric, its owner the subject."""
    i = bound.first - 1
    group = group_before(frame, bound.first)
    verbless = frame.key(i) == "at" and group is None
    phrase = frame.phrase_at(i - 1)
    if phrase is None or bound.mention.noun is not None:
        return None
    owner, first = possessor(frame, topics, phrase)
    if frame.key(i) == "at" and group is not None and group.last == phrase.first and frame.key(bound.last) == "for":
        owner = owner or owner_after(frame, topics, bound.last, frame.last)
    elif not (frame.key(i) == "of" or verbless):
        return None
    if owner is None and frame.key(phrase.first - 1) in ("with", "at"):
        owner = _bearer(frame, topics, bound, phrase.first - 1)
    if owner is None:
        owner = clause_actor(frame, topics, bound)
    return owner, bare(frame, first, phrase.last), (Step(NOUN_OF_VALUE, "the noun before “of” is the metric"),)


def _bearer(frame: Frame, topics: Topics, bound: Bound, i: int) -> Subject | None:
    """Who has what follows "with" at token `i`: the noun before it; after a comma in a told clause its subject."""
    comma = frame.key(i - 1) == ","
    if comma and any(g.last < i for g in frame.groups):
        return clause_actor(frame, topics, bound)
    left = frame.phrase_at(i - 1 - comma)
    names = frame.names_in(left.first, left.last) if left is not None else ()
    if left is not None and frame.key(left.first - 1) == "in" and names and names[-1].type == EntityType.PLACE:
        # "builds a plant in Norway at a cost of": the place has no cost
        return clause_actor(frame, topics, bound)
    return denoted(frame, topics, left) if left is not None else None


def owned_noun(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """Frame "OWNER'S NOUN VALUE": a value right after what somebody has ("her debts between $3 and 4 million")."""
    follows = bound.last < frame.last and frame.tag(bound.last) in (Tag.NOUN, Tag.NAME)
    if bound.mention.noun is not None or follows or bound.first == frame.first:
        return None
    phrase = frame.phrase_at(bound.first - 1) if frame.tag(bound.first - 1) is Tag.NOUN else None
    owner, first = possessor(frame, topics, Phrase(phrase.first, bound.first)) if phrase is not None else (None, 0)
    if owner is None or first >= bound.first:
        return None
    return owner, bare(frame, first, bound.first), (Step("bind.owned-noun", "the owned noun right before the value"),)


def labelled(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """Frame "LABEL: VALUE" without a verb: the noun that heads the label is the metric, its owner the subject."""
    if frame.key(bound.first - 1) != ":" or any(g.last < bound.first for g in frame.groups):
        return None
    i = frame.first
    while i < bound.first and frame.tag(i) in (Tag.PUNCTUATION, Tag.TIME, Tag.PREPOSITION, Tag.ADVERB):
        i += 1
    phrase = frame.phrase_at(i) if i < bound.first - 1 else None
    if phrase is None or frame.tag(phrase.last - 1) is not Tag.NOUN:
        return None
    owner, first = possessor(frame, topics, phrase)
    owner = owner or owner_after(frame, topics, phrase.last, bound.first) or topics.section or topics.standing()
    label = f"{bare(frame, first, phrase.last)} {noun_label(frame, bound)}".strip()
    return owner, label, (Step("bind.label", "the noun before the colon is the metric"),)
