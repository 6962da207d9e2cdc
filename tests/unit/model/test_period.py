"""Periods: half-open stretches of the calendar, and what lies between two of them, in days."""

from datetime import date, datetime

import pytest

from reconcile.model.period import Grain, Period, day_on, one_day

MAY = Period(date(2031, 5, 1), date(2031, 6, 1), "2031-05", Grain.MONTH)
SINCE = Period(date(2031, 5, 1), None, "2031-05-01/..", Grain.DAY)
UNTIL = Period(None, date(2031, 5, 2), "../2031-05-01", Grain.DAY)
NOWHERE = Period(None, None, "XXXX-05-01", Grain.DAY)
HOUR = Period(
    datetime.fromisoformat("2031-05-01T15:00"), datetime.fromisoformat("2031-05-01T16:00"), "2031-05-01T15", Grain.HOUR
)


def day(n, month=5):
    return one_day(date(2031, month, n))


def test_one_day_ends_with_the_next():
    made = day(1)
    assert (made.start, made.end, made.edtf, made.grain) == (
        date(2031, 5, 1),
        date(2031, 5, 2),
        "2031-05-01",
        Grain.DAY,
    )
    assert one_day(date.max) is None
    assert day_on(date(2031, 5, 1), -1) == date(2031, 4, 30)
    assert day_on(date.min, -1) is None


@pytest.mark.parametrize(("period", "days"), [(MAY, 31), (day(1), 1), (HOUR, 1), (SINCE, None), (UNTIL, None)])
def test_length_in_days(period, days):
    assert period.days == days


@pytest.mark.parametrize(
    ("period", "single"), [(day(1), date(2031, 5, 1)), (MAY, None), (HOUR, None), (UNTIL, None), (NOWHERE, None)]
)
def test_a_single_day(period, single):
    assert period.single_day == single


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [
        (MAY, day(31), True),
        (MAY, day(1, 6), False),
        (MAY, HOUR, True),
        (SINCE, day(1), True),
        (SINCE, day(30, 4), False),
        (UNTIL, day(1), True),
        (UNTIL, day(2), False),
        (SINCE, UNTIL, True),
        (NOWHERE, MAY, False),
    ],
)
def test_two_share_a_moment(a, b, shared):
    assert a.overlaps(b) is b.overlaps(a) is shared


@pytest.mark.parametrize(
    ("a", "b", "covers"),
    [
        (MAY, day(1), True),
        (MAY, day(31), True),
        (MAY, day(1, 6), False),
        (day(1), MAY, False),
        (MAY, MAY, True),
        (SINCE, MAY, True),
        (MAY, SINCE, False),
        (UNTIL, day(1), True),
        (UNTIL, day(2), False),
        (MAY, UNTIL, False),
        (NOWHERE, MAY, False),
        (MAY, NOWHERE, False),
    ],
)
def test_one_lies_inside_the_other(a, b, covers):
    assert a.covers(b) is covers


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [(day(1), day(2), 0), (day(1), day(4), 2), (MAY, day(4), 0), (SINCE, day(9), 0), (UNTIL, day(4), 2)],
)
def test_days_between_two(a, b, days):
    assert a.gap(b) == b.gap(a) == days


@pytest.mark.parametrize(
    ("b", "days", "near"),
    [(day(2), 1, True), (day(4), 2, False), (day(4), 3, True), (SINCE, 99, False), (UNTIL, 99, False)],
)
def test_two_are_within_so_many_days(b, days, near):
    assert day(1).within(days, b) is b.within(days, day(1)) is near


@pytest.mark.parametrize(
    ("a", "b", "before"),
    [
        (day(1), day(2), True),
        (MAY, day(1, 6), True),
        (day(2), day(2), False),
        (SINCE, day(9), False),
        (day(1), UNTIL, False),
    ],
)
def test_one_is_over_when_the_other_begins(a, b, before):
    assert a.ends_before(b) is before
    assert MAY.begins_after(date(2031, 4, 30))
    assert not MAY.begins_after(date(2031, 5, 1))
    assert not UNTIL.begins_after(date(2031, 4, 1))


@pytest.mark.parametrize(
    ("mod", "made"),
    [
        ("ON_OR_AFTER", (date(2031, 5, 1), None, "2031-05/..")),
        ("ON_OR_BEFORE", (None, date(2031, 6, 1), "../2031-05")),
        ("AFTER", (date(2031, 6, 1), None, "2031-06-01/..")),
        ("BEFORE", (None, date(2031, 5, 1), "../2031-04-30")),
        ("START", (date(2031, 5, 1), date(2031, 6, 1), "2031-05")),
    ],
)
def test_what_lies_on_one_side(mod, made):
    found = MAY.bounded(mod)
    assert (found.start, found.end, found.edtf) == made
    assert NOWHERE.bounded(mod) is NOWHERE


def test_before_the_first_day_there_is_no_time():
    first = one_day(date.min).bounded("BEFORE")
    assert (first.start, first.end, first.edtf) == (None, None, "XXXX")
    assert SINCE.bounded("AFTER") is SINCE
    assert UNTIL.bounded("BEFORE") is UNTIL
    two = Period(date(2031, 5, 1), date(2031, 5, 4), "2031-05-01/2031-05-03", Grain.DAY)
    assert two.bounded("ON_OR_AFTER").edtf == "2031-05-01/.."
    assert two.bounded("ON_OR_BEFORE").edtf == "../2031-05-03"


@pytest.mark.parametrize(("edtf", "says"), [("XXXX", False), ("XXXX-05", True), ("../..", False)])
def test_something_may_be_known_of_a_time_nowhere(edtf, says):
    assert Period(None, None, edtf, Grain.DAY).says_something is says
    assert MAY.says_something


def test_grains_are_in_order():
    assert Grain.SECOND.rank < Grain.DAY.rank < Grain.MONTH.rank < Grain.CENTURY.rank
