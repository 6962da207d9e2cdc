"""`reconcile diff`: what a change of texts or rules adds to a report and takes from it."""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.cli.codes import Exit
from reconcile.cli.options import VERBOSE, UserPath
from reconcile.errors import Diagnostic, FilesError, UsageError
from reconcile.guard import guarded
from reconcile.report.diff import FORMS, Report, compare, read_report

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

    done = guarded(comparison, FAILED, f"comparing it with {old}", f"{new}:1:1")
    if isinstance(done, Diagnostic):
        raise FilesError((done,))
    text, same = done
    click.echo(text, nl=False)
    return Exit.FINDINGS if exit_code and not same else Exit.CLEAN


def _report(path: str) -> Report:
    try:
        text = Path(path).read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 text") from error
    read = guarded(lambda: read_report(text, path), FAILED, "reading this report", f"{path}:1:1")
    if isinstance(read, Diagnostic):
        raise FilesError((read,))
    return read
