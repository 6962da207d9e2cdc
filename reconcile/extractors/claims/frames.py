"""Claims that give a value: what it is of, and what is measured, from where the value stands in its clause.

Three frames, tried in this order:

- *noun of value*: "a market value of $5 billion" - the noun before "of" names the metric;
- *subject copula value*: "revenue was $5 billion", "shipments rose to 5 million" - the subject names the metric;
- *subject verb value noun*: "Acme sold 5 million phones" - verb and counted noun name the metric.
"""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.claims.change_amounts import MOVED, moved, moved_by, naming_move
from reconcile.extractors.claims.claim_builder import base, open_metric, read_step, with_length
from reconcile.extractors.claims.counted_subjects import (
    Binding,
    about,
    bracketed,
    counted_binding,
    event_harm,
    in_subject_place,
    is_whole,
    possessed,
    share_in_place,
    share_of_people,
    told_before,
    told_key,
)
from reconcile.extractors.claims.ellipsis import (
    continued,
    gap_of,
    gapped,
    goes_on_from,
    more_of,
    same_measure,
    with_noun,
)
from reconcile.extractors.claims.factuality import attribution
from reconcile.extractors.claims.labels import attribute, bare, chain_label, noun_label, object_label
from reconcile.extractors.claims.metric_matching import Trigger, rule_for
from reconcile.extractors.claims.paired_lists import IN_ORDER, paired
from reconcile.extractors.claims.periods import holds
from reconcile.extractors.claims.timeline import Timeline
from reconcile.extractors.claims.value_complements import (
    NOUN_OF_VALUE,
    aged,
    labelled,
    noun_of_value,
    owned_noun,
    put_at,
)
from reconcile.extractors.entities.coreference import Telling, Topics
from reconcile.extractors.entities.owners import OWNED, actor, facet, owner_after, possessor
from reconcile.extractors.entities.subjects import Said, denoted, joint, said_of
from reconcile.model.claim import Claim, Metric, Step, Subject
from reconcile.model.mention import Kind
from reconcile.model.words import singular, stems
from reconcile.rules.metrics import MetricRule
from reconcile.text.parse import Bound, Frame, Group, Phrase, group_before
from reconcile.text.word_classes import Tag

KINDS = frozenset(
    {Kind.MONEY, Kind.COUNT, Kind.PERCENT, Kind.POINTS, Kind.RATIO, Kind.MEASURE, Kind.NUMBER, Kind.AGE, Kind.DURATION}
)

CHANGES = frozenset({Kind.PERCENT, Kind.POINTS})


