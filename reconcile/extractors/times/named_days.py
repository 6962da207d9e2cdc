"""Times with a name: weekdays and feasts, today and tomorrow, past, present and future (TIMEX3).

Weekdays also beside other words: Tuesday the 19th, "May 4, Friday", Friday after next, three Sundays ago.
"""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors.times.calendar_units import read_selected
from reconcile.extractors.times.clock import read_spoken_clock
from reconcile.extractors.times.containers import ends_clause
from reconcile.extractors.times.reading import DASHES, Read, ReadTime, is_entry, ordinal_at, skip, whole_number
from reconcile.extractors.times.tense import lean
from reconcile.model.timeexpr import Anchor, At, Fields, Lean, Recurrence, Reference, Selector, Unit, UnitAt
from reconcile.text.scan import Scan

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
    k = skip(scan, skip(scan, i + 1, (".",)), (",",))
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
    j = skip(scan, skip(scan, read.end, (",",)), ("the",))
    inner = simple(scan, j)
    if inner is None or not isinstance(inner.core, Fields) or None in (inner.core.day, inner.core.month):
        return _numbered(scan, read, core, j) if scan.keys[read.end] != "," and core.selector is None else None
    return inner._replace(core=replace(inner.core, weekday=core.weekday))


def _numbered(scan: Scan, read: Read, core: Fields, j: int) -> Read | None:
    """The 19th of "Tuesday the 19th", "Friday the thirteenth": a number that no noun follows."""
    asked = scan.keys[j][:1].isdecimal() or scan.keys[j - 1] == "the"
    day = ordinal_at(scan, j, 31) if asked else None
    if day is None or not (ends_clause(scan, day[1]) or read_spoken_clock(scan, day[1])):
        return None
    return Read(replace(core, day=day[0]), day[1], "time.day", read.mod)


def weekday_of_date(scan: Scan, read: Read) -> Read | None:
    """Such as "May 4, Friday" and "4 May (Fri)", where no noun follows."""
    core = read.core
    if not isinstance(core, Fields) or None in (core.day, core.month) or core.weekday is not None:
        return None
    sign, last = scan.keys[read.end], read.end + 2
    weekday = scan.pack.times.weekdays.get(scan.keys[read.end + 1])
    if sign not in (",", "(") or weekday is None or not ends_clause(scan, last):
        return None
    closed = sign == "(" and scan.keys[last] == ")"
    return read._replace(core=replace(core, weekday=weekday), end=last + closed) if sign == "," or closed else None


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
    j = skip(scan, skip(scan, read.end, (",",)), ("on",))
    weekday = scan.pack.times.weekdays.get(scan.keys[j])
    short = scan.keys[j] in scan.pack.times.wary and not (scan.is_capital(j) and scan.keys[j + 1][:1].isdecimal())
    if weekday is None or short or scan.keys[j].endswith("days"):
        return None
    return Read(Fields(weekday=weekday, of=read.core), j + 1, "time.weekday")


def read_counted_weekday(scan: Scan, i: int) -> Read | None:
    """Two Thursdays ago, three Fridays from now: so many such days back or on."""
    times, number = scan.pack.times, whole_number(scan, i, 1, 20)
    weekday = None if number is None else times.weekdays.get(scan.keys[number[1]])
    side = None if number is None or weekday is None else times.offsets.match(scan.tokens, number[1] + 1)
    if number is None or side is None or side[0].anchor is not Anchor.PUBLICATION:
        return None
    selector = Selector(Anchor.PUBLICATION, number[0] * side[0].sign, soonest=True)
    return Read(Fields(weekday=weekday, selector=selector), side[1], "time.weekday")


def read_moment(scan: Scan, i: int) -> Read | None:
    """Today, last night, the day after tomorrow, EOM."""
    phrase = scan.pack.times.moments.match(scan.tokens, i)
    if phrase is None or (phrase[0].capitals and not scan.word(phrase[1] - 1).isupper()):
        return None
    day = UnitAt(phrase[0].unit, Selector(Anchor.PUBLICATION, phrase[0].step))
    part = phrase[0].daypart
    return Read(day if part is None else At(day, None, part), phrase[1], "time.moment", phrase[0].mod)


def read_holiday(scan: Scan, i: int) -> Read | None:
    """Christmas, Good Friday, Chinese New Year; a name that is also a word wants a capital."""
    if scan.keys[i] in scan.pack.times.wary and not scan.is_capital(i):
        return None
    phrase = scan.pack.times.holidays.match(scan.tokens, i)
    return None if phrase is None else Read(Fields(holiday=phrase[0]), phrase[1], "time.holiday")


def read_reference(scan: Scan, i: int) -> Read | None:
    """Now, recently, the near future, unless more is selected ("the past" of "the past year").

    One word that tells the future ("soon") does so only where its sentence looks ahead.
    """
    phrase = scan.pack.times.references.match(scan.tokens, i)
    if phrase is None:
        return None
    selected = read_selected(scan, i) if scan.keys[i] in scan.pack.times.selectors else None
    if selected is not None and phrase[1] < selected.end:
        return None
    if phrase[0] == "FUTURE_REF" and phrase[1] == i + 1 and lean(scan, i, i + 1) is not Lean.FUTURE:
        return None
    return Read(Reference(phrase[0]), phrase[1], "time.reference")


def read_adjective(scan: Scan, i: int) -> Read | None:
    """Current, recent: past or present, no more told."""
    value = scan.pack.times.adjectives.get(scan.keys[i])
    return None if value is None else Read(Reference(value), i + 1, "time.reference")


def read_some_day(scan: Scan, i: int) -> Read | None:
    """The "one day" of "will one day lead", which is no length but some day to come."""
    if scan.keys[i] == "one" and scan.keys[i + 1] == "day" and scan.keys[i - 1] in scan.pack.times.future:
        return Read(Reference("FUTURE_REF"), i + 2, "time.reference")
    return None
