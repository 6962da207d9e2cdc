"""`sources.yaml` beside the articles: who published which file, when and where, and which file is no article.

What is known about an article's source: entries of `sources.yaml` and Markdown front matter, in one shape.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import msgspec

from reconcile.errors import Diagnostic, Severity
from reconcile.guard import guard_text
from reconcile.model.document import Source
from reconcile.rules.source import nearest, typed
from reconcile.rules.tree import Tree
from reconcile.sources.files import SIDECAR, Fence, InputFile, Search, leads_out, read_optional, shown
from reconcile.sources.forms import Form


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who published an article, when and where; `origin` names the article or agency it copies, `story` the story it
    is read in, if any.

    `columns` is for tables of claims: which column gives which field, where its header has another name for it.
    `article` says whether the file is one at all: false leaves it out, true reads it as plain text.
    """

    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    published: date | None = None
    country: str | None = None
    origin: str | None = None
    story: str | None = None
    columns: dict[str, str] = {}
    article: bool | None = None


_KEYS = tuple(f.encode_name for f in msgspec.structs.fields(Entry) if f.name not in ("columns", "article"))
_ALIASES = {"date": "published", "pubdate": "published", "authors": "author", "byline": "author", "headline": "title"}
_FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_LONGEST = 65_536
_TIME_OF_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d")


def source(entry: Entry, origin: str) -> Source:
    """An entry as a source; `origin` says where its date was found, if it has one."""
    known = {key: getattr(entry, key) for key in _KEYS}
    return Source(**known, published_from=origin if entry.published else None)


def merged(first: Source, second: Source) -> Source:
    """What `first` says, completed by `second`."""
    known = {key: getattr(second, key) for key in _KEYS if getattr(first, key) is None}
    if "published" in known:
        known["published_from"] = second.published_from
    return replace(first, **known)


def read_sidecar(text: str, shown: str) -> tuple[Mapping[str, tuple[Entry, str]], tuple[Diagnostic, ...]]:
    """The entries of a `sources.yaml` with the place of each, by file name, and every problem."""
    tree = Tree(text, shown, "sources")
    if tree.data is not None and not isinstance(tree.data, dict):
        tree.problem("expected file names, each with what is known about it", (1, 1))
        return {}, tuple(tree.problems)
    entries: dict[str, tuple[Entry, str]] = {}
    for name in tree.data or ():
        entry = typed(tree, Entry, (name,))
        if entry is not None:
            entries[name] = (entry, tree.where((name,)))
    return entries, tuple(tree.problems)


def read_front_matter(text: str, shown: str) -> tuple[Source, int, tuple[Diagnostic, ...]]:
    """What a Markdown text says about itself between `---` lines at its very top, and where the article begins.

    Keys that other programs put there (`tags`, `layout` ...) are let pass; one that looks like a slip for a key of
    ours is a warning. Text between two rules that is not a mapping is part of the article.
    """
    fence = _FENCE.match(text)
    close = _CLOSE.search(text, fence.end()) if fence else None
    if fence is None or close is None:
        return Source(), 0, ()
    if close.start() > _LONGEST:
        message = f"front matter of more than {_LONGEST:,} characters is not read"
        where = f"{shown}:1:1"
        return Source(), close.end(), (Diagnostic("front-matter.too-long", Severity.WARNING, message, where),)
    # a leading line stands for the fence, so that places are those of the file
    tree = Tree("\n" + text[fence.end() : close.start()], shown, "front-matter")
    if tree.data is None:
        return Source(), close.end(), _softened(tree)
    if not isinstance(tree.data, dict):
        return Source(), 0, ()
    strays = _plain_keys(tree)
    entry = typed(tree, Entry)
    read = Source() if entry is None else source(entry, "front matter")
    return read, close.end(), (*_softened(tree), *strays)


def _softened(tree: Tree) -> tuple[Diagnostic, ...]:
    """The article can be read without its front matter, so its troubles are warnings."""
    return tuple(replace(problem, severity=Severity.WARNING) for problem in tree.problems)


