"""Per unit: so many at so much each make the total given with them, and a total over so many the average.

"200 cars at $30,000 each, a total of $9 million" does not hold; $6 million does. All three must stand in one sentence,
the total called one.

"120 goals in 40 matches, an average of 4" does not hold; 3 does. The total must stand before the count, joined to it by
"in", "over" or "from", and the average be called one.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.value import Interval, grouped
from reconcile.reconciler.checks.sentence_claims import SentenceClaims, words_of
from reconcile.reconciler.verdicts.findings import make_finding
from reconcile.rules.load import Pack

PRICE, AVERAGE = "RC413", "RC414"
COUNTED = frozenset({Kind.COUNT, Kind.NUMBER, Kind.MONEY})
# How many words before a sum the word stands that calls it the total, and before a value the one for an average.
TOTAL_REACH, AVERAGE_REACH = 3, 2
# How many words may stand between a total and the count that it is over.
OVER_REACH = 3


def check_price(sentence: SentenceClaims, pack: Pack) -> Iterator[Finding]:
    """A finding where a total is not the count times the price of one."""
    figures = _count_price_total(sentence, pack)
    if figures is None:
        return
    count, price, total = figures
    number = count.number or Decimal(0)
    if not price.stated_value.written().scaled(number).overlaps(total.stated_value.written(loose=True)):
        made = grouped(number * (price.number or Decimal(0)))
        message = f"{count.quote} at “{price.quote}” each make {made} {price.unit}, not “{total.quote}”."
        yield make_finding(PRICE, (total, count, price), message, f"the product is {made}", pack.policy)


def _count_price_total(sentence: SentenceClaims, pack: Pack) -> tuple[Claim, Claim, Claim] | None:
    """The only count of a sentence, the only price of one, and the only sum that is called the total."""
    cues, plain = pack.policy.cues, [c for c in sentence.claims if _is_plain(c)]
    sums = [c for c in plain if c.kind is Kind.MONEY]
    prices = [c for c in sums if not cues["each"].isdisjoint((*words_of(c.quote), *sentence.after(c, 1)))]
    totals = [
        c
        for c in sums
        if c not in prices and not cues["total"].isdisjoint((*words_of(c.quote), *sentence.before(c, TOTAL_REACH)))
    ]
    counts = [c for c in plain if c.kind is Kind.COUNT]
    if not len(counts) == len(prices) == len(totals) == 1 or not _of_the_same(sentence, prices[0], totals[0], pack):
        return None
    return counts[0], prices[0], totals[0]


def _of_the_same(sentence: SentenceClaims, price: Claim, total: Claim, pack: Pack) -> bool:
    """Whether a total is of what the price is of and of nothing else ("and trams")."""
    between = sentence.between(*sorted((price, total), key=lambda c: c.span))
    return price.unit == total.unit and pack.language.conjunctions.isdisjoint(between)


def _is_plain(claim: Claim) -> bool:
    return claim.stated_value.soft is None and (claim.number or 0) > 0 and claim.per is None


def check_average(sentence: SentenceClaims, pack: Pack) -> Iterator[Finding]:
    """A finding where an average is not the total over the count of its sentence."""
    figures = _total_count_average(sentence, pack)
    if figures is None:
        return
    total, count, mean = figures
    number = count.number or Decimal(0)
    quotients = total.stated_value.written().over(Interval.point(number))
    if quotients is not None and not quotients.overlaps(mean.stated_value.written(loose=True)):
        made = grouped(((total.number or Decimal(0)) / number).quantize(Decimal("0.01")))
        message = f"“{total.quote}” over “{count.quote}” is an average of {made}, not “{mean.quote}”."
        yield make_finding(AVERAGE, (mean, total, count), message, f"the average is {made}", pack.policy)


def _total_count_average(sentence: SentenceClaims, pack: Pack) -> tuple[Claim, Claim, Claim] | None:
    """The total, the count and the average of a sentence that gives nothing else without a hedge."""
    cues = pack.policy.cues
    means = [
        c
        for c in sentence.claims
        if not cues["average"].isdisjoint((*words_of(c.quote), *sentence.before(c, AVERAGE_REACH)))
    ]
    rest = [c for c in sentence.claims if c not in means and c.hedge is None]
    plain = all(c.kind in COUNTED and c.number is not None and c.per is None for c in sentence.claims)
    if len(means) != 1 or len(rest) != 2 or not plain:
        return None
    (mean,), (total, count) = means, rest
    joint = sentence.between(total, count)
    of_total = mean.unit == total.unit or mean.kind is Kind.NUMBER
    over = 0 < len(joint) <= OVER_REACH and joint[-1] in cues["over"] and count.kind is Kind.COUNT
    return (total, count, mean) if of_total and over else None
