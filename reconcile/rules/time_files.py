"""The shapes of `lexicon/*/times.yaml`, `lexicon/*/holidays.yaml` and `calendars.yaml`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Self

import msgspec

from reconcile.model.timeexpr import Anchor, Clock, Selector, Unit
from reconcile.rules.examples import Example
from reconcile.rules.lexicon import ByKey, ByPhrase, ByWord, Phrases, Words, empty, says
from reconcile.rules.time_grammar import TimeGrammar


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one thing; the base of all entries below."""

    words: tuple[str, ...]


class Numbered(Entry, frozen=True, forbid_unknown_fields=True):
    """A month (1 to 12) or a weekday (Monday is 0)."""

    value: int

    @property
    def meaning(self) -> int:
        """The number."""
        return self.value


class UnitEntry(Entry, frozen=True, forbid_unknown_fields=True):
    """A unit of time."""

    unit: Unit

    @property
    def meaning(self) -> Unit:
        """The unit."""
        return self.unit


class Coded(Entry, frozen=True, forbid_unknown_fields=True):
    """A season, daypart, half of the day or reference, by its TIMEX3 code."""

    value: str

    @property
    def meaning(self) -> str:
        """The code."""
        return self.value


class ClockEntry(Entry, frozen=True, forbid_unknown_fields=True):
    """A time of day with a name."""

    hour: int

    @property
    def meaning(self) -> Clock:
        """The time of day."""
        return Clock(self.hour)


class Era(Entry, frozen=True, forbid_unknown_fields=True):
    """What follows a year to tell its era."""

    bc: bool = False

    @property
    def meaning(self) -> bool:
        """Whether it is before our era."""
        return self.bc


class SelectorEntry(Entry, frozen=True, forbid_unknown_fields=True):
    """Which one of its kind: `step` from `anchor`; `soonest` for the first such day after it."""

    anchor: Anchor
    step: int
    soonest: bool = False

    @property
    def meaning(self) -> Selector:
        """Which one."""
        return Selector(self.anchor, self.step, self.soonest)


