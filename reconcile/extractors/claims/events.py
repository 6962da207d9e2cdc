"""Date claims: what happened when, for times that do not already date a value.

Events between several parties ("an agreement between A and B") are told apart by who takes part.
"""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.claims.claim_builder import base, open_metric, read_step
from reconcile.extractors.claims.factuality import attribution, factuality, in_time
from reconcile.extractors.claims.labels import bare
from reconcile.extractors.claims.metric_matching import Trigger
from reconcile.extractors.claims.temporal_attachment import OPENING, reach_of
from reconcile.extractors.claims.tenses import governing, is_misplaced
from reconcile.extractors.entities.coreference import Topics
from reconcile.extractors.entities.subjects import Said, denoted, joint, said_of
from reconcile.model.claim import Claim, Metric, Step, Subject
from reconcile.model.mention import Kind
from reconcile.model.names import Name, folded
from reconcile.rules.metrics import MetricRule, Nature
from reconcile.text.parse import Bound, Frame, Group
from reconcile.text.word_classes import Tag


def event_claim(frame: Frame, topics: Topics, bound: Bound, found: tuple[Trigger, ...]) -> Claim | None:
    """The claim that something happened at a time; None where no verb governs the time, or one that contradicts it."""
    timex = bound.mention.timex
    group = governing(frame, bound)
    if timex is None or group is None or is_misplaced(frame, bound, group) or _until_when(frame, bound, group):
        return None
    said = said_of(frame, group)
    rule = _event_rule(frame, group, found)
    parties = _parties(frame) if rule is not None and rule.parties else ()
    subject = _together(parties) or _subject(frame, topics, said)
    if rule is not None and rule.once:
        thing = _thing(frame, topics, bound, group, found)
        rule, subject = (rule, thing) if thing is not None else (None, subject)
    if subject is None and not (said is not None and frame.tag(said.head.first) is Tag.PRONOUN):
        return None
    label = _label(frame, group, said)
    metric = Metric(rule.id, rule.label, open_metric(frame, label).content) if rule else open_metric(frame, label)
    named = (Step(f"metric.{rule.id}", f"“{rule.label}” names the event"),) if rule else ()
    period = reach_of(frame, bound)
    stance, why = in_time(frame, factuality(frame, bound.first, bound.last, event=True), period)
    claim = base(frame, bound.mention.span, bound.mention.kind, named[0].rule if named else "bind.event", ())
    verb = frame.text(group.main, group.last)
    how = Step("bind.event", f"“{verb}” happens at this time")
    when = Step("time.resolved", f"{_edtf(bound)}, from: {timex.basis}")
    return replace(
        claim,
        trail=(read_step(bound.mention), how, when, *named, *why),
        subject=subject,
        metric=metric,
        period=period,
        factuality=stance,
        attribution=attribution(frame, bound.first, subject),
        parties=tuple(n.id for n in parties),
        readings=bound.mention.readings,
    )


def _until_when(frame: Frame, bound: Bound, group: Group) -> bool:
    """Whether a time after "by" says until when something done had come to a value: "had sold 500 *by Sunday*"."""
    if frame.key(bound.first - 1) != "by" or not frame.is_past(group):
        return False
    return any(b.mention.kind is not Kind.DATE and governing(frame, b) == group for b in frame.mentions)


def happens(frame: Frame, bound: Bound) -> bool:
    """Whether the verb that governs a time tells of something done, not of what was or rose: such a time is a date."""
    group = governing(frame, bound)
    language = frame.pack.language
    # "closed at $14" is a level, which each day has
    level = (
        group is not None and frame.key(group.last) == "at" and any(b.first == group.last + 1 for b in frame.mentions)
    )
    return group is not None and not level and frame.key(group.main) not in language.copulas | language.auxiliaries


def _edtf(bound: Bound) -> str:
    timex = bound.mention.timex
    if timex is None or timex.own is None:
        return "unresolved"
    return timex.own.edtf


