"""Claims that give a value: what it is of, and what is measured, from where the value stands in its clause.

Three frames, tried in this order:

- *noun of value*: "a market value of $5 billion" - the noun before "of" names the metric;
- *subject copula value*: "revenue was $5 billion", "shipments rose to 5 million" - the subject names the metric;
- *subject verb value noun*: "Acme sold 5 million phones" - verb and counted noun name the metric.
"""

from __future__ import annotations

from dataclasses import replace

from reconcile.extract.attributes import attribute
from reconcile.extract.attribution import attribution
from reconcile.extract.counted import (
    Binding,
    about,
    bracketed,
    counted_binding,
    event_harm,
    in_subject_place,
    possessed,
    share_in_place,
    share_of_people,
    told_before,
    told_key,
)
from reconcile.extract.draft import base, open_metric, read_step
from reconcile.extract.frame import Bound, Frame, Group, Phrase
from reconcile.extract.labels import bare, noun_label, object_label
from reconcile.extract.lengths import with_length
from reconcile.extract.metrics import Trigger, rule_for
from reconcile.extract.periods import period_of
from reconcile.extract.scope import factuality, in_time
from reconcile.extract.subjects import Said, denoted, group_before, joint, said_of
from reconcile.extract.tags import Tag
from reconcile.extract.timeline import Timeline
from reconcile.extract.topics import Topics
from reconcile.model.claim import Claim, Metric, Step, Subject
from reconcile.model.mention import Kind
from reconcile.model.words import singular

KINDS = frozenset(
    {Kind.MONEY, Kind.COUNT, Kind.PERCENT, Kind.POINTS, Kind.RATIO, Kind.MEASURE, Kind.NUMBER, Kind.AGE, Kind.DURATION}
)

# Values that belong to an owner: "Acme shares rose 5 percent" is of Acme.
CHANGES = frozenset({Kind.PERCENT, Kind.POINTS})
OWNED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.RATIO})


def measure_claim(
    frame: Frame, topics: Topics, times: Timeline, bound: Bound, found: tuple[Trigger, ...]
) -> Claim | None:
    """The claim a value makes, or None when nothing can be said of what it is about."""
    mention = with_length(bound.mention)
    subject, label, how = (
        told_before(frame, topics, bound)
        or possessed(frame, topics, bound)
        or share_of_people(frame, topics, bound)
        or bracketed(frame, topics, bound)
        or _verbal(frame, topics, bound)
        or _of_noun(frame, topics, bound)
        or _of_clause(frame, topics, bound)
    )
    rule, named = rule_for(frame, bound, found)
    label = f"{label} {attribute(frame, bound, mention, label)}".strip()
    place = share_in_place(frame, bound, subject)
    if place is not None and subject is not None:
        subject, label = place, f"{subject.label} {label}"
        how = (*how, Step("subject.place", f"of “{place.label}”, which the share stands in"))
    harmed = event_harm(frame, topics, bound, f"{label} {rule.label if rule else ''}")
    if harmed is not None:
        subject, how = harmed, (*how, Step("subject.event", f"harm done by “{harmed.label}”"))
    if subject is None:
        subject = about(frame, topics, bound, label)
        how = (
            (*how, Step("subject.standing", f"no subject in the clause: “{subject.label}” is spoken of"))
            if subject
            else how
        )
    if not label and mention.kind in OWNED - {Kind.MONEY}:
        label = "share"
    if subject is None and rule is None and not label:
        return None
    if subject is not None and label:
        topics.told[told_key(bound.mention)] = (subject, label)
    told = factuality(frame, bound.first, bound.last)
    period, when = period_of(frame, times, bound, rule, subject, told[0])
    stance, why = in_time(frame, told, period)
    metric = open_metric(frame, label) if rule is None else _ruled(frame, rule.id, rule.label, label)
    claim = base(frame, mention.span, mention.kind, named[0].rule if named else how[0].rule, (read_step(mention),))
    return replace(
        claim,
        trail=(*claim.trail, *how, *named, *when, *why),
        subject=subject,
        metric=metric,
        value=mention.value,
        unit=singular(mention.unit) if mention.unit and mention.kind is Kind.COUNT else mention.unit,
        dimension=mention.dimension,
        per=mention.per,
        hedge=mention.hedge,
        period=period,
        factuality=stance,
        attribution=attribution(frame, bound.first, subject),
        readings=mention.readings,
    )


def _ruled(frame: Frame, rule: str, label: str, words: str) -> Metric:
    return Metric(rule, label, open_metric(frame, f"{label} {words}").content)


