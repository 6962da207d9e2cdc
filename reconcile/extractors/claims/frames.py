"""Claims that give a value: what it is of, and what is measured, from where the value stands in its clause.

Three frames, tried in this order:

- *noun of value*: "a market value of $5 billion" - the noun before "of" names the metric;
- *subject copula value*: "revenue was $5 billion", "shipments rose to 5 million" - the subject names the metric;
- *subject verb value noun*: "Acme sold 5 million phones" - verb and counted noun name the metric.
"""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.claims.change_amounts import change_head, is_start
from reconcile.extractors.claims.claim_builder import new_claim, open_metric, read_step, with_length
from reconcile.extractors.claims.counted_subjects import (
    Binding,
    about,
    counted_binding,
    event_harm,
    in_subject_place,
    possessed_value,
    repeated_value,
    value_key,
)
from reconcile.extractors.claims.ellipsis import (
    continue_measure,
    continued_period,
    measure_of_base,
    repeat_measure,
    restore_head_noun,
)
from reconcile.extractors.claims.factuality import attribution
from reconcile.extractors.claims.labels import attribute, bare, chain_label, noun_label, object_label
from reconcile.extractors.claims.metric_matching import Trigger, rule_for
from reconcile.extractors.claims.periods import holds
from reconcile.extractors.claims.timeline import Timeline
from reconcile.extractors.claims.value_complements import (
    NOUN_OF_VALUE,
    age_holder,
    noun_of_value,
    owned_noun,
)
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.extractors.entities.measurements import PriorMeasurement
from reconcile.extractors.entities.owners import OWNED, actor, facet, owner_after, possessor
from reconcile.extractors.entities.subjects import SubjectArc, find_subject, resolve_reference
from reconcile.model.claim import Claim, Metric, Step, Subject
from reconcile.model.mention import Kind
from reconcile.model.words import singular, stems
from reconcile.rules.metrics import MetricRule
from reconcile.text.parse import AnchoredMention, SentenceParse, VerbGroup, governing_group_before
from reconcile.text.word_classes import Tag

KINDS = frozenset(
    {Kind.MONEY, Kind.COUNT, Kind.PERCENT, Kind.POINTS, Kind.RATIO, Kind.MEASURE, Kind.NUMBER, Kind.AGE, Kind.DURATION}
)

CHANGES = frozenset({Kind.PERCENT, Kind.POINTS})


def measure_claim(
    parse: SentenceParse,
    discourse: DiscourseState,
    times: Timeline,
    anchored: AnchoredMention,
    found: tuple[Trigger, ...],
) -> tuple[Claim | None, DiscourseState]:
    """The claim a value makes, or None when nothing can be said of what it is about, and the state after it."""
    anchored = restore_head_noun(parse, discourse, anchored)
    mention = with_length(anchored.mention)
    subject, label, how = _match_frame(parse, discourse, anchored)
    if how[0].rule == NOUN_OF_VALUE:
        found = tuple(t for t in found if t.first < anchored.first)
    head = change_head(parse, anchored)
    if head is not None:
        # a difference is no level: only a rule of the change itself can name it
        found = tuple(t for t in found if t.first <= head < t.last)
    rule, named = _rule(parse, discourse, anchored, found)
    label = f"{label} {repeat_measure(parse, discourse, anchored)} {attribute(parse, anchored, mention, label)}"
    label = " ".join(label.split())
    other = _beyond_clause(parse, discourse, anchored, subject, label, rule)
    if other is not None:
        subject, how = other[0], (*how, other[1])
    if not label and mention.kind in OWNED - {Kind.MONEY}:
        label = "share"
    if subject is None and rule is None and not label:
        return None, discourse
    period, stance, when = holds(parse, times, anchored, rule, subject, continued_period(discourse, how))
    measurement = PriorMeasurement(parse.index, anchored, subject, label, rule, period)
    metric = open_metric(parse, label) if rule is None else _ruled(parse, rule, label)
    claim = new_claim(parse, mention.span, mention.kind, named[0].rule if named else how[0].rule, (read_step(mention),))
    claim = replace(
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
        attribution=attribution(parse, anchored.first, subject),
        readings=mention.readings,
        starts_change=period is None and is_start(parse, anchored),
    )
    return claim, discourse.note_measurement(measurement, value_key(anchored.mention))


