"""Feast days as the published calendars give them, in plain and leap years."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.normaliser.calendar import in_gregorian_year


@pytest.mark.parametrize(
    ("month", "day", "falls"),
    [
        (7, 1, date(2017, 9, 21)),  # Rosh Hashanah
        (7, 10, date(2017, 9, 30)),  # Yom Kippur
        (7, 10, date(1973, 10, 6)),
        (9, 25, date(2017, 12, 13)),  # Hanukkah
        (13, 14, date(2017, 3, 12)),  # Purim, plain year
        (13, 14, date(2016, 3, 24)),  # Purim, leap year
        (1, 15, date(2017, 4, 11)),  # Passover
        (1, 15, date(2024, 4, 23)),
        (3, 6, date(2017, 5, 31)),  # Shavuot
        (2, 5, date(2017, 5, 1)),  # Independence Day, unless moved
        (4, 17, date(2017, 7, 11)),  # the fast of Tammuz
        (5, 9, date(2017, 8, 1)),  # the fast of Av
        (6, 1, date(2017, 8, 23)),  # the first of Elul
    ],
)
def test_a_feast_falls_on(month: int, day: int, falls: date) -> None:
    assert in_gregorian_year(falls.year, month, day) == falls
