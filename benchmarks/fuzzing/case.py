"""One round: what was changed, what was run, what came of it, and what of it breaks a law."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fuzzing.base import Base, read_report
from fuzzing.process import Outcome

_PLACE = re.compile(r"^(?:reconcile: )?(.+?):\d+:\d+: (?:error|warning|note): ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """A round that was run: the `path` that was changed (from the folder), its bytes before and after."""

    base: Base
    folder: Path
    args: tuple[str, ...]
    path: Path
    before: bytes
    after: bytes
    outcome: Outcome

    @property
    def text(self) -> str | None:
        """The changed file as text; None where it is not UTF-8."""
        try:
            return self.after.decode("utf-8")
        except UnicodeDecodeError:
            return None

    @property
    def odd_name(self) -> str | None:
        """The name of the changed file where the base has no such file."""
        return None if (self.base.folder / self.path).exists() else self.path.name

    @property
    def report(self) -> Mapping[str, Any] | None:
        """The report of the run, where it wrote one."""
        return read_report(self.folder)

    def named(self, name: str | None = None, severity: str = "") -> int:
        """How many diagnostics name a file, by default the one that was changed."""
        wanted = name or self.path.name
        return sum(
            Path(where).name == wanted and f": {severity}" in line
            for line in (*self.outcome.err.splitlines(), *self.outcome.out.splitlines())
            for where in _PLACE.findall(line)
        )


Law = Callable[[Case], Iterator[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Failure:
    """A law that a round broke: its kind, what exactly, and a signature by which the same failure is known again."""

    kind: str
    words: str
    signature: str


def failures(case: Case, laws: tuple[Law, ...]) -> list[Failure]:
    """Everything in which a round breaks the laws."""
    return [Failure(kind, words, _signature(kind, words)) for law in laws for kind, words in law(case)]


def _signature(kind: str, words: str) -> str:
    if kind == "traceback":
        # the line it came from and the type of the exception; the message holds what was put in
        return f"{kind}: {words.partition(': ')[0]}"
    return f"{kind}: {re.sub(r'[0-9]+|[“‘].*?[”’]', '#', words)[:160]}"
