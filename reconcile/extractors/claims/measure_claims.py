"""Claims that give a value: a frame binds it, a rule names its metric, its time and factuality are found.

A counted noun that is said once and meant again is restored first: "12 dead", "wounding 22 others".
"""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.claims.chances import chance_end
from reconcile.extractors.claims.claim_builder import (
    Binding,
    new_claim,
    open_metric,
    read_step,
    with_length,
    with_value,
)
from reconcile.extractors.claims.clause_frames import change_head
from reconcile.extractors.claims.counted_subjects import about, event_harm, in_subject_place, is_whole, share_in_place
from reconcile.extractors.claims.factuality import attribution
from reconcile.extractors.claims.frames import match_frame
from reconcile.extractors.claims.labels import attribute
from reconcile.extractors.claims.metric_matching import MetricMatch, Trigger, counted_unit, match_metric
from reconcile.extractors.claims.periods import holds
from reconcile.extractors.claims.scopes import class_counted, comparative
from reconcile.extractors.claims.score_sides import with_side
from reconcile.extractors.claims.temporal_attachment import is_start
from reconcile.extractors.claims.timeline import Timeline
from reconcile.extractors.entities.coreference import DiscourseState, Measurement
from reconcile.extractors.entities.owners import OWNED
from reconcile.extractors.quantities.scores import RULE as SCORE
from reconcile.model.claim import CLASS, DIFFERENCE, SCORE_PLACES, Claim, Factuality, Metric, Step
from reconcile.model.mention import Kind
from reconcile.model.words import stems
from reconcile.rules.metrics import MetricRule
from reconcile.text.parse import AnchoredMention, SentenceParse
from reconcile.text.word_classes import Tag

KINDS = frozenset(
    {Kind.MONEY, Kind.COUNT, Kind.PERCENT, Kind.POINTS, Kind.RATIO, Kind.MEASURE, Kind.NUMBER, Kind.AGE, Kind.DURATION}
)


def measure_claim(
    parse: SentenceParse,
    discourse: DiscourseState,
    times: Timeline,
    anchored: AnchoredMention,
    triggers: tuple[Trigger, ...],
) -> tuple[Claim | None, DiscourseState]:
    """The claim a value makes, or None when nothing can be said of what it is about, and the state after it."""
    anchored = restore_head_noun(parse, discourse, anchored)
    mention = with_length(anchored.mention)
    binding = match_frame(parse, discourse, anchored)
    match = _find_metric(parse, anchored, binding, triggers)
    rule, named = (match.rule, _named(parse, match)) if match is not None else (None, ())
    binding = with_side(parse, discourse, anchored, _complete_binding(parse, discourse, anchored, binding, rule))
    subject, label = binding.subject, binding.label
    if subject is None and rule is None and not label:
        return None, discourse
    period, stance, when = holds(parse, times, anchored, rule, subject)
    if stance is Factuality.ASSERTED and chance_end(parse, anchored) is not None:
        stance = Factuality.FORECAST
    first = named[0] if named else binding.steps[0]
    claim = new_claim(parse, mention.span, mention.kind, first.rule, (read_step(mention),))
    claim = replace(
        with_value(claim, mention),
        trail=(*claim.trail, *binding.steps, *named, *when),
        subject=subject,
        metric=open_metric(parse, label) if rule is None else _ruled(parse, rule, label),
        unit=counted_unit(parse.pack, mention.unit) if mention.unit and mention.kind is Kind.COUNT else mention.unit,
        period=period,
        factuality=stance,
        attribution=attribution(parse, anchored.first, subject),
        starts_change=period is None and is_start(parse, anchored),
        qualifiers=_place_in_score(parse, anchored) | _scope(parse, anchored, match),
    )
    return claim, discourse.note_measurement(Measurement(anchored.mention, subject, label))


