"""Durations: five years, two and a half hours, several weeks, months, eight-year, and sets of times."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reconcile.extractors.quantities.numerals import read_cardinal
from reconcile.extractors.times.clock import half_of, in_half, read_clock, read_spoken_clock
from reconcile.extractors.times.reading import DASHES, Read, is_indefinite, skip, so_many, whole_number
from reconcile.model.mention import Kind, Mention, Timex, TimexType
from reconcile.model.timeexpr import Amount, At, Core, Fields, Length, Recurrence, TimeExpr, Unit
from reconcile.text.scan import Scan

HALF = Decimal("0.5")
_NUMBERLESS = frozenset({Unit.PERIOD, Unit.HALF})


# A number of units, the index of the token after it, and whether it is a word for several.
CountedNumber = tuple[Decimal | None, int, bool]


def read_length(scan: Scan, i: int) -> Read | None:
    """A length that begins at token `i`, with the smaller amounts after it ("one hour and 45 minutes")."""
    amount = read_amount(scan, i)
    if amount is None:
        return None
    parts, end = [amount[0]], amount[1]
    for _ in range(3):
        j = skip(scan, skip(scan, end, (",",)), ("and",))
        following = read_amount(scan, j) if not is_indefinite(scan, j) or j > end else None
        if following is None or following[0].number is None or not _finer(following[0].unit, parts[-1].unit):
            break
        parts.append(following[0])
        end = following[1]
    minutes = _trailing_minutes(scan, end) if parts[-1].unit is Unit.HOUR else None
    if minutes is not None:
        parts.append(minutes[0])
        end = minutes[1]
    return Read(Length(tuple(parts)), end, "time.length")


def _trailing_minutes(scan: Scan, end: int) -> tuple[Amount, int] | None:
    """The thirty of "one hour thirty", at the end of its clause."""
    number = whole_number(scan, skip(scan, end, ("and",)), 2, 59)
    if number is None or scan.keys[number[1]].isalpha():
        return None
    follows = scan.touches(number[1]) and scan.keys[number[1]] not in ".,;!?"
    return None if follows else (Amount(Decimal(number[0]), Unit.MINUTE), number[1])


_ORDER = list(Unit)


def _finer(unit: Unit, other: Unit) -> bool:
    return _ORDER.index(unit) < _ORDER.index(other)


def read_amount(scan: Scan, i: int) -> tuple[Amount, int] | None:
    """A number, written, vague or left out, and a unit; with the index of the token after them."""
    number = _number(scan, i)
    j = i if number is None else _after_fillers(scan, number[1])
    unit = None if number is None else _unit(scan, j)
    if number is None or unit is None or _is_no_length(scan, i, j, number, *unit):
        return None
    value, end = number[0], unit[1]
    if scan.keys[end] in DASHES and scan.keys[end + 1] == "long":
        return Amount(value, unit[0]), end + 2
    half = _and_a_half(scan, end)
    if half is not None and value is not None:
        value, end = value + half[0], half[1]
    return Amount(value, unit[0]), end


def _after_fillers(scan: Scan, j: int) -> int:
    """`j`, or the index after a dash and at most two words between number and unit that change nothing."""
    j = skip(scan, j, DASHES)
    for _ in range(2):
        j = skip(scan, j, scan.pack.times.fillers)
    return skip(scan, j, DASHES)


def _is_no_length(scan: Scan, i: int, j: int, number: CountedNumber, unit: Unit, end: int) -> bool:
    """Whether number and unit (at `j`) make no length: "a second", "all months", an age, the quarters of a whole."""
    value, _, vague = number
    plural = _plural(scan, j)
    if unit in _NUMBERLESS or (vague and value is None and not plural):
        return True
    if unit is Unit.SECOND and not plural:
        one = j == i + 1 and (is_indefinite(scan, i) or scan.keys[i] == "each")
        return one or (value != 1 and scan.keys[j] != "sec")
    if plural and scan.keys[i] == "all":
        return True
    return _is_age(scan, end) or (unit is Unit.QUARTER and (vague or scan.keys[end] == "of"))


def _number(scan: Scan, i: int) -> CountedNumber | None:
    """The value (None for several), the index after it, and whether it is a word for several."""
    vague = scan.pack.times.vague.match(scan.tokens, i)
    if vague is not None and scan.keys[vague[1]] not in scan.pack.numerals.scales:
        entry, j = vague
        return (entry.value, skip(scan, j, ("of",)), entry.value is None)
    number = read_cardinal(scan, i)
    if number is None or (scan.keys[i + 1] == "/" and scan.touches(i + 1)):
        return _bare_fraction(scan, i)
    rest, end = _fraction(scan, number.end) or (Decimal(0), number.end)
    return number.value + rest, end, False


FRACTIONS = {"½": HALF, "¼": Decimal("0.25"), "¾": Decimal("0.75")}


def _bare_fraction(scan: Scan, j: int) -> tuple[Decimal, int, bool] | None:
    """1/2, ½."""
    keys = scan.keys
    if keys[j] in FRACTIONS:
        return FRACTIONS[keys[j]], j + 1, False
    if keys[j] in ("1", "3") and keys[j + 1] == "/" and keys[j + 2] in ("2", "4"):
        return Decimal(keys[j]) / Decimal(keys[j + 2]), j + 3, False
    return None


def _fraction(scan: Scan, j: int) -> tuple[Decimal, int] | None:
    """1/2 after a whole number, ½, "and a half", "and three quarters"."""
    written = _bare_fraction(scan, j)
    if written is not None or scan.keys[j] != "and":
        return None if written is None else written[:2]
    k = j + 1 + is_indefinite(scan, j + 1)
    if scan.keys[k] == "half":
        return HALF, skip(scan, k + 1, ("of",))
    count = scan.pack.numerals.cardinals.get(scan.keys[k])
    k += count is not None
    if scan.pack.times.units.get(scan.keys[k]) is Unit.QUARTER and (count or 1) < 4:
        return Decimal(count or 1) / 4, skip(scan, k + 1, ("of",))
    return None


def _and_a_half(scan: Scan, j: int) -> tuple[Decimal, int] | None:
    """Such as "an hour and a half": the half of the unit just named."""
    if scan.keys[j] != "and":
        return None
    k = j + 1 + is_indefinite(scan, j + 1)
    return (HALF, k + 1) if scan.keys[k] == "half" and scan.keys[k + 1] not in scan.pack.times.units else None


def _unit(scan: Scan, j: int) -> tuple[Unit, int] | None:
    lexicon, word = scan.pack.times, scan.keys[j]
    glued = word in lexicon.glued_units and scan.touches(j) and scan.keys[j - 1][:1].isdigit()
    unit = (lexicon.glued_units if glued else lexicon.units).get(word)
    return None if unit is None else (unit, j + 1)


def _plural(scan: Scan, j: int) -> bool:
    return scan.keys[j].endswith("s") or scan.keys[j] == "millennia"


def _is_age(scan: Scan, j: int) -> bool:
    """Whether a length goes on as an age ("8-month-old"); ages are quantities."""
    k = skip(scan, j, DASHES)
    return scan.keys[k] in scan.pack.times.old_words or (scan.keys[j] == "of" and scan.keys[j + 1] == "age")


def read_plural(scan: Scan, i: int) -> Read | None:
    """Weeks, months, "decades-long": so many of them, no more said; "day-long" is one."""
    unit = scan.pack.times.units.get(scan.keys[i])
    if unit is None or unit in _NUMBERLESS:
        return None
    if not _plural(scan, i):
        long = scan.keys[i + 1] in DASHES and scan.keys[i + 2] == "long"
        return Read(so_many(1, unit), i + 3, "time.length") if long else None
    if unit in _NO_PLURALS or len(scan.keys[i]) < 4 or _is_age(scan, i + 1):
        return None
    return Read(so_many(None, unit), i + 1, "time.length")


# Units of which the plural alone is no length: "hundreds of minutes" are read, "the minutes" are a record.
_NO_PLURALS = frozenset({Unit.SECOND, Unit.MINUTE, Unit.NIGHT, Unit.WEEKEND, Unit.QUARTER})


def _is_rate(scan: Scan, i: int) -> bool:
    """Whether an amount stands just before, which "annually" makes a rate: "grew 8% annually", "5,000 cars yearly"."""
    return any(k[:1].isdecimal() for k in scan.keys[max(0, i - 3) : i]) and scan.keys[i - 1] not in (",", ".", ";")


def read_set(scan: Scan, i: int) -> Read | None:
    """Daily, every week, each Monday, every three months: a set of times (TIMEX3 SET)."""
    lexicon, word = scan.pack.times, scan.keys[i]
    named = lexicon.sets.match(scan.tokens, i)
    if named is not None and not _is_rate(scan, i):
        return Read(Recurrence(every=Length((Amount(named[0].number, named[0].unit),))), named[1], "time.set")
    if named is not None or word not in lexicon.every:
        return None
    j = skip(scan, i + 1, lexicon.set_fillers)
    each = _named_time(scan, j, word)
    if each is not None:
        return Read(Recurrence(each=each), j + 1, "time.set")
    unit = lexicon.units.get(scan.keys[j])
    if unit is not None and unit not in _NUMBERLESS and scan.keys[j] not in lexicon.wary:
        step = 2 if scan.keys[i + 1] == "other" else 1
        return Read(Recurrence(every=so_many(step, unit)), j + 1, "time.set")
    amount = None if is_indefinite(scan, j) else read_amount(scan, j)
    return None if amount is None else Read(Recurrence(every=Length((amount[0],))), amount[1], "time.set")


def _named_time(scan: Scan, j: int, every: str) -> Core | None:
    """The weekday, season, month or part of the day that recurs; "per" stands before the first two alone."""
    lexicon, word = scan.pack.times, scan.keys[j]
    if word in lexicon.weekdays:
        return Fields(weekday=lexicon.weekdays[word])
    if every != "per" and word in lexicon.months:
        return Fields(month=lexicon.months[word])
    if every != "per" and word in lexicon.dayparts:
        return At(None, None, lexicon.dayparts[word])
    return Fields(season=lexicon.seasons[word]) if word in lexicon.seasons else None


def clock_of_set(scan: Scan, read: Read) -> Read | None:
    """Such as "every Monday at 4 p.m.", "daily at noon": the days of a set with the time of day on each."""
    j = skip(scan, read.end, scan.pack.times.at_words)
    clock = read_clock(scan, j) or (read_spoken_clock(scan, j) if j > read.end else None)
    if clock is None or not isinstance(read.core, Recurrence) or not isinstance(clock.core, At):
        return None
    return set_at_clock(read.core, clock.core, clock.end)


def set_at_clock(days: Recurrence, at: At, end: int) -> Read | None:
    """A set of days, or of parts of them, each at one time of day; None for what recurs in weeks or months."""
    each = days.each
    weekly = isinstance(each, Fields) and each.weekday is not None
    if at.clock is None or not (weekly or isinstance(each, At) or days.every == so_many(1, Unit.DAY)):
        return None
    day = each.day if isinstance(each, At) else each
    if isinstance(each, At) and each.daypart is not None:
        at = in_half(at, half_of(each.daypart))
    return Read(Recurrence(each=replace(at, day=day)), end, "time.set")


def as_length_range(mention: Mention, low: Decimal) -> Mention:
    """A range of units of time, "two to three weeks", as a duration: at least the first, the value keeps both ends."""
    if mention.unit not in _UNITS or mention.kind is not Kind.MEASURE:
        return mention
    core = Length((Amount(low, Unit(mention.unit)),))
    timex = Timex(TimexType.DURATION, None, mod="EQUAL_OR_MORE", expr=TimeExpr(core))
    return replace(mention, kind=Kind.DURATION, dimension="duration", timex=timex)


_UNITS = frozenset(Unit)