def _match_frame(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding:
    """Subject and label by the first frame that fits."""
    return (
        age_holder(parse, discourse, anchored)
        or repeated_value(parse, discourse, anchored)
        or continue_measure(parse, discourse, anchored)
        or possessed_value(parse, discourse, anchored)
        or owned_noun(parse, discourse, anchored)
        or noun_of_value(parse, discourse, anchored)
        or _of_clause(parse, discourse, anchored)
    )


def _beyond_clause(
    parse: SentenceParse,
    discourse: DiscourseState,
    anchored: AnchoredMention,
    subject: Subject | None,
    label: str,
    rule: MetricRule | None,
) -> tuple[Subject, Step] | None:
    """The event that did the harm a value counts, or, for a clause without a subject, what is spoken of."""
    harmed = event_harm(parse, discourse, anchored, f"{label} {rule.label if rule else ''}")
    if harmed is not None:
        return harmed, Step("subject.event", f"harm done by “{harmed.label}”")
    found = about(parse, discourse, anchored, label) if subject is None else None
    if found is None:
        return None
    return found, Step("subject.standing", f"no subject in the clause: “{found.label}” is spoken of")


def _rule(
    parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention, found: tuple[Trigger, ...]
) -> tuple[MetricRule | None, tuple[Step, ...]]:
    """The rule that names the metric; that of the value before for its base ("compared with $4 million")."""
    before = measure_of_base(parse, discourse, anchored)
    if before is not None and before.rule is not None:
        return before.rule, (Step(f"metric.{before.rule.id}", "as for the value it goes on from"),)
    return rule_for(parse, anchored, found)


def _ruled(parse: SentenceParse, rule: MetricRule, words: str) -> Metric:
    """A rule's metric; the text's own words are kept where they say it otherwise ("share in Acme" for a stake)."""
    own = stems(words, parse.pack.language.function_words) - parse.pack.language.harms
    other = words if own - stems(rule.label) else ""
    return Metric(rule.id, rule.label, open_metric(parse, f"{rule.label} {words}").content, other)


def _of_clause(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> Binding:
    group = governing_group_before(parse, anchored.first)
    arc = find_subject(parse, group) if group is not None else None
    if group is None or arc is None or in_subject_place(parse, anchored):
        return counted_binding(parse, discourse, anchored)
    if _names_metric(parse, discourse, arc, anchored):
        return _copular(parse, discourse, arc, anchored)
    return _transitive(parse, discourse, arc, anchored)


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
    i = group.last
    while i < anchored.first:
        opens = parse.key(i) == "," and parse.tag(i + 1) is Tag.PREPOSITION
        if opens or parse.tag(i) in (Tag.ADVERB, Tag.NUMBER, Tag.TIME):
            i += 1
        elif parse.tag(i) is Tag.PREPOSITION:
            phrase = parse.phrase_at(i + 1) if i + 1 < anchored.first else None
            i = phrase.last if phrase is not None else i + 1
        else:
            return False
    return True


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


def _copular(parse: SentenceParse, discourse: DiscourseState, arc: SubjectArc, anchored: AnchoredMention) -> Binding:
    """Frame *METRIC [of SUBJECT] was VALUE*."""
    owner, first = possessor(parse, discourse, arc.head)
    owner = owner or owner_after(parse, discourse, arc.head.last, arc.group.first)
    subject = owner or resolve_reference(parse, discourse, arc.head)
    verb = parse.key(arc.group.main)
    changes = anchored.mention.kind in CHANGES or change_head(parse, anchored) is not None
    moves = changes and verb not in parse.pack.language.auxiliaries
    movement = f" {parse.pack.language.lemmas.get(verb, verb)}" if moves else ""
    note = Step("bind.copula", "the clause's subject names the metric")
    rest = chain_label(parse, anchored.last) if parse.key(anchored.last) == "of" else ""
    pronoun = parse.tag(arc.head.first) is Tag.PRONOUN
    noun = "" if pronoun and rest else bare(parse, first, arc.head.last)
    return subject, f"{noun}{movement} {rest}".strip(), (note,)


def _transitive(parse: SentenceParse, discourse: DiscourseState, arc: SubjectArc, anchored: AnchoredMention) -> Binding:
    """Frame *SUBJECT VERB VALUE NOUN*."""
    subject = actor(parse, discourse, arc, anchored)
    verb = parse.text(arc.group.main, arc.group.last)
    noun, goal = noun_label(parse, anchored), object_label(parse, arc.group, anchored.first)
    # "homes had" names nothing that "homes" does not
    named = "" if noun and parse.key(arc.group.last - 1) in parse.pack.language.auxiliaries else verb
    label = " ".join(part for part in (facet(parse, arc), noun, named, goal) if part)
    return subject, label, (Step("bind.subject-verb-value", f"“{verb}” binds the value to its subject"),)
