"""Paths to files: folders are searched, nothing is read twice, and the order given does not matter.

What lies below a folder: hidden files left out, nothing twice, and no link followed out of what was given.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from reconcile.errors import Diagnostic, Severity
from reconcile.sources.decode import BOM, decode
from reconcile.sources.forms import NO_FILE, TABLES, Form, ending, form, may_be_article

SIDECAR = "sources.yaml"
FACTS = "facts"
FACT_FILES = frozenset({".yaml", ".yml", ".csv"})
STDIN = "-"


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
    """
    inside, problems = _list_below(folder, family, fence)
    files: dict[Path, Path] = {}
    for path in sorted(filter(is_wanted, inside), key=lambda path: (path.is_symlink(), path)):
        if path.is_symlink() and fence.shuts_out(path):
            problems.append(leads_out(path, f"{family}.link"))
        else:
            files.setdefault(_place(path), path)
    return Below(tuple(sorted(files.values(), key=Path.as_posix)), tuple(problems))


def _list_below(folder: Path, family: str, fence: Fence) -> tuple[list[Path], list[Diagnostic]]:
    """All files below a folder but hidden ones, and what could not be looked into.

    Links to folders are followed last, and only to folders that were not listed before, so that a ring of links ends.
    """
    files: list[Path] = []
    problems: list[Diagnostic] = []
    seen: set[Path] = set()
    waiting, links = [folder], list[Path]()
    while waiting or links:
        here = waiting.pop() if waiting else links.pop(0)
        if here.is_symlink() and fence.shuts_out(here):
            problems.append(leads_out(here, f"{family}.link"))
        elif (place := _place(here)) not in seen:
            seen.add(place)
            try:
                for path in _entries(here):
                    _list_for(path, files, waiting, links).append(path)
            except OSError as error:
                problems.append(unreadable(here, error, family))
    return files, problems


def _entries(folder: Path) -> list[Path]:
    """What lies in a folder, hidden ones left out. Raises OSError."""
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _list_for(path: Path, files: list[Path], folders: list[Path], links: list[Path]) -> list[Path]:
    if not path.is_dir():
        return files
    return links if path.is_symlink() else folders


def leads_out(path: Path, code: str) -> Diagnostic:
    """That a link is not followed."""
    return error_in(path, code, "a link that leads out of the folder is not followed; --follow-links reads it")


def unreadable(path: Path, error: OSError, family: str = "input") -> Diagnostic:
    """That the system refuses to give what a file or folder holds."""
    return error_in(path, f"{family}.unreadable", error.strerror or str(error))


def error_in(path: Path, code: str, message: str) -> Diagnostic:
    """An error that is one of a whole file or folder, so that it stands at its first character."""
    return Diagnostic(code, Severity.ERROR, message, f"{shown(path)}:1:1")


def shown(path: Path) -> str:
    """A path with forward slashes, printable even where the file system's name is not valid text."""
    return path.as_posix().encode("utf-8", "backslashreplace").decode()


def read_text(path: Path, limit: int = -1) -> str | Diagnostic:
    """The text of a file of at most `limit` bytes, -1 for any number, or why it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(limit if limit < 0 else limit + 1)
    except OSError as error:
        return unreadable(path, error)
    return decode(data, shown(path), limit)


def read_optional(path: Path, code: str) -> str | Diagnostic:
    """The text of a file that may be empty, without its byte order mark, or an error of `code`.

    A pipe is not waited for.
    """
    text = read_text(path) if path.is_file() else error_in(path, code, NO_FILE)
    if isinstance(text, str):
        return text.removeprefix(BOM)
    return "" if text.code == "input.empty" else replace(text, code=code)


def _place(path: Path) -> Path:
    """Where a path leads, links followed; a ring of links leads to one of its own."""
    return Path(os.path.realpath(path))


@dataclass(frozen=True, slots=True)
class InputFile:
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

    `files` are articles, tables and what looks like an article.
    """

    files: tuple[InputFile, ...]
    folders: tuple[Path, ...]
    problems: tuple[Diagnostic, ...]


