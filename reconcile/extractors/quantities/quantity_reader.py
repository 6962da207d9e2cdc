"""Quantities: hedge, number, unit and range put together into one mention."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from reconcile.extractors.quantities import bounds, units
from reconcile.extractors.quantities.amount import Amount
from reconcile.extractors.quantities.amount_reader import amount_starts, read_amount
from reconcile.extractors.quantities.counts import read_noun
from reconcile.extractors.quantities.measures import as_duration
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.model.mention import Kind, Mention
from reconcile.model.names import folded
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.rules.load import Pack
from reconcile.rules.words import Hedge
from reconcile.text.scan import Reader, Scan, read_first

# Bounds that a second hedge makes more precise: near, and exactly.
_LOOSE = ("~", "=")
# Hedges that stand together.
_HEDGES = 2


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


class Hedged(NamedTuple):
    """An amount that begins at token `first`, and the hedge before it, which begins at `start`."""

    start: int
    first: int
    amount: Amount
    hedging: Hedging | None


def quantity_starts(pack: Pack) -> frozenset[str]:
    """The token keys at which a quantity may begin, besides digits."""
    return amount_starts(pack) | pack.hedges.all_before.firsts() | pack.hedges.opens.firsts()


def read_quantity(scan: Scan, i: int) -> Mention | None:
    """The quantity that begins at token `i`, with the hedge before it and after it; most full stops begin none."""
    if scan.keys[i] == "." and not scan.touches(i + 1):
        return None
    opened = _opened(scan, i, i, None)
    if opened is not None:
        return opened
    hedge, j = _hedge(scan, i) if scan.keys[i] in scan.pack.hedges.all_before and not _is_sign(scan, i) else (None, i)
    hedging = None if hedge is None else Hedging(hedge, i, j)
    opened = _opened(scan, i, j, hedging) if j > i else None
    if opened is not None:
        return opened
    amount = read_amount(scan, j)
    return None if amount is None else read_first(QUANTITIES, scan, Hedged(i, j, amount, hedging))


def _opened(scan: Scan, i: int, j: int, hedging: Hedging | None) -> Mention | None:
    """The range that a word at token `j` opens, with the hedge before it from token `i` on."""
    opened = bounds.read_opened(scan, j, read_amount) if scan.keys[j] in scan.pack.hedges.opens else None
    return None if opened is None else _range(scan, i, opened, hedging)


def _is_sign(scan: Scan, i: int) -> bool:
    """Whether the letters of a currency sign stand at token `i`: "CA$20" is no "ca. $20"."""
    signs = scan.pack.currencies.prefix
    return scan.keys[i] in signs and signs.match(scan.tokens, i) is not None


def _hedge(scan: Scan, i: int) -> tuple[Hedge | None, int]:
    """The hedge at token `i` and where its number begins; at most two stand together ("at least about")."""
    table, keys = scan.pack.hedges.all_before, scan.keys
    before = scan.before(i)
    if keys[i + 1] == "than" and (before.isdecimal() or before in scan.pack.numerals.cardinals):
        # "three more than twice the sum" adds, it does not bound
        return None, i
    hedge: Hedge | None = None
    j = i
    for _ in range(_HEDGES):
        match = table.match(scan.tokens, j) if keys[j] in table else None
        if match is None or scan.before(j) in scan.pack.hedges.asks:
            break
        if hedge is None or hedge.bound in _LOOSE:
            hedge = match[0]
        j = match[1]
        # "sub-300"
        j += keys[j] in HYPHENS and keys[j - 1].isalpha() and scan.touches(j) and scan.touches(j + 1)
    if hedge is not None and keys[j] in scan.pack.numerals.articles and keys[j + 1] in scan.pack.currencies.prefix:
        j += not keys[j + 1].isalpha()
    return hedge, j


def _may_be_joined(scan: Scan, it: Hedged) -> bool:
    key = scan.keys[it.amount.end]
    return key in scan.pack.hedges.glue or key in HYPHENS


def _joined(scan: Scan, it: Hedged) -> Mention | None:
    joined = bounds.read_joined(scan, it.amount, it.first, read_amount)
    return None if joined is None else _range(scan, it.start, joined, it.hedging)


def _hedge_may_follow(scan: Scan, it: Hedged) -> bool:
    """Whether a hedge may follow an amount that has none before it, or one that the second makes more precise."""
    key = scan.keys[it.amount.end]
    follows = key in scan.pack.hedges.all_after or key in HYPHENS
    return follows and (it.hedging is None or it.hedging.hedge.bound in _LOOSE)


def _hedged_after(scan: Scan, it: Hedged) -> Mention | None:
    after = _hedge_after(scan, it.amount)
    if after is None:
        return None
    hedged = it._replace(hedging=after)
    bounded = _bounded(scan, hedged, after.end) if _joins_limit(scan, after.end) else None
    return bounded or _mention(scan, hedged, after.end, _value(hedged))


def _noun_may_be_hedged(_: Scan, it: Hedged) -> bool:
    return it.amount.noun is not None and (it.hedging is None or it.hedging.hedge.bound in _LOOSE)


def _hedged_behind_noun(scan: Scan, it: Hedged) -> Mention | None:
    """As in "100 residents or more": a hedge behind the noun that ends its phrase, not "10 ships or more boats"."""
    if it.amount.noun is None:
        return None
    first = bisect_left(scan.starts, it.amount.noun.end)
    after = (
        scan.pack.hedges.all_after.match(scan.tokens, first) if scan.keys[first] in scan.pack.hedges.all_after else None
    )
    if after is None or not _ends_phrase(scan, after[0], first, after[1]):
        return None
    hedged = it._replace(hedging=Hedging(after[0], first, after[1]))
    return _mention(scan, hedged, after[1], _value(hedged))


def _ends_phrase(scan: Scan, hedge: Hedge, first: int, stop: int) -> bool:
    """Whether a hedge `[first, stop)` behind a noun stands in line with it, and nothing it may belong to follows."""
    after, lexicon = scan.keys[stop], scan.pack.numerals
    if scan.touches(first) or "\n" in scan.tokens.gap(first):
        return False
    if stop == first + 1:
        # "20 boats minimum"
        return hedge.ordinary and not after[:1].isalnum()
    counts_on = after[:1].isdecimal() or after in lexicon.articles or after in lexicon.cardinals or after == "than"
    if counts_on or after in scan.pack.currencies.prefix or after in scan.pack.nouns.definite:
        return False
    return read_noun(scan, stop) is None


def _joins_limit(scan: Scan, j: int) -> bool:
    return scan.keys[j] == "," or scan.keys[j] in scan.pack.hedges.limit_joins


def _value(it: Hedged) -> Value:
    return bounds.value_of(it.amount.number, it.amount.factor, None if it.hedging is None else it.hedging.hedge)


def _hedge_after(scan: Scan, amount: Amount) -> Hedging | None:
    """The hedge that follows an amount: "or more", "-odd", "and counting"."""
    end, lexicon = amount.end, scan.pack.hedges.all_after
    if scan.keys[end] not in lexicon and scan.keys[end] not in HYPHENS:
        return None
    first = end + (scan.keys[end] in HYPHENS and scan.keys[end + 1] in lexicon)
    after = lexicon.match(scan.tokens, first)
    if after is None or not _hedges_after(scan, end, after, amount):
        return None
    return Hedging(after[0], first, after[1])


def _bounded(scan: Scan, it: Hedged, end: int) -> Mention | None:
    """Two bounds that make one range: "more than 12 and less than 30", "at least 5 but under 8"."""
    if it.hedging is None:
        return None
    hedge, joins = it.hedging.hedge, scan.pack.hedges.limit_joins
    j = end + 1 + (scan.keys[end] == "," and scan.keys[end + 1] in joins)
    other, k = _hedge(scan, j) if scan.keys[j] in scan.pack.hedges.all_before else (None, j)
    if other is None or {hedge.bound[0], other.bound[0]} != {"<", ">"}:
        return None
    second = read_amount(scan, k)
    if second is None or it.amount.number.bounds is not None or second.number.bounds is not None:
        return None
    pair = bounds.shared(scan, it.amount, second)
    if pair is None or pair[0].number.value == pair[1].number.value:
        return None
    if (pair[0].number.value < pair[1].number.value) != (hedge.bound[0] == ">"):
        return None
    value = bounds.between(pair[0].number, hedge, pair[1].number, other, second.factor)
    whole = it._replace(amount=pair[1]._replace(rule="range.bounds"))
    return _mention(scan, whole, second.end, value)


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


def _range(scan: Scan, i: int, ends: bounds.Range, hedging: Hedging | None) -> Mention:
    low, high = ends.low.number, ends.high.number
    value = bounds.range_of(low, high, ends.high.factor, approximate=hedging is not None)
    return _mention(scan, Hedged(i, i, ends.high._replace(rule=ends.rule), hedging), ends.end, value)


def _mention(scan: Scan, it: Hedged, end: int, value: Value) -> Mention:
    """The mention of an amount with its hedge, up to token `end`."""
    amount, hedging = it.amount, it.hedging
    start, stop = scan.starts[it.start], scan.ends[end - 1]
    if amount.number.glued and amount.kind is not Kind.MONEY and amount.kind is not Kind.MEASURE:
        names = scan.pack.numerals.scale_units.get(amount.number.glued, ())
        others = (units.as_letter_reading(amount.number.glued, name) for name in names)
        amount = amount._replace(readings=(*amount.readings, *others))
    return Mention(
        Span(start, stop),
        scan.text[start:stop],
        amount.kind,
        amount.rule,
        value,
        amount.unit,
        amount.dimension,
        amount.per,
        None if hedging is None else hedging.words(scan),
        amount.noun,
        as_duration(amount),
        amount.readings,
    )


# What an amount with the hedge before it is part of; alone it is read last.
QUANTITIES: tuple[Reader[Hedged, Mention], ...] = (
    Reader("range", _may_be_joined, _joined, "They caught 5 to 7 boats."),
    Reader("hedge after", _hedge_may_follow, _hedged_after, "They caught 40 or more boats."),
    Reader("hedge behind noun", _noun_may_be_hedged, _hedged_behind_noun, "They caught 40 boats or more."),
    Reader(
        "two bounds",
        lambda scan, it: _joins_limit(scan, it.amount.end),
        lambda scan, it: _bounded(scan, it, it.amount.end),
        "They caught more than 12 and less than 30 boats.",
    ),
    Reader(
        "amount",
        lambda _, it: not it.amount.signed or it.amount.number.bounds is None,
        lambda scan, it: _mention(scan, it, it.amount.end, _value(it)),
        "They caught 12 boats.",
    ),
)
