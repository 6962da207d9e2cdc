"""Paths to article files: folders are searched, nothing is read twice, and the order given does not matter."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reconcile.errors import Diagnostic, Severity

MARKDOWN = frozenset({".md", ".markdown"})
ARTICLES = MARKDOWN | {".txt"}
SIDECAR = "sources.yaml"
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """An article file; `shown` is the path as given, with forward slashes, for links and messages."""

    path: Path
    shown: str


@dataclass(frozen=True, slots=True)
class Search:
    """What the paths lead to: article files sorted by path, the folders searched, and what could not be found."""

    files: tuple[Found, ...]
    folders: tuple[Path, ...]
    problems: tuple[Diagnostic, ...]


def find(paths: Iterable[str | Path], skip: Iterable[Path] = ()) -> Search:
    """Article files below `paths`; hidden files and folders, `sources.yaml` and the files of `skip` are left out.

    A file given by name is read whatever its suffix. A file reached twice counts once, under its shortest path.
    """
    given = sorted({Path(p) for p in paths if str(p) != STDIN}, key=lambda p: p.as_posix())
    found: list[Path] = []
    problems: list[Diagnostic] = []
    for path in given:
        if path.is_dir():
            before = len(problems)
            below = list(_below(path, problems))
            found.extend(below)
            if not below and len(problems) == before:
                wanted = ", ".join(f"*{suffix}" for suffix in sorted(ARTICLES))
                problems.append(_problem("no-articles", f"no articles in this folder ({wanted})", path))
        elif not path.exists():
            problems.append(_problem("missing", "no such file or folder", path))
        elif path.name != SIDECAR:
            found.append(path)
    leave = {os.path.realpath(p) for p in skip}
    files = _once(found, leave)
    folders = tuple(p for p in given if p.is_dir())
    return Search(files, folders, tuple(problems))


def shown(path: Path) -> str:
    """A path with forward slashes, printable even where the file system's name is not valid text."""
    return path.as_posix().encode("utf-8", "backslashreplace").decode()


def _below(folder: Path, problems: list[Diagnostic]) -> Iterable[Path]:
    def unreadable(error: OSError) -> None:
        problems.append(_problem("unreadable", error.strerror or "cannot be read", Path(error.filename)))

    for where, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(where) / name
            if name.startswith(".") or path.suffix.lower() not in ARTICLES:
                continue
            if path.is_file():
                yield path
            else:
                # a pipe would be waited for without end; a link may lead nowhere
                problems.append(_problem("unreadable", "neither a file nor a link to one", path))


def _once(found: Iterable[Path], leave: set[str]) -> tuple[Found, ...]:
    by_place: dict[str, Path] = {}
    for path in sorted(found, key=lambda p: (len(p.parts), p.as_posix())):
        place = os.path.realpath(path)
        if place not in leave:
            by_place.setdefault(place, path)
    return tuple(Found(path, shown(path)) for path in sorted(by_place.values(), key=lambda p: p.as_posix()))


def _problem(code: str, message: str, path: Path) -> Diagnostic:
    return Diagnostic(f"input.{code}", Severity.ERROR, message, f"{shown(path)}:1:1")
