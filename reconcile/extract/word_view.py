"""The tokens of one sentence with what is known of them before they are classed."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model.tokens import Tokens
from reconcile.rules.language import Language


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one sentence as the rules below look at them."""

    tokens: Tokens
    language: Language
    within: range
    named: frozenset[int]
    counted: frozenset[int]
    shares: frozenset[int]

    def key(self, i: int) -> str:
        """The case-folded token; empty outside the sentence."""
        return self.tokens.keys[i] if i in self.within else ""
