"""Facts on which two sources or more agree, and those that were set side by side without a verdict."""

from __future__ import annotations

from reconcile.model.claim import Claim
from reconcile.model.finding import Group, Relation, Support
from reconcile.report.escape import escape
from reconcile.report.index import Index
from reconcile.report.quotes import in_quotes
from reconcile.report.reading import fact_words, said_of, scope_read
from reconcile.report.support import SUPPORT_WORDS
from reconcile.report.tables import BREAK, table

_AGREED = (Relation.AGREE, Relation.COMPATIBLE)
_OPEN = {
    Relation.REVISED: "revised later",
    Relation.NOT_COMPARABLE: "not comparable",
    Relation.UNDECIDED: "not decided",
}


def agreements(index: Index) -> list[str]:
    """The table of facts that two sources or more agree on."""
    groups = sorted((g for g in index.shared() if g.verdict in _AGREED), key=lambda g: _AGREED.index(g.verdict))
    lines = ["## What sources agree on", ""]
    if not index.run.claims:
        return []
    if not groups:
        return [*lines, "No fact is given by two sources in a way that can be set side by side.", ""]
    rows = [(_about(index, g), _said(index, g), _fit(g), _rests(index, g)) for g in groups]
    return [*lines, *table(("fact", "sources say", "how they fit", "rests on"), rows), ""]


def undecided(index: Index) -> list[str]:
    """Facts of two sources or more that got no verdict, each with the reason; nothing when there are none."""
    listed = {finding.group for finding in index.findings}
    groups = [g for g in index.shared() if g.verdict in _OPEN and g.id not in listed]
    if not groups:
        return []
    rows = [(_about(index, g), _said(index, g), _fit(g)) for g in groups]
    return ["## Set side by side, without a verdict", "", *table(("fact", "sources say", "why"), rows), ""]


def _rests(index: Index, group: Group) -> str:
    """What a fact rests on: how many origins its sources have where some copy, and how the number came down."""
    word = SUPPORT_WORDS[group.support]
    sources = len({claim.source for claim in index.members(group)})
    if group.support is Support.CORROBORATED and 1 < len(group.origins) < sources:
        word = f"{sources} sources, {len(group.origins)} origins"
    return BREAK.join((word, *(escape(step) for step in group.path)))


def _about(index: Index, group: Group) -> str:
    first = next(iter(index.members(group)), None)
    return escape(group.about or (fact_words(first) if first is not None else ""))


def _said(index: Index, group: Group) -> str:
    return BREAK.join(_one(index, claim) for claim in index.members(group))


def _one(index: Index, claim: Claim) -> str:
    read = "; ".join((said_of(claim), *scope_read(claim, brief=True)))
    told = escape(read) if claim.quote in read else f"{in_quotes(escape(claim.quote))} → {escape(read)}"
    return f"{index.cite(claim.source, claim.span.start)}: {told}"


def _fit(group: Group) -> str:
    reasons = dict.fromkeys(pair.why for pair in group.relations if pair.why)
    word = _OPEN.get(group.verdict, str(group.verdict))
    return BREAK.join((f"**{word}**", *(escape(reason) for reason in reasons)))
