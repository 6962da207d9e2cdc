"""The command `reconcile`: one module a command, imported when it is asked for."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from reconcile.cli.config import OWN, find, read
from reconcile.cli.options import CONFIG, SAY_MORE, VERBOSE_NAMES, CommandGroup, Exit, UserPath
from reconcile.errors import ConfigError, FilesError, ReconcileError
from reconcile.guard import guarded
from reconcile.version import __version__

# The code of a fault in reading the configuration.
CONFIG_FAILED = "config.failed"
_COMMANDS = {
    "report": "reconcile.cli.report",
    "extract": "reconcile.cli.extract",
    "mentions": "reconcile.cli.extract",
    "explain": "reconcile.cli.explain",
    "review": "reconcile.cli.review",
    "stats": "reconcile.cli.stats",
    "rules": "reconcile.cli.rules",
    "diff": "reconcile.cli.diff",
    "facts": "reconcile.cli.facts",
    "verify": "reconcile.cli.verify",
    "init": "reconcile.cli.init",
    "completion": "reconcile.cli.completion",
}


class _Commands(CommandGroup):
    """A group whose commands are imported when first named, so that `--version` and completion stay quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(_COMMANDS[cmd_name]), cmd_name)
        return command if isinstance(command, click.Command) else None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reconcile")
@click.option("--config", type=UserPath(), metavar="FILE", help="Read this configuration, not the one of the folder.")
@click.option("--no-config", is_flag=True, help="Read no configuration.")
@click.pass_context
def command(ctx: click.Context, config: str | None, no_config: bool) -> None:
    """Check the numbers, dates, ranks and titles of several articles against each other.

    \b
    Start with a folder of articles (*.txt, *.md, or no ending):
        reconcile report articles/ -o reports/
    and read reports/report.md. `reconcile init` makes a folder to begin with.

    Options that are always the same go into reconcile.toml, or into [tool.reconcile] of pyproject.toml, in the working
    folder or above it; what is given on the command line wins.

    \b
    Exit codes:
        0  nothing at or above --fail-on
        1  findings
        2  a mistake in the command line, the rules or sources.yaml
        3  an input could not be read, or looks like an article and is not read; all others are reported
        4  a fault of the tool itself; where it could go on, all else is reported
    """
    where = f"{OWN if config is None else config}:1:1"
    done = guarded(lambda: None if no_config else _configure(ctx, config), CONFIG_FAILED, "reading this file", where)
    if done is not None:
        raise ConfigError((done,))


def _configure(ctx: click.Context, config: str | None) -> None:
    """Makes the configuration the defaults of the command that is called. Raises ConfigError."""
    found = find(Path.cwd()) if config is None else read(Path(config))
    if found is not None and ctx.invoked_subcommand not in (None, "init", "completion"):
        from reconcile.cli.config_defaults import defaults

        ctx.default_map = defaults(found, command, ctx)
        ctx.meta[CONFIG] = found.path


def main(args: Sequence[str] | None = None) -> None:
    """Runs the command and leaves with its exit code."""
    if hasattr(signal, "SIGPIPE"):
        # whoever reads our output may go away (`reconcile extract . | head`): end as other programs do
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # the same bytes whatever the locale; what UTF-8 cannot say is escaped
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    collect_rarely()
    sys.exit(run(args))


def collect_rarely() -> None:
    """Lets the search for cycles of garbage run seldom: a run makes millions of records and hardly a cycle.

    By default the search walks all of them again each time their number has grown by a quarter.
    """
    gc.set_threshold(200_000, 50, 100)


def run(args: Sequence[str] | None) -> int:
    # https://no-color.org: set and not empty means no colour, whatever the terminal can do
    color = False if os.environ.get("NO_COLOR") else None
    try:
        code = command.main(args=args, prog_name="reconcile", standalone_mode=False, color=color)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except FilesError as error:
        from reconcile.cli.session import say

        with click.Context(command, color=color) as context:
            # what was wrong may have kept the options from being read
            context.meta[SAY_MORE] = not VERBOSE_NAMES.isdisjoint(sys.argv[1:] if args is None else args)
            say(error.problems)
        return Exit.USAGE
    except ReconcileError as error:
        click.echo(f"reconcile: {error}", err=True)
        return Exit.USAGE
    except click.Abort:
        click.echo("Stopped.", err=True)
        return 130
    except Exception:
        traceback.print_exc()
        click.echo("reconcile: internal error. Please report it with the lines above.", err=True)
        return Exit.INTERNAL
    return int(code or 0)
