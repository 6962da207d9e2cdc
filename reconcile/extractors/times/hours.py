"""Hours of which only the words around them tell that they are hours: 8 tonight, at three twenty, between 3 and 5
on Monday.
"""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.times.clock import half_in_words, half_of, in_half, read_clock
from reconcile.extractors.times.containers import ends_clause
from reconcile.extractors.times.named_days import date_of_weekday
from reconcile.extractors.times.reading import (
    DASHES,
    DAY_LEVEL,
    Read,
    Reader,
    ReadTime,
    integer,
    is_entry,
    level,
    number_in_words,
    skip,
    tight,
    whole_number,
)
from reconcile.model.timeexpr import Anchor, At, Clock, Core, Length, Selector, Stretch, Unit, UnitAt
from reconcile.text.scan import Scan, is_level


def read_loose_hour(scan: Scan, i: int) -> Read | None:
    """An hour of which only the words around it tell that it is one."""
    following = scan.keys[i + 1]
    times = scan.pack.times
    has_cue = _is_about(scan, i) or following in times.after_hours or following in times.moments
    if not has_cue and not is_entry(scan):
        return None
    for row in LOOSE_HOURS:
        hour = row.read(scan, i)
        if hour is not None:
            return hour
    return None


def _is_about(scan: Scan, i: int) -> bool:
    """Whether the word before token `i` tells an hour, exactly or roughly."""
    times, before = scan.pack.times, scan.keys[i - 1]
    return before in times.at_words or before in times.about_words


def _loose_hour(scan: Scan, i: int) -> tuple[Clock, int] | None:
    """An hour from 1 to 12, or hour and minutes in one run of digits ("730")."""
    joined = integer(scan, i, 100, 1259)
    if joined is not None:
        return (Clock(*divmod(joined, 100)), i + 1) if joined % 100 < 60 else None
    hour = whole_number(scan, i, 1, 12)
    return None if hour is None else (Clock(hour[0]), hour[1])


def _hour_of_day(scan: Scan, i: int) -> Read | None:
    """8 tonight, "9 tomorrow morning", "730 in the evening": after "at", before a comma, or as the whole text."""
    hour = _loose_hour(scan, i)
    if hour is None:
        return None
    clock, j = hour
    comma = scan.keys[j] == ","
    asked = comma or scan.keys[i - 1] in scan.pack.times.at_words or is_entry(scan)
    day = _day_and_part(scan, j + comma) if asked else None
    if day is None:
        return None
    half = None if day[1] is None else half_of(day[1])
    return Read(At(day[0], replace(clock, half=half)), day[2], "time.clock")


def _day_and_part(scan: Scan, j: int) -> tuple[UnitAt | None, str | None, int] | None:
    """The day, part of it and end of "tonight", "tomorrow evening", "this morning", "in the evening"."""
    times, word = scan.pack.times, scan.keys[j]
    moment = times.moments.match(scan.tokens, j)
    if moment is not None and moment[0].unit is Unit.DAY:
        part = moment[0].daypart or times.dayparts.get(scan.keys[moment[1]])
        end = moment[1] + (part is not None and moment[0].daypart is None)
        return UnitAt(Unit.DAY, Selector(Anchor.PUBLICATION, moment[0].step)), part, end
    k = j + 1 + (word == "in" and scan.keys[j + 1] == "the")
    part = times.dayparts.get(scan.keys[k])
    if part is None or not (word == "this" or k == j + 2):
        return None
    return UnitAt(Unit.DAY, Selector(Anchor.PUBLICATION, 0)) if word == "this" else None, part, k + 1


