"""`reconcile report`: read articles, reconcile them, write the report."""

from __future__ import annotations

import os
from pathlib import Path

import click

from reconcile.cli.exits import FailOn, Outcome, counted, outcome
from reconcile.cli.fail_under import FAIL_UNDER, with_coverage
from reconcile.cli.options import PATHS, QUIET, RULES, VERBOSE
from reconcile.cli.progress import progress
from reconcile.cli.session import open_inputs, open_rules
from reconcile.cli.watch import watchable
from reconcile.model.finding import Relation
from reconcile.model.run import Run
from reconcile.report.formats import FORMATS


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
    help=f"Formats, separated by commas: {', '.join(FORMATS)}. All of them with -o, otherwise md.",
)
@click.option(
    "--fail-on",
    type=click.Choice([str(level) for level in FailOn]),
    default=str(FailOn.CONFLICT),
    show_default=True,
    help="Leave with exit code 1 when there is a conflict, or a finding of at least this severity.",
)
@FAIL_UNDER
@RULES
@VERBOSE
@QUIET
@watchable
def report(
    paths: tuple[str, ...],
    output: str | None,
    formats: tuple[str, ...],
    fail_on: str,
    fail_under: int | None,
    rules: tuple[str, ...],
    quiet: bool,
) -> int:
    """Say where the articles agree, where they cannot all be right, and why.

    PATH is an article, a folder of articles (*.txt, *.md, *.markdown), or - for standard input. Publishers and dates
    are read from sources.yaml beside the articles and from Markdown front matter. Without -o the report is printed.
    """
    names = formats or (tuple(FORMATS) if output else ("md",))
    if output is None and len(names) > 1:
        raise click.UsageError("two formats cannot both be printed; give a folder with -o")
    files = {name: Path(output or ".") / FORMATS[name].filename for name in FORMATS}
    stages, mistakes = open_rules(rules, quiet)
    documents, problems = open_inputs(paths, quiet, skip=files.values() if output else ())
    problems = (*mistakes, *problems)
    run = stages.run(documents, problems, lambda articles: progress(articles, quiet=quiet))
    if output is None:
        click.echo(FORMATS[names[0]].render(run, "."), nl=False)
    else:
        folder = _folder(output, run)
        _write({files[name]: FORMATS[name].render(run, folder) for name in names})
    result = outcome(run.findings, problems, FailOn(fail_on))
    result = with_coverage(result, run.coverage, fail_under)
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
    counts = ", ".join(
        (
            counted(len(run.documents), "article"),
            counted(len(run.claims), "claim"),
            f"{counted(len(run.findings), 'finding')}, {counted(conflicts, 'conflict')} among them",
        )
    )
    wrote = f" Wrote {', '.join(path.as_posix() for path in written)}." if written else ""
    return f"{counts}.{wrote} Exit {int(result.code)}: {result.why}."
