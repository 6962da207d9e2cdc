"""Writing files whole or not at all, and never through a link.

Each text goes into a temporary file beside its place and is forced to disk; only when all of a set are there are they
renamed to their places, one right after the other. Whoever is killed before that leaves the old files, whoever is
killed between two renames some old and some new ones, each of them whole. The temporary files that a killed run leaves
are hidden, so that nothing reads them, and the next write into their folder removes them.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from reconcile.errors import UsageError

if sys.platform != "win32":
    import fcntl

TEMPORARY = re.compile(r"\.reconcile-[0-9a-f]{16}\.tmp")


def write_atomically(texts: Mapping[Path, str], folder: Path, *, follow_links: bool = False) -> None:
    """Writes a set of files that belong to `folder`, over those that are there, which keep their permissions.

    Raises UsageError where one cannot be written, or is a link; and, without `follow_links`, where the folder or one
    between it and a file is a link.
    """
    with _write_temporary(texts, folder, follow_links=follow_links) as temporaries:
        for path, temporary in temporaries.items():
            with _naming_file(path):
                temporary.replace(path)


def write_new(texts: Mapping[Path, str], folder: Path, *, follow_links: bool = False) -> tuple[Path, ...]:
    """Writes files that are not there yet, all or, when one of them exists, none. Raises UsageError."""
    there = [path.as_posix() for path in texts if os.path.lexists(path)]
    if there:
        raise UsageError(f"{', '.join(there)} is there already; nothing was written")
    with ExitStack() as undo, _write_temporary(texts, folder, follow_links=follow_links) as temporaries:
        for path, temporary in temporaries.items():
            with _naming_file(path):
                _rename_to_new(temporary, path)
            undo.callback(_remove, path)
        undo.pop_all()
    return tuple(texts)


def remove_file(path: Path) -> None:
    """Removes a file, or a link itself, where it is there. Raises UsageError where it cannot."""
    with _naming_file(path, "remove"):
        path.unlink(missing_ok=True)
    _settle({path.parent})


def sweep(folder: Path) -> None:
    """Removes the temporary files of this module that no living process holds; without locks none is removed."""
    try:
        left = [path for path in folder.iterdir() if TEMPORARY.fullmatch(path.name)]
    except OSError:
        return
    for path in left:
        with suppress(OSError):
            handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
            try:
                if _lock(handle):
                    path.unlink()
            finally:
                os.close(handle)


@contextmanager
def _write_temporary(texts: Mapping[Path, str], folder: Path, *, follow_links: bool) -> Iterator[Mapping[Path, Path]]:
    """Each text on disk in a locked temporary file beside its place; what is left of them at the end is removed."""
    for path in texts:
        with _naming_file(path):
            _refuse_links(path, folder, follow_links=follow_links)
    temporaries: dict[Path, Path] = {}
    with ExitStack() as open_files:
        for path, text in texts.items():
            with _naming_file(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                sweep(path.parent)
                handle, temporaries[path] = _temporary(path.parent)
                open_files.callback(os.close, handle)
                open_files.callback(_remove, temporaries[path])
                _fill(handle, text)
                _take_permissions(handle, path)
        yield temporaries
        _settle({path.parent for path in texts})


def _refuse_links(path: Path, folder: Path, *, follow_links: bool) -> None:
    """Raises UsageError where a write would go through a link, or replace what is no ordinary file."""
    if path.is_symlink():
        raise UsageError(f"cannot write {path.as_posix()}: it is a link; remove it or write elsewhere")
    if path.exists() and not path.is_file():
        raise UsageError(f"cannot write {path.as_posix()}: it is no ordinary file")
    between = [parent for parent in path.parents if parent == folder or parent.is_relative_to(folder)]
    link = next((parent for parent in between if parent.is_symlink()), None)
    if link is not None and not follow_links:
        raise UsageError(f"cannot write {path.as_posix()}: {link.as_posix()} is a link; --follow-links writes there")


def _temporary(folder: Path) -> tuple[int, Path]:
    """A new locked file in a folder; another try where a sweep took it before it was locked."""
    while True:
        path = folder / f".reconcile-{secrets.token_hex(8)}.tmp"
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        _lock(handle)
        if os.fstat(handle).st_nlink:
            return handle, path
        os.close(handle)


def _lock(handle: int) -> bool:
    """Whether a file is now locked by us; the lock goes with whoever holds it, however that ends."""
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _fill(handle: int, text: str) -> None:
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n", closefd=False) as file:
        file.write(text)
        file.flush()
        os.fsync(handle)


def _take_permissions(handle: int, path: Path) -> None:
    """Gives a file the permissions of the one that it is to replace."""
    if sys.platform != "win32" and path.exists():
        os.fchmod(handle, stat.S_IMODE(path.stat().st_mode))


def _rename_to_new(temporary: Path, path: Path) -> None:
    """Puts a file in its place, or raises FileExistsError where meanwhile another came there."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # a file system without hard links
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        temporary.rename(path)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _settle(folders: Iterable[Path]) -> None:
    """Forces names in folders to disk, where the system can."""
    for folder in folders:
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


@contextmanager
def _naming_file(path: Path, verb: str = "write") -> Iterator[None]:
    """Says of a failure what could not be done with which file."""
    try:
        yield
    except OSError as error:
        raise UsageError(f"cannot {verb} {path.as_posix()}: {error.strerror or error}") from error
