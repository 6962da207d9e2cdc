"""One of something, or both: "one ship", "one in five", "both firms", "a kilogram", "a dollar and 30 cents"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.model.mention import Kind
from reconcile.recognise import counts, money, ratios, traps, units
from reconcile.recognise.amount import Amount
from reconcile.recognise.numeral import ONE, Numeral
from reconcile.recognise.scan import Scan

_TWO = Decimal(2)
# A unit after an article counts one of itself only for these, and only where its phrase ends ("a gallon of milk").
_SINGLE = frozenset({"mass", "volume", "data"})
_AFTER_UNIT = frozenset({"", ".", ",", ";", ")", "of", "and", "is", "or"})


def read_one(scan: Scan, i: int, number: Numeral) -> Amount | None:
    """As in "one": a count before a noun, a share before "in five", else a pronoun."""
    lexicon = scan.pack.numerals
    share = ratios.read_share(scan, number)
    if share is not None:
        return share
    after = scan.keys[i + 1]
    if traps.is_compound(scan, i + 1):
        return None
    before = scan.before(i)
    if before == "that" and (noun := counts.read_noun(scan, i + 1, one=True)) is not None:
        # the conjunction: "it said that one ship sank"; the pronoun has no noun after it
        return Amount(number, Kind.COUNT, "count.noun", i + 1, noun.unit, "count", noun=noun.span)
    if before in lexicon.one_before or after in lexicon.one_after or (not after and i > 0):
        return None
    if after == "of":
        # set aside like every definite count: "one of the best" says that there are others, not how many
        return Amount(number, Kind.NUMBER, "count.definite", i + 1)
    noun = counts.read_noun(scan, i + 1, one=True)
    if noun is not None:
        return Amount(number, Kind.COUNT, "count.noun", i + 1, noun.unit, "count", noun=noun.span)
    return Amount(number, Kind.NUMBER, "number.one", i + 1)


def read_both(scan: Scan, i: int) -> Amount | None:
    noun = counts.read_noun(scan, i + 1)
    if noun is None or scan.keys[i + 1] in ("of", "the"):
        return None
    two = Numeral(_TWO, ONE, ONE, i + 1, in_words=True)
    return Amount(two, Kind.COUNT, "count.definite", i + 1, noun.unit, "count", noun=noun.span)


def read_article(scan: Scan, i: int) -> Amount | None:
    """As in "a kilogram", "a dollar and 30 cents": the article counts one."""
    j = i + 1
    key = scan.keys[j]
    if not key[:1].isalpha() or (key in scan.pack.currencies.prefix and money.read_prefixed(scan, j) is not None):
        return None
    if key in scan.pack.units.table or key in scan.pack.currencies.suffix:
        one = Numeral(ONE, ONE, ONE, j, in_words=True)
        return _a_unit(scan, one, j)
    return None


def _a_unit(scan: Scan, one: Numeral, j: int) -> Amount | None:
    cash = money.read_suffix(scan, one, j)
    if cash is not None:
        whole = money.with_cents(scan, cash)
        return whole if whole.end > cash.end or scan.keys[cash.end] not in scan.pack.nouns.stops else None
    measure = units.read_unit(scan, one, j)
    if measure is None or measure.kind is not Kind.MEASURE or measure.dimension not in _SINGLE or measure.unit == "bit":
        return None
    return measure if scan.keys[measure.end] in _AFTER_UNIT else None
