"""Times of day as claims: at what time something happened, with its zone and, where the sentence tells it, its day.

A clock in brackets right after another tells the same moment in its own zone, and so how far the zone of the first is
from Greenwich: "at 9 a.m. local time (0030 GMT)".
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from reconcile.extractors.claims.events import event_claim
from reconcile.extractors.claims.metric_matching import Trigger
from reconcile.extractors.claims.temporal_attachment import can_date
from reconcile.extractors.entities.coreference import DiscourseState
from reconcile.model.claim import Claim
from reconcile.model.mention import Kind, Timex
from reconcile.model.period import Grain, Period
from reconcile.model.timeexpr import At, Clock
from reconcile.text.parse import AnchoredMention, SentenceParse, governing_verb

# What the day of a time of day rests on where the text itself has it.
_TEXT = "text before"
ZONE = "zone"
_ISO_DAY = 10
_DAY, _QUARTER, _WEST, _EAST = 24 * 60, 15, -12 * 60, 14 * 60


def clock_claim(
    parse: SentenceParse, discourse: DiscourseState, anchored: AnchoredMention, triggers: tuple[Trigger, ...]
) -> Claim | None:
    """The claim that something happened at a time of day; None for a time that tells its day itself, which dates."""
    clock = _clock(anchored)
    timex = anchored.mention.timex
    if clock is None or timex is None or can_date(anchored):
        return None
    claim = event_claim(parse, discourse, anchored, triggers, Kind.TIME)
    if claim is None:
        return None
    known = replace(clock, offset=clock.offset or _offset_in_brackets(parse, anchored, clock))
    zone = {} if known.offset or not _is_named(parse, clock) else {ZONE: (clock.zone or "").casefold()}
    return replace(
        claim,
        period=_period(known, _day(parse, anchored, timex)),
        hedge=_hedge(parse, anchored, timex),
        qualifiers={**claim.qualifiers, **zone},
    )


def _clock(anchored: AnchoredMention) -> Clock | None:
    """The time of day of a mention; None where it is none, or two of them."""
    timex = anchored.mention.timex
    core = timex.expr.core if timex is not None and timex.expr is not None else None
    return core.clock if isinstance(core, At) else None


def _is_named(parse: SentenceParse, clock: Clock) -> bool:
    """Whether a zone is told by a name: "local time" is that of the place, whatever it is."""
    return clock.zone is not None and clock.zone.split()[0].casefold() not in parse.pack.times.before_zones


def _offset_in_brackets(parse: SentenceParse, anchored: AnchoredMention, clock: Clock) -> str:
    """How far from Greenwich a clock is by another in brackets after it; empty where none is, or by no quarters."""
    after = next((b for b in parse.mentions if b.first == anchored.last + 1), None)
    other = _clock(after) if after is not None and parse.key(anchored.last) == "(" else None
    if other is None or not other.offset:
        return ""
    away = _minutes(clock) - _minutes(other) + _greenwich(other.offset)
    away = (away - _WEST) % _DAY + _WEST
    if away % _QUARTER or away > _EAST:
        return ""
    hours, minutes = divmod(abs(away), 60)
    return f"{'-' if away < 0 else '+'}{hours:02}:{minutes:02}"


def _minutes(clock: Clock) -> int:
    return 60 * clock.hour24 + (clock.minute or 0)


def _greenwich(offset: str) -> int:
    """The minutes of "+05:30"; none of "Z"."""
    if not offset[1:]:
        return 0
    return (60 * int(offset[1:3]) + int(offset[4:6])) * (-1 if offset.startswith("-") else 1)


def _day(parse: SentenceParse, anchored: AnchoredMention, timex: Timex) -> date | None:
    """The day of a time of day: the one that its sentence tells of the same verb, else that of the text before it."""
    group = governing_verb(parse, anchored)
    days = {
        own.single_day
        for b in parse.mentions
        if can_date(b) and governing_verb(parse, b) == group and b.mention.timex is not None
        if (own := b.mention.timex.own) is not None and own.single_day is not None
    }
    if len(days) == 1:
        return days.pop()
    return date.fromisoformat((timex.value or "")[:_ISO_DAY]) if timex.basis == _TEXT and not days else None


def _period(clock: Clock, day: date | None) -> Period:
    """When it was: a moment of a day, or where no day is known the time of day alone (ISO 8601, `T21:40+02:00`)."""
    grain = Grain.HOUR if clock.minute is None else Grain.MINUTE if clock.second is None else Grain.SECOND
    shown = f"T{clock.hour24:02}:{clock.minute or 0:02}" + ("" if clock.second is None else f":{clock.second:02}")
    if day is None:
        return Period(None, None, shown + clock.offset, grain)
    start = datetime(day.year, day.month, day.day) + timedelta(minutes=_minutes(clock), seconds=clock.second or 0)  # noqa: DTZ001
    length = {Grain.HOUR: 3600, Grain.MINUTE: 60, Grain.SECOND: 1}[grain]
    return Period(start, start + timedelta(seconds=length), start.isoformat() + clock.offset, grain)


def _hedge(parse: SentenceParse, anchored: AnchoredMention, timex: Timex) -> str | None:
    """The word that leaves a time of day open, as written: "about", "before", "by"."""
    if timex.mod == "APPROX":
        return parse.key(anchored.first)
    i = anchored.first - 1
    if i < parse.first:
        return None
    word = parse.key(i)
    return word if word in parse.pack.times.bounds or word in parse.pack.times.about_words else None
