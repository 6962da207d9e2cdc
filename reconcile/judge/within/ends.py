"""The frame of a change in one sentence: "from A to B", "to B from A", and the percentage given with it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.mention import Kind
from reconcile.model.value import Value, plain
from reconcile.rules.policy import Policy

# How many characters may stand between the two ends ("from $34 billion in the year before to $35 billion").
REACH = 40
_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Change:
    """A value before and after, and the percentages of the same sentence; `words` are all of it, in small letters."""

    before: Claim
    after: Claim
    percents: tuple[Claim, ...]
    words: tuple[str, ...]


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
        words = tuple(text[members[0].sentence.start : members[0].sentence.end].lower().replace(",", " ").split())
        for ends in _pairs(members, text, policy):
            taken = {c.id for c in ends}
            others = tuple(c for c in members if c.kind is Kind.PERCENT and c.id not in taken)
            yield Change(*ends, others, words)


def _pairs(members: tuple[Claim, ...], text: str, policy: Policy) -> Iterator[tuple[Claim, Claim]]:
    """Each value before with the value after it: two claims, or one that was read as a range."""
    for a, b in pairwise([c for c in members if c.value is not None and c.value.is_point]):
        ends = _ends(a, b, text, policy)
        if ends is not None:
            yield ends
    for claim in members:
        halves = _halves(claim, policy)
        if halves is not None:
            yield halves


def _halves(claim: Claim, policy: Policy) -> tuple[Claim, Claim] | None:
    """The two ends of "from A to B" read as a range, in the order of the text."""
    value, numbers = claim.value, _NUMBER.findall(claim.quote)
    opens = claim.quote.lower().split()[:1]
    if value is None or value.low is None or value.high is None or value.is_point or len(numbers) != 2:
        return None
    if not frozenset(opens) & policy.cues["from"]:
        return None
    first, second = (_digits(n) for n in numbers)
    low, high = (_digits(plain(n)) for n in (value.low, value.high))
    ends = (value.low, value.high) if (first, second) == (low, high) else (value.high, value.low)
    if first == second or {first, second} != {low, high}:
        return None
    a, b = (replace(claim, value=Value.exact(n, value.ulp), quote=q) for n, q in zip(ends, numbers, strict=True))
    return a, b


def _digits(number: str) -> str:
    """The digits of a number that do not depend on its scale."""
    return number.replace(",", "").replace(".", "").strip("0")


def _ends(a: Claim, b: Claim, text: str, policy: Policy) -> tuple[Claim, Claim] | None:
    """The value before and the value after, where "from" and "to" say which is which."""
    between = text[a.span.end : b.span.start].lower().split()
    alike = (a.unit, a.per, a.dimension) == (b.unit, b.per, b.dimension)
    if not alike or not between or b.span.start - a.span.end > REACH:
        return None
    lead = text[max(a.sentence.start, a.span.start - REACH) : a.span.start].lower().split()[-1:]
    first, second = frozenset(lead), frozenset(between[-1:])
    if first & policy.cues["from"] and second & policy.cues["to"]:
        return a, b
    if first & policy.cues["to"] and second & policy.cues["from"]:
        return b, a
    return None
