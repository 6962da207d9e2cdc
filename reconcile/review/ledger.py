"""The ledger on disk: a folder of small files, one a decision, of which none is ever half-written.

A file is written beside its place, forced to disk and put in place in one step; whoever is killed at any moment
leaves the old file or the new one. Files that begin with a dot are none of the ledger's.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from reconcile.errors import Diagnostic, Severity, UsageError
from reconcile.guard import guard_text
from reconcile.ingest.decode import BOM, decode
from reconcile.ingest.find import shown
from reconcile.model.decision import Decision
from reconcile.review.form import decision_text, file_name, read_decision
from reconcile.rules.source import PackFile

FOLDER = "decisions"
# The code of a fault in reading or using one decision.
FAILED = "ledger.failed"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The decisions of one or more folders, and what is wrong with their files; written to the first folder."""

    folder: Path
    decisions: tuple[Decision, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def folders_beside(paths: Iterable[str]) -> tuple[Path, ...]:
    """Where decisions on articles lie unless somebody says otherwise: `decisions/` in the folder of each path."""
    homes = (Path(path) for path in paths if path != "-")
    found = dict.fromkeys((home if home.is_dir() else home.parent) / FOLDER for home in homes)
    return tuple(found) or (Path(FOLDER),)


def read_ledger(folders: Iterable[Path]) -> Ledger:
    """Every decision below `folders`; a folder that is not there is empty."""
    folders = tuple(folders)
    decisions: list[Decision] = []
    problems: list[Diagnostic] = []
    for path in dict.fromkeys(path for folder in folders for path in _files(folder)):
        decision, found = _read(path)
        problems.extend(found)
        if decision is not None:
            decisions.append(decision)
    decisions.sort(key=lambda d: (d.finding, d.by, d.on, d.where))
    return Ledger(folders[0], tuple(_latest(decisions)), tuple(problems))


def _files(folder: Path) -> list[Path]:
    found = (p for p in folder.rglob("*.yaml") if not any(s.startswith(".") for s in p.relative_to(folder).parts))
    return sorted(found, key=lambda p: p.relative_to(folder).as_posix())


def _read(path: Path) -> tuple[Decision | None, tuple[Diagnostic, ...]]:
    try:
        text = decode(path.read_bytes(), shown(path))
    except OSError as error:
        return None, (
            Diagnostic("ledger.unreadable", Severity.ERROR, error.strerror or "unreadable", f"{shown(path)}:1:1"),
        )
    if isinstance(text, Diagnostic):
        return None, (replace(text, code="ledger.unreadable"),)
    read = guard_text(
        text.removeprefix(BOM),
        lambda some: read_decision(PackFile(path.name, some, shown(path))),
        FAILED,
        "reading this decision, which is left out",
        shown(path),
    )
    return (None, (read,)) if isinstance(read, Diagnostic) else read


def _latest(decisions: list[Decision]) -> Iterable[Decision]:
    """Of one reviewer's decisions on one finding, the last; `decisions` come sorted."""
    last = {(decision.finding, decision.by): decision for decision in decisions}
    return last.values()


def write(folder: Path, decision: Decision) -> Path:
    """Puts a decision into a folder, in place of this reviewer's earlier one. Raises UsageError where it cannot."""
    path = folder / file_name(decision)
    put(path, decision_text(decision))
    return path


def put(path: Path, text: str) -> None:
    """Writes a file whole or not at all. Raises UsageError where it cannot."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        _settle(path.parent)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise UsageError(f"cannot write {path}: {error.strerror}") from error


def take_back(path: Path, before: str | None) -> None:
    """Puts a file back as it was before; removes it where there was none. Raises UsageError where it cannot."""
    if before is not None:
        put(path, before)
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"cannot remove {path}: {error.strerror}") from error
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Forces names in a folder to disk, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    with suppress(OSError):
        os.fsync(handle)
    os.close(handle)
