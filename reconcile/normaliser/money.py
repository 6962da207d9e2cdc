"""Money: which dollar a bare sign means, and other currencies at the European Central Bank's rates of the day.

Nothing is fetched and nothing is interpolated: a day without a rate (a weekend, a holiday) has that of the last day
before it that has one. `currency_converter` is imported here alone, and only when two currencies meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal, localcontext
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reconcile.model.claim import Claim, Exchanged, Step
from reconcile.model.mention import Kind, Mention, Reading
from reconcile.model.period import day_on
from reconcile.model.value import Interval, Value

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
    latest = _last_known(unit, target, last)
    if latest is None:
        return None
    day, closing = latest
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


class Exchange(Protocol):
    """A table of rates, such as `reconcile.normaliser.money.rate`."""

    def __call__(self, unit: str, target: str, first: date, last: date, /) -> Rate | None:
        """What one `unit` was worth in `target` over a period; None where no rate is known."""


def localise(mention: Mention, country: str | None, currencies: Mapping[str, str]) -> Mention:
    """The mention read as the money of `country` (ISO 3166), if its sign may be that; else the mention as it is.

    `currencies` gives the currency of each country (`Pack.currencies.countries`). The other readings stay, the usual
    one among them: a writer in Toronto who means another dollar may still have left it to the context.
    """
    code = currencies.get(country or "")
    if code is None or code == mention.unit or all(reading.unit != code for reading in mention.readings):
        return mention
    usual = Reading("the sign's usual country", unit=mention.unit, kind=Kind.MONEY)
    others = tuple(reading for reading in mention.readings if reading.unit != code)
    return replace(mention, unit=code, readings=(usual, *others))


def exchanged(
    claims: Iterable[Claim], published: Mapping[str, date | None], band: Decimal, rate: Exchange
) -> tuple[Claim, ...]:
    """The same claims, in order; where one thing is given in two currencies, each also in the other's.

    The rate is that of the end of a claim's period, or of its publication (`published`, by source). It widens the
    value: by all that the rate was worth within the period, and by `band` (relative) to each side.
    """
    claims = tuple(claims)
    met: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        key = _key(claim)
        if key is not None and claim.unit is not None:
            met[key].add(claim.unit)
    mixed = {key: units for key, units in met.items() if len(units) > 1}
    return tuple(_in_others(c, mixed, published, band, rate) for c in claims) if mixed else claims


def _key(claim: Claim) -> tuple[str, str] | None:
    """Subject and metric of an amount of money; None for anything else, or where no rule names the metric."""
    if claim.dimension != "currency" or claim.subject is None or claim.metric is None or claim.metric.is_open:
        return None
    return claim.subject.id, claim.metric.id


def _in_others(
    claim: Claim,
    mixed: Mapping[tuple[str, str], set[str]],
    published: Mapping[str, date | None],
    band: Decimal,
    rate: Exchange,
) -> Claim:
    key, days = _key(claim), _days(claim, published)
    if key is None or key not in mixed or days is None or claim.value is None:
        return claim
    amounts: list[Exchanged] = []
    for unit in _units(claim):
        for target in sorted(mixed[key] - {unit}):
            known = rate(unit, target, *days)
            if known is not None:
                value = _widened(claim.value, known.least * (1 - band), known.most * (1 + band))
                amounts.append(Exchanged(unit, target, value, known.rate, known.day, band))
    steps = tuple(Step("normalise.rate", e.describe()) for e in amounts)
    return replace(claim, exchanged=tuple(amounts), trail=(*claim.trail, *steps))


def _units(claim: Claim) -> Iterator[str]:
    """The currency of a claim, then each other that its sign may be."""
    units = (claim.unit, *(reading.unit for reading in claim.readings))
    yield from dict.fromkeys(unit for unit in units if unit is not None)


def _days(claim: Claim, published: Mapping[str, date | None]) -> tuple[date, date] | None:
    """The first and last day of a claim's own period, as far as the publication has seen it, else the publication."""
    published_on = published.get(claim.source)
    period = claim.period
    if period is None or period.start is None or period.end is None:
        return None if published_on is None else (published_on, published_on)
    first, after = (m.date() if isinstance(m, datetime) else m for m in (period.start, period.end))
    last = max(first, after - timedelta(days=1))
    if published_on is not None and first <= published_on < last:
        last = published_on
    return first, last


def _widened(value: Value, low: Decimal, high: Decimal) -> Value:
    """The value at every rate from `low` to `high`; what it is taken to mean likewise."""
    soft = None if value.soft is None else _at(value.soft, low, high)
    return Value(_at(value.written(), low, high), None, None, soft)


def _at(interval: Interval, low: Decimal, high: Decimal) -> Interval:
    """An amount of money at a range of rates; a negative end moves the other way."""
    ends = (
        None if interval.low is None else interval.low * (low if interval.low >= 0 else high),
        None if interval.high is None else interval.high * (high if interval.high >= 0 else low),
    )
    return Interval(*ends, interval.low_open, interval.high_open)
