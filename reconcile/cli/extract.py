"""`reconcile extract`: what each article asserts."""

from __future__ import annotations

import json
from collections.abc import Iterable

import click

from reconcile.cli.exits import counted, input_outcome, unread_words
from reconcile.cli.options import PATHS, QUIET, RULES, VERBOSE
from reconcile.cli.session import open_inputs, open_rules, read_each
from reconcile.cli.table import table
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.report.csvtables import claim_rows
from reconcile.report.periods import period_words
from reconcile.report.reading import value_read

Row = tuple[Document, Claim]


@click.command(epilog="Example: reconcile extract articles/ --format csv > claims.csv")
@PATHS
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "csv"]), default="table", show_default=True)
@RULES
@VERBOSE
@QUIET
def extract(paths: tuple[str, ...], form: str, rules: tuple[str, ...], quiet: bool) -> int:
    """List the claims of each article: who or what, which attribute, which value, when.

    PATH is an article, a folder of articles, or - for standard input. The forms jsonl (one JSON object a line) and csv
    are for other programs.
    """
    stages, mistakes = open_rules(rules, quiet)
    documents, problems = open_inputs(paths, quiet)
    read, failed = read_each(documents, stages.claims, quiet)
    rows = [(document, claim) for document, claims in read for claim in claims]
    click.echo({"table": _table, "jsonl": _jsonl, "csv": claim_rows}[form](rows), nl=False)
    if not quiet:
        summary = f"{counted(len(rows), 'claim')} in {counted(len(read), 'article')}."
        click.echo(summary + unread_words((*problems, *failed)), err=True)
    return input_outcome((*mistakes, *problems, *failed)).code


def _table(rows: Iterable[Row]) -> str:
    head = ("where", "kind", "about", "what", "value", "when", "quote")
    return table(head, [_cells(document, claim) for document, claim in rows]) + "\n"


def _cells(document: Document, claim: Claim) -> tuple[str, ...]:
    return (
        f"{document.id}:{document.line(claim.span.start)}",
        str(claim.kind),
        claim.subject.label if claim.subject else "",
        claim.metric.label if claim.metric else "",
        value_read(claim),
        period_words(claim.period) if claim.period else "",
        claim.quote,
    )


def _jsonl(rows: Iterable[Row]) -> str:
    return "".join(json.dumps(claim.to_dict(), ensure_ascii=False) + "\n" for _, claim in rows)
