"""JSON Schemas of rule files, for editors: one for each section of a pack."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from reconcile.rules.load import SECTIONS

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
        **_eased(msgspec.json.schema(shape)),
    }
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


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
