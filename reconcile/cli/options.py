"""Options and exit codes that several commands share.

A group of commands that lists each with its whole first sentence, and knows what a mistyped one was to be.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from enum import IntEnum
from errno import ENAMETOOLONG
from pathlib import Path
from typing import Any, TypeVar

import click

from reconcile.rules.source import nearest

F = TypeVar("F", bound=Callable[..., object] | click.Command)


class Exit(IntEnum):
    """What the command says to the program that called it."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNREAD = 3
    INTERNAL = 4


class UserPath(click.Path):
    """A path as a user gives it, refused where no file system can have it: too long, or with a NUL in it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. Fails with click's BadParameter."""
        try:
            with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
                Path(value).stat()
        except ValueError as error:
            self.fail(f"no path: {error}", param, ctx)
        except OSError as error:
            if error.errno == ENAMETOOLONG:
                self.fail(f"no path: {(error.strerror or str(error)).lower()}", param, ctx)
        return super().convert(value, param, ctx)


PATHS = click.argument("paths", nargs=-1, required=True, type=UserPath(), metavar="PATH...")
_RULES = click.option(
    "--rules",
    "rules",
    multiple=True,
    type=UserPath(),
    metavar="DIR",
    help="A folder of further rules, on top of those that come with the tool. May be repeated.",
)
# Where the context of a run keeps the configuration it was given, and whether to say more.
CONFIG = "reconcile.config"
SAY_MORE = "reconcile.verbose"
FOLLOW = "reconcile.follow-links"
VERBOSE_NAMES = frozenset({"--verbose", "-v"})


def _remember(key: str) -> Callable[[click.Context, click.Parameter, bool], None]:
    """What keeps the value of an option in the context of the run, so that no command hands it on."""
    return lambda ctx, _param, value: ctx.meta.__setitem__(key, value)


VERBOSE = click.option(
    "--verbose",
    "-v",
    is_flag=True,
    expose_value=False,
    callback=_remember(SAY_MORE),
    help="Say on standard error what is read (configuration, rules, articles, their dates), and where the tool fails.",
)
QUIET = click.option("--quiet", "-q", is_flag=True, help="Print results and errors only: no summary, no warnings.")


# Eager, so that it is an option of no configuration: what lies in a folder must not say how far the folder reaches.
FOLLOW_LINKS = click.option(
    "--follow-links",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_remember(FOLLOW),
    help="Follow symbolic links that lead out of a folder, and write to folders that are links.",
)


def follows_links() -> bool:
    """Whether --follow-links was given."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get(FOLLOW))


def _rules_and_links(command: F) -> F:
    """The options of every command that reads folders."""
    return _RULES(FOLLOW_LINKS(command))


RULES = _rules_and_links
FACTS = click.option(
    "--facts",
    multiple=True,
    type=UserPath(),
    metavar="DIR",
    help="A folder of reference facts, besides those in a folder facts/ beside the articles. May be repeated.",
)


def _columns(ctx: click.Context, param: click.Parameter, value: str | None) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in value.split(",")] if value else []
    for field, equals, column in pairs:
        if not (field.strip() and equals and column.strip()):
            raise click.BadParameter("expected FIELD=COLUMN, such as subject=place", ctx, param)
    return {field.strip(): column.strip() for field, _, column in pairs}


COLUMNS = click.option(
    "--columns",
    callback=_columns,
    metavar="FIELD=COLUMN,...",
    help="Which column of a table of claims gives which field, where its header has another name for it.",
)


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


FAIL_UNDER = click.option(
    "--fail-under",
    type=click.IntRange(0, 100),
    metavar="PERCENT",
    help="Leave with exit code 1 when less than this share of the numbers and dates is in a claim or set aside.",
)
# Longer than any first sentence: the list breaks lines, and cuts none.
_WHOLE = 200


class CommandGroup(click.Group):
    """What click's group does, in plain words."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their first sentences, broken over lines where they are long."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, known.get_short_help_str(_WHOLE)) for name, known in found if known is not None]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names. Raises click's UsageError, with the likely one, for any other."""
        name = args[0] if args else ""
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            likely = nearest(name, self.list_commands(ctx))
            ctx.fail(f"no command '{name}'" + (f"; did you mean '{likely}'?" if likely else ""))
        return super().resolve_command(ctx, args)
