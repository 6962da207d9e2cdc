"""Facts in Markdown: the matrix of sources, where several agree, those without a verdict, and what one source
alone says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.model.claim import Claim
from reconcile.model.document import Document
from reconcile.model.finding import Group, Relation, Support
from reconcile.report.gfm import BREAK, bold, escape, filled, foldable, in_quotes, table
from reconcile.report.index import Index, place
from reconcile.report.reading import SUPPORT_WORDS, claim_words, fact_words, metric_words, scope_read, value_read
from reconcile.report.view_model import Row, rows_of, sayings

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
    rows = [(_about(index, g), _group_values(index, g), _fit(g), _rests(index, g)) for g in groups]
    return [*lines, *table(("fact", "sources say", "how they fit", "rests on"), rows), ""]


def undecided(index: Index) -> list[str]:
    """Facts of two sources or more that got no verdict, each with the reason; nothing when there are none."""
    listed = {finding.group for finding in index.findings}
    groups = [g for g in index.shared() if g.verdict in _OPEN and g.id not in listed]
    if not groups:
        return []
    rows = [(_about(index, g), _group_values(index, g), _fit(g)) for g in groups]
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


def _group_values(index: Index, group: Group) -> str:
    return BREAK.join(_one(index, claim) for claim in index.members(group))


def _one(index: Index, claim: Claim) -> str:
    read = claim_words(claim, brief=False)
    words = escape(read) if claim.quote in read else f"{in_quotes(escape(claim.quote))} → {escape(read)}"
    return f"{index.cite(claim.source, claim.span.start)}: {words}"


def _fit(group: Group) -> str:
    reasons = dict.fromkeys(pair.why for pair in group.relations if pair.why)
    word = _OPEN.get(group.verdict, str(group.verdict))
    return BREAK.join((f"**{word}**", *(escape(reason) for reason in reasons)))


def singles(index: Index) -> list[str]:
    """The table of claims that no second source speaks to, by subject."""
    claims = sorted(_alone(index), key=_key)
    lines = ["## Said by one source alone", ""]
    if not index.run.claims:
        return []
    if not claims:
        return [*lines, "No claim stands alone.", ""]
    rows: list[tuple[str, ...]] = []
    before: str | None = None
    for claim in claims:
        subject = _subject(claim)
        rows.append(_row(index, claim, None if subject == before else subject))
        before = subject
    made = filled(("subject", "what", "says", "read as", "when, on whose word", "source"), rows)
    return [*lines, *foldable("Claims", len(rows), made), ""]


def _alone(index: Index) -> list[Claim]:
    shared = {name for group in index.shared() for name in group.claims}
    return [claim for claim in index.run.claims if claim.id not in shared]


def _subject(claim: Claim) -> str:
    return "" if claim.subject is None else claim.subject.label


def _key(claim: Claim) -> tuple[object, ...]:
    name = _subject(claim)
    return (not name, name.casefold(), name, metric_words(claim), *place(claim))


def _row(index: Index, claim: Claim, subject: str | None) -> tuple[str, ...]:
    read = value_read(claim)
    return (
        "" if subject is None else bold(subject) or "not known",
        escape(metric_words(claim)),
        in_quotes(escape(claim.quote)),
        "as it says" if read == claim.quote else escape(read),
        escape("; ".join(scope_read(claim, brief=True))),
        index.cite(claim.source, claim.span.start),
    )


# More columns than this and no screen shows the table whole; it is cut into several.
COLUMNS = 6


def matrix(index: Index) -> list[str]:
    """One row a fact, one column a source; claims in a conflict are marked and linked to it."""
    rows = rows_of(index)
    documents = list(index.documents.values())
    if not rows or not documents:
        return []
    lines = ["## Facts by source", "", f"{_legend(documents)}.", ""]
    for at in range(0, len(documents), COLUMNS):
        lines += [*_part(index, rows, documents, at), ""]
    return lines


def _legend(documents: Sequence[Document]) -> str:
    names = " · ".join(f"**S{n}** {escape(d.id)}" for n, d in enumerate(documents, 1))
    return f"{names}. ⚠ marks a side of a conflict"


def _part(index: Index, rows: Iterable[Row], documents: Sequence[Document], at: int) -> list[str]:
    columns = documents[at : at + COLUMNS]
    ids = {document.id for document in columns}
    cells = [
        (escape(row.about), *(_cell(index, row, document.id) for document in columns))
        for row in rows
        if any(claim.source in ids for claim in row.claims)
    ]
    names = [f"S{n}" for n in range(at + 1, at + 1 + len(columns))]
    return foldable(f"Facts of {names[0]} to {names[-1]}", len(cells), table(("fact", *names), cells))


def _cell(index: Index, row: Row, source: str) -> str:
    shown = ((escape(words), conflict) for words, _, conflict in sayings(index, row, source))
    return BREAK.join(words if conflict is None else f"[⚠](#{conflict}) {words}" for words, conflict in shown)
