"""Weekdays beside other words: Tuesday the 19th, "May 4, Friday", Friday after next, three Sundays ago."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.quantities.numerals import read_cardinal, read_ordinal
from reconcile.extractors.times.clock import read_spoken_clock
from reconcile.extractors.times.placed_units import ends_clause
from reconcile.extractors.times.reading import DASHES, Read, ReadTime, is_entry, skip
from reconcile.model.timeexpr import Anchor, Fields, Recurrence, Selector, Unit, UnitAt
from reconcile.text.scan import Scan

_COMMA = frozenset({","})
_POINT = frozenset(".")
_THE = frozenset({"the"})


# "Thurs" is short for one day, "Thursdays" are many: the longest short form, in characters.
_LONGEST_SHORT = 6


def read_weekday(scan: Scan, i: int) -> Read | None:
    """Friday; Fri., Fri (with a capital and not as a word of its own); "Friday, March 4" is joined later."""
    lexicon = scan.pack.times
    word = scan.keys[i]
    weekday = lexicon.weekdays.get(word)
    if weekday is None:
        return None
    end = i + 1
    if len(word) > _LONGEST_SHORT and word.endswith("s"):
        return Read(Recurrence(each=Fields(weekday=weekday)), end, "time.set")
    if word in lexicon.wary and not _wary_weekday(scan, i):
        return None
    return Read(Fields(weekday=weekday, selector=_after_first(scan, i)), end, "time.weekday")


def _after_first(scan: Scan, i: int) -> Selector | None:
    """The Friday of "Monday to Friday" is the first one after that Monday."""
    before = scan.keys[i - 1]
    runs_on = before in DASHES or before in scan.pack.times.through_words
    if not runs_on or scan.keys[i - 2] not in scan.pack.times.weekdays or is_entry(scan):
        return None
    return Selector(Anchor.TEXT, 1, soonest=True)


def _wary_weekday(scan: Scan, i: int) -> bool:
    """A short weekday that is also a word ("sun", "sat") needs a date, a clock or a part of the day beside it."""
    if is_entry(scan):
        return True
    k = skip(scan, skip(scan, i + 1, _POINT), _COMMA)
    following = scan.keys[k]
    lexicon = scan.pack.times
    has_cue = following.isdecimal() or following in lexicon.dayparts or following in lexicon.months
    has_cue = has_cue or (following == "at" and scan.is_capital(i) and scan.keys[k + 1][:1].isdecimal())
    selected = i > 0 and lexicon.selectors.match(scan.tokens, i - 1) is not None
    return has_cue or (selected and scan.keys[i - 1] not in lexicon.not_before_short_days)


def date_of_weekday(scan: Scan, read: Read, simple: ReadTime) -> Read | None:
    """Such as "Thursday, June 11", "this coming Monday, May the third", "Tuesday the 19th": one day told twice."""
    core = read.core
    if not isinstance(core, Fields) or core.weekday is None or core.day is not None:
        return None
    j = skip(scan, skip(scan, read.end, _COMMA), _THE)
    inner = simple(scan, j)
    day = inner.core if inner is not None else None
    if inner is None or not isinstance(day, Fields) or day.day is None or day.month is None:
        return _numbered(scan, read, j) if scan.keys[read.end] != "," and core.selector is None else None
    return inner._replace(core=replace(day, weekday=core.weekday))


def _numbered(scan: Scan, read: Read, j: int) -> Read | None:
    """The 19th of "Tuesday the 19th", "Friday the thirteenth": a number that no noun follows."""
    asked = scan.keys[j][:1].isdecimal() or scan.keys[j - 1] == "the"
    ordinal = read_ordinal(scan, j) if asked else None
    if ordinal is None or not 1 <= ordinal.value <= 31:
        return None
    if not ends_clause(scan, ordinal.end) and read_spoken_clock(scan, ordinal.end) is None:
        return None
    assert isinstance(read.core, Fields)
    return Read(replace(read.core, day=int(ordinal.value)), ordinal.end, "time.day", read.mod)


def weekday_of_date(scan: Scan, read: Read) -> Read | None:
    """Such as "May 4, Friday" and "4 May (Fri)", where no noun follows."""
    core = read.core
    if not isinstance(core, Fields) or core.day is None or core.month is None or core.weekday is not None:
        return None
    sign = scan.keys[read.end]
    weekday = scan.pack.times.weekdays.get(scan.keys[read.end + 1]) if sign in (",", "(") else None
    if weekday is None or not ends_clause(scan, read.end + 2):
        return None
    closed = sign == "(" and scan.keys[read.end + 2] == ")"
    return (
        read._replace(core=replace(core, weekday=weekday), end=read.end + 2 + closed) if sign == "," or closed else None
    )


def after_next(scan: Scan, read: Read) -> Read | None:
    """Such as "Friday after next", "April after next": the second one to come."""
    if scan.keys[read.end] != "after" or scan.keys[read.end + 1] != "next" or not ends_clause(scan, read.end + 2):
        return None
    core = read.core
    if not isinstance(core, Fields) or (core.day, core.year, core.selector, core.of) != (None, None, None, None):
        return None
    selector = Selector(Anchor.PUBLICATION, 2, soonest=True)
    return read._replace(core=replace(core, selector=selector), end=read.end + 2)


def day_of_week(scan: Scan, read: Read) -> Read | None:
    """Such as "next week on Tuesday", "this week, Friday": the day of a week told before it."""
    if not isinstance(read.core, UnitAt) or read.core.unit is not Unit.WEEK:
        return None
    j = skip(scan, skip(scan, read.end, _COMMA), _ON)
    weekday = scan.pack.times.weekdays.get(scan.keys[j])
    short = scan.keys[j] in scan.pack.times.wary and not (scan.is_capital(j) and scan.keys[j + 1][:1].isdecimal())
    if weekday is None or short or scan.keys[j].endswith("days"):
        return None
    return Read(Fields(weekday=weekday, of=read.core), j + 1, "time.weekday")


_ON = frozenset({"on"})


def read_counted_weekday(scan: Scan, i: int) -> Read | None:
    """Two Thursdays ago, three Fridays from now: so many such days back or on."""
    number = read_cardinal(scan, i)
    if number is None or not 1 <= number.value <= 20 or number.value % 1:
        return None
    weekday = scan.pack.times.weekdays.get(scan.keys[number.end])
    side = scan.pack.times.offsets.match(scan.tokens, number.end + 1) if weekday is not None else None
    if side is None or side[0].anchor is not Anchor.PUBLICATION:
        return None
    step = int(number.value) * side[0].sign
    return Read(
        Fields(weekday=weekday, selector=Selector(Anchor.PUBLICATION, step, soonest=True)), side[1], "time.weekday"
    )
