"""Never wrong in silence: every digit run and number word outside the mentions, with the rule that sets it aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from reconcile.extractors.quantities import non_quantities
from reconcile.extractors.quantities.digits import MAX_DIGITS, VULGAR, read_digits
from reconcile.extractors.quantities.number_words import HYPHENS
from reconcile.extractors.quantities.page_furniture import Furniture, read_furniture
from reconcile.model.mention import Mention, SkippedNumber
from reconcile.model.span import Span
from reconcile.model.tokens import Tokens
from reconcile.rules.load import Pack
from reconcile.text.scan import Reader, Scan, read_first

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
    first, end = _run(scan, i, limit)
    web = scan.keys[first] in scan.pack.non_quantities.web
    return first, end, "non-quantity.web" if web else read_first(SKIP_REASONS, scan, i)


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


def _is_digits(scan: Scan, i: int) -> bool:
    return scan.keys[i][0].isdecimal()


def _is_words(scan: Scan, i: int) -> bool:
    return not scan.keys[i][0].isdecimal()


def _is_any(scan: Scan, i: int) -> bool:
    return scan.keys[i] != ""


def _is_one(scan: Scan, i: int) -> bool:
    return scan.pack.numerals.cardinals.get(scan.keys[i]) == 1


def _is(rule: str, holds: Callable[[Scan, int], object]) -> Callable[[Scan, int], str | None]:
    """A reader that gives `rule` where something holds."""

    def read(scan: Scan, i: int) -> str | None:
        return rule if holds(scan, i) else None

    return read


def _is_pronoun(scan: Scan, i: int) -> bool:
    return scan.keys[i + 1] not in HYPHENS


def _is_in_name(scan: Scan, i: int) -> bool:
    return non_quantities.in_name(scan, i, i + 1)


def _code(scan: Scan, i: int) -> str | None:
    return non_quantities.code(scan, i, i + 1)


def _glued(scan: Scan, i: int) -> str | None:
    return non_quantities.glued(scan, i, i + 1, words=_is_words(scan, i))


def _is_version(scan: Scan, i: int) -> bool:
    """Whether digits are written as no number is; with commas in the wrong places nobody can tell what was meant."""
    return "," not in scan.keys[i] and len(scan.keys[i]) <= MAX_DIGITS and read_digits(scan, i) is None


def _is_score(scan: Scan, i: int) -> bool:
    return non_quantities.is_score(scan, i, i + 1)


def _named(scan: Scan, i: int) -> str | None:
    return non_quantities.named(scan, i, counted=False)


def _is_long(scan: Scan, i: int) -> bool:
    return len(scan.keys[i]) > MAX_DIGITS


def _is_compound(scan: Scan, i: int) -> bool:
    return scan.keys[i + 1] in HYPHENS and scan.touches(i + 1) and scan.touches(i + 2)


def _is_ordinary(scan: Scan, i: int) -> bool:
    return scan.keys[i] in scan.pack.numerals.scales or scan.keys[i] in scan.pack.numerals.ordinals


# Why a number is in no mention; the first reason that holds is given, and none for what nothing read.
SKIP_REASONS: tuple[Reader[int, str], ...] = (
    Reader("known name", _is_digits, _is("non-quantity.name", non_quantities.entity_name), "A 7-Eleven shop opened."),
    Reader("pronoun", _is_one, _is("non-quantity.pronoun", _is_pronoun), "The red one is better."),
    Reader(
        "name in words", _is_words, _is("non-quantity.name", _is_in_name), "He served in the Seventh Cavalry there."
    ),
    Reader("code", _is_digits, _code, "It plays 1080p video."),
    Reader("glued", _is_any, _glued, "Order #12345 shipped."),
    Reader("version", _is_digits, _is("non-quantity.version", _is_version), "It is at 2.1.3 now."),
    Reader("score", _is_digits, _is("non-quantity.score", _is_score), "They lost 2-0."),
    Reader("number of a name", _is_any, _named, "The Falcon 9 rocket flew."),
    Reader("long", _is_digits, _is("non-quantity.long", _is_long), f"The key is {'7' * (MAX_DIGITS + 1)}."),
    Reader("address", _is_digits, _is("non-quantity.address", non_quantities.is_address), "Meet at 221 Baker Street."),
    Reader("compound", _is_any, _is("non-quantity.compound", _is_compound), "A six-speed gearbox."),
    Reader("ordinary word", _is_words, _is("non-quantity.word", _is_ordinary), "It took a second."),
)
