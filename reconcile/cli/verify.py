"""`reconcile verify`: whether all that a report says follows from its claims, and from the articles at hand."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import click

from reconcile.cli.exits import counted
from reconcile.cli.inputs import Options, Rules, folder_for_links, reconcile_inputs, reconciling
from reconcile.cli.options import Exit, UserPath
from reconcile.cli.session import open_rules, say, succeed
from reconcile.errors import Diagnostic
from reconcile.reconciler.verdicts.findings import listed
from reconcile.report.formats import FORMATS, Render
from reconcile.report.jsonform import json_text
from reconcile.sources.files import shown
from reconcile.verify.compare import check_companions, differences
from reconcile.verify.hashes import check_rules, check_seal, check_texts, find_texts, unsealed
from reconcile.verify.problem import Problem, diagnostics, parse
from reconcile.verify.replay import replay
from reconcile.verify.report import Report, read_report

# The code of a fault in replaying a report.
FAILED = "report.failed"


@click.command(epilog="Example: reconcile verify reports/report.json articles/")
@click.argument("file", type=UserPath(), metavar="REPORT.json")
@click.argument("paths", nargs=-1, type=UserPath(), metavar="[PATH...]")
@reconciling
def verify(options: Options, file: str, paths: tuple[str, ...]) -> int:
    """Check that all that a JSON report says follows from the claims in it, and from the articles.

    PATH... are the articles, given as `reconcile report` was given them, with the same options: then the report is made
    again and every word of it compared, and so are the files of other formats beside it. Without them the hashes in the
    report are checked, the verdicts and the findings across articles are made again from the claims, and articles of
    the working folder or the report's folder must be those that it was made of.

    Leaves with exit code 1 when something does not follow or was altered, with 3 when the file is no report. The rules
    must be those that the report was made with.
    """
    rules = open_rules(options.rules, options.quiet)
    name = shown(Path(file))
    parsed = parse(Path(file))
    if isinstance(parsed, Diagnostic):
        say((parsed,))
        return Exit.UNREAD
    text, data = parsed
    report = read_report(data)
    if not isinstance(report, Report):
        say(diagnostics(report, text, name))
        return Exit.UNREAD
    work = partial(_checked, Path(file), report, rules, options, paths)
    problems, companions, words = succeed(work, FAILED, "replaying this report", f"{name}:1:1")
    say((*diagnostics(problems, text, name), *companions))
    if not options.quiet:
        _sum_up(report, len(problems) + len(companions), words)
    _, mistakes = rules
    return Exit.USAGE if mistakes else Exit.FINDINGS if problems or companions else Exit.CLEAN


def _checked(
    file: Path,
    report: Report,
    rules: Rules,
    options: Options,
    paths: tuple[str, ...],
) -> tuple[list[Problem], list[Diagnostic], str]:
    """What is wrong with the report, what with the files beside it, and what was at hand to tell, in words."""
    pack = rules[0].pack
    problems = list(check_seal(report))
    others = list(check_rules(report, pack))
    if others:
        return [*others, *problems], [], "Other rules: nothing could be replayed."
    problems += replay(report, pack)
    if not paths:
        texts = find_texts(report, (Path(), file.parent))
        problems += check_texts(report, texts)
        return problems, [], _at_hand(len(texts), len(report.sources))
    run = reconcile_inputs(options, paths, _renders(file), rules).run
    again = json.loads(json_text(run.to_dict()))
    problems += differences(unsealed(report.data), unsealed(again), (), "the articles give")
    written = _companion_words(file)
    folder = folder_for_links(str(file.parent), run)
    made = {shown(path): render(run, folder) for path, render in _renders(file).items() if shown(path) in written}
    names = listed(("the report", *(Path(path).name for path in written)))
    words = f"Made again from {counted(len(run.documents), 'source')}: {names}."
    return problems, list(check_companions(written, made)), words


def _renders(file: Path) -> dict[Path, Render]:
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
