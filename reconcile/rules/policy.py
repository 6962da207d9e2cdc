"""Policy: which findings there are and how severe each is (`policy.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from reconcile.errors import Severity


class FindingRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of finding: a stable code, its title, its base severity, and what it means in a sentence."""

    code: str
    title: str
    severity: Severity
    help: str


class PolicyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `policy.yaml`.

    `tolerance` is relative and for all metrics that state none. `overlap` is the least share of weighted content
    words that two open metrics must have in common to be compared.
    """

    findings: tuple[FindingRule, ...] = ()
    tolerance: Decimal | None = None
    overlap: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """Compiled policy."""

    findings: dict[str, FindingRule]
    tolerance: Decimal
    overlap: Decimal


def compile_policy(files: Iterable[PolicyFile]) -> Policy:
    """All policy files as one; a later file wins."""
    tolerance, overlap = Decimal(0), Decimal("0.5")
    findings: dict[str, FindingRule] = {}
    for file in files:
        findings.update({rule.code: rule for rule in file.findings})
        tolerance = tolerance if file.tolerance is None else file.tolerance
        overlap = overlap if file.overlap is None else file.overlap
    return Policy(findings, tolerance, overlap)
