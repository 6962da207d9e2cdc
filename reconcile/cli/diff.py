"""`reconcile diff`: what a change of texts or rules adds to a report and takes from it."""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.cli.options import VERBOSE, Exit, UserPath
from reconcile.cli.session import succeed
from reconcile.errors import Diagnostic, FilesError
from reconcile.report.diff import FORMS, Report, compare, read_report
from reconcile.sources.files import read_text

# The code of a fault in reading or comparing reports.
FAILED = "report.failed"


@click.command(epilog="Example: reconcile diff before/report.json reports/report.json --format md")
@click.argument("old", type=UserPath(), metavar="OLD.json")
@click.argument("new", type=UserPath(), metavar="NEW.json")
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="text", show_default=True)
@click.option("--exit-code", "exit_code", is_flag=True, help="Leave with exit code 1 when the two differ.")
@VERBOSE
def diff(old: str, new: str, form: str, exit_code: bool) -> int:
    """Say what appeared, vanished and changed between two JSON reports: findings, verdicts, claims.

    Items are known again by what they say, so that text moved to other lines is no change.
    """
    before, after = _report(old), _report(new)

    def comparison() -> tuple[str, bool]:
        difference = compare(before, after)
        return FORMS[form](difference), not difference

    text, same = succeed(comparison, FAILED, f"comparing it with {old}", f"{new}:1:1")
    click.echo(text, nl=False)
    return Exit.FINDINGS if exit_code and not same else Exit.CLEAN


def _report(path: str) -> Report:
    text = read_text(Path(path))
    if isinstance(text, Diagnostic):
        raise FilesError((text,))
    return succeed(lambda: read_report(text, path), FAILED, "reading this report", f"{path}:1:1")
