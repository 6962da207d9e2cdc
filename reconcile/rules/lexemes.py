"""Lexeme tables: words that match in any case, and symbols that match only as written ("mW" is not "MW")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from reconcile.model.tokens import Tokens, phrase_keys

T = TypeVar("T")

_HYPHENS = frozenset("-‐‑")


class LexemeTable(Generic[T]):
    """The longest word or symbol at a token, in time that does not grow with the table.

    In a word a hyphen and a space are the same; a symbol must stand in the text exactly as written. Of equal lengths
    the symbol wins, then the entry given first.
    """

    __slots__ = ("_by_first",)

    def __init__(self, words: Iterable[tuple[str, T]], symbols: Iterable[tuple[str, T]] = ()) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], str | None, T]]] = {}
        for symbol, entry in symbols:
            first, *rest = Tokens(symbol).keys
            by_first.setdefault(first, []).append((tuple(rest), symbol, entry))
        for word, entry in words:
            first, *rest = phrase_keys(word)
            by_first.setdefault(first, []).append((tuple(rest), None, entry))
        for options in by_first.values():
            options.sort(key=lambda option: -len(option[0]))
        self._by_first = {first: tuple(options) for first, options in by_first.items()}

    def __contains__(self, key: str) -> bool:
        """Whether some lexeme begins with the token `key`."""
        return key in self._by_first

    def firsts(self) -> frozenset[str]:
        """The first tokens of all lexemes."""
        return frozenset(self._by_first)

    def match(self, tokens: Tokens, i: int) -> tuple[T, int] | None:
        """The entry of the longest lexeme that begins at token `i`, and the index after its last token."""
        return next(self.matches(tokens, i), None)

    def matches(self, tokens: Tokens, i: int) -> Iterator[tuple[T, int]]:
        """Every lexeme that begins at token `i` with the index after it, in the order of preference."""
        keys = tokens.keys
        options = self._by_first.get(keys[i], ()) if i < len(keys) else ()
        for rest, symbol, entry in options:
            j = _rest(keys, i + 1, rest, exact=symbol is not None) if rest else i + 1
            if j and (symbol is None or tokens.text[tokens.starts[i] : tokens.ends[j - 1]] == symbol):
                yield entry, j


def _rest(keys: list[str], j: int, rest: tuple[str, ...], *, exact: bool) -> int:
    """The index after `rest`, or 0 when it does not stand at `j`."""
    n = len(keys)
    for want in rest:
        if not exact and j < n and keys[j] in _HYPHENS and want not in _HYPHENS:
            j += 1
        if j >= n or keys[j] != want:
            return 0
        j += 1
    return j
