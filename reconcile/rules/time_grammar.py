"""The small words by which times are put together: what stands before, between and after their parts."""

from __future__ import annotations

from typing import Annotated

from reconcile.rules.lexicon import Lexicon, Words, empty, says


class TimeGrammar(Lexicon, frozen=True, forbid_unknown_fields=True):
    """The small words of `lexicon/*/times.yaml`."""

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
    after_joined_hours: Annotated[Words, says("After four digits that are hours and minutes: “1030 GMT”.")] = empty(
        Words
    )
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
