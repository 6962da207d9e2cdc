"""Two reports held against each other: what appeared, what vanished, what changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from reconcile.report.diff.items import Item, Report


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of items of one sort; `changed` pairs the old with the new."""

    appeared: tuple[Item, ...]
    vanished: tuple[Item, ...]
    changed: tuple[tuple[Item, Item], ...]

    @property
    def none(self) -> bool:
        """Whether nothing happened."""
        return not (self.appeared or self.vanished or self.changed)


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two reports; texts and rules say where it may come from."""

    claims: Changes
    findings: Changes
    facts: Changes
    texts: tuple[str, ...]
    rules: bool

    @property
    def none(self) -> bool:
        """Whether the two say the same."""
        return self.claims.none and self.findings.none and self.facts.none


def compare(old: Report, new: Report) -> Difference:
    """The difference of two reports, each list in the order of its report."""
    names = sorted(old.texts.keys() | new.texts.keys())
    return Difference(
        changes(old.claims, new.claims),
        changes(old.findings, new.findings),
        changes(old.facts, new.facts),
        tuple(_text(name, old, new) for name in names if old.texts.get(name) != new.texts.get(name)),
        old.rules != new.rules,
    )


def changes(old: Iterable[Item], new: Iterable[Item]) -> Changes:
    """Equal items are one item; of the rest those are one that alone on either side are about the same."""
    same, left, right = _paired(tuple(old), tuple(new), lambda item: item.exact, alone=False)
    alike, vanished, appeared = _paired(left, right, lambda item: item.key, alone=True)
    changed = tuple((a, b) for a, b in (*same, *alike) if (a.words, a.state) != (b.words, b.state))
    return Changes(appeared, vanished, changed)


def _paired(
    old: tuple[Item, ...], new: tuple[Item, ...], by: Callable[[Item], Hashable], *, alone: bool
) -> tuple[list[tuple[Item, Item]], tuple[Item, ...], tuple[Item, ...]]:
    """Pairs in the order of `old`, then what is left on either side; `alone` pairs only what has no double."""
    before, after = _places(old, by), _places(new, by)
    pairs: list[tuple[int, int]] = []
    for key, places in before.items():
        others = after.get(key, [])
        if not alone or len(places) == len(others) == 1:
            pairs += zip(places, others, strict=False)
    taken_old, taken_new = {a for a, _ in pairs}, {b for _, b in pairs}
    return (
        [(old[a], new[b]) for a, b in pairs],
        tuple(item for n, item in enumerate(old) if n not in taken_old),
        tuple(item for n, item in enumerate(new) if n not in taken_new),
    )


def _places(items: Iterable[Item], by: Callable[[Item], Hashable]) -> dict[Hashable, list[int]]:
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for n, item in enumerate(items):
        found[by(item)].append(n)
    return found


def _text(name: str, old: Report, new: Report) -> str:
    if name not in old.texts:
        return f"{name} is new"
    return f"{name} is gone" if name not in new.texts else f"{name} was edited"
