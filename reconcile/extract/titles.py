"""Lists of titles as a sentence writes them: "vice chairman, group president and COO"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.extract.frame import Frame
from reconcile.extract.tags import Tag

HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Titles:
    """A list of titles at tokens `[first, last)`: each as written, and whether they are said to be of the past."""

    first: int
    last: int
    titles: tuple[str, ...]
    past: bool


def title_lists(frame: Frame) -> Iterator[Titles]:
    """The title lists of a sentence, from the left."""
    starts, keys = frame.pack.offices.starts, frame.tokens.keys
    i = frame.first
    while i < frame.last:
        end = _title(frame, i) if keys[i] in starts else None
        if end is None:
            i += 1
            continue
        titles, j = [_written(frame, i, end)], end
        while True:
            k = j
            while frame.key(k) in (",", "and", "&"):
                k += 1
            more = _title(frame, k) if k > j else None
            if more is None:
                break
            titles.append(_written(frame, k, more))
            j = more
        past = frame.key(i) in frame.pack.offices.past_modifiers
        yield Titles(i, j, tuple(titles), past)
        i = j


def _title(frame: Frame, i: int) -> int | None:
    """The end of the title that begins at `i`, modifiers before and tails after it included."""
    offices = frame.pack.offices
    j = i
    while frame.key(j) in offices.modifiers:
        j += 1
        if frame.key(j) in HYPHENS:
            j += 1
    match = offices.titles.match(frame.tokens, j) if j < frame.last else None
    if match is None or match[1] > frame.last:
        return None
    if frame.tag(match[1] - 1) is Tag.VERB:
        return None
    tail = offices.tails.match(frame.tokens, match[1]) if match[1] < frame.last else None
    return tail[1] if tail is not None and tail[1] <= frame.last else match[1]


def _written(frame: Frame, first: int, last: int) -> str:
    """A title as written, spaces around its hyphens dropped ("governor - general")."""
    return frame.text(first, last).replace(" - ", "-")
