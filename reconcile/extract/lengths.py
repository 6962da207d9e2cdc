"""Lengths of time as values: "a five-year plan" is five years, "nearly three months" at most three."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reconcile.model.interval import Interval
from reconcile.model.mention import Kind, Mention
from reconcile.model.timeexpr import Length
from reconcile.model.value import Value

BELOW = frozenset({"LESS_THAN", "EQUAL_OR_LESS"})
ABOVE = frozenset({"MORE_THAN", "EQUAL_OR_MORE"})
SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def with_length(mention: Mention) -> Mention:
    """A duration with its value in its largest unit; any other mention, and one that names no number, as it is."""
    timex = mention.timex
    if mention.kind is not Kind.DURATION or mention.value is not None or timex is None or timex.expr is None:
        return mention
    core = timex.expr.core
    if not isinstance(core, Length) or not core.parts:
        return mention
    unit = str(core.parts[0].unit)
    number = _in_first_unit(core)
    if number is None:
        return mention
    return replace(mention, value=_value(number, timex.mod), unit=unit, dimension=mention.dimension or "duration")


def _in_first_unit(length: Length) -> Decimal | None:
    """The sum of the parts in the unit of the first; None where they share no fixed measure."""
    first = length.parts[0]
    if len(length.parts) == 1:
        return first.number
    table = next((t for t in (SECONDS, MONTHS) if all(str(p.unit) in t for p in length.parts)), None)
    if table is None or any(p.number is None for p in length.parts):
        return None
    total = sum((p.number or 0) * table[str(p.unit)] for p in length.parts)
    return Decimal(total) / table[str(first.unit)]


def _value(number: Decimal, mod: str | None) -> Value:
    if mod in BELOW:
        return Value(Interval(None, number, low_open=False, high_open=mod == "LESS_THAN"))
    if mod in ABOVE:
        return Value(Interval(number, None, low_open=mod == "MORE_THAN", high_open=False))
    return Value.exact(number)
