"""A metric as YAML, the way a person would write it: reading it back gives the same metric."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

import msgspec

from reconcile.rules.examples import Example, Want
from reconcile.rules.metrics import MetricRule, Range

# What needs no quotes anywhere in YAML, not even in a list, and is no number, date or empty value.
_BARE = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:[ .'/-]?[A-Za-z0-9_]+)*")
_NOTHING = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


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
    plain = _BARE.fullmatch(text) is not None and text.lower() not in _NOTHING
    return text if plain else json.dumps(text, ensure_ascii=False)
