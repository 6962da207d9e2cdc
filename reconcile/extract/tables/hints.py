"""Unit and scale that a heading gives to what stands under it: "Revenue ($m)", "Area, km2", "in millions of euros"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from reconcile.model.mention import Kind, Mention
from reconcile.model.tokens import Tokens
from reconcile.rules.load import Pack

OPENERS = frozenset({"(", "[", ",", "in"})
CLOSERS = frozenset({")", "]", ":", ",", "|", "."})
ONE = Decimal(1)
# The longest sign of a unit that is made of letters ("km").
SIGN = 2


@dataclass(frozen=True, slots=True)
class Hint:
    """What a heading says of its values; `first` is the token where it begins, with its bracket."""

    first: int
    scale: Decimal = ONE
    kind: Kind | None = None
    unit: str | None = None
    dimension: str | None = None
    per: str | None = None


def hint_in(tokens: Tokens, pack: Pack, first: int, last: int) -> Hint | None:
    """The hint in tokens `[first, last)`, or None; a letter that may be a unit or a scale says neither."""
    for i in range(first, last):
        if tokens.keys[i] in OPENERS:
            found = _read(tokens, pack, i + 1, last)
            if found is not None:
                return replace(found, first=i)
    # a head that is a sign and nothing else ("%", "$m", "km"); a word alone ("Years") is a label
    sign = first < last and (len(tokens.keys[first]) <= SIGN or not tokens.keys[first].isalpha())
    return _read(tokens, pack, first, last) if sign else None


def applied(hint: Hint | None, mention: Mention) -> Mention:
    """A bare number read by its heading; a mention that says its own unit stays as it is."""
    if hint is None or mention.kind is not Kind.NUMBER or mention.value is None:
        return mention
    value = mention.value if hint.scale == ONE else mention.value.scaled(hint.scale)
    if hint.kind is None:
        return replace(mention, value=value)
    return replace(mention, value=value, kind=hint.kind, unit=hint.unit, dimension=hint.dimension, per=hint.per)


def _read(tokens: Tokens, pack: Pack, i: int, last: int) -> Hint | None:
    """A hint that fills everything from token `i` to a closing sign or the end: "$ million", "thousand tonnes", "%"."""
    found = Hint(i)
    start = i
    while i < last and tokens.keys[i] not in CLOSERS:
        step = _scale(tokens, pack, i, found) or _currency(tokens, pack, i, found) or _unit(tokens, pack, i, found)
        if step is None:
            return None
        found, i = step
        i += i < last and tokens.keys[i] == "of"
    return found if i > start else None


def _scale(tokens: Tokens, pack: Pack, i: int, found: Hint) -> tuple[Hint, int] | None:
    """A scale word, or after a currency a scale letter ("$m")."""
    key, numerals = tokens.keys[i], pack.numerals
    scale = numerals.scales.get(key) or numerals.scales.get(key.removesuffix("s"))
    if scale is None and found.kind is Kind.MONEY:
        scale = numerals.glued_scales.get(key) or numerals.money_scales.get(key)
    if scale is None or found.scale != ONE:
        return None
    return replace(found, scale=scale), i + 1


def _currency(tokens: Tokens, pack: Pack, i: int, found: Hint) -> tuple[Hint, int] | None:
    match = pack.currencies.prefix.match(tokens, i) or pack.currencies.suffix.match(tokens, i)
    if match is None or found.kind is not None or match[0].part != 1:
        return None
    return replace(found, kind=Kind.MONEY, unit=match[0].code, dimension="currency"), match[1]


def _unit(tokens: Tokens, pack: Pack, i: int, found: Hint) -> tuple[Hint, int] | None:
    match = pack.units.table.match(tokens, i)
    doubtful = tokens.keys[i] in pack.numerals.scale_units
    if match is None or found.kind is not None or doubtful:
        return None
    unit, end = match
    return replace(found, kind=unit.kind, unit=unit.name, dimension=unit.dimension, per=unit.per), end
