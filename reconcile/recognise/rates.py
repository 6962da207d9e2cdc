"""Denominators: "a barrel", "per month", "/kg", "-a-day"."""

from __future__ import annotations

from reconcile.recognise.counts import singular
from reconcile.recognise.number_words import HYPHENS
from reconcile.recognise.powers import raised
from reconcile.recognise.scan import Scan


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
