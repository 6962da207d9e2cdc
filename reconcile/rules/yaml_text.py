"""Plain data as YAML text that the readers of rule files and of the ledger read back as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from reconcile.model.value import plain
from reconcile.rules.metrics import MetricRule

# Words that need no quotation marks: nothing in them that YAML would act on, no number, no date and none of its words
# for nothing, yes or no, which an editor may take for what they are called.
_BARE = re.compile(r"(?![0-9][0-9_.eE+-]*$)[A-Za-z0-9][A-Za-z0-9_./+-]*(?: [A-Za-z0-9_./+()-]+)*")
_RESERVED = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
# Characters of a key and a value that share a line.
_LONGEST = 110


def block(data: Mapping[str, object], indent: str = "") -> str:
    """A mapping in block style, its keys in the order given; keys whose value is None are left out."""
    return "".join(f"{indent}{line}\n" for line in _mapping(data))


def _mapping(data: Mapping[str, object]) -> Iterator[str]:
    for key, value in data.items():
        if value is not None:
            yield from _entry(_scalar(key), value)


def _entry(key: str, value: object) -> Iterator[str]:
    flat = _flat(value)
    if flat is not None and len(key) + len(flat) < _LONGEST:
        yield f"{key}: {flat}"
    elif isinstance(value, Mapping):
        yield f"{key}:"
        yield from (f"  {line}" for line in _mapping(value))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield f"{key}:"
        yield from (f"  {line}" for line in items(value))
    else:
        yield f"{key}: {_scalar(value)}"


def items(values: Iterable[object]) -> Iterator[str]:
    """The lines of a list in block style, not indented."""
    for value in values:
        if isinstance(value, Mapping):
            first, *rest = _mapping(value)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
        else:
            yield f"- {_flat(value)}"


def _flat(value: object) -> str | None:
    """A value on one line; None for a mapping, or a list of them, which are written out."""
    if isinstance(value, Mapping):
        return None
    if isinstance(value, Sequence) and not isinstance(value, str):
        items = [_flat(item) for item in value]
        return None if None in items else f"[{', '.join(item or '' for item in items)}]"
    return _scalar(value)


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    if _BARE.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    return "".join(_escaped(c) for c in json.dumps(text, ensure_ascii=False))


def _escaped(char: str) -> str:
    """What YAML takes for no printable character is written by its number; half a character is none at all."""
    code = ord(char)
    if char.isprintable() or char == " ":
        return char
    if 0xD800 <= code <= 0xDFFF:
        return "\N{REPLACEMENT CHARACTER}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def entry(rule: msgspec.Struct) -> dict[str, object]:
    """A rule as plain data with the keys of its file, those that say nothing new left out."""
    given: dict[str, object] = {}
    for field in msgspec.structs.fields(rule):
        value = getattr(rule, field.name)
        made = field.default_factory
        if field.required or value != (field.default if made is msgspec.NODEFAULT else made()):
            given[field.encode_name] = _data(value)
    return given


def _data(value: object) -> object:
    if isinstance(value, msgspec.Struct):
        return entry(value)
    if isinstance(value, tuple):
        return [_data(item) for item in value]
    return value


def metrics_yaml(metrics: Iterable[MetricRule], schema: str | None = None) -> str:
    """A file of metrics; `schema` is the path from it to the JSON Schema with which editors complete it."""
    head = "" if schema is None else f"# yaml-language-server: $schema={schema}\n"
    return head + block({"metrics": tuple(entry(metric) for metric in metrics)})
