"""Times onto the calendar: a function of the text's own times and the publication date, never of the clock.

`resolve` goes through the mentions in order. What the text says in full is `stated`; what is counted from the day of
publication rests on the `publication date`; "two days later" and, in a history, "May 4" rest on the `text before`.

News or history: whether dates without a year rest on the publication date or on the text before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from reconcile.model.mention import Mention, Reading, Timex
from reconcile.model.timeexpr import Anchor, At, Core, Fields, Lean, Unit, UnitAt
from reconcile.normaliser.calendar import SUBDAY, part
from reconcile.normaliser.time_spans import ends_value
from reconcile.normaliser.time_walk import Walk
from reconcile.normaliser.timex_values import Placed
from reconcile.rules.times import TimeLexicon


def is_narrative(mentions: Iterable[Mention], published: date | None) -> bool:
    """Whether yearless dates rest on the text before: there is no publication date, or the text is a history.

    A history names at least four years that lie two years or more back, and three times as many as it has words that
    count from the day of publication ("yesterday", "Friday", "last week").
    """
    if published is None:
        return True
    years = deictic = 0
    for mention in mentions:
        core = mention.timex.expr.core if mention.timex is not None and mention.timex.expr is not None else None
        if isinstance(core, Fields) and core.year is not None:
            years += core.bc or core.year <= published.year - 2
        elif _is_deictic(core):
            deictic += 1
    return years >= 4 and years >= 3 * deictic


def _is_deictic(core: Core | None) -> bool:
    if isinstance(core, At):
        core = core.day
    if isinstance(core, UnitAt):
        return core.selector.anchor is Anchor.PUBLICATION
    return isinstance(core, Fields) and core.weekday is not None and core.day is None


_NOBODY: Mapping[int, str] = MappingProxyType({})


def resolve(
    mentions: Sequence[Mention],
    published: date | datetime | None,
    lexicon: TimeLexicon,
    *,
    country: str | None = None,
    owners: Mapping[int, str] = _NOBODY,
) -> tuple[Mention, ...]:
    """The same mentions with every time placed on the calendar as far as text and publication date allow.

    `owners` tells whose fiscal calendar a time is told in, by the offset at which the time begins.
    """
    day = published.date() if isinstance(published, datetime) else published
    walk = Walk(lexicon, day, is_narrative(mentions, day))
    return tuple(
        _resolved(m, walk, country, owners.get(m.span.start)) if m.timex is not None and m.timex.expr is not None else m
        for m in mentions
    )


def _resolved(mention: Mention, walk: Walk, country: str | None, entity: str | None) -> Mention:
    walk.entity = entity
    timex = mention.timex
    assert timex is not None
    assert timex.expr is not None
    first, second = timex.expr.core, timex.expr.other
    if second is not None and country in walk.lexicon.day_first:
        first, second = second, None
    elif second is not None and country is not None:
        second = None
    placed = walk.place(first, timex.expr.lean)
    out = replace(mention, timex=_filled(timex, placed, walk))
    if second is None:
        return out
    other = _filled(timex, walk.place(second, timex.expr.lean, remember=False), walk)
    why = "the order of day and month is open"
    return replace(out, readings=(Reading(why, timex=out.timex), Reading(why, timex=other)))


def _filled(timex: Timex, placed: Placed, walk: Walk) -> Timex:
    if timex.mod in _PARTS and placed.cell is not None and placed.cell.unit not in _UNDIVIDED:
        some = part(placed.cell, timex.mod, walk.lexicon.parts.get(placed.cell.unit))
        entry = timex.expr is not None and timex.expr.lean is Lean.ENTRY
        placed = ends_value(some, placed.basis) if entry else placed._replace(period=some)
    where = placed.period
    named = None
    if where is not None and where.is_resolved and timex.mod in _BOUNDS:
        named, where = where, where.bounded(timex.mod)
    return replace(timex, value=placed.value, period=where, basis=placed.basis, named=named)


_UNDIVIDED = SUBDAY | {Unit.DAY, Unit.NIGHT}
_PARTS = frozenset({"START", "MID", "END"})
_BOUNDS = frozenset({"ON_OR_AFTER", "ON_OR_BEFORE", "AFTER", "BEFORE"})
