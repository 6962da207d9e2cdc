"""Times that can hold others, and lengths placed in them: "the Friday of last week", the first nine months of 2016."""

from __future__ import annotations

from decimal import Decimal

from reconcile.extractors.quantities.numerals import read_ordinal
from reconcile.extractors.times.dates import end_of, read_day_month, read_month
from reconcile.extractors.times.lengths import read_amount
from reconcile.extractors.times.placed_units import read_named_year
from reconcile.extractors.times.reading import Read, is_indefinite, skip, year_at
from reconcile.extractors.times.years import read_year
from reconcile.model.timeexpr import Amount, Anchor, Core, Fields, Length, Selector, Unit, UnitAt, Until
from reconcile.text.scan import Scan

THE = Selector(Anchor.OPEN, 0)


def named(selector: Selector) -> Selector | None:
    """Such as "The Friday" is no other than "Friday"."""
    return None if selector == THE else selector


def read_container(scan: Scan, j: int) -> Read | None:
    """A month, year, season or unit that can hold another time."""
    selected = scan.pack.times.selectors.match(scan.tokens, j) if scan.keys[j] in scan.pack.times.selectors else None
    if selected is not None:
        return _plain(scan, selected[1], selected[0])
    month = read_month(scan, j)
    if month is not None:
        return month
    year = year_at(scan, j)
    if year is not None:
        return Read(Fields(year=year), j + 1, "time.year")
    season = scan.pack.times.seasons.get(scan.keys[j])
    return read_season(scan, j) if season is not None else None


def _plain(scan: Scan, j: int, selector: Selector) -> Read | None:
    """A unit, month, season or quarter after a selector; never a time inside another, so that nesting has an end."""
    lexicon, word = scan.pack.times, scan.keys[j]
    if word in lexicon.units and word not in lexicon.wary and not word.endswith("s"):
        return read_named_year(scan, j, lexicon.units[word]) or Read(
            UnitAt(lexicon.units[word], selector), j + 1, "time.unit"
        )
    if word in lexicon.seasons:
        return Read(Fields(season=lexicon.seasons[word], selector=named(selector)), j + 1, "time.season")
    if word in lexicon.months:
        return Read(Fields(month=lexicon.months[word], selector=named(selector)), j + 1, "time.month")
    ordinal = read_ordinal(scan, j)
    unit = lexicon.units.get(scan.keys[ordinal.end]) if ordinal is not None else None
    if ordinal is None or unit is not Unit.QUARTER or not 1 <= ordinal.value <= 4:
        return read_year(scan, j)
    return Read(Fields(quarter=int(ordinal.value)), ordinal.end + 1, "time.quarter")


def read_season(scan: Scan, i: int) -> Read | None:
    """Spring, summer, winter; "fall" only beside a year or after a word that asks for a time."""
    season = scan.pack.times.seasons.get(scan.keys[i])
    if season is None:
        return None
    if scan.keys[i] in scan.pack.times.wary:
        year = year_at(scan, i + 1) or (scan.keys[i + 1] == "of" and year_at(scan, i + 2))
        times = scan.pack.times
        asking = times.before_falls if scan.keys[i] == "fall" else times.before_seasons
        if not year and scan.keys[i - 1] not in asking:
            return None
    return Read(Fields(season=season), i + 1, "time.season")


_LONG = frozenset({Unit.DECADE, Unit.CENTURY})


def read_selected_length(scan: Scan, j: int, selector: Selector) -> Read | None:
    """A length after a selector, placed by what follows it or by the day from which the selector counts."""
    start, times = j, scan.pack.times
    if scan.keys[j - 1] == "last" and scan.keys[j - 2] in scan.pack.language.modals:
        # "should last 14 hours" is the verb
        return None
    j = skip(scan, j, times.first_words | times.last_words | times.length_selectors)
    if is_indefinite(scan, j) or scan.keys[j] == "half":
        return None
    amount = read_amount(scan, j) or _quarters(scan, j)
    if amount is None or (selector == Selector(Anchor.OPEN, 0) and start == j and amount[0].number is None):
        return None
    length = Length((amount[0],))
    k = amount[1]
    ended = _ended(scan, k, length)
    if ended is not None:
        return ended
    inside = _inside(scan, start, k, length, selector)
    return inside or Read(_counted(length, selector), k, "time.length")


def _quarters(scan: Scan, j: int) -> tuple[Amount, int] | None:
    """The two quarters of "the first two quarters of 2031", which elsewhere are parts of a whole."""
    number = scan.pack.numerals.cardinals.get(scan.keys[j])
    return (Amount(Decimal(number), Unit.QUARTER), j + 2) if number and scan.keys[j + 1] == "quarters" else None


def _ended(scan: Scan, k: int, length: Length) -> Read | None:
    """Such as "the three months ended May 31", "the nine months to March"; the date stays a time of its own."""
    if scan.keys[k] not in scan.pack.times.endings and scan.keys[k] != "to":
        return None
    end = read_month(scan, k + 1) or read_day_month(scan, k + 1)
    return None if end is None else Read(Until(length, end_of(scan, k, end.core)), k, "time.ended")


def _inside(scan: Scan, start: int, k: int, length: Length, selector: Selector) -> Read | None:
    """Such as "the first nine months" of 2016, "the last three weeks" of this year, which stay times of their own."""
    if scan.keys[k] not in scan.pack.times.inside or length.parts[0].number is None:
        return None
    first = scan.keys[start] in scan.pack.times.first_words
    if not first and scan.keys[start] not in scan.pack.times.last_words and selector.step >= 0:
        return None
    whole = read_container(scan, k + 1)
    return None if whole is None else Read(Until(length, whole.core, forward=first), k, "time.length")


def _counted(length: Length, selector: Selector) -> Core:
    """Back or on from the day the selector counts from; a length without number or side has no place."""
    if length.parts[0].number is None or not selector.step:
        return length
    anchor = Anchor.OPEN if selector.anchor is Anchor.TEXT else selector.anchor
    day = UnitAt(Unit.DAY, Selector(anchor, -1 if selector.step < 0 else 1))
    return Until(length, day, forward=selector.step > 0)


def read_long_past(scan: Scan, j: int, unit: Unit, selector: Selector) -> Read | None:
    """Such as "the past decade": the ten years up to now, as against "the last decade", which the calendar counts."""
    if unit not in _LONG or scan.keys[j - 1] != "past":
        return None
    return Read(_counted(Length((Amount(Decimal(1), unit),)), selector), j + 1, "time.length")
