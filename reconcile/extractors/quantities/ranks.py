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
from reconcile.text.scan import Reader, Scan, read_first

# The last place of a list: "No. 200".
_HIGHEST = 200
# How many tokens of a set phrase may stand before its ordinal: "in the first place".
_LEAD_IN = 2
# No part is smaller: "a thousandth" is no place.
_THOUSAND = 1000


def rank_starts(pack: Pack) -> frozenset[str]:
    """The token keys at which a rank may begin, besides digits."""
    numerals, ranks = pack.numerals, pack.ranks
    cardinals = frozenset(word for word, value in numerals.cardinals.items() if value >= 1)
    joined = frozenset(numerals.joined_ordinals)
    return frozenset(numerals.ordinals) | cardinals | ranks.superlatives | ranks.number_signs | joined


def read_rank(scan: Scan, i: int) -> Mention | None:
    """The rank that begins at token `i`."""
    return read_first(RANKS, scan, i)


def _is_number_sign(scan: Scan, i: int) -> bool:
    return scan.keys[i] in scan.pack.ranks.number_signs


def _is_superlative(scan: Scan, i: int) -> bool:
    return scan.keys[i] in scan.pack.ranks.superlatives


def _is_other(scan: Scan, i: int) -> bool:
    return not _is_number_sign(scan, i) and not _is_superlative(scan, i)


def _ordinal(scan: Scan, i: int) -> Mention | None:
    """As in "fifth", "22nd", "second-largest"."""
    ordinal = read_ordinal(scan, i)
    if ordinal is None or not _is_place(scan, i, ordinal.end):
        return None
    if ordinal.in_words and scan.is_capital(ordinal.end) and non_quantities.in_name(scan, i, ordinal.end):
        return None
    if non_quantities.is_street(scan, ordinal.end) or _is_set_phrase(scan, i):
        return None
    end = _after_superlative(scan, ordinal.end)
    return _mention(scan, i, end or ordinal.end, ordinal.value, "rank.superlative" if end else "rank.ordinal")


def _is_set_phrase(scan: Scan, i: int) -> bool:
    """Whether a word is part of a set phrase and places nothing: "the first lady", "its top speed"."""
    phrases = scan.pack.ranks.set_phrases
    begins = (k for k in (i, i - _LEAD_IN) if k >= 0 and scan.keys[k] in phrases)
    return any(phrases.match(scan.tokens, k) is not None for k in begins)


def _is_place(scan: Scan, i: int, end: int) -> bool:
    """Whether an ordinal is one: not a fraction ("a third of"), not a unit of time ("a second", "per second")."""
    before, keys, lexicon = scan.before(i), scan.keys, scan.pack.numerals
    article = before in lexicon.articles
    if keys[i] in scan.pack.ranks.time_units and _is_unit_before(scan, before):
        return article and keys[end][:1].isalpha() and keys[end] not in scan.pack.nouns.stops
    if before in lexicon.cardinals or (before in HYPHENS and scan.before(i - 1) in lexicon.cardinals):
        return False
    small_part = keys[i] in lexicon.fractions and lexicon.ordinals.get(keys[i], 0) >= _THOUSAND
    return not (article and (small_part or keys[end] == "of"))


def _is_unit_before(scan: Scan, before: str) -> bool:
    return before in scan.pack.units.per_words or before in scan.pack.ranks.before_time_units


def _after_superlative(scan: Scan, j: int) -> int | None:
    """The index after a superlative at token `j`: "largest", "-biggest", "most valuable", "best-selling"."""
    keys, ranks = scan.keys, scan.pack.ranks
    k = j + (keys[j] in HYPHENS)
    if keys[k] not in ranks.superlatives:
        return None
    end = k + 1
    if keys[k] in ranks.leads:
        m = end + (keys[end] in HYPHENS)
        if keys[m].isalpha() and keys[m] not in scan.pack.nouns.stops and (m > end or keys[k] in ranks.degrees):
            end = m + 1
    return end


def _superlative(scan: Scan, i: int) -> Mention | None:
    """As in "the largest bank"; "one of the largest banks" and "the largest banks" are no single place."""
    keys, ranks = scan.keys, scan.pack.ranks
    end = _after_superlative(scan, i) if _opens(scan, i) and not _is_set_phrase(scan, i) else None
    if end is None or keys[i] in ranks.no_place or (keys[i] in ranks.degrees and end == i + 1):
        return None
    if keys[end] in ranks.not_before and keys[end] != "of":
        return None
    if keys[end].isdecimal() or keys[end] in scan.pack.numerals.cardinals or _is_of_several(scan, end):
        return None
    alone = not keys[end].isalpha() or keys[end] in scan.pack.nouns.stops
    # without a noun only sizes stand for a place: "the largest in Europe", but "all the best"
    if alone and (keys[i] in ranks.leads - ranks.sizes or keys[end] not in ranks.places):
        return None
    return _mention(scan, i, end, Decimal(1), "rank.first")


def _is_of_several(scan: Scan, end: int) -> bool:
    """Whether a plural follows a superlative: "the largest donors", but "the largest donor gives"."""
    noun = read_noun(scan, end)
    if noun is None:
        return False
    language = scan.pack.language
    key = scan.text[noun.span.start : noun.span.end].split()[-1].lower()
    verb = key in language.lemmas and key not in language.noun_first and language.lemmas[key] != key
    return not (verb and noun.span.start < noun.span.end - len(key))


def _opens(scan: Scan, i: int) -> bool:
    """Whether what stands before a superlative at token `i` makes it one place: "the largest", "Orle's largest"."""
    ranks, before = scan.pack.ranks, scan.before(i)
    genitive = before == "s"
    if before not in ranks.openers or (genitive and not scan.touches(i - 1)):
        return False
    return genitive or i <= 2 or scan.keys[i - 2] not in ranks.group_openers


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


RANKS: tuple[Reader[int, Mention], ...] = (
    Reader("number sign", _is_number_sign, _numbered, "Orle is No. 3 in the list."),
    Reader("superlative", _is_superlative, _superlative, "It is the largest bank."),
    Reader("ordinal", _is_other, _ordinal, "She came fifth."),
)
