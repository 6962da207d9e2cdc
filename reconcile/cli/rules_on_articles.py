"""`reconcile rules coverage` and `rules diff`: which rules fired on which texts, and what other rules would change."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

import click

from reconcile.cli.exits import counted, input_outcome
from reconcile.cli.options import FOLLOW_LINKS, QUIET, RULES, VERBOSE, UserPath, follows_links
from reconcile.cli.rule_examples import run_rules
from reconcile.cli.session import open_inputs, open_rules, read_each
from reconcile.cli.terminal import table
from reconcile.errors import Diagnostic
from reconcile.model.claim import Claim
from reconcile.pipeline import DocumentAnalysis, Pipeline, load_rules, pipeline
from reconcile.report.rule_changes import RENDER, changes
from reconcile.rules.load import load
from reconcile.sources.packs import read_pack

DEFAULT = "default"
EXAMPLES = "examples"
_METRIC = "metric."


@click.command("coverage", epilog="Example: reconcile rules coverage articles/ archive/ --unused")
@click.argument("corpora", nargs=-1, type=UserPath(), metavar="[CORPUS]...")
@click.option("--unused", is_flag=True, help="List the metrics that fired on none of the corpora, and nothing else.")
@click.option("--steps", is_flag=True, help="Count every step of a trail, not only metrics and what set numbers aside.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@RULES
@VERBOSE
@QUIET
def coverage(
    corpora: tuple[str, ...], unused: bool, steps: bool, form: str, rules: tuple[str, ...], quiet: bool
) -> int:
    """Count how often each rule fired on each CORPUS, an article or a folder of articles.

    Without a corpus, on the examples that stand beside the rules.
    """
    stages, mistakes = open_rules(rules, quiet)
    read = {corpus: _fired(stages, corpus, quiet) for corpus in corpora}
    fired = {corpus: counts for corpus, (counts, _) in read.items()} or {EXAMPLES: _on_examples(stages)}
    ever = sum(fired.values(), Counter[str]())
    silent = [name for name in stages.pack.metrics.by_id if not ever[_METRIC + name]]
    shown = {corpus: _kept(counts, steps=steps) for corpus, counts in fired.items()}
    if form == "json":
        click.echo(json.dumps({"fired": shown, "unused": silent}, indent=2, ensure_ascii=False))
    elif unused:
        click.echo("".join(f"{name}\n" for name in silent), nl=False)
    else:
        click.echo(_table(shown))
    if not quiet:
        known = len(stages.pack.metrics.by_id)
        click.echo(f"{known - len(silent)} of {counted(known, 'metric')} fired.", err=True)
    return input_outcome((*mistakes, *chain.from_iterable(problems for _, problems in read.values()))).code


def _fired(stages: Pipeline, corpus: str, quiet: bool) -> tuple[Counter[str], tuple[Diagnostic, ...]]:
    documents, problems = open_inputs([corpus], quiet)
    counts: Counter[str] = Counter()
    read, failed = read_each(documents, stages.analyse, quiet)
    for _, understood in read:
        counts.update(_rules_of(understood))
    return counts, (*problems, *failed)


def _rules_of(read: DocumentAnalysis) -> list[str]:
    """Every rule that fired in a text: the steps of its claims, and what set its other numbers aside."""
    return [*_steps(read.claims), *(item.skip_rule for item in read.coverage.skipped if item.skip_rule is not None)]


def _steps(claims: Sequence[Claim]) -> list[str]:
    return [step.rule for claim in claims for step in claim.trail]


def _on_examples(stages: Pipeline) -> Counter[str]:
    claims = [item for ran in run_rules(stages) for item in ran.items if isinstance(item, Claim)]
    return Counter(_steps(claims))


def _kept(counts: Mapping[str, int], *, steps: bool) -> dict[str, int]:
    kinds = (_METRIC, "excuse.", "non-quantity.")
    return {rule: n for rule, n in sorted(counts.items()) if steps or rule.startswith(kinds)}


def _table(fired: Mapping[str, Mapping[str, int]]) -> str:
    rules = sorted({rule for counts in fired.values() for rule in counts})
    rows = [(rule, *(str(counts.get(rule, "")) for counts in fired.values())) for rule in rules]
    return table(("rule", *fired), rows)


@click.command("diff", epilog="Example: reconcile rules diff default my-rules/ articles/")
@click.argument("before", metavar="PACK_A")
@click.argument("after", metavar="PACK_B")
@click.argument("articles", nargs=-1, required=True, type=UserPath(), metavar="ARTICLE...")
@click.option("--alone", is_flag=True, help="The folders are whole packs, not additions to the rules of the tool.")
@click.option("--format", "form", type=click.Choice(list(RENDER)), default="text", show_default=True)
@FOLLOW_LINKS
@VERBOSE
@QUIET
def diff(before: str, after: str, articles: tuple[str, ...], alone: bool, form: str, quiet: bool) -> int:
    """Say what changes in the claims and findings of ARTICLES when PACK_B stands in the place of PACK_A.

    A pack is a folder of rules, or `default` for those that come with the tool alone. A claim is known by its source
    and place: + was added, - removed, ~ is read otherwise.
    """
    one, other = _stages(before, alone=alone), _stages(after, alone=alone)
    documents, problems = open_inputs(articles, quiet)
    click.echo(RENDER[form](changes(one.run(documents), other.run(documents))), nl=False)
    return input_outcome(problems).code


def _stages(pack: str, *, alone: bool) -> Pipeline:
    if pack == DEFAULT:
        return pipeline(load_rules())
    links = follows_links()
    return pipeline(load(read_pack(Path(pack), follow_links=links)) if alone else load_rules(pack, follow_links=links))
