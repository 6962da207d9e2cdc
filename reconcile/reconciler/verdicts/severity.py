"""How grave a finding is: the base of its code, raised where the gap changes a conclusion, lowered where less is sure.

Every step is shown. How far each cause moves stands in `policy.yaml`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from reconcile.errors import Severity
from reconcile.model.claim import Claim
from reconcile.model.mention import WHEN, Kind
from reconcile.model.value import plain
from reconcile.reconciler.verdicts.values import direction
from reconcile.rules.policy import Policy

FIRST = Decimal(1)
# Words that tell a direction stand this near to the value.
NEAR = 3


class Cause(NamedTuple):
    """Why a severity moves: its name in `policy.yaml`, and the words that the report shows."""

    name: str
    words: str


class PeerValues:
    """What the other subjects of a run have for the same metric: the order that a gap can upset."""

    __slots__ = ("_points",)

    def __init__(self, claims: Iterable[Claim]) -> None:
        found: defaultdict[object, dict[Decimal, tuple[str, str]]] = defaultdict(dict)
        for claim in claims:
            key, number = _measured(claim), _number(claim)
            if key is not None and number is not None and claim.subject is not None:
                words = f"{claim.subject.label}, {' '.join(claim.quote.split())}"
                found[key].setdefault(number, (claim.subject.id, words))
        self._points = {key: sorted(points.items()) for key, points in found.items() if len(points) > 1}

    def between(self, sides: tuple[Claim, ...]) -> str | None:
        """Another subject whose value lies between those of the sides, in words; None where there is none."""
        numbers = [n for n in map(_number, sides) if n is not None]
        key = _measured(sides[0]) if len(numbers) > 1 else None
        points = self._points.get(key, []) if key is not None else []
        low, high = (min(numbers), max(numbers)) if points else (FIRST, FIRST)
        start = bisect_right(points, (low, ("\U0010ffff", "")))
        own = {c.subject.id for c in sides if c.subject is not None}
        rest = (words for number, (subject, words) in points[start:] if number < high and subject not in own)
        return next(rest, None)


def weigh_severity(base: Severity, causes: Iterable[Cause], policy: Policy) -> tuple[Severity, tuple[str, ...]]:
    """The severity with all its steps: base, then each cause that policy gives a weight; from note to error."""
    rank, steps = base.rank, [f"{base} (base)"]
    for cause in causes:
        up, down = policy.severity.raises.get(cause.name, 0), policy.severity.lowers.get(cause.name, 0)
        if up or down:
            rank += up - down
            steps.append(f"{'raised' if up else 'lowered'}: {cause.words}")
    grades = list(Severity)
    return grades[max(0, min(rank, len(grades) - 1))], tuple(steps)


def raises(sides: tuple[Claim, ...], peers: PeerValues, policy: Policy) -> Iterator[Cause]:
    """The conclusions that the gap between the sides changes."""
    crossed = next(_crossed(sides, policy), None)
    if crossed is not None:
        yield Cause("threshold", crossed)
    if _turned(sides, policy):
        yield Cause("direction", "one side has it rise, the other fall")
    ranks = {n for c in sides if c.kind is Kind.RANK and (n := _number(c)) is not None}
    if len(ranks) > 1 and FIRST in ranks:
        yield Cause("rank", "only one side has it first")
    between = peers.between(sides)
    if between is not None:
        yield Cause("rank", f"the order with {between}, depends on it")


def lowers(sides: tuple[Claim, ...], origins: tuple[tuple[str, ...], ...]) -> Iterator[Cause]:
    """What makes it less sure that the sides are of one fact, or that two independent sources differ."""
    if any(c.subject is not None and c.subject.weak for c in sides):
        yield Cause("weak-subject", "a subject was reached through a pronoun or description")
    dated = {c.period is not None and c.period.is_resolved for c in sides if c.value is not None}
    if len(dated) > 1:
        yield Cause("one-day-unknown", "the day of one side is not known, so it may be a later figure")
    ids = {c.id for c in sides}
    if len({c.source for c in sides}) > 1 and any(ids <= set(part) for part in origins):
        yield Cause("echo", "all sides copy one origin, so one of them is likely a slip in copying")


def _crossed(sides: tuple[Claim, ...], policy: Policy) -> Iterator[str]:
    """Each threshold of the metric that lies between two sides, in words."""
    metric = sides[0].metric if sides else None
    numbers = sorted({n for n in map(_number, sides) if n is not None})
    for threshold in policy.severity.thresholds:
        if metric is not None and metric.id in threshold.metrics:
            for low, high in pairwise(numbers):
                if low <= threshold.at < high:
                    yield f"{threshold.name} ({plain(threshold.at)}) lies between the sides"


def _turned(sides: tuple[Claim, ...], policy: Policy) -> bool:
    """Whether the values have different signs, or words of opposite direction stand beside them."""
    numbers = [n for n in map(_number, sides) if n is not None]
    if numbers and min(numbers) < 0 < max(numbers):
        return True
    percents = (claim.context for claim in sides if claim.kind is Kind.PERCENT)
    return {1, -1} <= {direction((word for word, away in near if away <= NEAR), policy) for near in percents}


def _measured(claim: Claim) -> object:
    """By what values of several subjects can be put in order; None where they cannot."""
    if claim.metric is None or claim.metric.is_open or claim.kind in WHEN | {Kind.ROLE, Kind.RANK}:
        return None
    when = claim.period.edtf if claim.period is not None else None
    return claim.metric.id, claim.norm_unit or claim.unit, claim.denominator, when


def _number(claim: Claim) -> Decimal | None:
    value = claim.scaled_value
    return None if value is None else value.number
