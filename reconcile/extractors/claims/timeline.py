"""The times of one article: those of a section, the week of the news, and that of the sentence before.

The time of a section that a heading with a colon opens ("Orle: 26 killed"): the first that its sentences state.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from reconcile.extractors.claims.temporal_attachment import can_date, day_of, period_with_neighbours
from reconcile.model.claim import Claim, Step
from reconcile.model.document import Scope, Segments, Sentence
from reconcile.model.mention import Kind, Mention, TimexType
from reconcile.model.period import Grain, Period, day_on, one_day
from reconcile.model.timeexpr import Fields
from reconcile.text.parse import AnchoredMention, SentenceParse

DatedReason = tuple[Period | None, tuple[Step, ...]]


@dataclass(frozen=True, slots=True)
class _Section:
    """The sentences of a section by index, and its time."""

    members: tuple[int, ...]
    time: Mention | None


def section_times(segments: Segments, by_sentence: Mapping[int, tuple[Mention, ...]]) -> dict[int, DatedReason]:
    """The time of each sentence that stands in a section with one.

    Where other sections of the text state other years, a section's month without a year is of a year not told.
    """
    sections = [s for s in _sections(segments, by_sentence) if s.time is not None]
    listed = sum(s.time is not None and _stated(s.time) for s in sections) > 1
    out: dict[int, DatedReason] = {}
    for section in sections:
        if section.time is None or section.time.timex is None:
            continue
        quote = section.time.quote
        dated: DatedReason = section.time.timex.own, (Step("period.section", f"“{quote}” is the time of the section"),)
        if listed and _yearless(section.time):
            dated = None, (Step("period.section", f"“{quote}” is of a year that a list of several does not tell"),)
        out.update(dict.fromkeys(section.members, dated))
    return out


def _sections(segments: Segments, by_sentence: Mapping[int, tuple[Mention, ...]]) -> Iterator[_Section]:
    headings = [i for i, sentence in enumerate(segments.sentences) if sentence.scope is Scope.HEADING]
    for first, last in pairwise((*headings, len(segments.sentences))):
        if _headed(segments, segments.sentences[first]):
            dated = (by_sentence[i] for i in range(first + 1, last) if by_sentence.get(i))
            times = next(dated, None)
            yield _Section(tuple(range(first, last)), None if times is None else _surest(times))


def _headed(segments: Segments, sentence: Sentence) -> bool:
    """Whether a heading names its topic before a colon."""
    return ":" in segments.tokens.keys[sentence.first + 1 : sentence.last - 1]


def _surest(times: tuple[Mention, ...]) -> Mention:
    """The first time that is stated in full, else the first: a feast or weekday may be told of anything."""
    return next((m for m in times if _stated(m)), times[0])


def _yearless(time: Mention) -> bool:
    """Whether a time is a part of some year: "April", but not "April last year"."""
    core = time.timex.expr.core if time.timex is not None and time.timex.expr is not None else None
    return isinstance(core, Fields) and core.year is None and core.selector is None and core.of is None


def _stated(time: Mention) -> bool:
    return time.timex is not None and time.timex.basis == "stated"


# News without a time is of so many days up to the day it appeared.
NEWS_DAYS = 7


@dataclass(frozen=True, slots=True)
class Dated:
    """The one time of a sentence, as written, with the subject it is told of."""

    index: int
    block: int
    subject: str
    period: Period
    quote: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """What times hold where in one article: a value that each sentence takes and returns anew.

    `news` is the week up to the day it appeared, `dateline` the time it dates itself by, `sections` the time of each
    sentence that stands in a section with one, by its number; `before` the one time of the last sentence, `background`
    the number and block of that sentence where it told of a time before the news.
    """

    published: date | None
    dateline: Mention | None
    news: Period | None
    sections: Mapping[int, DatedReason]
    before: Dated | None = None
    background: tuple[int, int] | None = None

    def section_time(self, index: int) -> DatedReason | None:
        """The time of the section that a sentence stands in."""
        return self.sections.get(index)

    def time_before(self, parse: SentenceParse) -> Dated | None:
        """The one time of the sentence before, in the same paragraph."""
        found = self.before
        near = found is not None and (found.index, found.block) == (parse.index - 1, parse.sentence.block)
        return found if near else None

    def leave_sentence(self, parse: SentenceParse, claims: Sequence[Claim]) -> Timeline:
        """The state after a sentence that makes these claims."""
        dated = ((b, day_of(period_with_neighbours(parse, b))) for b in parse.mentions if can_date(b))
        times = [(b, p) for b, p in dated if b.mention is not self.dateline and p is not None and p.is_resolved]
        here = (parse.index, parse.sentence.block)
        background = here if self._refers_to_earlier(parse, times) else None
        return replace(self, before=_one(parse, times, claims), background=background)

    def _refers_to_earlier(self, parse: SentenceParse, times: Sequence[tuple[AnchoredMention, Period]]) -> bool:
        """Whether a sentence tells of a time before the news, or goes on telling of one in the past."""
        if times:
            return self.news is not None and all(_ends_before(p, self.news) for _, p in times)
        return self.in_background(parse) and bool(parse.groups) and parse.is_past(parse.groups[0])

    def in_background(self, parse: SentenceParse) -> bool:
        """Whether the sentence before, in the same paragraph, told of a time before the news."""
        return self.background == (parse.index - 1, parse.sentence.block)


def open_timeline(segments: Segments, mentions: tuple[Mention, ...], dateline: Mention | None = None) -> Timeline:
    """The state before the first sentence of an article with these mentions."""
    published, by_sentence = segments.document.source.published, _by_sentence(segments, mentions)
    news = _week_of_news(published, by_sentence.get(0, ()))
    return Timeline(published, dateline, news, section_times(segments, by_sentence))


def _week_of_news(day: date | None, opening: tuple[Mention, ...]) -> Period | None:
    """The week that ends on the day of publication, or else on the one day that the first sentence states."""
    if day is None:
        stated = [m.timex.own for m in opening if m.timex is not None and _stated(m)]
        days = [p.start for p in stated if p is not None and p.grain is Grain.DAY and p.start is not None]
        day = date(days[0].year, days[0].month, days[0].day) if len(days) == 1 else None
    last = None if day is None else one_day(day)
    if day is None or last is None:
        return None
    first = day_on(day, 1 - NEWS_DAYS) or date.min
    return Period(first, last.end, f"{first.isoformat()}/{day.isoformat()}", Grain.WEEK)


def _one(
    parse: SentenceParse, times: Sequence[tuple[AnchoredMention, Period]], claims: Sequence[Claim]
) -> Dated | None:
    """The time of a sentence that has one, told of one subject."""
    if len({p.edtf for _, p in times}) != 1:
        return None
    anchored, period = times[0]
    subjects = {c.subject.id for c in claims if c.subject is not None and c.period == period}
    if len(subjects) != 1:
        return None
    return Dated(parse.index, parse.sentence.block, subjects.pop(), period, anchored.mention.quote)


def _ends_before(period: Period, news: Period) -> bool:
    """Whether a period is over before the week of the news begins."""
    return period.end is not None and news.start is not None and str(period.end)[:10] <= str(news.start)[:10]


def _by_sentence(segments: Segments, mentions: tuple[Mention, ...]) -> dict[int, tuple[Mention, ...]]:
    starts = [s.span.start for s in segments.sentences]
    out: dict[int, tuple[Mention, ...]] = {}
    for mention in mentions:
        timex = mention.timex
        if mention.kind is Kind.DATE and timex is not None and timex.type is TimexType.DATE:
            index = bisect_left(starts, mention.span.start + 1) - 1
            dated = timex.value is None or not timex.value.endswith("_REF")
            if dated and timex.own is not None:
                out[index] = (*out.get(index, ()), mention)
    return out
