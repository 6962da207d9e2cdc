"""The frame of a change in one sentence: its two ends, and how much it is said to be.

"From A to B", "to B from A", "B, up from A", "rose to B, compared with A".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from reconcile.model.claim import Claim
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import Value, significant_digits
from reconcile.reconciler.checks.sentence_claims import SentenceClaims, words_of
from reconcile.rules.policy import Policy

# How many characters may stand between the two ends ("from $34 billion in the year before to $35 billion").
REACH = 40
# How many words before "to" the verb of a move stands ("rose by about 20 percent to"), and between the ends of one.
LEAD, BETWEEN = 6, 9
# What a bare number can be more of.
BARE = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_NUMBER = re.compile(r"\d[\d.,]*")
_WORD_OR_BREAK = re.compile(r"[^\W_]+|[;:]")


@dataclass(frozen=True, slots=True)
class Change:
    """A value before and after, and what the same sentence calls the size of the change.

    `words` are those of its clause, `sentence` all of its sentence, in small letters.
    """

    before: Claim
    after: Claim
    stated: tuple[Claim, ...]
    words: tuple[str, ...]
    sentence: tuple[str, ...]

    @property
    def direction(self) -> int:
        """Which way the numbers go: 1 for up, -1 for down."""
        before, after = self.before.number or 0, self.after.number or 0
        return (after > before) - (after < before)


def changes(sentence: SentenceClaims, policy: Policy) -> Iterator[Change]:
    """Every change of a sentence whose two ends are points in one unit."""
    for before, after in _pairs(sentence, policy):
        sizes = tuple(_sizes(sentence, (before, after), policy))
        yield Change(before, after, sizes, _clause(sentence, before, after, policy), sentence.words)


def _clause(sentence: SentenceClaims, a: Claim, b: Claim, policy: Policy) -> tuple[str, ...]:
    """The words of the two ends and of the clause around them, as far as the words that begin another."""
    start, end = min(a.span.start, b.span.start), max(a.span.end, b.span.end)
    breaks = policy.cues["apart"] | {";", ":"}
    lead = _WORD_OR_BREAK.findall(sentence.text[sentence.span.start : start].lower())
    own_lead = tuple(takewhile(lambda word: word not in breaks, reversed(lead)))[::-1]
    tail = takewhile(lambda word: word not in breaks, words_of(sentence.text[end : sentence.span.end]))
    return (*own_lead, *words_of(sentence.text[start:end]), *tail)


def _pairs(sentence: SentenceClaims, policy: Policy) -> Iterator[tuple[Claim, Claim]]:
    """Each value before with the value after it: two claims, or one that was read as a range."""
    points = [c for c in sentence.claims if c.number is not None and not _is_size(sentence, c, policy)]
    yield from _adjacent(sentence, [c for c in points if c.kind is not Kind.PERCENT], policy)
    yield from _adjacent(sentence, [c for c in points if c.kind is Kind.PERCENT], policy)
    yield from filter(None, (_halves(claim, policy) for claim in sentence.claims))


def _adjacent(sentence: SentenceClaims, points: list[Claim], policy: Policy) -> Iterator[tuple[Claim, Claim]]:
    """Each value before with the value after it, of two that stand next to one another; no value is in two changes."""
    only, last = len(points) == 2, None
    for a, b in pairwise(points):
        found = _ends(sentence, a, b, policy) or _compared(sentence, a, b, policy, only=only) if a is not last else None
        if found is not None:
            last = b
            yield found


def _halves(claim: Claim, policy: Policy) -> tuple[Claim, Claim] | None:
    """The two ends of "from A to B" read as a range, in the order of the text."""
    value, numbers = claim.value, tuple(_NUMBER.finditer(claim.quote))
    opens = words_of(claim.quote)[:1]
    if value is None or value.low is None or value.high is None or value.is_point or len(numbers) != 2:
        return None
    first, second = (n.group().replace(",", "").replace(".", "").strip("0") for n in numbers)
    low, high = (significant_digits(n) for n in (value.low, value.high))
    if not frozenset(opens) & policy.cues["from"] or first == second or {first, second} != {low, high}:
        return None
    ends = (value.low, value.high) if (first, second) == (low, high) else (value.high, value.low)
    a, b = (_end(claim, Value.exact(n, value.ulp), place) for n, place in zip(ends, numbers, strict=True))
    return a, b


def _end(claim: Claim, value: Value, number: re.Match[str]) -> Claim:
    """One end of a range as a claim of its own, at the place of its number."""
    start = claim.span.start
    return replace(claim, value=value, span=Span(start + number.start(), start + number.end()), quote=number.group())


def _ends(sentence: SentenceClaims, a: Claim, b: Claim, policy: Policy) -> tuple[Claim, Claim] | None:
    """The value before and the value after, where "from" and "to" say which is which."""
    if not _same_unit(a, b) or b.span.start - a.span.end > REACH:
        return None
    first, second = frozenset(sentence.before(a, 1)), frozenset(sentence.between(a, b)[-1:])
    if first & policy.cues["from"] and second & policy.cues["to"]:
        return a, b
    if first & policy.cues["to"] and second & policy.cues["from"]:
        return b, a
    return None


def _same_unit(a: Claim, b: Claim) -> bool:
    """Whether two values are in one unit; a bare number is in that of the one before it."""
    same = (a.unit, a.per, a.dimension) == (b.unit, b.per, b.dimension)
    return same or (b.kind is Kind.NUMBER and b.unit is None and b.per is None and a.kind in BARE)


def _compared(
    sentence: SentenceClaims, a: Claim, b: Claim, policy: Policy, *, only: bool
) -> tuple[Claim, Claim] | None:
    """The value before and the value after: "B, up from A"; where `only` these two stand, "to B, compared with A"."""
    between, moves, apart = sentence.between(a, b), _moves(policy), policy.cues["apart"]
    if not _same_unit(a, b) or not 0 < len(between) <= BETWEEN or frozenset(between) & apart - {"with"}:
        return None
    if between[-1] in policy.cues["from"]:
        return (b, a) if frozenset(between) & moves else None
    lead = sentence.before(a, LEAD)
    rose_to = only and lead[-1:] == ("to",) and frozenset(lead) & moves and not frozenset(lead) & apart
    return (b, a) if rose_to and " ".join(between[-2:]) in policy.cues["compared"] else None


def _is_size(sentence: SentenceClaims, claim: Claim, policy: Policy) -> bool:
    """Whether a value is how much something moved and not where to: "by $50", "up 3 percent"."""
    lead = frozenset(sentence.before(claim, 1))
    return bool(lead & policy.cues["by"]) or (claim.kind is Kind.PERCENT and bool(lead & _moves(policy)))


def _sizes(sentence: SentenceClaims, ends: tuple[Claim, Claim], policy: Policy) -> Iterator[Claim]:
    """The values that a sentence calls the size of a change, next to its ends and with no other clause between."""
    frame = Span(min(c.span.start for c in ends), max(c.span.end for c in ends))
    own = {c.id for c in ends}
    called = (c for c in sentence.claims if c.id not in own and _is_called_change(sentence, c, policy))
    yield from (c for c in called if _is_next_to(sentence, c, frame, policy))


def _is_next_to(sentence: SentenceClaims, claim: Claim, frame: Span, policy: Policy) -> bool:
    """Whether no other value and no other clause stands between a size and the ends of its change."""
    before = claim.span.end <= frame.start
    start, end = (claim.span.end, frame.start) if before else (frame.end, claim.span.start)
    nearer = any(start <= c.span.start and c.span.end <= end for c in sentence.claims)
    return not nearer and not _begins_clause(sentence.text[start:end], policy, after=claim.span.start >= frame.end)


def _begins_clause(gap: str, policy: Policy, *, after: bool) -> bool:
    """Whether words between a size and its ends begin another clause; after the ends, so does another verb."""
    verbs = _moves(policy) - policy.cues["change"] - policy.cues["adverbs"] if after else frozenset()
    return ";" in gap or ":" in gap or bool(frozenset(words_of(gap)) & (policy.cues["apart"] | verbs))


def _is_called_change(sentence: SentenceClaims, claim: Claim, policy: Policy) -> bool:
    """Whether the words right beside a value call it a change: "rose 3 percent", "a 3 percent rise", "or 3 percent"."""
    if sentence.text[: claim.span.start].endswith(" ("):
        return True
    before, nominal = sentence.before(claim, 2), policy.cues["change"] | _moves(policy)
    by = policy.cues["by"].intersection(before[-1:])
    return bool(by | nominal.intersection((*before, *sentence.after(claim, 1))))


def _moves(policy: Policy) -> frozenset[str]:
    return policy.cues["rises"] | policy.cues["falls"]
