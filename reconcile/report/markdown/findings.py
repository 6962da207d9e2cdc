"""Each finding with its evidence side by side, the reason, and the boxes a person ticks."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.model.claim import Claim
from reconcile.model.decision import Review, State
from reconcile.model.finding import Evidence, Finding, Option, Relation
from reconcile.model.span import Span
from reconcile.report.escape import bold, code, comment, escape
from reconcile.report.index import Index, anchor
from reconcile.report.markdown.decisions import before_lines, decided_line
from reconcile.report.markdown.header import between, state_of
from reconcile.report.reading import normal_read, other_readings, said_of, scope_read
from reconcile.report.tables import BREAK, table


def findings(index: Index) -> list[str]:
    """The findings that need a person, those that a baseline knows, those decided; nothing when there are none."""
    lines: list[str] = []
    for state, heading in _HEADINGS.items():
        those = [f for f in index.findings if state_of(index, f) is state]
        lines += [heading, ""] if those else []
        for finding in those:
            lines += _finding(index, finding, index.settled.get(finding.fingerprint))
    return lines


_HEADINGS = {None: "## What needs a person", State.KNOWN: "## Known before", State.DECIDED: "## Decided"}


def _finding(index: Index, finding: Finding, review: Review | None) -> list[str]:
    lines = [_heading(finding), ""]
    if finding.message:
        lines += [bold(finding.message), ""]
    lines += [*table(("source", "says", "read as"), _rows(index, finding)), ""]
    if finding.why:
        lines += [f"{_WHY.get(finding.verdict, 'Why')}: {escape(_ended(finding.why))}", ""]
    if finding.slip:
        lines += [f"Likely slip: {escape(_ended(finding.slip))}", ""]
    lines += [_trail(finding), ""]
    if review is not None:
        lines += [f"{review.state.capitalize()}: {decided_line(review)}.", ""]
    if review is not None and review.state is State.DECIDED:
        return [*lines, comment(f"finding {finding.fingerprint}"), ""]
    lines += before_lines(index, finding.fingerprint)
    lines += [_box(option) for option in finding.options]
    lines += [""] if finding.options else []
    return [*lines, comment(f"finding {finding.fingerprint}"), ""]


_WHY = {Relation.CONFLICT: "Why both cannot stand"}


def _ended(clause: str) -> str:
    """A clause with a full stop, unless it ends a sentence already."""
    clause = clause.rstrip()
    return clause if clause.endswith((".", "!", "?", "…", ".”", "?”", "!”")) else f"{clause}."


def _heading(finding: Finding) -> str:
    parts = (escape(finding.code), escape(finding.title), str(finding.severity), between(finding))
    return f'### <a id="{anchor(finding)}"></a>{" · ".join(part for part in parts if part)}'


def _rows(index: Index, finding: Finding) -> list[tuple[str, str, str]]:
    """One row a sentence: several sides that stand in one sentence share it."""
    sides: dict[tuple[str, Span], list[Evidence]] = {}
    for side in finding.evidence:
        sides.setdefault((side.source, _sentence(index, side)), []).append(side)
    return [_row(index, source, sentence, group) for (source, sentence), group in sides.items()]


def _sentence(index: Index, side: Evidence) -> Span:
    claim = _claim(index, side)
    span = Span(side.start, side.end)
    if claim is not None and claim.sentence.covers(span):
        return claim.sentence
    return index.sentence(side.source, span)


def _claim(index: Index, side: Evidence) -> Claim | None:
    return None if side.claim is None else index.claims.get(side.claim)


def _row(index: Index, source: str, sentence: Span, sides: list[Evidence]) -> tuple[str, str, str]:
    where = index.cite(source, min(side.start for side in sides))
    who = index.about_source(source)
    spans = [Span(side.start, side.end) for side in sides]
    otherwise = " … ".join(side.quote for side in sides)
    said = index.quote(source, sentence, spans, otherwise)
    read = _unique(part for side in sides for part in _read(index, side))
    return (f"{where}{BREAK}{who}" if who else where, said, BREAK.join(escape(part) for part in read))


def _read(index: Index, side: Evidence) -> Iterable[str]:
    """Where the judge says nothing on how a side was read, its claim speaks for itself."""
    claim = _claim(index, side)
    if side.read_as or claim is None:
        return (side.read_as,) if side.read_as else ()
    same = (f"= {normal}" for normal in (normal_read(claim),) if normal)
    also = (f"or read as {other}" for other in other_readings(claim))
    return (said_of(claim), *same, *scope_read(claim), *also)


def _unique(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parts))


def _trail(finding: Finding) -> str:
    rules = _unique(step.rule for step in finding.trail)
    parts = [f"Trail: {' → '.join(code(rule) for rule in rules)}."] if rules else []
    steps = "; ".join(escape(step) for step in finding.severity_steps) or str(finding.severity)
    return " ".join([*parts, f"Severity: {steps}."])


def _box(option: Option) -> str:
    return f"- [ ] {escape(option.label)} {comment(f'option {option.key}')}"
