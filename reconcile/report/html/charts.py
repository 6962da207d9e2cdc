"""Which drawing a fact gets: a timeline where its value was revised, a strip chart where its values share an axis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.finding import Group, Relation
from reconcile.model.mention import Kind
from reconcile.model.period import Moment
from reconcile.model.value import Interval, Value
from reconcile.report.element import Markup, tag
from reconcile.report.html.drawings import Point, Strip, key, strip_chart, timeline
from reconcile.report.index import Index
from reconcile.report.periods import day_words, period_words
from reconcile.report.reading import value_read
from reconcile.report.words import number, scaled_words, unit_words

# A drawing with more lines tells nothing; the passages and tables have all.
MOST_CLAIMS = 30
_LABEL_CHARACTERS = 30


def chart(index: Index, group: Group, name: str) -> Markup | None:
    """The drawing of a fact with a caption; None where its claims have no numbers or days in common."""
    claims = index.members(group)[:MOST_CLAIMS]
    if len(claims) < 2:
        return None
    name = f"{name}-g"
    if all(claim.kind is Kind.DATE for claim in claims):
        return _figure(strip_chart(_days(index, claims), name, _day_label), "Days that each source leaves possible.")
    values = _on_one_axis(claims)
    if values is None:
        return None
    unit = _unit(claims[0])
    if group.verdict is Relation.REVISED:
        points = _points(index, claims, values)
        drawn = timeline(points, name, _tick)
        if drawn is not None:
            return _figure(drawn, f"{_TIME}{unit}.", key(points))
    strips = _strips(index, claims, values)
    return _figure(strip_chart(strips, name, _tick), f"{_legend(strips)}{unit}.")


_TIME = "In the order of days; a line leads through the values that are no bound"


def _legend(strips: Sequence[Strip]) -> str:
    """What the signs mean that are in this drawing."""
    bounds = [strip.possible for strip in strips]
    signs = {
        "Dot: the number as printed": any(strip.point is not None for strip in strips),
        "bar: every number that would be written so": True,
        "arrow: no bound on that side": any(b.low is None or b.high is None for b in bounds),
        "ring: the bound itself is excluded": any(b.low_open or b.high_open for b in bounds),
        "faded: what a hedge suggests": any(strip.soft is not None for strip in strips),
        "other colour: a declared fact": any(strip.reference for strip in strips),
    }
    legend = "; ".join(words for words, there in signs.items() if there)
    return f"{legend[0].upper()}{legend[1:]}"


def _figure(drawn: Markup | None, caption: str, after: Markup | None = None) -> Markup | None:
    return None if drawn is None else tag("figure", drawn, after, tag("figcaption", caption), class_="chart")


def _on_one_axis(claims: Sequence[Claim]) -> list[Value] | None:
    """The values in the unit in which they were compared; None where one has none or the units differ."""
    values = [claim.norm or claim.value for claim in claims]
    units = {_unit_of(claim) for claim in claims}
    known = [value for value in values if value is not None]
    return known if len(known) == len(claims) and len(units) == 1 else None


def _unit_of(claim: Claim) -> tuple[str | None, str | None, bool]:
    if claim.kind in (Kind.COUNT, Kind.NUMBER):
        # people, workers and staff may be counted against each other
        return (None, claim.per, False)
    if claim.norm is not None:
        return (claim.norm_unit, claim.per, False)
    return (claim.unit, claim.per, claim.kind is Kind.POINTS)


def _unit(claim: Claim) -> str:
    unit = claim.unit if claim.norm is None else claim.norm_unit
    per = f" per {claim.per}" if claim.per else ""
    return f". In {unit_words(unit)}{per}" if unit else ""


def _strips(index: Index, claims: Sequence[Claim], values: Sequence[Value]) -> list[Strip]:
    return [
        Strip(
            _name(index, claim),
            _cut(value_read(claim, brief=True)),
            value.written(),
            value.low if value.is_point else None,
            value.soft,
            reference=claim.source in index.documents and index.documents[claim.source].source.declared,
        )
        for claim, value in zip(claims, values, strict=True)
    ]


def _points(index: Index, claims: Sequence[Claim], values: Sequence[Value]) -> list[Point]:
    points = []
    for claim, value in zip(claims, values, strict=True):
        day = _day_of(index, claim)
        if day is not None:
            points.append(Point(day, _name(index, claim), value_read(claim, brief=True), value.written()))
    return points


def _day_of(index: Index, claim: Claim) -> date | None:
    """The day a value is of: where its period begins, else when it was published."""
    if claim.period is not None and claim.period.start is not None:
        return _date(claim.period.start)
    document = index.documents.get(claim.source)
    return None if document is None else document.source.published


def _days(index: Index, claims: Sequence[Claim]) -> list[Strip]:
    strips = []
    for claim in claims:
        period = claim.period
        if period is not None and period.start is not None and period.end is not None:
            last = max(_date(period.start).toordinal(), _date(period.end).toordinal() - 1)
            bounds = Interval(Decimal(_date(period.start).toordinal()), Decimal(last))
            strips.append(Strip(_name(index, claim), _cut(period_words(period, brief=True)), bounds))
    return strips if len(strips) > 1 else []


def _date(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _name(index: Index, claim: Claim) -> str:
    return index.place_words(claim.source, claim.span.start)


def _cut(words: str) -> str:
    return words if len(words) <= _LABEL_CHARACTERS else f"{words[: _LABEL_CHARACTERS - 1].rstrip()}…"


def _tick(value: Decimal) -> str:
    return scaled_words(value) or number(value)


def _day_label(ordinal: Decimal) -> str:
    return day_words(date.fromordinal(int(ordinal))) if ordinal >= 1 else ""
