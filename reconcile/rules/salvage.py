"""Finding the entry of a rule file that cannot be compiled, and doing without it.

Compiling works on whole files. Where it fails, files are taken apart into entries (an item of a list, a key of a
mapping, any other value), and put together again without those at which it fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from reconcile.errors import Diagnostic
from reconcile.guard import failure, without_failing
from reconcile.rules.source import Loaded, tree_of

T = TypeVar("T")
FAILED = "rules.failed"


class Entry(NamedTuple):
    """A value of a rule file: the number of the file, the key it stands under, and its place there, if it has one."""

    file: int
    key: str
    at: str | int | None


def compile_sound(
    files: Sequence[Loaded], compile_all: Callable[[Sequence[Loaded]], T]
) -> tuple[T, tuple[Diagnostic, ...]]:
    """What `compile_all` makes of the files but for the entries that it fails on, with an error for each of them."""
    try:
        return compile_all(files), ()
    except Exception:
        if not files:
            raise

    def blame(error: Exception, entry: Entry) -> Diagnostic:
        tree = tree_of(files[entry.file].file)
        line, column = tree.place((entry.key,) if entry.at is None else (entry.key, entry.at))
        return failure(error, FAILED, "reading this rule, which is left out", f"{tree.shown}:{line}:{column}")

    entries = [entry for number, file in enumerate(files) for entry in _entries(number, file.content)]
    return without_failing(entries, lambda some: compile_all(_of_entries(files, some)), blame)


def _entries(number: int, content: msgspec.Struct) -> Iterator[Entry]:
    for field in msgspec.structs.fields(content):
        value = getattr(content, field.name)
        if isinstance(value, tuple):
            yield from (Entry(number, field.encode_name, i) for i in range(len(value)))
        elif isinstance(value, dict):
            yield from (Entry(number, field.encode_name, key) for key in value)
        elif not field.required:
            yield Entry(number, field.encode_name, None)


def _of_entries(files: Sequence[Loaded], entries: Sequence[Entry]) -> tuple[Loaded, ...]:
    """The files with those entries only."""
    kept = frozenset(entries)
    return tuple(Loaded(item.file, _thinned(n, item.content, kept)) for n, item in enumerate(files))


def _thinned(number: int, content: msgspec.Struct, kept: frozenset[Entry]) -> msgspec.Struct:
    changed: dict[str, object] = {}
    for field in msgspec.structs.fields(content):
        value, key = getattr(content, field.name), field.encode_name
        if isinstance(value, tuple):
            changed[field.name] = tuple(item for i, item in enumerate(value) if Entry(number, key, i) in kept)
        elif isinstance(value, dict):
            changed[field.name] = {at: item for at, item in value.items() if Entry(number, key, at) in kept}
        elif not field.required and Entry(number, key, None) not in kept:
            changed[field.name] = field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
    return msgspec.structs.replace(content, **changed)
