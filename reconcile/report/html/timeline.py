"""A timeline: values of one thing at different times, each with what it leaves possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reconcile.model.interval import Interval
from reconcile.report.element import Markup, tag
from reconcile.report.html.axis import Axis
from reconcile.report.periods import day_words

WIDTH, HEIGHT = 360, 170
_LEFT, _RIGHT = 70, 344
_TOP, _BOTTOM = 14, 136


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day, by whom and in words."""

    day: date
    source: str
    words: str
    possible: Interval

    @property
    def middle(self) -> Decimal | None:
        """The number to draw: the middle of what is possible, or its one end."""
        ends = [end for end in (self.possible.low, self.possible.high) if end is not None]
        return sum(ends, Decimal(0)) / len(ends) if ends else None


def timeline(points: Sequence[Point], name: str, label: Callable[[Decimal], str]) -> Markup | None:
    """The drawing, days from left to right and values from below, with its words; None for fewer than two days."""
    drawn = sorted((p for p in points if p.middle is not None), key=lambda p: (p.day, p.source))
    days = Axis.over((Decimal(p.day.toordinal()) for p in drawn), _LEFT, _RIGHT)
    ends = (end for p in drawn for end in (p.possible.low, p.possible.high) if end is not None)
    values = Axis.over(ends, _BOTTOM, _TOP)
    if days is None or values is None or len({p.day for p in drawn}) < 2:
        return None
    told = "; ".join(f"{day_words(p.day)}, {p.source}: {p.words}" for p in drawn)
    return tag(
        "svg",
        tag("title", "Values in the order of their days", id=f"{name}-time"),
        tag("desc", told, id=f"{name}-times"),
        _frame(days, values, drawn, label),
        _way([p for p in drawn if p.possible.low is not None and p.possible.high is not None], days, values),
        [_mark(n, point, days, values) for n, point in enumerate(drawn, 1)],
        view_box=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_labelledby=f"{name}-time {name}-times",
        class_="time",
    )


def key(points: Sequence[Point]) -> Markup:
    """The numbered list that goes with the drawing."""
    drawn = sorted((p for p in points if p.middle is not None), key=lambda p: (p.day, p.source))
    return tag("ol", [tag("li", f"{day_words(p.day)}, {p.source}: {p.words}") for p in drawn], class_="key")


def _frame(days: Axis, values: Axis, points: Sequence[Point], label: Callable[[Decimal], str]) -> tuple[Markup, ...]:
    first, last = points[0].day, points[-1].day
    return (
        tag("line", x1=_LEFT, x2=_RIGHT, y1=_BOTTOM + 6, y2=_BOTTOM + 6, class_="axis"),
        *(
            tag("text", label(t), x=_LEFT - 8, y=f"{values.at(t) + 4:f}", class_="tick last")
            for t in values.ticks(5)
            if values.at(t) <= _BOTTOM
        ),
        tag("text", day_words(first), x=f"{days.at(Decimal(first.toordinal())):f}", y=_BOTTOM + 22, class_="tick mid"),
        tag("text", day_words(last), x=_RIGHT, y=_BOTTOM + 22, class_="tick last"),
    )


def _way(points: Sequence[Point], days: Axis, values: Axis) -> Markup | None:
    """The line from value to value; bounds are left out, since they name no value."""
    way = "L".join(f"{x:f} {y:f}" for x, y in (_place(p, days, values) for p in points))
    return tag("path", d=f"M{way}", class_="way") if way else None


def _place(point: Point, days: Axis, values: Axis) -> tuple[Decimal, Decimal]:
    return days.at(Decimal(point.day.toordinal())), values.at(point.middle or Decimal(0))


def _mark(n: int, point: Point, days: Axis, values: Axis) -> tuple[Markup, ...]:
    x, y = _place(point, days, values)
    low, high = point.possible.low, point.possible.high
    top = Decimal(_TOP) if high is None else values.at(high)
    foot = Decimal(_BOTTOM) if low is None else values.at(low)
    # on either side in turn, so that the numbers of one day do not cover each other
    side, place = (-7, "number last") if n % 2 == 0 and x > _LEFT + 20 else (7, "number")
    arrow = None if high is not None and low is not None else _arrow(x, up=high is None)
    return (
        tag("line", x1=f"{x:f}", x2=f"{x:f}", y1=f"{top:f}", y2=f"{foot:f}", class_="span"),
        tag("circle", cx=f"{x:f}", cy=f"{y:f}", r=4, class_="ring" if arrow else "point"),
        tag("text", str(n), x=f"{x + side:f}", y=f"{y - 6:f}", class_=place),
        *((arrow,) if arrow else ()),
    )


def _arrow(x: Decimal, *, up: bool) -> Markup:
    path = f"M{x:f} {_TOP - 6}l-6 8h12z" if up else f"M{x:f} {_BOTTOM + 4}l-6 -8h12z"
    return tag("path", d=path, class_="arrow")
