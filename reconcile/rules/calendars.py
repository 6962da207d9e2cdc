"""Days with a name and fiscal years: the shapes of `lexicon/*/holidays.yaml` and `calendars.yaml`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, Self

import msgspec

from reconcile.rules.examples import Example
from reconcile.rules.lexicon import ByKey, ByPhrase, Lexicon, empty, says
from reconcile.rules.time_files import Entry


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


class HolidayWords(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/holidays.yaml`."""

    holidays: Annotated[ByPhrase[Holiday, str], says("Days with a name.")] = empty(ByPhrase)
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

    def pairs(self) -> Iterator[tuple[str, Self]]:
        """The year by each of the entities."""
        for entity in self.entities:
            yield entity, self


class CalendarWords(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `calendars.yaml`."""

    fiscal_years: Annotated[
        ByKey[FiscalYear, str, FiscalYear],
        says(
            "Fiscal years by entity: “Apple's fiscal 2017” is October 2016 to September 2017, Sony's April 2017 "
            "to March 2018. Entities without an entry keep the calendar year."
        ),
    ] = empty(ByKey)
    day_first: Annotated[
        tuple[str, ...],
        says("Countries whose dates in digits put the day first; elsewhere 3/4/2024 keeps two readings."),
    ] = ()
