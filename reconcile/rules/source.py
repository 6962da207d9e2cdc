"""YAML text to typed entries, with `file:line:column` in every complaint and no complaint hiding another.

Every value is read as text first (see `tree.py`); msgspec then converts to the type the entry declares, decimals
exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

import msgspec

from reconcile.errors import Diagnostic
from reconcile.rules.lexicon import bare, decode_list, item_type, make_list
from reconcile.rules.numbers import DIGITS, find_unsound
from reconcile.rules.tree import Path, Tree

S = TypeVar("S", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a rule pack: its name inside the pack ("metrics/business.yaml"), its text, and where to point to."""

    name: str
    text: str
    shown: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """A parsed rule file: where it came from and its typed content."""

    file: PackFile
    content: msgspec.Struct


def tree_of(file: PackFile) -> Tree:
    """The plain data of a file with the place of every node."""
    return Tree(file.text, file.shown)


def parse(file: PackFile, shape: type[S]) -> tuple[S | None, tuple[Diagnostic, ...]]:
    """Reads a file as `shape`; lists and mappings in it are converted entry by entry, so that each bad one is reported.

    Returns the entries that could be read (None when the file as a whole cannot) and every problem.
    """
    tree = tree_of(file)
    content = typed(tree, shape) if tree.data is not None else None
    return content, tuple(tree.problems)


def typed(tree: Tree, shape: type[S], at: Path = ()) -> S | None:
    """The mapping that stands at `at` in a tree, as `shape`; problems are added to the tree's."""
    data = tree.data
    for step in at:
        data = data[step]
    if not isinstance(data, dict):
        tree.problem("expected a mapping of keys to values", tree.place(at))
        return None
    fields = _keys(shape)
    values: dict[str, Any] = {}
    for key, value in data.items():
        if key not in fields:
            tree.problem(unknown_key(key, fields), tree.place((*at, key)), "unknown-key")
        elif value is not None or fields[key].required:
            # a key with nothing after it says nothing, and so does one whose value cannot be read
            read = _field(tree, (*at, key), value, fields[key].type)
            values |= {fields[key].name: read} if read is not None else {}
    missing = [f.encode_name for f in fields.values() if f.required and f.name not in values]
    for name in (name for name in missing if name not in data):
        tree.problem(f"missing key {name!r}", tree.place(at), "missing-key")
    return None if missing else shape(**values)


@cache
def _keys(shape: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    """The fields of a shape by the keys they have in a file."""
    return {field.encode_name: field for field in msgspec.structs.fields(shape)}


def unknown_key(key: str, known: Iterable[str]) -> str:
    """The complaint about a key nobody knows, with the nearest known one."""
    near = nearest(key, known)
    hint = f"; did you mean {near!r}?" if near else f"; known keys: {', '.join(sorted(known))}"
    return f"unknown key {key!r}{hint}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` is most likely a slip for, if any is near."""
    found = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return found[0] if found else None


def _field(tree: Tree, path: Path, data: Any, kind: Any) -> Any:
    kind = bare(kind)
    args = get_args(kind)
    item = item_type(kind)
    if item is not None and isinstance(data, list):
        read = (_convert(tree, (*path, i), word, item) for i, word in enumerate(data))
        return make_list(kind, (word for word in read if word is not None))
    if get_origin(kind) is tuple and isinstance(data, list) and len(args) == 2 and args[1] is Ellipsis:
        items = (_convert(tree, (*path, i), item, args[0]) for i, item in enumerate(data))
        return tuple(item for item in items if item is not None)
    if get_origin(kind) is dict and isinstance(data, dict) and args[0] is str:
        pairs = ((key, _convert(tree, (*path, key), item, args[1])) for key, item in data.items())
        return {key: item for key, item in pairs if item is not None}
    return _convert(tree, path, data, kind)


def _convert(tree: Tree, path: Path, data: Any, kind: Any) -> Any:
    if kind is str and isinstance(data, str):
        return data
    try:
        read = msgspec.convert(data, kind, strict=False, dec_hook=decode_list)
    except msgspec.ValidationError as error:
        message, inner, code = explain(str(error), kind)
        tree.problem(message, tree.place(path + inner), code)
        return None
    unsound = find_unsound(read) if tree.may_hold_unsound else None
    if unsound is not None:
        message = f"not a number that can be reckoned with: it is finite, and of fewer than {DIGITS} digits"
        tree.problem(message, tree.place(path + unsound))
        return None
    return read


_AT = re.compile(r" - at `(?:key in )?\$([^`]*)`$")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]|\[\.\.\.\]")
_UNKNOWN = re.compile(r"Object contains unknown field `([^`]+)`")
_MISSING = re.compile(r"Object missing required field `([^`]+)`")
_CHOICE = re.compile(r"Invalid enum value '?(.*?)'?$")
_PLAIN_WORDS = (
    ("`object`", "a mapping"),
    ("`array`", "a list"),
    ("`str`", "a word"),
    ("`int`", "a whole number"),
    ("`bool`", "true or false"),
    ("`decimal`", "a number"),
    ("`null`", "nothing"),
    ("Invalid decimal string", "not a number"),
    ("Invalid RFC3339 encoded date", "not a date; write it as 2024-01-31"),
)