class Moment(Entry, frozen=True, forbid_unknown_fields=True):
    """A time told from the publication date, with the part of it; `capitals` where it is written in capitals only."""

    unit: Unit
    step: int
    daypart: str | None = None
    mod: str | None = None
    capitals: bool = False

    @property
    def meaning(self) -> Self:
        """The moment itself."""
        return self


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a unit is parted: its early part has `first` smaller units, its late part begins after `last` of them."""

    unit: Unit
    first: int
    last: int
    of: Unit

    def pairs(self) -> Iterator[tuple[Unit, Self]]:
        """The part by the unit."""
        yield self.unit, self


class Modifier(Entry, frozen=True, forbid_unknown_fields=True):
    """A TIMEX3 modifier; NONE for words that belong to the time and change nothing."""

    mod: str

    @property
    def meaning(self) -> str:
        """The modifier."""
        return self.mod


class OffsetEntry(Entry, frozen=True, forbid_unknown_fields=True):
    """What makes a length a point: the sign of its direction, and from where it is counted."""

    sign: int
    anchor: Anchor

    @property
    def meaning(self) -> Self:
        """The entry itself."""
        return self


class Vague(Entry, frozen=True, forbid_unknown_fields=True):
    """A number of units that is not written as one; no value means several."""

    value: Decimal | None = None

    @property
    def meaning(self) -> Self:
        """The entry itself."""
        return self


class SetEntry(Entry, frozen=True, forbid_unknown_fields=True):
    """A word for a set of times."""

    unit: Unit
    number: Decimal

    @property
    def meaning(self) -> Self:
        """The entry itself."""
        return self


class TimeWords(TimeGrammar, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/times.yaml`."""

    months: Annotated[ByWord[Numbered, int], says("Names of months, 1 to 12.")] = empty(ByWord)
    weekdays: Annotated[ByWord[Numbered, int], says("Names of weekdays; Monday is 0.")] = empty(ByWord)
    wary: Annotated[
        Words,
        says(
            "Short forms that are also words or names (“may”, “march”, “sun”, “second”): they count only with a "
            "capital inside a sentence, or beside a number that makes it a date; alone they are no time."
        ),
    ] = empty(Words)
    units: Annotated[ByWord[UnitEntry, Unit], says("Units of time.")] = empty(ByWord)
    glued_units: Annotated[
        ByWord[UnitEntry, Unit], says("Letters that are units only where they touch digits (“3h”).")
    ] = empty(ByWord)
    seasons: Annotated[ByWord[Coded, str], says("Seasons, by TIMEX3 code.")] = empty(ByWord)
    dayparts: Annotated[ByWord[Coded, str], says("Parts of the day, by TIMEX3 code.")] = empty(ByWord)
    clocks: Annotated[ByWord[ClockEntry, Clock], says("Times of day with a name.")] = empty(ByWord)
    oclock: Annotated[Phrases, says("What follows an hour: “five o'clock”.")] = empty(Phrases)
    halves: Annotated[ByPhrase[Coded, str], says("Halves of the day: “am”, “p.m.”.")] = empty(ByPhrase)
    glued_halves: Annotated[
        ByWord[Coded, str],
        says("Letters that are halves only where they touch the minutes (“3:15p”), or the hour after “at”."),
    ] = empty(ByWord)
    zones: Annotated[
        ByWord[Coded, str],
        says(
            "Zones of the clock with their distance from Greenwich; none where the letters stand for several "
            "(CST, IST, BST)."
        ),
    ] = empty(ByWord)
    decades: Annotated[ByWord[Numbered, int], says("Decades by their tens.")] = empty(ByWord)
    eras: Annotated[ByWord[Era, bool], says("What follows a year to tell its era.")] = empty(ByWord)
    selectors: Annotated[
        ByPhrase[SelectorEntry, Selector],
        says(
            "Which one of its kind: so many steps from the publication date, from the text before, or whichever "
            "offers itself."
        ),
    ] = empty(ByPhrase)
    moments: Annotated[ByPhrase[Moment, Moment], says("Days told from here.")] = empty(ByPhrase)
    references: Annotated[ByPhrase[Coded, str], says("Past, present and future, no more said.")] = empty(ByPhrase)
    adjectives: Annotated[
        ByWord[Coded, str],
        says("Words of one token that say the same but also much else; they count only before a noun."),
    ] = empty(ByWord)
    modifiers: Annotated[ByPhrase[Modifier, str], says("TIMEX3 modifiers that stand before a time.")] = empty(ByPhrase)
    parts: Annotated[
        ByKey[Part, Unit, Part],
        says(
            "Where the early part of a unit ends and the late one begins, in smaller units: “early March” is "
            "its first ten days, “the end of the year” all from September on. Units that are not here are "
            "parted in thirds."
        ),
    ] = empty(ByKey)
    prepositions: Annotated[
        Words, says("Words before a year or month that tell that a bare number is one, and from which side it bounds.")
    ] = empty(Words)
    before_wary: Annotated[Words, says("Before a month's name that is also a word: “in May”, “by March”.")] = empty(
        Words
    )
    not_years: Annotated[Words, says("Beside one of these four digits are no year.")] = empty(Words)
    counted: Annotated[Words, says("Things so often counted in thousands that “of 2000 men” is no year.")] = empty(
        Words
    )
    function_words: Annotated[
        Words, says("A small word after four digits that is not counted: “1988 was”, “2012 when”.")
    ] = empty(Words)
    bounds: Annotated[
        ByWord[Modifier, str],
        says(
            "What the word before a time makes of it: a bound, by its TIMEX3 modifier. Value and period stay "
            "those of the time itself: a plan “by 2030” is one for 2030, and “since December” dates a "
            "beginning."
        ),
    ] = empty(ByWord)
    deadlines: Annotated[
        Words,
        says(
            "Before a weekday, month or season these look ahead (“by Friday”), unless the sentence has one of "
            "`past_deadlines` before them."
        ),
    ] = empty(Words)
    past_deadlines: Annotated[
        Words, says("Words before a deadline that make it past: “had left by Friday”, “lasted until Friday”.")
    ] = empty(Words)
    before_entries: Annotated[
        Words,
        says(
            "A text of which every word is a word of time, a number or one of these, as in a diary, a table or "
            "a search box, looks ahead: “Friday”, “3 May at noon”, “from 4 to 6 June”."
        ),
    ] = empty(Words)
    after_times: Annotated[
        Words, says("Words and signs after “the year before”, “the 15th” and the like that show that no noun follows.")
    ] = empty(Words)
    offsets: Annotated[
        ByPhrase[OffsetEntry, OffsetEntry], says("What follows a length to make it a point: “two days ago”.")
    ] = empty(ByPhrase)
    anchored_offsets: Annotated[
        ByPhrase[OffsetEntry, OffsetEntry], says("The same where a time must follow: “two days after Christmas”.")
    ] = empty(ByPhrase)
    vague: Annotated[ByPhrase[Vague, Vague], says("Vague numbers of units.")] = empty(ByPhrase)
    unit_sides: Annotated[
        dict[str, int],
        says(
            "After the word for a unit, these make it the one before or after: “the year-ago quarter”, “year- "
            "earlier profit”."
        ),
    ] = empty(dict)
    unit_offsets: Annotated[ByWord[OffsetEntry, OffsetEntry], says("The same for a point: “a year ago”.")] = empty(
        ByWord
    )
    endings: Annotated[Words, says("After a length, before the date on which it ends.")] = empty(Words)
    fillers: Annotated[Words, says("Words between number and unit that change nothing (“five more years”).")] = empty(
        Words
    )
    every: Annotated[Words, says("Words before a unit that make a set of times.")] = empty(Words)
    sets: Annotated[ByWord[SetEntry, SetEntry], says("Words for sets of times.")] = empty(ByWord)
    fiscal: Annotated[Words, says("Words that make a year a fiscal one.")] = empty(Words)
    future: Annotated[
        Words, says("Words that turn a bare weekday, month or season of their sentence to the future.")
    ] = empty(Words)
    future_before_to: Annotated[
        Words, says("These look ahead only before “to” or “for”: “set to resume”, “is to open”.")
    ] = empty(Words)
    past: Annotated[Words, says("Words that turn it to the past.")] = empty(Words)
    never: Annotated[Phrases, says("Phrases that hold words of time and are none.")] = empty(Phrases)
    greetings: Annotated[
        Words, says("Before a part of the day these make a greeting or a saying (“good evening”, “high noon”).")
    ] = empty(Words)
    past_suffix: Annotated[str, says("What regular past forms end in.")] = ""
    present_be: Annotated[
        Words, says("After one of these a past form is a participle and tells no past (“is heard in May”).")
    ] = empty(Words)
    articles: Annotated[Words, says("Words that may open a time and say nothing of it.")] = empty(Words)
    after_articles: Annotated[
        Words, says("What may follow an article at the start of a time, numbers and the words of time apart.")
    ] = empty(Words)
    examples: tuple[Example, ...] = ()
