"""What the readers of times share: their result, the token at hand, and which way the sentence around a time leans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.model.timeexpr import At, Core, Fields, Lean, Nth, Offset, Stretch, Unit, UnitAt
from reconcile.text.scan import Scan

DASHES = HYPHENS | frozenset("–—")
APOSTROPHES = frozenset("'’`")
FIRST_YEAR, LAST_YEAR = 1000, 2199


class Read(NamedTuple):
    """A time read from a token up to `end`; `mod` is a TIMEX3 modifier, `other` a second way to read the digits."""

    core: Core
    end: int
    rule: str
    mod: str | None = None
    other: Core | None = None


def key(scan: Scan, j: int) -> str:
    """The key of token `j`; empty past either end."""
    return scan.keys[j] if 0 <= j < len(scan.keys) else ""


def integer(scan: Scan, j: int, low: int, high: int) -> int | None:
    """A bare whole number at token `j`, from `low` to `high`."""
    digits = key(scan, j)
    if not digits.isdecimal() or len(digits) > 4:
        return None
    number = int(digits)
    return number if low <= number <= high else None


def year_at(scan: Scan, j: int) -> int | None:
    """Four digits that can be a year."""
    return integer(scan, j, FIRST_YEAR, LAST_YEAR) if len(key(scan, j)) == 4 else None


def skip(scan: Scan, j: int, keys: frozenset[str]) -> int:
    """`j`, or the index after it when the token there is one of `keys`."""
    return j + 1 if key(scan, j) in keys else j


def capital(scan: Scan, j: int) -> bool:
    """Whether token `j` begins with a capital letter and is not written wholly in capitals among such."""
    return scan.tokens.text[scan.tokens.starts[j]].isupper()


_PAUSES = frozenset(".!?:;\"“”'‘`•*-–—()[]|")

_UNIT_LEVEL = {
    Unit.SECOND: 0,
    Unit.MINUTE: 0,
    Unit.HOUR: 0,
    Unit.NIGHT: 1,
    Unit.DAY: 2,
    Unit.WEEKEND: 3,
    Unit.WEEK: 3,
    Unit.FORTNIGHT: 3,
    Unit.MONTH: 4,
    Unit.SEASON: 5,
    Unit.QUARTER: 5,
    Unit.HALF: 5,
    Unit.PERIOD: 5,
    Unit.YEAR: 6,
    Unit.DECADE: 7,
    Unit.CENTURY: 8,
    Unit.MILLENNIUM: 9,
}
CLOCK_LEVEL, DAYPART_LEVEL, DAY_LEVEL, WEEK_LEVEL, MONTH_LEVEL, QUARTER_LEVEL, YEAR_LEVEL = 0, 1, 2, 3, 4, 5, 6


def level(core: Core | None) -> int:
    """How coarse a time is, from clock (0) to millennium (9); -1 for what has no place on the calendar."""
    match core:
        case At():
            return CLOCK_LEVEL if core.clock is not None else DAYPART_LEVEL
        case Fields():
            return _fields_level(core)
        case UnitAt() | Nth():
            return DAY_LEVEL if isinstance(core, Nth) and core.weekday is not None else _UNIT_LEVEL[core.unit]
        case Offset() if core.length.parts:
            return _UNIT_LEVEL[core.length.parts[-1].unit]
        case Stretch():
            return level(core.first)
        case _:
            return -1


def _fields_level(core: Fields) -> int:
    if core.day is not None or core.weekday is not None or core.holiday is not None:
        return DAY_LEVEL
    if core.week is not None:
        return WEEK_LEVEL
    if core.month is not None:
        return MONTH_LEVEL
    if core.quarter is not None or core.half is not None or core.season is not None:
        return QUARTER_LEVEL
    return YEAR_LEVEL if core.year is not None else 7 if core.decade is not None else 8


def tight(scan: Scan, j: int) -> bool:
    """Whether the sign at `j` touches what stands on both its sides."""
    return j + 1 < len(scan.tokens) and scan.touches(j) and scan.touches(j + 1)


_REACH = 12
_NEAR = 6
_SENTENCE_ENDS = frozenset(".!?;")


def lean(scan: Scan, i: int, end: int) -> Lean:
    """The nearest tense word on either side of tokens `[i, end)` in the same sentence decides; before wins a tie."""
    if is_entry(scan):
        return Lean.ENTRY
    if i > 2 and scan.keys[i - 1] == "as" and scan.keys[i - 3] == "as":
        return Lean.FUTURE
    if _is_deadline(scan, i) and "had" not in scan.keys[end : end + _NEAR]:
        return Lean.FUTURE
    before = _look(scan, range(i - 1, max(-1, i - 1 - _REACH), -1))
    after = _look(scan, range(end, min(len(scan.tokens), end + _REACH)))
    if before is None:
        return Lean.NONE if after is None else after[1]
    return before[1] if after is None or before[0] <= after[0] else after[1]


def _is_deadline(scan: Scan, i: int) -> bool:
    """Whether "by" or "until" stands before, or one token further ("until 9 a.m. Friday" is one time)."""
    times = scan.pack.times
    if scan.before(i) not in times.deadlines:
        return False
    for j in range(i - 2, max(-1, i - _REACH), -1):
        if scan.keys[j] in _SENTENCE_ENDS:
            return True
        if scan.keys[j] in times.past_deadlines:
            return False
    return True


def is_entry(scan: Scan) -> bool:
    """Whether the text is nothing but a time, as in a diary or a search box: words of time and numbers."""
    return scan.n <= _LONGEST_ENTRY and scan.once("entry", _only_times, 0)


# The most tokens of a text that can be nothing but a time.
_LONGEST_ENTRY = 18


def _only_times(scan: Scan, start: int) -> bool:
    times, numerals = scan.pack.times, scan.pack.numerals
    return all(
        not key[0].isalpha() or key in times.entry_words or key in numerals.cardinals or key in numerals.ordinals
        for key in scan.tokens.keys[start:]
    )


def _is_past_form(scan: Scan, j: int, word: str, suffix: str) -> bool:
    """Whether a small word has the ending of the past: "opened", but not "United" or "need"."""
    if not suffix or len(word) <= _SHORT or not word.endswith(suffix) or word.endswith("e" + suffix):
        return False
    return scan.tokens.text[scan.starts[j]].islower()


_SHORT = 4


def _had_been(keys: Sequence[str], j: int) -> bool:
    """Whether what was to come is past itself: "had been due", "had long been expected"."""
    return j > 1 and "had" in keys[max(0, j - 3) : j] and keys[j - 1] == "been"


def _look(scan: Scan, indices: range) -> tuple[int, Lean] | None:
    lexicon, keys = scan.pack.times, scan.tokens.keys
    for distance, j in enumerate(indices):
        word = keys[j]
        if word in _SENTENCE_ENDS:
            return None
        ahead = word in lexicon.future_before_to and keys[j + 1 : j + 2] in (["to"], ["for"])
        if ahead or word in lexicon.future:
            return distance, Lean.PAST if _had_been(keys, j) else Lean.FUTURE
        past = word in lexicon.past or _is_past_form(scan, j, word, lexicon.past_suffix)
        if past and not (j and (keys[j - 1] in lexicon.present_be or keys[j - 1] in lexicon.future)):
            return distance, Lean.PAST
    return None
