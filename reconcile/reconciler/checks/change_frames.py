"""The frame of a change in one sentence: its two ends, and how much it is said to be.

"From A to B", "to B from A", "B, up from A", "rose to B, compared with A".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.model.value import Value, plain
from reconcile.rules.policy import Policy

# How many characters may stand between the two ends ("from $34 billion in the year before to $35 billion").
REACH = 40
# How many words before "to" the verb of a move stands ("rose by about 20 percent to"), and between the ends of one.
CHANGED_KINDS, BETWEEN = 6, 9
_WORD = re.compile(r"[^\W_]+")
# What a bare number can be more of.
BARE = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_NUMBER = re.compile(r"\d[\d.,]*")


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


def by_sentence(claims: Iterable[Claim]) -> Iterator[tuple[Claim, ...]]:
    """The claims that have a value, sentence by sentence, in the order of the text."""
    found: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.value is not None and claim.kind is not Kind.RANK:
            found[(claim.source, claim.sentence.start)].append(claim)
    for _, members in sorted(found.items()):
        yield tuple(sorted(members, key=lambda c: c.span))


def cut(claim: Claim, text: str) -> bool:
    """Whether the number before is likely a part of this one ("1, 009")."""
    before = text[max(0, claim.span.start - 4) : claim.span.start].rstrip(" ,")
    return before[-1:].isdigit()


def changes(claims: Iterable[Claim], documents: Mapping[str, Document], policy: Policy) -> Iterator[Change]:
    """Every change whose two ends are points in one unit."""
    for members in by_sentence(claims):
        text = documents[members[0].source].text
        span = members[0].sentence
        sentence = tuple(w.lower() for w in text[span.start : span.end].replace(",", " ").split())
        for before, after in _pairs(members, text, policy):
            sizes = tuple(stated(members, (before, after), text, policy))
            yield Change(before, after, sizes, _clause(before, after, text, policy), sentence)


def _clause(a: Claim, b: Claim, text: str, policy: Policy) -> tuple[str, ...]:
    """The words of the two ends and of the clause before them, as far as the last word that begins another."""
    start, end = min(a.span.start, b.span.start), max(a.span.end, b.span.end)
    lead = [w.lower() for w in text[a.sentence.start : start].replace(",", " ").split()]
    cuts = [i for i, w in enumerate(lead) if w in policy.cues["apart"] or w.endswith((";", ":"))]
    tail = _WORD.findall(text[end : a.sentence.end].lower())
    other = next((i for i, w in enumerate(tail) if w in policy.cues["apart"]), len(tail))
    return (*lead[cuts[-1] + 1 if cuts else 0 :], *_WORD.findall(text[start:end].lower()), *tail[:other])


def _pairs(members: tuple[Claim, ...], text: str, policy: Policy) -> Iterator[tuple[Claim, Claim]]:
    """Each value before with the value after it: two claims, or one that was read as a range."""
    points = [c for c in members if c.value is not None and c.value.is_point and not _is_size(c, text, policy)]
    shares = [c for c in points if c.kind is Kind.PERCENT]
    for kept in ([c for c in points if c.kind is not Kind.PERCENT], shares):
        found = (
            _ends(a, b, text, policy) or _compared(a, b, text, policy, only=len(kept) == 2) for a, b in pairwise(kept)
        )
        yield from filter(None, found)
    yield from filter(None, (_halves(claim, policy) for claim in members))


def _halves(claim: Claim, policy: Policy) -> tuple[Claim, Claim] | None:
    """The two ends of "from A to B" read as a range, in the order of the text."""
    value, numbers = claim.value, tuple(_NUMBER.finditer(claim.quote))
    opens = claim.quote.lower().split()[:1]
    if value is None or value.low is None or value.high is None or value.is_point or len(numbers) != 2:
        return None
    if not frozenset(opens) & policy.cues["from"]:
        return None
    first, second = (_digits(n.group()) for n in numbers)
    low, high = (_digits(plain(n)) for n in (value.low, value.high))
    ends = (value.low, value.high) if (first, second) == (low, high) else (value.high, value.low)
    if first == second or {first, second} != {low, high}:
        return None
    a, b = (_end(claim, Value.exact(n, value.ulp), place) for n, place in zip(ends, numbers, strict=True))
    return a, b


def _end(claim: Claim, value: Value, number: re.Match[str]) -> Claim:
    """One end of a range as a claim of its own, at the place of its number."""
    start = claim.span.start
    return replace(claim, value=value, span=Span(start + number.start(), start + number.end()), quote=number.group())


def _digits(number: str) -> str:
    """The digits of a number that do not depend on its scale."""
    return number.replace(",", "").replace(".", "").strip("0")


def _ends(a: Claim, b: Claim, text: str, policy: Policy) -> tuple[Claim, Claim] | None:
    """The value before and the value after, where "from" and "to" say which is which."""
    between = text[a.span.end : b.span.start].lower().split()
    if not _same_unit(a, b) or not between or b.span.start - a.span.end > REACH:
        return None
    lead = text[max(a.sentence.start, a.span.start - REACH) : a.span.start].lower().split()[-1:]
    first, second = frozenset(lead), frozenset(between[-1:])
    if first & policy.cues["from"] and second & policy.cues["to"]:
        return a, b
    if first & policy.cues["to"] and second & policy.cues["from"]:
        return b, a
    return None


def _same_unit(a: Claim, b: Claim) -> bool:
    """Whether two values are in one unit; a bare number is in that of the one before it."""
    same = (a.unit, a.per, a.dimension) == (b.unit, b.per, b.dimension)
    return same or (b.kind is Kind.NUMBER and b.unit is None and b.per is None and a.kind in BARE)


def _compared(a: Claim, b: Claim, text: str, policy: Policy, *, only: bool) -> tuple[Claim, Claim] | None:
    """The value before and the value after: "B, up from A"; where `only` these two stand, "to B, compared with A"."""
    between = _WORD.findall(text[a.span.end : b.span.start].lower())
    moves = _moves(policy)
    if (
        not _same_unit(a, b)
        or not between
        or len(between) > BETWEEN
        or frozenset(between) & policy.cues["apart"] - {"with"}
    ):
        return None
    if between[-1] in policy.cues["from"]:
        return (b, a) if frozenset(between) & moves else None
    lead = _WORD.findall(text[a.sentence.start : a.span.start].lower())[-CHANGED_KINDS:]
    rose_to = only and lead[-1:] == ["to"] and frozenset(lead) & moves and not frozenset(lead) & policy.cues["apart"]
    return (b, a) if rose_to and " ".join(between[-2:]) in policy.cues["compared"] else None


def _is_size(claim: Claim, text: str, policy: Policy) -> bool:
    """Whether a value is how much something moved and not where to: "by $50", "up 3 percent"."""
    lead = _WORD.findall(text[claim.sentence.start : claim.span.start].lower())[-1:]
    by = frozenset(lead) & policy.cues["by"]
    return bool(by) or (claim.kind is Kind.PERCENT and bool(frozenset(lead) & _moves(policy)))


def stated(members: Iterable[Claim], ends: tuple[Claim, Claim], text: str, policy: Policy) -> Iterator[Claim]:
    """The values that a sentence calls the size of a change, next to its ends and with no other clause between."""
    frame = Span(min(c.span.start for c in ends), max(c.span.end for c in ends))
    members = tuple(members)
    own = {c.id for c in ends}
    for claim in members:
        if claim.id not in own and _called(claim, text, policy) and _is_next_to(claim, frame, members, text, policy):
            yield claim


def _is_next_to(claim: Claim, frame: Span, members: Iterable[Claim], text: str, policy: Policy) -> bool:
    """Whether no other value and no other clause stands between a size and the ends of its change."""
    before = claim.span.end <= frame.start
    a, b = (claim.span.end, frame.start) if before else (frame.end, claim.span.start)
    gap = text[a:b].lower() if a < b else ""
    nearer = any(a <= c.span.start and c.span.end <= b for c in members)
    return not nearer and not _begins_clause(gap, policy, after=claim.span.start >= frame.end)


def _begins_clause(gap: str, policy: Policy, *, after: bool) -> bool:
    """Whether words between a size and its ends begin another clause; after the ends, so does another verb."""
    verbs = _moves(policy) - policy.cues["change"] - policy.cues["adverbs"] if after else frozenset()
    return ";" in gap or ":" in gap or bool(frozenset(_WORD.findall(gap)) & (policy.cues["apart"] | verbs))


def _called(claim: Claim, text: str, policy: Policy) -> bool:
    """Whether the words right beside a value call it a change: "rose 3 percent", "a 3 percent rise", "or 3 percent"."""
    before = _WORD.findall(text[claim.sentence.start : claim.span.start].lower())[-2:]
    after = _WORD.findall(text[claim.span.end : claim.sentence.end].lower())[:1]
    nominal = policy.cues["change"] | _moves(policy)
    return (
        bool(frozenset((*before, *after)) & nominal)
        or bool(frozenset(before[-1:]) & policy.cues["by"])
        or text[: claim.span.start].endswith(" (")
    )


def _moves(policy: Policy) -> frozenset[str]:
    return policy.cues["rises"] | policy.cues["falls"]
