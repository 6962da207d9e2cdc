"""Where rule packs lie on disk, and reading them."""

from __future__ import annotations

from pathlib import Path

from reconcile.errors import Diagnostic, RuleError
from reconcile.rules.source import PackFile
from reconcile.sources.files import Fence, error_in, read_optional, shown, walk

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
        raise RuleError((error_in(folder, "rules.missing", "no such rules folder"),))
    below = walk(folder, "rules", Fence.around([folder], follow_links=follow_links), _holds_rules)
    texts = {path: read_optional(path, "rules.unreadable") for path in below.files}
    problems = [*below.problems, *(text for text in texts.values() if isinstance(text, Diagnostic))]
    if not texts and not problems:
        problems.append(error_in(folder, "rules.missing", "no rule files (*.yaml) in this folder"))
    if problems:
        raise RuleError(tuple(problems))
    named = ((path.relative_to(folder).as_posix(), str(text), shown(path)) for path, text in texts.items())
    return tuple(PackFile(*file) for file in named)


def _holds_rules(path: Path) -> bool:
    return path.suffix == ".yaml"