def _about_hour(scan: Scan, i: int) -> Read | None:
    """11ish, 3ish pm; "around 1030" where that is the whole text."""
    hour = _loose_hour(scan, i) if scan.keys[i][:1].isdecimal() else None
    if hour is None:
        return None
    clock, j = hour
    if scan.keys[j] == "ish" and scan.touches(j):
        half = scan.pack.times.halves.match(scan.tokens, j + 1)
        end = j + 1 if half is None else half[1]
        return Read(At(None, replace(clock, half=half[0] if half else None)), end, "time.clock", "APPROX")
    whole = j >= scan.n and clock.minute is not None and _is_about(scan, i) and is_entry(scan)
    return Read(At(None, clock), j, "time.clock") if whole else None


def _hour_letter(scan: Scan, i: int) -> Read | None:
    """The 15h of "at 15h", "Friday 15h": a length after "in" and its like."""
    hour = integer(scan, i, 0, 24)
    if hour is None or scan.keys[i + 1] != "h" or not scan.touches(i + 1):
        return None
    if scan.touches(i + 2) and scan.keys[i + 2][:1].isalnum():
        return None
    before, times = scan.keys[i - 1], scan.pack.times
    asked = before in times.at_words or (is_entry(scan) and i > 0 and before not in times.not_before_hours)
    return Read(At(None, Clock(hour)), i + 2, "time.clock") if asked else None


def _hour_minute(scan: Scan, i: int) -> Read | None:
    """At three twenty, at three twenty minutes; "at 3 15" where that is the whole text."""
    in_words = scan.keys[i].isalpha()
    hour = _loose_hour(scan, i) if in_words or is_entry(scan) else None
    if scan.keys[i - 1] not in scan.pack.times.at_words or hour is None or hour[0].minute is not None:
        return None
    minute = (number_in_words if in_words else whole_number)(scan, hour[1], 10, 59)
    end = 0 if minute is None else minute[1] + (scan.keys[minute[1]] == "minutes")
    if minute is None or hour[1] != i + 1 or scan.keys[end].isalpha():
        return None
    return Read(At(None, Clock(hour[0].hour, minute[0])), end, "time.clock")


# How words show that a number is an hour.
LOOSE_HOURS: tuple[Reader[ReadTime], ...] = (
    Reader("hour of a day", _hour_of_day, "It begins at 8 tonight."),
    Reader("about an hour", _about_hour, "We will be there 11ish."),
    Reader("letter of an hour", _hour_letter, "It begins at 15h."),
    Reader("hour and minutes", _hour_minute, "It begins at three twenty."),
)


def read_bare_hours(scan: Scan, i: int, simple: ReadTime) -> Read | None:
    """Two hours after "between" or "from", or in a text that is nothing but a time, where the words show they are such.

    A clock among them shows it ("between 9 and 10:30"), or, after "between" and in a text of times alone, a part of the
    day ("between 3 and 5 in the afternoon") or a day ("between 3 and 5 on Monday").
    """
    before = scan.keys[i - 1]
    if before not in scan.pack.times.span_openers and not is_entry(scan):
        return None
    span = _two_hours(scan, i)
    if span is None:
        return None
    hours, end, on_clock = span
    if before == "from" and not on_clock:
        return None
    half = half_in_words(scan, end)
    if half is not None:
        return Read(Stretch(*(in_half(at, half[0]) for at in hours)), half[1], "time.hours")
    day = _day_after(scan, end, simple)
    if day is not None:
        return Read(_on_day(hours, day.core), day.end, "time.hours", day.mod)
    is_certain = (on_clock and before == "between") or all(at.clock is not None and at.clock.minute for at in hours)
    return Read(Stretch(*hours), end, "time.hours") if is_certain else None


def read_hours_after_day(scan: Scan, j: int, day: Core) -> Read | None:
    """The two hours of "Monday from 10 to 4", "tonight between 8 and 10", where no noun follows that they may count."""
    if scan.keys[j - 1] not in scan.pack.times.span_openers and not is_entry(scan):
        return None
    if is_level(scan, j - 1):
        return None
    span = _two_hours(scan, j)
    if span is None or not ends_clause(scan, span[1]):
        return None
    return Read(_on_day(span[0], day), span[1], "time.hours")


