"""The ledger on disk: a folder of small YAML files, one a decision, made to be read in a diff and written by hand.

None is ever half-written: whoever is killed at any moment leaves the old file or the new one. Files that begin with a
dot are none of its own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import msgspec

from reconcile.errors import Diagnostic, Severity
from reconcile.guard import guard_text
from reconcile.model.decision import Basis, Decision, Judgement
from reconcile.rules.source import PackFile, typed
from reconcile.rules.tree import Tree
from reconcile.rules.yaml_text import block
from reconcile.sources.decode import BOM, decode
from reconcile.sources.files import Fence, shown, walk
from reconcile.writing import write_atomically

_SLUG = re.compile(r"[^0-9a-z]+")


class ClaimEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A claim that a decision rests on; the fields are those of `model.decision.Basis`."""

    source: str
    quote: str
    value: str
    kind: str
    rule: str
    key: str
    digest: str
    passage: str
    period: str | None = None
    published: date | None = None
    side: int = 0
    right: bool | None = None


class DecisionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The shape of a file of the ledger; only `finding`, `verdict`, `reason`, `by` and `on` must be written by hand."""

    finding: str
    verdict: Judgement
    reason: str
    by: str
    on: date
    code: str = ""
    about: str = ""
    keeps: str | None = None
    recheck: date | None = None
    rules: dict[str, str] = {}
    claims: tuple[ClaimEntry, ...] = ()


def read_decision(file: PackFile) -> tuple[Decision | None, tuple[Diagnostic, ...]]:
    """The decision of a file, or None with everything that is wrong with it, by line and column."""
    tree = Tree(file.text, file.shown, "ledger")
    content = typed(tree, DecisionFile) if tree.data is not None else None
    if content is not None:
        for name in ("finding", "reason", "by"):
            if not getattr(content, name).strip():
                tree.problem(f"{name!r} is empty; a decision needs it", tree.place((name,)))
    if content is None or tree.problems:
        return None, tuple(tree.problems)
    claims = tuple(Basis(**msgspec.structs.asdict(entry)) for entry in content.claims)
    line, column = tree.place(("finding",))
    fields = {**msgspec.structs.asdict(content), "claims": claims, "where": f"{file.shown}:{line}:{column}"}
    return Decision(**fields), ()


# The keys of a decision and of a claim it rests on, in the order in which a file has them.
_KEYS = ("finding", "code", "about", "verdict", "keeps", "reason", "by", "on", "recheck")
_CLAIM_KEYS = (
    "source", "quote", "value", "period", "published", "side", "right", "kind", "rule", "key", "digest", "passage",
)  # fmt: skip


def decision_text(decision: Decision) -> str:
    """The file of a decision; what is not known is left out."""
    claims = [
        {key: getattr(basis, key) for key in _CLAIM_KEYS if key != "side" or basis.side} for basis in decision.claims
    ]
    rules = dict(sorted(decision.rules.items()))
    head = {key: getattr(decision, key) or None for key in _KEYS}
    return block({**head, "rules": rules or None, "claims": claims or None})


def file_name(decision: Decision) -> str:
    """Of the finding and the reviewer, so that two people who decide one finding write two files."""
    slug = _SLUG.sub("-", decision.by.lower()).strip("-")[:24]
    own = hashlib.sha256(decision.by.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    finding = _SLUG.sub("-", decision.finding.lower()).strip("-")[:40]
    return "-".join(part for part in (finding, slug, own) if part) + ".yaml"


FOLDER = "decisions"
# The code of a fault in reading or using one decision.
FAILED = "ledger.failed"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The decisions of one or more folders, and what is wrong with their files; written to the first folder."""

    folder: Path
    decisions: tuple[Decision, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def default_folders(paths: Iterable[str]) -> tuple[Path, ...]:
    """Where decisions on articles lie unless somebody says otherwise: `decisions/` in the folder of each path."""
    folders = (Path(path) for path in paths if path != "-")
    ledgers = dict.fromkeys((folder if folder.is_dir() else folder.parent) / FOLDER for folder in folders)
    return tuple(ledgers) or (Path(FOLDER),)


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
        decision, trouble = _read(path)
        problems.extend(trouble)
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
