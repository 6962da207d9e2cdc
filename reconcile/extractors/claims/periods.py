"""When a claim holds: at the time beside it, at one told before that still holds, or when the metric allows."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.claims.factuality import factuality, in_time
from reconcile.extractors.claims.temporal_attachment import day_of, is_start, nearest_time, period_with_neighbours
from reconcile.extractors.claims.timeline import Timeline
from reconcile.extractors.entities.clause_subjects import find_subject
from reconcile.model.claim import Factuality, Step, Subject
from reconcile.model.mention import Kind
from reconcile.model.period import Period, PeriodBasis, one_day
from reconcile.rules.language import Refers
from reconcile.rules.metrics import MetricRule, Nature
from reconcile.text.parse import AnchoredMention, SentenceParse, governing_group_before, governing_verb
from reconcile.text.word_classes import Tag

# How long a thing takes, how old someone is and where it ranks goes on from no time of the sentence before.
TIMELESS = frozenset({Kind.DURATION, Kind.AGE, Kind.RANK})
# What is foretold, aimed at or supposed is of no day of the news.
UNREAL = frozenset({Factuality.FORECAST, Factuality.TARGET, Factuality.HYPOTHETICAL})


Found = tuple[Period | None, tuple[Step, ...]]


def holds(
    parse: SentenceParse,
    times: Timeline,
    anchored: AnchoredMention,
    rule: MetricRule | None,
    subject: Subject | None,
) -> tuple[Period | None, Factuality, tuple[Step, ...]]:
    """When the value `anchored` holds and how surely, as far as is told, and the steps that say so."""
    stated = factuality(parse, anchored.first, anchored.last)
    period, when = _period_of(parse, times, anchored, rule, subject, stated[0])
    stance, why = in_time(parse, stated, period)
    return period, stance, (*when, *why)


def _period_of(
    parse: SentenceParse,
    times: Timeline,
    anchored: AnchoredMention,
    rule: MetricRule | None,
    subject: Subject | None,
    stance: Factuality,
) -> Found:
    """The period of a claim whose value is `anchored`, and the step that found it.

    In this order: the time beside the value; the time of the section that a heading opens; the time of the sentence
    before, where this one goes on about its subject in the past; the week of news that ends on the day of publication.
    """
    time = nearest_time(parse, anchored, stance, times.dateline)
    ends = time is not None and parse.key(time.first - 1) in parse.pack.language.range_ends
    if time is not None and ends and anchored.mention.kind is Kind.DURATION:
        # "a two-year lease to June 2033"
        return None, (Step("period.end", f"“{time.mention.quote}” is where the length ends, not when it holds"),)
    if time is not None and not _had_already(parse, times, anchored, time):
        period = _open_ended(parse, time) or day_of(period_with_neighbours(parse, time))
        return period, (Step("period.clause", f"“{time.mention.quote}” stands with the value"),)
    if is_start(parse, anchored):
        return None, (Step("period.start", "a change starts from it, at a time that is not said"),)
    return (
        times.section_time(parse.index)
        or _going_on(parse, times, anchored, subject)
        or _present(parse, times, anchored, rule, stance)
    )


def _open_ended(parse: SentenceParse, time: AnchoredMention) -> Period | None:
    """What goes on from a time (TIMEX3 mod ON_OR_AFTER): "sold 5 ships since 2028" is no sale of 2028."""
    timex, after = time.mention.timex, time.last + (parse.key(time.last) == ",")
    closed = timex is None or timex.mod != "ON_OR_AFTER" or parse.key(after) == "when"
    return None if timex is None or closed else timex.period


def _had_already(parse: SentenceParse, times: Timeline, anchored: AnchoredMention, time: AnchoredMention) -> bool:
    """Whether a value is someone's already, whatever is to come: "will close six of *its 43* plants by 2032"."""
    own = time.mention.timex.own if time.mention.timex is not None else None
    owned = anchored.first > parse.first and parse.tag(anchored.first - 1) in (Tag.POSSESSIVE, Tag.GENITIVE)
    owned = owned and anchored.mention.kind is not Kind.RANK
    return owned and own is not None and times.published is not None and own.begins_after(times.published)


