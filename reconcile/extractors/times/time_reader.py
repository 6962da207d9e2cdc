"""Times: dates, clock times, durations and sets, read from a token onward; resolving them is the calendar's work."""

from __future__ import annotations

from string import digits

from reconcile.extractors.times.containers import ends_clause
from reconcile.extractors.times.dates import end_of
from reconcile.extractors.times.hours import read_bare_hours
from reconcile.extractors.times.joins import join
from reconcile.extractors.times.readers import openings_of_words, read_simple_time
from reconcile.extractors.times.reading import APOSTROPHES, DASHES, Read, level, skip
from reconcile.extractors.times.spans import read_begun, read_span_of_entry, year_of_span
from reconcile.extractors.times.tense import lean
from reconcile.model.mention import Kind, Mention, Timex, TimexType
from reconcile.model.span import Span
from reconcile.model.timeexpr import (
    Anchor,
    At,
    Core,
    Lean,
    Length,
    Offset,
    Recurrence,
    Selector,
    Stretch,
    TimeExpr,
    UnitAt,
    Until,
)
from reconcile.rules.load import Pack
from reconcile.text.scan import Scan

_AHEAD = frozenset({Lean.FUTURE, Lean.ENTRY})
_BOUNDED = frozenset({TimexType.DATE, TimexType.TIME})
_PARTS = frozenset({"START", "MID", "END", "NONE"})


def time_starts(pack: Pack) -> frozenset[str]:
    """The keys at which a time may begin; keys that begin with a digit come in any case."""
    words = pack.times.modifiers.firsts().union(openings_of_words(pack), pack.times.eras)
    return words - frozenset(digits)


def read_time(scan: Scan, i: int) -> Mention | None:
    """The time that begins at token `i`, with its modifier, unresolved; None where there is none."""
    if not _may_begin(scan, i):
        return None
    if scan.keys[i] in scan.pack.times.never and scan.pack.times.never.match(scan.tokens, i):
        return None
    read = _modified(scan, i) or _time(scan, i)
    return None if read is None or _is_title(scan, i, read) else time_mention(scan, i, read)


def _is_title(scan: Scan, i: int, read: Read) -> bool:
    """Whether a quotation opens with a unit in capitals, which names a programme ("This Week", "Sixty Minutes")."""
    last = read.end - 1
    if scan.keys[i - 1] not in _OPENING or not isinstance(read.core, UnitAt | Length) or last == i:
        return False
    if scan.keys[read.end] == "of" or scan.keys[read.end + 1] == "s":
        return False
    return scan.keys[last] in scan.pack.times.units and scan.is_capital(last) and not scan.word(last).isupper()


_OPENING = frozenset("\"“'‘`") | {"''", "``"}


def _may_begin(scan: Scan, i: int) -> bool:
    """A cheap look at the next token: most articles and apostrophes begin no time."""
    word = scan.keys[i]
    if i and word in scan.pack.times.dayparts and scan.keys[i - 1] in scan.pack.times.greetings:
        return False
    if word in APOSTROPHES:
        return scan.keys[i + 1][:1].isdecimal()
    if word not in scan.pack.times.articles:
        return True
    following, numerals = scan.keys[i + 1], scan.pack.numerals
    known = following in scan.pack.times.after_article or following in numerals.ordinals or following in numerals.scales
    return known or following in numerals.cardinals or following[:1].isdecimal()


def time_mention(scan: Scan, i: int, read: Read) -> Mention:
    """What was read at token `i` as a mention, with its modifier and the way its sentence leans."""
    tokens = scan.tokens
    span = Span(tokens.starts[i], tokens.ends[read.end - 1])
    owned = scan.keys[read.end] in APOSTROPHES and scan.touches(read.end)
    leaning = Lean.NONE if owned else lean(scan, i, read.end)
    counted = isinstance(read.core, Length) and scan.keys[i - 1] == "in" and leaning in _AHEAD
    if counted and isinstance(read.core, Length) and read.mod in (None, "APPROX"):
        read = read._replace(core=Offset(read.core, 1, Anchor.PUBLICATION), rule="time.offset")
    read = read._replace(core=end_of(scan, i - 1, read.core))
    kind = timex_type(read.core)
    mod = read.mod if read.mod != "NONE" else None
    if mod is None and not owned and kind in _BOUNDED:
        mod = scan.pack.times.bounds.get(scan.keys[i - 1])
    expr = TimeExpr(read.core, leaning, read.other)
    return Mention(
        span=span,
        quote=tokens.text[span.start : span.end],
        kind=Kind.DURATION if kind is TimexType.DURATION else Kind.DATE,
        rule=read.rule,
        timex=Timex(kind, None, mod=mod, expr=expr),
    )


def timex_type(core: Core) -> TimexType:
    """The type of a time (TIMEX3, TimeML 1.2.1): DATE, TIME, DURATION or SET."""
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
    if scan.keys[i] not in scan.pack.times.modifiers:
        return None
    modifier = scan.pack.times.modifiers.match(scan.tokens, i)
    if modifier is None:
        return None
    mod, j = modifier[0], skip(scan, modifier[1], DASHES)
    clock = scan.pack.times.clocks.get(scan.keys[i] + scan.keys[j])
    if clock is not None:  # midday and midnight in two words
        return join(scan, Read(At(None, clock), j + 1, "time.clock"), read_simple_time)
    inner = _time(scan, j) or _bare_unit(scan, j)
    if inner is None:
        return None
    counted = isinstance(inner.core, Length) or (isinstance(inner.core, Offset) and inner.core.start is None)
    if counted == (mod in _PARTS):
        return None
    if mod == "APPROX" and not counted and scan.keys[i] == "some":
        return None
    return inner._replace(mod=inner.mod or mod)


def _bare_unit(scan: Scan, j: int) -> Read | None:
    """The month of "by end of month", the year of "at the beginning of year"."""
    unit = scan.pack.times.units.get(scan.keys[j])
    if unit is None or scan.keys[j - 1] != "of" or unit not in scan.pack.times.parts or not ends_clause(scan, j + 1):
        return None
    return Read(UnitAt(unit, Selector(Anchor.PUBLICATION, 0)), j + 1, "time.unit")


def _time(scan: Scan, i: int) -> Read | None:
    read = read_bare_hours(scan, i, read_simple_time)
    if read is not None:
        return read
    read = read_simple_time(scan, i)
    if read is None:
        return None
    joined = read_begun(scan, i, read) or join(scan, read, read_simple_time)
    joined = read_begun(scan, i, joined) or joined
    return read_span_of_entry(scan, i, year_of_span(scan, joined), _time)
