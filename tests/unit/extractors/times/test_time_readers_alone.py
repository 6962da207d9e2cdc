"""Each reader of times by itself, at a token of a short text: what it reads and where that ends."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reconcile.extractors.times import (
    calendar_units,
    clock,
    containers,
    dates,
    lengths,
    named_days,
    numbered,
    numeric_dates,
    reading,
    spans,
    tense,
    time_reader,
    years,
    zones,
)
from reconcile.extractors.times.reading import ReadTime
from reconcile.model.mention import TimexType
from reconcile.model.timeexpr import (
    Amount,
    Anchor,
    At,
    Clock,
    Core,
    Fields,
    Lean,
    Length,
    Offset,
    Recurrence,
    Reference,
    Selector,
    Stretch,
    Unit,
    UnitAt,
    Until,
)
from reconcile.model.tokens import Tokens
from reconcile.pipeline import default_pipeline
from reconcile.text.scan import Scan

LAST, SECOND = Selector(Anchor.PUBLICATION, -1), Selector(Anchor.PUBLICATION, 2)
ONE_YEAR = Length((Amount(Decimal(1), Unit.YEAR),))
HOUR_AND_A_HALF = Length((Amount(Decimal(1), Unit.HOUR), Amount(Decimal(30), Unit.MINUTE)))


def scan(text: str) -> Scan:
    return Scan(Tokens(text), default_pipeline().pack)


READ: tuple[tuple[ReadTime, str, Core, int], ...] = (
    (dates.read_date, "March 4 2017", Fields(year=2017, month=3, day=4), 3),
    (dates.read_date, "4 March 2017", Fields(year=2017, month=3, day=4), 3),
    (dates.read_date, "Mar. 2017 was dry", Fields(year=2017, month=3), 3),
    (dates.read_date, "Sep-2016-23 came", Fields(year=2016, month=9, day=23), 5),
    (numeric_dates.read_numeric_date, "2017-03-04", Fields(year=2017, month=3, day=4), 5),
    (numeric_dates.read_numeric_date, "3/4/2017", Fields(year=2017, month=3, day=4), 5),
    (numeric_dates.read_numeric_date, "31-Oct-74", Fields(year=1974, month=10, day=31), 5),
    (numeric_dates.read_numeric_date, "2016/12/May", Fields(year=2016, month=5, day=12), 5),
    (numeric_dates.read_numeric_date, "20170304", Fields(year=2017, month=3, day=4), 1),
    (years.read_year, "1988 was hot", Fields(year=1988), 1),
    (years.read_year, "490 BC", Fields(year=490, bc=True), 2),
    (years.read_year, "1990s", Fields(decade=199), 2),
    (years.read_year, "1900's", Fields(century=19), 3),
    (years.read_quarter_code, "Q3 2017", Fields(year=2017, quarter=3), 3),
    (years.read_quarter_code, "1H", Fields(half=1), 2),
    (years.read_spelled_year, "nineteen ninety-six", Fields(year=1996), 4),
    (years.read_short_decade, "'90s", Fields(decade=199), 3),
    (years.read_year_quarter, "2018-Q4", Fields(year=2018, quarter=4), 4),
    (lengths.read_length, "two and a half years", Length((Amount(Decimal("2.5"), Unit.YEAR),)), 5),
    (lengths.read_length, "one hour thirty", HOUR_AND_A_HALF, 3),
    (lengths.read_plural, "decades", Length((Amount(None, Unit.DECADE),)), 1),
    (lengths.read_plural, "year-long work", ONE_YEAR, 3),
    (lengths.read_set, "every other year", Recurrence(Length((Amount(Decimal(2), Unit.YEAR),))), 3),
    (containers.read_container, "last year", UnitAt(Unit.YEAR, LAST), 2),
    (containers.read_container, "the third quarter", Fields(quarter=3), 3),
    (containers.read_unit_offset, "year-ago quarter", Offset(ONE_YEAR, -1, Anchor.OPEN), 4),
    (containers.read_unit_offset, "year-ago quarters", Offset(ONE_YEAR, -1, Anchor.OPEN), 3),
    (containers.read_season, "summer", Fields(season="SU"), 1),
    (containers.read_week_of, "week of May 12", containers.nearest(Unit.WEEK, Fields(month=5, day=12), 4).core, 4),
    (numbered.read_ordinal_unit, "third-quarter profit", Fields(quarter=3), 3),
    (numbered.read_week_number, "week 12 of 2016", Fields(year=2016, week=12), 4),
    (numbered.read_week_number, "week 53 of 2016", Fields(year=2016, week=53), 4),
    (numbered.read_article_unit, "a third quarter", Fields(quarter=3), 3),
    (calendar_units.read_selected, "last April", Fields(month=4, selector=LAST), 2),
    (calendar_units.read_selected, "the 1988 period", Fields(year=1988), 3),
    (calendar_units.read_fiscal, "FY18", Fields(year=2018, fiscal=True), 2),
    (calendar_units.read_fiscal, "fiscal third quarter", Fields(quarter=3, fiscal=True), 3),
    (named_days.read_weekday, "Friday", Fields(weekday=4), 1),
    (named_days.read_weekday, "Fridays", Recurrence(each=Fields(weekday=4)), 1),
    (named_days.read_moment, "the day after tomorrow", UnitAt(Unit.DAY, SECOND), 4),
    (named_days.read_holiday, "Good Friday", Fields(holiday="good-friday"), 2),
    (named_days.read_reference, "recently", Reference("PAST_REF"), 1),
    (clock.read_spoken_clock, "seven thirty p.m.", At(None, Clock(7, 30, half="p")), 3),
    (clock.read_spoken_clock, "a quarter to ten", At(None, Clock(9, 45)), 4),
    (spans.read_years, "1998/99", Stretch(Fields(year=1998), Fields(year=1999)), 3),
    (spans.read_years, "2014-10", Fields(year=2014, month=10), 3),
    (spans.read_hours, "11-1 pm", Stretch(At(None, Clock(11, half="a")), At(None, Clock(1, half="p"))), 4),
)  # fmt: skip


@pytest.mark.parametrize(("read", "text", "core", "end"), READ)
def test_what_a_reader_reads(read: ReadTime, text: str, core: Core, end: int) -> None:
    found = read(scan(text), 0)
    assert found is not None
    assert (found.core, found.end) == (core, end)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (dates.read_date, "march cars"),
        (dates.read_date, "32 March"),
        (numeric_dates.read_numeric_date, "13/13/2016"),
        (numeric_dates.read_numeric_date, "2016-04-31"),
        (numeric_dates.read_numeric_date, "1-2-2016-4"),
        (years.read_year, "1985s"),
        (years.read_quarter_code, "Q5"),
        (years.read_quarter_code, "h1 2016"),
        (years.read_short_decade, "'95s"),
        (lengths.read_length, "8-month-old"),
        (lengths.read_length, "a second thought"),
        (lengths.read_plural, "nights"),
        (lengths.read_plural, "yrs"),
        (containers.read_season, "fall of the king"),
        (containers.read_week_of, "week of hard work"),
        (numbered.read_week_number, "week 54 of 2016"),
        (numbered.read_week_number, "week 12 of the trial"),
        (calendar_units.read_selected, "the half"),
        (calendar_units.read_fiscal, "FY 18"),
        (named_days.read_weekday, "sat down"),
        (named_days.read_counted_weekday, "two Thursdays"),
        (spans.read_years, "1799-02"),
        (spans.read_hours, "13-14 pm"),
    ],
)
def test_what_a_reader_leaves(read: ReadTime, text: str) -> None:
    assert read(scan(text), 0) is None


def test_digits_whose_day_and_month_may_change_places_are_read_both_ways() -> None:
    both, one = (numeric_dates.read_numeric_date(scan(text), 0) for text in ("3/4/2017", "13/4/2017"))
    assert both is not None
    assert one is not None
    assert (both.core, both.other) == (Fields(year=2017, month=3, day=4), Fields(year=2017, month=4, day=3))
    assert (one.core, one.other) == (Fields(year=2017, month=4, day=13), None)


@pytest.mark.parametrize(
    ("short", "year"), [(0, 2000), (68, 2068), (69, 1969), (99, 1999)]
)  # the rule of POSIX for two digits
def test_two_digits_as_a_year(short: int, year: int) -> None:
    assert years.full_year(short) == year


@pytest.mark.parametrize(
    ("core", "coarse"),
    [
        (At(None, Clock(5)), 0),
        (At(None, None, "MO"), 1),
        (Fields(weekday=1), 2),
        (Fields(holiday="christmas"), 2),
        (Fields(week=3), 3),
        (Fields(month=3), 4),
        (Fields(season="SU"), 5),
        (Fields(half=1, year=2016), 5),
        (Fields(year=2016), 6),
        (Fields(decade=199), 7),
        (Fields(century=19), 8),
        (UnitAt(Unit.MILLENNIUM, LAST), 9),
        (Stretch(Fields(month=3), Fields(month=4)), 4),
        (Offset(ONE_YEAR, -1, Anchor.OPEN), 6),
        (Reference("PAST_REF"), -1),
    ],
)
def test_how_coarse_a_time_is(core: Core, coarse: int) -> None:
    assert reading.level(core) == coarse


@pytest.mark.parametrize(
    ("core", "kind"),
    [
        (ONE_YEAR, TimexType.DURATION),
        (Until(ONE_YEAR, Fields(month=3)), TimexType.DURATION),
        (Recurrence(ONE_YEAR), TimexType.SET),
        (At(None, Clock(5)), TimexType.TIME),
        (Stretch(At(None, Clock(5)), At(None, Clock(6))), TimexType.TIME),
        (Stretch(Fields(year=2015), Fields(year=2016)), TimexType.DATE),
        (Offset(Length((Amount(Decimal(2), Unit.HOUR),)), -1, Anchor.OPEN), TimexType.TIME),
        (Offset(ONE_YEAR, -1, Anchor.OPEN), TimexType.DATE),
        (Fields(month=3), TimexType.DATE),
    ],
)
def test_the_type_of_a_time(core: Core, kind: TimexType) -> None:
    assert time_reader.timex_type(core) is kind


@pytest.mark.parametrize(
    ("text", "at", "leaning"),
    [
        ("They say that the board met here on Friday, near the old mill.", 8, Lean.PAST),
        ("They say that the board will meet here on Friday, near the mill.", 9, Lean.FUTURE),
        ("They say that the board had been due to meet on Friday, near it.", 11, Lean.PAST),
        ("They say the mill is in need of it on Friday, near the old town.", 10, Lean.NONE),
        ("The board must answer them all in full by Friday, near the mill.", 9, Lean.FUTURE),
        ("On Friday the board of the mill in the old town opened its gates.", 1, Lean.PAST),
        ("On Friday the board of the mill in the old town on the hill by the lake opened.", 1, Lean.NONE),
        ("Friday", 0, Lean.ENTRY),
    ],
)
def test_which_way_a_sentence_leans(text: str, at: int, leaning: Lean) -> None:
    assert tense.lean(scan(text), at, at + 1) is leaning


@pytest.mark.parametrize(("text", "day"), [("3 May", (3, 1)), ("3rd of May", (3, 2)), ("third", (3, 1)), ("32", None)])
def test_the_number_of_a_day(text: str, day: tuple[int, int] | None) -> None:
    assert reading.day_at(scan(text), 0) == day


@pytest.mark.parametrize(("text", "low", "short"), [("07", 0, 7), ("7", 0, None), ("107", 0, None), ("31", 32, None)])
def test_two_digits(text: str, low: int, short: int | None) -> None:
    assert reading.two_digits(scan(text), 0, low) == short


@pytest.mark.parametrize(("text", "number"), [("12", (12, 1)), ("twelve", (12, 1)), ("thirteen", None), ("1.5", None)])
def test_a_whole_number(text: str, number: tuple[int, int] | None) -> None:
    assert reading.whole_number(scan(text), 0, 1, 12) == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("GMT", ("GMT", "Z", 1)),
        ("gmt was left", None),
        ("Pacific, they said", ("Pacific", "", 1)),
        ("Pacific Bank said", None),
        ("UTC+9 or so", ("UTC+9", "+09:00", 3)),
        ("UTC-03:30", ("UTC-03:30", "-03:30", 5)),
        ("UTC+19", ("UTC", "Z", 1)),
        ("UTC - 3", ("UTC", "Z", 1)),
        ("local mountain time", ("mountain time", "", 3)),
        ("New Delhi time", ("New Delhi time", "", 3)),
        ("Santa Cruz Island time", None),
        ("Friday time", None),
        ("time", None),
    ],
)
def test_a_zone(text: str, found: tuple[str, str, int] | None) -> None:
    assert zones.zone_at(scan(text), 0) == found
