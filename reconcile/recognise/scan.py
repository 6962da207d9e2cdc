"""What every recogniser sees: the tokens of a text and the lexicons of the pack."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model.tokens import Tokens
from reconcile.rules.load import Pack


@dataclass(frozen=True, slots=True)
class Scan:
    """A tokenised text and the rules to read it by. A recogniser reads at a token index and never before it."""

    tokens: Tokens
    pack: Pack
