"""Plain data as YAML text that the readers of rule files and of the ledger read back as it was.

A metric as YAML, the way a person would write it: reading it back gives the same metric.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from reconcile.model.value import plain
from reconcile.rules.examples import Example, Want
from reconcile.rules.metrics import MetricRule, Range

# Words that need no quotation marks: nothing in them that YAML would act on, and not one of its names for nothing.
_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./+-]*(?: [A-Za-z0-9_./+()-]+)*")
_NOTHING = frozenset({"null", "~", ""})
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
    if _BARE.fullmatch(text) and text not in _NOTHING:
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


# What needs no quotes anywhere in YAML, not even in a list, and is no number, date or empty value.
_BARE_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:[ .'/-]?[A-Za-z0-9_]+)*")
_RESERVED_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def metrics_yaml(metrics: Iterable[MetricRule], schema: str | None = None) -> str:
    """A file of metrics; `schema` is the path from it to the JSON Schema with which editors complete it."""
    head = [] if schema is None else [f"# yaml-language-server: $schema={schema}"]
    body = (line for metric in metrics for line in _metric(metric))
    return "\n".join((*head, "metrics:", *body)) + "\n"


def _metric(metric: MetricRule) -> Iterator[str]:
    lead = "  - "
    for field in msgspec.structs.fields(MetricRule):
        value = getattr(metric, field.name)
        if field.name == "examples" or (not field.required and value == field.default):
            continue
        yield f"{lead}{field.encode_name}: {_flow(value)}"
        lead = "    "
    if metric.examples:
        yield "    examples:"
        for example in metric.examples:
            yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    yield f"      - say: {json.dumps(example.say, ensure_ascii=False)}"
    for name in ("on", "why"):
        if getattr(example, name) is not None:
            yield f"        {name}: {_flow(getattr(example, name))}"
    yield "        none: true" if example.none else f"        get: {_flow(example.get)}"


def _flow(value: object) -> str:
    """A value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return word(str(value))
    if isinstance(value, tuple):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{word(k)}: {_flow(v)}' for k, v in value.items())}}}"
    if isinstance(value, Want | Range):
        given = ((f, getattr(value, f)) for f in value.__struct_fields__)
        return f"{{{', '.join(f'{name}: {_quoted(name, v)}' for name, v in given if v is not None)}}}"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _quoted(name: str, value: object) -> str:
    """A value of an example; what the sentence says stands in quotation marks."""
    return json.dumps(value, ensure_ascii=False) if name in ("quote", "period") else _flow(value)


def word(text: str) -> str:
    """A word as YAML, in quotation marks where it needs them.

    >>> word("market value"), word("no"), word("5 a day")
    ('market value', '"no"', '"5 a day"')
    """
    plain = _BARE_WORD.fullmatch(text) is not None and text.lower() not in _RESERVED_WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)
