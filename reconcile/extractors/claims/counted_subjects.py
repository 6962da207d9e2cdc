"""Values that stand where a clause's subject stands: "50 people were hurt", "60 percent of voters call it fair"."""

from __future__ import annotations

from reconcile.extractors.claims.labels import noun_label, predicate_label
from reconcile.extractors.entities.coreference import Topics, people_before
from reconcile.extractors.entities.subjects import denoted
from reconcile.model.claim import Step, Subject
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import folded
from reconcile.model.words import stems
from reconcile.text.parse import Bound, Frame, Group, Phrase, group_after, group_before
from reconcile.text.word_classes import Tag

Binding = tuple[Subject | None, str, tuple[Step, ...]]
OPENERS = frozenset({Tag.PUNCTUATION, Tag.CONJUNCTION, Tag.SUBORDINATOR})
INSIDE = frozenset({Tag.NOUN, Tag.NAME, Tag.DETERMINER, Tag.ADVERB})
# How far the verb may stand from a value that is its subject.
NEAR = 6
# Participles that open a clause: "assuming 8 million are sold".
SUPPOSING = frozenset({"assuming", "supposing", "provided", "given"})
SHARES = frozenset({Kind.PERCENT, Kind.RATIO})


def counted_binding(frame: Frame, topics: Topics, bound: Bound) -> Binding:
    """Frame *VALUE NOUN VERB*: a share is of the group it names, a count of the event or party the text is about."""
    group = group_after(frame, bound.last)
    if bound.mention.kind in SHARES:
        return _share(frame, topics, bound, group)
    noun = noun_label(frame, bound)
    if group is None:
        return _fragment(frame, topics, bound, noun)
    verb = frame.text(group.main, group.last)
    # "people were" names nothing that "people" does not
    label = noun if noun and frame.key(group.last - 1) in frame.pack.language.auxiliaries else f"{noun} {verb}".strip()
    place = _after(frame, topics, group.last)
    subject = place or about(frame, topics, bound, label)
    return subject, label, (Step("bind.counted-subject", f"what is counted “{verb}”"),)


def in_subject_place(frame: Frame, bound: Bound) -> bool:
    """Whether a value opens a clause whose verb follows its own noun phrase: ", 47 percent of them opposed it"."""
    before = frame.first if bound.first == frame.first else bound.first - 1
    opens = bound.first == frame.first or frame.tag(before) in OPENERS
    opens = opens or frame.key(before) in frame.pack.language.reporting or frame.key(before) in SUPPOSING
    group = group_after(frame, bound.last) if opens else None
    if group is None:
        return False
    between = range(bound.last, group.first)
    return len(between) <= NEAR and all(frame.tag(k) in INSIDE or frame.key(k) == "of" for k in between)


def is_whole(frame: Frame, bound: Bound) -> bool:
    """Whether a value is the whole that another is a part of: the 150 of "took 71 of the 150 seats" were not taken."""
    i = bound.first - 1
    known = frame.key(i) in ("the", "all") or frame.tag(i) is Tag.POSSESSIVE
    part = next((b for b in frame.mentions if b.last == i - 1), None)
    return known and frame.key(i - 1) == "of" and part is not None and part.mention.kind not in SHARES


