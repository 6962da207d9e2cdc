"""What stands in a list of words of time: spellings with what they mean, days with a name, fiscal years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal, Self

import msgspec

from reconcile.model.timeexpr import Anchor, Clock, Selector, Unit
from reconcile.rules.lexicon import Entry


class Numbered(Entry, frozen=True, forbid_unknown_fields=True):
    """A month (1 to 12) or a weekday (Monday is 0)."""

    value: int

    @property
    def meaning(self) -> int:
        """The number."""
        return self.value


class UnitEntry(Entry, frozen=True, forbid_unknown_fields=True):
    """A unit of time."""

    unit: Unit

    @property
    def meaning(self) -> Unit:
        """The unit."""
        return self.unit


class Coded(Entry, frozen=True, forbid_unknown_fields=True):
    """A season, daypart, half of the day or reference, by its TIMEX3 code."""

    value: str

    @property
    def meaning(self) -> str:
        """The code."""
        return self.value


class ClockEntry(Entry, frozen=True, forbid_unknown_fields=True):
    """A time of day with a name."""

    hour: int

    @property
    def meaning(self) -> Clock:
        """The time of day."""
        return Clock(self.hour)


class Era(Entry, frozen=True, forbid_unknown_fields=True):
    """What follows a year to tell its era."""

    bc: bool = False

    @property
    def meaning(self) -> bool:
        """Whether it is before our era."""
        return self.bc


class SelectorEntry(Entry, frozen=True, forbid_unknown_fields=True):
    """Which one of its kind: `step` from `anchor`; `soonest` for the first such day after it."""

    anchor: Anchor
    step: int
    soonest: bool = False

    @property
    def meaning(self) -> Selector:
        """Which one."""
        return Selector(self.anchor, self.step, self.soonest)


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

    def pairs(self) -> Iterator[tuple[Unit, Self]]:
        """The part by the unit."""
        yield self.unit, self


class Modifier(Entry, frozen=True, forbid_unknown_fields=True):
    """A TIMEX3 modifier; NONE for words that belong to the time and change nothing."""

    mod: str

    @property
    def meaning(self) -> str:
        """The modifier."""
        return self.mod


class OffsetEntry(Entry, frozen=True, forbid_unknown_fields=True):
    """What makes a length a point: the sign of its direction, and from where it is counted."""

    sign: int
    anchor: Anchor


class Vague(Entry, frozen=True, forbid_unknown_fields=True):
    """A number of units that is not written as one; no value means several."""

    value: Decimal | None = None


class SetEntry(Entry, frozen=True, forbid_unknown_fields=True):
    """A word for a set of times."""

    unit: Unit
    number: Decimal


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

    @property
    def meaning(self) -> str:
        """The id of the day."""
        return self.id


class FiscalYear(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fiscal year of entities: the month it begins, and whether it bears the year it begins or ends in."""

    entities: tuple[str, ...]
    begins: int
    bears: Literal["begin", "end"] = "end"

    @property
    def lag(self) -> int:
        """How many years before the year it bears it begins: 0 or 1."""
        return int(self.begins > 1 and self.bears == "end")

    def pairs(self) -> Iterator[tuple[str, Self]]:
        """The year by each of the entities."""
        for entity in self.entities:
            yield entity, self
