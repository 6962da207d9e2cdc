"""Counted nouns and denominators: the noun phrase after a number with its head in the singular; "a barrel", "per
month".
"""

from __future__ import annotations

from typing import NamedTuple

from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.extractors.quantities.units import raised
from reconcile.model.span import Span
from reconcile.text.scan import Scan

_REACH = 6


class Noun(NamedTuple):
    """A noun phrase: its head in the singular and where it stands."""

    unit: str
    span: Span
    capital: bool


def read_noun(scan: Scan, j: int, *, one: bool = False) -> Noun | None:
    """The noun phrase counted by the number before token `j`; with `one` a singular head will do."""
    nouns, keys = scan.pack.nouns, scan.keys
    if keys[j] == "of" and not one:
        j += 1
    if keys[j] == "-" or not scan.touches(j):
        k = j
    else:
        return None
    last = -1
    while k < j + _REACH:
        key = keys[k]
        if not key[:1].isalpha():
            if key in HYPHENS and scan.touches(k) and scan.touches(k + 1) and keys[k + 1].isalpha() and last >= 0:
                k += 1
                continue
            break
        if key in nouns.stops or (last >= 0 and "\n" in scan.tokens.gap(k)) or key in scan.pack.numerals.cardinals:
            break
        if one and last >= 0 and (_is_plural(scan, key) or _is_past(scan, key)):
            # "one plant closes": one of a thing takes the singular, and what looks plural is a verb
            break
        last = k
        if _is_plural(scan, key) and not one:
            if _is_plural(scan, keys[k + 1]) and keys[k + 1] not in nouns.stops and keys[k + 1] not in nouns.plurals:
                last = k + 1
            return _noun(scan, j, last)
        k += 1
    if not one or last < 0 or last > j + 2 or _is_past(scan, keys[last]):
        return None
    if _is_plural(scan, keys[last]) and singular(scan, keys[last]) != keys[last]:
        # "one costs more": one of a thing is no plural
        return None
    return _noun(scan, j, last)


def _noun(scan: Scan, first: int, head: int) -> Noun | None:
    if scan.keys[head] in scan.pack.nouns.between:
        return None
    start = first
    while start < head and scan.keys[start] in scan.pack.nouns.between:
        start += 1
    span = Span(scan.starts[start], scan.ends[head])
    return Noun(singular(scan, scan.keys[head]), span, scan.is_capital(head))


def _is_past(scan: Scan, key: str) -> bool:
    """Whether a word is a past form of a verb and so no noun: "Formula 1 began"."""
    language = scan.pack.language
    base = language.lemmas.get(key)
    return base is not None and key != base and not key.endswith(("s", "ing")) and key not in language.noun_first


def _is_plural(scan: Scan, key: str) -> bool:
    nouns = scan.pack.nouns
    if key in nouns.plurals:
        return True
    return key.endswith("s") and len(key) > 2 and key[-2] not in "sui" and key not in nouns.singular_s


def singular(scan: Scan, key: str) -> str:
    """The singular of a noun: irregular ones from the lexicon, then the spelling rules of English."""
    nouns = scan.pack.nouns
    irregular = nouns.plurals.get(key)
    if irregular is not None:
        return irregular
    if key in nouns.singular_s or not key.endswith("s") or len(key) < 3 or key.endswith("ss"):
        return key
    if key.endswith("ies") and len(key) > 4:
        return key[:-3] + "y"
    if key.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return key[:-2]
    return key[:-1]


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
        found = units.per_nouns.match(scan.tokens, k) if keys[k] in units.per_nouns else None
        if found is None or keys[found[1]] in units.per_not_before:
            return None
        return _name(scan, k) or found[0], found[1]
    return None


def _after_per(scan: Scan, k: int, *, slash: bool) -> tuple[str, int] | None:
    keys = scan.keys
    if slash and not scan.touches(k):
        return None
    k += keys[k] in HYPHENS
    unit = scan.pack.units.table.match(scan.tokens, k)
    if unit is not None and (unit[0].cue is None or slash):
        return raised(scan, unit[0].name, unit[1])
    if not keys[k].isalpha() or keys[k] in scan.pack.nouns.stops:
        return None
    known = scan.pack.units.per_nouns.match(scan.tokens, k)
    return known or (singular(scan, keys[k]), k + 1)


def _name(scan: Scan, k: int) -> str | None:
    unit = scan.pack.units.table.match(scan.tokens, k)
    return unit[0].name if unit is not None and unit[0].cue is None else None
