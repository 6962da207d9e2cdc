"""The shapes of rule files for their authors: JSON Schemas for editors, and one Markdown page with a pack's metrics.

What a key means is taken from where it is declared: from what its list `says`, or from the lines "`key`: meaning" in
the docstring of its shape.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import Enum
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

import msgspec
from msgspec import Meta

from reconcile.rules.entries import Placed, entries, excerpt
from reconcile.rules.examples import Example, Want
from reconcile.rules.lexicon import bare, is_list, item_type
from reconcile.rules.load import SECTIONS, Pack
from reconcile.rules.metrics import MetricRule, Metrics
from reconcile.rules.source import Loaded

_DECIMAL = r"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$"


def schemas() -> dict[str, str]:
    """The text of each schema by its file name ("metrics.schema.json")."""
    return {f"{section(pattern)}.schema.json": _text(pattern, shape) for pattern, shape in SECTIONS}


def section(pattern: str) -> str:
    """The name of a section: "lexicon/*/units.yaml" is "units", "metrics/*.yaml" is "metrics"."""
    return next(part for part in reversed(pattern.removesuffix(".yaml").split("/")) if part != "*")


def _text(pattern: str, shape: type[msgspec.Struct]) -> str:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"rule files {pattern}",
        **_eased(_schema(shape)),
    }
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _schema(shape: type[msgspec.Struct]) -> dict[str, Any]:
    """The schema of a shape; a list of a lexicon is an array of its items, whatever it becomes."""
    inside = [shape, *_inner(shape)]
    (root, *_), parts = msgspec.json.schema_components(inside, schema_hook=_list_schema, ref_template="#/$defs/{name}")
    for part in inside:
        for field in msgspec.structs.fields(part):
            if (item := item_type(field.type)) is not None:
                parts[part.__name__]["properties"][field.encode_name]["items"] = _item_schema(item)
    return {**root, "$defs": parts}


def _list_schema(kind: Any) -> dict[str, Any]:
    """An array of what its field says: the hook is not told."""
    if not is_list(kind):
        raise NotImplementedError(kind)
    return {"type": "array"}


def _item_schema(item: Any) -> dict[str, Any]:
    """The schema of an item: of a struct, where it is defined."""
    if isinstance(item, type) and issubclass(item, msgspec.Struct):
        return {"$ref": f"#/$defs/{item.__name__}"}
    return msgspec.json.schema(item)


def _eased(node: Any) -> Any:
    """An exact decimal may be written in YAML as a number, without quotes; an editor must not object.

    Nothing at all is the last of several alternatives: releases of msgspec differ in where they put it.
    """
    if isinstance(node, dict):
        if node.get("format") == "decimal":
            return {"type": ["number", "string"], "pattern": _DECIMAL}
        eased = {key: _eased(value) for key, value in node.items()}
        if isinstance(alternatives := eased.get("anyOf"), list):
            eased["anyOf"] = sorted(alternatives, key=lambda alternative: alternative == {"type": "null"})
        return eased
    return [_eased(item) for item in node] if isinstance(node, list) else node


HEAD = """\
# Rules

A rule pack is a folder of YAML files. The one that comes with the tool is [`rules/`](../rules); a folder given with
`--rules` has the same layout, adds to it, and replaces what has the same id. Each path below says which file has which
keys; a key that is not listed is refused with its place and the nearest known one. Start with
[the tutorial](tutorial.md); `reconcile rules schema` writes JSON Schemas with which an editor completes the files.

