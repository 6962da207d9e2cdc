"""A span of time told by its two ends, as a TIMEX3 range: (2017-03-04,2017-03-06,P2D)."""

from __future__ import annotations

from datetime import timedelta

from reconcile.model.period import Period
from reconcile.model.timeexpr import Unit
from reconcile.normalise.calendar import Cell, as_datetime, period
from reconcile.normalise.resolve_values import Placed

_MONTHS = {Unit.MONTH: (1, "M"), Unit.YEAR: (12, "Y")}
_DAY = timedelta(days=1)


def span_value(first: Placed, last: Placed) -> Placed:
    """Both ends by name, then the time from the one to the other; the period ends with the last.

    An hour ends the span on the point: "3 to 4 pm" is over at four. A clock before the first is one of the next day.
    """
    if first.cell is None or last.cell is None:
        return Placed(f"({first.value},{last.value},PX)", None, "nothing")
    a, b = first.cell, last.cell
    if b.start == a.start or as_datetime(b.start) < as_datetime(a.start):
        return _overnight(first, last)
    whole = period(b)
    end = b.start if a.unit in _CLOCK else whole.end
    edtf = f"{period(a).edtf}/{whole.edtf}"
    where = Period(a.start, end, edtf, period(a).grain)
    return Placed(f"({first.value},{last.value},{_length(a, b)})", where, first.basis, a)


_CLOCK = frozenset({Unit.HOUR, Unit.MINUTE, Unit.SECOND})


def _overnight(first: Placed, last: Placed) -> Placed:
    assert first.cell is not None
    assert last.cell is not None
    if first.cell.unit not in _CLOCK or last.cell.start == first.cell.start:
        return first
    later = as_datetime(last.cell.start) + _DAY
    shown = later.isoformat(timespec="minutes")
    return span_value(first, Placed(shown, None, last.basis, Cell(last.cell.unit, later)))


def _length(a: Cell, b: Cell) -> str:
    """From one start to the other, in the unit of the first."""
    if a.unit in _MONTHS:
        size, letter = _MONTHS[a.unit]
        months = (b.day.year - a.day.year) * 12 + b.day.month - a.day.month
        return f"P{months // size}{letter}"
    if a.unit not in _CLOCK:
        return f"P{(b.day - a.day).days}D"
    minutes = int((as_datetime(b.start) - as_datetime(a.start)).total_seconds()) // 60
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")
