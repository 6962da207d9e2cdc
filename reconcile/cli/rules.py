"""`reconcile rules`: checking, testing and looking at rule files."""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.cli.exits import counted
from reconcile.cli.options import FOLLOW_LINKS, QUIET, RULES, VERBOSE, CommandGroup, Exit, follows_links
from reconcile.cli.rule_examples import example_states, reasons, rule_page, run_rules
from reconcile.cli.rules_new import new
from reconcile.cli.rules_on_articles import coverage, diff
from reconcile.cli.session import from_here, is_unit, say, write_or_print
from reconcile.cli.terminal import table
from reconcile.errors import Diagnostic, Severity, UsageError
from reconcile.model.document import Document
from reconcile.pipeline import document, load_rules, pipeline, read_rules
from reconcile.rules.check import check as check_pack
from reconcile.rules.entries import find_rules
from reconcile.rules.entries import rules as all_rules
from reconcile.rules.examples import PairExample
from reconcile.rules.reference import reference, schemas
from reconcile.rules.source import nearest
from reconcile.rules.testing import EXTRA, MISSED, NEAR, ONE, OTHER, WRONG, Outcome, outcome, run_pairs
from reconcile.writing import write_atomically

_DIFFERENCES = ((MISSED, "missed"), (WRONG, "wrong"), (NEAR, "near miss"), (EXTRA, "extra"))


@click.group(
    cls=CommandGroup,
    epilog="Example: reconcile rules check --rules my-rules/ && reconcile rules test --rules my-rules/",
)
def rules() -> None:
    """Check, test and look at the rules: metrics, names, titles, units and words, all YAML.

    A folder given with --rules has the same layout as the rules that come with the tool; what it holds is added to
    them and replaces what has the same id.
    """


@rules.command(epilog="Example: reconcile rules check --rules my-rules/")
@RULES
@VERBOSE
@QUIET
def check(rules: tuple[str, ...], quiet: bool) -> int:
    """Say what is wrong with the rule files, each with its file, line and column."""
    pack, unreadable = read_rules(*rules, follow_links=follows_links())
    problems = (*unreadable, *check_pack(pack, is_unit))
    say(problems, quiet=quiet, err=False)
    return _end(problems, f"{counted(len(pack.files), 'file')} checked", quiet)


@rules.command(epilog="Example: reconcile rules test market-value --rules my-rules/")
@click.argument("rule", required=False)
@RULES
@VERBOSE
@QUIET
def test(rule: str | None, rules: tuple[str, ...], quiet: bool) -> int:
    """Run the examples that stand beside the rules, all or those of one RULE."""
    stages = pipeline(load_rules(*rules, follow_links=follows_links()))
    ran = tuple(run_rules(stages, rule))
    result = outcome(ran)
    pairs = run_pairs(stages.pack, lambda pair: stages.run(_set_side_by_side(pair)), only=rule)
    result = Outcome(result.run + pairs.run, result.failed + pairs.failed, (*result.problems, *pairs.problems))
    if rule is not None and not result.run:
        raise UsageError(f"no rule {rule!r} with examples; `reconcile rules list` names them all")
    for one in ran:
        say((*one.problems, *reasons(stages, one)), quiet=quiet, err=False)
    say(pairs.problems, quiet=quiet, err=False)
    return _end(result.problems, f"{counted(result.run, 'example')} run, {result.failed} failed{_kinds(result)}", quiet)


def _kinds(result: Outcome) -> str:
    """How the differences are spread over their kinds: " (1 missed, 2 near misses)"; empty when there are none."""
    numbers = ((result.counted(code), word) for code, word in _DIFFERENCES)
    named = [
        f"{number} {word if number == 1 or word[-1] != 's' else f'{word}es'}" for number, word in numbers if number
    ]
    return f" ({', '.join(named)})" if named else ""


@rules.command("list", epilog="Example: reconcile rules list metrics")
@click.argument("part", required=False, default="")
@RULES
def list_rules(part: str, rules: tuple[str, ...]) -> int:
    """List the rules, all or those whose id, name or file contains PART, with how their examples come out."""
    pack = load_rules(*rules, follow_links=follows_links())
    named = [r for r in all_rules(pack) if part.lower() in f"{r.id} {r.label} {r.where}".lower()]
    states = example_states(pipeline(pack))
    rows = [(r.id, r.label, states.get(r.where, ""), from_here(r.where)) for r in named]
    click.echo(table(("id", "name", "examples", "where"), rows))
    return Exit.CLEAN


@rules.command(epilog="Example: reconcile rules show chairman")
@click.argument("rule")
@RULES
def show(rule: str, rules: tuple[str, ...]) -> int:
    """Show one RULE as it stands in its file, and what its examples give now."""
    pack = load_rules(*rules, follow_links=follows_links())
    named = find_rules(pack, rule)
    if not named:
        near = nearest(rule, [r.id for r in all_rules(pack)])
        grammar = "; a dotted name in a trail may be a step of the grammar, which no file holds" if "." in rule else ""
        raise UsageError(f"no rule {rule!r}" + (f"; did you mean {near!r}?" if near else grammar))
    ran = [one for name in dict.fromkeys(r.id for r in named) for one in run_rules(pipeline(pack), name)]
    click.echo("\n\n".join(rule_page(r, [one for one in ran if one.owner == r.where]) for r in named))
    return Exit.CLEAN


@rules.command(epilog="Example: reconcile rules schema -o my-rules/schema")
@click.option("-o", "--output", type=click.Path(), default="rules/schema", show_default=True, metavar="DIR")
@FOLLOW_LINKS
def schema(output: str) -> int:
    """Write the JSON Schemas of rule files, with which editors check and complete them."""
    folder = Path(output)
    texts = {folder / name: text for name, text in schemas().items()}
    write_atomically(texts, folder, follow_links=follows_links())
    for path in texts:
        click.echo(path.as_posix())
    return Exit.CLEAN


@rules.command(epilog="Example: reconcile rules docs --rules my-rules/ -o my-rules/README.md")
@click.option("-o", "--output", type=click.Path(), metavar="FILE", help="Write the page here, not to the terminal.")
@RULES
def docs(output: str | None, rules: tuple[str, ...]) -> int:
    """Write the reference of rule files, with every metric and its examples, as a Markdown page."""
    write_or_print(reference(load_rules(*rules, follow_links=follows_links())), output)
    return Exit.CLEAN


for command in (new, coverage, diff):
    rules.add_command(command)


def _set_side_by_side(pair: PairExample) -> tuple[Document, ...]:
    return document(pair.one, id=ONE, published=pair.on), document(pair.other, id=OTHER, published=pair.on)


def _end(problems: tuple[Diagnostic, ...], done: str, quiet: bool) -> int:
    errors = sum(p.severity is Severity.ERROR for p in problems)
    if not quiet:
        others = len(problems) - errors
        click.echo(f"{done}: {counted(errors, 'error')}, {counted(others, 'warning')}.")
    return Exit.USAGE if errors else Exit.CLEAN
