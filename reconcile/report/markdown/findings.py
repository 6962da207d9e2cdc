"""Each finding with its evidence side by side, the reason, and the boxes a person ticks."""

from __future__ import annotations

from reconcile.model.finding import Finding, Option, Relation
from reconcile.report.counts import between
from reconcile.report.decided import Decided
from reconcile.report.escape import bold, code, comment, escape
from reconcile.report.index import Index, anchor
from reconcile.report.passages import Passage, passages
from reconcile.report.periods import day_words
from reconcile.report.reading import ended
from reconcile.report.tables import BREAK, table


def findings(index: Index) -> list[str]:
    """The section of findings; nothing when there are none."""
    lines: list[str] = []
    if index.findings:
        lines += ["## What needs a person", ""]
    for finding in index.findings:
        lines += _finding(index, finding)
    return lines


def _finding(index: Index, finding: Finding) -> list[str]:
    lines = [_heading(finding), ""]
    if finding.message:
        lines += [bold(finding.message), ""]
    lines += [*table(("source", "says", "read as"), [_row(index, p) for p in passages(index, finding)]), ""]
    if finding.why:
        lines += [f"{_WHY.get(finding.verdict, 'Why')}: {escape(ended(finding.why))}", ""]
    if finding.slip:
        lines += [f"Likely slip: {escape(ended(finding.slip))}", ""]
    lines += [_trail(finding), ""]
    decided = index.decisions.get(finding.fingerprint)
    lines += [_decided(decided), ""] if decided is not None else []
    lines += [_box(option) for option in finding.options]
    lines += [""] if finding.options else []
    return [*lines, comment(f"finding {finding.fingerprint}"), ""]


_WHY = {Relation.CONFLICT: "Why both cannot stand"}


def _heading(finding: Finding) -> str:
    parts = (escape(finding.code), escape(finding.title), str(finding.severity), between(finding))
    return f'### <a id="{anchor(finding)}"></a>{" · ".join(part for part in parts if part)}'


def _row(index: Index, passage: Passage) -> tuple[str, str, str]:
    where = index.cite(passage.source, passage.start)
    who = index.about_source(passage.source)
    said = index.quote(passage.source, passage.sentence, passage.marks, passage.quote)
    return (f"{where}{BREAK}{who}" if who else where, said, BREAK.join(escape(part) for part in passage.read))


def _trail(finding: Finding) -> str:
    rules = tuple(dict.fromkeys(step.rule for step in finding.trail))
    parts = [f"Trail: {' → '.join(code(rule) for rule in rules)}."] if rules else []
    steps = "; ".join(escape(step) for step in finding.severity_steps) or str(finding.severity)
    return " ".join([*parts, f"Severity: {steps}."])


def _decided(decided: Decided) -> str:
    """A decision as a line of its own; the boxes stay, so that a person can change their mind."""
    who = ", ".join(part for part in (decided.reviewer, "" if decided.day is None else day_words(decided.day)) if part)
    said = escape(decided.words or decided.choice)
    reason = f" {escape(ended(decided.reason))}" if decided.reason else ""
    return f"**Decided:** {said}{f' ({escape(who)})' if who else ''}.{reason}"


def _box(option: Option) -> str:
    return f"- [ ] {escape(option.label)} {comment(f'option {option.key}')}"
