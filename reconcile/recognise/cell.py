"""A cell of a table: a text that is one number, quantity or time and nothing else."""

from __future__ import annotations

import re
from decimal import Decimal

from reconcile.model.mention import Kind, Mention
from reconcile.model.span import Span
from reconcile.model.tokens import Tokens
from reconcile.model.value import Value
from reconcile.recognise.numeral import ONE, loose
from reconcile.recognise.reading import Grammar, read_mentions
from reconcile.rules.load import Pack

RULE = "cell.number"
_PLAIN = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})++|\d++)(?:\.\d++)?")


def plain_number(text: str) -> Mention | None:
    """A cell of digits alone: always a number, though "1999" in an article is a year."""
    if _PLAIN.fullmatch(text) is None:
        return None
    number = Decimal(text.replace(",", ""))
    exponent = number.as_tuple().exponent
    ulp = ONE.scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else ONE
    return Mention(Span(0, len(text)), text, Kind.NUMBER, RULE, Value.exact(number, ulp, loose(number, ulp)))


def read_cell(text: str, pack: Pack, grammar: Grammar) -> Mention | None:
    """The one mention that a text is; None where it holds anything else."""
    found = read_mentions(Tokens(text), pack, grammar)
    if len(found) != 1:
        return None
    mention = found[0]
    end = max(mention.span.end, mention.noun.end if mention.noun is not None else 0)
    return mention if mention.span.start == 0 and not text[end:].strip() else None
