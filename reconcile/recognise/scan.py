"""What every recogniser sees: the tokens of a text and the lexicons of the pack."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from reconcile.model.tokens import Tokens
from reconcile.rules.load import Pack

# No reader looks further past a token without meeting the end on the way.
_KEPT = 64
T = TypeVar("T")
_PAD = ("",) * 16


class Scan:
    """A tokenised text and the rules to read it by.

    `keys` are the tokens' keys with empty ones after the last, so that a reader may look a few tokens ahead without
    asking where the text ends. Readers look only a bounded way to either side. Never changed after construction, but
    for `seen`: what was read at the last few tokens, which lists and ranges ask for again and again.
    """

    __slots__ = ("ends", "keys", "n", "pack", "seen", "starts", "text", "tokens")

    def __init__(self, tokens: Tokens, pack: Pack) -> None:
        self.tokens = tokens
        self.pack = pack
        self.text = tokens.text
        self.keys: list[str] = [*tokens.keys, *_PAD]
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.n = len(tokens)
        self.seen: dict[tuple[str, int], object] = {}

    def once(self, what: str, read: Callable[[Scan, int], T], i: int) -> T:
        """`read` at token `i`, remembered under `what` for a while; it must depend on the text and `i` alone."""
        key = (what, i)
        if key in self.seen:
            return cast(T, self.seen[key])
        if len(self.seen) > _KEPT:
            self.seen.clear()
        found = read(self, i)
        self.seen[key] = found
        return found

    def touches(self, i: int) -> bool:
        """Whether token `i` follows token `i - 1` with nothing between them."""
        return 0 < i < self.n and self.starts[i] == self.ends[i - 1]

    def word(self, i: int) -> str:
        """Token `i` as written, empty outside the text."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < self.n else ""

    def before(self, i: int) -> str:
        """The key of the token before `i`, empty at the start."""
        return self.keys[i - 1] if i > 0 else ""

    def is_capital(self, i: int) -> bool:
        """Whether token `i` is written with a capital first."""
        return 0 <= i < self.n and self.text[self.starts[i]].isupper()
