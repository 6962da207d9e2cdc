"""Stems: a common form for the inflections of a word, so that "vendors" and "vendor" compare equal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from reconcile.model.span import Span

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
# The endings by their last letter, which rules most of them out at once.
_BY_LAST = {last: tuple(e for e in _ENDINGS if e[0][-1] == last) for last in {e[0][-1] for e in _ENDINGS}}
SHORTEST = 3
# How far a sentence is read on each side of a value, in words and signs.
REACH = 40
# Words' worth of distance that a clause break and another figure put between a word and a value.
CLAUSE, FIGURE = 2, 4
# What a value is of stands after it more often than before.
BEFORE = 1
_CONTEXT_WORDS = re.compile(r"[^\W_]+|[,;:()]")
_BREAKS = frozenset(",;:()")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A crude stem: one ending off, a doubled last letter made single; short words stay as they are."""
    word = word.lower()
    for ending, instead in _BY_LAST.get(word[-1:], ()):
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


def near(text: str, sentence: Span, span: Span) -> tuple[tuple[str, int], ...]:
    """The stems of a sentence around a span, nearest first, each with its distance in words (1 is next to the span).

    A clause break counts `CLAUSE` further words and another figure `FIGURE`: what lies beyond speaks of something else.
    At most `REACH` words a side are read.
    """
    left = reversed(list(_CONTEXT_WORDS.finditer(text, max(sentence.start, span.start - REACH * 12), span.start)))
    found: dict[str, int] = {}
    right = _CONTEXT_WORDS.finditer(text, span.end, min(sentence.end, span.end + REACH * 12))
    for side, start in ((left, BEFORE), (right, 0)):
        for word, away in _away(side, start):
            found[word] = min(away, found.get(word, away))
    return tuple(sorted(found.items(), key=lambda pair: (pair[1], pair[0])))


def _away(words: Iterable[re.Match[str]], away: int) -> Iterator[tuple[str, int]]:
    """Each word of one side with its distance, counted on from `away`."""
    for match in islice(words, REACH):
        word = match.group()
        if word in _BREAKS:
            away += CLAUSE
        elif word[0].isdigit():
            away += FIGURE
        else:
            away += 1
            if len(word) > 1:
                yield stem(word), away


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
