"""The shapes of `lexicon/*/times.yaml`, `lexicon/*/holidays.yaml` and `calendars.yaml`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from reconcile.model.timeexpr import Anchor, Unit
from reconcile.rules.examples import Example


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one thing; the base of all entries below."""

    words: tuple[str, ...]


class Numbered(Entry, frozen=True, forbid_unknown_fields=True):
    """A month (1 to 12) or a weekday (Monday is 0)."""

    value: int


class UnitEntry(Entry, frozen=True, forbid_unknown_fields=True):
    """A unit of time."""

    unit: Unit


class Coded(Entry, frozen=True, forbid_unknown_fields=True):
    """A season, daypart, half of the day or reference, by its TIMEX3 code."""

    value: str


class ClockEntry(Entry, frozen=True, forbid_unknown_fields=True):
    """A time of day with a name."""

    hour: int


class Era(Entry, frozen=True, forbid_unknown_fields=True):
    """What follows a year to tell its era."""

    bc: bool = False


class SelectorEntry(Entry, frozen=True, forbid_unknown_fields=True):
    """Which one of its kind: `step` from `anchor`; `soonest` for the first such day after it."""

    anchor: Anchor
    step: int
    soonest: bool = False


class Moment(Entry, frozen=True, forbid_unknown_fields=True):
    """A time told from the publication date, with the part of it; `capitals` where it is written in capitals only."""

    unit: Unit
    step: int
    daypart: str | None = None
    mod: str | None = None
    capitals: bool = False


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a unit is parted: its early part has `first` smaller units, its late part begins after `last` of them."""

    unit: Unit
    first: int
    last: int
    of: Unit


class Modifier(Entry, frozen=True, forbid_unknown_fields=True):
    """A TIMEX3 modifier; NONE for words that belong to the time and change nothing."""

    mod: str


class OffsetEntry(Entry, frozen=True, forbid_unknown_fields=True):
    """What makes a length a point; `needs_time` where a time must follow ("two days after Christmas")."""

    sign: int
    anchor: Anchor
    needs_time: bool = False


class Vague(Entry, frozen=True, forbid_unknown_fields=True):
    """A number of units that is not written as one; no value means several."""

    value: Decimal | None = None


class SetEntry(Entry, frozen=True, forbid_unknown_fields=True):
    """A word for a set of times."""

    unit: Unit
    number: Decimal


class TimesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/times.yaml`."""

    months: tuple[Numbered, ...] = ()
    weekdays: tuple[Numbered, ...] = ()
    wary: tuple[str, ...] = ()
    units: tuple[UnitEntry, ...] = ()
    glued_units: tuple[UnitEntry, ...] = ()
    seasons: tuple[Coded, ...] = ()
    dayparts: tuple[Coded, ...] = ()
    clocks: tuple[ClockEntry, ...] = ()
    oclock: tuple[str, ...] = ()
    halves: tuple[Coded, ...] = ()
    glued_halves: tuple[Coded, ...] = ()
    zones: tuple[Coded, ...] = ()
    decades: tuple[Numbered, ...] = ()
    eras: tuple[Era, ...] = ()
    selectors: tuple[SelectorEntry, ...] = ()
    moments: tuple[Moment, ...] = ()
    references: tuple[Coded, ...] = ()
    adjectives: tuple[Coded, ...] = ()
    modifiers: tuple[Modifier, ...] = ()
    parts: tuple[Part, ...] = ()
    prepositions: tuple[str, ...] = ()
    before_wary: tuple[str, ...] = ()
    not_years: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    function_words: tuple[str, ...] = ()
    bounds: tuple[Modifier, ...] = ()
    deadlines: tuple[str, ...] = ()
    past_deadlines: tuple[str, ...] = ()
    before_entries: tuple[str, ...] = ()
    after_times: tuple[str, ...] = ()
    offsets: tuple[OffsetEntry, ...] = ()
    vague: tuple[Vague, ...] = ()
    unit_offsets: tuple[OffsetEntry, ...] = ()
    unit_sides: dict[str, int] = msgspec.field(default_factory=dict)
    endings: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    every: tuple[str, ...] = ()
    sets: tuple[SetEntry, ...] = ()
    fiscal: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    future_before_to: tuple[str, ...] = ()
    past_suffix: str = ""
    past: tuple[str, ...] = ()
    present_be: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    greetings: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


class Holiday(Entry, frozen=True, forbid_unknown_fields=True):
    """A day with a name and the rule that finds it in a year.

    One of: `month` and `day`; `month`, `weekday` and `nth` (-1 the last); `easter`, in days from Easter Sunday
    (`orthodox`: of the eastern churches); `hebrew_month`, from Nisan, 13 the Adar before it, and `day`; `dates`, a
    table of days. `plus` days are added to any of them ("Black Friday"), `friday`, `saturday` and `sunday` days where
    it falls on one. A year that a table lacks has no such day.
    """

    id: str
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    easter: int | None = None
    orthodox: bool = False
    hebrew_month: int | None = None
    dates: tuple[date, ...] = ()
    plus: int = 0
    friday: int = 0
    saturday: int = 0
    sunday: int = 0


class HolidaysFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/holidays.yaml`."""

    holidays: tuple[Holiday, ...] = ()
    examples: tuple[Example, ...] = ()


class FiscalYear(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fiscal year of entities: the month it begins, and whether it bears the year it begins or ends in."""

    entities: tuple[str, ...]
    begins: int
    bears: Literal["begin", "end"] = "end"

    @property
    def lag(self) -> int:
        """How many years before the year it bears it begins: 0 or 1."""
        return int(self.begins > 1 and self.bears == "end")


class CalendarsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `calendars.yaml`."""

    fiscal_years: tuple[FiscalYear, ...] = ()
    day_first: tuple[str, ...] = ()
