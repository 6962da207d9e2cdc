"""`reconcile facts`: reference facts from other collections."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from reconcile.cli.exits import counted
from reconcile.cli.options import QUIET, RULES, VERBOSE, CommandGroup, Exit, UserPath
from reconcile.cli.session import open_rules, say, write_or_print
from reconcile.errors import Diagnostic, Severity
from reconcile.rules.metrics import Imports
from reconcile.sources.decode import BOM
from reconcile.sources.fact_imports import Import, import_company, import_wikidata, written
from reconcile.sources.files import read_text, shown

_IMPORTERS: dict[str, tuple[str, Callable[[str, str, Imports], Import]]] = {
    "wikidata": ("Wikidata", import_wikidata),
    "sec": ("company reports", import_company),
}


@click.group(cls=CommandGroup)
def facts() -> None:
    """Reference facts: what you vouch for, held against every article first."""


@facts.command(
    "import",
    epilog="""\b
Examples:
    reconcile facts import wikidata Q64.json > facts/berlin.yaml
    reconcile facts import sec CIK0000320193.json -o facts/apple.yaml
""",
)
@click.argument("kind", type=click.Choice(list(_IMPORTERS)))
@click.argument("file", type=UserPath(), metavar="FILE.json")
@click.option("-o", "--output", type=UserPath(), metavar="FILE", help="File to write to; otherwise it is printed.")
@RULES
@VERBOSE
@QUIET
def import_facts(kind: str, file: str, output: str | None, rules: tuple[str, ...], quiet: bool) -> int:
    """Write a facts/*.yaml from a JSON file of Wikidata entities or SEC company facts.

    What is taken over, and under which name, stands in rules/imports.yaml. Nothing is fetched: download the file
    yourself.
    """
    stages, mistakes = open_rules(rules, quiet)
    text = read_text(Path(file))
    if isinstance(text, Diagnostic):
        say((text,))
        return Exit.UNREAD
    origin, read = _IMPORTERS[kind]
    result = read(text.removeprefix(BOM), shown(Path(file)), stages.pack.imports)
    say(result.problems, quiet=quiet)
    write_or_print(written(result.facts, f"{origin}, {Path(file).name}"), output)
    if not quiet:
        click.echo(f"{counted(len(result.facts), 'fact')}.", err=True)
    if any(p.severity is Severity.ERROR for p in result.problems):
        return Exit.UNREAD
    return Exit.USAGE if mistakes else Exit.CLEAN
