"""The entries of rule files: each with its path and place, what a check may look at, and one rule in full."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec

from reconcile.errors import Diagnostic, Severity
from reconcile.rules.lexicon import walk
from reconcile.rules.load import Pack
from reconcile.rules.source import Loaded
from reconcile.rules.tree import Path

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Placed(Generic[T_co]):
    """An entry of a rule file and the way to it; `steps` lead on from there to what stands in it."""

    loaded: Loaded
    path: Path
    entry: T_co

    def where(self, *steps: str | int) -> str:
        """`file:line:column`."""
        return self.loaded.tree.where((*self.path, *steps))

    def error(self, code: str, message: str, *steps: str | int) -> Diagnostic:
        """A problem that makes the pack unfit."""
        return Diagnostic(f"rules.{code}", Severity.ERROR, message, self.where(*steps))

    def warning(self, code: str, message: str, *steps: str | int) -> Diagnostic:
        """A problem that the pack can live with."""
        return Diagnostic(f"rules.{code}", Severity.WARNING, message, self.where(*steps))


def entries(loaded: Loaded) -> Iterator[Placed[msgspec.Struct]]:
    """The file itself under the empty path, then each entry below it, in the order of the text."""
    return (Placed(loaded, path, item) for path, item in walk(loaded.content) if isinstance(item, msgspec.Struct))


UnitTest = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a check may look at: the pack, every entry of it, the files in question, whether a name is a unit."""

    pack: Pack
    everything: tuple[Placed[Any], ...]
    below: tuple[str, ...]
    is_unit: UnitTest

    @classmethod
    def of(cls, pack: Pack, is_unit: UnitTest, below: tuple[str, ...]) -> Scope:
        """A scope of the files whose shown path begins with one of `below`."""
        return cls(pack, tuple(placed for loaded in pack.files for placed in entries(loaded)), below, is_unit)

    def entries(self, kind: type[T]) -> Iterator[Placed[T]]:
        """Every entry of a kind in the files in question."""
        return (placed for placed in self.everything if isinstance(placed.entry, kind) and self.holds(placed))

    def holds(self, placed: Placed[Any]) -> bool:
        """Whether an entry stands in one of the files in question."""
        return placed.loaded.file.shown.startswith(self.below)

    def live(self, kind: type[T]) -> tuple[Placed[T], ...]:
        """Every entry of a kind with an id, in any file; of two with one id the later replaces the earlier."""
        every = [placed for placed in self.everything if isinstance(placed.entry, kind)]
        last = {placed.entry.id: placed for placed in every}
        return tuple(placed for placed in every if last[placed.entry.id] is placed)


Check = Callable[[Scope], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as listed: its id, what it is called, where it stands, and its YAML text."""

    id: str
    label: str
    where: str
    text: str


def rules(pack: Pack) -> tuple[Rule, ...]:
    """Every entry with an id or a code, and every lexicon under its path ("lexicon/en/scales"), by file and line."""
    return tuple(rule for loaded in pack.files for rule in _of_file(loaded))


def find_rules(pack: Pack, name: str) -> tuple[Rule, ...]:
    """The rules whose id is `name`; several when an entity and a metric, say, share it.

    A trail names a rule with its kind before it: "metric.units-sold" is the rule "units-sold".
    """
    listed = rules(pack)
    own = name.partition(".")[2]
    return tuple(rule for rule in listed if rule.id == name) or tuple(rule for rule in listed if rule.id == own)


def _of_file(loaded: Loaded) -> list[Rule]:
    named = [_rule(placed, name) for placed in entries(loaded) if (name := _name(placed.entry))]
    return named or [_rule(Placed(loaded, (), loaded.content), loaded.file.name.removesuffix(".yaml"))]


def _rule(placed: Placed[msgspec.Struct], name: str) -> Rule:
    label = next((getattr(placed.entry, key) for key in ("label", "name", "title") if hasattr(placed.entry, key)), "")
    return Rule(name, str(label), placed.where(), excerpt(placed))


def _name(entry: msgspec.Struct) -> str | None:
    name = getattr(entry, "id", None) or getattr(entry, "code", None)
    return name if isinstance(name, str) else None


def excerpt(placed: Placed[Any]) -> str:
    """The lines of an entry, up to the line where what follows it begins, without the comments before that."""
    text, tree = placed.loaded.file.text, placed.loaded.tree
    if not placed.path:
        return text.rstrip()
    first, after = tree.place(placed.path)[0], tree.place_after(placed.path)
    block = text.splitlines()[first - 1 : max(after[0] - 1, first) if after else None]
    while block and (not block[-1].strip() or block[-1].lstrip().startswith("#")):
        block.pop()
    return "\n".join(block)
