"""The JSON Schema of a configuration, made from the options that the commands have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from reconcile.cli.config_defaults import COMMON, keys_of, takes_many


def schema(commands: Iterable[tuple[str, click.Command]]) -> dict[str, Any]:
    """The JSON Schema of a configuration, from the options the commands have."""
    tables = [(name, command) for name, command in commands if not isinstance(command, click.Group)]
    everything = [keys_of(command) for _, command in tables]
    common = {key: next(params[key] for params in everything if key in params) for key in COMMON}
    properties: dict[str, Any] = {key: _schema_of(param) for key, param in common.items()}
    for name, command in tables:
        own = {key: _schema_of(param) for key, param in keys_of(command).items()}
        properties[name] = {
            "description": f"Options of `reconcile {name}`.",
            "type": "object",
            "properties": own,
            "additionalProperties": False,
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:reconcile:schema:config:1",
        "title": "Configuration",
        "description": "reconcile.toml, or [tool.reconcile] in pyproject.toml: defaults of the command line.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _schema_of(param: click.Parameter) -> dict[str, Any]:
    words = {"type": "array", "items": {"type": "string"}}
    shape: dict[str, Any] = {"anyOf": [{"type": "string"}, words]}
    if isinstance(param, click.Option) and param.is_flag:
        shape = {"type": "boolean"}
    elif isinstance(param.type, click.IntRange):
        shape = {"type": "integer", "minimum": param.type.min, "maximum": param.type.max}
    elif isinstance(param.type, click.Choice):
        shape = {"enum": [str(choice) for choice in param.type.choices]}
    elif takes_many(param):
        shape = words
    elif isinstance(param.type, click.Path):
        shape = {"type": "string"}
    told = (param.help if isinstance(param, click.Option) else None) or "Articles, and folders of articles."
    return {"description": told, **shape}
