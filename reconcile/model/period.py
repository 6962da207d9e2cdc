"""Periods of time: half-open intervals on the calendar with a grain, printed as EDTF (ISO 8601-2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from reconcile.model.json_form import fields_as_json


class Grain(StrEnum):
    """The unit a time is given in, finest first."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAYPART = "daypart"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"

    @property
    def rank(self) -> int:
        """Position in the order from second to century."""
        return _RANK[self]


_RANK = {grain: i for i, grain in enumerate(Grain)}

Moment = date | datetime


class PeriodBasis(StrEnum):
    """What a period rests on: the words of the text, or its day of publication alone."""

    STATED = "stated"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Period:
    """`[start, end)`; an end that is None is open, or not known when `edtf` has an X ("XXXX-12-21").

    `start` and `end` are dates for grains of a day and more, datetimes below. `basis` is no part of what the period
    is: two of one time are equal whatever they rest on.
    """

    start: Moment | None
    end: Moment | None
    edtf: str
    grain: Grain
    basis: PeriodBasis = field(default=PeriodBasis.STATED, compare=False)

    @property
    def is_resolved(self) -> bool:
        """Whether the period has a place on the calendar."""
        return self.start is not None or self.end is not None

    @property
    def says_something(self) -> bool:
        """Whether anything is known of its place: "two years ago" is nowhere without a day to count from."""
        return self.is_resolved or any(sign not in "X-/." for sign in self.edtf)

    @property
    def is_relative(self) -> bool:
        """Whether the period is counted from a day that is not known, in words: "publication month -1"."""
        return not self.is_resolved and self.edtf[:1].islower()

    @property
    def days(self) -> int | None:
        """Length in days, at least 1; None when an end is open."""
        if self.start is None or self.end is None:
            return None
        return max(1, (_day(self.end) - _day(self.start)).days)

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a moment; an unresolved period overlaps nothing."""
        if not (self.is_resolved and other.is_resolved):
            return False
        return _before(self.start, other.end) and _before(other.start, self.end)

    def gap(self, other: Period) -> int:
        """Days between the end of one and the beginning of the other; 0 where there are none, or an end is open."""
        ends = ((self.end, other.start), (other.end, self.start))
        found = ((_day(start) - _day(end)).days for end, start in ends if end is not None and start is not None)
        return max((0, *found))

    def within(self, days: int, other: Period) -> bool:
        """Whether less than so many days lie between the two; an end that is open or not known is near nothing."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        gap = max((_day(other.start) - _day(self.end)).days, (_day(self.start) - _day(other.end)).days)
        return gap < days

    @property
    def single_day(self) -> date | None:
        """The day that the period is; None for one of another grain."""
        return _day(self.start) if self.grain is Grain.DAY and self.start is not None else None

    def ends_before(self, other: Period) -> bool:
        """Whether the period is over, to the day, when `other` begins."""
        return self.end is not None and other.start is not None and _day(self.end) <= _day(other.start)

    def begins_after(self, day: date) -> bool:
        """Whether the period lies wholly after `day`."""
        return self.start is not None and _day(self.start) > day

    def covers(self, other: Period) -> bool:
        """Whether `other` lies wholly inside."""
        if not (self.is_resolved and other.is_resolved):
            return False
        starts = self.start is None or (other.start is not None and _moment(self.start) <= _moment(other.start))
        ends = self.end is None or (other.end is not None and _moment(other.end) <= _moment(self.end))
        return starts and ends

    def bounded(self, mod: str) -> Period:
        """What lies before, until, since or after the period, by the TIMEX3 modifier; open to that side."""
        if not self.is_resolved:
            return self
        match mod:
            case "ON_OR_AFTER":
                return Period(self.start, None, f"{_edge(self.edtf, 0)}/..", self.grain)
            case "ON_OR_BEFORE":
                return Period(None, self.end, f"../{_edge(self.edtf, -1)}", self.grain)
            case "AFTER" if self.end is not None:
                return Period(self.end, None, f"{self.end.isoformat()}/..", self.grain)
            case "BEFORE" if self.start is not None:
                last = day_on(_day(self.start), -1)
                # before the first day of the calendar there is no time to tell
                edtf = "XXXX" if last is None else f"../{last.isoformat()}"
                return Period(None, None if last is None else self.start, edtf, self.grain)
            case _:
                return self

    def to_dict(self) -> dict[str, object]:
        """The JSON form; `basis` stands in it where the text does not state the time."""
        unstated = () if self.basis is PeriodBasis.STATED else ("basis",)
        return fields_as_json(self, "start", "end", "edtf", "grain", *unstated)


def _edge(edtf: str, side: int) -> str:
    return edtf.split("/")[side]


def day_on(day: date, days: int) -> date | None:
    """The day so many days on, or back where negative; None outside the calendar, which has the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def one_day(day: date) -> Period | None:
    """The period of a day; None for the last of the calendar, since no other day ends it."""
    after = day_on(day, 1)
    return None if after is None else Period(day, after, day.isoformat(), Grain.DAY)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(moment: Moment) -> datetime:
    return moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001


def _before(start: Moment | None, end: Moment | None) -> bool:
    return start is None or end is None or _moment(start) < _moment(end)