def explain(text: str, kind: Any) -> tuple[str, Path, str]:
    """The message in a rule author's words, the path from where conversion began to the value, and a code."""
    inner: list[str | int] = []
    while found := _AT.search(text):
        # a list inside an entry gives the place in it first, then its own
        text = text[: found.start()]
        inner.extend(name or int(index or 0) for name, index in _STEP.findall(found.group(1)))
    unknown = _UNKNOWN.search(text)
    if unknown:
        key = unknown.group(1)
        shape = _shape_at(kind, inner)
        known = [f.encode_name for f in msgspec.structs.fields(shape)] if shape is not None else []
        return unknown_key(key, known), (*inner, key), "unknown-key"
    missing = _MISSING.search(text)
    if missing:
        return f"missing key {missing.group(1)!r}", tuple(inner), "missing-key"
    choice = _CHOICE.match(text)
    if choice:
        return _unknown_choice(choice.group(1), _kind_at(kind, inner)), tuple(inner), "invalid"
    for theirs, ours in _PLAIN_WORDS:
        text = text.replace(theirs, ours)
    return text[0].lower() + text[1:], tuple(inner), "invalid"


def _shape_at(kind: Any, path: list[str | int]) -> type[msgspec.Struct] | None:
    """The struct type reached from `kind` along `path`."""
    kind = _kind_at(kind, path)
    return next((k for k in (kind, *get_args(kind)) if _is_struct(k)), None)


def _kind_at(kind: Any, path: list[str | int]) -> Any:
    for step in path:
        kind = _step(bare(kind), step)
    return bare(kind)


def _unknown_choice(word: str, kind: Any) -> str:
    """The complaint about a word that is none of a closed set."""
    known: list[str] = []
    for option in (kind, *get_args(kind)):
        if isinstance(option, type) and issubclass(option, Enum):
            known.extend(str(member.value) for member in option)
        elif get_origin(kind) is Literal or get_origin(option) is Literal:
            known.extend(str(value) for value in get_args(option) or (option,) if value is not Literal)
    near = nearest(word, known)
    return f"{word!r} is not one of: {', '.join(dict.fromkeys(known))}" + (f"; did you mean {near!r}?" if near else "")


def _step(kind: Any, step: str | int) -> Any:
    if (item := item_type(kind)) is not None:
        return item
    for option in (kind, *get_args(kind)):
        if _is_struct(option):
            return next((f.type for f in msgspec.structs.fields(option) if f.encode_name == step), None)
        if get_origin(option) is dict:
            return get_args(option)[-1]
        if get_origin(option) is tuple:
            return get_args(option)[0]
    args = get_args(kind)
    if not args:
        return None
    return args[-1] if get_origin(kind) is dict else args[0]


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
