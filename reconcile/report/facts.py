"""The facts a matrix lists: what is disputed, what several say, what one alone says of a known subject."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model.claim import Claim
from reconcile.report.index import Index, place
from reconcile.report.reading import metric_words


@dataclass(frozen=True, slots=True)
class Row:
    """A fact in words, its group if it has one, and the claims on it."""

    about: str
    group: str | None
    claims: tuple[Claim, ...]


def rows_of(index: Index) -> list[Row]:
    """Every conflict; each other claim whose subject is known, once, beside those of other sources."""
    rows: list[Row] = []
    shown: set[str] = set()
    disputed = {group for group, _ in index.contested}
    for group in sorted(index.shared(), key=lambda g: g.id not in disputed):
        claims = index.members(group)
        if group.id in disputed or any(claim.id not in shown for claim in claims):
            rows.append(Row(group.about, group.id, claims))
            shown.update(claim.id for claim in claims)
    return sorted([*rows, *_others(index, shown)], key=lambda row: (row.about.casefold(), row.about, row.group or ""))


def _others(index: Index, shown: set[str]) -> list[Row]:
    facts: dict[str, list[Claim]] = {}
    for claim in sorted(index.run.claims, key=place):
        if claim.subject is not None and claim.id not in shown:
            facts.setdefault(_about(claim), []).append(claim)
    return [Row(about, None, tuple(claims)) for about, claims in facts.items()]


def _about(claim: Claim) -> str:
    subject = "" if claim.subject is None else claim.subject.label
    return f"{subject}: {metric_words(claim)}"
