"""The entries of rule files: each with its path and place, what a check may look at, and one rule in full."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from reconcile.errors import Diagnostic, Severity
from reconcile.rules.lexicon import items_of
from reconcile.rules.load import Pack
from reconcile.rules.source import Loaded, tree_of
from reconcile.rules.tree import Path, Tree


def entries(loaded: Loaded) -> Iterator[tuple[Path, msgspec.Struct]]:
    """The file itself under the empty path, then each entry below it, in the order of the text."""
    yield from _below((), loaded.content)


def _below(path: Path, value: Any) -> Iterator[tuple[Path, msgspec.Struct]]:
    if isinstance(value, msgspec.Struct):
        yield path, value
        shape = type(value)
        for name, key in zip(shape.__struct_fields__, shape.__struct_encode_fields__, strict=True):
            below = getattr(value, name)
            if not isinstance(below, str):
                yield from _below((*path, key), below)
    elif (items := items_of(value)) is not None:
        for i, item in enumerate(items):
            yield from _below((*path, i), item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _below((*path, str(key)), item)


class Places:
    """Where entries stand; a file is read again the first time one of its places is asked for."""

    def __init__(self) -> None:
        self._trees: dict[str, Tree] = {}

    def where(self, loaded: Loaded, path: Path) -> str:
        """`file:line:column` of an entry."""
        line, column = self.tree(loaded).place(path)
        return f"{loaded.file.shown}:{line}:{column}"

    def tree(self, loaded: Loaded) -> Tree:
        """The text of a file as a tree."""
        tree = self._trees.get(loaded.file.shown)
        if tree is None:
            tree = self._trees[loaded.file.shown] = tree_of(loaded.file)
        return tree


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


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as listed: its id, what it is called, where it stands, how many examples it has, and its YAML text."""

    id: str
    label: str
    where: str
    examples: int
    text: str


def rules(pack: Pack) -> tuple[Rule, ...]:
    """Every entry with an id or a code, and every lexicon under its path ("lexicon/en/scales"), by file and line."""
    places = Places()
    return tuple(rule for loaded in pack.files for rule in _of_file(loaded, places))


def find_rules(pack: Pack, name: str) -> tuple[Rule, ...]:
    """The rules whose id is `name`; several when an entity and a metric, say, share it.

    A trail names a rule with its kind before it: "metric.units-sold" is the rule "units-sold".
    """
    found = rules(pack)
    own = name.partition(".")[2]
    return tuple(rule for rule in found if rule.id == name) or tuple(rule for rule in found if rule.id == own)


def _of_file(loaded: Loaded, places: Places) -> Iterator[Rule]:
    tree = places.tree(loaded)
    named = [(path, entry) for path, entry in entries(loaded) if _name(entry)]
    if not named:
        yield _rule(loaded, (), loaded.file.name.removesuffix(".yaml"), places, tree)
    for path, entry in named:
        yield _rule(loaded, path, _name(entry) or "", places, tree, entry)


def _rule(
    loaded: Loaded, path: Path, name: str, places: Places, tree: Tree, entry: msgspec.Struct | None = None
) -> Rule:
    owner = loaded.content if entry is None else entry
    label = next((getattr(owner, key) for key in ("label", "name", "title") if hasattr(owner, key)), "")
    examples = len(getattr(owner, "examples", ()))
    return Rule(name, str(label), places.where(loaded, path), examples, excerpt(loaded.file.text, tree, path))


def _name(entry: msgspec.Struct) -> str | None:
    name = getattr(entry, "id", None) or getattr(entry, "code", None)
    return name if isinstance(name, str) else None


def excerpt(text: str, tree: Tree, path: Path) -> str:
    """The lines of an entry, up to the line where the next entry begins."""
    lines = text.splitlines()
    if not path:
        return text.rstrip()
    first = tree.place(path)[0]
    # a last entry ends where the key after its list begins
    following = (*path[:-1], path[-1] + 1) if isinstance(path[-1], int) else path
    later = [place[0] for p, place in tree.places.items() if place[0] > first and p[: len(path)] != path]
    end = tree.places[following][0] if following in tree.places else min(later, default=len(lines) + 1)
    block = lines[first - 1 : max(end - 1, first)]
    while block and (not block[-1].strip() or block[-1].lstrip().startswith("#")):
        block.pop()
    return "\n".join(block)
