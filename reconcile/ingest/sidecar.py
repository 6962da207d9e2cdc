"""`sources.yaml` beside the articles: who published which file, when and where, and which file is no article."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from reconcile.errors import Diagnostic, Severity
from reconcile.guard import guard_text
from reconcile.ingest.about import Entry, read_sidecar, source
from reconcile.ingest.decode import decode
from reconcile.ingest.find import SIDECAR, Found, Search
from reconcile.ingest.forms import Form
from reconcile.ingest.walk import Fence, shown
from reconcile.model.document import Source
from reconcile.rules.source import nearest

_PATTERN = frozenset("*?[")
# The code of a fault in reading a `sources.yaml`.
FAILED = "sources.failed"


class Sidecars:
    """The `sources.yaml` of every folder that holds an article or was given.

    Keys are paths from the file's folder, or patterns of such paths, in which `*` stands for folders too.
    """

    def __init__(self, search: Search, *, follow_links: bool = False) -> None:
        self._problems: list[Diagnostic] = []
        self._by_folder: dict[Path, Mapping[str, Entry]] = {}
        self._declared: list[Path] = []
        self._files = (*search.files, *search.others)
        folders = {found.path.parent for found in self._files} | set(search.folders)
        for folder in sorted(folders, key=lambda f: f.as_posix()):
            fence = Fence.around((folder, *search.folders), follow_links=follow_links)
            self._by_folder[folder] = self._read(folder / SIDECAR, fence)

    def about(self, found: Found) -> Source:
        """What the nearest `sources.yaml` that names the file says about it."""
        entry = self._entry(found)
        return Source() if entry is None else source(entry, SIDECAR)

    def columns(self, found: Found) -> Mapping[str, str]:
        """Which column of a table gives which field, as its entry says."""
        entry = self._entry(found)
        return {} if entry is None else entry.columns

    def is_article(self, found: Found) -> bool | None:
        """Whether a file is declared an article, or none; None where nothing is said."""
        entry = self._entry(found)
        return None if entry is None else entry.article

    def declared_articles(self) -> list[Found]:
        """Files whose names say that they are something else, and that are declared articles."""
        known = {found.path for found in self._files}
        return [Found(path, shown(path), Form.ARTICLE) for path in sorted(self._declared) if path not in known]

    def _entry(self, found: Found) -> Entry | None:
        """The entry of a file: nearest folder first, in it the name before patterns, the first pattern that fits."""
        for folder in found.path.parents:
            entries = self._by_folder.get(folder, {})
            name = found.path.relative_to(folder).as_posix()
            if name in entries:
                return entries[name]
            fitting = (key for key in entries if fnmatchcase(name, key))
            if (key := next(fitting, None)) is not None:
                return entries[key]
        return None

    def problems(self) -> tuple[Diagnostic, ...]:
        """Everything wrong with the files read."""
        return tuple(self._problems)

    def _read(self, path: Path, fence: Fence) -> Mapping[str, Entry]:
        text = self._text(path, fence)
        if text is None:
            return {}
        read = guard_text(text, lambda some: read_sidecar(some, shown(path)), FAILED, "reading this file", shown(path))
        if isinstance(read, Diagnostic):
            self._problems.append(read)
            return {}
        entries, problems = read
        self._problems.extend(problems)
        for name, (entry, where) in entries.items():
            if entry.article is not False and not self._leads_to_a_file(path.parent, name):
                self._problems.append(Diagnostic("sources.no-such-file", Severity.WARNING, self._lost(name), where))
        stated = ((path.parent / name, entry) for name, (entry, _) in entries.items())
        self._declared.extend(
            file for file, entry in stated if entry.article and _is_file(file) and not fence.shuts_out(file)
        )
        return {Path(name).as_posix(): entry for name, (entry, _) in entries.items()}

    def _leads_to_a_file(self, folder: Path, name: str) -> bool:
        inside = (found.path.relative_to(folder) for found in self._files if found.path.is_relative_to(folder))
        return _is_file(folder / name) or any(fnmatchcase(path.as_posix(), name) for path in inside)

    def _lost(self, name: str) -> str:
        if _PATTERN.intersection(name):
            return f"no file that fits {name!r} below this one's folder"
        near = nearest(name, (found.path.name for found in self._files))
        return f"no file {name!r} beside this one" + (f"; did you mean {near!r}?" if near else "")

    def _text(self, path: Path, fence: Fence) -> str | None:
        if fence.shuts_out(path):
            self._trouble("a link that leads out of the folder is not followed; --follow-links reads it", path)
            return None
        try:
            data = path.read_bytes() if path.is_file() else b""
        except OSError as error:
            self._trouble(error.strerror or str(error), path)
            return None
        if not data.strip():
            return None
        text = decode(data, shown(path))
        if isinstance(text, Diagnostic):
            self._problems.append(Diagnostic("sources.unreadable", text.severity, text.message, text.where))
            return None
        return text

    def _trouble(self, reason: str, path: Path) -> None:
        self._problems.append(Diagnostic("sources.unreadable", Severity.ERROR, reason, f"{shown(path)}:1:1"))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # a name longer than the system allows
        return False
