"""Rates of exchange: the European Central Bank's daily reference rates, as the package CurrencyConverter ships them.

Nothing is fetched and nothing is interpolated: a day without a rate (a weekend, a holiday) has that of the last day
before it that has one. `currency_converter` is imported here alone, and only when two currencies meet.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal, localcontext
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reconcile.model.period import day_on

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

# A rate older than this many days is none: markets pause for holidays, not for longer.
OLDEST = 7
# A period is looked at this often, in days, and on its last.
EVERY = 30
ONE = Decimal(1)


class Rate(NamedTuple):
    """How many of one currency one of another was worth: on `day`, and from least to most over the whole period."""

    day: date
    rate: Decimal
    least: Decimal
    most: Decimal


@cache
def rate(unit: str, target: str, first: date, last: date) -> Rate | None:
    """What one `unit` was worth in `target` (ISO 4217) on the last day of a period; None where no rate is known.

    `least` and `most` are of the days looked at, from the first to the last.
    """
    found = _last_known(unit, target, last)
    if found is None:
        return None
    day, closing = found
    seen = {closing}
    while first < last:
        known = _last_known(unit, target, first)
        if known is None:
            return None
        seen.add(known[1])
        first += timedelta(days=EVERY)
    return Rate(day, closing, min(seen), max(seen))


def _last_known(unit: str, target: str, day: date) -> tuple[date, Decimal] | None:
    """The last day not after `day` that has a rate, and the rate."""
    table = _table()
    if not {unit, target} <= table.currencies:
        return None
    for back in range(OLDEST + 1):
        known = day_on(day, -back)
        if known is None:
            return None
        if all(_listed(table, code, known) for code in (unit, target)):
            with localcontext() as context:
                context.prec = 12
                return known, Decimal(table.convert(ONE, unit, target, date=known))
    return None


def _listed(table: CurrencyConverter, code: str, day: date) -> bool:
    """Whether a currency has a rate of that very day."""
    from currency_converter import RateNotFoundError

    try:
        table.convert(ONE, code, "EUR", date=day)
    except RateNotFoundError:
        return False
    return True


@cache
def _table() -> CurrencyConverter:
    from currency_converter import CurrencyConverter

    return CurrencyConverter(decimal=True)
