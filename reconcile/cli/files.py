"""Files for a user: new ones, never over one that is there, and the folder that a report's links start from."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from reconcile.errors import UsageError
from reconcile.model.run import Run


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


def folder_for_links(output: str, run: Run) -> str:
    """The folder of the report as links need it: absolute when the articles' paths are, else from where we stand."""
    absolute = any(document.path is not None and Path(document.path).is_absolute() for document in run.documents)
    return (Path(output).absolute() if absolute else Path(os.path.relpath(output))).as_posix()
