"""The times of one article: those of a section, the week of the news, and those that a later sentence goes back to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reconcile.extract.clause_times import dates, reach_of
from reconcile.extract.frame import Frame
from reconcile.extract.lengths import with_length
from reconcile.model.claim import Claim, Step
from reconcile.model.document import Scope, Sentence
from reconcile.model.mention import Kind, Mention, TimexType
from reconcile.model.period import Grain, Period
from reconcile.model.segments import Segments

# News without a time is of so many days up to the day it appeared.
NEWS_DAYS = 7

# Words that make a length of time a known one, and the days of the units it can be given in.
KNOWN = frozenset({"the", "that", "those", "these", "this"})
DAYS = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("30.44"), "year": Decimal("365.25")}

Told = tuple[Period | None, tuple[Step, ...]]


@dataclass(frozen=True, slots=True)
class Dated:
    """The one time of a sentence, as written, with the subject it is told of."""

    index: int
    block: int
    subject: str
    period: Period
    quote: str


class Timeline:
    """What times hold where; `news` is the week up to the day it appeared."""

    __slots__ = ("_before", "_by_sentence", "_section", "_stretch", "news", "published")

    def __init__(self, segments: Segments, mentions: tuple[Mention, ...]) -> None:
        self.published = segments.document.source.published
        self._by_sentence = _by_sentence(segments, mentions)
        self._section = self._sections(segments)
        self._before: Dated | None = None
        self._stretch: tuple[Period, str] | None = None
        self.news = self._news()

    def section_time(self, index: int) -> Told | None:
        """The time of the section that a heading with a colon opens ("Orle: 26 killed")."""
        found = self._section.get(index)
        if found is None or found.timex is None:
            return None
        return found.timex.period, (Step("period.section", f"“{found.quote}” is the time of the section"),)

    def before(self, frame: Frame) -> Dated | None:
        """The one time of the sentence before, in the same paragraph."""
        found = self._before
        near = found is not None and (found.index, found.block) == (frame.index - 1, frame.sentence.block)
        return found if near else None

    def pointed(self, frame: Frame) -> Told | None:
        """The stretch of time stated last, where the sentence points back to one ("during that time")."""
        if self._stretch is None or not (_points_back(frame) or _as_long(frame, self._stretch[0])):
            return None
        period, quote = self._stretch
        return period, (Step("period.points-back", f"the sentence points back to “{quote}”"),)

    def leave(self, frame: Frame, claims: Iterable[Claim]) -> None:
        """Takes note of the times of a sentence that was read."""
        times = [(b, p) for b in frame.mentions if dates(b) and (p := reach_of(frame, b)) is not None and p.is_resolved]
        for bound, period in times:
            if period.days is None or period.days > 1:
                self._stretch = (period, bound.mention.quote)
        self._before = None
        one = {p.edtf for _, p in times}
        subjects = (
            {c.subject.id for c in claims if c.subject is not None and c.period == times[0][1]} if times else set()
        )
        if len(one) == 1 and len(subjects) == 1:
            bound, period = times[0]
            self._before = Dated(frame.index, frame.sentence.block, subjects.pop(), period, bound.mention.quote)

    def _sections(self, segments: Segments) -> dict[int, Mention]:
        out: dict[int, Mention] = {}
        members: list[int] = []
        for index, sentence in enumerate(segments.sentences):
            if sentence.scope is Scope.HEADING:
                members = [index] if _headed(segments, sentence) else []
            elif members:
                members.append(index)
                found = self._by_sentence.get(index, ())
                if found and members[0] not in out:
                    out.update(dict.fromkeys(members, _surest(found)))
                elif members[0] in out:
                    out[index] = out[members[0]]
        return out

    def _news(self) -> Period | None:
        """The week that ends on the day of publication, or else on the day that the first sentence states."""
        day = self.published
        if day is None:
            stated = [m.timex.period for m in self._by_sentence.get(0, ()) if m.timex and m.timex.basis == "stated"]
            days = [p.start for p in stated if p is not None and p.grain is Grain.DAY and p.start is not None]
            day = date(days[0].year, days[0].month, days[0].day) if len(days) == 1 else None
        if day is None:
            return None
        first, after = date.fromordinal(day.toordinal() - NEWS_DAYS + 1), date.fromordinal(day.toordinal() + 1)
        return Period(first, after, f"{first.isoformat()}/{day.isoformat()}", Grain.WEEK)


def _points_back(frame: Frame) -> bool:
    """Whether a sentence names a stretch of time as one known already."""
    stretches = frame.pack.language.stretches
    return any(stretches.match(frame.tokens, i) is not None for i in range(frame.first, frame.last))


def _as_long(frame: Frame, stretch: Period) -> bool:
    """Whether a sentence names a known length of time that is the stretch's ("over the four-year span")."""
    for bound in frame.mentions:
        known = bound.mention.kind is Kind.DURATION and any(
            frame.key(i) in KNOWN for i in range(bound.first - 1, bound.last)
        )
        length = with_length(bound.mention) if known else None
        unit = DAYS.get(length.unit or "") if length is not None and length.value is not None else None
        if unit is None or length is None or length.value is None or length.value.low is None or stretch.days is None:
            continue
        if abs(length.value.low * unit - stretch.days) * 2 <= unit:
            return True
    return False


def _surest(times: tuple[Mention, ...]) -> Mention:
    """The first time that is stated in full, else the first: a feast or weekday may be told of anything."""
    return next((m for m in times if m.timex is not None and m.timex.basis == "stated"), times[0])


def _headed(segments: Segments, sentence: Sentence) -> bool:
    """Whether a heading names its topic before a colon."""
    return ":" in segments.tokens.keys[sentence.first + 1 : sentence.last - 1]


def _by_sentence(segments: Segments, mentions: tuple[Mention, ...]) -> dict[int, tuple[Mention, ...]]:
    starts = [s.span.start for s in segments.sentences]
    out: dict[int, tuple[Mention, ...]] = {}
    for mention in mentions:
        timex = mention.timex
        if mention.kind is Kind.DATE and timex is not None and timex.type is TimexType.DATE:
            index = bisect_left(starts, mention.span.start + 1) - 1
            dated = timex.value is None or not timex.value.endswith("_REF")
            if dated and timex.period is not None:
                out[index] = (*out.get(index, ()), mention)
    return out
