"""A configuration as defaults of the command line, which always wins.

Keys are the names of options. At the top stand those that several commands share; a table named after a command holds
that command's own.

The JSON Schema of a configuration, made from the options that the commands have.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from reconcile.cli.config import Config, KeyPath
from reconcile.errors import ConfigError, Diagnostic
from reconcile.rules.source import nearest, unknown_key

# The options and arguments that stand at the top, for every command that has them.
COMMON = ("paths", "rules", "facts", "ledger", "quiet", "verbose")


def defaults(config: Config, root: click.Group, ctx: click.Context) -> dict[str, Any]:
    """The defaults of every command that the configuration speaks of. Raises ConfigError with every problem."""
    commands = {name: command for name in root.list_commands(ctx) if (command := root.get_command(ctx, name))}
    known = (*COMMON, *(name for name, command in commands.items() if not isinstance(command, click.Group)))
    problems = [config.problem((k,), unknown_key(k, known), "unknown-key") for k in config.values if k not in known]
    out = {name: _of(config, command, name, problems) for name, command in commands.items()}
    if problems:
        raise ConfigError(tuple(dict.fromkeys(problems)))
    return out


def _of(config: Config, command: click.Command, name: str, problems: list[Diagnostic]) -> dict[str, Any]:
    """The defaults of a command, or of those in a group, which has no table of its own."""
    if isinstance(command, click.Group):
        return {key: _of(config, inner, "", problems) for key, inner in command.commands.items()}
    own = config.values.get(name, {})
    if not isinstance(own, dict):
        problems.append(config.problem((name,), "expected a table of options"))
        return {}
    params = keys_of(command)
    given: dict[KeyPath, Any] = {(key,): config.values[key] for key in COMMON if key in config.values.keys() & params}
    given |= {(name, key): value for key, value in own.items()}
    out: dict[str, Any] = {}
    for path, value in given.items():
        param = params.get(path[-1])
        if param is None:
            problems.append(config.problem(path, unknown_key(path[-1], params), "unknown-key"))
        elif fault := _fault(_shape(param), value):
            problems.append(config.problem(path, fault))
        else:
            out[param.name or ""] = _for_click(config, param, value)
    return out


def keys_of(command: click.Command) -> dict[str, click.Parameter]:
    """The parameters of a command under the names they have in a configuration: "fail-on"; for arguments "paths"."""
    params: dict[str, click.Parameter] = {}
    for param in command.params:
        if isinstance(param, click.Option) and not param.is_eager and not param.hidden:
            params[max(param.opts, key=len).removeprefix("--")] = param
        elif isinstance(param, click.Argument) and param.nargs == -1:
            params[param.name or ""] = param
    return params


def _for_click(config: Config, param: click.Parameter, value: Any) -> Any:
    """A value as click takes it."""
    if isinstance(param.type, click.Path):
        return [_from_here(config, path) for path in value] if takes_many(param) else _from_here(config, value)
    # a list where the option takes one word is the list that the option separates by commas
    return ",".join(value) if isinstance(value, list) and not takes_many(param) else value


def _fault(shape: Mapping[str, Any], value: Any) -> str | None:
    """What is wrong with a value that should have a shape of JSON Schema."""
    known = shape.get("enum", ())
    if known and value not in known:
        near = nearest(str(value), known)
        return f"{value!r} is not one of {', '.join(known)}" + (f"; did you mean {near!r}?" if near else "")
    if shape.get("type") == "integer":
        low, high = shape["minimum"], shape["maximum"]
        whole = isinstance(value, int) and not isinstance(value, bool)
        return None if whole and low <= value <= high else f"expected a whole number from {low} to {high}"
    sorts = [_SORTS[sort["type"]] for sort in shape.get("anyOf", (shape,)) if "type" in sort]
    return None if not sorts or any(fits(value) for _, fits in sorts) else f"expected {sorts[0][0]}"


def _is_list_of_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


# What values of a type of JSON Schema are, in words.
_SORTS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "boolean": ("true or false", lambda value: isinstance(value, bool)),
    "array": ("a list of words in quotation marks", _is_list_of_words),
    "string": ("a word in quotation marks", lambda value: isinstance(value, str)),
}
_WORDS = {"type": "array", "items": {"type": "string"}}


def _shape(param: click.Parameter) -> dict[str, Any]:
    """What a parameter takes, in JSON Schema."""
    if isinstance(param, click.Option) and param.is_flag:
        return {"type": "boolean"}
    if isinstance(param.type, click.IntRange):
        return {"type": "integer", "minimum": param.type.min, "maximum": param.type.max}
    if isinstance(param.type, click.Choice):
        return {"enum": [str(choice) for choice in param.type.choices]}
    if takes_many(param):
        return _WORDS
    # an option of one path takes no list; words of any other may be separated by commas
    return {"type": "string"} if isinstance(param.type, click.Path) else {"anyOf": [{"type": "string"}, _WORDS]}


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
    properties: dict[str, Any] = {key: _described(param) for key, param in common.items()}
    for name, command in tables:
        own = {key: _described(param) for key, param in keys_of(command).items()}
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


def _described(param: click.Parameter) -> dict[str, Any]:
    help_text = (param.help if isinstance(param, click.Option) else None) or "Articles, and folders of articles."
    return {"description": help_text, **_shape(param)}
