"""A strip chart: what each source leaves possible, one line a source, on one axis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reconcile.model.interval import Interval
from reconcile.report.element import Markup, tag
from reconcile.report.html.axis import Axis

WIDTH = 360
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
    height = ROW * len(strips) + _FOOT
    told = "; ".join(f"{s.source}: {s.words}" for s in strips)
    return tag(
        "svg",
        tag("title", "What each source leaves possible", id=f"{name}-chart"),
        tag("desc", told, id=f"{name}-told"),
        [tag("g", _row(strip, axis), transform=f"translate(0 {ROW * n})") for n, strip in enumerate(strips)],
        _foot(axis, ROW * len(strips), label),
        view_box=f"0 0 {WIDTH} {height}",
        role="img",
        aria_labelledby=f"{name}-chart {name}-told",
        class_="strip",
    )


def _row(strip: Strip, axis: Axis) -> tuple[Markup | None, ...]:
    said = f"{strip.source}{' (declared)' if strip.reference else ''}"
    words = tag("text", tag("tspan", said, class_="who"), f"  {strip.words}", x=LEFT, y=12)
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
