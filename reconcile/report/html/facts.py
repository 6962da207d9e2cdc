"""Every fact of two sources or more, folded: who says what, how it fits, and the chart of it."""

from __future__ import annotations

from reconcile.model.finding import Finding, Group, Relation
from reconcile.report.counts import counted
from reconcile.report.element import Markup, tag
from reconcile.report.escape import fragment
from reconcile.report.html.charts import chart
from reconcile.report.html.facets import VERDICTS, resting_state
from reconcile.report.html.findings import beside
from reconcile.report.html.view import View
from reconcile.report.index import anchor
from reconcile.report.passages import claim_passage
from reconcile.report.reading import fact_words
from reconcile.report.support import SUPPORT_WORDS

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
    data = view.facets.card(index, group.verdict, resting_state(index, resting), sources, claims)
    return tag(
        "details",
        tag("summary", _title(group, fact_words(claims[0]), len(sources), name)),
        beside(index, [claim_passage(index, claim) for claim in claims]),
        _origins(group, len(sources)),
        [tag("p", pair) for pair in dict.fromkeys(pair.why for pair in group.relations if pair.why)],
        chart(index, group, name),
        _leads(resting),
        class_=f"card fact {_tone(group.verdict)}",
        **data,
    )


def _origins(group: Group, sources: int) -> list[Markup]:
    """On how many origins many sources rest, and how a number was copied on."""
    told = []
    if 0 < len(group.origins) < sources:
        told.append(tag("p", f"{sources} sources, {counted(len(group.origins), 'origin')}."))
    if group.path:
        told.append(tag("p", f"How it was copied: {'; '.join(group.path)}."))
    return told


def _title(group: Group, otherwise: str, sources: int, name: str) -> tuple[Markup, ...]:
    return (
        tag("h3", group.about or otherwise or "a fact", id=name),
        tag(
            "span",
            tag("span", VERDICTS[group.verdict], class_=f"chip {_tone(group.verdict)}"),
            f" {sources} {'source' if sources == 1 else 'sources'}, {SUPPORT_WORDS[group.support]}",
            class_="about",
        ),
    )


def _tone(verdict: Relation) -> str:
    return {Relation.CONFLICT: "error", Relation.AGREE: "good", Relation.COMPATIBLE: "good"}.get(verdict, "note")


def _leads(findings: tuple[Finding, ...]) -> Markup | None:
    """The way to the findings that rest on this fact."""
    links = [tag("li", tag("a", finding.message or finding.title, href=f"#{anchor(finding)}")) for finding in findings]
    return tag("ul", links) if links else None
