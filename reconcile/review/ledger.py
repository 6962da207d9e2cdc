"""The ledger on disk: a folder of small files, one a decision, of which none is ever half-written.

Whoever is killed at any moment leaves the old file or the new one. Files that begin with a dot are none of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from reconcile.errors import Diagnostic, Severity
from reconcile.guard import guard_text
from reconcile.ingest.decode import BOM, decode
from reconcile.ingest.walk import Fence, shown, walk
from reconcile.model.decision import Decision
from reconcile.review.form import decision_text, file_name, read_decision
from reconcile.rules.source import PackFile
from reconcile.writing import write_atomically

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


def read_ledger(folders: Iterable[Path], fence: Fence | None = None) -> Ledger:
    """Every decision below `folders`; a folder that is not there is empty.

    No link is followed out of `fence`; without it, out of `folders`.
    """
    folders = tuple(folders)
    fence = fence or Fence.around(folders)
    decisions: list[Decision] = []
    problems: list[Diagnostic] = []
    paths: dict[Path, None] = {}
    for folder in filter(Path.is_dir, folders):
        below = walk(folder, "ledger", fence, _holds_decision)
        problems.extend(below.problems)
        paths |= dict.fromkeys(below.files)
    for path in paths:
        decision, found = _read(path)
        problems.extend(found)
        if decision is not None:
            decisions.append(decision)
    decisions.sort(key=lambda d: (d.finding, d.by, d.on, d.where))
    return Ledger(folders[0], tuple(_latest(decisions)), tuple(problems))


def _holds_decision(path: Path) -> bool:
    return path.suffix == ".yaml"


def _read(path: Path) -> tuple[Decision | None, tuple[Diagnostic, ...]]:
    try:
        if not path.is_file():
            raise OSError(0, "neither a file nor a link to one")
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


def write(folder: Path, decision: Decision, *, follow_links: bool = False) -> Path:
    """Puts a decision into a folder, in place of this reviewer's earlier one. Raises UsageError where it cannot."""
    path = folder / file_name(decision)
    write_atomically({path: decision_text(decision)}, folder, follow_links=follow_links)
    return path
