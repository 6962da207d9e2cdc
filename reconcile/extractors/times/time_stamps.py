"""Time stamps: the time of day at the head of each entry of a live blog ("2140 The minister has arrived")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from reconcile.extractors.quantities import non_quantities
from reconcile.extractors.times.reading import Read
from reconcile.extractors.times.spans import minute_of_day
from reconcile.extractors.times.time_reader import read_time, time_mention
from reconcile.extractors.times.zones import with_zone
from reconcile.model.mention import Mention
from reconcile.model.timeexpr import At, Clock
from reconcile.text.scan import LEADING, Line, Scan, read_lines

STAMP = "time.stamp"
# Minutes of a day.
_DAY = 24 * 60
# The digits of "2140"; the most before the point of "21.40".
_DIGITS, _HOUR = 4, 2
# Bare digits at the head of a line are read as a year from the first of these to the last; news tells no later one.
_FIRST_YEAR, _LAST_YEAR = 1700, 2100
# Bare digits below this have a zero first, as no number has.
_FOUR_DIGITS = 1000
# Of a text whose digits could be years too, at least so many entries, and no more minutes from one to the next.
_SEVERAL, _NEAR = 3, 60
_SIGNS = frozenset(":-–—|•·])")
_QUOTES = frozenset("\"“'‘")


class Stamp(NamedTuple):
    """A time of day at the head of a line, `[first, end)` in tokens.

    `written` tells a form that only a clock has ("21:40", "9.15pm", "1405 GMT"), `number` the four bare digits, None
    for others. `alone` is a line with nothing else; after an `opened` one stands what no number has after it: a
    colon, a dash, a small word with a capital.
    """

    first: int
    end: int
    clock: Read
    minutes: int
    written: bool
    number: int | None
    alone: bool
    opened: bool


def read_stamps(scan: Scan) -> Mapping[int, tuple[Mention, int]]:
    """The stamps of a text as times of day, by their first token, each with the token after its last."""
    lines = read_lines(scan)
    stamps = [stamp for line in lines if (stamp := _stamp(scan, line)) is not None]
    if not stamps:
        return {}
    live = bool(scan.pack.non_quantities.live.firsts() & scan.tokens.vocabulary) and _is_live(scan)
    chronicle = any(_is_year_alone(scan, line) for line in lines)
    accepted = [s for run in _runs(stamps) for s in _accepted(run, live=live, chronicle=chronicle)]
    return {s.first: (time_mention(scan, s.first, s.clock._replace(rule=STAMP)), s.end) for s in accepted}


def _is_live(scan: Scan) -> bool:
    live = scan.pack.non_quantities.live
    return any(live.match(scan.tokens, i) for i in live.places(scan.tokens, 0, scan.n))


def _is_year_alone(scan: Scan, line: Line) -> bool:
    """Whether a line opens with four digits that are no time of day: "1789 The king ..."."""
    digits = scan.keys[line.first]
    if not (digits.isdecimal() and len(digits) == _DIGITS) or scan.touches(line.first + 1):
        return False
    return _clock(int(digits[:2]), digits[2:]) is None and not scan.word(line.first + 1)[:1].islower()


def _clock(hour: int, minute: str) -> Clock | None:
    return Clock(hour, int(minute)) if hour < 24 and int(minute) < 60 else None


def _stamp(scan: Scan, line: Line) -> Stamp | None:
    """What stands at the head of a line, where it has the form of a time of day."""
    i = line.first
    if not scan.keys[i][:1].isdecimal() or non_quantities.telephone(scan, i):
        return None
    digits = scan.keys[i]
    bare = digits.isdecimal() and len(digits) == _DIGITS
    time = read_time(scan, i)
    expr = None if time is None or time.rule != "time.clock" or time.timex is None else time.timex.expr
    if time is not None and expr is not None:
        read: Read | None = Read(expr.core, bisect_left(scan.ends, time.span.end, i) + 1, STAMP)
    else:
        read = _unwritten(scan, i, bare=bare)
    written = expr is not None
    return None if read is None else _placed(scan, line, read, int(digits) if bare else None, written=written)


def _unwritten(scan: Scan, i: int, *, bare: bool) -> Read | None:
    """The clock of "2140" and "21.40", which could be numbers as well, at the head of a line."""
    digits = scan.keys[i]
    hour, point, minute = (digits[:2], ".", digits[2:]) if bare else digits.partition(".")
    pointed = point and len(hour) == len(minute) == _HOUR and (hour + minute).isdecimal()
    clock = _clock(int(hour), minute) if pointed else None
    if clock is None or (scan.touches(i) and scan.before(i) not in LEADING):
        return None
    return with_zone(scan, clock, i + 1)


def _placed(scan: Scan, line: Line, read: Read, number: int | None, *, written: bool) -> Stamp | None:
    """A time of day with what follows it on its line; None where bare digits count what follows."""
    core, end = read.core, read.end
    if not isinstance(core, At) or core.clock is None:
        return None
    written = written or core.clock.zone is not None
    alone = end >= line.last or (end == line.last - 1 and scan.keys[end] in _SIGNS)
    signed = scan.keys[end] in _SIGNS and not scan.touches(end + 1)
    if not (written or alone or signed or _begins_text(scan, end)):
        return None
    opened = signed or (scan.is_capital(end) and scan.keys[end] in scan.pack.nouns.stops)
    return Stamp(line.first, end, read, minute_of_day(core.clock), written, number, alone, opened)


def _begins_text(scan: Scan, j: int) -> bool:
    """Whether a text of its own begins at token `j`, after a space: with a capital, a digit or a quotation."""
    word = scan.is_capital(j) or scan.keys[j][:1].isdecimal() or scan.keys[j] in _QUOTES
    return word and not scan.touches(j)


def _runs(stamps: list[Stamp]) -> Iterator[list[Stamp]]:
    """Stamps that follow each other in time, or go back in it, over midnight too."""
    run: list[Stamp] = []
    turn = 0
    for stamp in stamps:
        step = _step(run[-1], stamp) if run else 0
        if step and turn and (step > 0) != (turn > 0):
            yield run
            run, step = [], 0
        turn = turn if run and not step else step
        run.append(stamp)
    if run:
        yield run


def _step(before: Stamp, after: Stamp) -> int:
    """The minutes from one stamp to the next, the shorter way around the clock."""
    forward = (after.minutes - before.minutes) % _DAY
    return forward if forward <= _DAY // 2 else forward - _DAY


def _accepted(run: list[Stamp], *, live: bool, chronicle: bool) -> list[Stamp]:
    """The members of a run that are stamps beyond doubt: no years, no counts, no prices of a list."""
    sure = live and not chronicle
    if sure or (len(run) > 1 and any(s.written for s in run)):
        kept = _without_years(run)
        return kept if live or len(kept) > 1 else []
    return _accepted_numbers([s for s in run if not (s.alone or s.written)], chronicle=chronicle)


def _without_years(run: list[Stamp]) -> list[Stamp]:
    """The run without bare digits that may be years, unless others of it can be none."""
    return run if any(map(_is_no_year, run)) else [s for s in run if not _may_be_year(s)]


def _accepted_numbers(headed: list[Stamp], *, chronicle: bool) -> list[Stamp]:
    """The stamps among digits before a text that no clock, zone or word shows to be times of day."""
    bare = [s for s in headed if s.number is not None]
    pointed = [s for s in headed if s.number is None]
    accepted = bare if not chronicle and _are_bare(bare) else []
    return accepted + (pointed if _are_pointed(pointed) else [])


def _may_be_year(stamp: Stamp) -> bool:
    return stamp.number is not None and _FIRST_YEAR <= stamp.number <= _LAST_YEAR


def _is_no_year(stamp: Stamp) -> bool:
    """Whether its bare digits are a time of day alone: "1405 GMT", "0915", "2140"."""
    number = stamp.number
    return number is not None and (stamp.written or number < _FOUR_DIGITS or number > _LAST_YEAR)


def _are_bare(run: list[Stamp]) -> bool:
    """Whether four bare digits before a text are times of day: no year is written so, or they are close together."""
    opened = any(s.opened for s in run)
    numbers = [s.number for s in run if s.number is not None]
    if any(_is_no_year(s) for s in run):
        return opened or len(run) >= _SEVERAL
    steps = [_step(a, b) for a, b in pairwise(run)]
    back = bool(steps) and all(step < 0 for step in steps) and opened
    close = all(abs(step) <= _NEAR for step in steps)
    early = 2 * sum(n < _FIRST_YEAR for n in numbers) > len(numbers)
    return early and close and (back or len(run) >= _SEVERAL)


def _are_pointed(run: list[Stamp]) -> bool:
    """Whether "21.40", "21.55" before a text are times of day; steps of one are the numbers of sections."""
    return any(s.opened for s in run) and any(abs(_step(a, b)) > 1 for a, b in pairwise(run))
