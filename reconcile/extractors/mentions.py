"""One pass over the tokens of a text: at each token that may begin something, the longest mention wins.

`grammar(pack)` is built once for a pack; `read_mentions(tokens, pack, grammar)` is then linear in the tokens.

A cell of a table: a text that is one number, quantity or time and nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from reconcile.extractors.quantities import non_quantities
from reconcile.extractors.quantities.amount import ONE, loose
from reconcile.extractors.quantities.digit_groups import in_doubt
from reconcile.extractors.quantities.numerals import read_listed
from reconcile.extractors.quantities.quantity_reader import quantity_starts, read_quantity
from reconcile.extractors.quantities.ranks import rank_starts, read_rank
from reconcile.extractors.quantities.scores import RULE as SCORE
from reconcile.extractors.quantities.scores import read_score
from reconcile.extractors.quantities.skip_reasons import read_furniture
from reconcile.extractors.times.lengths import as_length_range
from reconcile.extractors.times.time_reader import read_time, time_starts
from reconcile.extractors.times.time_stamps import read_stamps
from reconcile.model.mention import Kind, Mention
from reconcile.model.span import Span
from reconcile.model.tokens import Tokens
from reconcile.model.value import Value
from reconcile.rules.load import Pack
from reconcile.text.scan import Scan

_THREE_QUARTERS = Decimal("0.75")
# The longest hedge in tokens.
_HEDGE = 8
# More tokens than any number, range or date in digits has.
_CHAIN = 24
_RANGE = "range."
_HOURS = "time.hours"
# Two hedges on one number, not two ends of a range.
_TWO_BOUNDS = "range.bounds"
# Digits of a year.
_YEAR = 4
Reader = Callable[[Scan, int], Mention | None]
# Mentions that the layout of a text shows, by their first token, with the index after their last.
LaidOut = dict[int, tuple[tuple[Mention, ...], int]]


class MentionReader(NamedTuple):
    """A row of the table of readers of mentions: the token keys that it may begin with in a pack, and what it reads."""

    name: str
    starts: Callable[[Pack], frozenset[str]]
    read: Reader
    example: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """Which readers may begin at a token: by key, and those that every digit run goes to.

    A reader earlier in the tuple wins a tie.
    """

    by_key: dict[str, tuple[Reader, ...]]
    digits: tuple[Reader, ...]


def grammar(pack: Pack) -> Grammar:
    """The readers of a pack, by the token keys at which each may begin."""
    rows = tuple((row.read, row.starts(pack)) for row in READERS)
    keys = sorted(frozenset().union(*(starts for _, starts in rows)))
    by_key = {key: tuple(read for read, starts in rows if key in starts) for key in keys}
    return Grammar(
        by_key=by_key | {key: by_key.get(key, ()) or (read_time,) for key in pack.non_quantities.web},
        digits=tuple(read for read, _ in rows),
    )


def read_mentions(tokens: Tokens, pack: Pack, grammar: Grammar) -> tuple[Mention, ...]:
    """Every mention of a text, sorted by start, none overlapping another."""
    scan = Scan(tokens, pack)
    mentions: list[Mention] = []
    by_key, digits = grammar.by_key, grammar.digits
    laid_out = _laid_out(scan)
    free = 0
    for i, key in enumerate(tokens.keys):
        if i < free:
            continue
        if i in laid_out:
            stamp, free = laid_out[i]
            mentions.extend(stamp)
            continue
        readers = by_key.get(key) or (digits if key[0].isdecimal() else ())
        if readers:
            free = _past_names(scan, i)
            if free <= i:
                here, free = _read_here(scan, i, readers, laid_out)
                mentions.extend(here)
    return tuple(mentions)


def _read_here(scan: Scan, i: int, readers: tuple[Reader, ...], laid_out: LaidOut) -> tuple[tuple[Mention, ...], int]:
    """The longest mention at token `i`, or the numbers listed there, and the index after what is read."""
    best = _longest(scan, i, readers)
    if best is None:
        return tuple(read_listed(scan, i)), in_doubt(scan, i)
    end = bisect_left(scan.ends, best.span.end, i) + 1
    if best.timex is None and end > i + 1 and scan.keys[i] in scan.pack.hedges.all_before and _is_time(scan, i, end):
        return (), i
    if laid_out and any(k in laid_out for k in range(i + 1, end)):
        return (), i
    return (best,), end


def _laid_out(scan: Scan) -> LaidOut:
    """What the layout of a text tells to be no value, by its first token: time stamps, read as times, and furniture."""
    furniture = {i: ((), piece.end) for i, piece in read_furniture(scan).items()}
    return furniture | {i: ((stamp,), end) for i, (stamp, end) in read_stamps(scan).items()}


def _past_names(scan: Scan, i: int) -> int:
    """The end of an address of the web, a known name or a code that begins at token `i`; `i` or less for none."""
    key = scan.keys[i]
    if key in scan.pack.non_quantities.web:
        return non_quantities.web_address(scan, i)
    named = non_quantities.entity_name(scan, i)
    if named > i or key[0].isalpha():
        return named
    return _past_codes(scan, i)


def _past_codes(scan: Scan, i: int) -> int:
    """The end of a telephone number or of a long run of digits and signs ("1-2-3-4 ..."); 0 for neither."""
    j, n = i + 1, scan.n
    if j >= n:
        return 0
    if scan.keys[i].isdecimal():
        call = non_quantities.telephone(scan, i)
        if call:
            return call
    if scan.starts[j] != scan.ends[i]:
        return 0
    starts, ends, keys = scan.starts, scan.ends, scan.keys
    while j < n and starts[j] == ends[j - 1] and not keys[j][0].isalpha():
        j += 1
    return j if j - i > _CHAIN else 0


def _longest(scan: Scan, i: int, readers: tuple[Reader, ...]) -> Mention | None:
    best: Mention | None = None
    for reader in readers:
        if best is not None and best.rule == SCORE:
            # "a 38-44 mark" is no money
            break
        mention = reader(scan, i)
        if mention is not None and mention.rule.startswith(_RANGE) and _is_of_times(scan, i, mention):
            continue
        if mention is not None and (
            best is None or mention.span.end > best.span.end or _is_part(scan, i, best, mention)
        ):
            best = mention
    return None if best is None else _with_length(best)


def _with_length(mention: Mention) -> Mention:
    """The mention, as a duration where it is a range of units of time: "two to three weeks"."""
    ranged = mention.rule.startswith(_RANGE) and mention.rule != _TWO_BOUNDS
    low = mention.value.low if ranged and mention.value is not None else None
    if low is None or mention.dimension != "time" or mention.per is not None:
        return mention
    return as_length_range(mention, low)


def _is_of_times(scan: Scan, i: int, mention: Mention) -> bool:
    """Whether a range is one of hours ("between 3 and 5 on Monday"), or its last number begins a date ("15 to 22 May").

    A year before Christ is such a date too.
    """
    hours = read_time(scan, i + 1) if scan.keys[i].isalpha() else None
    if hours is not None and hours.rule == _HOURS and hours.span.end >= mention.span.end:
        return True
    k = bisect_left(scan.ends, mention.span.end, i)
    time = read_time(scan, k) if k > i and scan.keys[k][0].isdecimal() else None
    return time is not None and time.kind is Kind.DATE and time.span.end > mention.span.end


def _is_part(scan: Scan, i: int, best: Mention, mention: Mention) -> bool:
    """Whether what may be a time is a part: "3/4 done" but "on 3/4", "three quarters" but "for three quarters"."""
    if mention.rule != "ratio.fraction" or best.timex is None or best.span != mention.span:
        return False
    numerals, before = scan.pack.numerals, scan.before(i)
    if scan.keys[i].isdecimal():
        return before not in numerals.before_days and _YEAR not in (len(scan.keys[i]), len(scan.keys[i + 2]))
    if mention.value is None or mention.value.low != _THREE_QUARTERS:
        # nobody calls a half two quarters
        return False
    after = scan.keys[bisect_left(scan.ends, best.span.end, i) + 1]
    return before not in numerals.quarters_before and after not in numerals.quarters_after


def _is_time(scan: Scan, i: int, end: int) -> bool:
    """Whether the number of a hedged quantity `[i, end)` is a time: "about 3 p.m.", "over three years"."""
    for k in range(i + 1, min(end, i + _HEDGE)):
        key = scan.keys[k]
        if key[0].isdecimal() or key in scan.pack.numerals.cardinals:
            time = read_time(scan, k)
            return time is not None and time.span.end >= scan.ends[end - 1]
    return False


# All may begin with digits too. The longest mention wins; of two as long, the earlier row's: what may be a time is one.
READERS: tuple[MentionReader, ...] = (
    MentionReader("rank", rank_starts, read_rank, "She came fifth."),
    MentionReader("time", time_starts, read_time, "They met in May 2018."),
    MentionReader("score", lambda _: frozenset(), read_score, "They won 6-3."),
    MentionReader("quantity", quantity_starts, read_quantity, "They caught 12 boats."),
)
RULE = "cell.number"
_PLAIN = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})++|\d++)(?:\.\d++)?")


def plain_number(text: str) -> Mention | None:
    """A cell of digits alone: always a number, though "1999" in an article is a year."""
    if _PLAIN.fullmatch(text) is None:
        return None
    number = Decimal(text.replace(",", ""))
    ulp = ONE.scaleb(-len(text.partition(".")[2]))
    return Mention(Span(0, len(text)), text, Kind.NUMBER, RULE, Value.exact(number, ulp, loose(number, ulp)))


def read_cell(text: str, pack: Pack, grammar: Grammar) -> Mention | None:
    """The one mention that a text is; None where it holds anything else."""
    found = read_mentions(Tokens(text), pack, grammar)
    if len(found) != 1:
        return None
    mention = found[0]
    end = max(mention.span.end, mention.noun.end if mention.noun is not None else 0)
    return mention if mention.span.start == 0 and not text[end:].strip() else None
