"""`sources.yaml` beside the articles: who published which file, when and where."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reconcile.errors import Diagnostic, Severity
from reconcile.guard import guard_text
from reconcile.ingest.about import Entry, read_sidecar, source
from reconcile.ingest.decode import decode
from reconcile.ingest.find import SIDECAR, Found, Search, shown
from reconcile.model.document import Source
from reconcile.rules.source import nearest

# The code of a fault in reading a `sources.yaml`.
FAILED = "sources.failed"


class Sidecars:
    """The `sources.yaml` of every folder that holds an article or was given; keys are paths from the file's folder."""

    def __init__(self, search: Search) -> None:
        self._problems: list[Diagnostic] = []
        self._by_folder: dict[Path, dict[Path, Entry]] = {}
        self._files = search.files
        folders = {found.path.parent for found in search.files} | set(search.folders)
        for folder in sorted(folders, key=lambda f: f.as_posix()):
            self._by_folder[folder] = self._read(folder / SIDECAR)

    def about(self, found: Found) -> Source:
        """What the nearest `sources.yaml` that names the file says about it."""
        entry = self._entry(found)
        return Source() if entry is None else source(entry, SIDECAR)

    def columns(self, found: Found) -> Mapping[str, str]:
        """Which column of a table gives which field, as its entry says."""
        entry = self._entry(found)
        return {} if entry is None else entry.columns

    def _entry(self, found: Found) -> Entry | None:
        entries = (self._by_folder.get(folder, {}).get(found.path) for folder in found.path.parents)
        return next((entry for entry in entries if entry is not None), None)

    def problems(self) -> tuple[Diagnostic, ...]:
        """Everything wrong with the files read."""
        return tuple(self._problems)

    def _read(self, path: Path) -> dict[Path, Entry]:
        text = self._text(path)
        if text is None:
            return {}
        read = guard_text(text, lambda some: read_sidecar(some, shown(path)), FAILED, "reading this file", shown(path))
        if isinstance(read, Diagnostic):
            self._problems.append(read)
            return {}
        entries, problems = read
        self._problems.extend(problems)
        for name, (_, where) in entries.items():
            if not _is_file(path.parent / name):
                self._problems.append(Diagnostic("sources.no-such-file", Severity.WARNING, self._lost(name), where))
        return {path.parent / name: entry for name, (entry, _) in entries.items()}

    def _lost(self, name: str) -> str:
        near = nearest(name, (found.path.name for found in self._files))
        return f"no file {name!r} beside this one" + (f"; did you mean {near!r}?" if near else "")

    def _text(self, path: Path) -> str | None:
        try:
            data = path.read_bytes() if path.is_file() else b""
        except OSError as error:
            reason = error.strerror or str(error)
            self._problems.append(Diagnostic("sources.unreadable", Severity.ERROR, reason, f"{shown(path)}:1:1"))
            return None
        if not data.strip():
            return None
        text = decode(data, shown(path))
        if isinstance(text, Diagnostic):
            self._problems.append(Diagnostic("sources.unreadable", text.severity, text.message, text.where))
            return None
        return text


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # a name longer than the system allows
        return False
