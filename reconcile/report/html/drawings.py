"""Drawings: an axis, a strip chart of what each source leaves possible, and a timeline of values of one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Context, Decimal

from reconcile.model.value import Interval
from reconcile.report.element import Child, Markup, tag
from reconcile.report.periods import day_words

# Values this many times apart share a line only on a logarithmic axis.
_LOG_SCALE_RATIO = 20
_TENTH = Decimal("0.1")
_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
# Enough digits for any place on a drawing; the same on every machine.
_EXACT = Context(prec=40)


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high`, drawn from `left` to `right`; `low` is below `high`, and above zero if `logarithmic`."""

    low: Decimal
    high: Decimal
    left: Decimal
    right: Decimal
    logarithmic: bool = False

    @classmethod
    def over(cls, numbers: Iterable[Decimal], left: int, right: int) -> Axis | None:
        """An axis that shows every number with some room at either end; None without numbers."""
        ends = sorted(set(numbers))
        if not ends:
            return None
        low, high = ends[0], ends[-1]
        if low > 0 and high >= low * _LOG_SCALE_RATIO:
            return cls(_EXACT.divide(low, Decimal(2)), high * 2, Decimal(left), Decimal(right), logarithmic=True)
        room = _EXACT.divide(high - low, Decimal(8)) or _EXACT.divide(abs(high), Decimal(10)) or Decimal(1)
        start = Decimal(0) if 0 <= low < room else low - room
        return cls(start, high + room, Decimal(left), Decimal(right))

    def at(self, number: Decimal) -> Decimal:
        """Where a number lies, to a tenth; a number beyond an end lies at that end."""
        inside = min(max(number, self.low), self.high)
        share = _EXACT.divide(self._scaled(inside) - self._scaled(self.low), self._length)
        return (self.left + share * (self.right - self.left)).quantize(_TENTH)

    def ticks(self, most: int = 4) -> tuple[Decimal, ...]:
        """Round numbers to print below the line, at most so many."""
        return self._powers(most) if self.logarithmic else self._even(most)

    @property
    def _length(self) -> Decimal:
        return self._scaled(self.high) - self._scaled(self.low)

    def _scaled(self, number: Decimal) -> Decimal:
        return _EXACT.log10(number) if self.logarithmic else number

    def _even(self, most: int) -> tuple[Decimal, ...]:
        length = self.high - self.low
        power = Decimal(1).scaleb(length.adjusted() - 1)
        steps = (power * scale * step for scale in (1, 10, 100) for step in _STEPS)
        for step in steps:
            first = -_EXACT.divide(-self.low, step).to_integral_value(ROUND_FLOOR)
            last = _EXACT.divide(self.high, step).to_integral_value(ROUND_FLOOR)
            if last - first < most:
                return tuple(step * n for n in range(int(first), int(last) + 1))
        return ()

    def _powers(self, most: int) -> tuple[Decimal, ...]:
        first, last = self.low.adjusted() + 1, self.high.adjusted()
        skip = max(1, -(-(last - first + 1) // most))
        return tuple(Decimal(1).scaleb(power) for power in range(first, last + 1, skip))


# A strip chart, in the units of its own view box: its edges, a line of it, the axis below, the narrowest bar.
STRIP_WIDTH = 360
LEFT, RIGHT = 12, 348
ROW = 34
_FOOT = 26
_LEAST = Decimal(4)


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of the chart: whose it is, what it says in words, what that leaves possible.

    `soft` is what a reader takes a hedge to mean; `point` the number as printed; `reference` marks a declared fact.
    """

    source: str
    words: str
    possible: Interval
    point: Decimal | None = None
    soft: Interval | None = None
    reference: bool = False


def strip_chart(strips: Sequence[Strip], name: str, label: Callable[[Decimal], str]) -> Markup | None:
    """The drawing, with its words for those who do not see it; None where no end is a number."""
    ends = [end for s in strips for i in (s.possible, s.soft) if i is not None for end in (i.low, i.high)]
    axis = Axis.over((end for end in ends if end is not None), LEFT, RIGHT)
    if axis is None:
        return None
    height = ROW * len(strips)
    rows = [tag("g", _row(strip, axis), transform=f"translate(0 {ROW * n})") for n, strip in enumerate(strips)]
    words = ("What each source leaves possible", "; ".join(f"{s.source}: {s.words}" for s in strips))
    ids = (f"{name}-chart", f"{name}-told")
    return _svg("strip", ids, words, (STRIP_WIDTH, height + _FOOT), rows, _foot(axis, height, label))


def _svg(kind: str, ids: tuple[str, str], words: tuple[str, str], size: tuple[int, int], *drawn: Child) -> Markup:
    """A drawing of a width and height in its own units, with its title and description for those who do not see it."""
    return tag(
        "svg",
        tag("title", words[0], id=ids[0]),
        tag("desc", words[1], id=ids[1]),
        *drawn,
        view_box=f"0 0 {size[0]} {size[1]}",
        role="img",
        aria_labelledby=" ".join(ids),
        class_=kind,
    )


def _row(strip: Strip, axis: Axis) -> tuple[Markup | None, ...]:
    label = f"{strip.source}{' (declared)' if strip.reference else ''}"
    words = tag("text", tag("tspan", label, class_="who"), f"  {strip.words}", x=LEFT, y=12)
    line = tag("line", x1=LEFT, x2=RIGHT, y1=24, y2=24, class_="rail")
    soft = None if strip.soft is None else _bar(strip.soft, axis, 17, 14, "soft")
    kind = "hard reference" if strip.reference else "hard"
    hard = _bar(strip.possible, axis, 20, 8, kind)
    point = None if strip.point is None else tag("circle", cx=_text(axis.at(strip.point)), cy=24, r=4, class_="point")
    return (words, line, soft, hard, *_ends(strip.possible, axis), point)


def _bar(interval: Interval, axis: Axis, y: int, height: int, kind: str) -> Markup:
    start = axis.left if interval.low is None else axis.at(interval.low)
    end = axis.right if interval.high is None else axis.at(interval.high)
    width = max(end - start, _LEAST)
    x = start - (width - (end - start)) / 2
    return tag("rect", x=_text(x), y=y, width=_text(width), height=height, class_=kind)


def _ends(interval: Interval, axis: Axis) -> tuple[Markup, ...]:
    """An arrow where a value is without bound, a ring where its bound does not belong to it."""
    out = []
    if interval.low is None:
        out.append(tag("path", d=f"M{_text(axis.left - 9)} 24l9 -7v14z", class_="arrow"))
    elif interval.low_open:
        out.append(_ring(axis.at(interval.low)))
    if interval.high is None:
        out.append(tag("path", d=f"M{_text(axis.right + 9)} 24l-9 -7v14z", class_="arrow"))
    elif interval.high_open:
        out.append(_ring(axis.at(interval.high)))
    return tuple(out)


def _ring(x: Decimal) -> Markup:
    return tag("circle", cx=_text(x), cy=24, r=4, class_="ring")


def _foot(axis: Axis, y: int, label: Callable[[Decimal], str]) -> Markup:
    ticks = axis.ticks()
    return tag(
        "g",
        tag("line", x1=LEFT, x2=RIGHT, y1=y + 4, y2=y + 4, class_="axis"),
        [tag("line", x1=_text(axis.at(t)), x2=_text(axis.at(t)), y1=y + 4, y2=y + 8, class_="axis") for t in ticks],
        [tag("text", label(t), x=_text(axis.at(t)), y=y + 19, class_=f"tick {_side(axis.at(t))}") for t in ticks],
    )


def _side(x: Decimal) -> str:
    """Where the words of a tick lie, so that none leaves the drawing."""
    return "first" if x < LEFT + 30 else "last" if x > RIGHT - 30 else "mid"


def _text(number: Decimal) -> str:
    return f"{number.normalize():f}"


# A timeline, in the units of its own view box: its size, and where its days and its values lie.
TIMELINE_WIDTH, TIMELINE_HEIGHT = 360, 170
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
    drawn = _in_order(points)
    days = Axis.over((Decimal(p.day.toordinal()) for p in drawn), _LEFT, _RIGHT)
    ends = (end for p in drawn for end in (p.possible.low, p.possible.high) if end is not None)
    values = Axis.over(ends, _BOTTOM, _TOP)
    if days is None or values is None or len({p.day for p in drawn}) < 2:
        return None
    words = ("Values in the order of their days", "; ".join(map(_point_words, drawn)))
    bounded = [p for p in drawn if p.possible.low is not None and p.possible.high is not None]
    return _svg(
        "time",
        (f"{name}-time", f"{name}-times"),
        words,
        (TIMELINE_WIDTH, TIMELINE_HEIGHT),
        _frame(days, values, drawn, label),
        _value_line(bounded, days, values),
        [_mark(n, point, days, values) for n, point in enumerate(drawn, 1)],
    )


def key(points: Sequence[Point]) -> Markup:
    """The numbered list that goes with the drawing."""
    return tag("ol", [tag("li", _point_words(point)) for point in _in_order(points)], class_="key")


def _in_order(points: Sequence[Point]) -> list[Point]:
    return sorted((p for p in points if p.middle is not None), key=lambda p: (p.day, p.source))


def _point_words(point: Point) -> str:
    return f"{day_words(point.day)}, {point.source}: {point.words}"


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


def _value_line(points: Sequence[Point], days: Axis, values: Axis) -> Markup | None:
    """The line from value to value; bounds are left out, since they name no value."""
    line = "L".join(f"{x:f} {y:f}" for x, y in (_place(p, days, values) for p in points))
    return tag("path", d=f"M{line}", class_="way") if line else None


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
