"""`reconcile review`: deciding on findings by hand, on a page, in the terminal, or in the Markdown report."""

from __future__ import annotations

import getpass
import sys
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from reconcile.cli.codes import Exit
from reconcile.cli.exits import counted, found_later, input_outcome, unread_words
from reconcile.cli.ledger import AS_OF, LEDGER, open_ledger, today
from reconcile.cli.options import FACTS, PATHS, QUIET, RULES, VERBOSE, CommandGroup, UserPath, follows_links
from reconcile.cli.session import open_inputs, open_rules, say, visible
from reconcile.errors import Diagnostic, FilesError, Severity, UsageError
from reconcile.guard import guarded
from reconcile.review.dialogue import HELP, Dialogue
from reconcile.review.ledger import FAILED
from reconcile.review.reviewed import outdated, questions, reviewed
from reconcile.review.server import PageServer
from reconcile.review.session import ReviewSession, baseline
from reconcile.review.site import Site
from reconcile.review.ticks import apply_ticks, linked_articles
from reconcile.sources.decode import decode
from reconcile.writing import remove_file, sweep

_BY = click.option(
    "--by", metavar="NAME", envvar="RECONCILE_REVIEWER", help="Who decides; without it, your login name."
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The options that every command of this group has."""

    ledger: str | None
    as_of: date | None
    facts: tuple[str, ...]
    rules: tuple[str, ...]
    quiet: bool


def _asks(function: Callable[..., int]) -> Callable[..., int]:
    """Gives a command those options, and hands them on as one."""

    @wraps(function)
    def command(
        *,
        ledger: str | None,
        as_of: date | None,
        facts: tuple[str, ...],
        rules: tuple[str, ...],
        quiet: bool,
        **own: Any,
    ) -> int:
        return function(_Asked(ledger, as_of, facts, rules, quiet), **own)

    made: Callable[..., int] = command
    for option in (QUIET, VERBOSE, RULES, FACTS, AS_OF, LEDGER):
        made = option(made)
    return made


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
@_asks
def page(
    asked: _Asked,
    paths: tuple[str, ...],
    terminal: bool,
    doubtful: bool,
    port: int,
    no_browser: bool,
    write_rules: str | None,
    by: str | None,
) -> int:
    """Go through the findings of articles (by default those of this folder), the gravest first."""
    session, problems = _open_session(asked, paths or (".",), by, doubtful=doubtful)
    folder = Path(write_rules or (asked.rules[-1] if asked.rules else session.folder.parent / "rules"))
    if terminal:
        click.echo(HELP)
        Dialogue(session, folder, lambda text: click.echo(visible(text)), _ask).run()
        _farewell(session, problems, asked.quiet)
    else:
        _serve(PageServer(Site(session, folder), port), open_browser=not no_browser)
        _farewell(session, problems, asked.quiet)
    return input_outcome(problems).code


@review.command(epilog="Example: reconcile review apply reports/report.md articles/")
@click.argument("report", type=UserPath(dir_okay=False))
@click.argument("paths", nargs=-1, type=UserPath(), metavar="[PATH]...")
@_BY
@_asks
def apply(asked: _Asked, report: str, paths: tuple[str, ...], by: str | None) -> int:
    """Decide as the ticked boxes of a Markdown REPORT say; words beside a box are the reason.

    PATH are the articles of the report; without them, the files that it links to. Ticks that are in the ledger
    already change nothing.
    """
    text = _read(report)
    paths = paths or _linked(text, report)
    if not paths:
        raise UsageError(f"{report} links to no article that is there; name the articles after the report")
    session, problems = _open_session(asked, paths, by)
    done = guarded(lambda: apply_ticks(text, report, session), FAILED, "reading its boxes", f"{report}:1:1")
    if isinstance(done, Diagnostic):
        raise FilesError((done,))
    say(done.problems, quiet=asked.quiet)
    if not asked.quiet:
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
@_asks
def make_baseline(asked: _Asked, paths: tuple[str, ...], reason: str, by: str | None) -> int:
    """Note every open finding as known, so that only new ones fail. They stay to be reviewed."""
    session, problems = _open_session(asked, paths, by)
    made = list(baseline(session, reason))
    if not asked.quiet:
        click.echo(
            f"{counted(len(made), 'finding')} noted as known in {session.folder.as_posix()}.{unread_words(problems)}"
        )
    return input_outcome(problems).code


@review.command(epilog="Example: reconcile review tidy articles/")
@PATHS
@_asks
def tidy(asked: _Asked, paths: tuple[str, ...]) -> int:
    """Remove the decisions that nothing needs any more: their finding is gone, or was decided anew.

    Give all the articles that the ledger is about: a finding is gone where none of them makes it.
    """
    session, problems = _open_session(asked, paths, None)
    for old in outdated(session.run.reviews):
        path = Path(old.decision.where.rsplit(":", 2)[0])
        remove_file(path)
        if not asked.quiet:
            click.echo(f"Removed {path.as_posix()}.")
    return input_outcome(problems).code


def _linked(text: str, report: str) -> tuple[str, ...]:
    """The articles that a report links to. Raises FilesError where looking for them fails."""
    found = guarded(lambda: linked_articles(text, Path(report).parent), FAILED, "following its links", f"{report}:1:1")
    if isinstance(found, Diagnostic):
        raise FilesError((found,))
    return found


def _open_session(
    asked: _Asked, paths: tuple[str, ...], by: str | None, *, doubtful: bool = False
) -> tuple[ReviewSession, tuple[Diagnostic, ...]]:
    stages, mistakes = open_rules(asked.rules, asked.quiet)
    documents, problems = open_inputs(paths, asked.quiet, facts=asked.facts)
    kept = open_ledger(paths, asked.ledger, asked.quiet)
    day = asked.as_of or today()
    known = (*mistakes, *problems, *kept.problems)
    run = reviewed(stages, documents, (), kept.decisions, day, as_of=asked.as_of)
    later = tuple(p for p in found_later(run, known) if p.severity is Severity.ERROR)
    say(later, quiet=asked.quiet)
    asking = questions(run) if doubtful else ()
    sweep(kept.folder)
    session = ReviewSession(
        run, stages.pack, kept.folder, by or getpass.getuser(), day, asking, follow_links=follows_links()
    )
    return session, (*known, *later)


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
    try:
        text = decode(Path(report).read_bytes(), report)
    except OSError as error:
        raise UsageError(f"cannot read {report}: {error.strerror}") from error
    if isinstance(text, Diagnostic):
        raise UsageError(str(text))
    return text
