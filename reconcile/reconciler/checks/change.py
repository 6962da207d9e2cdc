"""Change against its ends: from a to b is a change of (b - a) / a; written as 100 (b - a) / a per cent.

An amount is b - a. Each of the three is taken for all that it may stand for as written. The base b is tried as well:
when only that fits, the slip is named. "Sales rose 12% from $50 million to $60 million" does not hold; "rose 20%" does.

What is said to rise is more after than before, what falls is less: "Output fell from 40 to 50 million tonnes" does not
hold. A clause with words of both directions, or a sentence that turns them round ("not", "despite"), is left alone.

From 6% to 4% is a fall of 2 percentage points, or of 33 per cent, and not of 2 per cent.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.value import Interval, Value, plain
from reconcile.reconciler.checks.change_frames import Change, changes
from reconcile.reconciler.checks.sentence_claims import SentenceClaims, words_of
from reconcile.reconciler.verdicts.findings import make_finding
from reconcile.rules.load import Pack
from reconcile.rules.policy import Policy

SIZE, DIRECTION, POINTS = "RC402", "RC403", "RC404"
HUNDRED = Decimal(100)
ONE = Interval.point(Decimal(1))


def check(sentence: SentenceClaims, pack: Pack) -> Iterator[Finding]:
    """One finding for each change whose one stated size, or one word of direction, its ends do not allow."""
    for change in changes(sentence, pack.policy):
        yield from _check_size(change, pack.policy)
        yield from _check_direction(change, pack.policy)


def _check_size(change: Change, policy: Policy) -> Iterator[Finding]:
    if len(change.stated) != 1 or frozenset(change.sentence) & policy.cues["adjusted"]:
        return
    size, before, after = change.stated[0], change.before.stated_value, change.after.stated_value
    stated = size.stated_value
    if stated.soft is not None or not stated.is_point:
        return
    is_relative = size.kind is Kind.PERCENT and change.before.kind is not Kind.PERCENT
    if fits(stated, before, after) if is_relative else _is_difference(change, size):
        return
    sides = (size, change.before, change.after)
    ends = f"“{change.before.quote}” to “{change.after.quote}”"
    wrong_base = is_relative and fits(stated, after, before)
    old, new = before.low or Decimal(0), after.low or Decimal(0)
    shown = (
        f"{plain(((new / old - 1) * HUNDRED).quantize(Decimal('0.1')))} per cent"
        if is_relative
        else plain(abs(new - old))
    )
    yield make_finding(
        SIZE,
        sides,
        f"A change from {ends} is given as “{size.quote}”.",
        f"from {change.before.quote} to {change.after.quote} is {shown}",
        policy,
        "the change was taken of the value after it" if wrong_base else None,
    )


def _is_difference(change: Change, size: Claim) -> bool:
    """Whether an amount can be the difference of two ends, all as written; of another unit, anything can."""
    before = change.before
    in_points = before.kind is Kind.PERCENT and (size.kind is Kind.POINTS or size.unit == "point")
    same_unit = size.kind is before.kind and size.unit == before.unit and size.kind is not Kind.PERCENT
    difference = change.after.stated_value.written().minus(before.stated_value.written())
    return not (same_unit or in_points) or difference is None or _may_be(size.stated_value, difference)


def fits(stated: Value, base: Value, other: Value) -> bool:
    """Whether a percentage as written can be the change from `base` to `other`, both as written."""
    ratio = other.written().over(base.written())
    change = None if ratio is None else ratio.minus(ONE)
    return change is None or _may_be(stated, change.scaled(HUNDRED))


def _may_be(stated: Value, change: Interval) -> bool:
    """Whether a size as written, its sign aside, is that of some change."""
    return _size(change).overlaps(_size(stated.written()))


def _size(change: Interval) -> Interval:
    """A change without its sign."""
    low, high = change.low or Decimal(0), change.high or Decimal(0)
    return change if low >= 0 else Interval(-high, -low) if high <= 0 else Interval(Decimal(0), max(-low, high))


def _check_direction(change: Change, policy: Policy) -> Iterator[Finding]:
    direction = _direction_in_words(change, policy)
    if change.direction * direction < 0:
        word = "up" if direction > 0 else "down"
        why = f"the words say {word}, the numbers go from {change.before.quote} to {change.after.quote}"
        message = f"“{change.before.quote}” to “{change.after.quote}” is called a move {word}."
        ends = (change.before, change.after)
        yield make_finding(DIRECTION, ends, message, why, policy, "the two ends are swapped")


def _direction_in_words(change: Change, policy: Policy) -> int:
    """1 for up, -1 for down, 0 where the clause says neither or both, or the sentence turns it round."""
    words = frozenset(change.words)
    turned = frozenset(change.sentence) & policy.cues["against"]
    return 0 if turned else bool(words & policy.cues["rises"]) - bool(words & policy.cues["falls"])


def check_points(sentence: SentenceClaims, pack: Pack) -> Iterator[Finding]:
    """A finding where a percentage is the difference of the two beside it and not their relative change."""
    percents = [c for c in sentence.claims if c.kind is Kind.PERCENT]
    ends = [c for c in percents if words_of(c.quote)[:1] == ("from",) and c.number is None]
    stated = [c for c in percents if c.number is not None]
    if len(percents) == 2 and len(ends) == len(stated) == 1 and _takes_points_for_percent(stated[0], ends[0]):
        message = f"“{stated[0].quote}” is the difference of “{ends[0].quote}”."
        why, slip = "a difference of percentages is in points", "percent for percentage points"
        yield make_finding(POINTS, (stated[0], ends[0]), message, why, pack.policy, slip)


def _takes_points_for_percent(stated: Claim, ends: Claim) -> bool:
    value, pair = stated.stated_value, ends.stated_value
    if pair.low is None or pair.high is None or value.number != pair.high - pair.low:
        return False
    low, high = Value.exact(pair.low, pair.ulp), Value.exact(pair.high, pair.ulp)
    return not fits(value, low, high) and not fits(value, high, low)
