"""`reconcile report`: read articles, reconcile them, write the report."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from reconcile.cli.exits import (
    INTERNAL,
    FailOn,
    Outcome,
    counted,
    found_later,
    outcome,
    settled_words,
    unread_words,
    with_coverage,
)
from reconcile.cli.inputs import Options, folder_for_links, reconcile_inputs, reconciling
from reconcile.cli.options import FAIL_UNDER, PATHS, follows_links
from reconcile.cli.session import say
from reconcile.cli.watch import watchable
from reconcile.errors import Diagnostic, Severity
from reconcile.guard import guarded
from reconcile.model.finding import Relation
from reconcile.model.run import Run, unread_files
from reconcile.report.formats import FORMATS, USUAL, Render
from reconcile.sources.files import shown
from reconcile.writing import write_atomically

# The code of a fault in making a report of a run that was made.
RENDER = f"{INTERNAL}report"


def _formats(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in value.split(","))) if value else ()
    for name in names:
        if name not in FORMATS:
            raise click.BadParameter(f"{name!r} is not one of {', '.join(FORMATS)}.", ctx, param)
    return names


@click.command(epilog="Example: reconcile report articles/ -o reports/ --fail-on error")
@PATHS
@click.option("-o", "--output", type=click.Path(), metavar="DIR", help="Folder to write the report to.")
@click.option(
    "--format",
    "formats",
    callback=_formats,
    metavar="LIST",
    help=f"Formats, separated by commas: {', '.join(FORMATS)}. {', '.join(USUAL)} with -o, otherwise md.",
)
@click.option(
    "--fail-on",
    type=click.Choice([str(level) for level in FailOn]),
    default=str(FailOn.CONFLICT),
    show_default=True,
    help="Leave with exit code 1 when there is a conflict, a finding of at least this severity, or one not reviewed.",
)
@FAIL_UNDER
@watchable
@reconciling
def report(
    options: Options,
    paths: tuple[str, ...],
    output: str | None,
    formats: tuple[str, ...],
    fail_on: str,
    fail_under: int | None,
) -> int:
    """Say where the articles agree, where they cannot all be right, and why.

    PATH is an article, a table of claims (*.csv, *.jsonl), a folder of both, or - for standard input. In a folder,
    texts (*.txt, *.text, without an ending) and Markdown are read; what else looks like an article (web pages, Word,
    PDF, mail) is told and makes exit code 3, unless sources.yaml says that it is none.

    Publishers and dates are read from sources.yaml beside the articles and from Markdown front matter. Without -o the
    report is printed; where nothing can be read, no earlier report is written over. Findings that somebody decided on
    are shown with the decision, are counted, and do not fail. Declared facts that expired before the day of --as-of are
    told and not checked against.
    """
    names = formats or (USUAL if output else ("md",))
    if output is None and len(names) > 1:
        raise click.UsageError("two formats cannot both be printed; give a folder with -o")
    place = Path(output or ".")
    files = [place / name for reporter in FORMATS.values() for name in reporter.files]
    made = reconcile_inputs(options, paths, files if output else ())
    run = made.run
    texts, unrendered = _render(run, _renders(run, names, output), folder_for_links(output, run) if output else ".")
    later = (*found_later(run, made.problems), *unrendered, *_nothing_read(run, paths))
    say(later, quiet=options.quiet)
    problems = (*made.problems, *later)
    if output is None:
        click.echo("".join(texts.values()), nl=False)
    else:
        write_atomically(texts, place, follow_links=follows_links())
    result = outcome(run.findings, problems, FailOn(fail_on), run.settled)
    result = with_coverage(result, run.coverage, fail_under)
    if not options.quiet:
        click.echo(_summary(run, problems, result, _wrote(output, run, texts)), err=output is None)
    return result.code


def _renders(run: Run, names: tuple[str, ...], output: str | None) -> dict[Path, Render]:
    """What makes each file of the report; without a folder the text that is printed."""
    if output is None:
        return {Path("-"): FORMATS[names[0]].render}
    if not _has_articles(run):
        return {}
    return {Path(output) / file: render for name in names for file, render in FORMATS[name].files.items()}


def _render(run: Run, made: dict[Path, Render], folder: str) -> tuple[dict[Path, str], tuple[Diagnostic, ...]]:
    """The texts of the report by file, and an error for each format whose making fails: the others are written."""
    texts: dict[Path, str] = {}
    failed: list[Diagnostic] = []
    for file, render in made.items():
        text = guarded(partial(render, run, folder), RENDER, "making this report", f"{shown(file)}:1:1")
        if isinstance(text, Diagnostic):
            failed.append(text)
        else:
            texts[file] = text
    return texts, tuple(failed)


def _has_articles(run: Run) -> bool:
    """Whether anything was read but facts that the user vouches for."""
    return not all(document.source.declared for document in run.documents)


def _nothing_read(run: Run, paths: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """That nothing was read, where no other problem says it: every file may be declared no article."""
    if _has_articles(run) or unread_files(run.diagnostics):
        return ()
    return (Diagnostic("input.nothing", Severity.ERROR, "nothing in it to read", f"{paths[0]}:1:1"),)


def _wrote(output: str | None, run: Run, written: dict[Path, str]) -> str:
    if output is None:
        return ""
    if not _has_articles(run):
        return f" Nothing was read, so nothing was written to {Path(output).as_posix()}."
    return f" Wrote {', '.join(path.as_posix() for path in written)}." if written else ""


def _summary(run: Run, problems: tuple[Diagnostic, ...], result: Outcome, wrote: str) -> str:
    conflicts = sum(f.verdict is Relation.CONFLICT for f in run.findings)
    decided = "".join(f", {words}" for words in settled_words(run.settled.values()))
    declared = sum(d.source.declared for d in run.documents)
    tabled = sum(d.rows is not None and not d.source.declared for d in run.documents)
    counts = ", ".join(
        (
            counted(len(run.documents) - declared - tabled, "article"),
            *((counted(tabled, "source") + " in tables",) if tabled else ()),
            *((counted(declared, "source") + " of declared facts",) if declared else ()),
            counted(len(run.claims), "claim"),
            f"{counted(len(run.findings), 'finding')}, {counted(conflicts, 'conflict')} among them{decided}",
        )
    )
    return f"{counts}.{unread_words(problems)}{wrote} Exit {int(result.code)}: {result.why}."
