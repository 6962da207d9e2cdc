"""Paths to article files: folders are searched, nothing is read twice, and the order given does not matter."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.errors import Diagnostic, Severity
from reconcile.ingest.decode import SAVE

MARKDOWN = frozenset({".md", ".markdown"})
ARTICLES = MARKDOWN | {".txt"}
TABLES = frozenset({".csv", ".jsonl"})
# Files that may well be articles, in a form that is not read.
OTHERS = frozenset({".htm", ".html", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".eml", ".pages"})
SIDECAR = "sources.yaml"
FACTS = "facts"
FACT_FILES = frozenset({".yaml", ".yml", ".csv"})
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; `shown` is the path as given, with forward slashes, for links and messages.

    `named` when the user gave this very file; else it was found in a folder.
    """

    path: Path
    shown: str
    named: bool = False

    @property
    def is_table(self) -> bool:
        """Whether it holds claims in rows, not an article."""
        return self.path.suffix.lower() in TABLES


@dataclass(frozen=True, slots=True)
class Search:
    """What the paths lead to: article files sorted by path, the folders searched, and what could not be found."""

    files: tuple[Found, ...]
    folders: tuple[Path, ...]
    problems: tuple[Diagnostic, ...]


def find(paths: Iterable[str | Path], skip: Iterable[Path] = ()) -> Search:
    """Articles and tables of claims below `paths`, without hidden files and folders, `sources.yaml` and `skip`.

    A file given by name is read whatever its suffix. A file reached twice counts once, under its shortest path.
    """
    given = sorted({Path(p) for p in paths if str(p) != STDIN}, key=lambda p: p.as_posix())
    found: list[Path] = []
    problems: list[Diagnostic] = []
    for path in given:
        if path.is_dir():
            before = len(problems)
            others: list[Path] = []
            below = list(_below(path, problems, others))
            found.extend(below)
            if not below and len(problems) == before:
                wanted = ", ".join(f"*{suffix}" for suffix in sorted(ARTICLES))
                problems.append(_problem("no-articles", f"no articles in this folder ({wanted})", path))
            problems.extend(_left_out(path, others))
        elif not path.exists():
            problems.append(_problem("missing", "no such file or folder", path))
        elif path.name != SIDECAR:
            found.append(path)
    leave = {os.path.realpath(p) for p in skip}
    files = _once(found, leave, frozenset(given))
    folders = tuple(p for p in given if p.is_dir())
    return Search(files, folders, tuple(problems))


def find_facts(paths: Iterable[str | Path], folders: Iterable[str | Path]) -> Search:
    """Files of reference facts: all of `folders`, and those of a folder `facts` in a folder of `paths`."""
    found: list[Path] = []
    problems: list[Diagnostic] = []
    for path in map(Path, folders):
        below = sorted(_facts_below(path))
        found.extend(below)
        if not below:
            reason = "no reference facts in this folder (*.yaml, *.csv)" if path.is_dir() else "no such folder"
            problems.append(Diagnostic("facts.missing", Severity.ERROR, reason, f"{shown(path)}:1:1"))
    for path in map(Path, paths):
        found.extend(_facts_below(path / FACTS) if (path / FACTS).is_dir() else ())
    return Search(_once(found, set(), frozenset()), (), tuple(problems))


def _facts_below(folder: Path) -> list[Path]:
    """The files of facts in a folder and below, hidden ones left out."""
    files = [p for p in folder.rglob("*") if p.suffix.lower() in FACT_FILES and p.is_file() and p.name != SIDECAR]
    return [p for p in files if not any(part.startswith(".") for part in p.relative_to(folder).parts)]


def shown(path: Path) -> str:
    """A path with forward slashes, printable even where the file system's name is not valid text."""
    return path.as_posix().encode("utf-8", "backslashreplace").decode()


def _left_out(folder: Path, others: Sequence[Path]) -> Iterator[Diagnostic]:
    """One warning a folder: articles in a form that is not read would else be missed without a word."""
    if others:
        first, more = shown(others[0].relative_to(folder)), len(others) - 1
        named = f"{first} and {more} more are" if more else f"{first} is"
        message = f"{named} left out, being neither text nor Markdown: {SAVE}"
        yield Diagnostic("input.other", Severity.WARNING, message, f"{shown(folder)}:1:1")


def _below(folder: Path, problems: list[Diagnostic], others: list[Path]) -> Iterable[Path]:
    def unreadable(error: OSError) -> None:
        problems.append(_problem("unreadable", error.strerror or "cannot be read", Path(error.filename)))

    for where, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(where) / name
            if name.startswith("."):
                continue
            if path.suffix.lower() not in ARTICLES | TABLES:
                others.extend([path] if path.suffix.lower() in OTHERS else [])
                continue
            if path.is_file():
                yield path
            else:
                # a pipe would be waited for without end; a link may lead nowhere
                problems.append(_problem("unreadable", "neither a file nor a link to one", path))


def _once(found: Iterable[Path], leave: set[str], given: frozenset[Path]) -> tuple[Found, ...]:
    by_place: dict[str, Path] = {}
    for path in sorted(found, key=lambda p: (len(p.parts), p.as_posix())):
        place = os.path.realpath(path)
        if place not in leave:
            by_place.setdefault(place, path)
    return tuple(
        Found(path, shown(path), path in given) for path in sorted(by_place.values(), key=lambda p: p.as_posix())
    )


def _problem(code: str, message: str, path: Path) -> Diagnostic:
    return Diagnostic(f"input.{code}", Severity.ERROR, message, f"{shown(path)}:1:1")
