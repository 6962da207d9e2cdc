"""YAML text to typed entries, with `file:line:column` in every complaint and no complaint hiding another.

Every value is read as text first (YAML 1.1 would turn "no" into false and 1e6 into a float); msgspec then converts
to the type the entry declares, decimals exactly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar, get_args, get_origin

import msgspec
import yaml

from reconcile.errors import Diagnostic, Severity

S = TypeVar("S", bound=msgspec.Struct)

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a rule pack: its name inside the pack ("metrics/business.yaml"), its text, and where to point to."""

    name: str
    text: str
    shown: str


class _Tree:
    """Plain data of a YAML document with the place of every node."""

    def __init__(self, file: PackFile) -> None:
        self.file = file
        self.problems: list[Diagnostic] = []
        self.places: dict[Path, tuple[int, int]] = {}
        self.data: Any = None
        try:
            root = yaml.compose(file.text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            self.problem(f"not readable as YAML: {error.problem or error}", place)
            return
        except yaml.YAMLError as error:
            self.problem(f"not readable as YAML: {error}", (1, 1))
            return
        self.data = {} if root is None else self._plain(root, ())

    def problem(self, message: str, place: tuple[int, int], code: str = "rules.invalid") -> None:
        where = f"{self.file.shown}:{place[0]}:{place[1]}"
        self.problems.append(Diagnostic(code, Severity.ERROR, message, where))

    def place(self, path: Path) -> tuple[int, int]:
        """The place of a node, or of the nearest node above it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def _plain(self, node: yaml.Node, path: Path) -> Any:
        self.places.setdefault(path, (node.start_mark.line + 1, node.start_mark.column + 1))
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(item, (*path, i)) for i, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        bare = isinstance(node, yaml.ScalarNode) and node.style is None
        return None if bare and node.value in ("", "null", "~") else node.value

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            at = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            if key in out:
                self.problem(f"the key {key!r} stands twice", at, "rules.duplicate-key")
                continue
            self.places[(*path, key)] = at
            out[key] = self._plain(value_node, (*path, key))
        return out


def parse(file: PackFile, shape: type[S]) -> tuple[S | None, tuple[Diagnostic, ...]]:
    """Reads a file as `shape`; lists in it are converted entry by entry, so that each bad entry is reported.

    Returns the entries that could be read (None when the file as a whole cannot) and every problem.
    """
    tree = _Tree(file)
    if tree.problems and tree.data is None:
        return None, tuple(tree.problems)
    if not isinstance(tree.data, dict):
        tree.problem("a rule file is a mapping of keys to values", (1, 1))
        return None, tuple(tree.problems)
    fields = {f.encode_name: f for f in msgspec.structs.fields(shape)}
    values: dict[str, Any] = {}
    for key, data in tree.data.items():
        if key not in fields:
            tree.problem(unknown_key(key, fields), tree.place((key,)), "rules.unknown-key")
        else:
            values[fields[key].name] = _field(tree, (key,), data, fields[key].type)
    missing = [f.encode_name for f in fields.values() if f.required and f.name not in values]
    if missing:
        tree.problem(f"missing key {missing[0]!r}", (1, 1))
        return None, tuple(tree.problems)
    return shape(**values), tuple(tree.problems)


def unknown_key(key: str, known: Any) -> str:
    """The complaint about a key nobody knows, with the nearest known one."""
    near = get_close_matches(key, list(known), n=1, cutoff=0.6)
    hint = f"; did you mean {near[0]!r}?" if near else f"; known keys: {', '.join(sorted(known))}"
    return f"unknown key {key!r}{hint}"


def _field(tree: _Tree, path: Path, data: Any, kind: Any) -> Any:
    args = get_args(kind)
    if get_origin(kind) is tuple and isinstance(data, list) and args:
        items = (_convert(tree, (*path, i), item, args[0]) for i, item in enumerate(data))
        return tuple(item for item in items if item is not None)
    return _convert(tree, path, data, kind)


def _convert(tree: _Tree, path: Path, data: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(data, kind, strict=False)
    except msgspec.ValidationError as error:
        message, inner = _explain(str(error), kind)
        tree.problem(message, tree.place(path + inner))
        return None


_AT = re.compile(r" - at `(?:key in )?\$(.*?)`$")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]|\[\.\.\.\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(.+?)`")


def _explain(text: str, kind: Any) -> tuple[str, Path]:
    found = _AT.search(text)
    inner: list[str | int] = []
    if found:
        text = text[: found.start()]
        for name, index in _STEP.findall(found.group(1)):
            inner.append(name or int(index or 0))
    unknown = _UNKNOWN.search(text)
    if unknown:
        key = unknown.group(1)
        shape = _shape_at(kind, inner)
        known = [f.encode_name for f in msgspec.structs.fields(shape)] if shape is not None else []
        return unknown_key(key, known), (*inner, key)
    return text[0].lower() + text[1:], tuple(inner)


def _shape_at(kind: Any, path: list[str | int]) -> type[msgspec.Struct] | None:
    """The struct type reached from `kind` along `path`."""
    for step in path:
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            kind = next((f.type for f in msgspec.structs.fields(kind) if f.encode_name == step), None)
        elif get_args(kind):
            kind = get_args(kind)[-1] if get_origin(kind) is dict else get_args(kind)[0]
    for option in (kind, *get_args(kind)):
        if isinstance(option, type) and issubclass(option, msgspec.Struct):
            return option
    return None
