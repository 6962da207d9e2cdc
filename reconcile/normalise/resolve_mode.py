"""News or history: whether dates without a year rest on the publication date or on the text before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reconcile.model.mention import Mention
from reconcile.model.timeexpr import Anchor, At, Core, Fields, UnitAt


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
