"""Date claims: what happened when, for times that do not already date a value.

Events between several parties ("an agreement between A and B") are told apart by who takes part.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reconcile.extractors.claims.claim_builder import new_claim, open_metric, read_step
from reconcile.extractors.claims.factuality import attribution, factuality, in_time
from reconcile.extractors.claims.labels import bare
from reconcile.extractors.claims.metric_matching import Trigger, match_event
from reconcile.extractors.claims.temporal_attachment import OPENING, period_with_neighbours
from reconcile.extractors.entities.clause_subjects import SubjectArc, find_subject
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.extractors.entities.owners import possessor
from reconcile.extractors.entities.subjects import joint_subject, resolve_reference
from reconcile.model.claim import Claim, Metric, Step, Subject
from reconcile.model.mention import Kind
from reconcile.model.names import Name, folded
from reconcile.rules.metrics import MetricRule
from reconcile.text.parse import AnchoredMention, SentenceParse, VerbGroup, governing_verb
from reconcile.text.word_classes import Tag


def event_claim(
    parse: SentenceParse,
    discourse: DiscourseState,
    anchored: AnchoredMention,
    triggers: tuple[Trigger, ...],
    kind: Kind = Kind.DATE,
) -> Claim | None:
    """The claim that something happened at a time; None where no verb governs the time, or nobody is named."""
    group = governing_verb(parse, anchored)
    if anchored.mention.timex is None or group is None or _is_end_of_count(parse, anchored, group):
        return None
    arc = find_subject(parse, group)
    match = match_event(parse, group, triggers)
    rule = None if match is None else match.rule
    parties = _parties(parse) if rule is not None and rule.parties else ()
    thing = _thing(parse, discourse, anchored, group, match.trigger) if match is not None and match.rule.once else None
    if rule is not None and rule.once and thing is None:
        rule = None
    subject = thing or _join_parties(parties) or _subject(parse, discourse, arc)
    if subject is None and not (arc is not None and parse.tag(arc.head.first) is Tag.PRONOUN):
        return None
    event = _Event(group, _label(parse, group, arc), subject, rule, parties)
    owned = _dated_noun(parse, discourse, anchored) if rule is None else None
    if owned is not None:
        event = replace(event, subject=owned[0], label=owned[1])
    return _claim(parse, anchored, kind, event)


def _dated_noun(
    parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention
) -> tuple[Subject, str] | None:
    """Whose and what a noun of action right before a time is: "*Orr's overthrow* in 2013", "their *launch* in May"."""
    i = anchored.first - 1
    i -= i > parse.first and parse.tag(i) is Tag.PREPOSITION
    phrase = parse.phrase_at(i) if i >= parse.first and parse.tag(i) is Tag.NOUN else None
    if phrase is None or phrase.last != i + 1 or not _is_action(parse, i):
        return None
    owner, first = possessor(parse, discourse, phrase)
    owned = first > phrase.first and parse.tag(first - 1) in (Tag.GENITIVE, Tag.POSSESSIVE)
    return (owner, bare(parse, first, phrase.last)) if owned and owner is not None else None


def _is_action(parse: SentenceParse, i: int) -> bool:
    """Whether the noun at token `i` names what someone does: a verb's own form or one made from it."""
    language, key = parse.pack.language, parse.key(i)
    return language.lemmas.get(key) == key or key in language.events or key.endswith(language.action_endings.listed)


def _is_end_of_count(parse: SentenceParse, anchored: AnchoredMention, group: VerbGroup) -> bool:
    """Whether a time after "by" says until when something done had come to a value: "had sold 500 *by Sunday*"."""
    if parse.key(anchored.first - 1) != "by" or not parse.is_past(group):
        return False
    return any(b.mention.kind is not Kind.DATE and governing_verb(parse, b) == group for b in parse.mentions)


@dataclass(frozen=True, slots=True)
class _Event:
    """What happened: the verb, a label, who it happened to or did it, the rule that knows it, and who took part."""

    group: VerbGroup
    label: str
    subject: Subject | None
    rule: MetricRule | None
    parties: tuple[Name, ...]


def _claim(parse: SentenceParse, anchored: AnchoredMention, kind: Kind, event: _Event) -> Claim:
    label, rule, group = event.label, event.rule, event.group
    metric = Metric(rule.id, rule.label, open_metric(parse, label).content) if rule else open_metric(parse, label)
    named = (Step(f"metric.{rule.id}", f"“{rule.label}” names the event"),) if rule else ()
    # the day on which a time of day was placed is a guess
    period = None if kind is Kind.TIME else period_with_neighbours(parse, anchored)
    stance, why = in_time(parse, factuality(parse, anchored.first, anchored.last, event=True), period)
    claim = new_claim(parse, anchored.mention.span, kind, named[0].rule if named else "bind.event", ())
    verb = parse.text(group.main, group.last)
    how = Step("bind.event", f"“{verb}” happens at this time")
    basis = anchored.mention.timex.basis if anchored.mention.timex is not None else ""
    when = Step("time.resolved", f"{_edtf(anchored)}, from: {basis}")
    return replace(
        claim,
        trail=(read_step(anchored.mention), how, when, *named, *why),
        subject=event.subject,
        metric=metric,
        period=period,
        factuality=stance,
        attribution=attribution(parse, anchored.first, event.subject),
        parties=tuple(n.id for n in event.parties),
        readings=anchored.mention.readings,
    )