def find(paths: Iterable[str | Path], skip: Iterable[Path] = (), *, follow_links: bool = False) -> Search:
    """Articles and tables of claims below `paths`, without hidden files and folders, `sources.yaml` and `skip`.

    A file given by name is read whatever its ending, and may be a link; in a folder, links that lead out of all
    folders given are problems unless `follow_links`. A file reached twice counts once, under its shortest path.
    """
    given = sorted({Path(p) for p in paths if str(p) != STDIN}, key=Path.as_posix)
    folders = tuple(path for path in given if path.is_dir())
    fence = Fence.around(folders, follow_links=follow_links)
    forms: dict[Path, Form] = {}
    problems: list[Diagnostic] = []
    for path in given:
        inside, troubles = _forms_below(path, fence) if path in folders else _form_given(path)
        forms = inside | forms
        problems.extend(troubles)
    files = (
        InputFile(path, shown(path), forms[path], path in given) for path in _once(forms, {_place(p) for p in skip})
    )
    return Search(tuple(file for file in files if file.form is not Form.OTHER), folders, tuple(problems))


def _form_given(path: Path) -> tuple[dict[Path, Form], list[Diagnostic]]:
    """What a file is that the user named."""
    if not path.exists():
        return {}, [error_in(path, "input.missing", "no such file or folder")]
    return ({path: Form.TABLE if ending(path) in TABLES else Form.ARTICLE} if path.name != SIDECAR else {}), []


def _forms_below(folder: Path, fence: Fence) -> tuple[dict[Path, Form], list[Diagnostic]]:
    """What each file below a folder is, and what could not be looked into; a folder without articles is a problem."""
    below = walk(folder, "input", fence, may_be_article)
    problems = list(below.problems)
    forms: dict[Path, Form] = {}
    for path in below.files:
        try:
            if path.name != SIDECAR:
                forms[path] = form(path)
        except OSError as error:
            problems.append(unreadable(path, error))
    if not problems and all(what is Form.OTHER for what in forms.values()):
        problems.append(error_in(folder, "input.no-articles", "no articles in this folder (*.txt, *.md ...)"))
    return forms, problems


def find_facts(paths: Iterable[str | Path], folders: Iterable[str | Path], *, follow_links: bool = False) -> Search:
    """Files of reference facts: all of `folders`, and those of a folder `facts` in a folder of `paths`."""
    given = [path for path in map(Path, paths) if path.is_dir()]
    named = [Path(folder) for folder in folders]
    fence = Fence.around((*given, *named), follow_links=follow_links)
    further = [path / FACTS for path in given if (path / FACTS).is_dir()]
    below = [_facts_below(folder, fence, is_named=folder in named) for folder in (*named, *further)]
    found = [path for inside in below for path in inside.files]
    lost = (error_in(path, "facts.unreadable", NO_FILE) for path in found if not path.is_file())
    files = (InputFile(path, shown(path), Form.TABLE) for path in _once(found) if path.is_file())
    return Search(tuple(files), (), (*(problem for inside in below for problem in inside.problems), *lost))


def _facts_below(folder: Path, fence: Fence, *, is_named: bool) -> Below:
    """The files of facts in a folder; that there are none is a problem where the user named it."""
    if not folder.is_dir():
        return Below((), (error_in(folder, "facts.missing", "no such folder"),))
    below = walk(folder, "facts", fence, _holds_facts)
    if is_named and not (below.files or below.problems):
        message = "no reference facts in this folder (*.yaml, *.csv)"
        return Below((), (error_in(folder, "facts.missing", message),))
    return below


def _holds_facts(path: Path) -> bool:
    return path.suffix.lower() in FACT_FILES and path.name != SIDECAR


def _once(found: Iterable[Path], leave: Iterable[Path] = ()) -> list[Path]:
    """Each file once, under its shortest path; those at `leave` not at all."""
    by_place: dict[Path, Path] = {}
    for path in sorted(found, key=lambda p: (len(p.parts), p.as_posix())):
        by_place.setdefault(_place(path), path)
    return sorted((path for place, path in by_place.items() if place not in leave), key=Path.as_posix)
