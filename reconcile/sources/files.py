"""Paths to article files: folders are searched, nothing is read twice, and the order given does not matter.

What lies below a folder: hidden files left out, nothing twice, and no link followed out of what was given.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from reconcile.errors import Diagnostic, Severity
from reconcile.sources.forms import TABLES, Form, ending, form, may_be_article


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


SIDECAR = "sources.yaml"
FACTS = "facts"
FACT_FILES = frozenset({".yaml", ".yml", ".csv"})
STDIN = "-"
READ = (Form.ARTICLE, Form.TABLE)


@dataclass(frozen=True, slots=True)
class Found:
    """A file; `shown` is the path as given, with forward slashes, for links and messages.

    `named` when the user gave this very file; else it was found in a folder.
    """

    path: Path
    shown: str
    form: Form
    named: bool = False

    @property
    def is_table(self) -> bool:
        """Whether it holds claims in rows, not an article."""
        return self.form is Form.TABLE


@dataclass(frozen=True, slots=True)
class Search:
    """What the paths lead to: files sorted by path, the folders searched, and what could not be found.

    `files` are articles and tables, `others` what else looks like one.
    """

    files: tuple[Found, ...]
    folders: tuple[Path, ...]
    problems: tuple[Diagnostic, ...]
    others: tuple[Found, ...] = ()


def find(paths: Iterable[str | Path], skip: Iterable[Path] = (), *, follow_links: bool = False) -> Search:
    """Articles and tables of claims below `paths`, without hidden files and folders, `sources.yaml` and `skip`.

    A file given by name is read whatever its ending, and may be a link; in a folder, links that lead out of all
    folders given are problems unless `follow_links`. A file reached twice counts once, under its shortest path.
    """
    given = sorted({Path(p) for p in paths if str(p) != STDIN}, key=lambda p: p.as_posix())
    folders = tuple(path for path in given if path.is_dir())
    fence = Fence.around(folders, follow_links=follow_links)
    forms: dict[Path, Form] = {}
    problems: list[Diagnostic] = []
    for path in given:
        if path in folders:
            inside, troubles = _forms_below(path, fence)
            forms.update({file: what for file, what in inside.items() if file not in forms})
            problems.extend(troubles)
        elif not path.exists():
            problems.append(_problem("missing", "no such file or folder", path))
        elif path.name != SIDECAR:
            forms[path] = Form.TABLE if ending(path) in TABLES else Form.ARTICLE
    leave = {os.path.realpath(p) for p in skip}
    files = tuple(Found(path, shown(path), forms[path], path in given) for path in _once(forms, leave))
    return Search(
        tuple(file for file in files if file.form in READ),
        folders,
        tuple(problems),
        tuple(file for file in files if file.form is Form.LOOKS_LIKE_ARTICLE),
    )


def _forms_below(folder: Path, fence: Fence) -> tuple[dict[Path, Form], list[Diagnostic]]:
    """What each file below a folder is, and what could not be looked into; a folder without articles is a problem."""
    below = walk(folder, "input", fence, may_be_article)
    problems = list(below.problems)
    forms: dict[Path, Form] = {}
    for path in below.files:
        try:
            if path.name != SIDECAR:
                forms[path] = _form(path)
        except OSError as error:
            problems.append(_problem("unreadable", error.strerror or str(error), path))
    if not problems and all(what is Form.OTHER for what in forms.values()):
        problems.append(_problem("no-articles", "no articles in this folder (*.txt, *.md ...)", folder))
    return forms, problems


def _form(path: Path) -> Form:
    """What a file is. Raises OSError for a pipe, which would be waited for, and for a link to nowhere."""
    if not path.is_file():
        raise OSError(0, "neither a file nor a link to one")
    return form(path)


def find_facts(paths: Iterable[str | Path], folders: Iterable[str | Path], *, follow_links: bool = False) -> Search:
    """Files of reference facts: all of `folders`, and those of a folder `facts` in a folder of `paths`."""
    found: list[Path] = []
    problems: list[Diagnostic] = []
    given = [Path(path) for path in paths if Path(path).is_dir()]
    named = [Path(folder) for folder in folders]
    fence = Fence.around((*given, *named), follow_links=follow_links)
    folders_of_facts = [path / FACTS for path in given if (path / FACTS).is_dir()]
    for folder in (*named, *folders_of_facts):
        if not folder.is_dir():
            problems.append(_no_facts("no such folder", folder))
            continue
        below = walk(folder, "facts", fence, _holds_facts)
        found.extend(below.files)
        problems.extend(below.problems)
        if folder in named and not (below.files or below.problems):
            problems.append(_no_facts("no reference facts in this folder (*.yaml, *.csv)", folder))
    files = [path for path in _once(found, set()) if path.is_file()]
    problems.extend(_not_a_file(path) for path in found if not path.is_file())
    return Search(tuple(Found(path, shown(path), Form.TABLE) for path in files), (), tuple(problems))


def _no_facts(reason: str, folder: Path) -> Diagnostic:
    return Diagnostic("facts.missing", Severity.ERROR, reason, f"{shown(folder)}:1:1")


def _not_a_file(path: Path) -> Diagnostic:
    return Diagnostic("facts.unreadable", Severity.ERROR, "neither a file nor a link to one", f"{shown(path)}:1:1")


def _holds_facts(path: Path) -> bool:
    return path.suffix.lower() in FACT_FILES and path.name != SIDECAR


def _once(found: Iterable[Path], leave: set[str]) -> list[Path]:
    """Each file once, under its shortest path; those at `leave` not at all."""
    by_place: dict[str, Path] = {}
    for path in sorted(found, key=lambda p: (len(p.parts), p.as_posix())):
        place = os.path.realpath(path)
        if place not in leave:
            by_place.setdefault(place, path)
    return sorted(by_place.values(), key=lambda p: p.as_posix())


def _problem(code: str, message: str, path: Path) -> Diagnostic:
    return Diagnostic(f"input.{code}", Severity.ERROR, message, f"{shown(path)}:1:1")
