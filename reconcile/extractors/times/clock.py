"""Times of day: 5 p.m., 17:30 GMT, half past six, noon, morning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reconcile.extractors.times.reading import (
    Read,
    Reader,
    integer,
    is_entry,
    is_indefinite,
    number_in_words,
    whole_number,
)
from reconcile.extractors.times.zones import with_zone, zone_at
from reconcile.model.timeexpr import At, Clock, Unit
from reconcile.text.scan import Scan

# The last hour before noon's half is said again, and the digits of hour and minutes in one run.
_NOON, _RUN = 12, 4


def read_clock(scan: Scan, i: int) -> Read | None:
    """Digits on the clock: 17:30, 17:30:05, 5 p.m., 5:30pm, 7.30am, 5 o'clock, 1030am, with a zone."""
    for row in CLOCKS:
        clock = row.read(scan, i)
        if clock is not None:
            return with_zone(scan, *clock)
    return None


def _colon(scan: Scan, i: int) -> tuple[Clock, int] | None:
    hour, minute = integer(scan, i, 0, 24), integer(scan, i + 2, 0, 59)
    if hour is None or minute is None or scan.keys[i + 1] != ":" or len(scan.keys[i + 2]) != 2:
        return None
    if not (scan.touches(i + 1) and scan.touches(i + 2)) and not _is_spaced(scan, i):
        return None
    second, j = None, i + 3
    if scan.keys[j] == ":" and scan.touches(j):
        second = integer(scan, j + 1, 0, 59)
        if second is None:
            return None
        j += 2
    return _finish(scan, i, Clock(hour, minute, second), j)


def _is_spaced(scan: Scan, i: int) -> bool:
    """Whether "9 : 25", with spaces around the colon, is a clock: a half, a zone, "hours" or a day follows."""
    if scan.touches(i + 1) or scan.touches(i + 2) or scan.keys[i - 1] not in _asking(scan):
        return False
    times, j = scan.pack.times, i + 3
    if times.halves.match(scan.tokens, j) is not None or scan.keys[j] in times.hours_words:
        return True
    return scan.keys[j] in times.weekdays or half_in_words(scan, j) is not None or zone_at(scan, j) is not None


def _asking(scan: Scan) -> frozenset[str]:
    """What stands before an hour, exact or rough."""
    return scan.pack.times.at_words | scan.pack.times.about_words


def _finish(scan: Scan, i: int, clock: Clock, j: int) -> tuple[Clock, int]:
    """Hour and minutes from token `i` to `j` with their half: "5:30 pm", "17:30 pm", "at 17:30 hours"."""
    halved = _halved(scan, clock, j)
    if halved is not None:
        return halved
    times = scan.pack.times
    half = times.halves.match(scan.tokens, j) if clock.hour > _NOON else None
    if half is not None and half[0] == "p":
        return clock, half[1]
    is_asked = scan.keys[i - 1] in _asking(scan) or zone_at(scan, j + 1) is not None
    return clock, j + (scan.keys[j] in times.hours_words and is_asked)


def _lettered(scan: Scan, i: int) -> tuple[Clock, int] | None:
    """15h30: an hour, the letter and two digits in one run."""
    hour, minute = integer(scan, i, 0, 24), integer(scan, i + 2, 0, 59)
    joined = scan.keys[i + 1] == "h" and scan.touches(i + 1) and scan.touches(i + 2)
    if hour is None or minute is None or not joined or len(scan.keys[i + 2]) != 2:
        return None
    return Clock(hour, minute), i + 3


def _pointed(scan: Scan, i: int) -> tuple[Clock, int] | None:
    """7.30am: the point is a clock's only with am or pm after it."""
    whole, point, part = scan.keys[i].partition(".")
    if not (point and whole.isdecimal() and part.isdecimal() and len(part) == 2 and len(whole) <= 2):
        return None
    return _halved(scan, Clock(int(whole), int(part)), i + 1) if int(whole) <= 24 and int(part) < 60 else None


def _bare(scan: Scan, i: int) -> tuple[Clock, int] | None:
    """An hour alone, or hour and minutes in one run: "5 p.m.", "5 o'clock", "1030am", "1405 GMT"."""
    hour = integer(scan, i, 0, 24) if len(scan.keys[i]) <= 2 else None
    if hour is not None:
        return _hour(scan, Clock(hour), i + 1)
    joined, times = integer(scan, i, 0, 2359), scan.pack.times
    if joined is None or joined % 100 > 59 or scan.keys[i + 1] in times.glued_halves:
        # "130p" are pence, "100A" amperes: a letter alone needs a colon or a point before it
        return None
    clock = Clock(*divmod(joined, 100))
    return _halved(scan, clock, i + 1) or _in_one_run(scan, i, clock)


