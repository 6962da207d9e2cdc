"""Measures of two sizes: "5 ft 2 in", "5 feet 3", "a mile and a half"."""

from __future__ import annotations

from reconcile.extractors.quantities.amount import ONE, Amount
from reconcile.extractors.quantities.number_words import HYPHENS, read_part
from reconcile.extractors.quantities.numerals import read_number
from reconcile.extractors.quantities.units import STOPS, read_unit
from reconcile.text.scan import Scan


def _spoken_smaller(scan: Scan, amount: Amount) -> Amount | None:
    """As in "5 feet 3", "9 stone 4", "6-foot-4", "5'10": a bare number that ends the phrase counts the next smaller."""
    lexicon, keys, j = scan.pack.units, scan.keys, amount.end
    small = lexicon.spoken.get(amount.unit or "")
    parts = None if small is None else lexicon.compounds.get((amount.unit or "", small))
    if parts is None or amount.number.scale != ONE:
        return None
    hyphen = keys[j] in HYPHENS and scan.touches(j) and scan.touches(j + 1)
    k = j + hyphen
    number = read_number(scan, k) if keys[k].isdecimal() or keys[k] in scan.pack.numerals.cardinals else None
    if number is None or number.end != k + 1 or number.value >= parts or (hyphen and scan.touches(k + 1)):
        return None
    tight = scan.touches(k) and not scan.touches(k + 1)
    if not (hyphen or tight) and keys[k + 1] not in STOPS and keys[k + 1] not in lexicon.cues["meter"].after:
        return None
    whole = number._replace(value=amount.number.value * parts + number.value, plain=False)
    return amount._replace(number=whole, unit=small, end=number.end)


def with_half(scan: Scan, amount: Amount) -> Amount:
    """As in "a mile and a half", "two dollars and three quarters": a part of the unit that ends the phrase."""
    number, j, keys = amount.number, amount.end, scan.keys
    if keys[j] not in scan.pack.numerals.ands or number.ulp != ONE or number.scale != ONE or number.fraction:
        return amount
    part = read_part(scan, j + 1)
    if part is None or not _ends_measure(scan, part.end):
        return amount
    return amount._replace(number=number._replace(value=number.value + part.value, fraction=True), end=part.end)


def _ends_measure(scan: Scan, j: int) -> bool:
    """Whether nothing that could be measured stands at token `j`."""
    key, lexicon = scan.keys[j], scan.pack.units
    return key in STOPS or key in scan.pack.nouns.stops or key in lexicon.cues["meter"].after


def with_smaller(scan: Scan, amount: Amount) -> Amount:
    """As in "5 ft 2 in", "4 yards, 2 feet and 9 inches": one measure in the smallest of its units."""
    spoken = _spoken_smaller(scan, amount)
    if spoken is not None:
        return spoken
    whole = amount
    while (part := _smaller_part(scan, amount)) is not None:
        amount = part
    return amount if amount is not whole else with_half(scan, amount)


def _smaller_part(scan: Scan, amount: Amount) -> Amount | None:
    """A measure with the part in a smaller unit that follows it, in the smaller unit; None where none does."""
    keys, j = scan.keys, amount.end
    if amount.number.scale != 1 or amount.per is not None:
        return None
    j += keys[j] == ","
    j += keys[j] in scan.pack.numerals.ands
    number = read_number(scan, j) if keys[j][:1].isdecimal() or keys[j] in scan.pack.numerals.cardinals else None
    part = None if number is None else read_unit(scan, number, number.end)
    factor = None if part is None else scan.pack.units.compounds.get((amount.unit or "", part.unit or ""))
    if part is None or factor is None or part.number.scale != 1:
        return None
    value = amount.number.value * factor + part.number.value
    return part._replace(number=part.number._replace(value=value, plain=False))
