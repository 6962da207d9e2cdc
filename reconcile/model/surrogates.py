"""Lone surrogates: halves of a character of UTF-16, which JSON and a command line can give and no text can hold."""

from __future__ import annotations

import re

_SURROGATE = re.compile("[\ud800-\udfff]")
# An escaped character of JSON: a pair of halves that make one, a half alone, or any other.
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\."
)
MESSAGE = "half of a character (a lone surrogate), which no text can hold"


def find_surrogate(text: str) -> int | None:
    """The offset of the first lone surrogate in a text."""
    found = None if text.isascii() else _SURROGATE.search(text)
    return None if found is None else found.start()


def find_escaped_surrogate(json: str) -> int | None:
    r"""The offset in JSON of the first escape that gives a lone surrogate.

    >>> find_escaped_surrogate(r'{"a": "\ud83d\ude00 \ud800"}')
    20
    """
    return next((found.start() for found in _ESCAPE.finditer(json) if found["lone"]), None)