def _two_hours(scan: Scan, i: int) -> tuple[tuple[At, At], int, bool] | None:
    """Both hours, the index after them, and whether one of them is on the clock ("10:30", "8am")."""
    first = _clock_hour(scan, i)
    if first is None:
        return None
    sign, j = scan.keys[first[1]], first[1] + 1
    joined = sign in scan.pack.times.to_words or (sign in DASHES and tight(scan, first[1]))
    if not joined and not (sign == "and" and scan.keys[i - 1] == "between"):
        return None
    last = _clock_hour(scan, j)
    if last is None or first[0] == last[0] or (first[0].half is None and last[0].half is not None):
        return None
    on_clock = any(clock.minute is not None or clock.half is not None for clock in (first[0], last[0]))
    return (At(None, first[0]), At(None, _later(first[0], last[0]))), last[1], on_clock


def _clock_hour(scan: Scan, i: int) -> tuple[Clock, int] | None:
    """The hour 5, 17:30, five or 0730."""
    digits = scan.keys[i]
    clock = read_clock(scan, i) if digits[:1].isdecimal() else None
    if clock is not None and isinstance(clock.core, At) and clock.core.clock is not None:
        return clock.core.clock, clock.end
    if len(digits) == 4 and digits.startswith("0") and digits.isdecimal() and int(digits[2:]) < 60:
        return Clock(int(digits[:2]), int(digits[2:])), i + 1
    hour = integer(scan, i, 1, 12) if len(digits) < 3 else None
    return _spoken_hour(scan, i) if hour is None else (Clock(hour), i + 1)


def _spoken_hour(scan: Scan, i: int) -> tuple[Clock, int] | None:
    """The hour two, two thirty."""
    hour = number_in_words(scan, i, 1, 12)
    if hour is None or hour[1] != i + 1:
        return None
    minute = number_in_words(scan, i + 1, 10, 59)
    return (Clock(hour[0]), i + 1) if minute is None else (Clock(hour[0], minute[0]), minute[1])


def _later(first: Clock, last: Clock) -> Clock:
    """From ten to four ends in the afternoon: no day runs backwards."""
    untold = first.half is None and last.half is None
    return replace(last, half="p") if untold and last.hour < first.hour <= 12 else last


def _day_after(scan: Scan, j: int, simple: ReadTime) -> Read | None:
    """The day, or part of one, that follows the hours."""
    j = skip(scan, skip(scan, j, (",",)), ("on",))
    day = simple(scan, j)
    if day is None or isinstance(day.core, Length):
        return None
    day = date_of_weekday(scan, day, simple) or day
    if isinstance(day.core, At):
        return day if day.core.clock is None and day.core.day is not None else None
    part = scan.pack.times.dayparts.get(scan.keys[day.end])
    if level(day.core) != DAY_LEVEL:
        return None
    return day if part is None else day._replace(core=At(day.core, None, part), end=day.end + 1)


def _on_day(hours: tuple[At, At], day: Core) -> Stretch:
    """The hours on a day, or in the part of a day, which tells the half they lie in."""
    if isinstance(day, At):
        first, last = (in_half(at, half_of(day.daypart)) for at in hours)
        return Stretch(replace(first, day=day.day), replace(last, day=day.day))
    return Stretch(replace(hours[0], day=day), replace(hours[1], day=day))


def read_bare_hour(scan: Scan, j: int) -> Read | None:
    """Such as the 5 of "tomorrow at 5", "tonight at five"."""
    if scan.keys[j - 1] not in scan.pack.times.at_words | scan.pack.times.about_words:
        return None
    word = scan.pack.numerals.cardinals.get(scan.keys[j])
    hour = int(word) if word is not None and 1 <= word <= 12 and ends_clause(scan, j + 1) else integer(scan, j, 1, 12)
    following = scan.keys[j + 1]
    if hour is None or following.isalpha() or (following and scan.touches(j + 1) and following not in ".,;!?"):
        return None
    return Read(At(None, Clock(hour)), j + 1, "time.clock")