def _verbal(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """A value that is a verb: "profits *doubled*", "Acme has *tripled* its output"."""
    if bound.mention.kind is not Kind.RATIO or frame.key(bound.last - 1) not in frame.pack.language.lemmas:
        return None
    first = bound.first
    while first > frame.first and frame.tag(first - 1) in (Tag.AUXILIARY, Tag.ADVERB):
        first -= 1
    group = Group(first, bound.last, bound.last - 1)
    said = said_of(frame, group)
    if said is None or frame.tag(first - 1) is Tag.DETERMINER:
        return None
    goal = object_label(frame, group, frame.last)
    if goal:
        subject, label = joint(frame, said.chain) or denoted(frame, topics, said.head), goal
    else:
        subject, label, _ = _copular(frame, topics, said, bound)
    return subject, f"{label} {frame.key(bound.last - 1)}", (Step("bind.verb-value", "the verb itself is the value"),)


def _of_noun(frame: Frame, topics: Topics, bound: Bound) -> Binding | None:
    """Frame "NOUN of VALUE": the noun is the metric, its owner the subject."""
    i = bound.first - 1
    verbless = frame.key(i) == "at" and group_before(frame, bound.first) is None
    if not (frame.key(i) == "of" or verbless) or bound.mention.noun is not None:
        return None
    phrase = frame.phrase_at(i - 1)
    if phrase is None:
        return None
    owner, first = _owner(frame, topics, phrase)
    if owner is None and frame.key(phrase.first - 1) in ("with", "at"):
        left = frame.phrase_at(phrase.first - 2 - (frame.key(phrase.first - 2) == ","))
        owner = denoted(frame, topics, left) if left is not None else None
    if owner is None:
        owner = _clause_subject(frame, topics, bound)
    return owner, bare(frame, first, phrase.last), (Step("bind.noun-of-value", "the noun before “of” is the metric"),)


def _owner(frame: Frame, topics: Topics, phrase: Phrase) -> tuple[Subject | None, int]:
    """The possessor at the head of a phrase ("Acme's", "its") and where the rest begins."""
    for i in range(phrase.first, phrase.last):
        if frame.tag(i) is Tag.GENITIVE:
            return denoted(frame, topics, Phrase(phrase.first, i)), i + 1
    refers = frame.pack.language.possessors.get(frame.key(phrase.first))
    if refers is not None:
        return topics.pronoun(frame, phrase.first, refers), phrase.first + 1
    names = frame.names_in(phrase.first, phrase.last)
    if names and names[0].last < phrase.last and names[0].first <= phrase.first + 1:
        return Subject(names[0].id, names[0].label), names[0].last
    return None, phrase.first


def _of_clause(frame: Frame, topics: Topics, bound: Bound) -> Binding:
    group = group_before(frame, bound.first)
    said = said_of(frame, group) if group is not None else None
    if group is None or said is None or in_subject_place(frame, bound):
        return counted_binding(frame, topics, bound)
    copular = frame.key(group.main) in frame.pack.language.copulas and bound.mention.noun is None
    return _copular(frame, topics, said, bound) if copular else _transitive(frame, topics, said, bound)


def _copular(frame: Frame, topics: Topics, said: Said, bound: Bound) -> Binding:
    """Frame *METRIC [of SUBJECT] was VALUE*."""
    owner, first = _owner(frame, topics, said.head)
    if owner is None and frame.key(said.head.last) in ("of", "for", "at"):
        after = frame.phrase_at(said.head.last + 1)
        owner = denoted(frame, topics, after) if after is not None else None
    subject = owner or denoted(frame, topics, said.head)
    verb = frame.key(said.group.main)
    moves = bound.mention.kind in CHANGES and verb not in frame.pack.language.auxiliaries
    moved = f" {frame.pack.language.lemmas.get(verb, verb)}" if moves else ""
    note = Step("bind.copula", "the clause's subject names the metric")
    return subject, bare(frame, first, said.head.last) + moved, (note,)


def _transitive(frame: Frame, topics: Topics, said: Said, bound: Bound) -> Binding:
    """Frame *SUBJECT VERB VALUE NOUN*."""
    subject = _actor(frame, topics, said, bound)
    verb = frame.text(said.group.main, said.group.last)
    noun, goal = noun_label(frame, bound), object_label(frame, said.group, bound.first)
    label = " ".join(part for part in (_facet(frame, said), noun, verb, goal) if part)
    return subject, label, (Step("bind.subject-verb-value", f"“{verb}” binds the value to its subject"),)


def _actor(frame: Frame, topics: Topics, said: Said, bound: Bound) -> Subject | None:
    """The clause's subject; the owner of what rose or cost; not one who only says or expects the value."""
    named = frame.names_in(said.head.first, said.head.last)
    verb = frame.key(said.group.main)
    if bound.mention.kind in OWNED and named and _facet(frame, said):
        return Subject(named[-1].id, named[-1].label)
    person = bool(named) and named[-1].type in ("person", "unknown") and " " in named[-1].id
    speaks = verb in frame.pack.language.reporting and person
    if speaks and topics.focus is not None and topics.focus.id != named[-1].id:
        return topics.standing()
    return joint(frame, said.chain) or denoted(frame, topics, said.head)


def _facet(frame: Frame, said: Said) -> str:
    """The common noun that heads a subject with a name in it ("Acme *shares* rose"): part of what is measured."""
    owned = frame.names_in(said.head.first, said.head.last)
    ends = bool(owned) and owned[-1].last < said.head.last
    return frame.text(owned[-1].last, said.head.last).removeprefix("'s ") if ends else ""


def _clause_subject(frame: Frame, topics: Topics, bound: Bound) -> Subject | None:
    group = group_before(frame, bound.first)
    said = said_of(frame, group) if group is not None else None
    return None if said is None else _actor(frame, topics, said, bound)
