"""The examples of rules, run with the stages as they are, and how that is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

import click

from reconcile.cli.extract import read_as
from reconcile.cli.session import from_here
from reconcile.cli.terminal import visible
from reconcile.cli.why_not import refused
from reconcile.errors import Diagnostic, Severity
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.pipeline import Pipeline, document
from reconcile.report.reading import fact_words, scope_read, value_read
from reconcile.rules.entries import Rule
from reconcile.rules.testing import ExampleRun, Item, run_each_example


def run_rules(stages: Pipeline, only: str | None = None) -> Iterator[ExampleRun]:
    """Runs the examples of the pack of `stages`, or those under the rule or file named `only`."""
    return run_each_example(
        stages.pack,
        recognise=lambda say, on: stages.mentions(_item_in_words(say, on)),
        extract=lambda say, on: stages.claims(_item_in_words(say, on)),
        only=only,
    )


def _item_in_words(text: str, on: date | None) -> Document:
    return document(text, id="example", published=on)


def reasons(stages: Pipeline, ran: ExampleRun) -> Iterator[Diagnostic]:
    """For each metric that an example asked for in vain, the conditions of its rule that failed."""
    for want in ran.example.get if ran.problems else ():
        items = [item for item in ran.items if item.quote == want.quote]
        taken = {item.metric.id for item in items if isinstance(item, Claim) and item.metric is not None}
        if items and want.metric is not None and want.metric in stages.pack.metrics.by_id.keys() - taken:
            yield from _reason(stages, ran, want.metric, items[0])


def _reason(stages: Pipeline, ran: ExampleRun, metric: str, item: Item) -> Iterator[Diagnostic]:
    """Why a metric does not take what an example has it take; nothing where none of its conditions failed."""
    why = refused(stages, _item_in_words(ran.example.say, ran.example.on), item.span, metric)
    if why is not None:
        message = f"{metric} does not take {item.quote!r}: {why}"
        yield Diagnostic("rules.example-why", Severity.NOTE, message, ran.problems[0].where)


def example_states(stages: Pipeline) -> dict[str, str]:
    """By the place of a rule, how its examples come out: "2 ok", "1 of 2 failed"."""
    run, failed = Counter[str](), Counter[str]()
    for one in run_rules(stages):
        run[one.owner] += 1
        failed[one.owner] += bool(one.problems)
    return {rule: f"{failed[rule]} of {n} failed" if failed[rule] else f"{n} ok" for rule, n in run.items()}


def rule_page(rule: Rule, ran: Sequence[ExampleRun]) -> str:
    """A rule as it stands in its file, and each of its examples with what is read in it now."""
    lines = [click.style(from_here(rule.where), bold=True), rule.text]
    if ran:
        lines += ["", "Its examples, run now:"]
        lines += [line for one in ran for line in _example(one)]
    return "\n".join(lines)


def _example(ran: ExampleRun) -> Iterator[str]:
    verdict = click.style("fails", fg="red") if ran.problems else click.style("ok   ", fg="green")
    yield f"  {verdict}  {visible(ran.example.say)}"
    if ran.example.none and not ran.problems:
        yield "         nothing is read by this rule, as asked"
    for item in ran.items if ran.example.get else ():
        if any(want.quote == item.quote for want in ran.example.get):
            yield f"         {visible(_read(item))}"
    for problem in ran.problems:
        yield f"         {visible(from_here(problem.where))}: {visible(problem.message)}"


def _read(item: Item) -> str:
    if isinstance(item, Claim):
        parts = (fact_words(item), value_read(item), *scope_read(item))
        return f"“{item.quote}”: {'; '.join(part for part in parts if part)}"
    return f"“{item.quote}”: {read_as(item)} ({item.kind})"
