"""The Hebrew calendar, as far as feasts need it: the day of a month of a Hebrew year, by the rules of Hillel II.

Months count from Nisan, 1; 13 is Adar, or the second Adar of a leap year. Checked against published feast days.
"""

from __future__ import annotations

from datetime import date

# Where the count of days begins, as an ordinal of the Gregorian calendar; fixed by the feast days in the tests.
_EPOCH = -1373428
_TISHRI, _KISLEV, _ADAR = 7, 9, 13


def in_gregorian_year(year: int, month: int, day: int) -> date:
    """The day of that Hebrew date which falls in the Gregorian `year`; for months whose days never cross its end."""
    hebrew = year + (3761 if _TISHRI <= month <= _KISLEV else 3760)
    return date.fromordinal(_new_year(hebrew) + _before(hebrew, month) + day - 1)


def _new_year(year: int) -> int:
    """The ordinal of 1 Tishri."""
    last, this, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    moved = 2 if after - this == 356 else 1 if this - last == 382 else 0
    return _EPOCH + this + moved + 1


def _elapsed(year: int) -> int:
    """Days from the epoch to the mean new moon of the year, moved off Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    day = months * 29 + (12084 + 13753 * months) // 25920
    return day + (3 * (day + 1) % 7 < 3)


def _before(year: int, month: int) -> int:
    """Days of the year before the first of `month`."""
    length = _new_year(year + 1) - _new_year(year)
    leap = length > 355
    days = {7: 30, 8: 30 if length % 10 == 5 else 29, 9: 29 if length % 10 == 3 else 30, 10: 29, 11: 30}
    if leap:
        days[12] = 30
    days |= {_ADAR: 29, 1: 30, 2: 29, 3: 30, 4: 29, 5: 30, 6: 29}
    total = 0
    for number, count in days.items():
        if number == month:
            break
        total += count
    return total
