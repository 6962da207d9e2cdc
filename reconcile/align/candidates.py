"""Which claims of a block are worth comparing: those that share a telling stem, and may share enough besides it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from reconcile.align.context import Contexts, Profile
from reconcile.align.likeness import PART, PARTS, Bars
from reconcile.model.claim import Claim, in_one_slot
from reconcile.model.fact import FactKind

# A stem that more claims of a block have finds no candidates: it is no evidence, and it would cost their square.
COMMON = 120
# At most this many of a claim's rarest stems are looked up.
LOOKUPS = 16
# Likeness is counted here in whole parts of this many, rounded so that no pair is lost.
WHOLE = 10_000

# Of a stem, the places of the claims so far that have it, each with its weight there.
Holders = dict[str, list[tuple[int, int]]]


def candidates(kind: FactKind, claims: list[Claim], contexts: Contexts, bars: Bars) -> Iterator[tuple[int, int]]:
    """The places of two claims, the earlier one first, that share a telling stem and may be alike enough to be linked.

    What the stems looked up have in common is summed as they are found; a pair that would stay below the bar even with
    all other stems in common is passed over at once.
    """
    profiles = [contexts.of(claim) for claim in claims]
    totals = [sum(profile.values()) for profile in profiles]
    times = [_time(claim) if kind is FactKind.EVENT else "" for claim in claims]
    same, other = _whole(bars.lowest(kind)), _whole(bars.least[kind])
    part = _whole(PART) + 1
    held = Counter(word for profile in profiles for word in profile)
    holders: Holders = defaultdict(list)
    for i, (claim, profile) in enumerate(zip(claims, profiles, strict=True)):
        telling = [w for w in profile if held[w] <= COMMON]
        common, rest = _in_common(profile, sorted(telling, key=lambda w: (-profile[w], w))[:LOOKUPS], holders)
        for j, shared in common.items():
            total = totals[i] + totals[j]
            bar = (same if times[i] == times[j] else other) * total
            most = 2 * WHOLE * (shared + rest)
            if (
                most >= bar
                or in_one_slot(claims[j], claim)
                or (
                    most + PARTS * part * total >= bar and most + part * contexts.parts(claims[j], claim) * total >= bar
                )
            ):
                yield j, i
        for word in telling:
            holders[word].append((i, profile[word]))


def _whole(share: Decimal) -> int:
    return int(share * WHOLE)


def _time(claim: Claim) -> str:
    """The time that two claims of a time must both give to fit."""
    return claim.period.edtf if claim.period is not None else ""


def _in_common(profile: Profile, looked_up: list[str], holders: Holders) -> tuple[dict[int, int], int]:
    """Of each claim that holds a stem looked up, the weight in common by those; and the weight of all other stems."""
    common: dict[int, int] = {}
    rest = sum(profile.values())
    for word in looked_up:
        weight = profile[word]
        rest -= weight
        for j, other in holders[word]:
            common[j] = common.get(j, 0) + (min(other, weight))
    return common, rest
