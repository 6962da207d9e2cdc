"""Money: which of several dollars a bare sign means where the source's country is known, and other currencies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Protocol

from reconcile.model.claim import Claim, Exchanged, Step
from reconcile.model.interval import Interval
from reconcile.model.mention import Kind, Mention, Reading
from reconcile.model.value import Value
from reconcile.normalise.rates import Rate


class Exchange(Protocol):
    """A table of rates, such as `reconcile.normalise.rates.rate`."""

    def __call__(self, unit: str, target: str, first: date, last: date, /) -> Rate | None:
        """What one `unit` was worth in `target` over a period; None where no rate is known."""


def localise(mention: Mention, country: str | None, currencies: Mapping[str, str]) -> Mention:
    """The mention read as the money of `country` (ISO 3166), if its sign may be that; else the mention as it is.

    `currencies` gives the currency of each country (`Pack.currencies.countries`). The other readings stay, the usual
    one among them: a writer in Toronto who means another dollar may still have left it to the context.
    """
    code = currencies.get(country or "")
    if mention.kind is not Kind.MONEY or code is None or mention.unit is None or code == mention.unit:
        return mention
    if all(reading.unit != code for reading in mention.readings):
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
    found: list[Exchanged] = []
    for unit in _units(claim):
        for target in sorted(mixed[key] - {unit}):
            known = rate(unit, target, *days)
            if known is not None:
                value = _widened(claim.value, known.least * (1 - band), known.most * (1 + band))
                found.append(Exchanged(unit, target, value, known.rate, known.day, band))
    steps = tuple(Step("normalise.rate", e.told()) for e in found)
    return replace(claim, exchanged=tuple(found), trail=(*claim.trail, *steps))


def _units(claim: Claim) -> Iterator[str]:
    """The currency of a claim, then each other that its sign may be."""
    units = (claim.unit, *(reading.unit for reading in claim.readings))
    yield from dict.fromkeys(unit for unit in units if unit is not None)


def _days(claim: Claim, published: Mapping[str, date | None]) -> tuple[date, date] | None:
    """The first and last day of a claim's own period, as far as the publication has seen it, else the publication."""
    told = published.get(claim.source)
    period = claim.period
    if period is None or period.start is None or period.end is None:
        return None if told is None else (told, told)
    first, after = (m.date() if isinstance(m, datetime) else m for m in (period.start, period.end))
    last = max(first, after - timedelta(days=1))
    if told is not None and first <= told < last:
        last = told
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
