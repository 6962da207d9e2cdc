"""How far two spellings are apart: optimal string alignment (Damerau-Levenshtein without overlapping swaps).

Names: capitalised stretches that stand for one thing, resolved inside their document.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from reconcile.model.span import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens `[first, last)`.

    `id` is the id of an entity of the rules, or the folded full form used in the document ("Hurd" and "Mark Hurd" have
    one id); `type` is an entity type ("organisation", "person", "place", "product", "unknown").
    """

    first: int
    last: int
    span: Span
    label: str
    id: str
    type: str


def folded(label: str) -> str:
    """The form by which two spellings of a name or a phrase are the same."""
    return " ".join(label.lower().replace("’", "'").replace("‘", "'").split())


def distance(a: str, b: str, limit: int) -> int:
    """Least number of insertions, deletions, changes and swaps of neighbours; `limit + 1` when it is more."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def one_surname(a: str, b: str) -> bool:
    """Whether two names end in one surname, accents and hyphens aside: "Jim Marsh", "James T. Marsh", "Marsh"."""
    one, other = _plain(a), _plain(b)
    return one[-1:] == other[-1:] != [] or one == other


def same_letters(a: str, b: str) -> bool:
    """Whether two names differ in accents, hyphens and points alone, which editors set as they like."""
    return _plain(a) == _plain(b)


def _plain(name: str) -> list[str]:
    """The words of a name in small letters, without accents, hyphens and points."""
    letters = unicodedata.normalize("NFKD", name.lower())
    kept = "".join(" " if c in "-‐‑." else c for c in letters if not unicodedata.combining(c))
    return kept.split()


def likely_same_name(a: str, b: str) -> bool:
    """Whether two names may be one misspelt: as many words, one letter off (two in twelve).

    First letters are seldom mistaken: they may differ only where another word of the name is the same.
    """
    one, other = a.split(), b.split()
    if a == b or len(one) != len(other):
        return False
    pairs = list(zip(one, other, strict=True))
    same_initials = all(x[0] == y[0] for x, y in pairs)
    if not same_initials and all(x != y for x, y in pairs):
        return False
    limit = 2 if same_initials and min(len(a), len(b)) >= 12 else 1
    return distance(a, b, limit) <= limit
