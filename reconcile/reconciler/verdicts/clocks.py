"""The relation of two clock times of one event: agreement, room for both, or a conflict beyond what each leaves open.

A time of day leaves open as much as it is told in: "5 a.m." half an hour to either side, "5:10" two minutes where the
other side gives single minutes. Two that are told alike conflict where they differ. A hedge leaves more open, and
"before" and "after" leave one side.
"""

from __future__ import annotations

from reconcile.model.claim import Claim
from reconcile.model.finding import Relation
from reconcile.model.tokens import Tokens
from reconcile.reconciler.matching.clock_times import (
    DAY,
    HOUR,
    ClockTime,
    clock_of,
    minutes_apart,
    zones_differ,
)
from reconcile.reconciler.verdicts.values import Judged
from reconcile.rules.times import TimeLexicon

NOON = 12
# How far off a hedged time may be, in units that it is told in: "about 5 a.m." an hour, "about 5:10" a quarter.
HEDGED = {HOUR: HOUR, 5: 15, 1: 5}
AHEAD = frozenset({"BEFORE", "ON_OR_BEFORE"})


def relate_clocks(a: Claim, b: Claim, lexicon: TimeLexicon) -> Judged | None:
    """How two times of day stand; None where one side gives none, or they are of days far apart. Symmetric."""
    x, y = clock_of(a), clock_of(b)
    if x is None or y is None or _days_apart(x, y) > 1:
        return None
    apart = minutes_apart(x, y)
    if apart is None or (apart and zones_differ(a, b)):
        return Judged(Relation.NOT_COMPARABLE, "clock times of two zones, and how far apart these are is not said")
    half = (_is_half_open(a, x, lexicon) or _is_half_open(b, y, lexicon)) and abs(apart) >= DAY // 4
    if half:
        apart -= DAY // 2 if apart > 0 else -DAY // 2
    if apart == 0:
        return Judged(Relation.AGREE, "the same time of day")
    if _both_possible(_left_open(a, x, y, lexicon), _left_open(b, y, x, lexicon), apart):
        return Judged(Relation.COMPATIBLE, "as near as the two times of day are told")
    return Judged(Relation.CONFLICT, f"{abs(apart)} minutes apart, more than the two times of day leave open")


def _days_apart(x: ClockTime, y: ClockTime) -> int:
    """How many days lie between two times of day that both tell theirs: beyond one, that is for dates to judge."""
    return abs((x.day - y.day).days) if x.day is not None and y.day is not None else 0


def _both_possible(one: tuple[int, int], other: tuple[int, int], apart: int) -> bool:
    """Whether some moment is left open by both, of which the second is so many minutes after the first."""
    return one[0] <= apart + other[1] and apart + other[0] <= one[1]


def _left_open(claim: Claim, clock: ClockTime, other: ClockTime, lexicon: TimeLexicon) -> tuple[int, int]:
    """From and to how many minutes from its own time a claim leaves open when it was."""
    slack = clock.unit // 2 if clock.unit > other.unit else 0
    if claim.hedge is None:
        return -slack, slack
    side = lexicon.bounds.get(claim.hedge)
    if side is None:
        return -HEDGED[clock.unit], HEDGED[clock.unit]
    return (-DAY // 2, slack) if side in AHEAD else (-slack, DAY // 2)


def _is_half_open(claim: Claim, clock: ClockTime, lexicon: TimeLexicon) -> bool:
    """Whether a time may be of either half of the day: "5:10" without "a.m." or "p.m.", but not "05:10" or "noon"."""
    if not 1 <= clock.hour <= NOON or claim.quote.startswith("0"):
        return False
    tokens = Tokens(claim.quote)
    named = any(key in lexicon.clocks or key in lexicon.dayparts for key in tokens.keys)
    return not named and all(lexicon.halves.match(tokens, i) is None for i in range(len(tokens)))
