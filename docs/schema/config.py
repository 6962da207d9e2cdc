"""Writes config.json, the JSON Schema of reconcile.toml, from the options that the commands have now."""

import json
from pathlib import Path

import click

from reconcile.cli.config_defaults import schema
from reconcile.cli.main import command

if __name__ == "__main__":
    context = click.Context(command)
    commands = [(name, command.get_command(context, name)) for name in command.list_commands(context)]
    text = json.dumps(schema(commands), indent=2, ensure_ascii=False) + "\n"
    Path(__file__).with_suffix(".json").write_text(text, encoding="utf-8", newline="\n")
