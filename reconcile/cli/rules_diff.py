"""`reconcile rules diff`: what a change of rules adds, takes away and changes in the claims of some articles."""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.cli.exits import input_outcome
from reconcile.cli.options import FOLLOW_LINKS, QUIET, VERBOSE, UserPath, follows_links
from reconcile.cli.session import open_inputs
from reconcile.pipeline import Pipeline, load_rules, pipeline
from reconcile.report.rule_changes import RENDER, changes
from reconcile.rules.load import load
from reconcile.sources.packs import read_pack

DEFAULT = "default"


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