def _in_one_run(scan: Scan, i: int, clock: Clock) -> tuple[Clock, int] | None:
    """Four digits shown to be hour and minutes by what stands beside them: "0030 GMT", "at 1400 hours", "2000 hrs IST".

    A zone shows it where it is known how far off it is; "hours" does so after "at", before a zone, or after a zero,
    which no count begins with.
    """
    if len(scan.keys[i]) != _RUN:
        return None
    j = i + 1 + (scan.keys[i + 1] in scan.pack.times.hours_words)
    zone = zone_at(scan, j)
    if j == i + 1:
        return None if zone is None or not zone[1] else (clock, j)
    asked = zone is not None or scan.keys[i].startswith("0") or scan.keys[i - 1] in _asking(scan)
    return (clock, j) if asked else None


def _hour(scan: Scan, clock: Clock, j: int) -> tuple[Clock, int] | None:
    """An hour before token `j` that "o'clock" or a half of the day shows to be one; "5 hours" are a length."""
    oclock = scan.pack.times.oclock.match(scan.tokens, j)
    if oclock is None:
        return _halved(scan, clock, j) or _zoned(scan, clock, j)
    return _halved(scan, clock, oclock[1]) or (clock, oclock[1])


def _zoned(scan: Scan, clock: Clock, j: int) -> tuple[Clock, int] | None:
    """The hour of "8 GMT", of which the zone shows that it is one: known by its place, or after "at" ("at 8 ET")."""
    zone = zone_at(scan, j)
    asked = zone is not None and (zone[1] or scan.keys[j - 2] in scan.pack.times.at_words)
    return (clock, j) if asked else None


ReadClock = Callable[[Scan, int], tuple[Clock, int] | None]
# How digits are written on the clock.
CLOCKS: tuple[Reader[ReadClock], ...] = (
    Reader("colon", _colon, "The siren sounded at 17:30."),
    Reader("letter", _lettered, "The siren sounded at 15h30."),
    Reader("point", _pointed, "The siren sounded at 7.30am."),
    Reader("hour alone", _bare, "The siren sounded at 5 p.m."),
)


def _halved(scan: Scan, clock: Clock, j: int) -> tuple[Clock, int] | None:
    half = scan.pack.times.halves.match(scan.tokens, j) or _glued_half(scan, clock, j)
    if half is None or not 0 <= clock.hour <= 12:
        return None
    return replace(clock, half=half[0]), half[1]


def _glued_half(scan: Scan, clock: Clock, j: int) -> tuple[str, int] | None:
    """The p of "3:15p", and of "at 3p": a letter that touches the digits before it and nothing after."""
    half = scan.pack.times.glued_halves.get(scan.keys[j])
    if half is None or not scan.touches(j) or (scan.touches(j + 1) and scan.keys[j + 1][:1].isalnum()):
        return None
    return (half, j + 1) if clock.minute is not None or scan.keys[j - 2] == "at" else None


def read_open_clock(scan: Scan, j: int) -> Read | None:
    """The clock of "Friday before 5 p.m.", with the word before it that leaves one side open (TIMEX3 mod)."""
    mod = scan.pack.times.bounds.get(scan.keys[j])
    clock = None if mod is None else read_clock(scan, j + 1) or read_spoken_clock(scan, j + 1)
    return None if clock is None else clock._replace(mod=mod)


def read_spoken_clock(scan: Scan, i: int) -> Read | None:
    """Five o'clock, half past six, quarter to ten, twenty past three, seven thirty p.m., noon, midnight."""
    named = scan.pack.times.clocks.get(scan.keys[i])
    if named is not None:
        return Read(At(None, named), i + 1, "time.clock")
    hour = number_in_words(scan, i, 1, 12)
    minute = None if hour is None else number_in_words(scan, hour[1], 1, 59)
    if hour is not None and minute is not None:
        clock = _halved(scan, Clock(hour[0], minute[0]), minute[1])
        if clock is not None:
            return with_zone(scan, *clock)
    minutes, j = _minutes(scan, i)
    if minutes is not None and scan.keys[j] in scan.pack.times.hour_sides:
        return _from_hour(scan, minutes, j)
    clock = None if hour is None else _hour(scan, Clock(hour[0]), hour[1])
    return None if clock is None else with_zone(scan, *clock)


