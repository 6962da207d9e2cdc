"""Never wrong in silence: every digit run and number word outside the mentions, with the rule that sets it aside.

Furniture of a page around its article is set aside before anything is read: counters of galleries ("4/8"), counts of
shares and comments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from reconcile.extractors.quantities import non_quantities
from reconcile.extractors.quantities.digit_groups import MAX_DIGITS, in_doubt
from reconcile.extractors.quantities.digits import VULGAR, read_digits
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.model.mention import Mention, SkippedNumber
from reconcile.model.span import Span
from reconcile.model.tokens import Tokens
from reconcile.rules.load import Pack
from reconcile.text.scan import Line, Scan, read_lines

# A run of touching tokens longer than this is cut; endless identifiers stay linear.
_LONGEST_RUN = 64
# The most digits of a counter.
_DIGITS = 3
# Up to this many parts a fraction that stands alone may be a quantity: "3/4" of a list of ingredients.
_QUARTERS = 4
# What may stand right after a counter, and between the counts of a line.
_SIGNS = frozenset(":-–—|•·.,])")
_BETWEEN = frozenset("·•|,-–—/&")


class Furniture(NamedTuple):
    """Digits that belong to the page: the token after their last, and the rule that sets them aside."""

    end: int
    rule: str


def find_skip_reasons(tokens: Tokens, pack: Pack, mentions: Iterable[Mention]) -> tuple[SkippedNumber, ...]:
    """An excuse for every digit run or number word that is in no mention, in order.

    `mentions` are those of the same text, sorted by start. The rule is None for what nothing read.
    """
    scan = Scan(tokens, pack)
    words = _number_words(pack)
    spans = iter([m.span for m in mentions])
    span = next(spans, None)
    skipped: list[SkippedNumber] = []
    furniture = read_furniture(scan)
    free = 0
    for i, key in enumerate(tokens.keys):
        if i < free or not (key in words or key[0].isdecimal() or key in VULGAR):
            continue
        start = tokens.starts[i]
        while span is not None and span.end <= start:
            span = next(spans, None)
        if span is None or span.start >= tokens.ends[i]:
            first, free, why = _skipped(scan, i, furniture, 0 if span is None else span.start)
            whole = Span(tokens.starts[first], tokens.ends[free - 1])
            skipped.append(SkippedNumber(whole, tokens.text[whole.start : whole.end], why))
    return tuple(skipped)


def _skipped(scan: Scan, i: int, furniture: Mapping[int, Furniture], limit: int) -> tuple[int, int, str | None]:
    """The tokens around a number at token `i` that is in no mention, and why; `limit` is where the next mention starts.

    The limit is an offset in characters, 0 for none.
    """
    whole = furniture.get(i) or Furniture(non_quantities.telephone(scan, i), "non-quantity.telephone")
    if whole.end:
        return i, whole.end, whole.rule
    doubtful = in_doubt(scan, i)
    if doubtful:
        return i, doubtful, None
    first, end = _run(scan, i, limit)
    web = scan.keys[first] in scan.pack.non_quantities.web
    rules = (reason.rule_at(scan, i) for reason in SKIP_REASONS)
    return first, end, "non-quantity.web" if web else next((rule for rule in rules if rule is not None), None)


def _number_words(pack: Pack) -> frozenset[str]:
    numerals = pack.numerals
    return (
        frozenset(numerals.cardinals)
        | frozenset(numerals.ordinals)
        | frozenset(numerals.vague)
        | frozenset(numerals.scales)
    )


def _run(scan: Scan, i: int, limit: int) -> tuple[int, int]:
    """The tokens that touch each other around token `i`, up to the next mention, less a full stop at the end."""
    first, end = i, i + 1
    while (
        first > 0 and scan.touches(first) and i - first < _LONGEST_RUN and scan.keys[first - 1] not in ('"', "(", ",")
    ):
        first -= 1
    while scan.touches(end) and end - i < _LONGEST_RUN and not (limit and scan.starts[end] >= limit > scan.starts[i]):
        if not (scan.keys[end][0].isalnum() or scan.touches(end + 1)):
            break
        end += 1
    return first, end


class Reason(NamedTuple):
    """A row of the table of reasons: the rule that sets a number at a token aside, and a sentence where it does."""

    name: str
    rule_at: Callable[[Scan, int], str | None]
    example: str


def _rule(rule: str, holds: Callable[[Scan, int], object]) -> Callable[[Scan, int], str | None]:
    """Gives `rule` where something holds."""
    return lambda scan, i: rule if holds(scan, i) else None


def _is_in_digits(scan: Scan, i: int) -> bool:
    return scan.keys[i][0].isdecimal()


def _is_pronoun(scan: Scan, i: int) -> bool:
    return scan.pack.numerals.cardinals.get(scan.keys[i]) == 1 and scan.keys[i + 1] not in HYPHENS


def _is_in_name(scan: Scan, i: int) -> bool:
    return non_quantities.in_name(scan, i, i + 1)


def _code(scan: Scan, i: int) -> str | None:
    return non_quantities.code(scan, i, i + 1) if _is_in_digits(scan, i) else None


def _glued(scan: Scan, i: int) -> str | None:
    return non_quantities.glued(scan, i, i + 1, words=not _is_in_digits(scan, i))


def _is_version(scan: Scan, i: int) -> bool:
    """Whether digits are written as no number is; with commas in the wrong places nobody can tell what was meant."""
    digits = _is_in_digits(scan, i) and "," not in scan.keys[i] and len(scan.keys[i]) <= MAX_DIGITS
    return digits and read_digits(scan, i) is None


def _is_named(scan: Scan, i: int) -> bool:
    return non_quantities.is_named(scan, i, counted=False)


def _is_long(scan: Scan, i: int) -> bool:
    return len(scan.keys[i]) > MAX_DIGITS


def _is_address(scan: Scan, i: int) -> bool:
    return _is_in_digits(scan, i) and non_quantities.is_address(scan, i)


def _is_compound(scan: Scan, i: int) -> bool:
    return scan.keys[i + 1] in HYPHENS and scan.touches(i + 1) and scan.touches(i + 2)


def _is_ordinary(scan: Scan, i: int) -> bool:
    return scan.keys[i] in scan.pack.numerals.scales or scan.keys[i] in scan.pack.numerals.ordinals


# Why a number is in no mention; the first reason that holds is given, and none for what nothing read.
SKIP_REASONS = (
    Reason("known name", _rule("non-quantity.name", non_quantities.entity_name), "A 7-Eleven shop opened."),
    Reason("pronoun", _rule("non-quantity.pronoun", _is_pronoun), "The red one is better."),
    Reason("name in words", _rule("non-quantity.name", _is_in_name), "He served in the Seventh Cavalry there."),
    Reason("code", _code, "It plays 1080p video."),
    Reason("glued", _glued, "Order #12345 shipped."),
    Reason("version", _rule("non-quantity.version", _is_version), "It is at 2.1.3 now."),
    Reason("number of a name", _rule("non-quantity.name", _is_named), "The Falcon 9 rocket flew."),
    Reason("long", _rule("non-quantity.long", _is_long), f"The key is {'7' * (MAX_DIGITS + 1)}."),
    Reason("address", _rule("non-quantity.address", _is_address), "He lives at 221 Baker Street."),
    Reason("compound", _rule("non-quantity.compound", _is_compound), "A six-speed gearbox."),
    Reason("ordinary word", _rule("non-quantity.word", _is_ordinary), "It took a second."),
)


class _Counter(NamedTuple):
    first: int
    end: int
    number: int
    total: int
    alone: bool


def read_furniture(scan: Scan) -> Mapping[int, Furniture]:
    """The numbers of a page that are no part of its article, by their first token; none in a text of one line."""
    found = dict(_announced_counters(scan))
    if "\n" in scan.text:
        lines = read_lines(scan)
        found |= _counters(scan, lines)
        found |= dict(chain.from_iterable(_engagement(scan, line) for line in lines))
    return found


def _announced_counters(scan: Scan) -> Iterator[tuple[int, Furniture]]:
    """Counters after a word that says so: "Photo 4 of 8"; but "in the picture 4 of 8 people wave" is a share."""
    words = scan.pack.non_quantities.counters
    if words.isdisjoint(scan.tokens.vocabulary):
        return
    for k, word in enumerate(scan.tokens.keys):
        read = _pair(scan, k + 1, ("/", "of")) if word in words else None
        if read is not None:
            end = read[2]
            after = scan.keys[end]
            ends = end >= scan.n or not after[0].isalpha() or scan.is_capital(end) or "\n" in scan.tokens.gap(end)
            if ends or scan.is_capital(k):
                yield k + 1, Furniture(end, "non-quantity.counter")


def _pair(scan: Scan, i: int, joins: tuple[str, ...]) -> tuple[int, int, int] | None:
    """The two whole numbers of "4/8", "4 / 8" or "4 of 8" at token `i`, and the token after them."""
    first, join, second = scan.keys[i : i + 3]
    small = all(part.isdecimal() and len(part) <= _DIGITS for part in (first, second))
    if not small or join not in joins or i + 2 >= scan.n or (scan.touches(i + 3) and scan.keys[i + 3] not in _SIGNS):
        return None
    return int(first), int(second), i + 3


def _counters(scan: Scan, lines: tuple[Line, ...]) -> Mapping[int, Furniture]:
    """Bare counters: alone on a line, or before a caption where several lines count up to one total."""
    found = [counter for line in lines if (counter := _counter(scan, line)) is not None]
    series: dict[int, set[int]] = {}
    for counter in found:
        series.setdefault(counter.total, set()).add(counter.number)
    return {
        c.first: Furniture(c.end, "non-quantity.counter")
        for c in found
        if len(series[c.total]) > 1 or (c.alone and c.total > _QUARTERS)
    }


def _counter(scan: Scan, line: Line) -> _Counter | None:
    read = _pair(scan, line.first, ("/",))
    if read is None or not 0 < read[0] <= read[1]:
        return None
    number, total, end = read
    alone = end >= line.last or (end == line.last - 1 and scan.keys[end] in _SIGNS)
    if not (alone or scan.is_capital(end) or scan.keys[end] in _SIGNS):
        return None
    return _Counter(line.first, end, number, total, alone)


def _engagement(scan: Scan, line: Line) -> Iterator[tuple[int, Furniture]]:
    """The numbers of a line that says nothing but how often a page was shared, liked or read: "12 shares · 3 likes"."""
    found: list[tuple[int, Furniture]] = []
    i = line.first
    while i < line.last:
        read = _count_and_noun(scan, i) or _noun_and_count(scan, i)
        if read is None:
            return
        first, end, i = read
        found.append((first, Furniture(end, "non-quantity.engagement")))
        while i < line.last and scan.keys[i] in _BETWEEN:
            i += 1
    yield from found


def _count_and_noun(scan: Scan, i: int) -> tuple[int, int, int] | None:
    """The first token of a count, the one after it, and the one after its noun: "1.2K shares"."""
    end = _number(scan, i)
    noun = scan.pack.non_quantities.engagement.match(scan.tokens, end) if end else None
    return None if noun is None else (i, end, noun[1])


def _noun_and_count(scan: Scan, i: int) -> tuple[int, int, int] | None:
    """The same for "Shares 1.2K", "Views: 900", "Comments (12)"."""
    noun = scan.pack.non_quantities.engagement.match(scan.tokens, i)
    if noun is None:
        return None
    first = noun[1] + (scan.keys[noun[1]] in (":", "("))
    end = _number(scan, first)
    return (first, end, end + (scan.keys[end] == ")")) if end else None


def _number(scan: Scan, i: int) -> int:
    """The token after digits at `i` and the scale that may follow them; 0 where there are none."""
    if not scan.keys[i][:1].isdecimal():
        return 0
    numerals = scan.pack.numerals
    scaled = scan.keys[i + 1] in numerals.scales or (scan.keys[i + 1] in numerals.glued_scales and scan.touches(i + 1))
    return i + 1 + scaled
