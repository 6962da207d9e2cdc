"""Quantities: a number with its hedge and its unit."""

from __future__ import annotations

from reconcile.model.mention import Kind, Mention
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.recognise.numerals import read_cardinal
from reconcile.recognise.scan import Scan
from reconcile.rules.load import Pack


def quantity_starts(pack: Pack) -> frozenset[str]:
    """The token keys at which a quantity may begin, besides digits."""
    return frozenset(pack.numerals.cardinals)


def read_quantity(scan: Scan, i: int) -> Mention | None:
    """The quantity that begins at token `i`."""
    number = read_cardinal(scan, i)
    if number is None:
        return None
    tokens = scan.tokens
    span = Span(tokens.starts[i], tokens.ends[number.end - 1])
    value = Value.exact(number.value, number.ulp, number.loose_ulp)
    return Mention(span, tokens.text[span.start : span.end], Kind.NUMBER, "number.cardinal", value=value)
