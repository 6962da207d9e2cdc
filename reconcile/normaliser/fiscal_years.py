"""Whose fiscal calendar a time is told in: the organisation named nearest.

Fiscal calendars: where a year of that number begins, which one holds a day, and how its parts are printed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from reconcile.model.document import Sentence
from reconcile.model.mention import Mention, Timex
from reconcile.model.names import Name
from reconcile.model.span import Span
from reconcile.model.timeexpr import Fields, Unit, UnitAt, Until
from reconcile.normaliser.calendar import Cell, between
from reconcile.normaliser.timex_values import Placed
from reconcile.rules.time_entries import FiscalYear
from reconcile.rules.times import TimeLexicon

# The calendar's own year, for whoever has no other.
CALENDAR_YEAR = FiscalYear((), 1)


def year_start(year: int, calendar: FiscalYear) -> date:
    """The first day of the fiscal year that bears the number `year`."""
    return date(year - calendar.lag, calendar.begins, 1)


def year_of(day: date, calendar: FiscalYear) -> int:
    """The number of the fiscal year in which a day lies."""
    return day.year - (day.month < calendar.begins) + calendar.lag


def fiscal_value(cell: Cell, basis: str, calendar: FiscalYear, entity: str) -> Placed:
    """A year, half or quarter of somebody's calendar, printed with that calendar's own numbers."""
    months = (cell.day.month - calendar.begins) % 12
    part = {Unit.HALF: f"-H{months // 6 + 1}", Unit.QUARTER: f"-Q{months // 3 + 1}"}.get(cell.unit, "")
    where = between(cell.start, cell.end, cell.unit)
    return Placed(
        f"{year_of(cell.day, calendar):04}{part}", where, f"{basis}, by the fiscal calendar of {entity}", cell
    )


_OWNERS = frozenset({"organisation", "unknown"})


def is_fiscal(timex: Timex) -> bool:
    """Whether a time is told in years or quarters of somebody's own calendar."""
    core = None if timex.expr is None else timex.expr.core
    core = core.end if isinstance(core, Until) else core
    return isinstance(core, Fields | UnitAt) and core.fiscal


def owners(
    mentions: Sequence[Mention], names: Sequence[Name], sentences: Sequence[Sentence], lexicon: TimeLexicon
) -> dict[int, str]:
    """The organisation whose calendar each fiscal time is told in, by where the time begins; absent where none is.

    In this order: the last named before the time in its sentence, the first after it there, the last named before.
    """
    known = [n for n in names if n.type in _OWNERS or n.id in lexicon.fiscal_years]
    firsts = [s.span.start for s in sentences]
    nearest: dict[int, str] = {}
    for mention in mentions:
        if mention.timex is not None and is_fiscal(mention.timex):
            at = bisect_right(firsts, mention.span.start) - 1
            name = _owner(mention.span, known, sentences[max(0, at)].span if sentences else mention.span)
            if name is not None:
                nearest[mention.span.start] = name.id
    return nearest


def _owner(time: Span, known: Sequence[Name], sentence: Span) -> Name | None:
    """The name that a time at `time` in `sentence` belongs to."""
    starts = [n.span.start for n in known]
    at, then = bisect_left(starts, time.start), bisect_left(starts, time.end)
    before = known[at - 1] if at else None
    after = known[then] if then < len(known) and starts[then] < sentence.end else None
    is_before_here = before is not None and before.span.start >= sentence.start
    return before if after is None or is_before_here else after
