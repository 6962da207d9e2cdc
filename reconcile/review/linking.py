"""“The same thing” and “not the same thing”, carried through: A is B and B is not C makes A not C."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from reconcile.model.claim import Claim
from reconcile.model.decision import Judgement
from reconcile.model.mention import Kind
from reconcile.model.ties import Ties
from reconcile.review.moves import Located

# A title is said of a person and of an office at once: one word on it cannot say which of the two facts it means.
_UNTIED = frozenset({Kind.ROLE})


class Classes:
    """Sets of things that are one, grown pair by pair (union-find)."""

    __slots__ = ("_above",)

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def find(self, name: str) -> str:
        """The name that stands for all that are one with `name`; the least of them, whatever the order."""
        above = self._above
        while (up := above.setdefault(name, name)) != name:
            above[name] = above[up]
            name = up
        return name

    def unite(self, a: str, b: str) -> None:
        """Says that two are one."""
        least, other = sorted((self.find(a), self.find(b)))
        self._above[other] = least

    def sets(self) -> tuple[frozenset[str], ...]:
        """All sets of two or more, in the order of their least members."""
        members: dict[str, set[str]] = {}
        for name in sorted(self._above):
            members.setdefault(self.find(name), set()).add(name)
        return tuple(frozenset(m) for m in members.values() if len(m) > 1)


def ties(located: Iterable[Located]) -> Ties:
    """What decisions that stand say of the claims of a run; where two of them contradict each other, neither counts."""
    located = tuple(located)
    classes = Classes()
    for a, b in (pair for item in located for pair in _pairs_same(item)):
        classes.unite(a, b)
    apart = [(classes.find(a), classes.find(b)) for item in located for a, b in _pairs_apart(item)]
    broken = {a for a, b in apart if a == b}
    same = tuple(one for one in classes.sets() if classes.find(min(one)) not in broken)
    members = {classes.find(min(one)): one for one in same}
    lifted = {
        frozenset((x, y))
        for a, b in apart
        if a != b and not {a, b} & broken
        for x in members.get(a, {a})
        for y in members.get(b, {b})
    }
    return Ties(same, frozenset(lifted))


def contradictions(located: Iterable[Located]) -> Iterator[Located]:
    """The decisions that tell apart what others, together, make one thing."""
    located = tuple(located)
    classes = Classes()
    for a, b in (pair for item in located for pair in _pairs_same(item)):
        classes.unite(a, b)
    yield from (item for item in located if any(classes.find(a) == classes.find(b) for a, b in _pairs_apart(item)))


def _pairs_same(item: Located) -> Iterator[tuple[str, str]]:
    """Whoever chooses between sides says that they are of one thing."""
    if item.decision.verdict is Judgement.SAME or (item.decision.verdict is Judgement.KEEP and _across(item)):
        yield from ((a.id, b.id) for a, b in combinations(_tied(item), 2))


def _pairs_apart(item: Located) -> Iterator[tuple[str, str]]:
    if item.decision.verdict is Judgement.NOT_SAME:
        side = {claim.id: basis.side for claim, basis in zip(item.claims, item.decision.claims, strict=True) if claim}
        yield from ((a.id, b.id) for a, b in combinations(_tied(item), 2) if side[a.id] != side[b.id])


def _across(item: Located) -> bool:
    return len({basis.side for basis in item.decision.claims}) > 1


def _tied(item: Located) -> tuple[Claim, ...]:
    return tuple(claim for claim in item.found if claim.kind not in _UNTIED)
