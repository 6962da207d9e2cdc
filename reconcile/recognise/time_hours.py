"""Hours that the words around them, or a text of nothing but times, tell as such: 8 tonight, 11ish, at three twenty."""

from __future__ import annotations

from dataclasses import replace

from reconcile.model.timeexpr import Anchor, At, Clock, Selector, Unit, UnitAt
from reconcile.recognise.numerals import read_cardinal
from reconcile.recognise.scan import Scan
from reconcile.recognise.time_context import is_entry
from reconcile.recognise.time_reading import Read, integer, key

_ASKS = frozenset({"at", "@"})
_ABOUT = frozenset({"at", "@", "around", "about", "approximately"})
_FOLLOWS = frozenset({"ish", "h", ",", "in", "this"})
_LENGTHS = frozenset({"in", "for", "last", "next", "past", "within", "every"})


def read_loose_hour(scan: Scan, i: int) -> Read | None:
    """An hour of which only the words around it tell that it is one."""
    following = key(scan, i + 1)
    beside = key(scan, i - 1) in _ABOUT or following in _FOLLOWS or following in scan.pack.times.moments
    if not beside and not is_entry(scan):
        return None
    return _hour_of_day(scan, i) or _about_hour(scan, i) or _hour_letter(scan, i) or _hour_minute(scan, i)


def _hour(scan: Scan, i: int) -> tuple[Clock, int] | None:
    """An hour from 1 to 12, or hour and minutes in one run of digits ("730")."""
    joined = integer(scan, i, 100, 1259) if len(key(scan, i)) in (3, 4) else None
    if joined is not None:
        return (Clock(joined // 100, joined % 100), i + 1) if joined % 100 < 60 else None
    number = read_cardinal(scan, i) if len(key(scan, i)) < 3 or key(scan, i).isalpha() else None
    if number is None or not 1 <= number.value <= 12 or number.value % 1:
        return None
    return Clock(int(number.value)), number.end


def _hour_of_day(scan: Scan, i: int) -> Read | None:
    """8 tonight, "9 tomorrow morning", "730 in the evening": after "at", before a comma, or as the whole text."""
    found = _hour(scan, i)
    if found is None:
        return None
    clock, j = found
    asked = key(scan, i - 1) in _ASKS or is_entry(scan)
    comma = key(scan, j) == ","
    day = _day_and_part(scan, j + comma) if asked or comma else None
    if day is None:
        return None
    half = None if day[1] is None else "a" if day[1] == "MO" else "p"
    return Read(At(day[0], replace(clock, half=half)), day[2], "time.clock")


def _day_and_part(scan: Scan, j: int) -> tuple[UnitAt | None, str | None, int] | None:
    """The day, part of it and end of "tonight", "tomorrow evening", "this morning", "in the evening"."""
    times = scan.pack.times
    moment = times.moments.match(scan.tokens, j) if key(scan, j) in times.moments else None
    if moment is not None and moment[0].unit is Unit.DAY:
        part = moment[0].daypart or times.dayparts.get(key(scan, moment[1]))
        end = moment[1] + (part is not None and moment[0].daypart is None)
        return UnitAt(Unit.DAY, Selector(Anchor.PUBLICATION, moment[0].step)), part, end
    if key(scan, j) == "this" and key(scan, j + 1) in times.dayparts:
        return UnitAt(Unit.DAY, Selector(Anchor.PUBLICATION, 0)), times.dayparts[key(scan, j + 1)], j + 2
    if key(scan, j) == "in" and key(scan, j + 1) == "the" and key(scan, j + 2) in times.dayparts:
        return None, times.dayparts[key(scan, j + 2)], j + 3
    return None


def _about_hour(scan: Scan, i: int) -> Read | None:
    """11ish, 3ish pm; "around 1030" where that is the whole text."""
    found = _hour(scan, i) if key(scan, i)[:1].isdecimal() else None
    if found is None:
        return None
    clock, j = found
    if key(scan, j) == "ish" and scan.touches(j):
        half = scan.pack.times.halves.match(scan.tokens, j + 1)
        end = j + 1 if half is None else half[1]
        return Read(At(None, replace(clock, half=half[0] if half else None)), end, "time.clock", "APPROX")
    whole = j >= scan.n and clock.minute is not None and key(scan, i - 1) in _ABOUT and is_entry(scan)
    return Read(At(None, clock), j, "time.clock") if whole else None


def _hour_letter(scan: Scan, i: int) -> Read | None:
    """The 15h of "at 15h", "Friday 15h": a length after "in" and its like."""
    hour = integer(scan, i, 0, 24)
    if hour is None or key(scan, i + 1) != "h" or not scan.touches(i + 1):
        return None
    if scan.touches(i + 2) and key(scan, i + 2)[:1].isalnum():
        return None
    asked = key(scan, i - 1) in _ASKS or (is_entry(scan) and i > 0 and key(scan, i - 1) not in _LENGTHS)
    return Read(At(None, Clock(hour)), i + 2, "time.clock") if asked else None


def _hour_minute(scan: Scan, i: int) -> Read | None:
    """At three twenty, at three twenty minutes; "at 3 15" where that is the whole text."""
    if key(scan, i - 1) not in _ASKS or not (key(scan, i).isalpha() or is_entry(scan)):
        return None
    hour, minute = _hour(scan, i), integer(scan, i + 1, 10, 59)
    if hour is None or hour[0].minute is not None:
        return None
    end = i + 2
    if key(scan, i).isalpha():
        number = read_cardinal(scan, hour[1]) if key(scan, hour[1]) in scan.pack.numerals.cardinals else None
        if hour[1] != i + 1 or number is None or not 10 <= number.value <= 59:
            return None
        minute, end = int(number.value), number.end
    end += key(scan, end) == "minutes"
    if minute is None or key(scan, end).isalpha():
        return None
    return Read(At(None, Clock(hour[0].hour, minute)), end, "time.clock")