def possessed(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """A value right after a possessor is the possessor's: "Acme's 10 percent share", "its 300 welders"."""
    i = bound.first - 1
    owner = None
    if i > frame.first and frame.tag(i) is Tag.GENITIVE:
        while i > frame.first and frame.tag(i) is Tag.GENITIVE:
            i -= 1
        i += 1
        phrase = frame.phrase_at(i - 1)
        owner = denoted(frame, topics, Phrase(phrase.first, i)) if phrase is not None and phrase.first < i else None
    elif frame.key(i) in frame.pack.language.possessors:
        owner = topics.pronoun(frame, i, frame.pack.language.possessors[frame.key(i)])
    label = noun_label(frame, bound)
    if owner is None or not label:
        return None
    return owner, label, (Step("bind.possessor", "the possessor before the value owns it"),)


def share_in_place(frame: Frame, bound: Bound, subject: Subject | None) -> Subject | None:
    """The place after a share of a common noun: "spending accounts for 9 percent of output in Austria"."""
    if bound.mention.kind not in SHARES or subject is None or (subject.label[:1].isupper() and subject.weak):
        return None
    if any(n.id == subject.id or n.label in subject.label for n in frame.names):
        return None
    for i in range(bound.last, min(frame.last - 1, bound.last + NEAR)):
        if frame.tag(i) in (Tag.PUNCTUATION, Tag.VERB, Tag.AUXILIARY):
            return None
        name = next((n for n in frame.names if n.first in (i + 1, i + 2) and n.type == "place"), None)
        if frame.key(i) == "in" and name is not None:
            return Subject(name.id, name.label)
    return None


def share_of_people(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """A share of people is theirs wherever it stands: "compared with 31 percent of drivers"."""
    i = bound.last + 1
    if bound.mention.kind not in SHARES or frame.key(bound.last) != "of" or i >= frame.last:
        return None
    phrase = frame.phrase_at(i)
    head = frame.key(phrase.last - 1) if phrase is not None else ""
    named = phrase is not None and frame.tag(phrase.last - 1) is Tag.NAME and head.endswith("s")
    subject = denoted(frame, topics, phrase) if phrase and (named or head in frame.pack.language.people) else None
    group = group_after(frame, bound.last) or group_before(frame, bound.first)
    if subject is None or group is None:
        return None
    return subject, f"share {predicate_label(frame, group)}", (Step("bind.share", "a share is of those after “of”"),)


def told_before(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """A value that points back ("the $5 billion"), or is converted in brackets, is of what the one before was of."""
    mention = bound.mention
    definite = frame.key(bound.first - 1) in ("the", "that", "this") and mention.noun is None
    found = topics.told.get(told_key(mention)) if definite else None
    if found is None and frame.key(bound.first - 1) == "(" and frame.key(bound.last) == ")":
        before = next((b for b in frame.mentions if b.last == bound.first - 1), None)
        alike = before is not None and before.mention.kind is mention.kind
        found = topics.told.get(told_key(before.mention)) if before is not None and alike else None
    if found is None:
        return None
    return found[0], found[1], (Step("bind.told-before", "the same value, or one converted, was told of this"),)


def told_key(mention: Mention) -> tuple[object, ...]:
    """By what a value is known again in one text."""
    value = mention.value
    return (mention.kind, mention.unit, None if value is None else (value.low, value.high))


def bracketed(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """A value alone in brackets is of the noun phrase before them: "Acme (69 percent)"."""
    opening = bound.first - 1 - 2 * (frame.key(bound.first - 2) == "lrb")
    closed = frame.key(bound.last) == ")" or frame.key(bound.last + 1) == "rrb"
    opened = frame.key(opening) == "(" or frame.key(opening + 1) == "lrb"
    if not (opened and closed) or bound.mention.kind not in SHARES:
        return None
    phrase = frame.phrase_at(opening - 1) if opening > frame.first else None
    subject = denoted(frame, topics, phrase) if phrase is not None else None
    group = group_before(frame, phrase.first) if phrase is not None else None
    if subject is None:
        return None
    label = predicate_label(frame, group) if group is not None else ""
    return (
        subject,
        f"share {label}".strip(),
        (Step("bind.bracket", "a share in brackets is of what stands before them"),),
    )


def event_harm(frame: Frame, topics: Topics, bound: Bound, label: str) -> Subject | None:
    """The event that did harm to so many, where the text tells of one."""
    harm = bound.mention.kind in (Kind.COUNT, Kind.NUMBER) and stems(label) & frame.pack.language.harms
    return topics.event_of(frame) if harm else None


def _share(frame: Frame, topics: Topics, bound: Bound, group: Group | None) -> Binding:
    """The group after "of", else the people last spoken of, else what the text is about."""
    asked = None
    i = bound.last
    if frame.key(i) in ("of", "among") and i + 1 < frame.last:
        phrase = frame.phrase_at(i + 1)
        asked = denoted(frame, topics, phrase) if phrase is not None else None
    said = predicate_label(frame, group) if group is not None else noun_label(frame, bound)
    label = f"share {said}" if bound.mention.unit != "times" else said
    step = Step("bind.share", "a share in subject position is of the group asked")
    return asked or people_before(frame, bound.first) or topics.group or topics.standing(), label, (step,)


def _fragment(frame: Frame, topics: Topics, bound: Bound, noun: str) -> Binding:
    """No verb: a heading's topic, the name right before the value, the first name, or what the text is about."""
    headed = topics.section
    adjacent = next((n for n in frame.names if n.last == bound.first), None)
    name = adjacent or next((n for n in frame.names if n.last <= bound.first), None)
    subject = headed or (Subject(name.id, name.label) if name else about(frame, topics, bound, noun))
    return subject, noun, (Step("bind.fragment", "no verb: the heading or the first name is the subject"),)


def about(frame: Frame, topics: Topics, bound: Bound, label: str) -> Subject | None:
    """Harm belongs to the event that did it; anything else to the party last spoken of."""
    harm = bool(stems(label) & frame.pack.language.harms)
    event = topics.event_of(frame) if harm else None
    return event or topics.section or topics.standing() or counted_unit(bound.mention)


def counted_unit(mention: Mention) -> Subject | None:
    """The counted things themselves, where nothing else stands."""
    return Subject(folded(mention.unit), mention.unit) if mention.unit and mention.kind is Kind.COUNT else None


def _after(frame: Frame, topics: Topics, i: int) -> Subject | None:
    """Who or what follows "by" or "in" right after the verb."""
    if frame.key(i) not in ("by", "in", "at") or i + 1 >= frame.last or frame.tag(i + 1) in (Tag.NUMBER, Tag.TIME):
        return None
    phrase = frame.phrase_at(i + 1)
    if phrase is None or (frame.key(i) != "by" and not frame.names_in(phrase.first, phrase.last)):
        # "were housed in tents" says nothing of tents
        return None
    return denoted(frame, topics, phrase)
