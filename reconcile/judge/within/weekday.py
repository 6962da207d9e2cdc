"""Weekday against date: the Gregorian calendar gives each date one day of the week.

"Tuesday, 5 March 2014" was a Wednesday. Only dates written with their year are checked: without it, the weekday helps
to tell the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from reconcile.judge.within.alarm import alarm
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.period import Grain
from reconcile.rules.load import Pack

CODE = "RC407"
_WORD = re.compile(r"[^\W\d_]+|\d+")


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each date that falls on another day than the one named with it."""
    del documents
    whole = sorted((w for w in pack.times.weekdays if not w.endswith("s")), key=lambda word: (len(word), word))
    names = {pack.times.weekdays[word]: word for word in whole}
    for claim in claims:
        day, said = _day(claim), _said(claim, pack)
        if day is not None and said is not None and day.weekday() != said:
            right = names[day.weekday()].capitalize()
            message = f"“{claim.quote}” was a {right}."
            yield alarm(
                CODE,
                (claim,),
                message,
                f"{day.isoformat()} falls on a {right}",
                pack.policy,
                "the weekday, the day or the year is wrong",
            )


def _day(claim: Claim) -> date | None:
    """The one day a claim names with its year; None for any other time."""
    period = claim.period
    if claim.kind is not Kind.DATE or period is None or period.grain is not Grain.DAY or period.start is None:
        return None
    start = period.start.date() if isinstance(period.start, datetime) else period.start
    return start if str(start.year) in _WORD.findall(claim.quote) else None


def _said(claim: Claim, pack: Pack) -> int | None:
    """The number of the one weekday that a claim's words name."""
    found = {pack.times.weekdays[w] for w in _WORD.findall(claim.quote.lower()) if w in pack.times.weekdays}
    return found.pop() if len(found) == 1 else None
