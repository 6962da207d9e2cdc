"""Names for documents: the file name where it is unique, else as much of the path as tells them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath


def name_documents(paths: Sequence[str]) -> tuple[str, ...]:
    """One name a path, all different as the paths are; `("a/x.txt", "b/x.txt", "b/y.txt")` keep only what is needed.

    The names are `("a/x.txt", "b/x.txt", "y.txt")`.
    """
    parts = [PurePosixPath(path).parts for path in paths]
    lengths = [1] * len(parts)
    while True:
        names = [_tail(p, n) for p, n in zip(parts, lengths, strict=True)]
        taken = Counter(names)
        grow = [i for i, name in enumerate(names) if taken[name] > 1 and lengths[i] < len(parts[i])]
        if not grow:
            return tuple(names)
        for i in grow:
            lengths[i] += 1


def _tail(parts: tuple[str, ...], length: int) -> str:
    return PurePosixPath(*parts[-length:]).as_posix() if length < len(parts) else PurePosixPath(*parts).as_posix()