def measure_claim(
    frame: Frame, topics: Topics, times: Timeline, bound: Bound, found: tuple[Trigger, ...]
) -> Claim | None:
    """The claim a value makes, or None when nothing can be said of what it is about."""
    bound = with_noun(frame, topics, bound)
    mention = with_length(bound.mention)
    subject, label, how = _bound_to(frame, topics, bound)
    if how[0].rule == NOUN_OF_VALUE:
        found = tuple(t for t in found if t.first < bound.first)
    if how[0].rule in (IN_ORDER, MOVED):
        named_by = stems(label if how[0].rule == IN_ORDER else label.split()[-1])
        found = tuple(t for t in found if stems(frame.text(t.first, t.last)) & named_by)
    rule, named = _rule(frame, topics, bound, naming_move(frame, bound, found))
    label = f"{label} {more_of(frame, topics, bound)} {attribute(frame, bound, mention, label)}"
    label = " ".join(label.split())
    place = share_in_place(frame, bound, subject)
    if place is not None and subject is not None:
        subject, label = place, f"{subject.label} {label}"
        how = (*how, Step("subject.place", f"of “{place.label}”, which the share stands in"))
    other = _beyond_clause(frame, topics, bound, subject, label, rule)
    if other is not None:
        subject, how = other[0], (*how, other[1])
    if not label and mention.kind in OWNED - {Kind.MONEY}:
        label = "share"
    if subject is None and rule is None and not label:
        return None
    period, stance, when = holds(frame, times, bound, rule, subject, goes_on_from(topics, how))
    topics.tell(Telling(frame.index, bound, subject, label, rule, period))
    if subject is not None and label:
        topics.told[told_key(bound.mention)] = (subject, label)
    metric = open_metric(frame, label) if rule is None else _ruled(frame, rule, label)
    claim = base(frame, mention.span, mention.kind, named[0].rule if named else how[0].rule, (read_step(mention),))
    return replace(
        claim,
        trail=(*claim.trail, *how, *named, *when),
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


def _bound_to(frame: Frame, topics: Topics, bound: Bound) -> Binding:
    """Subject and label by the first frame that fits."""
    return (
        aged(frame, topics, bound)
        or paired(frame, topics, bound)
        or told_before(frame, topics, bound)
        or continued(frame, topics, bound)
        or gapped(frame, topics, bound)
        or moved(frame, topics, bound)
        or put_at(frame, topics, bound)
        or possessed(frame, topics, bound)
        or share_of_people(frame, topics, bound)
        or bracketed(frame, topics, bound)
        or _verbal(frame, topics, bound)
        or owned_noun(frame, topics, bound)
        or noun_of_value(frame, topics, bound)
        or labelled(frame, topics, bound)
        or _of_clause(frame, topics, bound)
    )


def _beyond_clause(
    frame: Frame, topics: Topics, bound: Bound, subject: Subject | None, label: str, rule: MetricRule | None
) -> tuple[Subject, Step] | None:
    """The event that did the harm a value counts, or, for a clause without a subject, what is spoken of."""
    harmed = event_harm(frame, topics, bound, f"{label} {rule.label if rule else ''}")
    if harmed is not None:
        return harmed, Step("subject.event", f"harm done by “{harmed.label}”")
    found = about(frame, topics, bound, label) if subject is None else None
    if found is None:
        return None
    return found, Step("subject.standing", f"no subject in the clause: “{found.label}” is spoken of")


def _rule(
    frame: Frame, topics: Topics, bound: Bound, found: tuple[Trigger, ...]
) -> tuple[MetricRule | None, tuple[Step, ...]]:
    """The rule that names the metric; that of the value before for its base ("compared with $4 million")."""
    before = same_measure(frame, topics, bound) or gap_of(frame, topics, bound)
    if before is not None and before.rule is not None:
        return before.rule, (Step(f"metric.{before.rule.id}", "as for the value it goes on from"),)
    rule, named = rule_for(frame, bound, found)
    if rule is not None and is_whole(frame, bound) and not stems(rule.label) & frame.pack.language.harms:
        return None, ()
    return rule, named


def _ruled(frame: Frame, rule: MetricRule, words: str) -> Metric:
    """A rule's metric; the text's own words are kept where they say it otherwise ("share in Acme" for a stake)."""
    own = stems(words, frame.pack.language.function_words) - frame.pack.language.harms
    other = words if own - stems(rule.label) else ""
    return Metric(rule.id, rule.label, open_metric(frame, f"{rule.label} {words}").content, other)


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


def _of_clause(frame: Frame, topics: Topics, bound: Bound) -> Binding:
    group = group_before(frame, bound.first)
    said = said_of(frame, group) if group is not None else None
    if group is None or said is None or in_subject_place(frame, bound):
        return counted_binding(frame, topics, bound)
    if _names_metric(frame, topics, said, bound):
        return _copular(frame, topics, said, bound)
    return _transitive(frame, topics, said, bound)


def _names_metric(frame: Frame, topics: Topics, said: Said, bound: Bound) -> bool:
    """Whether a clause's subject is what is measured, and not who did it.

    It is with a verb of being or changing ("revenue was", "rose to"), with a passive verb of measuring ("was estimated
    at"), and where it is an owned measure and the value right after the verb ("the firm's costs ran to").
    """
    language, group = frame.pack.language, said.group
    key = frame.key(group.main)
    near = _direct(frame, group, bound)
    copula = key in language.copulas or language.lemmas.get(key) in language.copulas
    if bound.mention.noun is None and copula and (near or key in language.auxiliaries):
        return True
    if near and language.lemmas.get(key) in language.measuring and group.main > group.first:
        return True
    levels = key in language.copulas or bound.mention.kind in OWNED | {Kind.MEASURE}
    return near and levels and (_owned(frame, topics, said) or _belonging(frame, topics, said) is not None)


def _direct(frame: Frame, group: Group, bound: Bound) -> bool:
    """Whether a value follows its verb, with no other noun between but in a phrase of its own ("rose in May to")."""
    i = group.last
    while i < bound.first:
        opens = frame.key(i) == "," and frame.tag(i + 1) is Tag.PREPOSITION
        if opens or frame.tag(i) in (Tag.ADVERB, Tag.NUMBER, Tag.TIME):
            i += 1
        elif frame.tag(i) is Tag.PREPOSITION:
            phrase = frame.phrase_at(i + 1) if i + 1 < bound.first else None
            i = phrase.last if phrase is not None else i + 1
        else:
            return False
    return True


def _owned(frame: Frame, topics: Topics, said: Said) -> bool:
    """Whether a clause's subject is a measure with an owner: "its costs", "revenue of Acme"; not "a unit of Acme"."""
    language, head = frame.pack.language, said.head
    if frame.tag(head.last - 1) is not Tag.NOUN:
        return False
    noun = frame.key(head.last - 1)
    acts = language.people | language.organisation_nouns | language.agents
    if noun in acts or singular(noun) in acts:
        return False
    return possessor(frame, topics, head)[0] is not None or (
        owner_after(frame, topics, head.last, said.group.first) is not None
    )


def _copular(frame: Frame, topics: Topics, said: Said, bound: Bound) -> Binding:
    """Frame *METRIC [of SUBJECT] was VALUE*."""
    owner, first = possessor(frame, topics, said.head)
    owner = owner or owner_after(frame, topics, said.head.last, said.group.first)
    subject = owner or _belonging(frame, topics, said) or denoted(frame, topics, said.head)
    verb = frame.key(said.group.main)
    changes = bound.mention.kind in CHANGES or moved_by(frame, bound) is not None
    moves = changes and verb not in frame.pack.language.auxiliaries
    plain = owner is None and verb not in frame.pack.language.auxiliaries and _is_name(frame, said.head)
    moved = f" {frame.pack.language.lemmas.get(verb, verb)}" if moves or plain else ""
    note = Step("bind.copula", "the clause's subject names the metric")
    rest = chain_label(frame, bound.last) if frame.key(bound.last) == "of" else _state(frame, bound)
    pronoun = frame.tag(said.head.first) is Tag.PRONOUN
    noun = "" if plain or (pronoun and rest) else bare(frame, first, said.head.last)
    return subject, f"{noun}{moved} {rest}".strip(), (note,)


def _state(frame: Frame, bound: Bound) -> str:
    """The state that a share is reached of: "the fire is 15% *contained*", "the vote is 90 percent *counted*"."""
    i = bound.last
    if bound.mention.kind is not Kind.PERCENT or frame.key(i) not in frame.pack.language.participles:
        return ""
    return frame.text(i, i + 1)


def _is_name(frame: Frame, phrase: Phrase) -> bool:
    """Whether a phrase is a name or pronoun and nothing else, which measures nothing: "Acme climbed to $9"."""
    return all(
        frame.tag(i) in (Tag.NAME, Tag.DETERMINER, Tag.PRONOUN, Tag.GENITIVE) for i in range(phrase.first, phrase.last)
    )


def _belonging(frame: Frame, topics: Topics, said: Said) -> Subject | None:
    """The party spoken of, for what only a party has and nobody is named for ("Revenue was")."""
    noun = frame.key(said.head.last - 1)
    return topics.standing() if noun in frame.pack.language.belongings else None


def _transitive(frame: Frame, topics: Topics, said: Said, bound: Bound) -> Binding:
    """Frame *SUBJECT VERB VALUE NOUN*."""
    subject = actor(frame, topics, said, bound)
    verb = frame.text(said.group.main, said.group.last)
    noun, goal = noun_label(frame, bound), object_label(frame, said.group, bound.first)
    # "homes had" names nothing that "homes" does not
    named = "" if noun and frame.key(said.group.last - 1) in frame.pack.language.auxiliaries else verb
    label = " ".join(part for part in (facet(frame, said), noun, named, goal) if part)
    return subject, label, (Step("bind.subject-verb-value", f"“{verb}” binds the value to its subject"),)
