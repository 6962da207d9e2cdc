"""`reconcile stats`: how often the tool was right, by the decisions of a ledger."""

from __future__ import annotations

import json

import click

from reconcile.cli.exits import input_outcome
from reconcile.cli.inputs import open_ledger
from reconcile.cli.options import FOLLOW_LINKS, LEDGER, QUIET, VERBOSE, UserPath
from reconcile.cli.terminal import table
from reconcile.review.stats import Tally, tallies

_HEAD = ("by", "name", "decided", "kept", "both stand", "not same", "misread", "precision", "was right")


@click.command(epilog="Example: reconcile stats articles/")
@click.argument("paths", nargs=-1, type=UserPath(), metavar="[PATH]...")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@LEDGER
@FOLLOW_LINKS
@VERBOSE
@QUIET
def stats(paths: tuple[str, ...], form: str, ledger: str | None, quiet: bool) -> int:
    """Count, for each finding code, rule, kind of claim and source, what people decided.

    PATH is the folder of articles whose decisions are counted, by default this one. Precision is the share of alarms
    of which somebody kept a side; of the others, both sides stood, two things had been taken for one, or the tool
    misread a claim. For a source, the last column says how often its own side was the one kept.
    """
    kept = open_ledger(paths or (".",), ledger, quiet)
    rows = tallies(kept.decisions)
    if form == "json":
        click.echo(json.dumps([row.to_dict() for row in rows], indent=2, ensure_ascii=False))
    elif rows:
        click.echo(table(_HEAD, [_cells(row) for row in rows]))
    else:
        click.echo(f"Nothing is decided in {kept.folder.as_posix()}.")
    return input_outcome(kept.problems).code


def _cells(row: Tally) -> tuple[str, ...]:
    numbers = (row.decided, row.kept, row.both_stand, row.not_same, row.misread)
    own = f"{row.right} of {row.right + row.wrong}" if row.right + row.wrong else ""
    return (row.by, row.name, *map(str, numbers), str(row.precision), own)
