"""Never wrong in silence: every digit run and number word outside the mentions, with the rule that sets it aside."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.extractors.quantities import non_quantities
from reconcile.extractors.quantities.digits import MAX_DIGITS, VULGAR, read_digits
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.extractors.quantities.page_furniture import Furniture, read_furniture
from reconcile.model.mention import Mention, SkippedNumber
from reconcile.model.span import Span
from reconcile.model.tokens import Tokens
from reconcile.rules.load import Pack
from reconcile.text.scan import Scan

# A run of touching tokens longer than this is cut; endless identifiers stay linear.
_LONGEST_RUN = 64


def find_skip_reasons(tokens: Tokens, pack: Pack, mentions: Iterable[Mention]) -> tuple[SkippedNumber, ...]:
    """An excuse for every digit run or number word that is in no mention, in order.

    `mentions` are those of the same text, sorted by start. The rule is None for what nothing read.
    """
    scan = Scan(tokens, pack)
    words = _number_words(pack)
    spans = iter([m.span for m in mentions])
    span = next(spans, None)
    found: list[SkippedNumber] = []
    furniture = read_furniture(scan)
    free = 0
    for i, key in enumerate(tokens.keys):
        if not (key in words or key[0].isdecimal() or key in VULGAR) or i < free:
            continue
        start = tokens.starts[i]
        while span is not None and span.end <= start:
            span = next(spans, None)
        if span is not None and span.start < tokens.ends[i]:
            continue
        named = furniture.get(i) or Furniture(non_quantities.telephone(scan, i), "trap.telephone")
        if named.end:
            free = named.end
            whole = Span(start, tokens.ends[free - 1])
            found.append(SkippedNumber(whole, tokens.text[whole.start : whole.end], named.rule))
            continue
        first, end = _run(scan, i, 0 if span is None else span.start)
        free = end
        whole = Span(tokens.starts[first], tokens.ends[end - 1])
        why = "trap.web" if scan.keys[first] in non_quantities.WEB else _why(scan, i)
        found.append(SkippedNumber(whole, tokens.text[whole.start : whole.end], why))
    return tuple(found)


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


def _why(scan: Scan, i: int) -> str | None:
    key = scan.keys[i]
    digits = key[0].isdecimal()
    if digits and non_quantities.entity_name(scan, i):
        return "trap.name"
    if key == "one" and scan.keys[i + 1] not in HYPHENS:
        return "trap.pronoun"
    if not digits and non_quantities.in_name(scan, i, i + 1):
        return "trap.name"
    if digits and non_quantities.code(scan, i, i + 1) is not None:
        return non_quantities.code(scan, i, i + 1)
    rule = non_quantities.glued(scan, i, i + 1, words=not digits)
    if rule is not None:
        return rule
    if digits and len(key) <= MAX_DIGITS and read_digits(scan, i) is None:
        # commas in the wrong places are of no version; what was meant nobody can tell
        return None if "," in key else "trap.version"
    if digits and non_quantities.is_score(scan, i, i + 1):
        return "trap.score"
    rule = non_quantities.named(scan, i, counted=False)
    if rule is not None:
        return rule
    if digits:
        return _unreadable_digits(scan, i)
    if scan.keys[i + 1] in HYPHENS and scan.touches(i + 1) and scan.touches(i + 2):
        return "trap.compound"
    return "trap.word" if key in scan.pack.numerals.scales or key in scan.pack.numerals.ordinals else None


def _unreadable_digits(scan: Scan, i: int) -> str | None:
    """Digits that are written as no number is: addresses, list markers, endless runs."""
    key = scan.keys[i]
    if len(key) > MAX_DIGITS:
        return "trap.long"
    if non_quantities.is_address(scan, i):
        return "trap.address"
    if scan.keys[i + 1] in HYPHENS and scan.touches(i + 1) and scan.touches(i + 2):
        return "trap.compound"
    return None
