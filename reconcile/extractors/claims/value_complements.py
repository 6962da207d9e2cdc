"""Values beside what they are of: "a pledge of $4 billion", "put the share at 21 percent", "Output: 5 tonnes",
"Ann Marsh, 52,".
"""

from __future__ import annotations

from reconcile.extractors.claims.counted_subjects import Binding
from reconcile.extractors.claims.labels import bare, noun_label
from reconcile.extractors.entities.coreference import Topics
from reconcile.extractors.entities.owners import clause_actor, owner_after, possessor
from reconcile.extractors.entities.subjects import denoted
from reconcile.model.claim import Step, Subject
from reconcile.model.mention import Kind
from reconcile.rules.entities import EntityType
from reconcile.text.parse import Bound, Frame, Phrase, group_before
from reconcile.text.word_classes import Tag

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


def put_at(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """Frame "VERB NOUN at VALUE": the noun is the metric and its owner the subject; None for a noun with no owner."""
    language, group = frame.pack.language, group_before(frame, bound.first)
    if group is None or frame.key(bound.first - 1) != "at" or bound.mention.noun is not None:
        return None
    if language.lemmas.get(frame.key(group.main)) not in language.measuring or group.last >= bound.first - 1:
        return None
    if frame.tag(group.last) in (Tag.PREPOSITION, Tag.PRONOUN, Tag.NUMBER, Tag.TIME):
        return None
    what = frame.phrase_at(group.last)
    if what is None or what.last > bound.first - 1:
        return None
    owner, first = possessor(frame, topics, what)
    owner = owner or owner_after(frame, topics, what.last, bound.first - 1)
    verb = frame.text(group.main, group.last)
    step = Step("bind.put-at", f"what “{verb}” sets the value on is the metric")
    return None if owner is None else (owner, bare(frame, first, what.last), (step,))


LABEL = "age"


def aged(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """An age between commas is of the name before it, one before a noun of that noun; None for any other."""
    if bound.mention.kind is not Kind.AGE:
        return None
    phrase = _before(frame, bound) or _after(frame, bound) or _alone(frame, bound)
    subject = denoted(frame, topics, phrase) if phrase is not None else None
    return None if subject is None else (subject, LABEL, (Step("bind.age", "the age of whom it stands beside"),))


def _before(frame: Frame, bound: Bound) -> Phrase | None:
    """The name before "Ann Marsh, 52" and "Ann Marsh (52)"."""
    i = bound.first - 1
    if frame.key(i) not in (",", "(") or i <= frame.first or frame.tag(i - 1) is not Tag.NAME:
        return None
    return frame.phrase_at(i - 1)


def _alone(frame: Frame, bound: Bound) -> Phrase | None:
    """An age by which someone is called: "the 24-year-old"."""
    called = bound.mention.quote.lower().endswith("old") and frame.key(bound.first - 1) == "the"
    return Phrase(bound.first - 1, bound.last) if called else None


def _after(frame: Frame, bound: Bound) -> Phrase | None:
    if bound.last >= frame.last or frame.tag(bound.last) not in (Tag.NOUN, Tag.NAME):
        return None
    phrase = frame.phrase_at(bound.last)
    return None if phrase is None else Phrase(bound.last, phrase.last)
