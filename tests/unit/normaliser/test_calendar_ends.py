"""The ends of the calendar: what would lie outside the years 1 to 9999 is no resolved time, and nothing raises."""

from datetime import date

import pytest

from reconcile.model.period import Grain, Period, day_on, one_day
from reconcile.normaliser.money import rate
from reconcile.pipeline import document

FIRST, LAST = date.min, date.max
PUBLISHED = (None, FIRST, date(1, 1, 8), date(1, 3, 1), date(100, 2, 28), date(9990, 1, 1), date(9999, 12, 1), LAST)
TIMES = (
    "0001-01-01", "9999-12-31", "January 1, 0001", "31 December 9999", "before 0001-01-01", "before January 1, 0001",
    "after 31 December 9999", "since 0001", "until 9999", "by the end of 9999", "in early 0001", "in late 9999",
    "in mid-December 9999", "week 53 of 9999", "in week 53", "in week 1", "2020-W53", "fiscal 0001", "fiscal 9999",
    "in the fiscal fourth quarter", "in the first quarter of 0001", "in the fourth quarter of 9999",
    "in the second half of 9999", "in winter 9999", "last winter", "next summer", "yesterday", "tomorrow",
    "last week", "next week", "last weekend", "this weekend", "last month", "next month", "last quarter",
    "next quarter", "last year", "next year", "last decade", "next decade", "last century", "next century",
    "next millennium", "two years ago", "5,000 years ago", "in 5,000 years", "99999999999 days ago",
    "two days earlier", "the day before", "the next day", "a year earlier", "a century later", "last Monday",
    "next Friday", "on Sunday", "on May 4", "on December 31", "on January 1", "on the 31st", "overnight",
    "from 11 pm to 3 am", "at midnight on 31 December 9999", "on the night of 31 December 9999", "tonight",
    "the first Monday of January 0001", "the last Friday of December 9999", "Easter 9999", "Easter 0001",
    "Hanukkah 9999", "Rosh Hashanah 0001", "Christmas 9999", "in the 99th century", "in the 100th century",
    "in the 9990s", "in the 0000s", "over the past 9,000 years", "over the next 9,000 years",
    "in the last two months", "in the next two months", "the three months to January 0001",
    "the nine months ended December 31, 9999", "9998-9999", "9999-10000", "from December 9999 to January",
    "in the same period of 0001", "the same period of last year", "10000 BC", "44 BC",
)  # fmt: skip
FRAMES = (
    "Corvid sold 5 cars {}.",
    "{} Corvid sold 5 cars.",
    "RIGA, {} (Wire) - Corvid said it sold 5 cars. A year earlier it sold 9, and two days later 11.",
    "Corvid's profit rose to $5 million {}, from $3 million in the same period of the year before.",
)


@pytest.mark.parametrize("published", PUBLISHED, ids=str)
def test_no_time_reported_on_any_day_raises(stages, published):
    for time in TIMES:
        for frame in FRAMES:
            text = frame.format(time)
            for claim in stages.claims(document(text, published=published)):
                assert claim.period is None or claim.period.start is None or FIRST <= day(claim.period.start) <= LAST


def day(moment):
    return date(moment.year, moment.month, moment.day)


@pytest.mark.parametrize(
    ("phrase", "published", "edtf"),
    [
        ("0001-01-01", None, "0001-01-01"),
        ("last year", date(2, 5, 5), "0001"),
        ("next year", date(9997, 5, 5), "9998"),
        ("yesterday", date(1, 1, 2), "0001-01-01"),
        ("tomorrow", date(9999, 12, 29), "9999-12-30"),
        ("before 0001-01-02", None, "../0001-01-01"),
    ],
)
def test_what_lies_inside_is_resolved_up_to_the_ends(stages, phrase, published, edtf):
    assert periods(stages, phrase, published) == [edtf]


@pytest.mark.parametrize(
    ("phrase", "published"),
    [
        ("last year", FIRST),
        ("yesterday", FIRST),
        ("next century", LAST),
        ("tomorrow", LAST),
        ("next year", date(9999, 5, 5)),
        ("31 December 9999", None),
        ("before 0001-01-01", None),
        ("5,000 years ago", date(2020, 1, 1)),
    ],
)
def test_what_lies_outside_stays_open(stages, phrase, published):
    mentions = stages.mentions(document(f"It fell {phrase}, he said.", published=published))
    timexes = [m.timex for m in mentions if m.timex is not None]
    assert timexes
    assert not any(t.period is not None and t.period.is_resolved for t in timexes)


def periods(stages, phrase, published):
    mentions = stages.mentions(document(f"It fell {phrase}, he said.", published=published))
    return [m.timex.period.edtf for m in mentions if m.timex is not None and m.timex.period is not None]


def test_the_news_of_the_first_days_begins_with_the_calendar_and_the_last_day_has_none(stages):
    text = "The storm killed five people."
    for published, edtf in ((date(1, 1, 3), "0001-01-01/0001-01-03"), (date(1, 1, 7), "0001-01-01/0001-01-07"),
                            (date(9999, 12, 30), "9999-12-24/9999-12-30"), (LAST, None)):  # fmt: skip
        (claim,) = stages.claims(document(text, published=published))
        assert (claim.period and claim.period.edtf) == edtf


def test_what_has_gone_on_since_the_first_days_is_read(stages):
    text = "The shop opened on 0001-01-03 and has sold 5 cars."
    assert stages.claims(document(text, published=date(1, 1, 5)))


def test_days_outside_the_calendar_are_none():
    assert day_on(FIRST, -1) is None
    assert day_on(LAST, 1) is None
    assert day_on(FIRST, 3652058) == LAST
    assert day_on(LAST, 10**12) is None
    assert one_day(LAST) is None
    assert one_day(FIRST) == Period(FIRST, date(1, 1, 2), "0001-01-01", Grain.DAY)


def test_nothing_lies_before_the_first_day():
    assert not one_day(FIRST).bounded("BEFORE").is_resolved
    assert one_day(date(1, 1, 2)).bounded("BEFORE").end == date(1, 1, 2)


def test_there_is_no_rate_at_the_ends_of_the_calendar():
    assert rate("USD", "EUR", FIRST, FIRST) is None
    assert rate("USD", "EUR", LAST, LAST) is None


@pytest.mark.parametrize("published", [FIRST, date(1, 1, 4), date(9999, 12, 29), LAST], ids=str)
def test_a_run_of_such_articles_is_made(stages, published):
    sunk = "The ferry sank on {}, and 5 people died."
    texts = (sunk.format("Tuesday, January 2"), sunk.format("Friday, December 30"), "Corvid sold 7 cars on Monday.")
    run = stages.run(document(t, id=str(n), published=published) for n, t in enumerate(texts))
    assert len(run.documents) == 3
    assert not [d for d in run.diagnostics if d.code.startswith(("input.", "internal."))]
