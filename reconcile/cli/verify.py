"""`reconcile verify`: replays every verdict of a report from the evidence in it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from reconcile.cli.codes import Exit
from reconcile.cli.exits import counted
from reconcile.cli.options import QUIET, RULES, VERBOSE, UserPath
from reconcile.cli.session import open_rules, say
from reconcile.errors import Diagnostic, FilesError, Severity
from reconcile.guard import guarded
from reconcile.ingest.decode import BOM, decode
from reconcile.ingest.walk import shown
from reconcile.verify.replay import replay

# The code of a fault in replaying a report.
FAILED = "report.failed"


@click.command(epilog="Example: reconcile verify reports/report.json")
@click.argument("file", type=UserPath(), metavar="REPORT.json")
@RULES
@VERBOSE
@QUIET
def verify(file: str, rules: tuple[str, ...], quiet: bool) -> int:
    """Check that every verdict of a JSON report follows from the claims in it.

    No article is needed: values, bounds, units and periods stand in the report. Leaves with exit code 1 when a verdict
    does not follow or a claim was altered. The rules must be those that the report was made with.
    """
    stages, mistakes = open_rules(rules, quiet)
    report = _report(Path(file))
    if isinstance(report, Diagnostic):
        say((report,), quiet=quiet)
        return Exit.UNREAD
    place = shown(Path(file))
    replayed = guarded(lambda: replay(report, place, stages.pack), FAILED, "replaying this report", f"{place}:1:1")
    if isinstance(replayed, Diagnostic):
        raise FilesError((replayed,))
    problems = replayed
    say(problems, quiet=quiet)
    if not quiet:
        said = f"{_counted(report, 'groups', 'verdict')} and {_counted(report, 'findings', 'finding')} replayed"
        click.echo(f"{said}: {counted(len(problems), 'problem') if problems else 'all follow'}.")
    if mistakes:
        return Exit.USAGE
    return Exit.FINDINGS if problems else Exit.CLEAN


def _counted(report: dict[str, object], key: str, noun: str) -> str:
    items = report.get(key)
    return counted(len(items) if isinstance(items, list) else 0, noun)


def _report(path: Path) -> dict[str, object] | Diagnostic:
    place = f"{shown(path)}:1:1"
    try:
        text = decode(path.read_bytes(), shown(path))
    except OSError as error:
        return Diagnostic("input.unreadable", Severity.ERROR, error.strerror or str(error), place)
    if isinstance(text, Diagnostic):
        return text
    try:
        data = json.loads(text.removeprefix(BOM))
    except json.JSONDecodeError as error:
        where = f"{shown(path)}:{error.lineno}:{error.colno}"
        return Diagnostic("input.json", Severity.ERROR, f"not readable as JSON: {error.msg}", where)
    except RecursionError:
        return Diagnostic("input.json", Severity.ERROR, "nested too deeply", place)
    if not isinstance(data, dict):
        return Diagnostic("input.json", Severity.ERROR, "not a report of this tool: expected an object", place)
    return data
