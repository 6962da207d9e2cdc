"""Words of time and named days: `lexicon/en/times.yaml`, `lexicon/en/holidays.yaml` and `calendars.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from reconcile.model.timeexpr import Clock, Selector, Unit
from reconcile.model.tokens import PhraseTable, phrase_keys
from reconcile.rules.time_files import (
    CalendarsFile,
    Entry,
    FiscalYear,
    Holiday,
    HolidaysFile,
    Moment,
    OffsetEntry,
    Part,
    SetEntry,
    TimesFile,
    Vague,
)


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
    glued_halves: dict[str, str]
    zones: dict[str, str]
    eras: dict[str, bool]
    decades: dict[str, int]
    selectors: PhraseTable[Selector]
    moments: PhraseTable[Moment]
    references: PhraseTable[str]
    adjectives: dict[str, str]
    modifiers: PhraseTable[str]
    parts: dict[Unit, Part]
    prepositions: frozenset[str]
    before_wary: frozenset[str]
    not_years: frozenset[str]
    counted: frozenset[str]
    function_words: frozenset[str]
    bounds: dict[str, str]
    deadlines: frozenset[str]
    past_deadlines: frozenset[str]
    entry_words: frozenset[str]
    after_times: frozenset[str]
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
    present_be: frozenset[str]
    never: PhraseTable[str]
    greetings: frozenset[str]
    after_article: frozenset[str]
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
        glued_halves={w: e.value for w, e in _words(t.glued_halves)},
        zones={w: e.value for w, e in _words(t.zones)},
        eras={w: e.bc for w, e in _words(t.eras)},
        decades={w: e.value for w, e in _words(t.decades)},
        selectors=PhraseTable((w, Selector(e.anchor, e.step, e.soonest)) for w, e in _words(t.selectors)),
        moments=PhraseTable(_words(t.moments)),
        references=PhraseTable((w, e.value) for w, e in _words(t.references)),
        adjectives={w: e.value for w, e in _words(t.adjectives)},
        modifiers=PhraseTable((w, e.mod) for w, e in _words(t.modifiers)),
        parts={e.unit: e for e in t.parts},
        prepositions=frozenset(t.prepositions),
        before_wary=frozenset(t.before_wary),
        not_years=frozenset(t.not_years),
        counted=frozenset(t.counted),
        function_words=frozenset(t.function_words),
        bounds={w: e.mod for w, e in _words(t.bounds)},
        deadlines=frozenset(t.deadlines),
        past_deadlines=frozenset(t.past_deadlines),
        entry_words=_entry_words(t, days),
        after_times=frozenset(t.after_times),
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
        present_be=frozenset(t.present_be),
        after_article=_after_article(t, days),
        greetings=frozenset(t.greetings),
        never=PhraseTable((w, w) for w in t.never),
        holidays=PhraseTable((w, h.id) for h in days for w in h.words),
        holiday_rules={h.id: h for h in days},
        fiscal_years={e: y for f in books for y in f.fiscal_years for e in y.entities},
        day_first=frozenset(c for f in books for c in f.day_first),
    )


_ARTICLES = frozenset({"the", "a", "an"})


def _after_article(times: TimesFile, holidays: Iterable[Holiday]) -> frozenset[str]:
    """What may follow an article at the start of a time, numbers apart; tells early that a "the" begins none."""
    phrases = (*times.selectors, *times.moments, *times.references, *times.modifiers, *times.vague, *holidays)
    inner = (w for e in phrases for w in e.words)
    split = [phrase_keys(w) for w in inner]
    single = (
        *times.months,
        *times.weekdays,
        *times.units,
        *times.seasons,
        *times.dayparts,
        *times.clocks,
        *times.decades,
    )
    return (
        frozenset(
            chain(
                (keys[1] for keys in split if keys[0] in _ARTICLES and len(keys) > 1),
                (keys[0] for keys in split),
                (w.lower() for e in single for w in e.words),
                times.fiscal,
                times.fillers,
                ("last", "final", "latter", "closing", "opening", "first", "next", "half", "quarter", "'", "’"),
            )
        )
        - _ARTICLES
    )


def _entry_words(times: TimesFile, holidays: Iterable[Holiday]) -> frozenset[str]:
    """Every word that a time is made of, and those that may stand beside one."""
    lists = (getattr(times, name) for name in TimesFile.__struct_fields__)
    entries = (e for group in lists if isinstance(group, tuple) for e in group if isinstance(e, Entry))
    phrases = (*(w for e in chain(entries, holidays) for w in e.words), *times.oclock, *times.fiscal, *times.every)
    plain = (*times.prepositions, *times.before_entries, *times.fillers, *times.deadlines, *times.unit_sides)
    return frozenset(chain((key for phrase in phrases for key in phrase_keys(phrase)), plain))


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
