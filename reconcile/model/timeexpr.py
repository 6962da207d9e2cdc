"""Times as the text says them, before any calendar: what is named, what is counted, and from where.

"Last April" is a month with a selector, "two days later" an offset from the text before, "the third quarter of 2017" a
quarter inside a year. Resolving them needs the publication date and the calendar, and happens elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Unit(StrEnum):
    """What times are counted in."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    NIGHT = "night"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    PERIOD = "period"


class Anchor(StrEnum):
    """From where a relative time is counted.

    `publication`: the day the text appeared. `text`: the time before it in the text. `open`: the text before if it
    offers one of the same kind, else the publication date.
    """

    PUBLICATION = "publication"
    TEXT = "text"
    OPEN = "open"


class Lean(StrEnum):
    """Which way tense and preposition point; `entry` where the text is nothing but the time, as in a diary."""

    PAST = "past"
    FUTURE = "future"
    ENTRY = "entry"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Selector:
    """Which one is meant: so many steps from the anchor ("last" is one before the publication date).

    `soonest` tells "this coming Friday", the first after the anchor, from "next Friday", that of the next week.
    """

    anchor: Anchor
    step: int
    soonest: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """A calendar date with what is not said left None; what encloses it stands in `of` ("June of that year").

    `year` counts from 1, before Christ where `bc`; `decade` is the year divided by ten ("1990s": 199), `century` the
    year divided by a hundred ("20th century": 19). `weekday` counts from Monday, 0. `fiscal` marks years and quarters
    of a company's calendar. `holiday` is a rule's name. `selector` tells "last April" from "April".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: int | None = None
    century: int | None = None
    holiday: str | None = None
    bc: bool = False
    fiscal: bool = False
    selector: Selector | None = None
    of: Core | None = None


@dataclass(frozen=True, slots=True)
class UnitAt:
    """One whole unit of the calendar: "last year", "this week", "the following day"; `fiscal` for company years."""

    unit: Unit
    selector: Selector
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units; `number` is None where only the plural is told ("months"), `written` when digits are vague."""

    number: Decimal | None
    unit: Unit


@dataclass(frozen=True, slots=True)
class Length:
    """A duration, as a sum of amounts, largest first."""

    parts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Offset:
    """A length before (`sign` -1) or after (1) an anchor or another time."""

    length: Length
    sign: int
    anchor: Anchor
    start: Core | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `half` is "a" or "p" where said, `zone` as written, minutes None in "5 p.m.".

    `offset` is the zone's distance from Greenwich as ISO 8601 writes it, empty where it is not known.
    """

    hour: int
    minute: int | None = None
    second: int | None = None
    half: str | None = None
    zone: str | None = None
    offset: str = ""

    @property
    def hour24(self) -> int:
        """The hour from 0 to 24."""
        if self.half == "p" and self.hour < 12:
            return self.hour + 12
        return 0 if self.half == "a" and self.hour == 12 else self.hour


@dataclass(frozen=True, slots=True)
class At:
    """A part of a day or a time on the clock, on a day if one is said."""

    day: Core | None
    clock: Clock | None = None
    daypart: str | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """A numbered unit inside another time: "the second week of May"; -1 is the last. `weekday`: the nth such day."""

    number: int
    unit: Unit
    of: Core
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """The past, the present or the future, no more said (PAST_REF, PRESENT_REF, FUTURE_REF)."""

    value: str


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A set of times: `every` a length, or each of a named time ("every Monday")."""

    every: Length | None = None
    each: Core | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one time through another, the last included."""

    first: Core
    last: Core


@dataclass(frozen=True, slots=True)
class Until:
    """A length that ends (or, `forward`, begins) with a named time: "the three months to June"."""

    length: Length
    end: Core
    forward: bool = False


Core = Fields | UnitAt | Length | Offset | At | Nth | Reference | Recurrence | Stretch | Until


@dataclass(frozen=True, slots=True)
class TimeExpr:
    """What a mention of time says: its core, which way the sentence leans, and another way to read it, if any.

    `other` is the same digits with day and month the other way round.
    """

    core: Core
    lean: Lean = Lean.NONE
    other: Core | None = None
