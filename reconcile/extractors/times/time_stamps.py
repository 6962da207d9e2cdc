"""Time stamps: the time of day at the head of each entry of a live blog ("2140 The minister has arrived")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from reconcile.extractors.quantities import non_quantities
from reconcile.extractors.times.clock import with_zone
from reconcile.extractors.times.reading import Read, key
from reconcile.extractors.times.time_reader import read_time, time_mention
from reconcile.model.mention import Mention
from reconcile.model.timeexpr import At, Clock
from reconcile.text.scan import LEADING, Line, Scan, read_lines

STAMP = "time.stamp"
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
    found = [stamp for line in lines if (stamp := _stamp(scan, line)) is not None]
    if not found:
        return {}
    live = bool(scan.pack.non_quantities.live.firsts() & scan.tokens.vocabulary) and _is_live(scan)
    chronicle = any(_is_year_alone(scan, line) for line in lines)
    accepted = [s for run in _runs(found) for s in _accepted(run, live=live, chronicle=chronicle)]
    return {s.first: (time_mention(scan, s.first, s.clock._replace(rule=STAMP)), s.end) for s in accepted}


def _is_live(scan: Scan) -> bool:
    live = scan.pack.non_quantities.live
    return any(live.match(scan.tokens, i) for i in live.places(scan.tokens, 0, scan.n))


def _is_year_alone(scan: Scan, line: Line) -> bool:
    """Whether a line opens with four digits that are no time of day: "1789 The king ..."."""
    digits = key(scan, line.first)
    if not (digits.isdecimal() and len(digits) == _DIGITS) or scan.touches(line.first + 1):
        return False
    return _clock(int(digits[:2]), digits[2:]) is None and not scan.word(line.first + 1)[:1].islower()


def _clock(hour: int, minute: str) -> Clock | None:
    return Clock(hour, int(minute)) if hour < 24 and int(minute) < 60 else None


def _stamp(scan: Scan, line: Line) -> Stamp | None:
    """What stands at the head of a line, where it has the form of a time of day."""
    i = line.first
    if not key(scan, i)[:1].isdecimal() or non_quantities.telephone(scan, i):
        return None
    digits = key(scan, i)
    bare = digits.isdecimal() and len(digits) == _DIGITS
    number = int(digits) if bare else None
    time = read_time(scan, i)
    written = time is not None and time.rule == "time.clock"
    if time is not None and written and time.timex is not None and time.timex.expr is not None:
        read = Read(time.timex.expr.core, bisect_left(scan.ends, time.span.end, i) + 1, STAMP)
    else:
        hour, point, minute = (digits[:2], ".", digits[2:]) if bare else digits.partition(".")
        pointed = point and len(hour) == _HOUR and len(minute) == _HOUR and (hour + minute).isdecimal()
        clock = _clock(int(hour), minute) if pointed else None
        if clock is None or (scan.touches(i) and scan.before(i) not in LEADING):
            return None
        read = with_zone(scan, clock, i + 1)
    return _placed(scan, line, read, number, written=written)


def _placed(scan: Scan, line: Line, read: Read, number: int | None, *, written: bool) -> Stamp | None:
    """A time of day with what follows it on its line; None where bare digits count what follows."""
    core, end = read.core, read.end
    if not isinstance(core, At) or core.clock is None:
        return None
    written = written or core.clock.zone is not None
    alone = end >= line.last or (end == line.last - 1 and key(scan, end) in _SIGNS)
    after = key(scan, end)
    signed = after in _SIGNS and not scan.touches(end + 1)
    word = scan.is_capital(end) or after[:1].isdecimal() or after in _QUOTES
    if not (written or alone or signed or (word and not scan.touches(end))):
        return None
    opened = signed or (scan.is_capital(end) and after in scan.pack.nouns.stops)
    hour = core.clock.hour % 12 + (12 if core.clock.half == "p" else 0) if core.clock.half else core.clock.hour
    minutes = (hour * 60 + (core.clock.minute or 0)) % _DAY
    return Stamp(line.first, end, read, minutes, written, number, alone, opened)


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
    if (len(run) > 1 and any(s.written for s in run)) or (live and not chronicle):
        sure = any(_is_no_year(s) for s in run)
        kept = [s for s in run if sure or s.number is None or not _FIRST_YEAR <= s.number <= _LAST_YEAR]
        return kept if live or len(kept) > 1 else []
    headed = [s for s in run if not (s.alone or s.written)]
    bare = [s for s in headed if s.number is not None]
    pointed = [s for s in headed if s.number is None]
    return [*(bare if not chronicle and _are_bare(bare) else ()), *(pointed if _are_pointed(pointed) else ())]


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
