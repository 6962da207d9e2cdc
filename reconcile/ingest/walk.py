"""What lies below a folder: hidden files left out, nothing twice, and no link followed out of what was given."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from reconcile.errors import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Fence:
    """The folders that may be read: what lies in one of `places`, or all where `follow_links`.

    `places` are those that a user named, without links in them.
    """

    places: tuple[Path, ...]
    follow_links: bool = False

    @classmethod
    def around(cls, folders: Iterable[Path], *, follow_links: bool = False) -> Fence:
        """The fence that shuts in some folders and all that lies in them."""
        return cls(tuple(sorted({_place(folder) for folder in folders})), follow_links)

    def shuts_out(self, path: Path) -> bool:
        """Whether a path leads out of every folder that may be read."""
        place = _place(path)
        return not self.follow_links and not any(place.is_relative_to(folder) for folder in self.places)


@dataclass(frozen=True, slots=True)
class Below:
    """The files below a folder, sorted, pipes and links to nowhere among them, and what could not be looked into."""

    files: tuple[Path, ...]
    problems: tuple[Diagnostic, ...]


def walk(folder: Path, family: str, fence: Fence, is_wanted: Callable[[Path], bool]) -> Below:
    """The files below `folder` that are wanted by their names.

    A file that links lead to as well counts once. Diagnostics have codes of `family`.
    Links to folders are followed last, and only to folders that were not walked before, so that a ring of links ends.
    """
    files: dict[Path, Path] = {}
    links: list[Path] = []
    problems: list[Diagnostic] = []
    seen: set[Path] = set()
    waiting = deque([folder])
    while waiting:
        start = waiting.popleft()
        if start.is_symlink() and fence.shuts_out(start):
            problems.append(leads_out(family, start))
            continue
        for where, folders, names in os.walk(start, onerror=lambda error: problems.append(_unlisted(family, error))):
            here = Path(where)
            place = _place(here)
            if place in seen:
                folders.clear()
                continue
            seen.add(place)
            inside = sorted(name for name in folders if not name.startswith("."))
            folders[:] = [name for name in inside if not (here / name).is_symlink()]
            waiting.extend(here / name for name in inside if (here / name).is_symlink())
            for path in (here / name for name in names if not name.startswith(".")):
                if not is_wanted(path):
                    continue
                if path.is_symlink():
                    links.append(path)
                else:
                    files[place / path.name] = path
    for link in sorted(links):
        if fence.shuts_out(link):
            problems.append(leads_out(family, link))
        else:
            files.setdefault(_place(link), link)
    return Below(tuple(sorted(files.values(), key=lambda path: path.as_posix())), tuple(problems))


def leads_out(family: str, path: Path) -> Diagnostic:
    """That a link is not followed."""
    message = "a link that leads out of the folder is not followed; --follow-links reads it"
    return Diagnostic(f"{family}.link", Severity.ERROR, message, f"{shown(path)}:1:1")


def _unlisted(family: str, error: OSError) -> Diagnostic:
    """That a folder could not be looked into."""
    reason = error.strerror or "cannot be read"
    return Diagnostic(f"{family}.unreadable", Severity.ERROR, reason, f"{shown(Path(error.filename))}:1:1")


def shown(path: Path) -> str:
    """A path with forward slashes, printable even where the file system's name is not valid text."""
    return path.as_posix().encode("utf-8", "backslashreplace").decode()


def _place(path: Path) -> Path:
    """Where a path leads, links followed; a ring of links leads to one of its own."""
    return Path(os.path.realpath(path))
