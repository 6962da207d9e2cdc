"""Ranks: "fifth", "22nd", "second-largest", "third most valuable", "No. 1", "the biggest"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.extractors.quantities import non_quantities
from reconcile.extractors.quantities.counts import read_noun
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.extractors.quantities.numerals import read_cardinal, read_ordinal
from reconcile.model.mention import Kind, Mention
from reconcile.model.span import Span
from reconcile.model.value import Interval, Value
from reconcile.rules.load import Pack
from reconcile.text.scan import Scan

_HIGHEST = 200


def rank_starts(pack: Pack) -> frozenset[str]:
    """The token keys at which a rank may begin, besides digits."""
    numerals, ranks = pack.numerals, pack.ranks
    tens = frozenset(w for w, v in numerals.cardinals.items() if v >= 1)
    return frozenset(numerals.ordinals) | tens | ranks.superlatives | ranks.number_signs | run_together(pack)


def run_together(pack: Pack) -> frozenset[str]:
    """As in "twentyfifth": the tens and the ordinal in one word."""
    numerals = pack.numerals
    tens = [w for w, v in numerals.cardinals.items() if v >= 20]
    units = [w for w, v in numerals.ordinals.items() if v < 10]
    return frozenset(a + b for a in tens for b in units)


def read_rank(scan: Scan, i: int) -> Mention | None:
    """The rank that begins at token `i`."""
    key, ranks = scan.keys[i], scan.pack.ranks
    if key in ranks.number_signs:
        return _numbered(scan, i)
    if key in ranks.superlatives:
        return _superlative(scan, i)
    ordinal = read_ordinal(scan, i)
    if ordinal is None or not _is_place(scan, i, ordinal.end):
        return None
    if ordinal.in_words and scan.is_capital(ordinal.end) and non_quantities.in_name(scan, i, ordinal.end):
        return None
    if non_quantities.is_street(scan, ordinal.end):
        return None
    end = _after_superlative(scan, ordinal.end)
    return _mention(scan, i, end or ordinal.end, ordinal.value, "rank.superlative" if end else "rank.ordinal")


def _is_place(scan: Scan, i: int, end: int) -> bool:
    """Whether an ordinal is one: not a fraction ("a third of"), not a unit of time ("a second", "per second")."""
    before, keys = scan.before(i), scan.keys
    if keys[i] == "second" and (before in scan.pack.units.per_words or before in ("a", "each", "one", "split")):
        return before == "a" and keys[end][:1].isalpha() and keys[end] not in scan.pack.nouns.stops
    if before in scan.pack.numerals.cardinals or (
        before in HYPHENS and scan.before(i - 1) in scan.pack.numerals.cardinals
    ):
        return False
    if (
        before in ("a", "an")
        and keys[i] in scan.pack.numerals.fractions
        and scan.pack.numerals.ordinals.get(keys[i], 0) >= 1000
    ):
        return False
    return not (before in ("a", "an") and keys[end] == "of")


def _after_superlative(scan: Scan, j: int) -> int | None:
    """The index after a superlative at token `j`: "largest", "-biggest", "most valuable", "best-selling"."""
    keys, ranks = scan.keys, scan.pack.ranks
    k = j + (keys[j] in HYPHENS)
    if keys[k] not in ranks.superlatives:
        return None
    end = k + 1
    if keys[k] in ranks.leads:
        m = end + (keys[end] in HYPHENS)
        if keys[m].isalpha() and keys[m] not in scan.pack.nouns.stops and (m > end or keys[k] in ("most", "least")):
            end = m + 1
    return end


def _superlative(scan: Scan, i: int) -> Mention | None:
    """As in "the largest bank"; "one of the largest banks" and "the largest banks" are no single place."""
    keys, ranks = scan.keys, scan.pack.ranks
    if scan.before(i) not in ranks.openers or (scan.before(i) == "s" and not scan.touches(i - 1)):
        return None
    if i > 2 and keys[i - 2] in ("of", "among") and scan.before(i) != "s":
        return None
    end = _after_superlative(scan, i)
    if end is None or keys[i] in ranks.no_place:
        return None
    if keys[i] in ("most", "least", "best", "worst") and end == i + 1 and keys[i] in ("most", "least"):
        return None
    if (
        (keys[end] in ranks.not_before and keys[end] != "of")
        or keys[end].isdecimal()
        or keys[end] in scan.pack.numerals.cardinals
    ):
        return None
    if read_noun(scan, end) is not None:
        return None
    alone = not keys[end].isalpha() or keys[end] in scan.pack.nouns.stops
    # without a noun only sizes stand for a place: "the largest in Europe", but "all the best"
    if alone and (keys[i] in ranks.leads - ranks.sizes or keys[end] not in ranks.places):
        return None
    return _mention(scan, i, end, Decimal(1), "rank.first")


def _numbered(scan: Scan, i: int) -> Mention | None:
    """As in "No. 1", "number one", "#3"."""
    keys = scan.keys
    j = i + 1 + (keys[i + 1] == ".")
    if keys[i] == "no" and not (keys[i + 1] == "." and scan.touches(i + 1)):
        return None
    if keys[i] == "number" and keys[j] == "of":
        return None
    number = read_cardinal(scan, j)
    if number is None or number.scale != 1 or not 1 <= number.value <= _HIGHEST or "\n" in scan.tokens.gap(j):
        return None
    if number.value != number.value.to_integral_value() or (
        scan.touches(number.end) and keys[number.end][:1].isalnum()
    ):
        return None
    if non_quantities.is_address(scan, j):
        return None
    return _mention(scan, i, number.end, number.value, "rank.number")


def _mention(scan: Scan, i: int, end: int, value: Decimal, rule: str) -> Mention:
    span = Span(scan.starts[i], scan.ends[end - 1])
    return Mention(
        span, scan.text[span.start : span.end], Kind.RANK, rule, Value(Interval.point(value)), dimension="rank"
    )
