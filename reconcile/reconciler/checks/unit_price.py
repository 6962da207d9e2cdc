"""Per unit: so many at so much each make the total given with them.

"200 cars at $30,000 each, a total of $9 million" does not hold; $6 million does. All three must stand in one sentence,
the total called one.
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

CODE = "RC413"
# How many characters beside a value are searched for the word that says what it is.
REACH = 20


def check(claims: tuple[Claim, ...], documents: Mapping[str, Document], pack: Pack) -> Iterator[Finding]:
    """One finding for each total that is not the count times the price of one."""
    for members in by_sentence(claims):
        figures = _figures(members, documents[members[0].source].text, pack)
        if figures is not None:
            yield from _checked(*figures, pack)


def _figures(members: tuple[Claim, ...], text: str, pack: Pack) -> tuple[Claim, Claim, Claim] | None:
    """The only count of a sentence, the only price of one, and the only sum that is called the total."""
    counts = [c for c in members if c.kind is Kind.COUNT and _plain(c)]
    sums = [c for c in members if c.kind is Kind.MONEY and _plain(c)]
    prices = [c for c in sums if _is_unit_price(c, text, pack)]
    totals = [c for c in sums if c not in prices and _total(c, text, pack)]
    if not len(counts) == len(prices) == len(totals) == 1 or not _of_the_same(prices[0], totals[0], text, pack):
        return None
    return counts[0], prices[0], totals[0]


def _of_the_same(price: Claim, total: Claim, text: str, pack: Pack) -> bool:
    """Whether a total is of what the price is of and of nothing else ("and trams")."""
    between = text[min(price.span.end, total.span.end) : max(price.span.start, total.span.start)]
    return price.unit == total.unit and not pack.language.conjunctions & frozenset(_words(between.lower()))


def _checked(count: Claim, price: Claim, total: Claim, pack: Pack) -> Iterator[Finding]:
    if count.value is None or price.value is None or total.value is None:
        return
    made = times(count.value, price.value)
    if not made.overlaps(total.value.written(loose=True)):
        number = grouped((count.value.low or Decimal(0)) * (price.value.low or Decimal(0)))
        message = f"{count.quote} at “{price.quote}” each make {number} {price.unit}, not “{total.quote}”."
        yield make_finding(CODE, (total, count, price), message, f"the product is {number}", pack.policy)


def times(count: Value, price: Value) -> Interval:
    """All products of a count, which is exact as written, and an amount as written."""
    n, one = count.low or Decimal(0), price.written()
    return one.scaled(n) if n > 0 else Interval.point(Decimal(0))


def _plain(claim: Claim) -> bool:
    value = claim.value
    exact = value is not None and value.is_point and value.soft is None and (value.low or 0) > 0
    return exact and claim.per is None


def _is_unit_price(claim: Claim, text: str, pack: Pack) -> bool:
    """Whether a price is that of one: "$30,000 each"."""
    after = text[claim.span.end : min(claim.sentence.end, claim.span.end + REACH)].lower()
    return bool(pack.policy.cues["each"] & frozenset((*claim.quote.lower().split(), *_words(after)[:1])))


def _total(claim: Claim, text: str, pack: Pack) -> bool:
    """Whether a sum is called the total: "a total of $6 million"."""
    before = text[max(claim.sentence.start, claim.span.start - REACH) : claim.span.start].lower()
    return bool(pack.policy.cues["total"] & frozenset((*_words(before)[-3:], *claim.quote.lower().split())))


def _words(text: str) -> list[str]:
    return text.replace(",", " ").replace(".", " ").split()
