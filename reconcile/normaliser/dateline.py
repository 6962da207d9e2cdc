"""When an article says it was written: its dateline ("BEIJING, Nov 28 (Reuters) -") or a date line near its top."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from reconcile.model.mention import Mention
from reconcile.model.span import Span
from reconcile.model.timeexpr import Fields

# How much of a text counts as its top, in code points, and how many words a date line may hold beside its date.
HEAD = 1500
SPARE = 3

# The longest title that a date line can run on from, and the longest last word of one, in code points.
TITLE = 150
WORD = 40
_LAST_WORD = re.compile(r"([^\W\d_]++) $")
_CAPITAL = re.compile(r" (?:[A-Z][a-z]|(?:A|I) )")
_AGENCY = re.compile(r"\(([^()\n]{2,40}+)\)")
_DASH = re.compile(r"\s*+(?:--|[-–—_:])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, when and through whom a story was filed; what is not said is None. `span` covers all of it."""

    span: Span
    place: str | None
    agency: str | None
    day: Mention | None


@dataclass(frozen=True, slots=True)
class Publication:
    """The day an article gives itself, where it says so, and how: `date line` or `dateline`."""

    day: date
    span: Span
    how: str


def find_publication_date(
    text: str, mentions: Sequence[Mention], lead_ins: Container[str] = frozenset()
) -> Publication | None:
    """The day of the first date line or complete dateline near the top; None where there is none.

    A dateline without a year takes the year of a full date in the head if one stands there; it is never guessed.
    `lead_ins` are the words that make a date part of a sentence ("on", "since"); without them no date is taken for
    a date line that lost its line breaks.
    """
    top = [m for m in mentions if m.span.end <= HEAD and _fields(m) is not None]
    for mention in top:
        day = _full_day(mention)
        if day is not None and _alone(text, mention.span):
            return Publication(day, mention.span, "date line")
    line = read_dateline(text, top)
    if line is None or line.day is None:
        return _run_in(text, top, lead_ins)
    full_day = _full_day(line.day) or _with_year_of(line.day, top)
    return None if full_day is None else Publication(full_day, line.day.span, "dateline")


def dateline_day(text: str, mentions: Sequence[Mention]) -> Span | None:
    """Where a dateline near the top has its day, with a year or without."""
    line = read_dateline(text, [m for m in mentions if m.span.end <= HEAD and _fields(m) is not None])
    return line.day.span if line is not None and line.day is not None else None


def read_dateline(text: str, mentions: Sequence[Mention]) -> Dateline | None:
    """The first dateline among the first lines of a text: a place in capitals, then date, agency and a dash.

    A line that opens with its date needs an agency: "May 4, 2031 (Northwire) -".
    """
    at = 0
    for line in text[:HEAD].splitlines(keepends=True):
        dateline = _dateline_at(text, at, mentions)
        if dateline is not None:
            return dateline
        at += len(line)
    return None


def _dateline_at(text: str, at: int, mentions: Sequence[Mention]) -> Dateline | None:
    """The dateline that the line at offset `at` opens with, if it does."""
    start = at + len(text[at : at + _DAY_WITHIN]) - len(text[at : at + _DAY_WITHIN].lstrip())
    day = _day_from(text, start, mentions)
    place_end = day.span.start if day is not None else text.find("(", start, start + _PLACE)
    place = text[start:place_end].strip(" ,.") if place_end > start else ""
    opens = day is not None and day.span.start == start
    if not opens and not _is_place(place):
        return None
    end = day.span.end if day is not None else place_end
    while text[end : end + 1] in (" ", ","):
        end += 1
    agency = _AGENCY.match(text, end)
    dash = _DASH.match(text, end if agency is None else agency.end())
    if dash is None or (agency is None and (day is None or opens)):
        return None
    return Dateline(Span(start, dash.end()), place or None, None if agency is None else agency[1], day)


# How far from the start of its line a dateline has its day, and the longest place of one, in characters.
_DAY_WITHIN, _PLACE = 80, 60
# The most words of a place before its comma.
_PLACE_WORDS = 4


def _day_from(text: str, start: int, mentions: Sequence[Mention]) -> Mention | None:
    """The first date near `start` on the same line."""
    near = (m for m in mentions if start <= m.span.start <= start + _DAY_WITHIN)
    return next((m for m in near if "\n" not in text[start : m.span.end]), None)


def _is_place(place: str) -> bool:
    """A place of a dateline begins with a word wholly in capitals ("BEIJING", "SAN FRANCISCO, Calif.")."""
    first = place.split(",")[0].split()
    short = 1 <= len(first) <= _PLACE_WORDS and len(place) <= _PLACE
    return short and all(w.isupper() and len(w) > 1 for w in first)


def _run_in(text: str, mentions: Sequence[Mention], lead_ins: Container[str]) -> Publication | None:
    """A date line whose line breaks were lost: "Mill burns down May 04, 2016 The old mill burnt down".

    A full date in the first lines that no word leads into, right before a word that begins a sentence.
    """
    for mention in mentions if lead_ins else ():
        before, after = (
            _LAST_WORD.search(text, max(0, mention.span.start - WORD), mention.span.start),
            _CAPITAL.match(text, mention.span.end),
        )
        line = text.rfind("\n", 0, mention.span.start) + 1
        title = before is not None and before.start() > line and before[1].casefold() not in lead_ins
        day = _full_day(mention)
        if title and after is not None and day is not None and mention.span.start - line <= TITLE:
            return Publication(day, mention.span, "date line")
    return None


def _fields(mention: Mention) -> Fields | None:
    expr = None if mention.timex is None else mention.timex.expr
    core = None if expr is None or expr.other is not None else expr.core
    return core if isinstance(core, Fields) and core.month is not None and core.day is not None else None


def _full_day(mention: Mention) -> date | None:
    core = _fields(mention)
    if core is None or core.year is None or core.bc or core.month is None or core.day is None:
        return None
    return _day(core.year, core.month, core.day)


def _with_year_of(mention: Mention, others: Sequence[Mention]) -> date | None:
    core = _fields(mention)
    years = {f.year for f in map(_fields, others) if f is not None and f.year is not None}
    if core is None or core.month is None or core.day is None or len(years) != 1:
        return None
    return _day(years.pop(), core.month, core.day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _alone(text: str, span: Span) -> bool:
    """Whether little else than the date stands on its line."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    rest = text[start : span.start] + " " + text[span.end : len(text) if end < 0 else end]
    if end < 0 and start == 0:
        return False
    return len(re.findall(r"[^\W\d_]{2,}+", rest)) <= SPARE
