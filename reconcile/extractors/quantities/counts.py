"""Counted nouns and denominators: the noun phrase after a number with its head in the singular; "a barrel", "per
month".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from reconcile.extractors.quantities.amount import Amount, Numeral
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.extractors.quantities.numerals import read_number
from reconcile.extractors.quantities.units import read_divisor
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import plain
from reconcile.text.scan import Scan

# The tokens after a number among which its noun stands.
_REACH = 6
# Words before the head of "one red brick".
_ONE_REACH = 2
# The unit of all who live somewhere, by whatever noun.
_ALL = "people"
# Words of a name before the noun of a rate.
_NAME = 3
# Letters.
_SHORTEST_PLURAL = 3


class Noun(NamedTuple):
    """A noun phrase: its head in the singular and where it stands."""

    unit: str
    span: Span

    def counted_by(self, number: Numeral, rule: str) -> Amount:
        """So many of the noun."""
        return Amount(number, Kind.COUNT, rule, number.end, self.unit, "count", noun=self.span)


def read_noun(scan: Scan, j: int, *, one: bool = False) -> Noun | None:
    """The noun phrase counted by the number before token `j`; with `one` a singular head will do."""
    if scan.keys[j] == "of" and not one:
        j += 1
    if scan.keys[j] != "-" and scan.touches(j):
        return None
    return _one_thing(scan, j) if one else _several_things(scan, j)


def _several_things(scan: Scan, j: int) -> Noun | None:
    """The phrase up to its first plural: "young engineers"; of two plurals the second is the head: "sales managers"."""
    nouns, keys = scan.pack.nouns, scan.keys
    for k in _phrase(scan, j):
        if _is_plural(scan, keys[k]):
            after = keys[k + 1]
            double = _is_plural(scan, after) and after not in nouns.stops and after not in nouns.plurals
            return _noun(scan, j, k + double)
    return None


def _one_thing(scan: Scan, j: int) -> Noun | None:
    """The phrase up to what is no singular: in "one plant closes" what looks plural is a verb."""
    keys, last = scan.keys, -1
    for k in _phrase(scan, j):
        if last >= 0 and (_is_plural(scan, keys[k]) or _is_past(scan, keys[k])):
            break
        last = k
    if last < 0 or last > j + _ONE_REACH or _is_past(scan, keys[last]):
        return None
    if _is_plural(scan, keys[last]) and singular(scan, keys[last]) != keys[last]:
        # "one costs more": one of a thing is no plural
        return None
    return _noun(scan, j, last)


def _phrase(scan: Scan, j: int) -> Iterator[int]:
    """The words that may belong to a noun phrase at token `j`, over hyphens inside it."""
    keys, last = scan.keys, -1
    for k in range(j, j + _REACH):
        if not keys[k][:1].isalpha():
            if last < 0 or not _joins(scan, k):
                return
            continue
        if _ends_phrase(scan, k, first=last < 0):
            return
        yield k
        last = k


def _joins(scan: Scan, k: int) -> bool:
    """Whether token `k` is a hyphen between two words."""
    return scan.keys[k] in HYPHENS and scan.touches(k) and scan.touches(k + 1) and scan.keys[k + 1].isalpha()


def _ends_phrase(scan: Scan, k: int, *, first: bool) -> bool:
    key = scan.keys[k]
    return (
        key in scan.pack.nouns.stops
        or key in scan.pack.numerals.cardinals
        or (not first and "\n" in scan.tokens.gap(k))
    )


def _noun(scan: Scan, first: int, head: int) -> Noun | None:
    if scan.keys[head] in scan.pack.nouns.between:
        return None
    start = first
    while start < head and scan.keys[start] in scan.pack.nouns.between:
        start += 1
    span = Span(scan.starts[start], scan.ends[head])
    return Noun(singular(scan, scan.keys[head]), span)


def _is_past(scan: Scan, key: str) -> bool:
    """Whether a word is a past form of a verb and so no noun: "Formula 1 began"."""
    language = scan.pack.language
    base = language.lemmas.get(key)
    if base is None or key == base or key.endswith(scan.pack.nouns.present_endings):
        return False
    return key not in language.noun_first


def _is_plural(scan: Scan, key: str) -> bool:
    nouns = scan.pack.nouns
    if key in nouns.plurals:
        return True
    if key.endswith(nouns.singular_endings) or key in nouns.singular_s or len(key) < _SHORTEST_PLURAL:
        return False
    return key.endswith(nouns.endings_of_plurals)


def singular(scan: Scan, key: str) -> str:
    """The singular of a noun: irregular ones from the lexicon, then its spelling rules."""
    nouns = scan.pack.nouns
    irregular = nouns.plurals.get(key)
    if irregular is not None:
        return irregular
    if not _is_plural(scan, key):
        return key
    stem_endings = ((key.removesuffix(e.plural), e) for e in nouns.plural_endings if key.endswith(e.plural))
    return next((stem + e.singular for stem, e in stem_endings if len(stem) >= e.stem), key)


def read_per(scan: Scan, j: int) -> tuple[str, int] | None:
    """The denominator that begins at token `j` and the index after it."""
    keys, units = scan.keys, scan.pack.units
    k = j + (keys[j] in HYPHENS)
    key = keys[k]
    if key in units.per_words:
        return _after_per(scan, k + 1, slash=key == "/")
    if key in units.per_articles:
        k += 1
        k += keys[k] in HYPHENS
        k = _past_name(scan, k)
        found = units.per_nouns.match(scan.tokens, k) if keys[k] in units.per_nouns else None
        if found is None or keys[found[1]] in units.per_not_before:
            return None
        unit = scan.pack.units.table.match(scan.tokens, k)
        return (unit[0].name if unit is not None and unit[0].cue is None else found[0]), found[1]
    return None


def _after_per(scan: Scan, k: int, *, slash: bool) -> tuple[str, int] | None:
    keys = scan.keys
    if slash and not scan.touches(k):
        return None
    k += keys[k] in HYPHENS
    many = _so_many(scan, k)
    if many is not None:
        return many
    unit = scan.pack.units.table.match(scan.tokens, k)
    if (unit is not None and (unit[0].cue is None or slash)) or (slash and keys[k] == "("):
        return read_divisor(scan, k)
    if not keys[k].isalpha() or keys[k] in scan.pack.nouns.stops:
        return None
    known = scan.pack.units.per_nouns.match(scan.tokens, _past_name(scan, k))
    return known or (singular(scan, keys[k]), k + 1)


def _so_many(scan: Scan, k: int) -> tuple[str, int] | None:
    """A denominator of so many of something: "100,000 people", "million births", "100 km", "1,000"."""
    scale = scan.pack.numerals.scales.get(scan.keys[k])
    number = read_number(scan, k) if scale is None else Numeral(scale, scale, scale, k + 1)
    if number is None or number.bounds is not None or number.unsure or number.value <= 1 or number.value % 1:
        return None
    unit = scan.pack.units.table.match(scan.tokens, number.end)
    if unit is not None and unit[0].cue is None and unit[0].kind is Kind.MEASURE:
        if unit[0].dimension == "time":
            # how often: "every 15 minutes"
            return None
        return f"{plain(number.value)} {unit[0].name}", unit[1]
    noun = read_noun(scan, number.end)
    if noun is None:
        return plain(number.value), number.end
    thing = _ALL if noun.unit in scan.pack.units.population else noun.unit
    return f"{plain(number.value)} {thing}", bisect_left(scan.starts, noun.span.end)


def read_rate(scan: Scan, j: int) -> tuple[str, int] | None:
    """So many of something that a number before token `j` is per: "per 100,000 people", "for every 1,000 births"."""
    opener = scan.pack.units.rates.match(scan.tokens, j) if scan.keys[j] in scan.pack.units.rates else None
    return None if opener is None else _so_many(scan, opener[1])


def _past_name(scan: Scan, k: int) -> int:
    """The noun of a rate behind the name of whose it is: "per Acme share", "a Borex Group share"; `k` where none is."""
    nouns = scan.pack.units.per_nouns
    for j in range(k + 1, k + 1 + _NAME):
        if not scan.is_capital(j - 1) or scan.keys[j - 1] in nouns:
            return k
        if scan.keys[j] in nouns and not scan.is_capital(j):
            return j
    return k
