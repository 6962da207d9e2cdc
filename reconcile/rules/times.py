"""Words of time: `lexicon/*/times.yaml`, the days of `lexicon/*/holidays.yaml` and the years of `calendars.yaml`."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import Annotated

from reconcile.model.timeexpr import Clock, Selector, Unit
from reconcile.model.tokens import phrase_keys
from reconcile.rules.examples import Example
from reconcile.rules.lexicon import ByKey, ByPhrase, ByWord, Entry, Lexicon, Phrases, Words, empty, items_of, says
from reconcile.rules.time_entries import (
    ClockEntry,
    Coded,
    Era,
    FiscalYear,
    Holiday,
    Modifier,
    Moment,
    Numbered,
    OffsetEntry,
    Part,
    SelectorEntry,
    SetEntry,
    UnitEntry,
    Vague,
)  # fmt: skip


class TimeWords(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/times.yaml`: the small words by which times are put together, and those they are of."""

    # links
    inside: Annotated[Words, says("Between a time and the larger one that holds it: “the Friday of last week”.")] = (
        empty(Words)
    )
    dating: Annotated[Words, says("Before the day or month on which a unit ended.")] = empty(Words)
    day_links: Annotated[Words, says("Between a clock and its day: “noon on Monday”, “the morning of May 12”.")] = (
        empty(Words)
    )
    to_words: Annotated[Words, says("Between the two ends of a span of hours: “3 to 4 pm”.")] = empty(Words)
    through_words: Annotated[Words, says("Between the two ends of a span of days, months or years.")] = empty(Words)
    list_words: Annotated[Words, says("Between two times that share what the second names: “May 4 and 5”.")] = empty(
        Words
    )
    span_openers: Annotated[Words, says("Before the two ends of a span.")] = empty(Words)
    length_starts: Annotated[Words, says("After a length, before the clock it begins at: “for two hours from 9”.")] = (
        empty(Words)
    )
    # hours
    at_words: Annotated[Words, says("Before an hour; what stands after these is one.")] = empty(Words)
    about_words: Annotated[Words, says("Before an hour that is told roughly.")] = empty(Words)
    after_hours: Annotated[Words, says("After a number from 1 to 12 that may be an hour.")] = empty(Words)
    not_before_hours: Annotated[Words, says("Before “15h” these tell a length, no time of day.")] = empty(Words)
    clock_links: Annotated[
        Words, says("Between a part of the day and its clock, beside `at_words` and `about_words`.")
    ] = empty(Words)
    early_words: Annotated[Words, says("Between a day and a part of it: “Saturday early morning”.")] = empty(Words)
    hours_words: Annotated[
        Words, says("After hour and minutes that are a time of day: “at 17:06 hours”, “2130 hrs”.")
    ] = empty(Words)
    hour_sides: Annotated[
        dict[str, int], says("Between minutes and an hour: 1 after the hour, -1 before it: “twenty past three”.")
    ] = empty(dict)
    hour_parts: Annotated[dict[str, int], says("Parts of an hour, in minutes: “half past six”.")] = empty(dict)
    # numbers of units
    first_words: Annotated[Words, says("The first of its units: “the first nine months of 2016”.")] = empty(Words)
    last_words: Annotated[Words, says("The last of its units: “the last three weeks of 2016”.")] = empty(Words)
    last_parts: Annotated[Words, says("After an article, before the unit: “the final quarter”, “the latter half”.")] = (
        empty(Words)
    )
    length_selectors: Annotated[Words, says("Between a selector and the length it counts: “the next two weeks”.")] = (
        empty(Words)
    )
    whole_words: Annotated[Words, says("Before “year”: the whole of it, by the calendar.")] = empty(Words)
    set_fillers: Annotated[Words, says("Between “every” and its unit: “every other week”.")] = empty(Words)
    old_words: Annotated[Words, says("After a length these make it an age.")] = empty(Words)
    week_openers: Annotated[Words, says("Between “week” and the day that tells which: “the week of May 12”.")] = empty(
        Words
    )
    ends_of_offsets: Annotated[
        Words, says("After a length these count from here only at the end of a clause: “two weeks before.”")
    ] = empty(Words)
    # what shows a year, a month, a season or a day
    sure_before_years: Annotated[Words, says("After one of these four digits are a year, whatever follows.")] = empty(
        Words
    )
    unsure_before_years: Annotated[Words, says("Prepositions that stand before counts as often as before years.")] = (
        empty(Words)
    )
    owners_of_years: Annotated[Words, says("Before four digits from 1900 on: “its 2016 plan”.")] = empty(Words)
    before_spelled_years: Annotated[
        Words, says("Before a year that is spelled as a number: “in two thousand and ten”.")
    ] = empty(Words)
    glued_before_years: Annotated[Words, says("Letters that touch the year after them: “FY2024”.")] = empty(Words)
    glued_after_digits: Annotated[Words, says("What touches four digits that are no year: “2000m”, “1000th”.")] = empty(
        Words
    )
    not_after_days: Annotated[Words, says("After “May 5” these tell that the number is no day.")] = empty(Words)
    after_march: Annotated[Words, says("After “the March” these tell that it is no month: “the March on Rome”.")] = (
        empty(Words)
    )
    before_seasons: Annotated[Words, says("Before a season whose name is also a word: “by spring”.")] = empty(Words)
    before_falls: Annotated[Words, says("Before “fall”, which is a verb after the others.")] = empty(Words)
    not_before_short_days: Annotated[Words, says("Before “Sun” and “Sat” these tell that it is no day.")] = empty(Words)
    before_slashed_days: Annotated[Words, says("Before “4/25” these tell that it is a day and no fraction.")] = empty(
        Words
    )
    after_future: Annotated[Words, says("After `future_before_to`, before what is to come: “set to resume”.")] = empty(
        Words
    )
    quarter_codes: Annotated[dict[str, int], says("Letters of quarters and halves, and how many a year has.")] = empty(
        dict
    )
    fiscal_codes: Annotated[Words, says("Letters before a fiscal year: “FY24”.")] = empty(Words)
    # times and their parts
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
        ByPhrase[Coded, str],
        says(
            "Zones of the clock with their distance from Greenwich; none where the words stand for several "
            "(CST, IST, Eastern time). A word alone counts in capitals only."
        ),
    ] = empty(ByPhrase)
    before_zones: Annotated[Words, says("Before a zone these change nothing: “6 p.m. local eastern time”.")] = empty(
        Words
    )
    after_places: Annotated[Words, says("After a place these make a zone of it: “9 a.m. Lima time”.")] = empty(Words)
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
    sets: Annotated[ByPhrase[SetEntry, SetEntry], says("Words for sets of times.")] = empty(ByPhrase)
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


