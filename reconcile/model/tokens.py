"""Phrase tables: longest match of many-word entries at a token, in time that does not grow with the table.

The one pass over a text that all grammar shares: words, digit runs and signs, with their offsets.

A token is a word ("billion"), a dotted abbreviation ("U.S."), a digit run with its inner separators ("1,234.5"), a
vulgar fraction ("½"), or one sign. "280m" is two tokens, "twenty-five" three; whether two tokens touch is told by
their offsets. Keys are case-folded one code point at a time, so offsets never shift.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

# Possessive quantifiers: the scan never backtracks, whatever the input.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}+"  # U.S., a.m.
    r"|[^\W\d_¼-¾⅐-⅞²³¹]++"  # words
    r"|\d++(?:[.,]\d++)*+"  # digit runs with points and commas inside
    r"|[^\s]"  # vulgar fractions, currency signs, punctuation, underscores
)


class Tokens:
    """A tokenised text: parallel lists, index for index.

    `keys` holds each token case-folded, `starts` and `ends` its offsets. Never changed after construction, but for
    the set of its keys, which is made when first asked for.
    """

    __slots__ = ("_vocabulary", "ends", "keys", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        keys: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for match in _TOKEN.finditer(text):
            start, end = match.span()
            starts.append(start)
            ends.append(end)
            keys.append(match.group().lower())
        self.keys = keys
        self.starts = starts
        self.ends = ends
        self._vocabulary: frozenset[str] | None = None

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every key that the text holds."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.keys)
        return self._vocabulary

    def __len__(self) -> int:
        """How many tokens."""
        return len(self.keys)

    def word(self, i: int) -> str:
        """Token `i` as written."""
        return self.text[self.starts[i] : self.ends[i]]

    def touches(self, i: int) -> bool:
        """Whether token `i` follows token `i - 1` with nothing between them."""
        return i > 0 and self.starts[i] == self.ends[i - 1]

    def gap(self, i: int) -> str:
        """The white space between token `i - 1` and token `i`."""
        return self.text[self.ends[i - 1] : self.starts[i]] if i > 0 else ""


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
