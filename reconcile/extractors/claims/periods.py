"""When a claim holds: at the time beside it, at one told before that still holds, or when the metric allows."""

from __future__ import annotations

from reconcile.extractors.claims.change_amounts import is_start
from reconcile.extractors.claims.factuality import factuality, in_time
from reconcile.extractors.claims.temporal_attachment import beside, day_of, reach_of, since
from reconcile.extractors.claims.tenses import governing
from reconcile.extractors.claims.timeline import Timeline
from reconcile.extractors.entities.subjects import said_of
from reconcile.model.claim import OF_START, Factuality, Step, Subject
from reconcile.model.mention import Kind
from reconcile.model.period import Period, one_day
from reconcile.rules.language import Refers
from reconcile.rules.metrics import MetricRule, Nature
from reconcile.text.parse import Bound, Frame, group_before
from reconcile.text.word_classes import Tag

# How long a thing takes, how old it is and where it ranks is told of no day.
TIMELESS = frozenset({Kind.DURATION, Kind.AGE, Kind.RANK})
# Figures of a business, which a text that reports on a period gives for that period.
FIGURES = frozenset({Kind.MONEY, Kind.PERCENT, Kind.POINTS})
# What is foretold, aimed at or supposed is of no day of the news.
UNREAL = frozenset({Factuality.FORECAST, Factuality.TARGET, Factuality.HYPOTHETICAL})

# "a two-year lease to June 2033": what follows ends a length.
TO_END = frozenset({"to", "until", "till", "through"})
# The rule of a time that stands with the value.
CLAUSE = "period.clause"

Found = tuple[Period | None, tuple[Step, ...]]


def holds(
    frame: Frame,
    times: Timeline,
    bound: Bound,
    rule: MetricRule | None,
    subject: Subject | None,
    same: Period | None = None,
) -> tuple[Period | None, Factuality, tuple[Step, ...]]:
    """When the value `bound` holds and how surely, as far as is told, and the steps that say so.

    `same`: when the value holds that this one goes on from ("$5 million, or $2 a share").
    """
    told = factuality(frame, bound.first, bound.last)
    period, when = _period_of(frame, times, bound, rule, subject, told[0])
    if same is not None and not (when and when[0].rule == CLAUSE):
        period, when = same, (Step("period.same", "goes on from the value before, and is of its time"),)
    stance, why = in_time(frame, told, period)
    return period, stance, (*when, *why)


def _period_of(
    frame: Frame, times: Timeline, bound: Bound, rule: MetricRule | None, subject: Subject | None, stance: Factuality
) -> Found:
    """The period of a claim whose value is `bound`, and the step that found it.

    In this order: the time beside the value; the stretch of time the sentence points back to; the time of the section
    that a heading opens; the time of the sentence before, where this one goes on about its subject in the past; the
    week of news that ends on the day of publication.
    """
    time = beside(frame, bound, stance, times.dateline)
    if time is not None and bound.mention.kind is Kind.DURATION and frame.key(time.first - 1) in TO_END:
        return None, (Step("period.end", f"“{time.mention.quote}” is where the length ends, not when it holds"),)
    if time is not None and not _had_already(frame, times, bound, time):
        period = since(frame, time, bound) or day_of(reach_of(frame, time))
        return period, (Step(CLAUSE, f"“{time.mention.quote}” stands with the value"),)
    if is_start(frame, bound):
        return None, (Step(OF_START, "a change starts from it, at a time that is not said"),)
    return (
        times.pointed(frame)
        or times.section_time(frame.index)
        or _going_on(frame, times, bound, subject)
        or _present(frame, times, bound, rule, stance)
    )


def _had_already(frame: Frame, times: Timeline, bound: Bound, time: Bound) -> bool:
    """Whether a value is someone's already, whatever is to come: "will close six of *its 43* plants by 2032"."""
    own = time.mention.timex.own if time.mention.timex is not None else None
    owned = bound.first > frame.first and frame.tag(bound.first - 1) in (Tag.POSSESSIVE, Tag.GENITIVE)
    return owned and own is not None and times.published is not None and own.begins_after(times.published)


def _going_on(frame: Frame, times: Timeline, bound: Bound, subject: Subject | None) -> Found | None:
    """The one time of the sentence before, where a verb in the past says more of its subject and names no length."""
    before = times.before(frame)
    timed = any(b.mention.kind is Kind.DURATION for b in frame.mentions)
    if before is None or timed or bound.mention.kind in TIMELESS or not _past(frame, bound):
        return None
    same = subject is not None and not subject.weak and subject.id == before.subject
    if not (same or _continued(frame, bound)):
        return None
    return before.period, (Step("period.going-on", f"“{before.quote}” of the sentence before, of the same subject"),)


def _continued(frame: Frame, bound: Bound) -> bool:
    """Whether the subject of a value's clause is a pronoun for someone or something named before."""
    group = group_before(frame, bound.first)
    said = said_of(frame, group) if group is not None else None
    if said is None or frame.tag(said.head.first) is not Tag.PRONOUN:
        return False
    refers = frame.pack.language.pronouns.get(frame.key(said.head.first))
    return refers in (Refers.THING, Refers.PLURAL, Refers.PERSON)


def _past(frame: Frame, bound: Bound) -> bool:
    """Whether the verb of a value is in the simple past."""
    group = governing(frame, bound)
    if group is not None and frame.key(group.first - 1) == "to":
        # "led 90 firms to bring back $3 million": the infinitive is as past as its verb
        group = next((g for g in reversed(frame.groups) if g.last < group.first), None)
    if group is None or frame.key(group.main) in frame.pack.language.reporting:
        return False
    return frame.is_past(group)


def _done(frame: Frame, bound: Bound) -> bool:
    """Whether a measure is of something done, and so of its time: "fell 30 m", "is flying at 900 km/h"."""
    group = group_before(frame, bound.first)
    if group is None or frame.key(group.main) in frame.pack.language.copulas | frame.pack.language.auxiliaries:
        return False
    return frame.is_past(group) or (group.first < group.main and frame.key(group.main).endswith("ing"))


def _present(frame: Frame, times: Timeline, bound: Bound, rule: MetricRule | None, stance: Factuality) -> Found:
    """What is told as past or present is of the week of news; an instant of a rule, of the day of publication.

    A flow is of the period that the text reports on. What is told as past, right after a time before the news, is of
    a time not told, a business figure of the period reported on.
    """
    kind, published = bound.mention.kind, times.published
    if stance in UNREAL or kind in TIMELESS or (kind is Kind.MEASURE and not _done(frame, bound)):
        return None, ()
    if rule is not None and rule.nature is Nature.FLOW:
        return times.reported() or (None, ())
    if times.in_background(frame) and _past(frame, bound):
        unknown: Found = None, (Step("period.background", "told as past, after a time before the news"),)
        return (times.reported() if kind in FIGURES else None) or unknown
    today = None if published is None else one_day(published)
    if rule is not None and rule.nature is Nature.INSTANT and today is not None:
        return today, (Step("period.published", "an instant without a time holds on the day of publication"),)
    if times.news is None:
        return None, ()
    return times.news, (Step("period.news", f"told as past or present: the week of the news, {times.news.edtf}"),)
