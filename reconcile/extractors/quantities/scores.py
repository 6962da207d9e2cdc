"""Scores and records: "won 6-3", "an 18-30 record", "a 5-4 vote"; each number of the pair is a count of its own."""

from __future__ import annotations

from decimal import Decimal

from reconcile.extractors.quantities.amount import ONE
from reconcile.extractors.quantities.non_quantities import is_record, is_score
from reconcile.model.mention import Kind, Mention
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.text.scan import Scan

RULE, DIMENSION = "count.score", "score"
GAME = "game"
# How far before a record its word may stand, in tokens: "took his record to 12-3".
RECORD = 4


def read_score(scan: Scan, i: int) -> Mention | None:
    """The number at token `i` where it is the first or second of a score."""
    if not scan.keys[i].isdecimal() or not is_score(scan, i, i + 1):
        return None
    span = Span(scan.starts[i], scan.ends[i])
    value = Value.exact(Decimal(scan.keys[i]), ONE)
    quote = scan.text[span.start : span.end]
    return Mention(span, quote, Kind.COUNT, RULE, value, unit=_unit(scan, i), dimension=DIMENSION)


def _unit(scan: Scan, i: int) -> str:
    """What the numbers of a score count: by the noun after them games, votes or what it names; games of a record.

    A record stands in brackets, or after the word; of all other scores the numbers are points.
    """
    lexicon, keys = scan.pack.numerals, scan.keys
    first = i if i + 2 < scan.n and scan.touches(i + 1) and keys[i + 2].isdecimal() else i - 2
    after = keys[first + 3]
    if after in lexicon.tallies and keys[first + 4] in scan.pack.non_quantities.scores:
        return after
    if after in lexicon.ballots:
        return "vote"
    recorded = any(keys[k] in lexicon.records for k in range(max(0, first - RECORD), first))
    known = after in scan.pack.non_quantities.scores - lexicon.records
    if after in lexicon.records or is_record(scan, first, first + 3) or (recorded and not known):
        return GAME
    return "point"
