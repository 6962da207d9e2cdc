"""The times of one article: those of a section, the week of the news, and those that a later sentence goes back to.

The same part of another year: "in the same period of last year".

The time of a section that a heading with a colon opens ("Orle: 26 killed"): the first that its sentences state.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from reconcile.extractors.claims.claim_builder import with_length
from reconcile.extractors.claims.temporal_attachment import can_date, day_of, period_with_neighbours
from reconcile.model.claim import Claim, Factuality, Step
from reconcile.model.document import Scope, Segments, Sentence
from reconcile.model.mention import Kind, Mention, TimexType
from reconcile.model.period import Grain, Moment, Period, day_on, one_day
from reconcile.model.timeexpr import Fields
from reconcile.rules.metrics import Nature
from reconcile.text.parse import AnchoredMention, SentenceParse

# February's last day that every year has.
SAFE_DAY = 28


def in_year(period: Period, year: int) -> Period | None:
    """`period` moved to begin in `year`, or where that is no earlier year than its own, one year back.

    None where that year would be none of the calendar.
    """
    if period.start is None:
        return period
    back = max(1, period.start.year - year)
    if back >= period.start.year:
        return None
    start, end = _back(period.start, back), None if period.end is None else _back(period.end, back)
    last = ".." if end is None else date.fromordinal(_day(end).toordinal() - 1).isoformat()
    return Period(start, end, f"{_day(start).isoformat()}/{last}", period.grain)


def _back(moment: Moment, years: int) -> Moment:
    try:
        return moment.replace(year=moment.year - years)
    except ValueError:
        return moment.replace(year=moment.year - years, day=SAFE_DAY)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


DatedReason = tuple[Period | None, tuple[Step, ...]]


@dataclass(slots=True)
class _Section:
    """The sentences of a section by index, and its time."""

    members: list[int] = field(default_factory=list)
    time: Mention | None = None


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
    section: _Section | None = None
    for index, sentence in enumerate(segments.sentences):
        if sentence.scope is Scope.HEADING:
            if section is not None:
                yield section
            section = _Section([index]) if _headed(segments, sentence) else None
        elif section is not None:
            section.members.append(index)
            found = by_sentence.get(index, ())
            if found and section.time is None:
                section.time = _surest(found)
    if section is not None:
        yield section


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

# Figures of a quarter, half or year in the first sentences are what a text reports on, until so many days after.
TOP = 4
LONG = frozenset({Grain.QUARTER, Grain.HALF, Grain.YEAR})
STALE_DAYS = 200
# How many words may stand between "the same period" and its year: "of", "of the".
YEAR_NEAR = 2
# Words that make a length of time a known one, and the days of the units it can be given in.
KNOWN = frozenset({"the", "that", "those", "these", "this"})
DAYS = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("30.44"), "year": Decimal("365.25")}


@dataclass(frozen=True, slots=True)
class Dated:
    """The one time of a sentence, as written, with the subject it is told of."""

    index: int
    block: int
    subject: str
    period: Period
    quote: str


class Timeline:
    """What times hold where; `news` is the week up to the day it appeared, `dateline` the time it dates itself by."""

    __slots__ = (
        "_background",
        "_before",
        "_blocks",
        "_by_sentence",
        "_reported",
        "_section",
        "_stretch",
        "dateline",
        "news",
        "published",
    )

    def __init__(self, segments: Segments, mentions: tuple[Mention, ...], dateline: Mention | None = None) -> None:
        self.published = segments.document.source.published
        self.dateline = dateline
        self._by_sentence = _by_sentence(segments, mentions)
        self._section = section_times(segments, self._by_sentence)
        self._before: Dated | None = None
        self._stretch: tuple[Period, str] | None = None
        self._reported: tuple[Period, str] | None = None
        self._background: int | None = None
        self._blocks = tuple(s.block for s in segments.sentences)
        self.news = self._news()

    def section_time(self, index: int) -> DatedReason | None:
        """The time of the section that a sentence stands in."""
        return self._section.get(index)

    def reported(self) -> DatedReason | None:
        """The quarter, half or year that the top of the text gives figures of, for figures without a time."""
        if self._reported is None:
            return None
        period, quote = self._reported
        return period, (Step("period.reported", f"the text reports on “{quote}”"),)

    def before(self, parse: SentenceParse) -> Dated | None:
        """The one time of the sentence before, in the same paragraph."""
        found = self._before
        near = found is not None and (found.index, found.block) == (parse.index - 1, parse.sentence.block)
        return found if near else None

    def pointed(self, parse: SentenceParse) -> DatedReason | None:
        """The stretch of time stated last, where the sentence points back to one ("during that time")."""
        if self._stretch is None or not (_refers_back(parse) or _as_long(parse, self._stretch[0])):
            return None
        period, quote = self._stretch
        year = _other_year(parse)
        if year is not None:
            same, step = in_year(period, year), f"the same part of another year as “{quote}”"
            return None if same is None else (same, (Step("period.same-of-year", step),))
        return period, (Step("period.points-back", f"the sentence points back to “{quote}”"),)

    def leave(self, parse: SentenceParse, claims: list[Claim]) -> None:
        """Takes note of the times of a sentence that was read."""
        found = [
            (b, day_of(period_with_neighbours(parse, b)))
            for b in parse.mentions
            if can_date(b) and b.mention is not self.dateline
        ]
        times = [(b, p) for b, p in found if p is not None and p.is_resolved]
        for anchored, period in times:
            if period.days is None or period.days > 1:
                self._stretch = (period, anchored.mention.quote)
        self._before = _one(parse, times, claims)
        self._background = parse.index if self._refers_to_earlier(parse, times) else None
        if self._reported is None and parse.index <= TOP:
            self._reported = self._figures(parse, times, claims)

    def _refers_to_earlier(self, parse: SentenceParse, times: list[tuple[AnchoredMention, Period]]) -> bool:
        """Whether a sentence tells of a time before the news, or goes on telling of one in the past."""
        if times:
            return self.news is not None and all(_ends_before(p, self.news) for _, p in times)
        return self.in_background(parse) and bool(parse.groups) and parse.is_past(parse.groups[0])

    def in_background(self, parse: SentenceParse) -> bool:
        """Whether the sentence before, in the same paragraph, told of a time before the news."""
        at = self._background
        return at == parse.index - 1 and at is not None and self._blocks[at] == parse.sentence.block

    def _figures(
        self, parse: SentenceParse, times: list[tuple[AnchoredMention, Period]], claims: list[Claim]
    ) -> tuple[Period, str] | None:
        """The first long period of a sentence that a figure of a flow is given for, unless it is long over."""
        flows = {c.period for c in claims if _is_flow(parse, c) and c.factuality is Factuality.ASSERTED}
        for anchored, period in times:
            if period in flows and period.grain in LONG and not (self.published and _stale(period, self.published)):
                return period, anchored.mention.quote
        return None

    def _news(self) -> Period | None:
        """The week that ends on the day of publication, or else on the day that the first sentence states."""
        day = self.published
        if day is None:
            stated = [m.timex.own for m in self._by_sentence.get(0, ()) if m.timex and m.timex.basis == "stated"]
            days = [p.start for p in stated if p is not None and p.grain is Grain.DAY and p.start is not None]
            day = date(days[0].year, days[0].month, days[0].day) if len(days) == 1 else None
        last = None if day is None else one_day(day)
        if day is None or last is None:
            return None
        first = day_on(day, 1 - NEWS_DAYS) or date.min
        return Period(first, last.end, f"{first.isoformat()}/{day.isoformat()}", Grain.WEEK)


def _one(parse: SentenceParse, times: list[tuple[AnchoredMention, Period]], claims: list[Claim]) -> Dated | None:
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


def _is_flow(parse: SentenceParse, claim: Claim) -> bool:
    rule = parse.pack.metrics.by_id.get(claim.metric.id) if claim.metric is not None else None
    return rule is not None and rule.nature is Nature.FLOW


def _stale(period: Period, published: date) -> bool:
    """Whether a period was over so long before publication that no one reports on it any more."""
    oldest = day_on(published, -STALE_DAYS) or date.min
    return period.end is None or date.fromisoformat(period.end.isoformat()[:10]) < oldest


def _refers_back(parse: SentenceParse) -> bool:
    """Whether a sentence names a stretch of time as one known already."""
    phrases = parse.pack.language.time_stretch_phrases
    return any(phrases.match(parse.tokens, i) is not None for i in range(parse.first, parse.last))


def _other_year(parse: SentenceParse) -> int | None:
    """The year that "in the same period of last year" names right after the words that point back."""
    phrases = parse.pack.language.time_stretch_phrases
    ends = [m[1] for i in range(parse.first, parse.last) if (m := phrases.match(parse.tokens, i)) is not None]
    for anchored in parse.mentions:
        own = anchored.mention.timex.own if anchored.mention.timex is not None else None
        near = any(0 <= anchored.first - end <= YEAR_NEAR for end in ends)
        if near and own is not None and own.grain is Grain.YEAR and own.start is not None:
            return own.start.year
    return None


def _as_long(parse: SentenceParse, stretch: Period) -> bool:
    """Whether a sentence names a known length of time that is the stretch's ("over the four-year span")."""
    for anchored in parse.mentions:
        known = anchored.mention.kind is Kind.DURATION and any(
            parse.key(i) in KNOWN for i in range(anchored.first - 1, anchored.last)
        )
        length = with_length(anchored.mention) if known else None
        unit = DAYS.get(length.unit or "") if length is not None and length.value is not None else None
        if unit is None or length is None or length.value is None or length.value.low is None or stretch.days is None:
            continue
        if abs(length.value.low * unit - stretch.days) * 2 <= unit:
            return True
    return False


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