class HolidayWords(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `lexicon/*/holidays.yaml`."""

    holidays: Annotated[ByPhrase[Holiday, str], says("Days with a name.")] = empty(ByPhrase)
    examples: tuple[Example, ...] = ()


class CalendarWords(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The shape of `calendars.yaml`."""

    fiscal_years: Annotated[
        ByKey[FiscalYear, str, FiscalYear],
        says(
            "Fiscal years by entity: “Apple's fiscal 2017” is October 2016 to September 2017, Sony's April 2017 "
            "to March 2018. Entities without an entry keep the calendar year."
        ),
    ] = empty(ByKey)
    day_first: Annotated[
        tuple[str, ...],
        says("Countries whose dates in digits put the day first; elsewhere 3/4/2024 keeps two readings."),
    ] = ()


class TimeLexicon(TimeWords, frozen=True, forbid_unknown_fields=True):
    """All words of time."""

    holiday_words: HolidayWords = HolidayWords()
    calendars: CalendarWords = CalendarWords()

    @cached_property
    def holidays(self) -> ByPhrase[Holiday, str]:
        """The ids of the days with a name, by their names."""
        return self.holiday_words.holidays

    @cached_property
    def holiday_rules(self) -> dict[str, Holiday]:
        """The days with a name by id."""
        return {day.id: day for day in self.holidays.listed}

    @cached_property
    def fiscal_years(self) -> ByKey[FiscalYear, str, FiscalYear]:
        """The fiscal years of entities, by id."""
        return self.calendars.fiscal_years

    @cached_property
    def day_first(self) -> frozenset[str]:
        """The countries (ISO 3166) whose dates in digits put the day first."""
        return frozenset(self.calendars.day_first)

    @cached_property
    def after_article(self) -> frozenset[str]:
        """What may follow an article at the start of a time, numbers apart; tells early that a "the" begins none."""
        phrases = (self.selectors, self.moments, self.references, self.modifiers, self.vague, self.holidays)
        keys = [phrase_keys(word) for table in phrases for entry in table.listed for word in entry.words]
        single = (self.months, self.weekdays, self.units, self.seasons, self.dayparts, self.clocks, self.decades)
        words = chain(
            (phrase[1] for phrase in keys if phrase[0] in self.articles and len(phrase) > 1),
            (phrase[0] for phrase in keys),
            chain.from_iterable(single),
        )
        return (frozenset(words) | self.fiscal | self.fillers | self.after_articles) - self.articles

    @cached_property
    def entry_words(self) -> frozenset[str]:
        """Every word that a time is made of, and those that may stand beside one."""
        lists = (items_of(getattr(self, name)) or () for name in TimeWords.__struct_fields__)
        entries = chain((item for items in lists for item in items if isinstance(item, Entry)), self.holidays.listed)
        phrases = (*(word for entry in entries for word in entry.words), *self.oclock.listed, *self.fiscal, *self.every)
        plain = (self.prepositions, self.before_entries, self.fillers, self.deadlines, self.unit_sides)
        return frozenset(chain((key for phrase in phrases for key in phrase_keys(phrase)), *plain))
