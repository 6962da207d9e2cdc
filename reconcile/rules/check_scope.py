"""What a check of a rule pack may look at, and how it says what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from reconcile.errors import Diagnostic, Severity
from reconcile.rules.load import Pack
from reconcile.rules.source import Loaded
from reconcile.rules.tree import Path
from reconcile.rules.walk import Places, entries

UnitTest = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a check may look at: the pack, the files in question, whether a name is a unit, every entry of the pack."""

    pack: Pack
    files: tuple[Loaded, ...]
    is_unit: UnitTest
    entries: tuple[tuple[Loaded, Path, Any], ...]
    places: Places = field(default_factory=Places)

    @classmethod
    def of(cls, pack: Pack, is_unit: UnitTest, below: tuple[str, ...]) -> Scope:
        """A scope of the files whose shown path begins with one of `below`."""
        everything = tuple((loaded, path, entry) for loaded in pack.files for path, entry in entries(loaded))
        files = tuple(loaded for loaded in pack.files if loaded.file.shown.startswith(below))
        return cls(pack, files, is_unit, everything)

    def all(self) -> Iterator[tuple[Loaded, Path, Any]]:
        """Every entry of every file in question with its path."""
        return (place for place in self.entries if self.holds(place[0]))

    def holds(self, loaded: Loaded) -> bool:
        """Whether a file is one of those in question."""
        return any(file is loaded for file in self.files)

    def found(
        self, loaded: Loaded, path: Path, code: str, message: str, severity: Severity = Severity.ERROR
    ) -> Diagnostic:
        """A problem at an entry."""
        return Diagnostic(f"rules.{code}", severity, message, self.places.where(loaded, path))


Check = Callable[[Scope], Iterator[Diagnostic]]
