"""The parts that a text gives of a total: "12 people: 7 men, a nurse and 4 women" gives three."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from reconcile.model.claim import Claim
from reconcile.model.mention import Kind
from reconcile.model.span import Span
from reconcile.reconciler.checks.sentence_claims import SentenceClaims, words_of
from reconcile.rules.policy import Policy

_SPLIT = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
# An item of more words is likelier a clause.
WORDS = 9
# No more words stand before the figure of an item ("Upper Kelby 5").
LEAD = 3
# A figure of so many or more that ends in two zeros may be rounded.
ROUND = Decimal(100)
COUNTED = frozenset({Kind.COUNT, Kind.NUMBER})
SUMMED = COUNTED | {Kind.MONEY, Kind.MEASURE, Kind.PERCENT}


@dataclass(frozen=True, slots=True)
class Parts:
    """The claims among the parts, and how many things are named one by one beside them ("a nurse")."""

    claims: tuple[Claim, ...]
    singles: int

    def __len__(self) -> int:
        return len(self.claims) + self.singles

    def total(self) -> Decimal:
        """Their sum as written."""
        return summed(self.claims) + self.singles


def summed(claims: Iterable[Claim]) -> Decimal:
    """The sum of figures as written."""
    return sum((c.number or Decimal(0) for c in claims), Decimal(0))


def adds_up(total: Claim, claims: tuple[Claim, ...], singles: int = 0) -> bool:
    """Whether figures, and so many single things beside them, can be all of a total as far as each is written.

    No part is more rounded than the finest of them.
    """
    given = total.number
    finest = min((slack(c) for c in claims if c.kind in COUNTED), default=None)
    free = slack(total) + sum((slack(c) if finest is None else min(slack(c), finest) for c in claims), Decimal(0))
    return given is not None and abs(summed(claims) + singles - given) <= free


def parts_in(sentence: SentenceClaims, listing: Span, total: Claim, policy: Policy) -> Parts | None:
    """The parts that all of `listing` is made of, one figure an item; None where an item has none or more."""
    inside = [c for c in sentence.claims if listing.covers(c.span)]
    if not all(addable(c, total) and (c.number or 0) < (total.number or 0) for c in inside):
        return None
    of_items = [
        (item, [c for c in inside if item.start <= c.span.start < item.end]) for item in items(listing, sentence.text)
    ]
    if not all(_is_one_part(sentence.text, item, figures, total, policy) for item, figures in of_items):
        return None
    taken = tuple(chain.from_iterable(figures for _, figures in of_items))
    return Parts(taken, len(of_items) - len(taken)) if taken else None


def _is_one_part(text: str, item: Span, figures: list[Claim], total: Claim, policy: Policy) -> bool:
    """Whether an item is a part: it has one figure near its beginning, or is one thing without a figure ("a nurse")."""
    words = words_of(text[item.start : item.end])
    if len(words) > WORDS or frozenset(words) & (policy.cues["sample"] | policy.cues["subset"]):
        return False
    single = bool(words) and words[0] in policy.cues["single"]
    if not figures:
        return single and total.kind in COUNTED
    lead = text[item.start : figures[0].span.start].split()
    return not single and len(figures) == 1 and len(lead) <= LEAD


def items(listing: Span, text: str) -> tuple[Span, ...]:
    """The stretches that commas and "and" part."""
    edges = [m.span() for m in _SPLIT.finditer(text, listing.start, listing.end)]
    starts = [listing.start, *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), listing.end]
    return tuple(Span(a, b) for a, b in zip(starts, ends, strict=True) if a < b)


def addable(claim: Claim, total: Claim) -> bool:
    """Whether a plain figure can be a part of a total: counts of anything, other figures of the same unit."""
    if not is_plain(claim) or claim.per != total.per:
        return False
    if total.kind in COUNTED:
        return claim.kind in COUNTED
    return claim.kind is total.kind and claim.unit == total.unit


def is_plain(claim: Claim) -> bool:
    """Whether a claim gives one figure, without a hedge."""
    return claim.number is not None and claim.hedge is None and claim.kind in SUMMED


def slack(claim: Claim) -> Decimal:
    """How far a figure may be from what it stands for: whole counts not at all, unless they end in two zeros."""
    strict_ulp, loose_ulp = (ulp or Decimal(0) for ulp in (claim.stated_value.ulp, claim.stated_value.loose_ulp))
    if claim.kind in COUNTED and strict_ulp <= 1:
        return loose_ulp / 2 if loose_ulp >= ROUND else Decimal(0)
    return strict_ulp / 2
