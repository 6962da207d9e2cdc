"""Stems: a common form for the inflections of a word, so that "vendors" and "vendor" compare equal."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = (
    ("ies", "y"),
    ("isation", "ise"),
    ("ization", "ise"),
    ("sses", "ss"),
    ("ings", ""),
    ("ing", ""),
    ("ers", ""),
    ("ors", ""),
    ("er", ""),
    ("or", ""),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
    ("e", ""),
)
SHORTEST = 3


def stem(word: str) -> str:
    """A crude stem: one ending off, a doubled last letter made single; short words stay as they are."""
    word = word.lower()
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    doubled = len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiouls"
    return word[:-1] if doubled else word


def stems(text: str, leave_out: Iterable[str] = ()) -> frozenset[str]:
    """The stems of the words of a text, but for those left out and numbers."""
    skip = frozenset(leave_out)
    words = (m.group().lower() for m in _WORD.finditer(text))
    return frozenset(stem(w) for w in words if w not in skip and not w[0].isdigit())


def singular(noun: str) -> str:
    """A plural noun's singular by spelling: "companies" gives "company", "boxes" "box", "people" stays."""
    low = noun.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ies") and len(low) > 4:
        return noun[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is", "news", "series")) and len(low) > 2:
        return noun[:-1]
    return noun


_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "wives": "wife",
    "lives": "life",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
}
