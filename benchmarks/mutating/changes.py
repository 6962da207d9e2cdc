"""The small changes that a module of code admits, each with a name that outlives edits elsewhere in the file.

Constants are halved and doubled, conditions turned or dropped, comparisons nudged, neighbouring rows swapped.
"""

from __future__ import annotations

import ast
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

NUDGED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
# Parts of a node that say nothing of what the code does.
_SILENT = frozenset({"annotation", "returns", "decorator_list", "bases", "type_comment"})
# A number in a text, as `Decimal` takes it; digits that count as digits begin with 0.
_NUMBER = re.compile(r"[1-9]\d*(\.\d+)?|0\.\d*[1-9]\d*")
# Longest piece of code shown of a change, in characters.
_SHOWN_CHARACTERS = 90

_ROWS = (ast.Call, ast.Tuple, ast.Name, ast.Attribute, ast.Lambda)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: where it stands, what it is; `number` counts equal changes of one scope from 0."""

    file: str
    line: int
    last: int
    scope: str
    kind: str
    before: str
    after: str
    number: int

    @property
    def name(self) -> str:
        """What names the change whatever else is edited: it holds no line."""
        return f"{self.file} {self.scope} {self.kind}: {self.before} -> {self.after} #{self.number}"

    def rank(self, seed: int) -> str:
        """Where the change stands in the fixed order of a seed."""
        return hashlib.sha256(f"{seed} {self.name}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Change:
    node: ast.AST
    scope: str
    kind: str
    after: ast.AST
    make: Callable[[], None]


def list_mutants(root: Path, path: Path) -> list[Mutant]:
    """Every change that a file admits, in the order of its text."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [mutant for mutant, _ in _named(tree, path.relative_to(root).as_posix())]


def mutate(root: Path, mutant: Mutant) -> ast.Module:
    """The syntax of the mutant's file with the change made."""
    tree = ast.parse((root / mutant.file).read_text(encoding="utf-8"))
    change = next(change for other, change in _named(tree, mutant.file) if other.name == mutant.name)
    change.make()
    return ast.fix_missing_locations(tree)


def _named(tree: ast.Module, file: str) -> Iterator[tuple[Mutant, _Change]]:
    alike: Counter[tuple[str, ...]] = Counter()
    for change in _changes(tree):
        node = getattr(change.node, "test", change.node)
        key = (change.scope, change.kind, _shown(node), _shown(getattr(change.after, "test", change.after)))
        yield Mutant(file, node.lineno, node.end_lineno, *key, alike[key]), change
        alike[key] += 1


def _shown(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    # the end tells apart what begins alike
    half = _SHOWN_CHARACTERS // 2
    return text if len(text) <= _SHOWN_CHARACTERS else f"{text[:half]} .. {text[-half:]}"


def _changes(tree: ast.Module) -> Iterator[_Change]:
    for node, scope, put in _places(tree, "", lambda _: None):
        for kind, after in _replacements(node, scope):
            yield _Change(node, scope or "(module)", kind, after, lambda put=put, new=after: put(new))


def _places(
    node: ast.AST, scope: str, put: Callable[[ast.AST], None]
) -> Iterator[tuple[ast.AST, str, Callable[[ast.AST], None]]]:
    """Each node that may be changed, the names of the functions and classes around it, and what puts another there."""
    yield node, scope, put
    if isinstance(node, ast.JoinedStr) or _is_guard(node) or _is_type(node):
        return
    inner = f"{scope}.{node.name}".strip(".") if hasattr(node, "name") and hasattr(node, "body") else scope
    for field, value in ast.iter_fields(node):
        if field in _SILENT:
            continue
        if isinstance(value, ast.AST):
            yield from _places(value, inner, lambda new, field=field: setattr(node, field, new))
        elif isinstance(value, list):
            for index, child in enumerate(value):
                if isinstance(child, ast.AST):
                    yield from _places(child, inner, lambda new, at=index, row=value: row.__setitem__(at, new))


def _is_type(node: ast.AST) -> bool:
    return isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Callable"


def _is_guard(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "__name__ == '__main__'")


def _replacements(node: ast.AST, scope: str) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(node, ast.Constant):
        yield from _other_numbers(node)
    elif isinstance(node, ast.BoolOp):
        yield from _other_conditions(node)
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield "nudged", ast.copy_location(ast.Compare(node.left, [NUDGED[type(node.ops[0])]()], node.comparators), node)
    elif isinstance(node, ast.If | ast.IfExp):
        turned = ast.copy_location(ast.UnaryOp(ast.Not(), node.test), node.test)
        yield "turned", _with(node, test=turned)
    elif isinstance(node, ast.Tuple | ast.List) and not scope and isinstance(node.ctx, ast.Load):
        yield from _other_orders(node)


def _with(node: ast.AST, **fields: object) -> ast.AST:
    return ast.copy_location(type(node)(**{**dict(ast.iter_fields(node)), **fields}), node)


def _other_numbers(node: ast.Constant) -> Iterator[tuple[str, ast.AST]]:
    value = node.value
    if isinstance(value, int) and not isinstance(value, bool) and value:
        yield "halved", _with(node, value=value // 2)
        yield "doubled", _with(node, value=value * 2)
    elif isinstance(value, str) and _NUMBER.fullmatch(value):
        exact = Decimal(value)
        yield "halved", _with(node, value=str(exact / 2))
        yield "doubled", _with(node, value=str(exact * 2))


def _other_conditions(node: ast.BoolOp) -> Iterator[tuple[str, ast.AST]]:
    for index in range(len(node.values)):
        rest = [value for at, value in enumerate(node.values) if at != index]
        yield "dropped", _with(node, values=rest) if len(rest) > 1 else rest[0]
    if isinstance(node.op, ast.Or) and len(node.values) > 2 and all(isinstance(v, ast.Call) for v in node.values):
        yield from _swapped(node, "values")


def _other_orders(node: ast.Tuple | ast.List) -> Iterator[tuple[str, ast.AST]]:
    if all(isinstance(row, _ROWS) for row in node.elts):
        yield from _swapped(node, "elts")


def _swapped(node: ast.AST, field: str) -> Iterator[tuple[str, ast.AST]]:
    rows = getattr(node, field)
    for index in range(len(rows) - 1):
        other = [*rows[:index], rows[index + 1], rows[index], *rows[index + 2 :]]
        yield "swapped", _with(node, **{field: other})
