"""Parts against their total, before or after it: "The Reds have 40 seats and the Greens 11. Together they hold 51."

A total that says it is one ("together", "in all") is the sum of the two figures right before it, where the sentence of
the total, or else the one before it, gives just two of that unit. And a sentence that lists three figures or more does
not go beyond the figure that the sentence before it ends with, where it comes to nearly as much: "Sales were $4.1
billion. Coffee brought in $1.9 billion, meals $1.4 billion and snacks $0.9 billion."

"12 people were killed: seven men and four women" leaves one out. The parts stand behind a colon or dash or in brackets,
to the end of their sentence; as bare figures behind a comma ("12 goals, five at home and six away"); or before a total
that says it is one ("71 and 15 seats, together 84"). A list that calls itself a sample ("including") is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reconcile.model.claim import Claim
from reconcile.model.finding import Finding
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import grouped
from reconcile.reconciler.checks.parts import COUNTED, Parts, addable, adds_up, is_plain, items, parts_in, summed
from reconcile.reconciler.checks.sentence_claims import SentenceClaims
from reconcile.reconciler.verdicts.findings import make_finding
from reconcile.rules.load import Pack
from reconcile.rules.policy import Policy

CODE = "RC405"
# Between a total and its parts: words without a sign of the sentence, then what announces the parts.
_OPENS = re.compile(r"(?P<words>[^:;()\u2013\u2014]*?)(?P<sign>:\s|\s?[\u2013\u2014]\s?|\s-{1,2}\s|\s\()")
_COMMA = re.compile(r"(?:\s[^\W\d_]+){1,3},\s")
_CLOSES = re.compile(r"[.!?)]|\s?[\u2013\u2014]|\s-{1,2}\s")
# As many words may stand between a total and its colon.
WORDS = 10
# A list of as many figures that comes within this part of a total beyond it is a list of its parts.
LISTED, NEAR = 3, Decimal("0.1")
# How many words from a total the word stands that calls it one.
REACH = 6


def check_total(sentence: SentenceClaims, pack: Pack) -> Iterator[Finding]:
    """A finding for the first total of a sentence with parts behind it, where it is not their sum."""
    for i, total in enumerate(sentence.claims[:-1]):
        parts = _announced(sentence, i, pack.policy) if is_plain(total) and not sentence.is_cut(total) else None
        if parts is not None:
            yield from _check_sum(total, parts, pack.policy)
            return


def _announced(sentence: SentenceClaims, at: int, policy: Policy) -> Parts | None:
    """The parts that follow a total and all that follows it, to the end of the sentence or the closing sign."""
    total = sentence.claims[at]
    if not _counts(sentence, total, policy):
        return None
    match = _OPENS.match(sentence.text, total.span.end, sentence.span.end)
    if match is None or len(match["words"].split()) > WORDS:
        return _elliptic(sentence, at, policy)
    closing = _CLOSES.search(sentence.text, sentence.claims[-1].span.end, sentence.span.end)
    listing = Span(match.end(), closing.start() if closing is not None else sentence.span.end)
    parts = parts_in(sentence, listing, total, policy)
    return parts if parts is not None and len(parts) > 1 else None


def _counts(sentence: SentenceClaims, total: Claim, policy: Policy) -> bool:
    """Whether a figure is one of something: a bare number only after "rose to", "stands at"."""
    reaches = not policy.cues["reaches"].isdisjoint(sentence.before(total, 1))
    return total.kind is not Kind.PERCENT and (total.kind is not Kind.NUMBER or reaches)


def _elliptic(sentence: SentenceClaims, at: int, policy: Policy) -> Parts | None:
    """Bare figures behind a comma, of what was just counted: "12 goals, five at home and six away"."""
    total, later = sentence.claims[at], sentence.claims[at + 1 :]
    match = _COMMA.match(sentence.text, total.span.end, sentence.span.end)
    bare = total.kind is Kind.COUNT and all(c.kind is Kind.NUMBER for c in later)
    if match is None or not bare or match.end() != later[0].span.start or sentence.before(total, 2)[:1] == ("of",):
        return None
    parts = parts_in(sentence, Span(match.end(), sentence.span.end), total, policy)
    # less than the total may be some of them: "12 novels, two at sea and one in bed"
    exceeds = parts is not None and parts.total() > (total.number or 0)
    return parts if parts is not None and exceeds and len(parts.claims) > 1 and not parts.singles else None


def _check_sum(total: Claim, parts: Parts, policy: Policy) -> Iterator[Finding]:
    if not any(adds_up(total, parts.claims, n) for n in range(parts.singles + 1)):
        made, given = _in_unit(parts.total(), total), grouped(total.number or Decimal(0))
        message = f"{len(parts)} parts of “{total.quote}” add up to {made}, not {given}."
        yield make_finding(CODE, (total, *parts.claims), message, f"the parts make {made}", policy)


def _in_unit(number: Decimal, total: Claim) -> str:
    return grouped(number) if total.kind in COUNTED else f"{grouped(number)} {total.unit}"


def check_running_total(sentence: SentenceClaims, pack: Pack) -> Iterator[Finding]:
    """One finding for each sum of the two figures before it, and each list that goes beyond its total."""
    for total in filter(is_plain, sentence.claims):
        parts = _two_before(sentence, total, pack.policy)
        if parts and not adds_up(total, parts):
            yield _finding(total, parts, pack.policy)
    if sentence.previous and _goes_beyond(sentence, sentence.previous[-1], pack.policy):
        yield _finding(sentence.previous[-1], sentence.claims, pack.policy)


def _two_before(sentence: SentenceClaims, total: Claim, policy: Policy) -> tuple[Claim, ...]:
    """The only two figures that a total called one can be the sum of; empty where there are more, fewer or none."""
    if total.kind is Kind.PERCENT or not _is_called_total(sentence, total, policy):
        return ()
    own = tuple(c for c in sentence.claims if c.span.end <= total.span.start)
    group = next((some for some in (own, sentence.previous) if any(addable(c, total) for c in some)), ())
    addends = tuple(c for c in group if c.kind not in (Kind.DURATION, Kind.PERCENT))
    return addends if len(addends) == 2 and all(addable(c, total) for c in addends) and _of_two(addends, total) else ()


def _is_called_total(sentence: SentenceClaims, total: Claim, policy: Policy) -> bool:
    """Whether a word near a figure calls it a total, and none says that it is of a sample or goes beyond one."""
    near = frozenset((*sentence.before(total, REACH), *sentence.after(total, REACH)))
    return bool(near & policy.cues["together"]) and not near & (policy.cues["sample"] | policy.cues["beyond"])


def _of_two(parts: tuple[Claim, ...], total: Claim) -> bool:
    """Whether two figures are of different holders and of the kind of thing that the total counts."""
    a, b = parts
    counted = {c.unit for c in (a, b, total) if c.unit is not None}
    return len(counted) == 1 and (a.subject is None or b.subject is None or a.subject.id != b.subject.id)


def _goes_beyond(sentence: SentenceClaims, total: Claim, policy: Policy) -> bool:
    """Whether a list of alike figures comes to a little more than the one before it, beyond what rounding does."""
    parts = sentence.claims
    if len(parts) < LISTED or not is_plain(total) or not all(addable(c, total) for c in parts):
        return False
    listed = items(sentence.span, sentence.text)
    one_each = len(listed) == len(parts) and all(
        item.start <= c.span.start < item.end for item, c in zip(listed, parts, strict=True)
    )
    of_some = frozenset(sentence.words) & (policy.cues["sample"] | policy.cues["subset"] | policy.cues["from"])
    one_time = all(c.period == parts[0].period for c in parts)
    given = total.number or Decimal(0)
    return (
        one_each
        and not of_some
        and one_time
        and given < summed(parts) <= given * (1 + NEAR)
        and not adds_up(total, parts)
    )


def _finding(total: Claim, parts: tuple[Claim, ...], policy: Policy) -> Finding:
    made, quotes = _in_unit(summed(parts), total), ", ".join(f"“{c.quote}”" for c in parts)
    message = f"{quotes} add up to {made}, not {grouped(total.number or Decimal(0))}."
    return make_finding(CODE, (total, *parts), message, f"together {made}", policy)
