"""`reconcile facts`: reference facts from other collections."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from reconcile.cli.codes import Exit
from reconcile.cli.exits import counted
from reconcile.cli.options import QUIET, RULES, VERBOSE, CommandGroup, UserPath, follows_links
from reconcile.cli.session import open_rules, say
from reconcile.errors import Diagnostic, Severity
from reconcile.rules.metrics import Imports
from reconcile.sources.decode import BOM, decode
from reconcile.sources.fact_imports import Import, import_company, import_wikidata, written
from reconcile.sources.files import shown
from reconcile.writing import write_atomically

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
    text = _text(Path(file))
    if isinstance(text, Diagnostic):
        say((text,), quiet=quiet)
        return Exit.UNREAD
    origin, read = _IMPORTERS[kind]
    found = read(text.removeprefix(BOM), shown(Path(file)), stages.pack.imports)
    say(found.problems, quiet=quiet)
    _give(written(found.facts, f"{origin}, {Path(file).name}"), output)
    if not quiet:
        click.echo(f"{counted(len(found.facts), 'fact')}.", err=True)
    if any(p.severity is Severity.ERROR for p in found.problems):
        return Exit.UNREAD
    return Exit.USAGE if mistakes else Exit.CLEAN


def _text(path: Path) -> str | Diagnostic:
    try:
        return decode(path.read_bytes(), shown(path))
    except OSError as error:
        return Diagnostic("input.unreadable", Severity.ERROR, error.strerror or str(error), f"{shown(path)}:1:1")


def _give(text: str, output: str | None) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    write_atomically({Path(output): text}, Path(output).parent, follow_links=follows_links())