def is_occurrence(parse: SentenceParse, anchored: AnchoredMention) -> bool:
    """Whether the verb that governs a time tells of something done, not of what was or rose: such a time is a date."""
    group = governing_verb(parse, anchored)
    language = parse.pack.language
    # "closed at $14" is a level, which each day has
    level = (
        group is not None and parse.key(group.last) == "at" and any(b.first == group.last + 1 for b in parse.mentions)
    )
    return group is not None and not level and parse.key(group.main) not in language.copulas | language.auxiliaries


def _edtf(anchored: AnchoredMention) -> str:
    timex = anchored.mention.timex
    if timex is None or timex.own is None:
        return "unresolved"
    return timex.own.edtf


def _subject(parse: SentenceParse, discourse: DiscourseState, arc: SubjectArc | None) -> Subject | None:
    if arc is not None:
        found = joint_subject(parse, arc.chain) or resolve_reference(parse, discourse, arc.head)
        if discourse.section is not None and not parse.names_in(arc.head.first, arc.head.last):
            return discourse.section
        if found is not None:
            return found
    name = next(iter(parse.names), None)
    return Subject(name.id, name.label, weak=True) if name else None


def _label(parse: SentenceParse, group: VerbGroup, arc: SubjectArc | None) -> str:
    """The verb with its object, and the subject's noun where that is no name ("agreement signed", "fire razed it")."""
    verb = parse.text(group.main, group.last)
    after = group.last
    while after < parse.last and parse.tag(after) in (Tag.NUMBER, Tag.TIME, Tag.ADVERB, Tag.SUBORDINATOR, Tag.PRONOUN):
        after += 1
    direct = parse.phrase_at(after) if after < parse.last and parse.tag(after) is not Tag.PREPOSITION else None
    done = parse.text(direct.first, direct.last) if direct is not None else ""
    if arc is not None and parse.tag(arc.head.last - 1) is Tag.NOUN:
        return f"{bare(parse, arc.head.first, arc.head.last)} {verb} {done}".strip()
    return f"{done} {verb}".strip()


def _thing(
    parse: SentenceParse,
    discourse: DiscourseState,
    anchored: AnchoredMention,
    group: VerbGroup,
    trigger: Trigger,
) -> Subject | None:
    """The thing with a name that an event befalls at a time: the verb's object, or its subject where it has none.

    None where the time may be another's, and for a thing without a name.
    """
    i = trigger.last
    arc = find_subject(parse, group)
    if arc is None or not _with_verb(parse, anchored, i):
        return None
    while i < parse.last and parse.tag(i) in (Tag.ADVERB, Tag.DETERMINER):
        i += 1
    if i < parse.last and parse.tag(i) in (Tag.NOUN, Tag.NAME, Tag.POSSESSIVE, Tag.NUMBER):
        named = next((n for n in parse.names if n.first == i), None)
        return Subject(named.id, named.label) if named is not None else None
    subject = resolve_reference(parse, discourse, arc.head)
    if subject is None or not (subject.weak or parse.names_in(arc.head.first, arc.head.last)):
        return None
    return subject if subject.label[:1].isupper() else None


def _with_verb(parse: SentenceParse, anchored: AnchoredMention, i: int) -> bool:
    """Whether a time stands right with what ends at token `i`: after it in its clause, or at the head of the sentence.

    "stars *of the 1940s* died", "born in 1987 *or 1988*": these times are no event's alone.
    """
    if anchored.first < i:
        return anchored.first <= parse.first + OPENING
    before = anchored.first - 1 - (parse.tag(anchored.first - 1) is Tag.DETERMINER)
    between = range(i, anchored.first)
    breaks = any(parse.tag(k) in (Tag.CONJUNCTION, Tag.PUNCTUATION, Tag.VERB, Tag.SUBORDINATOR) for k in between)
    return not breaks and parse.key(before) != "of" and parse.key(anchored.last) != "or"


def _parties(parse: SentenceParse) -> tuple[Name, ...]:
    """The organisations of the sentence that take part, those that only own something left out; by id."""
    out = {
        n.id: n
        for n in reversed(parse.names)
        if n.type == "organisation" and not (n.last < parse.last and parse.tag(n.last) is Tag.GENITIVE)
    }
    return tuple(out[id_] for id_ in sorted(out))


def _join_parties(parties: tuple[Name, ...]) -> Subject | None:
    """Two parties or more as one subject."""
    if len(parties) < 2:
        return None
    label = " and ".join(n.label for n in parties)
    return Subject(folded(label), label)