def _going_on(
    parse: SentenceParse, times: Timeline, anchored: AnchoredMention, subject: Subject | None
) -> Found | None:
    """The one time of the sentence before, where a verb in the past says more of its subject and names no length."""
    before = times.time_before(parse)
    timed = any(b.mention.kind is Kind.DURATION for b in parse.mentions)
    if before is None or timed or anchored.mention.kind in TIMELESS or not _past(parse, anchored):
        return None
    same = subject is not None and not subject.weak and subject.id == before.subject
    if not (same or _continued(parse, anchored)):
        return None
    return before.period, (Step("period.going-on", f"“{before.quote}” of the sentence before, of the same subject"),)


def _continued(parse: SentenceParse, anchored: AnchoredMention) -> bool:
    """Whether the subject of a value's clause is a pronoun for someone or something named before."""
    group = governing_group_before(parse, anchored.first)
    arc = find_subject(parse, group) if group is not None else None
    if arc is None or parse.tag(arc.head.first) is not Tag.PRONOUN:
        return False
    refers = parse.pack.language.pronouns.get(parse.key(arc.head.first))
    return refers in (Refers.THING, Refers.PLURAL, Refers.PERSON)


def _past(parse: SentenceParse, anchored: AnchoredMention) -> bool:
    """Whether the verb of a value is in the simple past."""
    group = governing_verb(parse, anchored)
    if group is not None and parse.key(group.first - 1) == "to":
        # "led 90 firms to bring back $3 million": the infinitive is as past as its verb
        group = next((g for g in reversed(parse.groups) if g.last < group.first), None)
    if group is None or parse.key(group.main) in parse.pack.language.reporting:
        return False
    return parse.is_past(group)


def _present(
    parse: SentenceParse, times: Timeline, anchored: AnchoredMention, rule: MetricRule | None, stance: Factuality
) -> Found:
    """What is told as past or present is of the week of news; an instant of a rule, of the day of publication.

    A flow is of a time not said, and so is a measure told in the present, which is of a thing's make.
    """
    nature = None if rule is None else rule.nature
    if stance in UNREAL or anchored.mention.kind is Kind.DURATION or nature is Nature.FLOW or _of_make(parse, anchored):
        return None, ()
    if _in_background(parse, times, anchored, nature):
        return None, (Step("period.background", "told after a time before the news"),)
    today = None if times.published is None else one_day(times.published)
    if nature is Nature.INSTANT and today is not None:
        today = replace(today, basis=PeriodBasis.PUBLICATION)
        return today, (Step("period.published", "an instant without a time holds on the day of publication"),)
    if times.news is None:
        return None, ()
    week = replace(times.news, basis=PeriodBasis.PUBLICATION)
    return week, (Step("period.news", f"told as past or present: the week of the news, {week.edtf}"),)


def _of_make(parse: SentenceParse, anchored: AnchoredMention) -> bool:
    """Whether a measure is told in the simple present: "is 4 km long", "has a range of 400 miles"."""
    group = governing_verb(parse, anchored)
    if group is None or anchored.mention.kind is not Kind.MEASURE or parse.is_past(group):
        return False
    language, led = parse.pack.language, group.main > group.first
    if parse.key(group.main).endswith("ing") or (led and parse.key(group.first) in language.perfect_auxiliaries):
        return False
    return not any(parse.key(i) in language.modals for i in range(group.first, group.last))


def _in_background(parse: SentenceParse, times: Timeline, anchored: AnchoredMention, nature: Nature | None) -> bool:
    """Whether a value is told right after a time before the news, and goes on about that or holds always.

    A rank sets the news beside what was before; an instant told in the present is of today.
    """
    if anchored.mention.kind is Kind.RANK or not times.in_background(parse):
        return False
    return nature is not Nature.INSTANT or _past(parse, anchored)
