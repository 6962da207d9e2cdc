"""How much two open metrics say the same: the rarity-weighted share of content stems they have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from reconcile.model.claim import Claim


class Rarity:
    """Weights of stems over a corpus of claims: a stem weighs one over the number of claims that have it."""

    __slots__ = ("_counts",)

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._counts = Counter(stem for c in claims if c.metric is not None for stem in c.metric.content)

    def weight(self, stem: str) -> Fraction:
        """Exact, so that sums do not depend on their order."""
        return Fraction(1, max(1, self._counts[stem]))

    def overlap(self, a: frozenset[str], b: frozenset[str]) -> Fraction:
        """Weight in common over the weight of the lighter side; 0 where a side is empty."""
        lighter = min(self._total(a), self._total(b))
        return self._total(a & b) / lighter if lighter else Fraction(0)

    def _total(self, stems: frozenset[str]) -> Fraction:
        return sum((self.weight(s) for s in stems), Fraction(0))
