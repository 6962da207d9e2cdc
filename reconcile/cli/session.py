"""What every command needs: the rules, the articles, and a way to say what is wrong with either."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import click

from reconcile.cli.options import CONFIG, SAY_MORE, follows_links
from reconcile.cli.terminal import progress, visible
from reconcile.errors import Diagnostic, FilesError, Severity
from reconcile.guard import guard_document, guarded
from reconcile.model.document import Document
from reconcile.pipeline import Pipeline, pipeline, read_rules
from reconcile.rules.check import check
from reconcile.rules.load import FAILED
from reconcile.sources.files import shown
from reconcile.sources.packs import default_pack
from reconcile.sources.read import read_inputs
from reconcile.writing import write_atomically

T = TypeVar("T")
# How the folder of the rules that come with the tool is told: where it is installed says nothing to a reader.
BUILT_IN = "(built in) "

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def succeed(work: Callable[[], T], code: str, doing: str, where: str) -> T:
    """What `work` returns. Raises FilesError where the tool fails: without this work nothing can be done."""
    done = guarded(work, code, doing, where)
    if isinstance(done, Diagnostic):
        raise FilesError((done,))
    return done


def open_rules(folders: Sequence[str], quiet: bool) -> tuple[Pipeline, tuple[Diagnostic, ...]]:
    """The stages with the rules of `folders`; a rule with a mistake is said on standard error and left out."""
    pack, problems = read_rules(*folders, follow_links=follows_links())
    more(f"rules: {len(pack.files)} files, digest {pack.digest}{''.join(f', with {folder}' for folder in folders)}")
    if folders:
        below = tuple(f"{shown(Path(folder))}/" for folder in folders)
        problems += tuple(p for p in check(pack, is_unit, below) if p.severity is Severity.ERROR)
    say(problems, quiet=quiet)
    where = f"{shown(Path(folders[-1] if folders else default_pack()))}:1:1"
    return succeed(lambda: pipeline(pack), FAILED, "putting these rules together", where), problems


def open_inputs(
    paths: Sequence[str],
    quiet: bool,
    skip: Iterable[Path] = (),
    columns: Mapping[str, str] | None = None,
    facts: Sequence[str] = (),
) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """The articles, with what is wrong with them said on standard error."""
    stdin = sys.stdin.buffer if sys.stdin else None
    documents, problems = read_inputs(
        paths, stdin=stdin, skip=skip, columns=columns, facts=facts, follow_links=follows_links()
    )
    say(problems, quiet=quiet)
    for document in documents:
        source = document.source
        dated = f"{source.published} ({source.published_from})" if source.published else "no date given"
        more(f"article: {document.id}, {len(document.text):,} characters, {dated}")
    return documents, problems


def read_each(
    documents: Iterable[Document], work: Callable[[Document], T], quiet: bool
) -> tuple[list[tuple[Document, T]], tuple[Diagnostic, ...]]:
    """What `work` makes of each article; one on which it fails is said on standard error and left out."""
    read: list[tuple[Document, T]] = []
    failed: list[Diagnostic] = []
    for document in progress(documents, quiet=quiet):
        done = guard_document(document, work)
        if isinstance(done, Diagnostic):
            failed.append(done)
        else:
            read.append((document, done))
    say(failed, quiet=quiet)
    return read, tuple(failed)


def more(text: str) -> None:
    """A line on standard error for those who asked for more with --verbose."""
    context = click.get_current_context(silent=True)
    if context is not None and wants_more():
        if CONFIG in context.meta:
            click.echo(f"configuration: {from_here(Path(context.meta.pop(CONFIG)).as_posix())}", err=True)
        click.echo(visible(text), err=True)


def wants_more() -> bool:
    """Whether the command was given --verbose."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get(SAY_MORE))


def say(problems: Iterable[Diagnostic], *, quiet: bool = False, err: bool = True) -> None:
    """Diagnostics one a line, as compilers print them; only errors when `quiet`, tracebacks only with --verbose."""
    for problem in problems:
        if not quiet or problem.severity is Severity.ERROR:
            severity = click.style(str(problem.severity), fg=_COLOURS[problem.severity], bold=True)
            where, message = visible(from_here(problem.where)), visible(_from_here_in(problem.message))
            click.echo(f"{where}: {severity}: {message} [{problem.code}]", err=err)
            for line in problem.detail.splitlines() if wants_more() else ():
                click.echo(f"    {visible(line)}", err=err)


def write_or_print(text: str, output: str | None) -> None:
    """A text into a file, or on standard output where none is named."""
    if output is None:
        click.echo(text, nl=False)
    else:
        write_atomically({Path(output): text}, Path(output).parent, follow_links=follows_links())


def from_here(where: str) -> str:
    """A place with its path from the working folder, when it lies inside, or from the rules that come with the tool."""
    here = where.removeprefix(f"{Path.cwd().as_posix()}/")
    return here if here != where else where.replace(f"{shown(default_pack())}/", BUILT_IN, 1)


def is_built_in(where: str) -> bool:
    """Whether a place, as `from_here` tells it, lies in the rules that come with the tool."""
    return where.startswith(BUILT_IN)


def _from_here_in(message: str) -> str:
    """A message whose places are told from the working folder, when they lie inside."""
    return message.replace(f"{Path.cwd().as_posix()}/", "")


def is_unit(name: str) -> bool:
    """Whether pint knows a unit; imported late, since pint takes long to start."""
    from reconcile.normaliser.units import dimension

    return dimension(name) is not None
