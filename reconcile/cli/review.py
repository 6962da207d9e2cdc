"""`reconcile review`: deciding on findings by hand, on a page, in the terminal, or in the Markdown report."""

from __future__ import annotations

import getpass
import sys
import webbrowser
from functools import partial
from pathlib import Path

import click

from reconcile.cli.exits import counted, found_later, input_outcome, unread_words
from reconcile.cli.inputs import Options, reconcile_inputs, reconciling
from reconcile.cli.options import PATHS, CommandGroup, Exit, UserPath, follows_links
from reconcile.cli.session import say, succeed
from reconcile.cli.terminal import visible
from reconcile.errors import Diagnostic, Severity, UsageError
from reconcile.review.dialogue import HELP, Dialogue
from reconcile.review.ledger import FAILED
from reconcile.review.reviewed import outdated, questions
from reconcile.review.server import PageServer
from reconcile.review.session import ReviewSession, baseline
from reconcile.review.site import Site
from reconcile.review.ticks import apply_ticks, linked_articles
from reconcile.sources.files import read_text
from reconcile.writing import remove_file, sweep

_BY = click.option(
    "--by", metavar="NAME", envvar="RECONCILE_REVIEWER", help="Who decides; without it, your login name."
)


class _Review(CommandGroup):
    """A group that opens the page where no other command is named, so that `reconcile review articles/` works."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in {*self.commands, *self.get_help_option_names(ctx)}:
            args = ["page", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Review, epilog="Example: reconcile review articles/")
def review() -> None:
    """Decide on findings by hand, and never on the same one twice.

    \b
    reconcile review articles/              a page in the browser, with keys
    reconcile review --terminal articles/   the same in the terminal
    reconcile review apply report.md        the boxes ticked in a Markdown report
    reconcile review baseline articles/     note all open findings as known
    reconcile review tidy articles/         remove decisions that nothing needs

    Decisions are small files in decisions/ beside the articles, one each: commit them. A decision holds until a
    value, a source or a rule it rests on changes.
    """


@review.command(epilog="Example: reconcile review articles/ --by ada")
@click.argument("paths", nargs=-1, type=UserPath(), metavar="[PATH]...")
@click.option("--terminal", is_flag=True, help="Ask in the terminal instead of on a page.")
@click.option("--doubtful", is_flag=True, help="Also ask whether claims left without a verdict are of one thing.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The page's port; any free one without it.")
@click.option("--no-browser", is_flag=True, help="Print the address of the page, open no browser.")
@click.option("--write-rules", type=UserPath(file_okay=False), metavar="DIR", help="Where rules made here go.")
@_BY
@reconciling
def page(
    options: Options,
    paths: tuple[str, ...],
    terminal: bool,
    doubtful: bool,
    port: int,
    no_browser: bool,
    write_rules: str | None,
    by: str | None,
) -> int:
    """Go through the findings of articles (by default those of this folder), the gravest first."""
    session, problems = _open_session(options, paths or (".",), by, doubtful=doubtful)
    folder = Path(write_rules or (options.rules[-1] if options.rules else session.folder.parent / "rules"))
    if terminal:
        click.echo(HELP)
        Dialogue(session, folder, lambda text: click.echo(visible(text)), _ask).run()
        _farewell(session, problems, options.quiet)
    else:
        _serve(PageServer(Site(session, folder), port), open_browser=not no_browser)
        _farewell(session, problems, options.quiet)
    return input_outcome(problems).code


@review.command(epilog="Example: reconcile review apply reports/report.md articles/")
@click.argument("report", type=UserPath(dir_okay=False))
@click.argument("paths", nargs=-1, type=UserPath(), metavar="[PATH]...")
@_BY
@reconciling
def apply(options: Options, report: str, paths: tuple[str, ...], by: str | None) -> int:
    """Decide as the ticked boxes of a Markdown REPORT say; words beside a box are the reason.

    PATH are the articles of the report; without them, the files that it links to. Ticks that are in the ledger
    already change nothing.
    """
    text = _read(report)
    linked = partial(linked_articles, text, Path(report).parent)
    paths = paths or succeed(linked, FAILED, "following its links", f"{report}:1:1")
    if not paths:
        raise UsageError(f"{report} links to no article that is there; name the articles after the report")
    session, problems = _open_session(options, paths, by)
    done = succeed(lambda: apply_ticks(text, report, session), FAILED, "reading its boxes", f"{report}:1:1")
    say(done.problems, quiet=options.quiet)
    if not options.quiet:
        known = f", {done.known} in the ledger already" if done.known else ""
        click.echo(
            f"{counted(len(done.made), 'decision')} written to {session.folder.as_posix()}{known}."
            f"{unread_words(problems)}"
        )
    return Exit.USAGE if done.problems else input_outcome(problems).code


@review.command("baseline", epilog="Example: reconcile review baseline articles/")
@PATHS
@click.option("--reason", default="known when the baseline was made", show_default=True)
@_BY
@reconciling
def make_baseline(options: Options, paths: tuple[str, ...], reason: str, by: str | None) -> int:
    """Note every open finding as known, so that only new ones fail. They stay to be reviewed."""
    session, problems = _open_session(options, paths, by)
    made = list(baseline(session, reason))
    if not options.quiet:
        click.echo(
            f"{counted(len(made), 'finding')} noted as known in {session.folder.as_posix()}.{unread_words(problems)}"
        )
    return input_outcome(problems).code


@review.command(epilog="Example: reconcile review tidy articles/")
@PATHS
@reconciling
def tidy(options: Options, paths: tuple[str, ...]) -> int:
    """Remove the decisions that nothing needs any more: their finding is gone, or was decided anew.

    Give all the articles that the ledger is about: a finding is gone where none of them makes it.
    """
    session, problems = _open_session(options, paths, None)
    for old in outdated(session.run.reviews):
        path = Path(old.decision.where.rsplit(":", 2)[0])
        remove_file(path)
        if not options.quiet:
            click.echo(f"Removed {path.as_posix()}.")
    return input_outcome(problems).code


def _open_session(
    options: Options, paths: tuple[str, ...], by: str | None, *, doubtful: bool = False
) -> tuple[ReviewSession, tuple[Diagnostic, ...]]:
    made = reconcile_inputs(options, paths)
    later = tuple(p for p in found_later(made.run, made.problems) if p.severity is Severity.ERROR)
    say(later, quiet=options.quiet)
    asking = questions(made.run) if doubtful else ()
    folder = made.ledger.folder
    sweep(folder)
    name = by or getpass.getuser()
    session = ReviewSession(made.run, made.stages.pack, folder, name, options.day, asking, follow_links=follows_links())
    return session, (*made.problems, *later)


def _serve(server: PageServer, *, open_browser: bool) -> None:
    click.echo(f"Review at {server.address}")
    click.echo("Ctrl-C ends it; every decision is kept as it is made.")
    sys.stdout.flush()
    if open_browser:
        webbrowser.open(server.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("")
    finally:
        server.server_close()


def _farewell(session: ReviewSession, problems: tuple[Diagnostic, ...], quiet: bool) -> None:
    if not quiet:
        decided, left = counted(len(session.steps), "decision"), counted(len(session.open), "finding")
        click.echo(f"{decided} in {session.folder.as_posix()}, {left} open.{unread_words(problems)}")


def _ask(prompt: str) -> str | None:
    """The next line of standard input; a person at a terminal sees the prompt."""
    if sys.stdin is None:
        return None
    click.echo(prompt, nl=False)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        click.echo("")
    return line.rstrip("\n") if line else None


def _read(report: str) -> str:
    text = read_text(Path(report))
    if isinstance(text, Diagnostic):
        raise UsageError(f"cannot read {report}: {text.message}")
    return text
