"""What people have decided, as reports show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from reconcile.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Decided:
    """A person's word on a finding: the key of the option chosen, the option's words, and who said so, when and why."""

    choice: str
    words: str
    reviewer: str = ""
    day: date | None = None
    reason: str = ""


# By the fingerprint of the finding.
Decisions = Mapping[str, Decided]

NONE: Decisions = MappingProxyType({})


def open_findings(findings: Iterable[Finding], decisions: Decisions) -> tuple[Finding, ...]:
    """The findings on which nobody has decided yet, in their order."""
    return tuple(finding for finding in findings if finding.fingerprint not in decisions)
