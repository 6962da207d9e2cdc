"""A run as the page needs it: the index, the filters' tokens, and what belongs to each source and each fact."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from reconcile.model.claim import Claim
from reconcile.model.finding import Finding, Group
from reconcile.model.run import Coverage, Run
from reconcile.report.html.facets import Facets
from reconcile.report.index import Index, place
from reconcile.report.order import sources

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class View:
    """Every look-up is made once: claims, findings and coverage by source, findings by group, groups by id."""

    index: Index
    facets: Facets
    groups: Mapping[str, Group]
    claims: Mapping[str, tuple[Claim, ...]]
    coverage: Mapping[str, Coverage]
    findings: Mapping[str, tuple[Finding, ...]]
    resting: Mapping[str, tuple[Finding, ...]]

    @classmethod
    def of(cls, run: Run, folder: str) -> View:
        """The view of a run."""
        index = Index.of(run, folder)
        return cls(
            index,
            Facets.of(index),
            {group.id: group for group in run.groups},
            _gathered((claim.source, claim) for claim in sorted(run.claims, key=place)),
            {part.source: part for part in run.coverage},
            _gathered((source, finding) for finding in index.findings for source in sources(finding)),
            _gathered((finding.group, finding) for finding in index.findings if finding.group is not None),
        )


def _gathered(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
