"""Writing files for a user: never over one that is there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reconcile.errors import UsageError


def write_new(texts: Mapping[Path, str]) -> tuple[Path, ...]:
    """Writes files and the folders they need, all or, when one of them exists, none. Raises UsageError."""
    there = [path.as_posix() for path in texts if path.exists()]
    if there:
        raise UsageError(f"{', '.join(there)} is there already; nothing was written")
    for path, text in texts.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            raise UsageError(f"cannot write {path.as_posix()}: {error.strerror}") from error
    return tuple(texts)
