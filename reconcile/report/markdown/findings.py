"""Findings in Markdown: evidence side by side, the reason, the boxes a person ticks, and what people decided."""

from __future__ import annotations

from reconcile.model.decision import Review, State
from reconcile.model.finding import Finding, Option
from reconcile.report.counts import between, decision_words, lapsed, lapsed_words
from reconcile.report.gfm import BREAK, bold, code, comment, escape, table
from reconcile.report.index import Index, anchor
from reconcile.report.reading import ended, why_words
from reconcile.report.view_model import Passage, passages


def applied(index: Index) -> list[str]:
    """The decisions by which claims were put together or told apart; nothing when there are none."""
    reviews = [review for review in index.run.reviews if review.state is State.APPLIED]
    if not reviews:
        return []
    lines = [f"- {escape(r.decision.about)} {decision_words(r.decision, bold, escape)}" for r in reviews]
    return ["## Put together or told apart by a person", "", *lines, ""]


def findings(index: Index) -> list[str]:
    """The findings that need a person, those that a baseline knows, those decided; nothing when there are none."""
    lines: list[str] = []
    sections = (
        ("## What needs a person", index.waiting),
        ("## Known before", index.known),
        ("## Decided", index.decided),
    )
    for heading, those in sections:
        lines += [heading, ""] if those else []
        for finding in those:
            lines += _finding(index, finding, index.settled.get(finding.fingerprint))
    return lines


def _finding(index: Index, finding: Finding, review: Review | None) -> list[str]:
    lines = [_heading(finding), ""]
    if finding.message:
        lines += [bold(finding.message), ""]
    lines += [*table(("source", "says", "read as"), [_row(index, p) for p in passages(index, finding)]), ""]
    if finding.why:
        lines += [f"{why_words(finding)}: {escape(ended(finding.why))}", ""]
    if finding.slip:
        lines += [f"Likely slip: {escape(ended(finding.slip))}", ""]
    lines += [_trail(finding), ""]
    if review is not None:
        lines += [f"{review.state.capitalize()}: {decision_words(review.decision, bold, escape)}.", ""]
    if review is None or review.state is not State.DECIDED:
        for old in lapsed(index, finding):
            lines += [lapsed_words(old, bold, escape), ""]
        lines += [_box(option) for option in finding.options]
        lines += [""] if finding.options else []
    return [*lines, comment(f"finding {finding.fingerprint}"), ""]


def _heading(finding: Finding) -> str:
    parts = (escape(finding.code), escape(finding.title), str(finding.severity), between(finding))
    return f'### <a id="{anchor(finding)}"></a>{" · ".join(part for part in parts if part)}'


def _row(index: Index, passage: Passage) -> tuple[str, str, str]:
    where = index.cite(passage.source, passage.start)
    who = escape(index.about_source(passage.source))
    quotation = index.quote(passage.source, passage.sentence, passage.marks, passage.quote)
    return (f"{where}{BREAK}{who}" if who else where, quotation, BREAK.join(escape(part) for part in passage.read))


def _trail(finding: Finding) -> str:
    rules = tuple(dict.fromkeys(step.rule for step in finding.trail))
    parts = [f"Trail: {' → '.join(code(rule) for rule in rules)}."] if rules else []
    steps = "; ".join(escape(step) for step in finding.severity_steps) or str(finding.severity)
    return " ".join([*parts, f"Severity: {steps}."])


def _box(option: Option) -> str:
    return f"- [ ] {escape(option.label)} {comment(f'option {option.key}')}"
