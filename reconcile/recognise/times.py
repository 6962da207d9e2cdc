"""Times: dates, clock times, durations and sets, read from a token onward; resolving them is the calendar's work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from string import digits

from reconcile.model.mention import Kind, Mention, Timex, TimexType
from reconcile.model.span import Span
from reconcile.model.timeexpr import (
    Anchor,
    At,
    Core,
    Fields,
    Lean,
    Length,
    Nth,
    Offset,
    Recurrence,
    Reference,
    Selector,
    Stretch,
    TimeExpr,
    UnitAt,
    Until,
)
from reconcile.recognise.numerals import read_cardinal
from reconcile.recognise.scan import Scan
from reconcile.recognise.time_clock import (
    read_clock,
    read_daypart,
    read_hour_in_daypart,
    read_past_hour,
    read_spoken_clock,
)
from reconcile.recognise.time_codes import read_quarter_code, read_year_quarter
from reconcile.recognise.time_containers import read_season
from reconcile.recognise.time_context import lean
from reconcile.recognise.time_dates import (
    read_continued_day,
    read_day_month,
    read_month,
    read_weekday,
)
from reconcile.recognise.time_joins import join
from reconcile.recognise.time_lengths import read_length, read_plural, read_set
from reconcile.recognise.time_numeric import read_numeric_date
from reconcile.recognise.time_ranges import read_hours, read_years, year_of_span
from reconcile.recognise.time_reading import APOSTROPHES, DASHES, Read, capital, key, level, skip
from reconcile.recognise.time_spans import read_unit_offset
from reconcile.recognise.time_units import (
    read_fiscal,
    read_ordinal_unit,
    read_selected,
)
from reconcile.recognise.time_weekdays import read_counted_weekday
from reconcile.recognise.time_years import read_bare_decade, read_short_decade, read_year, spelled_year
from reconcile.rules.load import Pack

_FOR_LENGTHS = frozenset({"LESS_THAN", "MORE_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"})
_AHEAD = frozenset({Lean.FUTURE, Lean.ENTRY})
_BOUNDED = frozenset({TimexType.DATE, TimexType.TIME})
_PARTS = frozenset({"START", "MID", "END", "NONE"})


def time_starts(pack: Pack) -> frozenset[str]:
    """The keys at which a time may begin; keys that begin with a digit come in any case."""
    t, n = pack.times, pack.numerals
    words: list[Iterable[str]] = [
        t.months, t.weekdays, t.units, t.seasons, t.dayparts, t.clocks, t.selectors.firsts(), t.moments.firsts(),
        t.references.firsts(), t.adjectives, t.modifiers.firsts(), t.vague.firsts(), t.every, t.sets, t.fiscal,
        t.holidays.firsts(), n.cardinals, n.ordinals, t.eras, APOSTROPHES, ("q", "h", "fy", "a", "an"),
    ]  # fmt: skip
    return frozenset(word for group in words for word in group) - frozenset(digits)


def read_time(scan: Scan, i: int) -> Mention | None:
    """The time that begins at token `i`, with its modifier, unresolved; None where there is none."""
    if not _may_begin(scan, i):
        return None
    if key(scan, i) in scan.pack.times.never and scan.pack.times.never.match(scan.tokens, i):
        return None
    read = _modified(scan, i) or _time(scan, i)
    return None if read is None or _is_title(scan, i, read) else _mention(scan, i, read)


def _is_title(scan: Scan, i: int, read: Read) -> bool:
    """Whether a quotation opens with a unit in capitals, which names a programme ("This Week", "Sixty Minutes")."""
    last = read.end - 1
    if key(scan, i - 1) not in _OPENING or not isinstance(read.core, UnitAt | Length) or last == i:
        return False
    return key(scan, last) in scan.pack.times.units and capital(scan, last) and not scan.word(last).isupper()


_OPENING = frozenset("\"“'‘`") | {"''", "``"}


def _may_begin(scan: Scan, i: int) -> bool:
    """A cheap look at the next token: most articles and apostrophes begin no time."""
    word = scan.keys[i]
    if i and word in scan.pack.times.dayparts and scan.keys[i - 1] in scan.pack.times.greetings:
        return False
    if word in APOSTROPHES:
        return scan.keys[i + 1][:1].isdecimal()
    if word not in _ARTICLES:
        return True
    following, numerals = scan.keys[i + 1], scan.pack.numerals
    known = following in scan.pack.times.after_article or following in numerals.ordinals
    return known or following in numerals.cardinals or following[:1].isdecimal()


_ARTICLES = frozenset({"the", "a", "an"})


def _mention(scan: Scan, i: int, read: Read) -> Mention:
    tokens = scan.tokens
    span = Span(tokens.starts[i], tokens.ends[read.end - 1])
    kind = timex_type(read.core)
    owned = key(scan, read.end) in APOSTROPHES and scan.touches(read.end)
    leaning = Lean.NONE if owned else lean(scan, i, read.end)
    if (
        isinstance(read.core, Length)
        and key(scan, i - 1) == "in"
        and leaning in _AHEAD
        and read.mod in (None, "APPROX")
    ):
        read = read._replace(core=Offset(read.core, 1, Anchor.PUBLICATION), rule="time.offset")
        kind = timex_type(read.core)
    core = read.core
    if isinstance(core, Fields) and core.day and core.month and not core.year and key(scan, i - 1) == "ended":
        read = read._replace(core=replace(core, selector=Selector(Anchor.PUBLICATION, -1)))
    mod = read.mod if read.mod != "NONE" else None
    bound = None if mod or owned or kind not in _BOUNDED else scan.pack.times.bounds.get(key(scan, i - 1))
    expr = TimeExpr(read.core, leaning, read.other)
    mod = bound or mod
    return Mention(
        span=span,
        quote=tokens.text[span.start : span.end],
        kind=Kind.DURATION if kind is TimexType.DURATION else Kind.DATE,
        rule=read.rule,
        timex=Timex(kind, None, mod=mod, expr=expr),
    )


def timex_type(core: Core) -> TimexType:
    """The TIMEX3 type of a time."""
    match core:
        case Length() | Until():
            return TimexType.DURATION
        case Recurrence():
            return TimexType.SET
        case At() | Stretch(first=At()):
            return TimexType.TIME
        case Offset() if level(core) == 0:
            return TimexType.TIME
        case _:
            return TimexType.DATE


def _modified(scan: Scan, i: int) -> Read | None:
    """A modifier ("early", "the end of", "more than") and the time it modifies."""
    if key(scan, i) not in scan.pack.times.modifiers:
        return None
    found = scan.pack.times.modifiers.match(scan.tokens, i)
    if found is None:
        return None
    mod, j = found[0], skip(scan, found[1], DASHES)
    inner = _time(scan, j) if j < len(scan.tokens) else None
    if inner is None:
        return None
    counted = isinstance(inner.core, Length) or (isinstance(inner.core, Offset) and inner.core.start is None)
    if counted == (mod in _PARTS):
        return None
    if mod == "APPROX" and not counted and key(scan, i) == "some":
        return None
    return inner._replace(mod=inner.mod or mod)


def _time(scan: Scan, i: int) -> Read | None:
    read = atom(scan, i)
    return None if read is None else year_of_span(scan, join(scan, read, atom))


def atom(scan: Scan, i: int) -> Read | None:
    """The longest simple time at token `i`."""
    word = key(scan, i)
    if word[:1].isdigit():
        return _digits(scan, i)
    return _phrase(scan, i, word) or _word(scan, i, word)


def _digits(scan: Scan, i: int) -> Read | None:
    if scan.touches(i) and key(scan, i - 1).isalpha():
        return None
    return (
        read_numeric_date(scan, i)
        or read_clock(scan, i)
        or read_hours(scan, i)
        or read_past_hour(scan, i)
        or read_day_month(scan, i)
        or read_continued_day(scan, i)
        or read_counted_weekday(scan, i)
        or read_hour_in_daypart(scan, i)
        or read_ordinal_unit(scan, i)
        or read_quarter_code(scan, i)
        or read_year_quarter(scan, i)
        or read_years(scan, i)
        or read_year(scan, i)
        or read_bare_decade(scan, i)
        or read_length(scan, i)
    )


def _phrase(scan: Scan, i: int, word: str) -> Read | None:
    """Fixed phrases first: they are the longest."""
    t = scan.pack.times
    found = t.moments.match(scan.tokens, i) if word in t.moments else None
    if found is not None:
        day = UnitAt(found[0].unit, Selector(Anchor.PUBLICATION, found[0].step))
        part = found[0].daypart
        return Read(day if part is None else At(day, None, part), found[1], "time.moment")
    holiday = (
        t.holidays.match(scan.tokens, i) if word in t.holidays and (capital(scan, i) or word not in t.wary) else None
    )
    if holiday is not None:
        return Read(Fields(holiday=holiday[0]), holiday[1], "time.holiday")
    reference = t.references.match(scan.tokens, i) if word in t.references else None
    selected = read_selected(scan, i) if word in t.selectors else None
    if reference is None or (selected is not None and reference[1] < selected.end):
        return selected
    if reference[0] == "FUTURE_REF" and reference[1] == i + 1 and lean(scan, i, i + 1) is not Lean.FUTURE:
        return None
    return Read(Reference(reference[0]), reference[1], "time.reference")


def _word(scan: Scan, i: int, word: str) -> Read | None:
    t, n = scan.pack.times, scan.pack.numerals
    if word in t.months:
        return read_month(scan, i)
    if word in t.weekdays:
        return read_weekday(scan, i)
    if word in n.ordinals or word in n.cardinals:
        return _number_word(scan, i)
    if word in t.every or word in t.sets:
        return read_set(scan, i)
    if word in t.seasons:
        return read_season(scan, i)
    if word in t.clocks or word in ("half", "a", "an", "quarter"):
        return _clock_word(scan, i, word)
    if word in t.fiscal or word == "fy":
        return read_fiscal(scan, i)
    if word in ("q", "h"):
        return read_quarter_code(scan, i)
    return _rare_word(scan, i, word)


def _number_word(scan: Scan, i: int) -> Read | None:
    return (
        read_ordinal_unit(scan, i)
        or _spelled_year(scan, i)
        or read_day_month(scan, i)
        or read_counted_weekday(scan, i)
        or read_spoken_clock(scan, i)
        or read_hour_in_daypart(scan, i)
        or read_length(scan, i)
    )


def _spelled_year(scan: Scan, i: int) -> Read | None:
    """Nineteen ninety-six, twenty seventeen; two thousand and ten where a word before asks for a year."""
    whole = read_cardinal(scan, i) if key(scan, i - 1) in ("in", "year", "since", "by") else None
    if whole is not None and 1900 <= whole.value <= 2100 and whole.value % 1 == 0 and not read_length(scan, i):
        return Read(Fields(year=int(whole.value)), whole.end, "time.year")
    found = spelled_year(scan, i)
    return None if found is None else Read(Fields(year=found[0]), found[1], "time.year")


def _clock_word(scan: Scan, i: int, word: str) -> Read | None:
    if word in ("a", "an"):
        j = i + 1
        inner = read_ordinal_unit(scan, j) if key(scan, j) in scan.pack.numerals.ordinals else read_unit_offset(scan, j)
        if inner is not None and not isinstance(inner.core, Nth):
            return inner
    return read_spoken_clock(scan, i) or read_length(scan, i)


def _rare_word(scan: Scan, i: int, word: str) -> Read | None:
    t = scan.pack.times
    if word in t.dayparts:
        return None if word.endswith("s") else read_daypart(scan, i)
    if word in t.adjectives:
        vague = read_length(scan, i) if word in t.vague else None
        return vague or Read(Reference(t.adjectives[word]), i + 1, "time.reference")
    if word in APOSTROPHES:
        return read_short_decade(scan, i)
    if word in t.units:
        return read_unit_offset(scan, i) or read_plural(scan, i)
    if word in t.vague:
        return read_length(scan, i) or (read_plural(scan, i) if word in t.units else None)
    return read_plural(scan, i) if word in t.units else None