def _subject(frame: Frame, topics: Topics, said: Said | None) -> Subject | None:
    if said is not None:
        found = joint(frame, said.chain) or denoted(frame, topics, said.head)
        if topics.section is not None and not frame.names_in(said.head.first, said.head.last):
            return topics.section
        if found is not None:
            return found
    name = next(iter(frame.names), None)
    return Subject(name.id, name.label, weak=True) if name else None


def _label(frame: Frame, group: Group, said: Said | None) -> str:
    """The verb with its object, and the subject's noun where that is no name ("agreement signed", "fire razed it")."""
    verb = frame.text(group.main, group.last)
    after = group.last
    while after < frame.last and frame.tag(after) in (Tag.NUMBER, Tag.TIME, Tag.ADVERB, Tag.SUBORDINATOR, Tag.PRONOUN):
        after += 1
    direct = frame.phrase_at(after) if after < frame.last and frame.tag(after) is not Tag.PREPOSITION else None
    done = frame.text(direct.first, direct.last) if direct is not None else ""
    if said is not None and frame.tag(said.head.last - 1) is Tag.NOUN:
        return f"{bare(frame, said.head.first, said.head.last)} {verb} {done}".strip()
    return f"{done} {verb}".strip()


def _event_rule(frame: Frame, group: Group, found: tuple[Trigger, ...]) -> MetricRule | None:
    """The event rule whose trigger stands in the sentence and one of whose verbs governs the time."""
    verb = frame.key(group.main)
    lemma = frame.pack.language.lemmas.get(verb, verb)
    for trigger in found:
        for rule in trigger.rules:
            told = trigger.first <= group.main < trigger.last if rule.once else True
            if rule.nature is Nature.EVENT and told and (not rule.verbs or lemma in rule.verbs):
                return rule
    return None


def _thing(frame: Frame, topics: Topics, bound: Bound, group: Group, found: tuple[Trigger, ...]) -> Subject | None:
    """The thing with a name that an event befalls at a time: the verb's object, or its subject where it has none.

    None where the time may be another's, and for a thing without a name.
    """
    i = next(t.last for t in found if t.first <= group.main < t.last)
    said = said_of(frame, group)
    if said is None or not _with_verb(frame, bound, i):
        return None
    while i < frame.last and frame.tag(i) in (Tag.ADVERB, Tag.DETERMINER):
        i += 1
    if i < frame.last and frame.tag(i) in (Tag.NOUN, Tag.NAME, Tag.POSSESSIVE, Tag.NUMBER):
        named = next((n for n in frame.names if n.first == i), None)
        return Subject(named.id, named.label) if named is not None else None
    subject = denoted(frame, topics, said.head)
    if subject is None or not (subject.weak or frame.names_in(said.head.first, said.head.last)):
        return None
    return subject if subject.label[:1].isupper() else None


def _with_verb(frame: Frame, bound: Bound, i: int) -> bool:
    """Whether a time stands right with what ends at token `i`: after it in its clause, or at the head of the sentence.

    "stars *of the 1940s* died", "born in 1987 *or 1988*": these times are no event's alone.
    """
    if bound.first < i:
        return bound.first <= frame.first + OPENING
    before = bound.first - 1 - (frame.tag(bound.first - 1) is Tag.DETERMINER)
    between = range(i, bound.first)
    breaks = any(frame.tag(k) in (Tag.CONJUNCTION, Tag.PUNCTUATION, Tag.VERB, Tag.SUBORDINATOR) for k in between)
    return not breaks and frame.key(before) != "of" and frame.key(bound.last) != "or"


def _parties(frame: Frame) -> tuple[Name, ...]:
    """The organisations of the sentence that take part, those that only own something left out; by id."""
    out = {
        n.id: n
        for n in reversed(frame.names)
        if n.type == "organisation" and not (n.last < frame.last and frame.tag(n.last) is Tag.GENITIVE)
    }
    return tuple(out[id_] for id_ in sorted(out))


def _together(parties: tuple[Name, ...]) -> Subject | None:
    """Two parties or more as one subject."""
    if len(parties) < 2:
        return None
    label = " and ".join(n.label for n in parties)
    return Subject(folded(label), label)
