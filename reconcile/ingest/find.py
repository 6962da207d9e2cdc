"""Paths to article files: folders are searched, nothing is read twice, and the order given does not matter."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reconcile.errors import Diagnostic, Severity
from reconcile.ingest.forms import TABLES, Form, ending, form, may_be_article
from reconcile.ingest.walk import Fence, shown, walk

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
    beside = [path / FACTS for path in given if (path / FACTS).is_dir()]
    for folder in (*named, *beside):
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
