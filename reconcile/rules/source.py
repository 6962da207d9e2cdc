"""YAML text to typed entries, with `file:line:column` in every complaint and no complaint hiding another.

Every value is read as text first (see `tree.py`); msgspec then converts to the type the entry declares, decimals
exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from functools import cache, cached_property, reduce
from itertools import chain
from operator import getitem
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec

from reconcile.errors import Diagnostic
from reconcile.rules.lexicon import bare, decode_list, item_type, make_list, walk
from reconcile.rules.tree import DIGITS, Path, Tree

S = TypeVar("S", bound=msgspec.Struct)
K = TypeVar("K", bound=str | int)


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a rule pack: its name inside the pack ("metrics/business.yaml"), its text, and where to point to."""

    name: str
    text: str
    shown: str


class Loaded(msgspec.Struct, frozen=True, dict=True):
    """A parsed rule file: where it came from and its typed content."""

    file: PackFile
    content: msgspec.Struct

    @cached_property
    def tree(self) -> Tree:
        """The text of the file with the place of every node; read again, since a sound file is rarely asked."""
        return Tree(self.file.text, self.file.shown)


def parse(file: PackFile, shape: type[S]) -> tuple[S | None, tuple[Diagnostic, ...]]:
    """Reads a file as `shape`; lists and mappings in it are converted entry by entry, so that each bad one is reported.

    Returns the entries that could be read (None when the file as a whole cannot) and every problem.
    """
    tree = Tree(file.text, file.shown)
    content = typed(tree, shape) if tree.data is not None else None
    return content, tuple(tree.problems)


def typed(tree: Tree, shape: type[S], at: Path = ()) -> S | None:
    """The mapping that stands at `at` in a tree, as `shape`; problems are added to the tree's."""
    data = reduce(getitem, at, tree.data)
    if not isinstance(data, dict):
        tree.problem("expected a mapping of keys to values", tree.place(at))
        return None
    fields = _keys(shape)
    required = {key for key, field in fields.items() if field.required}
    values: dict[str, Any] = {}
    for key, value in data.items():
        if key not in fields:
            tree.problem(unknown_key(key, fields), tree.place((*at, key)), "unknown-key")
        # a key with nothing after it says nothing
        elif value is not None or key in required:
            values[key] = _field(tree, (*at, key), value, fields[key].type)
    for key in sorted(required - data.keys()):
        tree.problem(f"missing key {key!r}", tree.place(at), "missing-key")
    # and a value that cannot be read is none
    read = {key: value for key, value in values.items() if value is not None}
    return shape(**{fields[key].name: value for key, value in read.items()}) if required <= read.keys() else None


@cache
def _keys(shape: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    """The fields of a shape by the keys they have in a file."""
    return {field.encode_name: field for field in msgspec.structs.fields(shape)}


def unknown_key(key: str, known: Iterable[str]) -> str:
    """The complaint about a key nobody knows, with the nearest known one."""
    hint = did_you_mean(key, known) or f"; known keys: {', '.join(sorted(known))}"
    return f"unknown key {key!r}{hint}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a complaint about a word that names the nearest known one; empty when none is near."""
    near = nearest(word, known)
    return f"; did you mean {near!r}?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` is most likely a slip for, if any is near."""
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=_NEAR)), None)


# The least share of letters that a word and a slip for it have in common, as difflib counts it.
_NEAR = 0.6


def _field(tree: Tree, path: Path, data: Any, kind: Any) -> Any:
    """A value of a file; of a list or mapping the entries that can be read."""
    if (item := item_type(kind)) is not None and isinstance(data, list):
        return make_list(kind, _entries(tree, path, enumerate(data), item).values())
    if get_origin(bare(kind)) is dict and isinstance(data, dict):
        return _entries(tree, path, data.items(), get_args(bare(kind))[1])
    return _convert(tree, path, data, kind)


def _entries(tree: Tree, path: Path, data: Iterable[tuple[K, Any]], kind: Any) -> dict[K, Any]:
    read = {step: _convert(tree, (*path, step), value, kind) for step, value in data}
    return {step: value for step, value in read.items() if value is not None}


