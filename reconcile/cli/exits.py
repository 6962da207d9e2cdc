"""Exit codes, and which of them a run deserves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from reconcile.errors import Diagnostic, Severity
from reconcile.model.finding import Finding, Relation


class Exit(IntEnum):
    """What the command says to the program that called it."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNREAD = 3
    INTERNAL = 4


class FailOn(StrEnum):
    """What makes a report fail: a conflict, a finding of some severity, or nothing."""

    CONFLICT = "conflict"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An exit code with the reason for it in words."""

    code: Exit
    why: str


def outcome(findings: Iterable[Finding], problems: Iterable[Diagnostic], fail_on: FailOn) -> Outcome:
    """What a run comes to: trouble with rules and `sources.yaml` first, then with inputs, then the findings."""
    inputs = input_outcome(problems)
    if inputs.code is not Exit.CLEAN:
        return inputs
    failing = sum(fails(finding, fail_on) for finding in findings)
    if failing:
        noun = "conflict" if fail_on is FailOn.CONFLICT else "finding"
        return Outcome(Exit.FINDINGS, f"{counted(failing, noun)} (--fail-on {fail_on})")
    if fail_on is FailOn.NEVER:
        return Outcome(Exit.CLEAN, "findings never fail (--fail-on never)")
    none = "no conflict" if fail_on is FailOn.CONFLICT else f"no finding at or above {fail_on}"
    return Outcome(Exit.CLEAN, f"{none} (--fail-on {fail_on})")


def input_outcome(problems: Iterable[Diagnostic]) -> Outcome:
    """What the inputs alone come to."""
    errors = [p for p in problems if p.severity is Severity.ERROR]
    rules = sum(p.code.startswith("rules.") for p in errors)
    configuration = sum(p.code.startswith("sources.") for p in errors)
    unread = sum(p.code.startswith("input.") for p in errors)
    if rules:
        return Outcome(Exit.USAGE, f"{counted(rules, 'error')} in rules")
    if configuration:
        return Outcome(Exit.USAGE, f"{counted(configuration, 'error')} in sources.yaml")
    if unread:
        return Outcome(Exit.UNREAD, f"{counted(unread, 'input')} could not be read")
    return Outcome(Exit.CLEAN, "every input was read")


def fails(finding: Finding, fail_on: FailOn) -> bool:
    """Whether a finding is one of those that `fail_on` names."""
    if fail_on is FailOn.NEVER:
        return False
    if fail_on is FailOn.CONFLICT:
        return finding.verdict is Relation.CONFLICT
    return finding.severity.rank >= Severity(fail_on.value).rank


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 conflict", "2 conflicts"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
