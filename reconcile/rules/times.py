"""Words of time and named days: `lexicon/en/times.yaml`, `lexicon/en/holidays.yaml` and `calendars.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import TypeVar

import msgspec

from reconcile.model.phrases import PhraseTable
from reconcile.model.timeexpr import Anchor, Clock, Selector, Unit
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
    """A day told from the publication date, with the part of it."""

    unit: Unit
    step: int
    daypart: str | None = None


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
    zones: tuple[str, ...] = ()
    decades: tuple[Numbered, ...] = ()
    eras: tuple[Era, ...] = ()
    selectors: tuple[SelectorEntry, ...] = ()
    moments: tuple[Moment, ...] = ()
    references: tuple[Coded, ...] = ()
    adjectives: tuple[Coded, ...] = ()
    modifiers: tuple[Modifier, ...] = ()
    prepositions: tuple[str, ...] = ()
    before_wary: tuple[str, ...] = ()
    not_years: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    function_words: tuple[str, ...] = ()
    bounds: tuple[Modifier, ...] = ()
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
    never: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


class Holiday(Entry, frozen=True, forbid_unknown_fields=True):
    """A day with a name and the rule that finds it in a year.

    One of: `month` and `day`; `month`, `weekday` and `nth` (-1 the last); `easter`, in days from Easter Sunday. `plus`
    days are added to any of them ("Black Friday").
    """

    id: str
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    easter: int | None = None
    plus: int = 0


class HolidaysFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/holidays.yaml`."""

    holidays: tuple[Holiday, ...] = ()
    examples: tuple[Example, ...] = ()


class FiscalYear(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fiscal year of entities: the month it begins; it bears the year it ends in."""

    entities: tuple[str, ...]
    begins: int


class CalendarsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `calendars.yaml`."""

    fiscal_years: tuple[FiscalYear, ...] = ()
    day_first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """Compiled words of time. Single words are dicts by case-folded key, phrases are tables."""

    months: dict[str, int]
    weekdays: dict[str, int]
    wary: frozenset[str]
    units: dict[str, Unit]
    glued_units: dict[str, Unit]
    seasons: dict[str, str]
    dayparts: dict[str, str]
    clocks: dict[str, Clock]
    oclock: PhraseTable[str]
    halves: PhraseTable[str]
    zones: frozenset[str]
    eras: dict[str, bool]
    decades: dict[str, int]
    selectors: PhraseTable[Selector]
    moments: PhraseTable[Moment]
    references: PhraseTable[str]
    adjectives: dict[str, str]
    modifiers: PhraseTable[str]
    prepositions: frozenset[str]
    before_wary: frozenset[str]
    not_years: frozenset[str]
    counted: frozenset[str]
    function_words: frozenset[str]
    bounds: dict[str, str]
    offsets: PhraseTable[OffsetEntry]
    anchored_offsets: PhraseTable[OffsetEntry]
    vague: PhraseTable[Vague]
    unit_offsets: dict[str, OffsetEntry]
    unit_sides: dict[str, int]
    endings: frozenset[str]
    fillers: frozenset[str]
    every: frozenset[str]
    sets: dict[str, SetEntry]
    fiscal: frozenset[str]
    future: frozenset[str]
    future_before_to: frozenset[str]
    past_suffix: str
    past: frozenset[str]
    never: PhraseTable[str]
    holidays: PhraseTable[str]
    holiday_rules: dict[str, Holiday]
    fiscal_years: dict[str, FiscalYear]
    day_first: frozenset[str]


E = TypeVar("E", bound=Entry)


def compile_times(
    times: Iterable[TimesFile], holidays: Iterable[HolidaysFile], calendars: Iterable[CalendarsFile]
) -> TimeLexicon:
    """All files of the three kinds as one lexicon; a later file wins."""
    t = _merge(times)
    days = [h for f in holidays for h in f.holidays]
    books = tuple(calendars)
    return TimeLexicon(
        months={w: e.value for w, e in _words(t.months)},
        weekdays={w: e.value for w, e in _words(t.weekdays)},
        wary=frozenset(t.wary),
        units={w: e.unit for w, e in _words(t.units)},
        glued_units={w: e.unit for w, e in _words(t.glued_units)},
        seasons={w: e.value for w, e in _words(t.seasons)},
        dayparts={w: e.value for w, e in _words(t.dayparts)},
        clocks={w: Clock(e.hour) for w, e in _words(t.clocks)},
        oclock=PhraseTable((w, w) for w in t.oclock),
        halves=PhraseTable((w, e.value) for w, e in _words(t.halves)),
        zones=frozenset(t.zones),
        eras={w: e.bc for w, e in _words(t.eras)},
        decades={w: e.value for w, e in _words(t.decades)},
        selectors=PhraseTable((w, Selector(e.anchor, e.step, e.soonest)) for w, e in _words(t.selectors)),
        moments=PhraseTable(_words(t.moments)),
        references=PhraseTable((w, e.value) for w, e in _words(t.references)),
        adjectives={w: e.value for w, e in _words(t.adjectives)},
        modifiers=PhraseTable((w, e.mod) for w, e in _words(t.modifiers)),
        prepositions=frozenset(t.prepositions),
        before_wary=frozenset(t.before_wary),
        not_years=frozenset(t.not_years),
        counted=frozenset(t.counted),
        function_words=frozenset(t.function_words),
        bounds={w: e.mod for w, e in _words(t.bounds)},
        offsets=PhraseTable((w, e) for w, e in _words(t.offsets) if not e.needs_time),
        anchored_offsets=PhraseTable((w, e) for w, e in _words(t.offsets) if e.needs_time),
        vague=PhraseTable(_words(t.vague)),
        unit_offsets=dict(_words(t.unit_offsets)),
        unit_sides=t.unit_sides,
        endings=frozenset(t.endings),
        fillers=frozenset(t.fillers),
        every=frozenset(t.every),
        sets=dict(_words(t.sets)),
        fiscal=frozenset(t.fiscal),
        future=frozenset(t.future),
        future_before_to=frozenset(t.future_before_to),
        past_suffix=t.past_suffix,
        past=frozenset(t.past),
        never=PhraseTable((w, w) for w in t.never),
        holidays=PhraseTable((w, h.id) for h in days for w in h.words),
        holiday_rules={h.id: h for h in days},
        fiscal_years={e: y for f in books for y in f.fiscal_years for e in y.entities},
        day_first=frozenset(c for f in books for c in f.day_first),
    )


def _merge(files: Iterable[TimesFile]) -> TimesFile:
    files = tuple(files)
    names = TimesFile.__struct_fields__
    single = ("unit_sides", "past_suffix")
    lists = {n: tuple(chain.from_iterable(getattr(f, n) for f in files)) for n in names if n not in single}
    return TimesFile(
        **lists,
        unit_sides={word: step for f in files for word, step in f.unit_sides.items()},
        past_suffix=next((f.past_suffix for f in reversed(files) if f.past_suffix), ""),
    )


def _words(entries: Iterable[E]) -> list[tuple[str, E]]:
    return [(word.lower(), entry) for entry in entries for word in entry.words]
