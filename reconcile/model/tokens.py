"""The one pass over a text that all grammar shares: words, digit runs and signs, with their offsets.

A token is a word ("billion"), a dotted abbreviation ("U.S."), a digit run with its inner separators ("1,234.5"), a
vulgar fraction ("½"), or one sign. "280m" is two tokens, "twenty-five" three; whether two tokens touch is told by
their offsets. Keys are case-folded one code point at a time, so offsets never shift.
"""

from __future__ import annotations

import re

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
