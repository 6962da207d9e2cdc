"""Scores and records: "won 6-3", "an 18-30 record", "a 5-4 vote"; each number of the pair is a count of its own."""

from __future__ import annotations

from decimal import Decimal

from reconcile.extractors.quantities.amount import ONE
from reconcile.extractors.quantities.non_quantities import is_score
from reconcile.model.mention import Kind, Mention
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.text.scan import Scan

RULE, DIMENSION = "count.score", "score"


def read_score(scan: Scan, i: int) -> Mention | None:
    """The number at token `i` where it is the first or second of a score."""
    if not scan.keys[i].isdecimal() or not is_score(scan, i, i + 1):
        return None
    span = Span(scan.starts[i], scan.ends[i])
    value = Value.exact(Decimal(scan.keys[i]), ONE)
    quote = scan.text[span.start : span.end]
    return Mention(span, quote, Kind.COUNT, RULE, value, unit=_unit(scan, i), dimension=DIMENSION)


def _unit(scan: Scan, i: int) -> str:
    """What the numbers of a score count, by the noun after them: games of a record, votes of a ruling, else points."""
    first = i + 2 < scan.n and scan.touches(i + 1) and scan.keys[i + 2].isdecimal()
    after = scan.keys[i + 3 if first else i + 1]
    if after in scan.pack.numerals.records:
        return "game"
    return "vote" if after in scan.pack.numerals.ballots else "point"
