"""What commands with a ledger share: its options, opening it, and the day, which only the command line asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import click

from reconcile.cli.options import UserPath, follows_links
from reconcile.cli.session import say
from reconcile.errors import UsageError
from reconcile.review.ledger import Ledger, default_folders, read_ledger
from reconcile.sources.files import Fence


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a date; write it as 2031-05-03.", ctx, param) from None


LEDGER = click.option(
    "--ledger",
    type=UserPath(file_okay=False),
    metavar="DIR",
    help="The folder of decisions; without it, decisions/ beside the articles.",
)
AS_OF = click.option(
    "--as-of",
    callback=_day,
    metavar="DATE",
    help="The day that decisions bear and re-check days are held against; without it, today.",
)


def open_ledger(paths: Sequence[str], folder: str | None, quiet: bool) -> Ledger:
    """The ledger of articles, with what is wrong with it said on standard error."""
    if folder is not None and Path(folder).is_file():
        raise UsageError(f"{folder} is a file; a ledger is a folder")
    folders = default_folders(paths) if folder is None else (Path(folder),)
    inside = folders if folder is not None else [folder.parent for folder in folders]
    ledger = read_ledger(folders, Fence.around(inside, follow_links=follows_links()))
    say(ledger.problems, quiet=quiet)
    return ledger


def today() -> date:
    """The day on this machine's calendar."""
    return datetime.now(tz=UTC).astimezone().date()
