"""Groups that give one figure under two labels ("$499", "€499") are put together where words or a name bind them."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from reconcile.align.context import Contexts
from reconcile.align.joining import witnesses
from reconcile.align.likeness import likeness
from reconcile.model.claim import Claim
from reconcile.model.labels import figure, two_labels

# Of more groups with one figure than this it is a round number that says nothing.
COMMON = 20


def relabelled(groups: list[list[Claim]], contexts: Contexts) -> list[list[Claim]]:
    """The groups, those united that give one figure under two labels; each is united once at most."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, group in enumerate(groups):
        for number in sorted({figure(c) for c in witnesses(group)} - {""}):
            holders[number].append(i)
    gone: set[int] = set()
    for numbers in holders.values():
        for i, j in combinations(numbers[:COMMON], 2):
            if not {i, j} & gone and _one_thing(groups[i], groups[j], contexts):
                groups[i] = groups[i] + groups[j]
                gone.add(j)
    return [group for i, group in enumerate(groups) if i not in gone]


def _one_thing(one: list[Claim], other: list[Claim], contexts: Contexts) -> bool:
    """Whether two claims, one of each group, are of one figure and bound; and no source has both."""
    if {c.source for c in one} & {c.source for c in other}:
        return False
    return any(
        figure(a) and two_labels(a, b) and _bound(a, b, contexts) for a in witnesses(one) for b in witnesses(other)
    )


def _bound(a: Claim, b: Claim, contexts: Contexts) -> bool:
    """Whether the words are alike, or both are said of one party by name and neither of two metrics."""
    if likeness(a, b, contexts) >= contexts.firm:
        return True
    if a.subject is None or b.subject is None or a.subject.id != b.subject.id or (a.subject.weak and b.subject.weak):
        return False
    return a.subject.label[:1].isupper() and (a.metric is None or b.metric is None or a.metric.id == b.metric.id)