This page is written by `reconcile rules docs` from the shapes of the files and from the rules themselves.
"""

_KEY = re.compile(r"^`(\w+)`: (.+)$")
_WORDS = {"str": "word", "int": "whole number", "bool": "true or false", "Decimal": "number", "date": "date"}


def reference(pack: Pack) -> str:
    """The whole page for a pack; equal packs give equal pages."""
    parts = [HEAD, _contents()]
    for pattern, shape in SECTIONS:
        loaded = next((item for item in pack.files if isinstance(item.content, shape)), None)
        parts.append("\n".join(_section(pattern, shape, loaded)))
    parts += ["\n".join(_shape_section("Examples", Example)), "\n".join(_metrics(pack))]
    return "\n".join(part.rstrip() + "\n" for part in parts)


def _contents() -> str:
    names = [section(pattern) for pattern, _ in SECTIONS] + ["Examples", "The metrics of the default pack"]
    return "\n".join(f"- [{name}](#{name.lower().replace(' ', '-')})" for name in names)


def _section(pattern: str, shape: type[msgspec.Struct], loaded: Loaded | None) -> Iterator[str]:
    yield f"## {section(pattern)}"
    yield f"\nPath: `{pattern}`\n"
    yield from _keys(shape)
    if loaded is None:
        return
    for inner in _inner(shape):
        if inner is not Example:
            yield from _shape(inner)
    sample = next((one for one in entries(loaded) if _is_item(one) and not isinstance(one.entry, Example)), None)
    if sample is not None:
        yield f"\nFrom `rules/{loaded.file.name}`:\n"
        yield f"```yaml\n{sample.path[0]}:\n{excerpt(sample)}\n```"


def _shape_section(title: str, shape: type[msgspec.Struct]) -> Iterator[str]:
    yield f"## {title}\n"
    yield from _about(shape)
    yield from _keys(shape)
    for inner in _inner(shape):
        yield from _shape(inner)


def _is_item(placed: Placed[Any]) -> bool:
    """Whether an entry is one of a list of its file."""
    return len(placed.path) == 2 and isinstance(placed.path[1], int)


def _shape(shape: type[msgspec.Struct]) -> Iterator[str]:
    yield f"\n### {shape.__name__}\n"
    yield from _about(shape)
    yield from _keys(shape)


def _about(shape: type[msgspec.Struct]) -> Iterator[str]:
    """The docstring without the lines that explain single keys."""
    text, _ = _documented(shape)
    if text:
        yield text + "\n"


def _keys(shape: type[msgspec.Struct]) -> Iterator[str]:
    _, meanings = _documented(shape)
    for field in msgspec.structs.fields(shape):
        key = field.encode_name
        meaning = _meaning(field.type) or meanings.get(key, "")
        need = ", required" if field.required else ""
        yield f"- `{key}` ({_kind(field.type)}{need})" + (f": {meaning}" if meaning else "")


def _meaning(kind: Any) -> str:
    """What the declaration of a list says of it."""
    notes = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return next((note.description or "" for note in notes if isinstance(note, Meta)), "")


def _documented(shape: type[msgspec.Struct]) -> tuple[str, dict[str, str]]:
    """The text of a docstring, and the meanings it gives to keys: "`key`: meaning", going on in indented lines."""
    text: list[str] = []
    keys: dict[str, str] = {}
    key = ""
    for line in (shape.__doc__ or "").splitlines():
        bare = line.strip()
        found = _KEY.match(bare)
        if found:
            key = found.group(1)
            keys[key] = found.group(2)
        elif key and bare:
            keys[key] += " " + bare
        else:
            key = ""
            text.append(bare)
    return "\n".join(text).strip(), keys


def _inner(shape: type[msgspec.Struct]) -> list[type[msgspec.Struct]]:
    """The shapes that stand in a shape, at any depth, each once, in the order of the keys; examples have a section."""
    found: list[type[msgspec.Struct]] = []
    for field in msgspec.structs.fields(shape):
        for kind in _structs(field.type):
            if kind is not Example:
                found.extend(k for k in (kind, *_inner(kind)) if k not in found)
    return found


def _structs(kind: Any) -> Iterator[type[msgspec.Struct]]:
    kind = item_type(kind) or bare(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield kind
    for arg in get_args(kind):
        yield from _structs(arg)


def _kind(kind: Any) -> str:
    """A type in a rule author's words."""
    if (item := item_type(kind)) is not None:
        return f"list of {_kind(item)}"
    kind = bare(kind)
    args = [arg for arg in get_args(kind) if arg is not NoneType]
    origin = get_origin(kind)
    if origin is tuple:
        return f"list of {len(args)} {_kind(args[0])}s"
    if origin is dict:
        return f"mapping of word to {_kind(args[1])}"
    if args:
        return " or ".join(dict.fromkeys(f"`{arg}`" if isinstance(arg, str) else _kind(arg) for arg in args))
    if issubclass(kind, Enum):
        return "one of " + ", ".join(f"`{member.value}`" for member in kind)
    return _WORDS.get(kind.__name__, str(kind.__name__))


def _metrics(pack: Pack) -> Iterator[str]:
    yield "## The metrics of the default pack\n"
    total = sum(len(item.content.metrics) for item in pack.files if isinstance(item.content, Metrics))
    yield f"{total} metrics. ✓ marks a sentence that must be read as shown, ✗ one in which the rule must find nothing."
    for loaded in pack.files:
        if isinstance(loaded.content, Metrics):
            yield f"\n### `{loaded.file.name}`"
            for rule in loaded.content.metrics:
                yield from _metric(rule)


def _metric(rule: MetricRule) -> Iterator[str]:
    yield f"\n#### {rule.id}\n"
    yield f"{rule.label}; {rule.dimension}, {rule.nature}\n"
    for name in ("triggers", "nouns", "per", "verbs", "exclude"):
        words = getattr(rule, name)
        if words:
            yield f"- {name}: {', '.join(words)}"
    if rule.bare:
        yield "- bare: a number without noun or denominator counts right beside the trigger"
    if rule.tolerance:
        yield f"- tolerance: {rule.tolerance}"
    if rule.plausible is not None:
        low, high = ("…" if end is None else end for end in (rule.plausible.low, rule.plausible.high))
        yield f"- plausible: {low} to {high}"
    yield from map(_example, rule.examples)


def _example(example: Example) -> str:
    got = "; ".join(map(_got, example.get))
    arrow, why = f" → {got}" if got else "", f" ({example.why})" if example.why else ""
    return f"- {'✗' if example.none else '✓'} {example.say}{arrow}{why}"


def _got(want: Want) -> str:
    asked = {f.name: getattr(want, f.name) for f in msgspec.structs.fields(Want) if f.name not in ("quote", "metric")}
    wants = ", ".join(f"{name} {value}" for name, value in asked.items() if value is not None)
    return f"“{want.quote}”: {wants}" if wants else f"“{want.quote}”"
