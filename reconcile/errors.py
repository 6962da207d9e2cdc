"""Trouble, in two kinds that are never mixed.

Misuse of the tool raises a `ReconcileError`. Trouble in a user's file is a value, a `Diagnostic`: it travels
beside the results, so that one bad file never hides the others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic or a finding matters, least first."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Position in the order note < warning < error."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something a person should know about an input or a rule; `where` reads `file:line:column`.

    `detail` is for whoever mends the tool, such as a traceback; no report holds it.
    """

    code: str
    severity: Severity
    message: str
    where: str
    detail: str = field(default="", compare=False, repr=False)

    @property
    def file(self) -> str:
        """The file of `where`, without line and column."""
        return self.where.rsplit(":", 2)[0]

    def __str__(self) -> str:
        """One line, as compilers print it."""
        return f"{self.where}: {self.severity}: {self.message} [{self.code}]"

    def to_dict(self) -> dict[str, object]:
        """The JSON form."""
        return {"code": self.code, "severity": str(self.severity), "message": self.message, "where": self.where}


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Where an offset of a text stands, in code points; both count from 1, and a line ends with a line feed alone."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


class ReconcileError(Exception):
    """Base of everything this package raises on purpose."""


class UsageError(ReconcileError):
    """The caller asked for something that makes no sense."""


class FilesError(ReconcileError):
    """Files without which nothing can be done; carries every problem found, not only the first."""

    def __init__(self, problems: tuple[Diagnostic, ...]) -> None:
        super().__init__("\n".join(str(p) for p in problems))
        self.problems = problems


class RuleError(FilesError):
    """A rule pack cannot be used."""


class ConfigError(FilesError):
    """A configuration cannot be used."""