def _plain_keys(tree: Tree) -> list[Diagnostic]:
    """Leaves only keys of ours in the tree, aliases resolved, values as text; gives a warning for each near miss."""
    strays: list[Diagnostic] = []
    kept: dict[str, Any] = {}
    for key, value in tree.data.items():
        name = _ALIASES.get(key.lower(), key.lower())
        tree.name_alike(name, key)
        if name in _KEYS:
            kept.setdefault(name, _plain_value(value))
        elif near := nearest(name, (*_KEYS, *_ALIASES)):
            message = f"unknown key {key!r}; did you mean {near!r}?"
            strays.append(Diagnostic("front-matter.unknown-key", Severity.WARNING, message, tree.where((key,))))
    tree.data = kept
    return strays


def _plain_value(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    clock = _TIME_OF_DAY.match(value) if isinstance(value, str) else None
    return clock.group(1) if clock else value


_PATTERN = frozenset("*?[")
# The code of a fault in reading a `sources.yaml`.
FAILED = "sources.failed"


class Sidecars:
    """The `sources.yaml` of every folder that holds an article or was given.

    Keys are paths from the file's folder, or patterns of such paths, in which `*` stands for folders too. `problems` is
    everything wrong with the files read.
    """

    def __init__(self, search: Search, *, follow_links: bool = False) -> None:
        self.problems: list[Diagnostic] = []
        self._by_folder: dict[Path, Mapping[str, Entry]] = {}
        self._declared: list[Path] = []
        self._files = search.files
        folders = {file.path.parent for file in search.files} | set(search.folders)
        for folder in sorted(folders, key=Path.as_posix):
            fence = Fence.around((folder, *search.folders), follow_links=follow_links)
            self._by_folder[folder] = self._read(folder / SIDECAR, fence)

    def entry(self, file: InputFile) -> Entry:
        """What is said of a file: nearest folder first, in it the name before patterns, the first pattern that fits."""
        for folder in file.path.parents:
            entries = self._by_folder.get(folder, {})
            name = file.path.relative_to(folder).as_posix()
            fitting = (key for key in entries if fnmatchcase(name, key))
            key = name if name in entries else next(fitting, None)
            if key is not None:
                return entries[key]
        return Entry()

    def about(self, file: InputFile) -> Source:
        """Who published a file, as its entry says."""
        return source(self.entry(file), SIDECAR)

    def declared_articles(self) -> list[InputFile]:
        """Files whose names say that they are something else, and that are declared articles."""
        known = {file.path for file in self._files}
        return [InputFile(path, shown(path), Form.ARTICLE) for path in sorted(self._declared) if path not in known]

    def _read(self, path: Path, fence: Fence) -> Mapping[str, Entry]:
        if fence.shuts_out(path):
            text: str | Diagnostic = leads_out(path, "sources.unreadable")
        else:
            text = read_optional(path, "sources.unreadable") if path.is_file() else ""
        if isinstance(text, Diagnostic):
            self.problems.append(text)
            return {}
        read = guard_text(text, lambda some: read_sidecar(some, shown(path)), FAILED, "reading this file", shown(path))
        if isinstance(read, Diagnostic):
            self.problems.append(read)
            return {}
        entries, problems = read
        self.problems.extend(problems)
        for name, (entry, where) in entries.items():
            if entry.article is not False and not self._leads_to_a_file(path.parent, name):
                self.problems.append(Diagnostic("sources.no-such-file", Severity.WARNING, self._lost(name), where))
        stated = ((path.parent / name, entry) for name, (entry, _) in entries.items())
        self._declared.extend(
            file for file, entry in stated if entry.article and _is_file(file) and not fence.shuts_out(file)
        )
        return {Path(name).as_posix(): entry for name, (entry, _) in entries.items()}

    def _leads_to_a_file(self, folder: Path, name: str) -> bool:
        inside = (file.path.relative_to(folder) for file in self._files if file.path.is_relative_to(folder))
        return _is_file(folder / name) or any(fnmatchcase(path.as_posix(), name) for path in inside)

    def _lost(self, name: str) -> str:
        if _PATTERN.intersection(name):
            return f"no file that fits {name!r} below this one's folder"
        near = nearest(name, (file.path.name for file in self._files))
        return f"no file {name!r} beside this one" + (f"; did you mean {near!r}?" if near else "")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # a name longer than the system allows
        return False
