"""The zone behind a clock: GMT, EST, UTC+3, local time, Eastern Standard Time, Lima time."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.times.reading import Read, integer, is_entry
from reconcile.model.timeexpr import At, Clock
from reconcile.text.scan import Scan

# The farthest that clocks are from Greenwich, in hours, and the most words of a place that has its own time.
_FARTHEST, _PLACE = 14, 2
# The most letters that stand for a zone ("AEST").
_LETTERS = 4
_SIGNS = {"+": "+", "-": "-", "−": "-"}
_GREENWICH = "Z"


def with_zone(scan: Scan, clock: Clock, j: int) -> Read:
    """A clock that ends before token `j`, with the zone that may stand there, in brackets or not."""
    opened = scan.keys[j] == "("
    found = zone_at(scan, j + opened)
    if found is not None:
        name, offset, end = found
        clock, j = replace(clock, zone=name, offset=offset), end + (opened and scan.keys[end] == ")")
    return Read(At(None, clock), j, "time.clock")


def zone_at(scan: Scan, j: int) -> tuple[str, str, int] | None:
    """The zone at token `j`: its name, its distance from Greenwich as far as known, and the index after it.

    Letters alone are a zone in capitals only ("EST"); one word is with a capital ("Eastern").
    """
    zones = scan.pack.times.zones
    k = j + (scan.keys[j] in scan.pack.times.before_zones and zones.match(scan.tokens, j + 1) is not None)
    known = zones.match(scan.tokens, k)
    if known is None:
        return _of_place(scan, j)
    offset, end = known
    if end == k + 1 and not _is_name(scan, k):
        return None
    if offset == _GREENWICH:
        offset, end = _shifted(scan, end) or (offset, end)
    return _written(scan, k, end), offset, end


def _written(scan: Scan, first: int, last: int) -> str:
    return scan.text[scan.starts[first] : scan.ends[last - 1]]


def _is_name(scan: Scan, k: int) -> bool:
    """Whether one word stands for a zone: letters in capitals ("EST"), or a capital that opens no name ("Eastern")."""
    if scan.word(k).isupper() or is_entry(scan):
        return True
    return scan.is_capital(k) and len(scan.keys[k]) > _LETTERS and not scan.is_capital(k + 1)


def _shifted(scan: Scan, j: int) -> tuple[str, int] | None:
    """The "+3" of "UTC+3", the "-04:30" of "GMT-04:30": so many hours ahead of Greenwich, or behind."""
    sign, hours = _SIGNS.get(scan.keys[j]), integer(scan, j + 1, 0, _FARTHEST)
    if sign is None or hours is None or not (scan.touches(j) and scan.touches(j + 1)):
        return None
    minutes = integer(scan, j + 3, 0, 59) if scan.keys[j + 2] == ":" and scan.touches(j + 2) else None
    return f"{sign}{hours:02}:{minutes or 0:02}", j + 2 if minutes is None else j + 4


def _of_place(scan: Scan, j: int) -> tuple[str, str, int] | None:
    """The time of a place, with capitals before "time": "Lima time", "New Delhi time"; how far off is not known."""
    for k in range(j, j + _PLACE + 1):
        if scan.keys[k] in scan.pack.times.after_places and k > j:
            return _written(scan, j, k + 1), "", k + 1
        if not scan.is_capital(k) or not scan.keys[k].isalpha() or scan.keys[k] in scan.pack.times.weekdays:
            return None
    return None
