"""The findings as cards: passages side by side, the reason, the chart of the fact, and how it came about.

Every fact of two sources or more, folded: who says what, how it fits, and the chart of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model.finding import Finding, Group, Relation
from reconcile.report.counts import between, counted, decision_words, lapsed, lapsed_words
from reconcile.report.element import Markup, joined, markup, tag
from reconcile.report.gfm import fragment
from reconcile.report.html.charts import chart
from reconcile.report.html.view import (
    VERDICTS,
    View,
    cite,
    links_to,
    quotation,
    resting_state,
    state_of,
)
from reconcile.report.index import Index, anchor, sources
from reconcile.report.reading import SUPPORT_WORDS, ended, fact_words, finding_words, why_words
from reconcile.report.view_model import Passage, claim_passage, passages


def findings(view: View) -> Markup | None:
    """The section of findings, the most consequential first; None when there are none."""
    index = view.index
    if not index.findings:
        return None
    parts = [
        ("findings", "What needs a person", index.waiting),
        ("known", "Known before, not judged yet", index.known),
        ("decided", "Decided", index.decided),
    ]
    return tag("div", [_section(view, *part) for part in parts if part[2] or part[0] == "findings"])


def _section(view: View, name: str, title: str, findings: tuple[Finding, ...]) -> Markup:
    cards = [_finding(view, finding) for finding in findings] or tag("p", "Every finding is decided.")
    return tag("section", tag("h2", title, id=name), cards, aria_labelledby=name)


def _finding(view: View, finding: Finding) -> Markup:
    index = view.index
    name = anchor(finding)
    claims = index.claims_of(finding)
    data = view.card(finding.verdict, state_of(index, finding), sources(finding), claims)
    group = None if finding.group is None else view.groups.get(finding.group)
    return tag(
        "article",
        tag("h3", finding_words(finding), id=name),
        _about(finding),
        _decided(index, finding),
        side_by_side(index, passages(index, finding)),
        _labelled_paragraph(why_words(finding), finding.why),
        _labelled_paragraph("Likely slip", finding.slip),
        None if group is None else chart(index, group, name),
        _details(finding),
        class_=f"card finding {finding.severity}",
        aria_labelledby=name,
        **data,
    )


def _about(finding: Finding) -> Markup:
    return tag(
        "p",
        tag("span", str(finding.severity), class_=f"chip {finding.severity}"),
        " ",
        tag("span", VERDICTS[finding.verdict], class_="chip"),
        " ",
        joined((part for part in (finding.code, finding.title, between(finding)) if part), " · "),
        class_="about",
    )


def _decided(index: Index, finding: Finding) -> list[Markup]:
    """The decision that holds, or those that no longer do and what changed."""
    review = index.settled.get(finding.fingerprint)
    if review is not None:
        words = decision_words(review.decision)
        return [tag("p", tag("strong", review.state.capitalize()), f": {words}.", class_="decided")]
    return [tag("p", lapsed_words(old), class_="again") for old in lapsed(index, finding)]


# More sides than this do not stand beside each other; the rest is folded.
SHOWN_SIDES = 12


def side_by_side(index: Index, shown: Sequence[Passage]) -> Markup:
    """Passages beside each other; of many the first, the others folded."""
    first = tag("div", [passage(index, one) for one in shown[:SHOWN_SIDES]], class_="passages")
    if len(shown) <= SHOWN_SIDES:
        return first
    rest = tag("div", [passage(index, one) for one in shown[SHOWN_SIDES:]], class_="passages")
    return markup((first, tag("details", tag("summary", f"and {len(shown) - SHOWN_SIDES:,} more passages"), rest)))


def passage(index: Index, content: Passage) -> Markup:
    """One sentence with its marks, who says so and where, and how it was read."""
    who = index.about_source(content.source)
    return tag(
        "figure",
        tag("figcaption", cite(index, content.source, content.start), f" {who}" if who else None),
        tag("blockquote", tag("p", quotation(index, content))),
        tag("p", tag("span", "read as ", class_="dim"), joined(content.read, " · "), class_="read")
        if content.read
        else None,
        class_="passage",
    )


def _labelled_paragraph(label: str, words: str | None) -> Markup | None:
    return tag("p", tag("strong", f"{label}:"), f" {ended(words)}") if words else None


def _details(finding: Finding) -> Markup:
    """What a reader seldom needs: what such findings mean, the trail, the severity's steps, the choices."""
    steps = [tag("li", tag("code", step.rule), f" {step.note}") for step in finding.trail]
    choices = [tag("li", option.label) for option in finding.options]
    return tag(
        "details",
        tag("summary", "How it came about, and what can be decided"),
        tag("p", finding.help) if finding.help else None,
        tag("ol", steps) if steps else None,
        tag("p", "Severity: ", "; ".join(finding.severity_steps) or str(finding.severity), "."),
        (tag("p", "To decide:"), tag("ul", choices)) if choices else None,
        tag("p", "Fingerprint ", tag("code", finding.fingerprint), class_="dim"),
    )


_ORDER = tuple(VERDICTS)


def facts(view: View) -> Markup | None:
    """The section of facts, those that do not fit first; None when no two sources speak of one."""
    groups = sorted(view.index.shared(), key=lambda group: _ORDER.index(group.verdict))
    if not groups:
        return None
    cards = (_fact(view, group) for group in groups)
    return tag("section", tag("h2", "Facts told by two sources or more", id="facts"), cards, aria_labelledby="facts")


def _fact(view: View, group: Group) -> Markup:
    index, resting = view.index, view.resting.get(group.id, ())
    name = f"fact-{fragment(group.id)}"
    claims = index.members(group)
    sources = tuple(dict.fromkeys(claim.source for claim in claims))
    data = view.card(group.verdict, resting_state(index, resting), sources, claims)
    return tag(
        "details",
        tag("summary", _title(group, fact_words(claims[0]), len(sources), name)),
        side_by_side(index, [claim_passage(index, claim) for claim in claims]),
        _origins(group, len(sources)),
        [tag("p", pair) for pair in dict.fromkeys(pair.why for pair in group.relations if pair.why)],
        [tag("p", f"Taken for one fact: {'; '.join(group.because)}.")] if group.because else [],
        chart(index, group, name),
        links_to(resting),
        class_=f"card fact {_tone(group.verdict)}",
        **data,
    )


def _origins(group: Group, sources: int) -> list[Markup]:
    """On how many origins many sources rest, and how a number was copied on."""
    paragraphs = []
    if 0 < len(group.origins) < sources:
        paragraphs.append(tag("p", f"{sources} sources, {counted(len(group.origins), 'origin')}."))
    if group.path:
        paragraphs.append(tag("p", f"How it was copied: {'; '.join(group.path)}."))
    return paragraphs


def _title(group: Group, otherwise: str, sources: int, name: str) -> tuple[Markup, ...]:
    return (
        tag("h3", group.about or otherwise or "a fact", id=name),
        tag(
            "span",
            tag("span", VERDICTS[group.verdict], class_=f"chip {_tone(group.verdict)}"),
            f" {counted(sources, 'source')}, {SUPPORT_WORDS[group.support]}",
            class_="about",
        ),
    )


def _tone(verdict: Relation) -> str:
    return {Relation.CONFLICT: "error", Relation.AGREE: "good", Relation.COMPATIBLE: "good"}.get(verdict, "note")
