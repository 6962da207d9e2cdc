"""What rules there are, and one rule in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from reconcile.rules.load import Pack
from reconcile.rules.source import Loaded
from reconcile.rules.tree import Path, Tree
from reconcile.rules.walk import Places, entries


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
