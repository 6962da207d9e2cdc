"""Where rule packs lie on disk, and reading them."""

from __future__ import annotations

from pathlib import Path

from reconcile.errors import Diagnostic, RuleError, Severity
from reconcile.rules.source import PackFile

_HERE = Path(__file__).resolve().parent.parent


def default_pack() -> Path:
    """The pack installed with the package; in a checkout, the `rules/` folder beside it."""
    installed = _HERE / "_rules"
    return installed if installed.is_dir() else _HERE.parent / "rules"


def read_pack(folder: Path) -> tuple[PackFile, ...]:
    """Every YAML file below `folder`, sorted by name. Raises RuleError for a missing folder or unreadable file."""
    if not folder.is_dir():
        raise RuleError((Diagnostic("rules.missing", Severity.ERROR, "no such rules folder", f"{folder}:1:1"),))
    files: list[PackFile] = []
    problems: list[Diagnostic] = []
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        try:
            files.append(PackFile(name, path.read_text(encoding="utf-8"), str(path)))
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Diagnostic("rules.unreadable", Severity.ERROR, str(error), f"{path}:1:1"))
    if problems:
        raise RuleError(tuple(problems))
    return tuple(files)
