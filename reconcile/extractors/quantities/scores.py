"""Scores and records: "won 6-3", "an 18-30 record", "a 5-4 vote"; each number of the pair is a count of its own."""

from __future__ import annotations

from decimal import Decimal

from reconcile.extractors.quantities.amount import ONE
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.model.mention import Kind, Mention
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.rules.load import Pack
from reconcile.text.scan import Scan

RULE, DIMENSION = "count.score", "score"
# The dash of a range may join a score too.
JOINTS = frozenset((*HYPHENS, "–"))
# The most digits of a number in a score.
_DIGITS = 3
# How many tokens before a score its verb may stand: "beat the Orle Giants 6-3".
_REACH = 5


def score_starts(_: Pack) -> frozenset[str]:
    """Scores begin with digits, at which every reader is asked."""
    return frozenset()


def read_score(scan: Scan, i: int) -> Mention | None:
    """The number at token `i` where it is the first or second of a score."""
    pair = _pair(scan, i)
    if pair is None:
        pair = _pair(scan, i - 2) if i >= 2 else None
    if pair is None or not _is_score(scan, *pair):
        return None
    span = Span(scan.starts[i], scan.ends[i])
    value = Value.exact(Decimal(scan.keys[i]), ONE)
    unit = _unit(scan, pair[0])
    return Mention(span, scan.text[span.start : span.end], Kind.COUNT, RULE, value, unit=unit, dimension=DIMENSION)


def _unit(scan: Scan, i: int) -> str:
    """What the numbers of the pair at token `i` count: games of a record, votes of a ruling, else points."""
    after = scan.keys[i + 3]
    if after in scan.pack.numerals.records:
        return "game"
    return "vote" if after in scan.pack.numerals.ballots else "point"


def _pair(scan: Scan, i: int) -> tuple[int, int, int] | None:
    """The place and the numbers of two short whole numbers joined by one hyphen at token `i`; None for anything else."""
    keys = scan.keys
    if i + 2 >= scan.n or not (keys[i].isdecimal() and keys[i + 1] in JOINTS and keys[i + 2].isdecimal()):
        return None
    joined = scan.touches(i + 1) and scan.touches(i + 2)
    longer = scan.touches(i) and scan.before(i) not in ("(", "“", '"')
    goes_on = scan.touches(i + 3) and (keys[i + 3] in JOINTS or keys[i + 3][:1].isalnum() or keys[i + 3] in "%/")
    if not joined or longer or goes_on or max(len(keys[i]), len(keys[i + 2])) > _DIGITS:
        return None
    return i, int(keys[i]), int(keys[i + 2])


def _is_score(scan: Scan, i: int, one: int, other: int) -> bool:
    """A noun for a result after it or a verb before it makes a score; so does a pair that goes down and counts nothing."""
    numerals = scan.pack.numerals
    if any(scan.keys[i + 3] in words for words in (numerals.records, numerals.ballots, numerals.results)):
        return True
    if scan.keys[i + 3][:1].isalpha() and scan.keys[i + 3] not in scan.pack.nouns.stops:
        return False
    verb = any(scan.keys[k] in numerals.result_verbs for k in range(max(0, i - _REACH), i))
    return verb or (one > other and scan.before(i) not in numerals.articles)
