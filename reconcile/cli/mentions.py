"""`reconcile mentions`: what the recognisers see, before any rule asks what it is about."""

from __future__ import annotations

import json
from collections.abc import Iterable

import click

from reconcile.cli.exits import counted, input_outcome, unread_words
from reconcile.cli.options import PATHS, QUIET, RULES, VERBOSE
from reconcile.cli.session import open_inputs, open_rules, read_each
from reconcile.cli.table import table
from reconcile.model.document import Document
from reconcile.model.mention import Mention
from reconcile.report.reading import timex_read
from reconcile.report.words import value_words

Row = tuple[Document, Mention]


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
    stages, mistakes = open_rules(rules, quiet)
    documents, problems = open_inputs(paths, quiet)
    read, failed = read_each(documents, stages.mentions, quiet)
    rows = [(document, mention) for document, mentions in read for mention in mentions]
    click.echo((_table if form == "table" else _jsonl)(rows), nl=False)
    if not quiet:
        summary = f"{counted(len(rows), 'mention')} in {counted(len(read), 'article')}."
        click.echo(summary + unread_words((*problems, *failed)), err=True)
    return input_outcome((*mistakes, *problems, *failed)).code


def read_as(mention: Mention) -> str:
    """The value of a mention in words."""
    if mention.timex is not None:
        return timex_read(mention.timex)
    if mention.value is not None:
        return value_words(mention.value, mention.kind, mention.unit, mention.per)
    return ""


def _table(rows: Iterable[Row]) -> str:
    head = ("where", "kind", "quote", "read as", "hedge", "rule")
    cells = [
        (document.where(m.span.start), str(m.kind), m.quote, read_as(m), m.hedge or "", m.rule) for document, m in rows
    ]
    return table(head, cells) + "\n"


def _jsonl(rows: Iterable[Row]) -> str:
    lines = ({"source": document.id, **mention.to_dict()} for document, mention in rows)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
