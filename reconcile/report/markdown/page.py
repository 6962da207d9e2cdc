"""The Markdown report: it opens with what needs a person, with boxes to tick, and closes with how it was made."""

from __future__ import annotations

from reconcile.model.decision import Review, State
from reconcile.model.document import Document
from reconcile.model.finding import Finding, Option
from reconcile.report.counts import (
    between,
    counted,
    decision_words,
    lapsed,
    lapsed_words,
    nothing,
    read_counts,
    tally,
    unread_heading,
    unread_lines,
)
from reconcile.report.gfm import BREAK, bold, code, comment, escape, filled, table
from reconcile.report.index import Index, anchor
from reconcile.report.markdown.coverage import coverage, unread
from reconcile.report.markdown.facts import agreements, matrix, singles, undecided
from reconcile.report.periods import day_words
from reconcile.report.reading import ended, finding_words, why_words
from reconcile.report.view_model import Passage, manifest_entries, passages, side_by_side, stories_with_findings


def header(index: Index) -> list[str]:
    """Title, counts, and the index of findings."""
    lines = ["# Reconciliation report", "", read_counts(index), "", *unread_files(index)]
    if not index.findings:
        first, colon, rest = nothing(index.run).partition(":")
        return [*lines, f"**{first}:**{rest}" if colon else first, ""]
    if index.waiting:
        lines += [f"**{tally(index.waiting)}**, most consequential first:", ""]
        lines += [_entry(n, finding) for n, finding in enumerate(index.waiting, 1)]
        lines += [""]
    return [
        *lines,
        *_settled_links(index.known, "known before, not judged yet"),
        *_settled_links(index.decided, "decided by a person"),
    ]


def unread_files(index: Index) -> list[str]:
    """The files that were not read; nothing where all were."""
    heading = unread_heading(index.run)
    return [f"{bold(heading)}:", "", *(f"- {escape(line)}" for line in unread_lines(index.run)), ""] if heading else []


def _settled_links(findings: tuple[Finding, ...], state: str) -> list[str]:
    """How many findings are settled in some way, with the way to each."""
    if not findings:
        return []
    links = ", ".join(f"[{escape(f.code)}](#{anchor(f)})" for f in findings)
    return [f"{counted(len(findings), 'finding')} {state}: {links}.", ""]


def _entry(n: int, finding: Finding) -> str:
    return f"{n}. {finding.severity}: [{escape(finding_words(finding))}](#{anchor(finding)}) ({between(finding)})"


def applied(index: Index) -> list[str]:
    """The decisions by which claims were put together or told apart; nothing when there are none."""
    reviews = [review for review in index.run.reviews if review.state is State.APPLIED]
    if not reviews:
        return []
    lines = [f"- {escape(r.decision.about)} {decision_words(r.decision, bold, escape)}" for r in reviews]
    return ["## Put together or told apart by a person", "", *lines, ""]


def stories(index: Index) -> list[str]:
    """The stories of several sources, each with its sources and findings; nothing where all tell one."""
    rows = [
        (
            escape(story.name),
            ", ".join(escape(source) for source in story.documents),
            ", ".join(f"[{escape(f.code)}](#{anchor(f)})" for f in found) or "none",
        )
        for story, found in stories_with_findings(index)
    ]
    return ["## Stories", "", *table(("story", "sources", "findings"), rows), ""] if rows else []


def figures(index: Index) -> list[str]:
    """What the texts of each story answer to one question; nothing where all answer alike."""
    rows = [
        (
            escape(story),
            escape(slot),
            BREAK.join(
                f"{index.cite(claim.source, claim.span.start)} {bold(claim.quote) if new else escape(claim.quote)}"
                for claim, new in claims
            ),
        )
        for story, slot, claims in side_by_side(index)
    ]
    note = "What the texts of a story give for one thing, in the order of their days, in bold where it is first given:"
    return ["## Figures side by side", "", note, "", *table(("story", "what", "figures"), rows), ""] if rows else []


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


def manifest(index: Index) -> list[str]:
    """The sources with what is known of them, then what else the manifest holds."""
    if not index.run.documents and not index.run.manifest:
        return []
    lines = ["## How this page was made", ""]
    rows = [_source(document) for document in index.documents.values()]
    if rows:
        lines += [*filled(("source", "title", "publisher", "published", "date taken from"), rows), ""]
    entries = [f"- {escape(key)}: {code(value)}" for key, value in manifest_entries(index)]
    return [*lines, *entries, *([""] if entries else [])]


def _source(document: Document) -> tuple[str, ...]:
    source = document.source
    return (
        escape(document.id),
        escape(source.title or ""),
        escape(source.publisher or ""),
        "not known" if source.published is None else day_words(source.published),
        escape(source.published_from or "") if source.published is not None else "",
    )


# The page, in reading order.
SECTIONS = (
    header,
    stories,
    findings,
    applied,
    figures,
    agreements,
    undecided,
    singles,
    matrix,
    unread,
    coverage,
    manifest,
)


def render_markdown(index: Index) -> str:
    """The report as GitHub Flavored Markdown; its links to documents lead from the folder of the index."""
    lines = [line for section in SECTIONS for line in section(index)]
    return "\n".join(lines).rstrip("\n") + "\n"
