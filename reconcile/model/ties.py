"""What people said of claims: these speak of one thing, those of two. Alignment follows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reconcile.model.claim import Claim
from reconcile.model.document import Document

Pairs = frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Ties:
    """Claims by id: sets of those that are of one thing, and pairs that are of two.

    Already carried through: whoever makes one sees to it that what is apart from one claim of a set is apart from all.
    """

    same: tuple[frozenset[str], ...] = ()
    apart: Pairs = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is said at all."""
        return bool(self.same or self.apart)


NO_TIES = Ties()
# What is said of the claims of a run, once they are known: a pure function of claims and documents.
Steer = Callable[[tuple[Claim, ...], Mapping[str, Document]], Ties]


def unsteered(_claims: tuple[Claim, ...], _documents: Mapping[str, Document]) -> Ties:
    """Nobody said anything."""
    return NO_TIES
