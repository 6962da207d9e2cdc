"""`reconcile extract` and `reconcile mentions`: what each article asserts, and what is recognised in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from reconcile.cli.exits import counted, input_outcome, unread_words
from reconcile.cli.options import PATHS, QUIET, RULES, VERBOSE
from reconcile.cli.session import open_inputs, open_rules, read_each
from reconcile.cli.terminal import table
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.mention import Mention
from reconcile.pipeline import Pipeline
from reconcile.report.csvtables import claim_rows
from reconcile.report.periods import period_words
from reconcile.report.reading import timex_read, value_read
from reconcile.report.words import value_words

T = TypeVar("T")
Render = Callable[[Sequence[tuple[Document, T]]], str]


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
    render: dict[str, Render[Claim]] = {"table": _claim_table, "jsonl": _claim_lines, "csv": claim_rows}
    return _list(paths, rules, quiet, Pipeline.claims, render[form], "claim")


@click.command(epilog="Example: echo 'Sales rose 4% to $3.2bn in May.' | reconcile mentions -")
@PATHS
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@RULES
@VERBOSE
@QUIET
def mentions(paths: tuple[str, ...], form: str, rules: tuple[str, ...], quiet: bool) -> int:
    """List the quantities, dates and ranks that are recognised in each article, and how each is read.

    PATH is an article, a folder of articles, or - for standard input.
    """
    render: dict[str, Render[Mention]] = {"table": _mention_table, "jsonl": _mention_lines}
    return _list(paths, rules, quiet, Pipeline.mentions, render[form], "mention")


def _list(
    paths: Sequence[str],
    rules: Sequence[str],
    quiet: bool,
    read: Callable[[Pipeline, Document], Sequence[T]],
    render: Render[T],
    noun: str,
) -> int:
    """Prints what `read` makes of each article."""
    stages, mistakes = open_rules(rules, quiet)
    documents, problems = open_inputs(paths, quiet)
    done, failed = read_each(documents, lambda document: read(stages, document), quiet)
    rows = [(document, item) for document, items in done for item in items]
    click.echo(render(rows), nl=False)
    if not quiet:
        summary = f"{counted(len(rows), noun)} in {counted(len(done), 'article')}."
        click.echo(summary + unread_words((*problems, *failed)), err=True)
    return input_outcome((*mistakes, *problems, *failed)).code


def _claim_table(rows: Sequence[tuple[Document, Claim]]) -> str:
    head = ("where", "kind", "about", "what", "value", "when", "quote")
    return table(head, [_claim_cells(document, claim) for document, claim in rows]) + "\n"


def _claim_cells(document: Document, claim: Claim) -> tuple[str, ...]:
    return (
        f"{document.id}:{document.line(claim.span.start)}",
        str(claim.kind),
        claim.subject.label if claim.subject else "",
        claim.metric.label if claim.metric else "",
        value_read(claim),
        period_words(claim.period) if claim.period else "",
        claim.quote,
    )


def _claim_lines(rows: Sequence[tuple[Document, Claim]]) -> str:
    return _json_lines([claim.to_dict() for _, claim in rows])


def read_as(mention: Mention) -> str:
    """The value of a mention in words."""
    if mention.timex is not None:
        return timex_read(mention.timex)
    if mention.value is not None:
        return value_words(mention.value, mention.kind, mention.unit, mention.per)
    return ""


def _mention_table(rows: Sequence[tuple[Document, Mention]]) -> str:
    head = ("where", "kind", "quote", "read as", "hedge", "rule")
    cells = [
        (document.where(m.span.start), str(m.kind), m.quote, read_as(m), m.hedge or "", m.rule) for document, m in rows
    ]
    return table(head, cells) + "\n"


def _mention_lines(rows: Sequence[tuple[Document, Mention]]) -> str:
    return _json_lines([{"source": document.id, **mention.to_dict()} for document, mention in rows])


def _json_lines(objects: Sequence[dict[str, Any]]) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects)
