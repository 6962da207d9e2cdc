"""Quantities: hedge, number, unit and range put together into one mention."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reconcile.extractors.quantities import ages, bounds, units
from reconcile.extractors.quantities.amount import Amount
from reconcile.extractors.quantities.amount_reader import read_amount
from reconcile.extractors.quantities.digits import VULGAR
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import folded
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.rules.load import Pack
from reconcile.rules.words import Hedge
from reconcile.text.scan import Scan


class Hedging(NamedTuple):
    """A hedge and the tokens `[start, end)` that say it."""

    hedge: Hedge
    start: int
    end: int

    def words(self, scan: Scan) -> str | None:
        """The hedge as written, folded; None where it leaves the number as it is ("just", "a record")."""
        if self.hedge.bound == "=":
            return None
        return folded(scan.text[scan.starts[self.start] : scan.ends[self.end - 1]]).rstrip("-")


def quantity_starts(pack: Pack) -> frozenset[str]:
    """The token keys at which a quantity may begin, besides digits."""
    numerals = pack.numerals
    words = (
        frozenset(numerals.cardinals)
        | frozenset(numerals.vague)
        | frozenset(numerals.multiples)
        | frozenset(numerals.lone_groups)
        | numerals.both
        | VULGAR
        | frozenset(numerals.fractions)
        | frozenset(numerals.scales)
        | {".", "("}
    )
    signs = (
        pack.currencies.prefix.firsts() | pack.hedges.before.firsts() | pack.hedges.opens.firsts() | pack.hedges.minus
    )
    return (
        words
        | signs
        | numerals.few.firsts()
        | pack.units.constants.firsts()
        | numerals.before_ages.firsts()
        | numerals.articles
    )


def quantity_reader(pack: Pack) -> Callable[[Scan, int], Mention | None]:
    """`read_quantity` for a pack, spared the articles after which no quantity comes: most of them."""
    numerals = pack.numerals
    after = (
        frozenset(numerals.scales)
        | frozenset(numerals.fractions)
        | frozenset(numerals.groups)
        | pack.units.table.firsts()
        | pack.currencies.suffix.firsts()
        | pack.currencies.prefix.firsts()
        | numerals.few.seconds(numerals.articles)
        | pack.hedges.before.seconds(numerals.articles)
    ) - numerals.articles

    def read(scan: Scan, i: int) -> Mention | None:
        if scan.keys[i] in scan.pack.numerals.articles and scan.keys[i + 1] not in after:
            return None
        return read_quantity(scan, i)

    return read


def read_quantity(scan: Scan, i: int) -> Mention | None:
    """The quantity that begins at token `i`, with the hedge before it and after it."""
    key, lexicon = scan.keys[i], scan.pack.hedges
    if key in lexicon.opens:
        opened = bounds.read_opened(scan, i, read_amount)
        if opened is not None:
            return _range(scan, i, opened, None)
    hedge, j = _hedge(scan, i) if key in lexicon.before else (None, i)
    hedging = None if hedge is None else Hedging(hedge, i, j)
    if j > i:
        opened = bounds.read_opened(scan, j, read_amount) if scan.keys[j] in lexicon.opens else None
        if opened is not None:
            return _range(scan, i, opened, hedging)
    amount = read_amount(scan, j)
    if amount is None:
        return None if j == i or key not in lexicon.minus else read_amount_mention(scan, i)
    joined = bounds.read_joined(scan, amount, j, read_amount)
    if joined is not None:
        return _range(scan, i, joined, hedging)
    return _single(scan, i, amount, hedging)


def read_amount_mention(scan: Scan, i: int) -> Mention | None:
    """An amount without hedges as a mention."""
    amount = read_amount(scan, i)
    return None if amount is None else _single(scan, i, amount, None)


def _hedge(scan: Scan, i: int) -> tuple[Hedge | None, int]:
    """The hedge at token `i` and where its number begins; at most two stand together ("at least about")."""
    table, keys = scan.pack.hedges.before, scan.keys
    if keys[i + 1] == "than" and _is_number(scan, i - 1):
        # "three more than twice the sum" adds, it does not bound
        return None, i
    hedge: Hedge | None = None
    j = i
    for _ in range(2):
        found = table.match(scan.tokens, j) if keys[j] in table else None
        if found is None or scan.before(j) in scan.pack.hedges.asks:
            break
        if hedge is None or hedge.bound in ("~", "="):
            hedge = found[0]
        j = found[1]
        if keys[j] in HYPHENS and keys[j - 1].isalpha() and scan.touches(j) and scan.touches(j + 1):
            j += 1
    if hedge is not None and keys[j] in scan.pack.numerals.articles and keys[j + 1] in scan.pack.currencies.prefix:
        j += not keys[j + 1].isalpha()
    return hedge, j


def _is_number(scan: Scan, k: int) -> bool:
    return k >= 0 and (scan.keys[k].isdecimal() or scan.keys[k] in scan.pack.numerals.cardinals)


def _single(scan: Scan, i: int, amount: Amount, hedging: Hedging | None) -> Mention | None:
    end = amount.end
    after = _hedge_after(scan, amount)
    if after is not None and (hedging is None or hedging.hedge.bound in ("~", "=")):
        hedging, end = after, after.end
    if hedging is not None and hedging.hedge.bound != "=" and scan.keys[end] in ("and", ",", "but"):
        both = _bounded(scan, i, end, amount, hedging)
        if both is not None:
            return both
    value = bounds.value_of(amount.number, amount.factor, None if hedging is None else hedging.hedge)
    return _mention(scan, i, end, amount, hedging, value, amount.rule)


def _hedge_after(scan: Scan, amount: Amount) -> Hedging | None:
    """The hedge that follows an amount: "or more", "-odd", "and counting"."""
    end, lexicon = amount.end, scan.pack.hedges.after
    if scan.keys[end] not in lexicon and scan.keys[end] not in HYPHENS:
        return None
    first = end + (scan.keys[end] in HYPHENS and scan.keys[end + 1] in lexicon)
    after = lexicon.match(scan.tokens, first)
    if after is None or not _hedges_after(scan, end, after, amount):
        return None
    return Hedging(after[0], first, after[1])


def _bounded(scan: Scan, i: int, end: int, amount: Amount, hedging: Hedging) -> Mention | None:
    """Two bounds that make one range: "more than 12 and less than 30", "at least 5 but under 8"."""
    hedge = hedging.hedge
    j = end + 1 + (scan.keys[end] == "," and scan.keys[end + 1] in ("and", "but"))
    other, k = _hedge(scan, j) if scan.keys[j] in scan.pack.hedges.before else (None, j)
    if other is None or {hedge.bound[0], other.bound[0]} != {"<", ">"}:
        return None
    second = read_amount(scan, k)
    if second is None or amount.number.bounds is not None or second.number.bounds is not None:
        return None
    pair = bounds.shared(amount, second)
    if pair is None or pair[0].number.value == pair[1].number.value:
        return None
    if (pair[0].number.value < pair[1].number.value) != (hedge.bound[0] == ">"):
        return None
    value = bounds.between(pair[0].number, hedge, pair[1].number, other, second.factor)
    return _mention(scan, i, second.end, pair[1], hedging, value, "range.bounds")


def _hedges_after(scan: Scan, end: int, after: tuple[Hedge, int], amount: Amount) -> bool:
    """Whether words after an amount hedge it: not the "more" of "5 more ships", not the plus of a sum."""
    hedge, stop = after
    if hedge.ordinary and scan.keys[stop].isalpha() and scan.keys[stop] not in scan.pack.nouns.stops:
        return False
    if scan.keys[stop] == "than" or (scan.keys[stop - 1] == "than" and scan.keys[stop][:1].isdecimal()):
        return False
    if scan.keys[end] == "more":
        return amount.kind is Kind.NUMBER and not scan.keys[stop][:1].isalpha()
    return not (scan.keys[end] == "+" and scan.keys[stop][:1].isdecimal())


def _range(scan: Scan, i: int, found: bounds.Range, hedging: Hedging | None) -> Mention:
    low, high = found.low.number, found.high.number
    value = bounds.range_of(low, high, found.high.factor, approximate=hedging is not None)
    return _mention(scan, i, found.end, found.high, hedging, value, found.rule)


def _mention(scan: Scan, i: int, end: int, amount: Amount, hedging: Hedging | None, value: Value, rule: str) -> Mention:
    start, stop = scan.starts[i], scan.ends[end - 1]
    if amount.number.glued and amount.kind is not Kind.MONEY and amount.kind is not Kind.MEASURE:
        names = scan.pack.numerals.scale_units.get(amount.number.glued, ())
        others = (units.as_letter_reading(amount.number.glued, name) for name in names)
        amount = amount._replace(readings=(*amount.readings, *others))
    return Mention(
        Span(start, stop),
        scan.text[start:stop],
        amount.kind,
        rule,
        value,
        amount.unit,
        amount.dimension,
        amount.per,
        None if hedging is None else hedging.words(scan),
        amount.noun,
        ages.as_duration(amount),
        amount.readings,
    )