def _place_in_score(parse: SentenceParse, anchored: AnchoredMention) -> dict[str, str]:
    """Which number of a score a count is: the two never stand for one thing."""
    if anchored.mention.rule != SCORE:
        return {}
    ends, place, i = {b.last for b in parse.mentions if b.mention.rule == SCORE}, 0, anchored.first - 1
    while place < len(SCORE_PLACES) - 1 and i in ends and parse.key(i) != ",":
        place, i = place + 1, i - 2
    return {"score": SCORE_PLACES[place]}


def _scope(parse: SentenceParse, anchored: AnchoredMention, match: MetricMatch | None) -> dict[str, str]:
    """What makes another metric of a value's: that it is a difference, and which class it counts."""
    at = comparative(parse, anchored)
    counted = class_counted(parse, anchored, match.trigger if match is not None else None)
    given = {DIFFERENCE: "" if at is None else parse.key(at), CLASS: counted}
    return {name: words for name, words in given.items() if words}


def _find_metric(
    parse: SentenceParse, anchored: AnchoredMention, binding: Binding, triggers: tuple[Trigger, ...]
) -> MetricMatch | None:
    """The match of the rule that names the metric; "won" names none of what "won 6-3" counts."""
    if anchored.mention.rule == SCORE:
        return None
    if binding.triggers_before:
        triggers = tuple(t for t in triggers if t.first < anchored.first)
    head = change_head(parse, anchored)
    head = comparative(parse, anchored) if head is None else head
    if head is not None:
        # a difference is no level: only a rule of the change itself can name it
        triggers = tuple(t for t in triggers if t.first <= head < t.last)
    match = match_metric(parse, anchored, triggers)
    if match is None or (is_whole(parse, anchored) and not stems(match.rule.label) & parse.pack.language.harms):
        return None
    return match


def _named(parse: SentenceParse, match: MetricMatch) -> tuple[Step, ...]:
    words = parse.text(match.trigger.first, match.trigger.last)
    return (Step(f"metric.{match.rule.id}", f"“{words}” names the metric"),)


def _complete_binding(
    parse: SentenceParse,
    discourse: DiscourseState,
    anchored: AnchoredMention,
    binding: Binding,
    rule: MetricRule | None,
) -> Binding:
    """A binding with what stands beyond its clause: the attribute, the event or the topic."""
    mention = with_length(anchored.mention)
    at = comparative(parse, anchored)
    more = "" if at is None else parse.key(at)
    label = " ".join(filter(None, (binding.label, attribute(parse, anchored, mention, binding.label), more)))
    subject, steps = binding.subject, binding.steps
    place = share_in_place(parse, anchored, subject) if subject is not None else None
    if place is not None and subject is not None:
        # a share in one place says nothing of another
        label = f"{subject.label} {label}".strip()
        subject, steps = place, (*steps, Step("subject.place", f"of “{place.label}”, which the share stands in"))
    harmed = event_harm(parse, discourse, anchored, f"{label} {rule.label if rule else ''}")
    topic = about(parse, discourse, anchored, label) if harmed is None and subject is None else None
    if harmed is not None:
        subject, steps = harmed, (*steps, Step("subject.event", f"harm done by “{harmed.label}”"))
    elif topic is not None:
        note = f"no subject in the clause: “{topic.label}” is spoken of"
        subject, steps = topic, (*steps, Step("subject.standing", note))
    if not label and mention.kind in OWNED - {Kind.MONEY}:
        label = "share"
    return replace(binding, subject=subject, label=label, steps=steps)


def _ruled(parse: SentenceParse, rule: MetricRule, words: str) -> Metric:
    """A rule's metric; the text's own words are kept where they say it otherwise ("share in Acme" for a stake)."""
    own = stems(words, parse.pack.language.function_words) - parse.pack.language.harms
    other = words if own - stems(rule.label) else ""
    return Metric(rule.id, rule.label, open_metric(parse, f"{rule.label} {words}").content, other)


PEOPLE = "people"


