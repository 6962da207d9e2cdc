"""`reconcile verify`: whether all that a report says follows from its claims, and from the articles at hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from reconcile.cli.codes import Exit
from reconcile.cli.exits import counted
from reconcile.cli.ledger import AS_OF, LEDGER, open_ledger, today
from reconcile.cli.links import folder_for_links
from reconcile.cli.options import COLUMNS, FACTS, QUIET, RULES, VERBOSE, UserPath
from reconcile.cli.session import open_inputs, open_rules, say
from reconcile.errors import Diagnostic, FilesError, Severity
from reconcile.guard import guarded
from reconcile.model.run import Run
from reconcile.pipeline import Pipeline
from reconcile.reconciler.verdicts.findings import listed
from reconcile.report.formats import FORMATS
from reconcile.report.jsonform import json_text
from reconcile.review.reviewed import reviewed
from reconcile.sources.files import shown
from reconcile.verify.companion_files import check_companions
from reconcile.verify.compare import differences
from reconcile.verify.hashes import check_rules, check_seal, check_texts, find_texts, unsealed
from reconcile.verify.json_nodes import parse
from reconcile.verify.problem import Problem, diagnostics
from reconcile.verify.replay import replay
from reconcile.verify.report import Report, read_report

# The code of a fault in replaying a report.
FAILED = "report.failed"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a report is made again from: the same paths and options that `reconcile report` was given."""

    paths: tuple[str, ...]
    facts: tuple[str, ...]
    columns: Mapping[str, str]
    ledger: str | None
    as_of: date | None


@click.command(epilog="Example: reconcile verify reports/report.json articles/")
@click.argument("file", type=UserPath(), metavar="REPORT.json")
@click.argument("paths", nargs=-1, type=UserPath(), metavar="[PATH...]")
@FACTS
@COLUMNS
@LEDGER
@AS_OF
@RULES
@VERBOSE
@QUIET
def verify(
    file: str,
    paths: tuple[str, ...],
    facts: tuple[str, ...],
    columns: dict[str, str],
    ledger: str | None,
    as_of: date | None,
    rules: tuple[str, ...],
    quiet: bool,
) -> int:
    """Check that all that a JSON report says follows from the claims in it, and from the articles.

    PATH... are the articles, given as `reconcile report` was given them, with the same options: then the report is made
    again and every word of it compared, and so are the files of other formats beside it. Without them the hashes in the
    report are checked, the verdicts and the findings across articles are made again from the claims, and articles of
    the working folder or the report's folder must be those that it was made of.

    Leaves with exit code 1 when something does not follow or was altered, with 3 when the file is no report. The rules
    must be those that the report was made with.
    """
    stages, mistakes = open_rules(rules, quiet)
    name = shown(Path(file))
    parsed = _parsed(Path(file), name)
    if isinstance(parsed, Diagnostic):
        say((parsed,), quiet=quiet)
        return Exit.UNREAD
    text, data = parsed
    report = read_report(data)
    if not isinstance(report, Report):
        say(diagnostics(report, text, name), quiet=quiet)
        return Exit.UNREAD
    inputs = Inputs(paths, facts, columns, ledger, as_of)
    work = partial(_checked, Path(file), report, stages, inputs, mistakes, quiet)
    checked = guarded(work, FAILED, "replaying this report", f"{name}:1:1")
    if isinstance(checked, Diagnostic):
        raise FilesError((checked,))
    problems, companions, words = checked
    say((*diagnostics(problems, text, name), *companions), quiet=quiet)
    if not quiet:
        _sum_up(report, len(problems) + len(companions), words)
    if mistakes:
        return Exit.USAGE
    return Exit.FINDINGS if problems or companions else Exit.CLEAN


def _checked(
    file: Path, report: Report, stages: Pipeline, inputs: Inputs, mistakes: tuple[Diagnostic, ...], quiet: bool
) -> tuple[list[Problem], list[Diagnostic], str]:
    """What is wrong with the report, what with the files beside it, and what was at hand to tell, in words."""
    problems = list(check_seal(report))
    others = list(check_rules(report, stages.pack))
    if others:
        return [*others, *problems], [], "Other rules: nothing could be replayed."
    problems += replay(report, stages.pack)
    if not inputs.paths:
        texts = find_texts(report, (Path(), file.parent))
        problems += check_texts(report, texts)
        return problems, [], _at_hand(len(texts), len(report.sources))
    run = _made_again(file, stages, inputs, mistakes, quiet)
    problems += differences(
        unsealed(report.data), unsealed(json.loads(json_text(run.to_dict()))), (), "the articles give"
    )
    written = _companion_words(file)
    folder = folder_for_links(str(file.parent), run)
    made = {shown(path): render(run, folder) for path, render in _renders(file).items() if shown(path) in written}
    names = listed(("the report", *(Path(path).name for path in written)))
    words = f"Made again from {counted(len(run.documents), 'source')}: {names}."
    return problems, list(check_companions(written, made)), words


def _made_again(file: Path, stages: Pipeline, inputs: Inputs, mistakes: tuple[Diagnostic, ...], quiet: bool) -> Run:
    """The run of the articles, as `reconcile report` makes it."""
    skip = tuple(_renders(file))
    documents, problems = open_inputs(inputs.paths, quiet, skip, inputs.columns, inputs.facts)
    decided = open_ledger(inputs.paths, inputs.ledger, quiet)
    found = (*mistakes, *problems, *decided.problems)
    return reviewed(stages, documents, found, decided.decisions, inputs.as_of or today(), as_of=inputs.as_of)


def _renders(file: Path) -> dict[Path, Any]:
    """The files of all formats in the folder of a report, with what makes them."""
    return {file.parent / name: render for format_ in FORMATS.values() for name, render in format_.files.items()}


def _companion_words(file: Path) -> dict[str, bytes]:
    """The files of other formats that lie beside a report, by their names in messages."""
    if file.name != FORMATS["json"].filename:
        return {}
    return {shown(path): path.read_bytes() for path in _renders(file) if path.name != file.name and path.is_file()}


def _at_hand(found: int, named: int) -> str:
    if found == 0:
        return "No text at hand: name the articles behind the report, and it is made again from them."
    return f"{found} of {counted(named, 'text')} at hand: name the articles behind the report to make it again."


def _sum_up(report: Report, problems: int, words: str) -> None:
    counts = f"{counted(len(report.groups), 'verdict')} and {counted(len(report.findings), 'finding')} replayed"
    click.echo(f"{counts}: {counted(problems, 'problem') if problems else 'all follow'}. {words}")


def _parsed(path: Path, name: str) -> tuple[str, object] | Diagnostic:
    try:
        content = path.read_bytes()
    except OSError as error:
        return Diagnostic("input.unreadable", Severity.ERROR, error.strerror or str(error), f"{name}:1:1")
    return parse(content, name)
