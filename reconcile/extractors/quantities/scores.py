"""Scores and records: "won 6-3", "an 18-30 record", "voted 219 to 212"; each number is a count of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection
from decimal import Decimal

from reconcile.extractors.quantities.amount import ONE
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.model.mention import Kind, Mention
from reconcile.model.span import Span
from reconcile.model.value import Value
from reconcile.text.scan import Scan, is_level

RULE, DIMENSION = "count.score", "score"
# Digits of one side, and tokens before a score among which a word of sport or of voting stands.
_SIDE, _REACH = 3, 3
# What joins two sides; two and three sides with what joins them, in tokens.
_DASHES = frozenset("-–‑")
_TWO, _THREE = 3, 5
GAME = "game"
# How far before a record its word may stand, in tokens: "took his record to 12-3".
RECORD = 4


def read_score(scan: Scan, i: int) -> Mention | None:
    """The number at token `i` where it is a side of a score."""
    found = sides(scan, i)
    if found is None:
        return None
    span = Span(scan.starts[i], scan.ends[i])
    value = Value.exact(Decimal(scan.keys[i]), ONE)
    quote = scan.text[span.start : span.end]
    return Mention(span, quote, Kind.COUNT, RULE, value, unit=_unit(scan, *found), dimension=DIMENSION)


def _unit(scan: Scan, first: int, end: int) -> str:
    """What the sides `[first, end)` count: what the noun after them names, votes, games of a record, else points.

    A record stands in brackets, or after the word.
    """
    lexicon, keys, scores = scan.pack.numerals, scan.keys, scan.pack.non_quantities.scores
    after = keys[end]
    if after in lexicon.tallies and keys[end + 1] in scores:
        return after
    if after not in lexicon.records and _is_near(scan, first, end, lexicon.ballots):
        return "vote"
    recorded = any(keys[k] in lexicon.records for k in range(max(0, first - RECORD), first))
    known = after in scores - lexicon.records
    if after in lexicon.records or _is_record(scan, first, end) or (recorded and not known):
        return GAME
    return "point"


def _is_record(scan: Scan, first: int, end: int) -> bool:
    """Whether a bracket after a name, of no day, holds `[first, end)` alone, or with a share: "Reds (5-9; .357)"."""
    if scan.before(first) != "(" or scan.keys[first - 2] in scan.pack.times.weekdays:
        return False
    return scan.keys[end] == ";" or (scan.keys[end] == ")" and scan.is_capital(first - 2))


def sides(scan: Scan, i: int) -> tuple[int, int] | None:
    """The tokens `[first, end)` of the score of which token `i` is a side; None where it is of none."""
    if not _is_side(scan.keys[i]):
        return None
    first, end = _run(scan, i, _is_dash)
    if end - first == 1:
        first, end = _run(scan, i, _is_to)
        return (first, end) if end - first == _TWO and _is_vote(scan, first, end) else None
    if _goes_on(scan, first) or _goes_on(scan, end):
        return None
    fits = {_TWO: _is_of_two, _THREE: _is_of_three}.get(end - first)
    return (first, end) if fits is not None and fits(scan, first, end) else None


def _is_of_two(scan: Scan, first: int, end: int) -> bool:
    """Whether two numbers are a record in brackets, or fall or stand near a word of sport: "(5-9)", "won 6-3"."""
    tight = scan.touches(first + 1)
    if _is_record(scan, first, end):
        return tight
    falls = tight and int(scan.keys[first]) >= int(scan.keys[end - 1])
    return falls or _is_near(scan, first, end, scan.pack.non_quantities.scores)


def _run(scan: Scan, i: int, joins: Callable[[Scan, int], bool]) -> tuple[int, int]:
    """The sides that are joined to the one at token `i`, and a few more than a score has."""
    first, end = i, i + 1
    while first > 1 and i - first < _THREE and _is_side(scan.keys[first - 2]) and joins(scan, first - 1):
        first -= 2
    while end - i < _THREE and _is_side(scan.keys[end + 1]) and joins(scan, end):
        end += 2
    return first, end


def _is_side(key: str) -> bool:
    return key.isdecimal() and len(key) <= _SIDE


def _is_dash(scan: Scan, j: int) -> bool:
    """Whether token `j` stands between two sides: "3-1", "3 - 1", "2 for 9"."""
    return scan.keys[j] == "for" or (scan.keys[j] in _DASHES and scan.touches(j) == scan.touches(j + 1))


def _is_to(scan: Scan, j: int) -> bool:
    return scan.keys[j] == "to"


def _is_near(scan: Scan, first: int, end: int, words: Collection[str]) -> bool:
    """Whether one of some words stands right after the tokens `[first, end)` or shortly before them."""
    return scan.keys[end] in words or any(scan.keys[k] in words for k in range(max(0, first - _REACH), first))


def _is_vote(scan: Scan, first: int, end: int) -> bool:
    """Whether "219 to 212" is a vote and no range or change: the winning side first, a word of voting near, no unit."""
    if scan.keys[end] in scan.pack.units.table or is_level(scan, first):
        return False
    return int(scan.keys[first]) >= int(scan.keys[end - 1]) and _is_near(scan, first, end, scan.pack.numerals.ballots)


def _is_of_three(scan: Scan, first: int, end: int) -> bool:
    """Whether three numbers without a space are a vote with its abstentions or a record: "voted 7-2-1"."""
    if not all(scan.touches(k) for k in range(first + 1, end)):
        return False
    return scan.keys[end] in scan.pack.numerals.records or _is_near(scan, first, end, scan.pack.numerals.ballots)


def _goes_on(scan: Scan, i: int) -> bool:
    """Whether a hyphen joins token `i` or the one before it to more, or a slash: "555-0199-22-7", "3-1/2"."""
    before = scan.keys[i - 1] in HYPHENS and scan.touches(i) and scan.touches(i - 1)
    joins = scan.keys[i] in HYPHENS or scan.keys[i] == "/"
    return before or (joins and scan.touches(i) and scan.touches(i + 1))