def read_past_hour(scan: Scan, i: int) -> Read | None:
    """20 past 3pm, 15 minutes past noon, 15 to midnight, 20 minutes to 2pm, 15 minutes from 1pm."""
    minutes = integer(scan, i, 1, 59)
    named = scan.pack.times.units.get(scan.keys[i + 1]) is Unit.MINUTE
    j = i + 1 + named
    if minutes is None or not (scan.keys[j] in scan.pack.times.hour_sides or (named and scan.keys[j] == "from")):
        return None
    asked = scan.keys[j] == "past" or (named and scan.pack.times.halves.match(scan.tokens, j + 2) is not None)
    if not asked and scan.keys[j + 1] not in scan.pack.times.clocks:
        return None
    return _from_hour(scan, minutes, j)


def _minutes(scan: Scan, i: int) -> tuple[int | None, int]:
    """The minutes of "a quarter past", "twenty minutes to", and the index after them."""
    times = scan.pack.times
    j = i + is_indefinite(scan, i)
    part = times.hour_parts.get(scan.keys[j])
    if part is not None:
        return part, j + 1
    minutes, end = (whole_number(scan, i, 1, 59) if j == i else None) or (None, i)
    return minutes, end + (minutes is not None and times.units.get(scan.keys[end]) is Unit.MINUTE)


def _from_hour(scan: Scan, minutes: int, j: int) -> Read | None:
    """So many minutes past or to, as the word at `j` has it, the hour that follows."""
    times, half = scan.pack.times, None
    named, hour = times.clocks.get(scan.keys[j + 1]), whole_number(scan, j + 1, 1, 12)
    if named is not None:
        at, end = named.hour, j + 2
    elif hour is None:
        return None
    else:
        at, end = hour
        oclock = times.oclock.match(scan.tokens, end)
        after = times.halves.match(scan.tokens, end) or half_in_words(scan, end)
        if after is not None:
            half, end = after
        elif oclock is not None:
            end = oclock[1]
        elif scan.keys[j - 1] not in times.hour_parts:
            return None
    before = times.hour_sides.get(scan.keys[j], 1) < 0
    clock = Clock(at - before, 60 - minutes if before else minutes, half=half)
    return Read(At(None, clock), end, "time.clock")


def read_daypart(scan: Scan, i: int) -> Read | None:
    """Morning, "the evening"."""
    part = scan.pack.times.dayparts.get(scan.keys[i])
    return None if part is None else Read(At(None, None, part), i + 1, "time.daypart")


def read_daypart_alone(scan: Scan, i: int) -> Read | None:
    """Morning; the plural tells a set, and only beside a weekday ("Friday nights")."""
    return None if scan.keys[i].endswith("s") else read_daypart(scan, i)


def half_in_words(scan: Scan, j: int) -> tuple[str, int] | None:
    """The half of the day of "in the morning", "in the evening", "in the pm"."""
    if scan.keys[j] != "in" or scan.keys[j + 1] != "the":
        return None
    part = scan.pack.times.dayparts.get(scan.keys[j + 2])
    return scan.pack.times.halves.match(scan.tokens, j + 2) if part is None else (half_of(part), j + 3)


def half_of(daypart: str | None) -> str:
    """The half of the day, "a" or "p", in which hours of a part of it lie."""
    return "a" if daypart == "MO" else "p"


def in_half(at: At, half: str) -> At:
    """The hour in a half of the day; one that is told stays."""
    if at.clock is None or at.clock.half is not None or at.clock.hour > 12:
        return at
    return replace(at, clock=replace(at.clock, half=half))


def half_of_clock(scan: Scan, read: Read) -> Read | None:
    """The half of the day that "in the morning" after a clock tells; without "the" where that is the whole text."""
    j, core = read.end, read.core
    k = j + 1 + (scan.keys[j + 1] == "the" or not is_entry(scan))
    part = scan.pack.times.dayparts.get(scan.keys[k]) if scan.keys[j] == "in" else None
    if part is None or not isinstance(core, At) or core.clock is None or core.day is not None:
        return None
    return Read(in_half(core, half_of(part)), k + 1, read.rule)
