"""A configuration as defaults of the command line, which always wins.

Keys are the names of options. At the top stand those that several commands share; a table named after a command holds
that command's own.

The JSON Schema of a configuration, made from the options that the commands have.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from reconcile.cli.config import Config
from reconcile.errors import ConfigError, Diagnostic
from reconcile.rules.source import nearest, unknown_key

# The options and arguments that stand at the top, for every command that has them.
COMMON = ("paths", "rules", "facts", "ledger", "quiet", "verbose")


def defaults(config: Config, root: click.Group, ctx: click.Context) -> dict[str, Any]:
    """The defaults of every command that the configuration speaks of. Raises ConfigError with every problem."""
    problems: list[Diagnostic] = []
    commands = [name for name in root.list_commands(ctx) if not isinstance(root.get_command(ctx, name), click.Group)]
    out: dict[str, Any] = {}
    common = {key: value for key, value in config.values.items() if key in COMMON}
    known = (*COMMON, *commands)
    strange = (key for key in config.values if key not in known)
    problems.extend(config.problem((key,), unknown_key(key, known), "unknown-key") for key in strange)
    for name in root.list_commands(ctx):
        own = config.values.get(name) if name in commands else None
        command = root.get_command(ctx, name)
        if own is not None and not isinstance(own, dict):
            problems.append(config.problem((name,), "expected a table of options"))
        elif command is not None:
            out[name] = _of(config, command, name, common, own or {}, problems)
    if problems:
        raise ConfigError(tuple(dict.fromkeys(problems)))
    return out


def _of(
    config: Config,
    command: click.Command,
    name: str,
    common: Mapping[str, Any],
    own: Mapping[str, Any],
    problems: list[Diagnostic],
) -> dict[str, Any]:
    if isinstance(command, click.Group):
        inner = {key: command.commands[key] for key in command.commands}
        return {key: _of(config, sub, key, common, {}, problems) for key, sub in inner.items()}
    params = keys_of(command)
    out: dict[str, Any] = {}
    for key, value in own.items():
        if key not in params:
            problems.append(config.problem((name, key), unknown_key(key, params), "unknown-key"))
        else:
            out[_name(params[key])] = _checked(config, (name, key), params[key], value, problems)
    for key in common.keys() & params.keys() - own.keys():
        out[_name(params[key])] = _checked(config, (key,), params[key], common[key], problems)
    return out


def keys_of(command: click.Command) -> dict[str, click.Parameter]:
    """The parameters of a command under the names they have in a configuration: "fail-on"; for arguments "paths"."""
    found: dict[str, click.Parameter] = {}
    for param in command.params:
        if isinstance(param, click.Option) and not param.is_eager and not param.hidden:
            found[max(param.opts, key=len).removeprefix("--")] = param
        elif isinstance(param, click.Argument) and param.nargs == -1:
            found[_name(param)] = param
    return found


def _name(param: click.Parameter) -> str:
    return param.name or ""


def _checked(
    config: Config, keys: tuple[str, ...], param: click.Parameter, value: Any, problems: list[Diagnostic]
) -> Any:
    """A value as click takes it; what is wrong with it goes to `problems`."""
    fault = _fault(param, value)
    if fault:
        problems.append(config.problem(keys, fault))
        return None
    if isinstance(param.type, click.Path):
        return [_from_here(config, path) for path in value] if takes_many(param) else _from_here(config, value)
    # a list where the option takes one word is the list that the option separates by commas
    return ",".join(value) if isinstance(value, list) and not takes_many(param) else value


def _fault(param: click.Parameter, value: Any) -> str | None:
    if isinstance(param, click.Option) and param.is_flag:
        return None if isinstance(value, bool) else "expected true or false"
    if isinstance(param.type, click.IntRange):
        low, high = param.type.min, param.type.max
        whole = isinstance(value, int) and not isinstance(value, bool)
        inside = whole and (low is None or value >= low) and (high is None or value <= high)
        return None if inside else f"expected a whole number from {low} to {high}"
    if isinstance(param.type, click.Choice):
        known = [str(choice) for choice in param.type.choices]
        near = nearest(str(value), known)
        hint = f"; did you mean {near!r}?" if near else ""
        return None if value in known else f"{value!r} is not one of {', '.join(known)}{hint}"
    listed = isinstance(value, list) and all(isinstance(item, str) for item in value)
    if takes_many(param):
        return None if listed else "expected a list of words in quotation marks"
    # an option of one path takes no list; words of any other may be separated by commas
    one = isinstance(value, str) or (listed and not isinstance(param.type, click.Path))
    return None if one else "expected a word in quotation marks"


def takes_many(param: click.Parameter) -> bool:
    """Whether a parameter may be given several times."""
    return param.multiple or param.nargs == -1


def _from_here(config: Config, path: str) -> str:
    """A path of the configuration, which counts from its own folder, as seen from the working folder."""
    return path if path == "-" else Path(os.path.relpath(config.path.parent / path)).as_posix()


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
    help_text = (param.help if isinstance(param, click.Option) else None) or "Articles, and folders of articles."
    return {"description": help_text, **shape}
