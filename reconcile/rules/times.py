"""Words of time with the named days and the fiscal years: what the readers of time look words up in."""

from __future__ import annotations

from functools import cached_property
from itertools import chain

from reconcile.model.tokens import phrase_keys
from reconcile.rules.calendars import CalendarWords, FiscalYear, Holiday, HolidayWords
from reconcile.rules.lexicon import ByKey, ByPhrase, items_of
from reconcile.rules.time_files import Entry, TimeWords


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