def restore_head_noun(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> AnchoredMention:
    """A bare number with the unit it counts, where the words beside it or the count before tell it; else as it is."""
    unit = (
        _unit(parse, discourse, anchored)
        if anchored.mention.kind is Kind.NUMBER
        else _unit_of_others(parse, discourse, anchored)
    )
    if unit is None:
        return anchored
    return replace(
        anchored, mention=replace(anchored.mention, kind=Kind.COUNT, unit=unit, noun=None, dimension="count")
    )


def _unit_of_others(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> str | None:
    """What "3 others" and "two other ones" count: what the count before in the sentence did, or those harmed."""
    language = parse.pack.language
    if anchored.mention.kind is not Kind.COUNT or anchored.mention.unit not in language.anaphoric_nouns:
        return None
    prior = next((m.mention for m in reversed(discourse.measurements) if m.mention.kind is Kind.COUNT), None)
    if prior is not None and prior.unit not in language.anaphoric_nouns:
        return prior.unit
    before = parse.key(anchored.first - 1)
    harmed = language.lemmas.get(before) in language.harming
    return PEOPLE if harmed or parse.key(anchored.last + 1) in language.victims else None


def _unit(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> str | None:
    """What a bare whole number counts: the first of the words beside it and of the counts near it that tells."""
    value = anchored.mention.value
    whole = value is not None and all(x is None or x == x.to_integral_value() for x in (value.low, value.high))
    if not whole or anchored.mention.per is not None:
        return None
    if parse.key(anchored.last) in parse.pack.language.victims:
        return PEOPLE
    if anchored.last < parse.last and parse.tag(anchored.last) in (Tag.NOUN, Tag.NAME):
        return None
    return (
        _shared_noun(parse, anchored)
        or _whole_before(parse, anchored)
        or _harmed(parse, anchored)
        or _counted_before(parse, discourse, anchored)
    )


def _harmed(parse: SentenceParse, anchored: AnchoredMention) -> str | None:
    """People, right after a verb of harm: "killed 12"."""
    before = parse.pack.language.lemmas.get(parse.key(anchored.first - 1))
    verb = parse.tag(anchored.first - 1) is Tag.VERB
    return PEOPLE if verb and before in parse.pack.language.harming else None


def _counted_before(parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention) -> str | None:
    """What the last count counted, where the words before a bare number point back to it: "another 12", "of whom 3"."""
    language, before = parse.pack.language, parse.key(anchored.first - 1)
    if _acts(parse, anchored):
        return next((m.mention.unit for m in reversed(discourse.measurements) if m.mention.kind is Kind.COUNT), None)
    further = {before, parse.key(anchored.first)} & language.further
    whose = before in language.relatives and parse.key(anchored.first - 2) == "of"
    prior = discourse.measurements[-1].mention if discourse.measurements else None
    return prior.unit if prior is not None and prior.kind is Kind.COUNT and (further or whose) else None


def _acts(parse: SentenceParse, anchored: AnchoredMention) -> bool:
    """Whether a number that opens a clause is itself the subject of its verb: "killed 9 people and *22* survived"."""
    opened = parse.tag(anchored.first - 1) in (Tag.PUNCTUATION, Tag.CONJUNCTION)
    verb = anchored.last < parse.last and parse.tag(anchored.last) in (Tag.VERB, Tag.AUXILIARY)
    return opened and verb and in_subject_place(parse, anchored)


def _shared_noun(parse: SentenceParse, anchored: AnchoredMention) -> str | None:
    """What the next number counts, where a conjunction alone stands between: "40 and 60 *crates*"."""
    if anchored.last >= parse.last or parse.tag(anchored.last) is not Tag.CONJUNCTION:
        return None
    after = next((b.mention for b in parse.mentions if b.first == anchored.last + 1), None)
    return after.unit if after is not None and after.kind is Kind.COUNT else None


def _whole_before(parse: SentenceParse, anchored: AnchoredMention) -> str | None:
    """What the whole counts of which a bare number is a part: "of the 30 *seats*, 18 were lost"."""
    i = parse.first + (parse.key(parse.first) == "out")
    if parse.key(i) != "of":
        return None
    wholes = (b for b in parse.mentions if b.first in (i + 1, i + 2) and b.last <= anchored.first)
    return next((b.mention.unit for b in wholes if b.mention.kind is Kind.COUNT), None)
