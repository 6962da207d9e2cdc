"""Sets that only ever join (union-find; Galler and Fischer, 1964): each is known by its smallest member."""

from __future__ import annotations


class DisjointSets:
    """The numbers from 0 up to `count`, each alone at first."""

    __slots__ = ("_parents",)

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def find(self, i: int) -> int:
        """The smallest member of the set of `i`."""
        while self._parents[i] != i:
            self._parents[i] = self._parents[self._parents[i]]
            i = self._parents[i]
        return i

    def join(self, i: int, j: int) -> int:
        """Makes one set of those of `i` and `j`; its smallest member."""
        first, other = sorted((self.find(i), self.find(j)))
        self._parents[other] = first
        return first
