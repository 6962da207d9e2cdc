"""Every entry of a loaded rule file with its path, and where that path stands in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from reconcile.rules.source import Loaded, tree_of
from reconcile.rules.tree import Path, Tree


def entries(loaded: Loaded) -> Iterator[tuple[Path, msgspec.Struct]]:
    """The file itself under the empty path, then each entry below it, in the order of the text."""
    yield from _below((), loaded.content)


def _below(path: Path, value: Any) -> Iterator[tuple[Path, msgspec.Struct]]:
    if isinstance(value, msgspec.Struct):
        yield path, value
        shape = type(value)
        for name, key in zip(shape.__struct_fields__, shape.__struct_encode_fields__, strict=True):
            below = getattr(value, name)
            if not isinstance(below, str):
                yield from _below((*path, key), below)
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _below((*path, i), item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _below((*path, str(key)), item)


class Places:
    """Where entries stand; a file is read again the first time one of its places is asked for."""

    def __init__(self) -> None:
        self._trees: dict[str, Tree] = {}

    def where(self, loaded: Loaded, path: Path) -> str:
        """`file:line:column` of an entry."""
        line, column = self.tree(loaded).place(path)
        return f"{loaded.file.shown}:{line}:{column}"

    def tree(self, loaded: Loaded) -> Tree:
        """The text of a file as a tree."""
        tree = self._trees.get(loaded.file.shown)
        if tree is None:
            tree = self._trees[loaded.file.shown] = tree_of(loaded.file)
        return tree
