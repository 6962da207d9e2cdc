"""Average against count: a total over so many makes the average given with them.

"120 goals in 40 matches, an average of 4" does not hold; 3 does. The total must stand before the count, joined to it by
"in", "over" or "from", and the average be called one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.value import Interval, Value, grouped
from reconcile.reconciler.checks.change_frames import by_sentence
from reconcile.reconciler.checks.text_finding import make_finding
from reconcile.rules.load import Pack

CODE = "RC414"
COUNTED = frozenset({Kind.COUNT, Kind.NUMBER, Kind.MONEY})
# How many characters before a value are searched for the word that calls it an average.
REACH = 24


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each average that is not the total over the count of its sentence."""
    for members in by_sentence(claims):
        figures = _figures(members, documents[members[0].source].text, pack)
        if figures is not None:
            yield from _checked(*figures, pack)


def _figures(members: tuple[Claim, ...], text: str, pack: Pack) -> tuple[Claim, Claim, Claim] | None:
    """The total, the count and the average of a sentence that gives nothing else without a hedge."""
    means = [c for c in members if _called(c, text, pack)]
    rest = [c for c in members if c not in means and c.hedge is None]
    if len(means) != 1 or len(rest) != 2 or not all(map(_plain, members)):
        return None
    (mean,), (total, count) = means, rest
    of_total = mean.unit == total.unit or mean.kind is Kind.NUMBER
    return (total, count, mean) if of_total and _over(total, count, text, pack) else None


def _checked(total: Claim, count: Claim, mean: Claim, pack: Pack) -> Iterator[Finding]:
    if total.value is None or count.value is None or mean.value is None:
        return
    made = over(total.value, count.value)
    if made is not None and not made.overlaps(mean.value.written(loose=True)):
        number = grouped(((total.value.low or Decimal(0)) / (count.value.low or Decimal(1))).quantize(Decimal("0.01")))
        message = f"“{total.quote}” over “{count.quote}” is an average of {number}, not “{mean.quote}”."
        yield make_finding(CODE, (mean, total, count), message, f"the average is {number}", pack.policy)


def over(total: Value, count: Value) -> Interval | None:
    """All quotients of a total as written and a count; None where that is nothing."""
    n, whole = count.low, total.written()
    if not n or n <= 0 or whole.low is None or whole.high is None:
        return None
    return Interval(whole.low / n, whole.high / n)


def _plain(claim: Claim) -> bool:
    return claim.kind in COUNTED and claim.value is not None and claim.value.is_point and claim.per is None


def _called(claim: Claim, text: str, pack: Pack) -> bool:
    """Whether a value is called an average: "an average of 3", "averaging 3"."""
    before = text[max(claim.sentence.start, claim.span.start - REACH) : claim.span.start].lower().split()
    return bool(frozenset((*before[-2:], *claim.quote.lower().split())) & pack.policy.cues["average"])


def _over(total: Claim, count: Claim, text: str, pack: Pack) -> bool:
    """Whether only what is counted and one preposition stand between a total and a count."""
    between = text[total.span.end : count.span.start].lower().split()
    return 1 <= len(between) <= 3 and between[-1] in pack.policy.cues["over"] and count.kind is Kind.COUNT
