"""A decision as a YAML file: made to be read in a diff and written by hand, one file a decision, keys in one order."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date

import msgspec

from reconcile.errors import Diagnostic
from reconcile.model.decision import Basis, Decision, Judgement
from reconcile.rules.source import PackFile, typed
from reconcile.rules.tree import Tree
from reconcile.rules.yaml_text import block

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


def decision_text(decision: Decision) -> str:
    """The file of a decision; what is not known is left out."""
    return block(
        {
            "finding": decision.finding,
            "code": decision.code or None,
            "about": decision.about or None,
            "verdict": decision.verdict,
            "keeps": decision.keeps,
            "reason": decision.reason,
            "by": decision.by,
            "on": decision.on,
            "recheck": decision.recheck,
            "rules": dict(sorted(decision.rules.items())) or None,
            "claims": [dict(_basis(basis)) for basis in decision.claims] or None,
        }
    )


def _basis(basis: Basis) -> Iterator[tuple[str, object]]:
    for name in (
        "source", "quote", "value", "period", "published", "side", "right", "kind", "rule", "key", "digest", "passage"
    ):  # fmt: skip
        value = getattr(basis, name)
        if not (name == "side" and value == 0):
            yield name, value


def file_name(decision: Decision) -> str:
    """Of the finding and the reviewer, so that two people who decide one finding write two files."""
    slug = _SLUG.sub("-", decision.by.lower()).strip("-")[:24]
    own = hashlib.sha256(decision.by.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    finding = _SLUG.sub("-", decision.finding.lower()).strip("-")[:40]
    return "-".join(part for part in (finding, slug, own) if part) + ".yaml"