def _convert(tree: Tree, path: Path, data: Any, kind: Any) -> Any:
    if kind is str and isinstance(data, str):
        return data
    try:
        read = msgspec.convert(data, kind, strict=False, dec_hook=decode_list)
    except msgspec.ValidationError as error:
        message, inner, code = explain(str(error), kind)
        tree.problem(message, tree.place(path + inner), code)
        return None
    unsound = _find_unsound(read) if tree.may_hold_unsound else None
    if unsound is not None:
        message = f"not a number that can be reckoned with: it is finite, and of fewer than {DIGITS} digits"
        tree.problem(message, tree.place(path + unsound))
        return None
    return read


def _find_unsound(value: Any) -> Path | None:
    """The way to the first number in a converted value that is no number, endless or too long; None if all are sound.

    >>> _find_unsound({"low": Decimal(3), "high": Decimal("1e999")})
    ('high',)
    """
    numbers = ((path, item) for path, item in walk(value) if isinstance(item, Decimal))
    return next((path for path, number in numbers if not _is_sound(number)), None)


def _is_sound(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and abs(exponent) < DIGITS and abs(number.adjusted()) < DIGITS


_AT = re.compile(r" - at `(?:key in )?\$([^`]*)`$")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]|\[\.\.\.\]")
_UNKNOWN = re.compile(r"Object contains unknown field `([^`]+)`")
_MISSING = re.compile(r"Object missing required field `([^`]+)`")
_CHOICE = re.compile(r"Invalid enum value '?(.*?)'?$")
# What msgspec calls types, and what else it says, in a rule author's words.
_TYPES = {
    "object": "a mapping",
    "array": "a list",
    "str": "a word",
    "int": "a whole number",
    "bool": "true or false",
    "decimal": "a number",
    "null": "nothing",
}
_TYPE_NAMES = re.compile("`([^`]+)`")
_FAULTS = {
    "Invalid decimal string": "not a number",
    "Invalid RFC3339 encoded date": "not a date; write it as 2024-01-31",
}


def explain(text: str, kind: Any) -> tuple[str, Path, str]:
    """The message in a rule author's words, the path from where conversion began to the value, and a code."""
    inner: Path = ()
    while found := _AT.search(text):
        # a list inside an entry gives the place in it first, then its own
        text = text[: found.start()]
        inner += tuple(name or int(index or 0) for name, index in _STEP.findall(found.group(1)))
    at = reduce(_below, inner, kind)
    if unknown := _UNKNOWN.search(text):
        known = [key for shape in filter(_is_struct, _options(at)) for key in _keys(shape)]
        return unknown_key(unknown.group(1), known), (*inner, unknown.group(1)), "unknown-key"
    if missing := _MISSING.search(text):
        return f"missing key {missing.group(1)!r}", inner, "missing-key"
    if choice := _CHOICE.match(text):
        word, known = choice.group(1), [str(value) for value in chain.from_iterable(map(_choices, _options(at)))]
        return f"{word!r} is not one of: {', '.join(known)}{did_you_mean(word, known)}", inner, "invalid"
    if "matching regex" in text:
        return "a blank word matches nothing", inner, "blank-word"
    text = _FAULTS.get(text) or _TYPE_NAMES.sub(_type_in_words, text)
    return text[0].lower() + text[1:], inner, "invalid"


def _type_in_words(names: re.Match[str]) -> str:
    return " or ".join(_TYPES.get(name, name) for name in names[1].split(" | "))


def _below(kind: Any, step: str | int) -> Any:
    """The type of what stands under a key or number of a value of a type."""
    for option in _options(kind):
        if _is_struct(option):
            return next((field.type for key, field in _keys(option).items() if key == step), None)
        if (item := item_type(option)) is not None:
            return item
        if get_origin(option) in (dict, tuple):
            return get_args(option)[-1]
    return None


def _options(kind: Any) -> tuple[Any, ...]:
    """What a value of a type may be; itself where there is no choice."""
    kind = bare(kind)
    return tuple(map(bare, get_args(kind))) if get_origin(kind) in (Union, UnionType) else (kind,)


def _choices(kind: Any) -> Iterable[object]:
    """The words of a closed set."""
    if get_origin(kind) is Literal:
        return get_args(kind)
    return [member.value for member in kind] if isinstance(kind, type) and issubclass(kind, Enum) else ()


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
