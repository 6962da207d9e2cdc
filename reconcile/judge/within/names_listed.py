"""A list of names or of single words as a text gives it, and how many items it may have.

"Boots and Bread, Corn and Salt" may be three items or four: an "and" may stand inside a name, so a list has a least and
a greatest length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.rules.policy import Policy

_AND = re.compile(r"\s+(?:and|&)\s+")
_LETTERS = re.compile(r"[^\W\d_]+")
# A longer list is likelier prose, and so is an item of more words; what is no name has fewer yet.
LONGEST, WORDS = 12, 4
# So many common words are a list: "cost, time and risk".
LEAST_PLAIN = 3


@dataclass(frozen=True, slots=True)
class Listed:
    """The items of a list, every "and" taken to part two of them; `least` if those inside items do not."""

    items: tuple[str, ...]
    least: int

    def may_have(self, count: int) -> bool:
        """Whether the list can be read as one of so many."""
        return self.least <= count <= len(self.items)


def read(text: str, policy: Policy, *, names_only: bool = False) -> Listed | None:
    """The list that all of `text` is: "A, B and C"; None for anything else, or where an item may be no item."""
    if any(c.isdigit() or c in ':;()\n"“”' for c in text):
        return None
    words = frozenset(w.lower() for w in _LETTERS.findall(text))
    if words & (policy.cues["sample"] | policy.cues["name_tail"]):
        return None
    pieces = [p.strip() for p in text.strip().rstrip(".!?").split(",")]
    closed = pieces[-1].startswith("and ")
    pieces[-1] = pieces[-1].removeprefix("and ")
    items = tuple(item for piece in pieces for item in _AND.split(piece))
    least = len(pieces) + (0 if closed else 1)
    if not 2 <= len(items) <= LONGEST or least > len(items) or not _alike(items, policy, names_only=names_only):
        return None
    return Listed(items, least)


def _alike(items: tuple[str, ...], policy: Policy, *, names_only: bool) -> bool:
    """Whether all items are names, or three and more single words, none of which is of several things."""
    if all(_is_name(item, policy) for item in items):
        return True
    plain = all(i.islower() and i.isalpha() and not is_plural(i, policy) for i in items)
    return plain and len(items) >= LEAST_PLAIN and not names_only


def _is_name(item: str, policy: Policy) -> bool:
    words = item.removeprefix("the ").split()
    small = policy.cues["name_inside"]
    return (
        1 <= len(words) <= WORDS
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
        and all(w[:1].isupper() or w in small for w in words)
    )


def is_plural(word: str, policy: Policy) -> bool:
    """Whether a common noun is of several things."""
    return word.endswith("s") or word in policy.cues["plural"]
