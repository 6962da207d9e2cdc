"""Phrase tables: longest match of many-word entries at a token, in time that does not grow with the table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from reconcile.model.tokens import Tokens

T = TypeVar("T")


class PhraseTable(Generic[T]):
    """Maps phrases, split as `Tokens` splits them, to entries; the longest phrase at a place wins.

    A hyphen and a space between two words are the same ("third-largest", "third largest").
    """

    __slots__ = ("_by_first",)

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        words: dict[str, tuple[T, ...]] = {}
        longer: dict[str, dict[str, list[tuple[tuple[str, ...], T]]]] = {}
        for phrase, entry in entries:
            first, *rest = phrase_keys(phrase)
            longer.setdefault(first, {})
            if rest:
                longer[first].setdefault(rest[0], []).append((tuple(rest[1:]), entry))
            else:
                words.setdefault(first, (entry,))
        # by the first token, then by the second: most places end the search at one of the two
        self._by_first = {
            first: (words.get(first), {second: _longest_first(options) for second, options in seconds.items()})
            for first, seconds in longer.items()
        }

    def __contains__(self, key: str) -> bool:
        """Whether some phrase begins with the token `key`."""
        return key in self._by_first

    def firsts(self) -> frozenset[str]:
        """The first tokens of all phrases."""
        return frozenset(self._by_first)

    def seconds(self, firsts: Iterable[str]) -> frozenset[str]:
        """The second tokens of the phrases that begin with one of `firsts`."""
        return frozenset(second for first in firsts for second in self._by_first.get(first, (None, {}))[1])

    def places(self, tokens: Tokens, first: int, last: int) -> list[int]:
        """The tokens in `[first, last)` at which some phrase may begin."""
        begins = self._by_first
        return [i for i, key in enumerate(tokens.keys[first:last], first) if key in begins]

    def match(self, tokens: Tokens, i: int) -> tuple[T, int] | None:
        """The entry of the longest phrase that begins at token `i`, and the index after its last token."""
        keys = tokens.keys
        n = len(keys)
        found = self._by_first.get(keys[i]) if i < n else None
        if found is None:
            return None
        word, longer = found
        if longer:
            j = i + 1
            if j < n and keys[j] in _HYPHENS and keys[j] not in longer:
                j += 1
            for rest, entry in longer.get(keys[j], ()) if j < n else ():
                end = _match_rest(keys, j + 1, rest)
                if end is not None:
                    return entry, end
        return None if word is None else (word[0], i + 1)


def _longest_first(options: list[tuple[tuple[str, ...], T]]) -> tuple[tuple[tuple[str, ...], T], ...]:
    return tuple(sorted(options, key=lambda option: -len(option[0])))


def phrase_keys(phrase: str) -> list[str]:
    """The token keys of a phrase, hyphens between words left out. Raises ValueError for an empty phrase."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        # words and nothing else: what the tokeniser would find, found faster
        return phrase.lower().split()
    keys = [key for key in Tokens(phrase).keys if key not in _HYPHENS]
    if not keys:
        # a phrase that is itself a sign ("-")
        keys = Tokens(phrase).keys
    if not keys:
        raise ValueError("an empty phrase matches nothing")
    return keys


_HYPHENS = frozenset("-‐‑")


def _match_rest(keys: list[str], j: int, rest: tuple[str, ...]) -> int | None:
    n = len(keys)
    for want in rest:
        if j < n and keys[j] in _HYPHENS and want not in _HYPHENS:
            j += 1
        if j >= n or keys[j] != want:
            return None
        j += 1
    return j
