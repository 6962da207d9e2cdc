"""One span of the clock told by its beginning and its length: from 10 am for three hours, for two hours from 2 pm."""

from __future__ import annotations

from dataclasses import replace

from reconcile.model.timeexpr import At, Clock, Length, Stretch, Unit
from reconcile.recognise.scan import Scan
from reconcile.recognise.time_clock import read_clock
from reconcile.recognise.time_lengths import read_length
from reconcile.recognise.time_reading import Read, integer, key
from reconcile.recognise.time_spans import ends_clause

_MINUTES = {Unit.HOUR: 60, Unit.MINUTE: 1}
_DAY = 24 * 60


def read_begun(scan: Scan, i: int, read: Read) -> Read | None:
    """The clock at token `i` with the length it opens, or the length with the clock from which it is counted."""
    if isinstance(read.core, At) and key(scan, i - 1) == "from" and key(scan, read.end) == "for":
        length = read_length(scan, read.end + 1)
        return None if length is None else _span(read.core, length.core, length.end)
    if not isinstance(read.core, Length) or key(scan, i - 1) != "for":
        return None
    j = read.end + (key(scan, read.end) == ",")
    if key(scan, j) not in ("from", "starting"):
        return None
    j += 1 + (key(scan, j + 1) in ("from", "at"))
    clock = read_clock(scan, j) or _bare(scan, j)
    return None if clock is None or not isinstance(clock.core, At) else _span(clock.core, read.core, clock.end)


def _bare(scan: Scan, j: int) -> Read | None:
    """The 9 of "for two hours from 9", which nothing follows that it may count."""
    hour = integer(scan, j, 1, 12)
    return Read(At(None, Clock(hour)), j + 1, "time.clock") if hour is not None and ends_clause(scan, j + 1) else None


def _span(first: At, length: object, end: int) -> Read | None:
    """From the clock so many minutes on; None for a length that is no whole number of minutes, or is a day and more."""
    if first.clock is None or not isinstance(length, Length):
        return None
    total = 0
    for part in length.parts:
        minutes = None if part.number is None else part.number * _MINUTES.get(part.unit, 0)
        if not minutes or minutes != int(minutes):
            return None
        total += int(minutes)
    if total >= _DAY:
        return None
    hour, minute = divmod((_minute(first.clock) + total) % _DAY, 60)
    last = replace(first.clock, hour=hour, minute=minute, half=None)
    return Read(Stretch(first, At(first.day, last)), end, "time.hours")


def _minute(clock: Clock) -> int:
    """Minutes since midnight."""
    hour = clock.hour % 12 + (12 if clock.half == "p" else 0) if clock.half else clock.hour
    return hour * 60 + (clock.minute or 0)
