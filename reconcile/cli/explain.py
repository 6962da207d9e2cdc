"""`reconcile explain`: how a line of an article, or any sentence, was read, step by step."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

import click

from reconcile.cli.extract import read_as
from reconcile.cli.options import RULES, VERBOSE, Exit
from reconcile.cli.session import open_inputs, open_rules, read_each
from reconcile.cli.terminal import visible
from reconcile.cli.why_not import WhyNot, check_metric
from reconcile.errors import ReconcileError
from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.mention import Mention
from reconcile.model.span import Span
from reconcile.pipeline import DocumentAnalysis
from reconcile.pipeline import document as in_memory
from reconcile.report.reading import other_readings, scope_read, skip_reason_words, value_read

_PLACE = re.compile(r"(?P<file>[^\n]+?):(?P<line>[1-9]\d*)(?::\d+)?")


@click.command(
    epilog="""\b
Examples:
    reconcile explain articles/storm.txt:12
    reconcile explain "The storm killed more than 130 people in May."
    reconcile explain --why-not --metric killed articles/storm.txt:12
"""
)
@click.argument("what", metavar="FILE:LINE | TEXT")
@click.option("--why-not", is_flag=True, help="Say which rule came nearest to each number and time, and what it lacks.")
@click.option("--metric", metavar="ID", help="With --why-not: ask about this rule, not about the nearest.")
@RULES
@VERBOSE
def explain(what: str, why_not: bool, metric: str | None, rules: tuple[str, ...]) -> int:
    """Show how each claim on a line of an article, or in a sentence given here, was made.

    FILE:LINE may be copied from any message or report; FILE alone explains every line; - reads standard input. What
    was recognised but made no claim is listed at the end, with the reason. With --why-not, each number and time is
    shown with the rule that came nearest to it, the conditions that failed, and the edit of the rule that was tried and
    makes it match.
    """
    if metric is not None and not why_not:
        raise click.UsageError("--metric goes with --why-not")
    document, line = _target(what)
    if document is None:
        return Exit.UNREAD
    stages, mistakes = open_rules(rules, quiet=False)
    understood, _ = read_each((document,), stages.analyse, quiet=False)
    if not understood:
        return Exit.UNREAD
    read = understood[0][1]
    if why_not:
        check_metric(stages, metric)
        blocks = WhyNot(stages, document, read, metric).blocks(_line_span(document, line))
    else:
        blocks = _blocks(document, line, read)
    click.echo("\n\n".join(blocks) or _nothing(document, line, read.claims))
    return Exit.USAGE if mistakes else Exit.CLEAN


def _blocks(document: Document, line: int | None, read: DocumentAnalysis) -> Iterator[str]:
    """A block of lines for each claim, and one for what else is recognised."""
    for claim in read.claims:
        if _on(document, line, claim.span):
            yield "\n".join(_claim(document, claim))
    reasons = _reasons(read)
    rest = [m for m in _unused(read.mentions, read.claims) if _on(document, line, m.span)]
    if rest:
        yield "\n".join(("recognised, but no value of a claim:", *(_left(document, m, reasons) for m in rest)))


def _target(what: str) -> tuple[Document | None, int | None]:
    place = _PLACE.fullmatch(what)
    name = place["file"] if place else what
    if what == "-" or _is_file(name):
        documents, _ = open_inputs([name], quiet=False)
        line = int(place["line"]) if place else None
        if documents and line is not None and line > documents[0].text.count("\n") + 1:
            raise ReconcileError(f"{name} has no line {line}")
        return (documents[0] if documents else None), line
    if place and not re.search(r"\s", name):
        raise ReconcileError(f"no such file: {name}")
    return in_memory(what), None


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        # too long for a name, or with characters no name has: a text
        return False


def _on(document: Document, line: int | None, span: Span) -> bool:
    return line is None or document.line(span.start) <= line <= document.line(max(span.start, span.end - 1))


def _line_span(document: Document, line: int | None) -> Span | None:
    """The span of a line; None for every line."""
    if line is None:
        return None
    lines = document.text.split("\n")
    start = sum(len(text) + 1 for text in lines[: line - 1])
    return Span(start, start + len(lines[line - 1]))


def _nothing(document: Document, line: int | None, claims: Sequence[Claim]) -> str:
    if line is None or not claims:
        return "Nothing is recognised here."
    lines = sorted({document.line(c.span.start) for c in claims}, key=lambda n: (abs(n - line), n))[:5]
    return f"Nothing is recognised on line {line}. Claims stand nearby on: {', '.join(map(str, sorted(lines)))}."


def _unused(mentions: Sequence[Mention], claims: Sequence[Claim]) -> Iterator[Mention]:
    """The mentions whose place no claim's value covers; both come in the order of the text."""
    starts = [claim.span.start for claim in claims]
    reach = list(accumulate((claim.span.end for claim in claims), max))
    for mention in mentions:
        before = bisect_left(starts, mention.span.end)
        if not before or reach[before - 1] <= mention.span.start:
            yield mention


def _claim(document: Document, claim: Claim) -> Iterator[str]:
    yield f"{document.where(claim.span.start)}  {click.style(visible(claim.quote), bold=True)}"
    for name, text in _facts(document, claim):
        yield f"  {name:<12}{visible(text)}"
    for number, step in enumerate(claim.trail, 1):
        yield f"  {'trail' if number == 1 else '':<12}{number}. {step.rule}: {visible(step.note)}"


def _facts(document: Document, claim: Claim) -> Iterator[tuple[str, str]]:
    start, end = claim.sentence
    yield "sentence", " ".join(document.text[start:end].split())
    yield "read as", f"{value_read(claim)} ({claim.kind})"
    if claim.hedge:
        yield "hedge", claim.hedge
    if claim.subject:
        yield "about", f"{claim.subject.label} ({claim.subject.id})"
    if claim.metric:
        yield "what", f"{claim.metric.label} ({claim.metric.id})"
    for text in scope_read(claim):
        yield "scope", text
    for text in other_readings(claim):
        yield "or", text
    yield "rule", claim.rule


def _reasons(read: DocumentAnalysis) -> dict[Span, str]:
    """Why a mention is no value of a claim, by its place: excused by a rule, or not understood."""
    reasons = {item.span: f"set aside by {skip_reason_words(item.skip_rule or '')}" for item in read.coverage.skipped}
    return reasons | {item.span: "no claim is made of it" for item in read.coverage.unread}


def _left(document: Document, mention: Mention, reasons: Mapping[Span, str]) -> str:
    reason = reasons.get(mention.span, "it says when a claim holds")
    place, quote = document.where(mention.span.start), visible(mention.quote)
    return f"  {place}  {quote} ({mention.kind}: {read_as(mention)}): {reason}"
