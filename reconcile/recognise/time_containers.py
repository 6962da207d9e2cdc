"""Times that can hold others: a month, a year, a season, "last week" in "the Friday of last week"."""

from __future__ import annotations

from reconcile.model.timeexpr import Anchor, Fields, Selector, Unit, UnitAt
from reconcile.recognise.numerals import read_ordinal
from reconcile.recognise.scan import Scan
from reconcile.recognise.time_dates import read_month
from reconcile.recognise.time_reading import Read, key, year_at
from reconcile.recognise.time_spans import read_named_year
from reconcile.recognise.time_years import read_year

THE = Selector(Anchor.OPEN, 0)


def named(selector: Selector) -> Selector | None:
    """Such as "The Friday" is no other than "Friday"."""
    return None if selector == THE else selector


def read_container(scan: Scan, j: int) -> Read | None:
    """A month, year, season or unit that can hold another time."""
    if j >= len(scan.tokens):
        return None
    selected = scan.pack.times.selectors.match(scan.tokens, j) if key(scan, j) in scan.pack.times.selectors else None
    if selected is not None:
        return _plain(scan, selected[1], selected[0])
    month = read_month(scan, j)
    if month is not None:
        return month
    year = year_at(scan, j)
    if year is not None:
        return Read(Fields(year=year), j + 1, "time.year")
    season = scan.pack.times.seasons.get(key(scan, j))
    return read_season(scan, j) if season is not None else None


def _plain(scan: Scan, j: int, selector: Selector) -> Read | None:
    """A unit, month, season or quarter after a selector; never a time inside another, so that nesting has an end."""
    lexicon, word = scan.pack.times, key(scan, j)
    if word in lexicon.units and word not in lexicon.wary and not word.endswith("s"):
        return read_named_year(scan, j, lexicon.units[word]) or Read(
            UnitAt(lexicon.units[word], selector), j + 1, "time.unit"
        )
    if word in lexicon.seasons:
        return Read(Fields(season=lexicon.seasons[word], selector=named(selector)), j + 1, "time.season")
    if word in lexicon.months:
        return Read(Fields(month=lexicon.months[word], selector=named(selector)), j + 1, "time.month")
    ordinal = read_ordinal(scan, j) if j < scan.n else None
    unit = lexicon.units.get(key(scan, ordinal.end)) if ordinal is not None else None
    if ordinal is None or unit is not Unit.QUARTER or not 1 <= ordinal.value <= 4:
        return read_year(scan, j) if j < scan.n else None
    return Read(Fields(quarter=int(ordinal.value)), ordinal.end + 1, "time.quarter")


def read_season(scan: Scan, i: int) -> Read | None:
    """Spring, summer, winter; "fall" only beside a year or after a word that asks for a time."""
    season = scan.pack.times.seasons.get(key(scan, i))
    if season is None:
        return None
    if key(scan, i) in scan.pack.times.wary:
        year = year_at(scan, i + 1) or (key(scan, i + 1) == "of" and year_at(scan, i + 2))
        if not year and key(scan, i - 1) not in ("in", "by", "early", "late", "since", "until"):
            return None
        if not year and key(scan, i - 1) in ("by", "late", "early") and key(scan, i) == "fall":
            return None
    return Read(Fields(season=season), i + 1, "time.season")
