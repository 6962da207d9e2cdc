"""The times of one article by sentence: those of a section, the week of the news."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from reconcile.model.document import Scope, Sentence
from reconcile.model.mention import Kind, Mention, TimexType
from reconcile.model.period import Grain, Period
from reconcile.model.segments import Segments


class Timeline:
    """What times hold where; `news` is the week up to the day it appeared."""

    __slots__ = ("_by_sentence", "_section", "news", "published")

    def __init__(self, segments: Segments, mentions: tuple[Mention, ...]) -> None:
        self.published = segments.document.source.published
        self._by_sentence = _by_sentence(segments, mentions)
        self._section = self._sections(segments)
        self.news = self._news()

    def section(self, index: int) -> Mention | None:
        """The first time of the section that a heading opens or a sentence stands in."""
        return self._section.get(index)

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
                    out.update(dict.fromkeys(members, found[0]))
                elif members[0] in out:
                    out[index] = out[members[0]]
        return out

    def _news(self) -> Period | None:
        """The week that ends on the day of publication, or else on the day that the first sentence states."""
        day = self.published
        if day is None:
            stated = [m.timex.own for m in self._by_sentence.get(0, ()) if m.timex and m.timex.basis == "stated"]
            days = [p.start for p in stated if p is not None and p.grain is Grain.DAY and p.start is not None]
            day = date(days[0].year, days[0].month, days[0].day) if len(days) == 1 else None
        if day is None:
            return None
        first, after = date.fromordinal(day.toordinal() - NEWS_DAYS + 1), date.fromordinal(day.toordinal() + 1)
        return Period(first, after, f"{first.isoformat()}/{day.isoformat()}", Grain.WEEK)


# News without a time is of so many days up to the day it appeared.
NEWS_DAYS = 7


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
            if dated and timex.own is not None:
                out[index] = (*out.get(index, ()), mention)
    return out
