"""Weekday against date: the Gregorian calendar gives each date one day of the week.

"Tuesday, 5 March 2014" was a Wednesday. A date without its year is checked where it is so near the day of publication
that its year is beyond doubt, and its sentence speaks of no other year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.reconciler.verdicts.findings import make_finding
from reconcile.rules.load import Pack

CODE = "RC407"
_WORD = re.compile(r"[^\W\d_]+|\d+")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# A day without its year is of the year in which it is no farther from the day of publication.
NEAR = timedelta(days=31)
LEAP = (2, 29)
# A sentence of more words is likelier headings that were run together.
LONGEST = 60


def check(document: Document, claims: tuple[Claim, ...], pack: Pack) -> Iterator[Finding]:
    """One finding for each date that falls on another day than the one named with it."""
    whole = sorted((w for w in pack.times.weekdays if not w.endswith("s")), key=lambda word: (len(word), word))
    names = {pack.times.weekdays[word]: word for word in whole}
    for claim in claims:
        day, named = _day(claim, document, pack), _named_weekday(claim, pack)
        if day is not None and named is not None and day.weekday() != named:
            right = names[day.weekday()].capitalize()
            message, why = f"“{claim.quote}” was a {right}.", f"{day.isoformat()} falls on a {right}"
            yield make_finding(CODE, (claim,), message, why, pack.policy, "the weekday, the day or the year is wrong")


def _day(claim: Claim, document: Document, pack: Pack) -> date | None:
    """The one day a claim names, with its year or near the day of publication; None for any other time."""
    period = claim.period
    start = period.single_day if claim.kind is Kind.DATE and period is not None else None
    if start is None:
        return None
    written = _WORD.findall(claim.quote)
    if str(start.year) in written:
        return start
    published = document.source.published
    if published is None or not any(w.isdigit() for w in written) or _other_year(claim, document, pack):
        return None
    return next((d for d in _in_years(start, published.year) if abs(d - published) <= NEAR), None)


def _in_years(day: date, year: int) -> Iterator[date]:
    """The same day of the month in a year and those beside it; nothing for a leap day."""
    if (day.month, day.day) != LEAP:
        yield from (day.replace(year=y) for y in (year - 1, year, year + 1) if MINYEAR <= y <= MAXYEAR)


def _other_year(claim: Claim, document: Document, pack: Pack) -> bool:
    """Whether the sentence of a day speaks of another year, or may be headings of other days run together."""
    words = _WORD.findall(document.text[claim.sentence.start : claim.sentence.end].lower())
    return (
        len(words) > LONGEST
        or any(_YEAR.fullmatch(w) for w in words)
        or bool(frozenset(words) & pack.policy.cues["another_year"])
    )


def _named_weekday(claim: Claim, pack: Pack) -> int | None:
    """The number of the one weekday that a claim's words name."""
    found = {pack.times.weekdays[w] for w in _WORD.findall(claim.quote.lower()) if w in pack.times.weekdays}
    return found.pop() if len(found) == 1 else None
