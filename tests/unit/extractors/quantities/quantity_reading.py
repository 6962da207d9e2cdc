"""What the readers of numbers read at the mark of a short text, written on one line."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from reconcile.extractors.quantities.amount import Amount, Numeral
from reconcile.model.mention import Mention, SkippedNumber
from reconcile.model.tokens import Tokens
from reconcile.model.value import Interval, Value
from reconcile.pipeline import default_pipeline
from reconcile.text.scan import Scan

MARK = "|"
# Digits before the point from which on a number is shown with an exponent.
LONG = 7
# The other readings that are shown.
SHOWN = 3


def marked(text: str) -> tuple[Scan, int]:
    """A scan of a text, and the token that its mark stands before: the first where it has none."""
    before, mark, after = text.rpartition(MARK)
    scan = Scan(Tokens(before + after), default_pipeline().pack)
    return scan, scan.starts.index(len(before)) if mark else 0


def numeral(scan: Scan, number: Numeral | None) -> str:
    """Value, place of the last digit, loose place if another, what kind of number, and the words it spans up to."""
    if number is None:
        return "none"
    kinds = [kind for kind in ("in_words", "fraction", "plain", "unsure") if getattr(number, kind)]
    loose = [] if number.loose_ulp == number.ulp else [f"or {_plain(number.loose_ulp)}"]
    vague = [] if number.bounds is None else [interval(number.bounds), f"usually {interval(number.soft)}"]
    scale = [] if number.scale == 1 else [f"scale {_plain(number.scale)}{number.glued}"]
    parts = [_plain(number.value), f"by {_plain(number.ulp)}", *loose, *vague, *scale, *kinds]
    return f"{' '.join(parts)}, then {scan.keys[number.end]}"


def amount(scan: Scan, it: Amount | None) -> str:
    """Value, kind and rule, unit, denominator and noun, and the words up to which it goes."""
    if it is None:
        return "none"
    noun = [] if it.noun is None else [f"({scan.text[it.noun.start : it.noun.end]})"]
    readings = sorted(reading.unit or str(reading.kind) for reading in it.readings)
    others = [f"or {'/'.join(readings[:SHOWN])}"] if readings else []
    factor = [] if it.factor == 1 else [f"of {it.factor}"]
    per = [] if it.per is None else [f"per {it.per}"]
    parts = [_plain(it.number.value), *factor, it.rule, it.unit or "-", *per, *noun, *others]
    return f"{' '.join(parts)}, then {scan.keys[it.end]}"


def mention(it: Mention | None) -> str:
    """The quote, its rule, value, unit, denominator and hedge."""
    if it is None:
        return "none"
    hedge = [] if it.hedge is None else [f"hedge {it.hedge}"]
    per = [] if it.per is None else [f"per {it.per}"]
    return " ".join([f"{it.quote}:", it.rule, value(it.value), it.unit or "-", *per, *hedge])


def skipped(numbers: Iterable[SkippedNumber]) -> str:
    """The numbers that nothing reads, each with the rule that sets it aside."""
    return ", ".join(f"{number.quote}: {number.rule}" for number in numbers)


def value(it: Value | None) -> str:
    """The bounds of a value, its place or places, and what is usually meant."""
    if it is None:
        return "-"
    places = "" if it.ulp is None else f" by {_plain(it.ulp)}"
    loose = "" if it.loose_ulp in (None, it.ulp) else f" or {_plain(it.loose_ulp)}"
    return interval(it.bounds) + places + loose + ("" if it.soft is None else f" usually {interval(it.soft)}")


def interval(it: Interval | None) -> str:
    """Both ends with their brackets, or the point."""
    if it is None:
        return "-"
    if it.low == it.high:
        return _plain(it.low)
    return f"{'(' if it.low_open else '['}{_plain(it.low)}, {_plain(it.high)}{')' if it.high_open else ']'}"


def _plain(number: Decimal | None) -> str:
    """A number in full, or with an exponent from eight digits on."""
    if number is None:
        return ""
    return f"{number:f}" if number.adjusted() < LONG else f"{number.normalize()}"


def mentions(them: Iterable[Mention]) -> str:
    """All of them, times by their rule alone."""
    return "; ".join(mention(it) if it.timex is None else f"{it.quote}: {it.rule}" for it in them)
