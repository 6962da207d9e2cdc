"""`reconcile report`: read articles, reconcile them, write the report."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from reconcile.cli.exits import FailOn, Outcome, counted, outcome, settled_words
from reconcile.cli.ledger import AS_OF, LEDGER, open_ledger, today
from reconcile.cli.options import PATHS, QUIET, RULES
from reconcile.cli.session import open_inputs, open_rules, say
from reconcile.model.finding import Relation
from reconcile.model.run import Run
from reconcile.report.formats import FORMATS
from reconcile.review.reviewed import reviewed


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
    help="Leave with exit code 1 when there is a conflict, a finding of at least this severity, or one not reviewed.",
)
@LEDGER
@AS_OF
@RULES
@QUIET
def report(
    paths: tuple[str, ...],
    output: str | None,
    formats: tuple[str, ...],
    fail_on: str,
    ledger: str | None,
    as_of: date | None,
    rules: tuple[str, ...],
    quiet: bool,
) -> int:
    """Say where the articles agree, where they cannot all be right, and why.

    PATH is an article, a folder of articles (*.txt, *.md, *.markdown), or - for standard input. Publishers and dates
    are read from sources.yaml beside the articles and from Markdown front matter. Without -o the report is printed.
    Findings that somebody decided on are shown with the decision, are counted, and do not fail.
    """
    names = formats or (tuple(FORMATS) if output else ("md",))
    if output is None and len(names) > 1:
        raise click.UsageError("two formats cannot both be printed; give a folder with -o")
    files = {name: Path(output or ".") / FORMATS[name].filename for name in FORMATS}
    stages, mistakes = open_rules(rules, quiet)
    documents, problems = open_inputs(paths, quiet, skip=files.values() if output else ())
    decided = open_ledger(paths, ledger, quiet)
    problems = (*mistakes, *problems, *decided.problems)
    run = reviewed(stages, documents, problems, decided.decisions, as_of or today())
    say((p for p in run.diagnostics if p.code.startswith("ledger.") and p not in problems), quiet=quiet)
    if output is None:
        click.echo(FORMATS[names[0]].render(run, "."), nl=False)
    else:
        folder = _folder(output, run)
        _write({files[name]: FORMATS[name].render(run, folder) for name in names})
    result = outcome(run.findings, problems, FailOn(fail_on), run.settled)
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
    decided = "".join(f", {words}" for words in settled_words(run.settled.values()))
    counts = ", ".join(
        (
            counted(len(run.documents), "article"),
            counted(len(run.claims), "claim"),
            f"{counted(len(run.findings), 'finding')}, {counted(conflicts, 'conflict')} among them{decided}",
        )
    )
    wrote = f" Wrote {', '.join(path.as_posix() for path in written)}." if written else ""
    return f"{counts}.{wrote} Exit {int(result.code)}: {result.why}."
