"""What the readers of times share: their result, their tables, the token at hand, and how coarse a time is."""

from __future__ import annotations

from collections.abc import Callable, Collection
from decimal import Decimal
from enum import Enum, auto
from typing import Generic, NamedTuple, TypeVar

from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.extractors.quantities.numerals import read_cardinal, read_ordinal
from reconcile.model.timeexpr import Amount, At, Core, Fields, Length, Nth, Offset, Stretch, Unit, UnitAt
from reconcile.text.scan import Scan

DASHES = HYPHENS | frozenset("–—")
APOSTROPHES = frozenset("'’`")
# The years that four digits can be.
FIRST_YEAR, LAST_YEAR = 1000, 2199


class Read(NamedTuple):
    """A time read from a token up to `end`, an index of tokens.

    `rule` is the trail's name of what read it, `mod` a modifier of TIMEX3 (TimeML 1.2.1: START, MID, END, APPROX ...),
    `other` a second way to read the digits.
    """

    core: Core
    end: int
    rule: str
    mod: str | None = None
    other: Core | None = None


ReadTime = Callable[[Scan, int], Read | None]
F = TypeVar("F")


class Opening(Enum):
    """What a simple time can begin with: a digit, a phrase of the lexicon, or a word of one class."""

    DIGIT = auto()
    MOMENT = auto()
    HOLIDAY = auto()
    REFERENCE = auto()
    SELECTOR = auto()
    MONTH = auto()
    WEEKDAY = auto()
    NUMBER = auto()
    SET = auto()
    SEASON = auto()
    CLOCK = auto()
    ARTICLE = auto()
    FISCAL = auto()
    CODE = auto()
    DAYPART = auto()
    ADJECTIVE = auto()
    APOSTROPHE = auto()
    UNIT = auto()
    FRACTION = auto()
    VAGUE = auto()


class Reader(NamedTuple, Generic[F]):
    """A row of a table of readers, of which the first that reads something is believed.

    `example` is a text that is read otherwise, or not, without this row. `before` is one that is read otherwise where
    the row changes places with the next that can begin at the same token; empty where the two never read one token.
    """

    name: str
    read: F
    example: str
    begins: frozenset[Opening] = frozenset()
    before: str = ""


def integer(scan: Scan, j: int, low: int, high: int) -> int | None:
    """A bare whole number at token `j`, from `low` to `high`."""
    digits = scan.keys[j]
    if not digits.isdecimal() or len(digits) > 4:
        return None
    number = int(digits)
    return number if low <= number <= high else None


def two_digits(scan: Scan, j: int, low: int = 0) -> int | None:
    """Two digits at token `j`, from `low`, such as the end of a year."""
    return integer(scan, j, low, 99) if len(scan.keys[j]) == 2 else None


def whole_number(scan: Scan, j: int, low: int, high: int) -> tuple[int, int] | None:
    """A whole number in digits or words at token `j`, from `low` to `high`, and the index after it."""
    number = read_cardinal(scan, j)
    if number is None or not low <= number.value <= high or number.value % 1:
        return None
    return int(number.value), number.end


def number_in_words(scan: Scan, j: int, low: int, high: int) -> tuple[int, int] | None:
    """A whole number in words at token `j`, from `low` to `high`, and the index after it."""
    return whole_number(scan, j, low, high) if scan.keys[j] in scan.pack.numerals.cardinals else None


def ordinal_at(scan: Scan, j: int, high: int) -> tuple[int, int] | None:
    """A number in order at token `j`, from 1 to `high` ("third", "22nd"), and the index after it."""
    ordinal = read_ordinal(scan, j)
    return None if ordinal is None or not 1 <= ordinal.value <= high else (int(ordinal.value), ordinal.end)


def day_at(scan: Scan, j: int) -> tuple[int, int] | None:
    """The number of a day of a month at token `j`, "3" or "3rd", and the index after it."""
    day = integer(scan, j, 1, 31)
    return ordinal_at(scan, j, 31) or (None if day is None or read_ordinal(scan, j) else (day, j + 1))


def year_at(scan: Scan, j: int) -> int | None:
    """Four digits that can be a year."""
    return integer(scan, j, FIRST_YEAR, LAST_YEAR) if len(scan.keys[j]) == 4 else None


def skip(scan: Scan, j: int, keys: Collection[str]) -> int:
    """`j`, or the index after it when the token there is one of `keys`."""
    return j + 1 if scan.keys[j] in keys else j


def so_many(number: int | None, unit: Unit) -> Length:
    """A length of so many units, of an untold number where that is None."""
    return Length((Amount(None if number is None else Decimal(number), unit),))


def is_indefinite(scan: Scan, j: int) -> bool:
    """Whether an indefinite article stands at `j`."""
    return scan.keys[j] in scan.pack.times.articles and scan.keys[j] != "the"


def goes_on(scan: Scan, j: int) -> bool:
    """Whether token `j` runs on to, or lists, a second time: "3-5 March", "May 4 and 5"."""
    word, times = scan.keys[j], scan.pack.times
    return word in DASHES or word in times.through_words or word in times.list_words


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
    return scan.touches(j) and scan.touches(j + 1)


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
