"""`reconcile report`: read articles, reconcile them, write the report."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from reconcile.cli.exits import FailOn, Outcome, counted, outcome
from reconcile.cli.options import PATHS, QUIET, RULES
from reconcile.cli.session import open_inputs, open_rules
from reconcile.model.finding import Relation
from reconcile.model.run import Run
from reconcile.report.formats import FORMATS


def _formats(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in value.split(","))) if value else ()
    for name in names:
        if name not in FORMATS:
            raise click.BadParameter(f"{name!r} is not one of {', '.join(FORMATS)}.", ctx, param)
    return names


def _columns(ctx: click.Context, param: click.Parameter, value: str | None) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in value.split(",")] if value else []
    for field, equals, column in pairs:
        if not (field.strip() and equals and column.strip()):
            raise click.BadParameter("expected FIELD=COLUMN, such as subject=place", ctx, param)
    return {field.strip(): column.strip() for field, _, column in pairs}


@click.command(epilog="Example: reconcile report articles/ -o reports/ --fail-on error")
@PATHS
@click.option("-o", "--output", type=click.Path(), metavar="DIR", help="Folder to write the report to.")
@click.option(
    "--format",
    "formats",
    callback=_formats,
    metavar="LIST",
    help=f"Formats, separated by commas: {', '.join(FORMATS)}. All of them with -o, otherwise md.",
)
@click.option(
    "--fail-on",
    type=click.Choice([str(level) for level in FailOn]),
    default=str(FailOn.CONFLICT),
    show_default=True,
    help="Leave with exit code 1 when there is a conflict, or a finding of at least this severity.",
)
@click.option(
    "--facts",
    multiple=True,
    type=click.Path(),
    metavar="DIR",
    help="A folder of reference facts, besides those in a folder facts/ beside the articles. May be repeated.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day you ask about: facts that expired before it are told and not checked against.",
)
@click.option(
    "--columns",
    callback=_columns,
    metavar="FIELD=COLUMN,...",
    help="Which column of a table of claims gives which field, where its header has another name for it.",
)
@RULES
@QUIET
def report(
    paths: tuple[str, ...],
    output: str | None,
    formats: tuple[str, ...],
    fail_on: str,
    facts: tuple[str, ...],
    as_of: datetime | None,
    columns: dict[str, str],
    rules: tuple[str, ...],
    quiet: bool,
) -> int:
    """Say where the articles agree, where they cannot all be right, and why.

    PATH is an article, a table of claims (*.csv, *.jsonl), a folder of both (*.txt, *.md, *.markdown), or - for
    standard input. Publishers and dates are read from sources.yaml beside the articles and from Markdown front matter.
    Without -o the report is printed.
    """
    names = formats or (tuple(FORMATS) if output else ("md",))
    if output is None and len(names) > 1:
        raise click.UsageError("two formats cannot both be printed; give a folder with -o")
    files = {name: Path(output or ".") / FORMATS[name].filename for name in FORMATS}
    stages, mistakes = open_rules(rules, quiet)
    documents, problems = open_inputs(paths, quiet, files.values() if output else (), columns, facts)
    problems = (*mistakes, *problems)
    run = stages.run(documents, problems, as_of=as_of.date() if as_of else None)
    if output is None:
        click.echo(FORMATS[names[0]].render(run, "."), nl=False)
    else:
        folder = _folder(output, run)
        _write({files[name]: FORMATS[name].render(run, folder) for name in names})
    result = outcome(run.findings, problems, FailOn(fail_on))
    if not quiet:
        click.echo(_summary(run, result, [files[name] for name in names] if output else []), err=output is None)
    return result.code


def _folder(output: str, run: Run) -> str:
    """The folder of the report as links need it: absolute when the articles' paths are, else from where we stand."""
    absolute = any(document.path is not None and Path(document.path).is_absolute() for document in run.documents)
    return (Path(output).absolute() if absolute else Path(os.path.relpath(output))).as_posix()


def _write(texts: dict[Path, str]) -> None:
    for path, text in texts.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise click.UsageError(f"cannot write {path}: {error.strerror}") from error


def _summary(run: Run, result: Outcome, written: list[Path]) -> str:
    conflicts = sum(f.verdict is Relation.CONFLICT for f in run.findings)
    declared = sum(d.source.declared for d in run.documents)
    tabled = sum(d.rows is not None and not d.source.declared for d in run.documents)
    counts = ", ".join(
        (
            counted(len(run.documents) - declared - tabled, "article"),
            *((counted(tabled, "source") + " in tables",) if tabled else ()),
            *((counted(declared, "source") + " of declared facts",) if declared else ()),
            counted(len(run.claims), "claim"),
            f"{counted(len(run.findings), 'finding')}, {counted(conflicts, 'conflict')} among them",
        )
    )
    wrote = f" Wrote {', '.join(path.as_posix() for path in written)}." if written else ""
    return f"{counts}.{wrote} Exit {int(result.code)}: {result.why}."
