"""Where rule packs lie on disk, and reading them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reconcile.errors import Diagnostic, RuleError, Severity
from reconcile.rules.source import PackFile
from reconcile.sources.decode import BOM, decode
from reconcile.sources.files import Fence, shown, walk

_HERE = Path(__file__).resolve().parent.parent


def default_pack() -> Path:
    """The pack installed with the package; in a checkout, the `rules/` folder beside it."""
    installed = _HERE / "_rules"
    return installed if installed.is_dir() else _HERE.parent / "rules"


def read_pack(folder: Path, *, follow_links: bool = False) -> tuple[PackFile, ...]:
    """Every YAML file below `folder`, sorted by name, hidden ones left out.

    Raises RuleError for a missing folder, a folder without rules, for every file that cannot be read, and without
    `follow_links` for every link that leads out of the folder.
    """
    if not folder.is_dir():
        raise RuleError((_problem("missing", "no such rules folder", folder),))
    files: list[PackFile] = []
    below = walk(folder, "rules", Fence.around([folder], follow_links=follow_links), _holds_rules)
    problems = list(below.problems)
    for path in below.files:
        name = path.relative_to(folder).as_posix()
        text = _text(path)
        if isinstance(text, Diagnostic):
            problems.append(text)
        else:
            files.append(PackFile(name, text, shown(path)))
    if not files and not problems:
        problems.append(_problem("missing", "no rule files (*.yaml) in this folder", folder))
    if problems:
        raise RuleError(tuple(problems))
    return tuple(files)


def _holds_rules(path: Path) -> bool:
    return path.suffix == ".yaml"


def _text(path: Path) -> str | Diagnostic:
    if not path.is_file():
        return _problem("unreadable", "neither a file nor a link to one", path)
    try:
        data = path.read_bytes()
    except OSError as error:
        return _problem("unreadable", error.strerror or str(error), path)
    if not data.strip():
        return ""
    text = decode(data, shown(path))
    return text.removeprefix(BOM) if isinstance(text, str) else replace(text, code="rules.unreadable")


def _problem(code: str, message: str, path: Path) -> Diagnostic:
    return Diagnostic(f"rules.{code}", Severity.ERROR, message, f"{shown(path)}:1:1")
